//! What a document says, fact by fact, and whether anything comes of each: the meter of what is dropped in silence.
//!
//! A fact is what could be otherwise: a value, a bound, a name, an entry that is there or not. Each is changed alone, and
//! the changed document is generated; [`Facts::verdict`] says what the change did. No facts are comments, the order of
//! keys, unknown `x-` keys, the last part of the version in `openapi`, defaults that are spelled out, and keywords
//! that OpenAPI says have no meaning where they stand.
//!
//! ```
//! use trueform::facts::{Facts, Verdict};
//! use trueform::source::{Source, Sources};
//! use trueform::{Options, generate};
//!
//! let options = Options { package: None, runtime: "../runtime".to_owned(), standalone: false };
//! let outcome = |text: String| {
//!     let document = Source { name: "pets.json".to_owned(), text };
//!     generate(&Sources { document, settings: None }, &options)
//! };
//! let text = "{openapi: 3.0.3, info: {title: Pets, version: '1'}, paths: {}}".to_owned();
//! let facts = Facts::of(&Source { name: "pets.yaml".to_owned(), text }).unwrap();
//! let before = outcome(facts.text());
//! for fact in facts.all() {
//!     assert_ne!(facts.verdict(fact, &before, &outcome), Verdict::Silent, "{}", fact.pointer());
//! }
//! ```

mod addition;
mod alternative;
mod direction;
mod edit;
mod names;
mod prose;
mod silence;
mod verdict;
mod walk;

pub use verdict::Verdict;

use crate::diagnostic::Report;
use crate::outcome::Outcome;
use crate::parse::{self, node::Node};
use crate::source::{Pointer, Source};
use edit::Edit;

/// The facts of one document.
#[derive(Debug)]
pub struct Facts {
    tree: Node,
    all: Vec<Fact>,
}

/// One thing that a document says, and how it could be otherwise.
#[derive(Debug)]
pub struct Fact {
    pointer: Pointer,
    change: Change,
    /// Whether it is said to people alone, so that documentation is all that it can reach.
    prose: bool,
    /// The changes that could be made, each of some steps, the likeliest to be sound first.
    candidates: Vec<Vec<Edit>>,
}

/// In which way a fact is made otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It says something else.
    Changed,
    /// It has another name, and what refers to it follows.
    Renamed,
    /// It is gone.
    Removed,
    /// It was not there before.
    Added,
}

impl Fact {
    /// Where it stands in the document, or would stand.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// In which way it is made otherwise.
    pub fn change(&self) -> Change {
        self.change
    }
}

impl Facts {
    /// The facts of a document.
    ///
    /// # Errors
    ///
    /// What the report says, where the text cannot be read.
    pub fn of(source: &Source) -> Result<Self, Report> {
        let mut report = Report::default();
        match parse::tree(source, &mut report) {
            Some(tree) if !report.has_errors() => {
                let all = walk::facts(&tree);
                Ok(Self { tree, all })
            }
            _ => Err(report),
        }
    }

    /// Every fact, in the order of the document.
    pub fn all(&self) -> &[Fact] {
        &self.all
    }

    /// The document as it is, as JSON: what changed documents are to be compared with.
    pub fn text(&self) -> String {
        self.tree.to_json()
    }

    /// What a change of the fact does, where `generate` makes an outcome of a document's text. Of several changes, the
    /// first that leaves a sound document counts.
    pub fn verdict(&self, fact: &Fact, before: &Outcome, generate: impl Fn(String) -> Outcome) -> Verdict {
        let verdicts = fact.candidates.iter().map(|edits| {
            let mut tree = self.tree.clone();
            for edit in edits {
                edit.apply(&mut tree);
            }
            verdict::judge(fact, before, &generate(tree.to_json()))
        });
        let mut sound = verdicts.skip_while(|verdict| *verdict == Verdict::Rejected);
        sound.next().unwrap_or(Verdict::Rejected)
    }
}

#[cfg(test)]
mod tests;
