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
//! let options = Options { package: None, runtime: "../runtime".to_owned(), standalone: false, keep_going: false };
//! let outcome = |text: String| {
//!     let document = Source { name: "pets.json".to_owned(), text };
//!     generate(&Sources { document, settings: None }, &options)
//! };
//! let text = "{openapi: 3.0.3, info: {title: Pets, version: '1'}, paths: {}}".to_owned();
//! let document = Source { name: "pets.yaml".to_owned(), text };
//! let facts = Facts::of(&Sources { document, settings: None }).unwrap();
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
mod replaced;
mod silence;
mod verdict;
mod walk;

pub use verdict::Verdict;

use crate::diagnostic::Report;
use crate::outcome::Outcome;
use crate::parse::{self, node::Node};
use crate::settings;
use crate::source::{Pointer, Sources};
use edit::Edit;

/// The facts of one document.
#[derive(Debug)]
pub struct Facts {
    tree: Node,
    all: Vec<Fact>,
    /// The schemas for which the settings choose a type.
    replaced: Vec<Pointer>,
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
    /// What the report says, where a text cannot be read.
    pub fn of(sources: &Sources) -> Result<Self, Report> {
        let mut report = Report::default();
        let tree = parse::tree(&sources.document, &mut report);
        let settings = sources.settings.as_ref().and_then(|source| settings::parse(source, &mut report));
        match tree {
            Some(tree) if !report.has_errors() => {
                let replaced = replaced::schemas(&tree, &settings.unwrap_or_default());
                Ok(Self { all: walk::facts(&tree), tree, replaced })
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
            match verdict::judge(fact, before, &generate(tree.to_json())) {
                Verdict::Documented | Verdict::Silent if self.is_replaced(fact) => Verdict::Reported,
                verdict => verdict,
            }
        });
        let mut sound = verdicts.skip_while(|verdict| *verdict == Verdict::Rejected);
        sound.next().unwrap_or(Verdict::Rejected)
    }

    /// Whether the settings say that what the document says there is not looked at.
    fn is_replaced(&self, fact: &Fact) -> bool {
        let at = fact.pointer.as_str();
        self.replaced.iter().any(|schema| at.strip_prefix(schema.as_str()).is_some_and(|rest| rest.starts_with('/')))
    }
}

#[cfg(test)]
mod tests;
