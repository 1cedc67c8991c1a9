//! What docs must never hold: code that rustdoc runs, HTML, and links that lead anywhere but to the web.

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::code;

/// Everything that is wrong with the docs of an item.
pub(crate) fn offences(docs: &str) -> Vec<String> {
    let mut reader = Reader { runs: true, ..Reader::default() };
    reader.read(docs);
    reader.offences
}

/// Everything that is wrong with a page that rustdoc does not read.
pub(crate) fn page_offences(text: &str) -> Vec<String> {
    let mut reader = Reader::default();
    reader.read(text);
    reader.offences
}

#[derive(Default)]
struct Reader {
    /// Whether code in Rust is run.
    runs: bool,
    block: Option<String>,
    offences: Vec<String>,
}

impl Reader {
    fn read(&mut self, text: &str) {
        // As rustdoc reads it, which asks back about what is in brackets.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        let resolve = |link: BrokenLink<'_>| Some((CowStr::from(link.reference.to_string()), CowStr::from("")));
        for event in Parser::new_with_broken_link_callback(text, options, Some(resolve)) {
            self.event(event);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let runs = match kind {
                    CodeBlockKind::Indented => true,
                    CodeBlockKind::Fenced(info) => is_rust(&info),
                };
                self.block = (runs && self.runs).then(String::new);
            }
            Event::Text(text) if self.block.is_some() => self.block.iter_mut().for_each(|block| block.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => {
                if let Some(block) = self.block.take() {
                    self.example(&block);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => self.offences.push(format!("HTML in docs: {html}")),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) if !is_sound(&dest_url) => {
                self.offences.push(format!("a link to {}", dest_url.escape_default()));
            }
            _ => {}
        }
    }

    /// Code that is run is an example of ours, and made of the same vocabulary.
    fn example(&mut self, block: &str) {
        let lines: Vec<&str> = block.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect();
        let mut code = lines.iter().skip_while(|line| line.starts_with("#[cfg(feature = "));
        let is_ours = code
            .next()
            .is_some_and(|line| ["async fn example(", "fn example("].iter().any(|head| line.starts_with(head)));
        match syn::parse_file(&format!("fn main() {{ {} }}", lines.join("\n"))) {
            Ok(_) if !is_ours => self.offences.push(format!("a test in docs: {block}")),
            Ok(file) => self.offences.extend(code::offences(&file)),
            Err(error) => self.offences.push(format!("a test in docs that is no Rust: {error}: {block}")),
        }
    }
}

/// Whether rustdoc takes a fenced block for Rust.
fn is_rust(info: &str) -> bool {
    let words = [
        "",
        "rust",
        "ignore",
        "no_run",
        "should_panic",
        "compile_fail",
        "test_harness",
        "standalone",
        "standalone_crate",
        "custom",
    ];
    info.split([' ', ',', '\t']).all(|word| {
        words.contains(&word)
            || word.starts_with("edition")
            || word.starts_with('E')
            || word.starts_with('{')
            || word.starts_with('.')
    })
}

/// To the web, or an item of ours as our own docs spell it.
fn is_sound(target: &str) -> bool {
    let code = target.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    let is_path = |path: &str| path.chars().all(|character| character.is_alphanumeric() || "_:#.".contains(character));
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
        || code.is_some_and(is_path)
        || ["Self#", "Self::", "crate::", "Client::"].iter().any(|own| target.starts_with(own)) && is_path(target)
}
