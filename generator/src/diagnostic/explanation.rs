//! What each code means, at length: why it matters, what stands in, a document that has it and one that has not.
//!
//! The texts are Markdown, a heading of the second level for each code. Fences that say `erroneous` hold what brings the
//! code about, those that say `mended` the way out; what every document must have is left away in them.

use crate::spelling;

const GROUPS: [&str; 7] = [
    include_str!("explanation/text.md"),
    include_str!("explanation/structure.md"),
    include_str!("explanation/references.md"),
    include_str!("explanation/schemas.md"),
    include_str!("explanation/operations.md"),
    include_str!("explanation/service.md"),
    include_str!("explanation/settings.md"),
];

/// What one code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code, for example `dangling-reference`.
    pub code: &'static str,
    /// In one sentence.
    pub summary: &'static str,
    /// The whole explanation, in Markdown. It begins with the summary.
    pub text: &'static str,
}

/// The explanations of all codes of diagnostics, those of one topic beside each other.
pub fn explanations() -> impl Iterator<Item = Explanation> + Clone {
    GROUPS.into_iter().flat_map(read)
}

/// The explanations in a text of the same form as those of this module.
pub fn read(markdown: &'static str) -> impl Iterator<Item = Explanation> + Clone {
    markdown.split("\n## ").skip(1).map(|section| {
        let (code, text) = section.split_once('\n').unwrap_or((section, ""));
        let text = text.trim();
        Explanation { code: code.trim(), summary: text.lines().next().unwrap_or_default(), text }
    })
}

/// The explanation of a code.
///
/// # Errors
///
/// Where there is no such code, with the one that is spelled much like it, if any.
pub fn find(
    code: &str,
    explanations: impl Iterator<Item = Explanation> + Clone,
) -> Result<Explanation, Option<&'static str>> {
    let found = explanations.clone().find(|explanation| explanation.code == code);
    found.ok_or_else(|| spelling::nearest(code, explanations.map(|explanation| explanation.code)))
}
