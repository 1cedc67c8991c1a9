//! The document's words, made safe to render by rustdoc.
//!
//! Nothing that a description holds becomes a doctest, raw HTML, a link that leads nowhere or a link to an item. The text
//! is patched where the `CommonMark` parser says that something would, and is left alone elsewhere.

mod wrap;

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::rust::Documentation;

/// How prose is rendered.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// What relative links are relative to.
    pub(super) link_base: Option<String>,
}

impl Prose {
    /// A text of the document as lines of docs.
    pub(super) fn lines(&self, text: &str) -> Documentation {
        let text = clean(text);
        let mut patches = self.patches(&text);
        patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
        let mut safe = String::with_capacity(text.len());
        let mut done = 0;
        for patch in patches {
            if patch.range.start < done {
                continue;
            }
            safe.push_str(&text[done..patch.range.start]);
            safe.push_str(&patch.with);
            done = patch.range.end;
        }
        safe.push_str(&text[done..]);
        Documentation(wrap::lines(safe.trim_matches('\n')))
    }

    /// A text on one line, for a place where only a phrase fits.
    pub(super) fn phrase(&self, text: &str) -> String {
        let first = text.trim().split("\n\n").next().unwrap_or_default();
        let lines = self.lines(&first.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.0.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
    }

    fn patches(&self, text: &str) -> Vec<Patch> {
        let mut patches = Vec::new();
        let mut code = None;
        let mut link_text_depth = 0_usize;
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => code = Some(CodeBlock { kind, range, content: String::new() }),
                Event::End(TagEnd::CodeBlock) => patches.extend(code.take().map(|block| block.fenced(text))),
                Event::Text(content) => match &mut code {
                    Some(block) => block.content.push_str(&content),
                    None => text_patches(&text[range.clone()], range.start, link_text_depth > 0, &mut patches),
                },
                Event::Html(_) | Event::InlineHtml(_) => html_patches(&text[range.clone()], range.start, &mut patches),
                Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => {
                    link_text_depth += 1;
                    self.link_patch(text, range, link_type, &dest_url, &mut patches);
                }
                Event::End(TagEnd::Link | TagEnd::Image) => link_text_depth = link_text_depth.saturating_sub(1),
                _ => {}
            }
        }
        patches
    }

    fn link_patch(&self, text: &str, range: Range<usize>, kind: LinkType, target: &str, patches: &mut Vec<Patch>) {
        if matches!(kind, LinkType::Autolink | LinkType::Email) || is_absolute(target) {
            return;
        }
        let source = &text[range.clone()];
        let written = format!("]({target}");
        match (&self.link_base, source.rfind(&written)) {
            (Some(base), Some(at)) if target.starts_with('/') => {
                let start = range.start + at + 2;
                let base = base.trim_end_matches('/');
                patches.push(Patch { range: start..start, with: base.to_owned() });
            }
            // A target that leads nowhere from here: its text stays, the link does not.
            _ => {
                let label = source.trim_start_matches('!').trim_start_matches('[');
                let label = label.split(']').next().unwrap_or_default();
                patches.push(Patch { range, with: escape_brackets(label) });
            }
        }
    }
}

struct Patch {
    range: Range<usize>,
    with: String,
}

struct CodeBlock<'t> {
    kind: CodeBlockKind<'t>,
    range: Range<usize>,
    content: String,
}

impl CodeBlock<'_> {
    /// The block between fences of its own that say what it is, so that rustdoc takes none for Rust.
    fn fenced(self, text: &str) -> Patch {
        let language = match &self.kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        let known = ["json", "yaml", "xml", "http", "sh", "shell", "bash", "html", "javascript", "python", "sql"];
        let language = if known.contains(&language.as_str()) { language.as_str() } else { "text" };
        let longest = self.content.split(|character| character != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        let (start, indent) = self.indent(text);
        let mut with = format!("{fence}{language}\n");
        for line in self.content.trim_end_matches('\n').lines() {
            let _ = writeln!(with, "{indent}{line}");
        }
        let _ = writeln!(with, "{indent}{fence}");
        Patch { range: start..self.range.end, with }
    }

    /// Where the patch starts, and what stands before every line but the first, within lists and quotes.
    fn indent(&self, text: &str) -> (usize, String) {
        let line = text[..self.range.start].rfind('\n').map_or(0, |end| end + 1);
        let before = &text[line..self.range.start];
        let indent: String = before.chars().map(|character| if character == '>' { '>' } else { ' ' }).collect();
        match self.kind {
            CodeBlockKind::Indented if before.ends_with("    ") => {
                (self.range.start - 4, indent[..indent.len() - 4].to_owned())
            }
            _ => (self.range.start, indent),
        }
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// Line ends are `\n`, tabs are spaces, and no other control character is left.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\t', "    ")
        .chars()
        .filter(|character| *character == '\n' || !character.is_control() && !is_invisible(*character))
        .collect()
}

/// Characters that turn the direction of text around, which rustc refuses in comments.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn text_patches(text: &str, offset: usize, in_link: bool, patches: &mut Vec<Patch>) {
    for (at, character) in text.char_indices() {
        if matches!(character, '[' | ']') && !in_link {
            patches.push(Patch { range: offset + at..offset + at + 1, with: format!("\\{character}") });
        }
    }
    if in_link {
        return;
    }
    for scheme in ["https://", "http://"] {
        for (at, _) in text.match_indices(scheme) {
            let end = text[at..].find(|character: char| character.is_whitespace() || "<>()[]\"'`|".contains(character));
            let url = text[at..at + end.unwrap_or(text.len() - at)]
                .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
            let start = offset + at;
            patches.push(Patch { range: start..start, with: "<".to_owned() });
            patches.push(Patch { range: start + url.len()..start + url.len(), with: ">".to_owned() });
        }
    }
}

fn html_patches(html: &str, offset: usize, patches: &mut Vec<Patch>) {
    for (at, character) in html.char_indices() {
        match character {
            '<' => patches.push(Patch { range: offset + at..offset + at + 1, with: "&lt;".to_owned() }),
            '[' | ']' => patches.push(Patch { range: offset + at..offset + at + 1, with: format!("\\{character}") }),
            _ => {}
        }
    }
}

fn is_absolute(target: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}

fn escape_brackets(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let prose = Prose { link_base: Some("https://docs.example".to_owned()) };
        assert_eq!(prose.lines(text).0, expected);
    }

    #[test]
    fn plain_text_stays() {
        check("The *date*, as `code`.\n\n- one\n- two", &["The *date*, as `code`.", "", "- one", "- two"]);
    }

    #[test]
    fn links_lead_somewhere() {
        check(
            "An [OCID](/iaas/id.htm) or [more](https://x.example/).",
            &["An [OCID](https://docs.example/iaas/id.htm) or [more](https://x.example/)."],
        );
        check("See [this](#section) and [that](other.md).", &["See this and that."]);
        check("Read https://x.example/a.", &["Read <https://x.example/a>."]);
    }

    #[test]
    fn nothing_becomes_an_item_link() {
        check("A [Foo] and `[Bar]`, [x][y].", &["A \\[Foo\\] and `[Bar]`, \\[x\\]\\[y\\]."]);
    }

    #[test]
    fn nothing_becomes_a_doctest() {
        check("Do:\n\n    let x = 1;\n\ndone", &["Do:", "", "```text", "let x = 1;", "```", "", "done"]);
        check("```rust\nx\n```", &["```text", "x", "```"]);
        check("```json\n{}\n```", &["```json", "{}", "```"]);
        check("```\nnever closed", &["```text", "never closed", "```"]);
    }

    #[test]
    fn html_is_text() {
        check("a <script>alert(1)</script> b", &["a &lt;script>alert(1)&lt;/script> b"]);
        check("Vec<T>", &["Vec&lt;T>"]);
    }

    #[test]
    fn control_characters_go() {
        check("a\u{0}b\r\nc\u{202e}d", &["ab", "cd"]);
    }
}
