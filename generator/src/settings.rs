//! The settings of a crate: what no OpenAPI document states (`spec/*.toml`).
//!
//! ```toml
//! document = "pets.yaml"                # beside this file
//! out = "../generated"
//! examples = ["list_pets"]              # written by hand in `out/examples`; they need the client
//! keep_going = false                    # whether an error of the document leaves something out, or stops the run
//! link-base = "https://docs.example"    # what relative links in descriptions are relative to
//!
//! [package]                             # as in Cargo.toml
//! name = "pets"
//! version = "0.1.0"
//!
//! [dependencies]                        # what the types of `[types]` come from, as in Cargo.toml
//! rust_decimal = { version = "1", features = ["serde"] }
//!
//! [dev-dependencies]                    # what the examples need, as in Cargo.toml
//! tokio = "1"
//!
//! [names]                               # the Rust names of schemas, and of whatever a pointer leads to
//! Pet = "Animal"
//! "#/components/schemas/Pet/properties/kind" = "species"
//!
//! [types.schemas]                       # a Rust type instead of a generated one
//! Money = "rust_decimal::Decimal"
//! [types.formats]                       # a Rust type for all strings or numbers of a format
//! uuid = "uuid::Uuid"
//!
//! [service]                             # the conventions of the service
//! request_id = "opc-request-id"         # the header that identifies a request
//! error_code = "/code"                  # JSON pointers into the body of an error
//! error_message = "/message"
//! help = "https://docs.example/errors#{status}_{code}"
//! credentials = "oci"
//! retryable = [{ status = 409, codes = ["IncorrectState"] }]
//! headers = { opc-client-info = "pets" }
//! ```

mod model;
mod package_name;
mod read;
mod table;

pub use model::{Credentials, Override, Package, Retryable, Service, Setting, Settings, Subject};
pub use package_name::{PACKAGE_NAMES, is_package_name};
pub use read::parse;

#[cfg(test)]
mod tests;
