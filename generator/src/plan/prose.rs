//! The document's words, made safe to render by rustdoc.
//!
//! Nothing that a description holds becomes a doctest, raw HTML, a link that leads nowhere or a link to an item. The text
//! is patched where the `CommonMark` parser says that something would, until it says so of nothing, and is left alone
//! elsewhere.

mod wrap;

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::character::turns_around;
use crate::rust::Documentation;

/// How prose is rendered.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// What relative links are relative to.
    pub(super) link_base: Option<String>,
}

/// How often a text is patched. A patch may bring to light what was hidden: HTML in a list that was a link before.
const ROUNDS: usize = 8;

impl Prose {
    /// A text of the document as lines of docs.
    pub(super) fn lines(&self, text: &str) -> Documentation {
        let text = clean(text);
        let mut safe = text.trim_matches('\n').to_owned();
        for _ in 0..ROUNDS {
            let patches = self.patches(&safe);
            let lines = wrap::lines(patched(&safe, patches).trim_matches('\n'));
            let wrapped = lines.join("\n");
            if wrapped == safe {
                return Documentation(lines);
            }
            safe = wrapped;
        }
        Documentation(wrap::lines(&escaped(&text)))
    }

    /// A text on one line, for a place where only a phrase fits.
    pub(super) fn phrase(&self, text: &str) -> String {
        let text = clean(text);
        let first = text.trim().split("\n\n").next().unwrap_or_default();
        let mut phrase = one_line(first.split_whitespace());
        for _ in 0..ROUNDS {
            let lines = self.lines(&phrase);
            let line = one_line(lines.0.iter().map(String::as_str));
            if line == phrase {
                return phrase;
            }
            phrase = line;
        }
        one_line(escaped(first).split_whitespace())
    }

    fn patches(&self, text: &str) -> Vec<Patch> {
        let mut patches = Vec::new();
        let mut code = None;
        let mut links: Vec<Link> = Vec::new();
        // rustdoc asks back about what is in brackets, and so finds links to items.
        let ask = |_: BrokenLink<'_>| Some((CowStr::from(""), CowStr::from("")));
        let parser = Parser::new_with_broken_link_callback(text, options(), Some(ask));
        for (label, definition) in parser.reference_definitions().iter() {
            // Our own docs link to items by names in backticks.
            if !is_absolute(&definition.dest) || label.contains('`') {
                patches.extend(opening_bracket(text, &definition.span));
            }
        }
        for (event, range) in parser.into_offset_iter() {
            match &event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    code = Some(CodeBlock { kind: kind.clone(), range: range.clone(), content: String::new() });
                }
                Event::End(TagEnd::CodeBlock) => {
                    let block = code.take().map(|block| block.fenced(text));
                    patches.extend(block.filter(|patch| patch.with.trim_end() != text[patch.range.clone()].trim_end()));
                }
                Event::Text(content) => match &mut code {
                    Some(block) => block.content.push_str(content),
                    None => text_patches(text, range.clone(), links.iter().any(Link::is_kept), &mut patches),
                },
                Event::Html(_) | Event::InlineHtml(_) => html_patches(&text[range.clone()], range.start, &mut patches),
                Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => {
                    let link = Link { fate: self.fate(text, &range, *link_type, dest_url), ends: 0 };
                    patches.extend(link.opening(text, &range));
                    links.push(link);
                    continue;
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    patches.extend(links.pop().and_then(|link| link.closing(text, &range)));
                }
                _ => {}
            }
            if let Some(link) = links.last_mut() {
                link.ends = link.ends.max(range.end);
            }
        }
        patches
    }

    fn fate(&self, text: &str, range: &Range<usize>, kind: LinkType, target: &str) -> Fate {
        match kind {
            LinkType::Email => return Fate::Kept,
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                return Fate::Escaped;
            }
            LinkType::Autolink if !is_absolute(target) => return Fate::Shown,
            _ if is_absolute(target) => return Fate::Kept,
            _ => {}
        }
        let written = text[range.clone()].rfind(&format!("]({target}"));
        match (&self.link_base, written) {
            (Some(base), Some(at)) if target.starts_with('/') => {
                Fate::Based { at: range.start + at + 2, base: base.trim_end_matches('/').to_owned() }
            }
            // A target that leads nowhere from here: its text stays, the link does not.
            _ => Fate::Dropped,
        }
    }
}

/// What becomes of a link.
enum Fate {
    /// It leads somewhere, and stays.
    Kept,
    /// It stays, and what it is relative to is put before its target.
    Based { at: usize, base: String },
    /// Its text stays.
    Dropped,
    /// No link: its brackets are seen.
    Escaped,
    /// No link: its angle brackets are seen.
    Shown,
}

/// A link that has begun.
struct Link {
    fate: Fate,
    /// The byte after the last thing in its text.
    ends: usize,
}

impl Link {
    fn is_kept(&self) -> bool {
        matches!(self.fate, Fate::Kept | Fate::Based { .. })
    }

    fn opening(&self, text: &str, range: &Range<usize>) -> Option<Patch> {
        let mark = range.start..range.start + if text[range.start..].starts_with("![") { 2 } else { 1 };
        let with = match &self.fate {
            Fate::Kept => return None,
            Fate::Based { at, base } => return Some(Patch { range: *at..*at, with: base.clone() }),
            Fate::Dropped => String::new(),
            Fate::Escaped => escape_brackets(&text[mark.clone()]),
            Fate::Shown => "&lt;".to_owned(),
        };
        Some(Patch { range: mark, with })
    }

    fn closing(self, text: &str, range: &Range<usize>) -> Option<Patch> {
        let first = range.start + if text[range.start..].starts_with("![") { 2 } else { 1 };
        let tail = self.ends.clamp(first, range.end)..range.end;
        match self.fate {
            Fate::Dropped => Some(Patch { range: tail, with: String::new() }),
            Fate::Escaped => Some(Patch { with: escape_brackets(&text[tail.clone()]), range: tail }),
            Fate::Kept | Fate::Based { .. } | Fate::Shown => None,
        }
    }
}

struct Patch {
    range: Range<usize>,
    with: String,
}

/// A text with all patches but those within others.
fn patched(text: &str, mut patches: Vec<Patch>) -> String {
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
    safe
}

/// A text in which nothing means anything: every sign of Markdown is escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for line in text.lines().map(str::trim) {
        for character in line.chars() {
            if character.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(character);
        }
        escaped.push('\n');
    }
    escaped.trim_matches('\n').to_owned()
}

fn one_line<'t>(parts: impl Iterator<Item = &'t str>) -> String {
    parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn opening_bracket(text: &str, span: &Range<usize>) -> Option<Patch> {
    let at = span.start + text[span.clone()].find('[')?;
    Some(Patch { range: at..at + 1, with: "\\[".to_owned() })
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
        .filter(|character| *character == '\n' || !character.is_control() && !turns_around(*character))
        .collect()
}

fn text_patches(text: &str, range: Range<usize>, in_link: bool, patches: &mut Vec<Patch>) {
    if in_link {
        return;
    }
    let (offset, content) = (range.start, &text[range]);
    for (at, character) in content.char_indices() {
        // An escaped character begins a text of its own, behind the backslash.
        let is_escaped = at == 0 && text[..offset].ends_with('\\');
        if matches!(character, '[' | ']') && !is_escaped {
            patches.push(Patch { range: offset + at..offset + at + 1, with: format!("\\{character}") });
        }
    }
    for scheme in ["https://", "http://"] {
        for (at, _) in content.match_indices(scheme) {
            let end =
                content[at..].find(|character: char| character.is_whitespace() || "<>()[]\"'`|".contains(character));
            let url = content[at..at + end.unwrap_or(content.len() - at)]
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
    fn links_lead_to_the_web_alone() {
        check("[x](javascript:a()) <javascript:a()>", &["x &lt;javascript:a()>"]);
        check("[x][y]\n\n[y]: javascript:a()", &["x", "", "\\[y\\]: javascript:a()"]);
        check("a\n\n[`Client`]: https://x.example", &["a", "", "\\[`Client`\\]: <https://x.example>"]);
        check("[x][y]\n\n[y]: https://x.example", &["[x][y]", "", "[y]: https://x.example"]);
        check("[<b>x</b>](data:a)", &["&lt;b>x&lt;/b>"]);
        check("[a [Vec] b](https://x.example)", &["\\[a \\[Vec\\] b\\](<https://x.example>)"]);
    }

    #[test]
    fn what_was_patched_is_read_again() {
        // Behind the HTML stood code.
        check("<script>\n\n    a()\n\n</script>", &["&lt;script>", "", "```text", "a()", "```", "", "&lt;/script>"]);
        assert_eq!(Prose::default().phrase("~~~rust\nevil()\n~~~"), "```text ```");
    }

    #[test]
    fn control_characters_go() {
        check("a\u{0}b\r\nc\u{202e}d", &["ab", "cd"]);
    }
}
