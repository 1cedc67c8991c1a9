//! Long lines of prose, broken where a person would.

/// The width of a line of docs, without `///` and what stands before it.
const WIDTH: usize = 110;

/// The lines of a text; long ones are broken at a space, within the list item that they belong to.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let line = line.trim_end();
        let mark = line.trim_start();
        let marks = ["```", "~~~"].into_iter().find(|fence| mark.starts_with(fence));
        match (fence, marks) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        // Code and tables mean their lines.
        if fence.is_some() || marks.is_some() || line.contains('|') || mark.starts_with('#') {
            lines.push(line.to_owned());
        } else {
            broken(line, &mut lines);
        }
    }
    lines
}

fn broken(line: &str, lines: &mut Vec<String>) {
    let indent = continuation(line);
    let mut row = String::new();
    let mut empty = true;
    let lead = &line[..line.len() - line.trim_start().len()];
    row.push_str(lead);
    for word in line[lead.len()..].split(' ') {
        let width = row.chars().count() + 1 + word.chars().count();
        if !empty && width > WIDTH && !starts_a_block(word) {
            lines.push(std::mem::take(&mut row).trim_end().to_owned());
            row.push_str(&indent);
            empty = true;
        }
        if !empty {
            row.push(' ');
        }
        row.push_str(word);
        empty = false;
    }
    lines.push(row.trim_end().to_owned());
}

/// What stands before the further lines of a paragraph: the width of its list mark, or its quote mark.
fn continuation(line: &str) -> String {
    let text = line.trim_start();
    let indent = " ".repeat(line.len() - text.len());
    let digits = text.len() - text.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    match text.as_bytes() {
        [b'-' | b'*' | b'+', b' ', ..] => format!("{indent}  "),
        [b'>', ..] => format!("{indent}> "),
        bytes if digits > 0 && bytes.get(digits) == Some(&b'.') => format!("{indent}{}", " ".repeat(digits + 2)),
        _ => indent,
    }
}

/// Whether a line that starts with this word would be something else than the rest of its paragraph.
fn starts_a_block(word: &str) -> bool {
    let ordered = word.trim_end_matches(['.', ')']);
    word.is_empty()
        || word.starts_with(['#', '>', '=', '-', '+', '*', '_', '~', '`', '<', ':', '['])
        || ordered.len() < word.len() && ordered.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_within_their_item() {
        let words = "word ".repeat(40);
        let text = format!("- {words}\n\n{words}");
        let lines = lines(&text);
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{lines:#?}");
        assert!(lines[1].starts_with("  word"));
        assert_eq!(lines.join(" ").split_whitespace().count(), 81);
    }

    #[test]
    fn nothing_becomes_a_list_or_a_heading() {
        let text = format!("{} - 1. # {}", "x".repeat(WIDTH - 3), "y".repeat(60));
        assert_eq!(lines(&text), [format!("{} - 1. #", "x".repeat(WIDTH - 3)), "y".repeat(60)]);
    }

    #[test]
    fn code_stays() {
        let text = format!("```text\n{}\n```", "a ".repeat(100));
        assert_eq!(lines(&text).len(), 3);
    }
}
