//! From the text of a document to an `openapiv3::OpenAPI` that has lost nothing on the way.

pub mod carried;
mod deserialize;
mod node;
mod origin;
mod read;

use serde::Deserialize;

use crate::diagnostic::{Report, parse as mistake};
use crate::source::{On, Place, Pointer, Sources};
use origin::Origins;

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
    let tree = read::read(&sources.document, report)?;
    let origins = Origins::default();
    match openapiv3::OpenAPI::deserialize(&tree) {
        Ok(openapi) if !report.has_errors() => Some(Document { openapi, origins }),
        Ok(_) => None,
        Err(refusal) => {
            let place = origins.place(&Pointer::root(), On::Value);
            report.push(mistake::refused(place, "OpenAPI document", &refusal.to_string()));
            None
        }
    }
}
