//! From a document to [`Api`]: resolves every reference, and says what is not honoured, at its place.
//!
//! Each room below adds its methods to [`Lowering`](context::Lowering), so that rooms that need each other (objects hold
//! schemas, schemas are objects) do not have to import each other. Every `openapiv3` struct is taken apart without `..`,
//! so that a field which a newer version adds cannot be forgotten.

mod body;
mod choice;
mod combinator;
mod conjunction;
mod context;
mod declared;
mod default;
mod discriminator;
mod docs;
mod enumeration;
mod implied;
mod keywords;
mod kind;
mod list;
mod literal;
mod null;
mod object;
mod operation;
mod parameter;
mod path;
mod pattern;
mod polling;
mod reference;
mod reply;
mod scalar;
mod schema;
mod security;
mod selection;
mod server;
mod server_url;
mod style;
#[cfg(test)]
mod tests;
mod walk;
mod whole;

use crate::api::Api;
use crate::diagnostic::Report;
use crate::parse::Document;
use context::Lowering;

/// Says what an API is, and reports what of the document is not honoured. `None` where an error leaves no API; the
/// report then says which.
pub fn lower(document: &Document, report: &mut Report) -> Option<Api> {
    let mut lowering = Lowering::new(document, report);
    lowering.declared_schemas();
    let schemes = lowering.security_schemes();
    let operations = lowering.operations(&schemes);
    lowering.unused_components();
    lowering.referred_schemas();
    lowering.ways_of_no_property();
    lowering.check_defaults();
    let servers = lowering.servers();
    let mut api = lowering.finish(schemes, operations, servers);
    default::copy_to_holders(&mut api);
    (!report.has_errors()).then_some(api)
}
