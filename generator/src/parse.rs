//! From the text of a document to an `openapiv3::OpenAPI` that has lost nothing on the way.
//!
//! Text becomes a tolerant tree, fixups mend what is odd in it, a check against one table of keywords reports what is
//! wrong, and what is sound goes to `openapiv3`.
//!
//! # What `openapiv3` 2.2 does to a document
//!
//! It keeps the following facts in another form, which whoever reads [`Document::openapi`] must expect:
//!
//! - A schema becomes `SchemaKind::Type` only if every keyword in it suits its `type`, and every value of its `enum`
//!   does; `enum` on an object or array, `format` on a boolean, `allOf` beside `type`, a bound with a fraction on an
//!   integer, or a missing `type` beside `properties` all give `SchemaKind::Any(AnySchema)`, with the word of `type`
//!   in `typ`. The words of `type` are sound, since the check refuses others.
//! - `SchemaKind::{AllOf, OneOf, AnyOf, Not}` arise only where no other keyword of shape stands beside.
//! - In an `AnySchema`, an absent `enum`, `required`, `properties`, `allOf`, `oneOf` or `anyOf` is an empty one.
//! - The operations of a path item come in the order of `openapiv3::PathItem::iter`, and `default` of the responses
//!   apart from the others; the order of the document is lost in these two places.
//! - `null` in an `enum` is `None` in a typed schema, and `Value::Null` in an `AnySchema`.
//!
//! What it would lose, and what happens instead:
//!
//! - What stands beside the `$ref` of a schema: `{$ref, …}` becomes `{allOf: [{$ref}], …}`.
//! - Numbers that it rounds or refuses travel in the extensions that [`carried`] lists.
//! - References in places where OpenAPI allows none, path items that are references, and references into the middle
//!   of other nodes: copied, or moved to `components/schemas` (the place stays the original one). Every `$ref` that is
//!   left is `#/components/SECTION/NAME`, exists, is of the right kind, and ends at something that is no reference.
//! - Keys of `paths` without a slash, keys of `responses` that are no status, unknown words of `type`: reported.
//! - `explode` of a header, callbacks, links, `encoding`, `xml`, `servers` of paths and operations: reported as not
//!   honoured, and taken out.

pub mod carried;

mod check;
mod condition;
mod depth;
mod deserialize;
mod fixup;
pub(crate) mod keywords;
mod nesting;
pub(crate) mod node;
mod omission;
mod origin;
mod pass;
mod read;
mod reference;
mod refusal;
mod version;

use std::cell::OnceCell;

use crate::diagnostic::{Diagnostic, Report};
use crate::source::{On, Place, Pointer, Source, Sources};
pub use omission::LeftOut;
pub(crate) use omission::Omissions;
use omission::References;
use origin::Origins;
use pass::Pass;

/// A document that was read, checked and fixed up.
#[derive(Clone, Debug)]
pub struct Document {
    /// The fixed-up tree as `openapiv3` holds it.
    pub openapi: openapiv3::OpenAPI,
    origins: Origins,
}

impl Document {
    /// The place in the original text of what `pointer` means in the fixed-up tree.
    pub fn place(&self, pointer: &Pointer, on: On) -> Place {
        self.origins.place(pointer, on)
    }
}

/// Reads the document of a run. `None` where there is an error, which then is in the report.
pub fn parse(sources: &Sources, report: &mut Report) -> Option<Document> {
    let mut origins = Origins::default();
    let tree = read_tree(&sources.document, &mut origins, report)?;
    document(tree, origins, &sources.document, report)
}

/// A text that was read, and not checked.
#[derive(Debug)]
pub(crate) struct Text {
    tree: node::Node,
    origins: Origins,
    /// The texts of its references, where they were asked for.
    references: OnceCell<References>,
}

impl Text {
    /// Reads a text. `None` where it has no tree; where it has, errors may have been found all the same.
    pub(crate) fn read(source: &Source, report: &mut Report) -> Option<Self> {
        let mut origins = Origins::default();
        let tree = read_tree(source, &mut origins, report)?;
        Some(Self { tree, origins, references: OnceCell::new() })
    }

    /// The document without what is left out of it. `None` where there still is an error.
    pub(crate) fn document(&self, source: &Source, omissions: &Omissions, report: &mut Report) -> Option<Document> {
        let (mut tree, mut origins) = (self.tree.clone(), self.origins.clone());
        if !omissions.is_empty() {
            omissions.apply(&mut tree, &mut origins);
        }
        document(tree, origins, source, report)
    }

    /// Leaves out what these errors ask for; `false` where nothing can be had without one of them.
    pub(crate) fn leave_out(&self, omissions: &mut Omissions, errors: &[Diagnostic]) -> bool {
        omissions.extend(&self.tree, self.references(), &self.origins, errors)
    }

    /// Whether something is said only because of what was left out.
    pub(crate) fn accounts_for(&self, omissions: &Omissions, diagnostic: &Diagnostic) -> bool {
        !omissions.is_empty() && omissions.account_for(&self.tree, self.references(), &self.origins, diagnostic)
    }

    /// Whether a place of the text is in what was left out.
    pub(crate) fn lacks(&self, omissions: &Omissions, place: &Pointer) -> bool {
        omissions.cover(&self.origins, place)
    }

    /// How much was left out.
    pub(crate) fn left_out(&self, omissions: &Omissions) -> LeftOut {
        omissions.count(&self.tree, self.references())
    }

    fn references(&self) -> &References {
        self.references.get_or_init(|| omission::references(&self.tree))
    }
}

fn document(mut tree: node::Node, mut origins: Origins, source: &Source, report: &mut Report) -> Option<Document> {
    let mut pass = Pass::new(source, &mut origins, report);
    if !version::is_supported(&tree, &mut pass) {
        return None;
    }
    let gathered = check::check(&mut tree, &mut pass);
    reference::check(&tree, &gathered.references, &mut pass);
    nesting::check(&gathered.references, &mut pass);
    if pass.has_errors() {
        return None;
    }
    fixup::set_aside(&mut tree, &gathered.aside);
    fixup::relocate_targets(&mut tree, &gathered.references, &mut pass);
    match deserialize::openapi(&tree) {
        Ok(openapi) if !pass.has_errors() => Some(Document { openapi, origins }),
        Ok(_) => None,
        Err(refusal) => {
            refusal::report(&tree, &refusal, &mut pass);
            None
        }
    }
}

/// The tree of a text, before anything is known about OpenAPI. `None` where it cannot be read.
pub(crate) fn tree(source: &Source, report: &mut Report) -> Option<node::Node> {
    read_tree(source, &mut Origins::default(), report)
}

fn read_tree(source: &Source, origins: &mut Origins, report: &mut Report) -> Option<node::Node> {
    let (mut tree, noticed) = read::read(source, report)?;
    let mut pass = Pass::new(source, origins, report);
    if noticed.numbers {
        fixup::exact_numbers(&mut tree, &mut pass);
    }
    if noticed.merges {
        fixup::merge_keys(&mut tree, &mut pass);
    }
    Some(tree)
}

#[cfg(test)]
mod tests;
