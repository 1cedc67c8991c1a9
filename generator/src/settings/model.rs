//! What settings say.

use crate::source::{Place, Pointer};

/// The settings of one crate.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// `document`: the path of the OpenAPI document, relative to the settings.
    pub document: Option<Setting>,
    /// `out`: the folder of the generated crate, relative to the settings.
    pub out: Option<Setting>,
    /// `keep_going`: whether errors of the document leave something out of the crate, instead of stopping the run.
    pub keep_going: bool,
    /// `link-base`: what relative links in descriptions are relative to.
    pub link_base: Option<Setting>,
    /// `[package]`.
    pub package: Package,
    /// `[dev-dependencies]`: names with their requirements as inline TOML, sorted.
    pub dev_dependencies: Vec<(String, String)>,
    /// `[dependencies]`: what the types of `[types]` come from, likewise.
    pub dependencies: Vec<(String, String)>,
    /// `examples`: the examples beside the crate that are written by hand and need the client.
    pub examples: Vec<String>,
    /// `[names]`: Rust names that override those that would be made.
    pub names: Vec<Override>,
    /// `[types]`: Rust types that stand in for what would be generated.
    pub types: Vec<Override>,
    /// `[service]`.
    pub service: Service,
}

/// A text, and where it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The text.
    pub text: String,
    /// Where it is set.
    pub place: Place,
}

/// What the manifest of the generated crate says about it, word for word.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// `name`.
    pub name: Option<Setting>,
    /// `version`.
    pub version: Option<Setting>,
    /// `edition`.
    pub edition: Option<Setting>,
    /// `rust-version`.
    pub rust_version: Option<Setting>,
    /// `license`.
    pub license: Option<Setting>,
    /// `description`.
    pub description: Option<Setting>,
    /// `repository`.
    pub repository: Option<Setting>,
    /// `homepage`.
    pub homepage: Option<Setting>,
    /// `documentation`.
    pub documentation: Option<Setting>,
    /// `authors`.
    pub authors: Vec<String>,
    /// `keywords`.
    pub keywords: Vec<String>,
    /// `categories`.
    pub categories: Vec<String>,
    /// `publish`.
    pub publish: Option<bool>,
}

/// A Rust name or type for something in the document. Whether there is such a thing, and whether the name can be one,
/// is for `plan` to say, at [`place`](Self::place).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// For what.
    pub subject: Subject,
    /// The Rust name, or the path of the Rust type.
    pub rust: String,
    /// Where it is set.
    pub place: Place,
}

/// What an [`Override`] is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The schema with this name.
    Schema(String),
    /// What stands there in the document; the key begins with `#/`.
    At(Pointer),
    /// Every scalar of this `format`.
    Format(String),
}

/// The conventions of a service that no OpenAPI document states.
#[derive(Clone, Debug, Default)]
pub struct Service {
    /// `request_id`: the header that identifies a request, sent and received.
    pub request_id: Option<Setting>,
    /// `idempotency_key`: the request header that makes a request repeatable whose method is not idempotent.
    pub idempotency_key: Option<Setting>,
    /// `error_code`: the JSON pointer, within the body of an error, of its code.
    pub error_code: Option<Setting>,
    /// `error_message`: the JSON pointer, within the body of an error, of its message.
    pub error_message: Option<Setting>,
    /// `retryable`: what may succeed when it is tried again, beside what always may.
    pub retryable: Vec<Retryable>,
    /// `help`: the address of help about an error, with `{status}` and `{code}`.
    pub help: Option<Setting>,
    /// `headers`: what is sent with every request, sorted by name.
    pub headers: Vec<(String, Setting)>,
    /// `credentials`: how requests are authorised.
    pub credentials: Option<Credentials>,
}

/// Errors that may succeed when they are tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retryable {
    /// The status.
    pub status: u16,
    /// The codes; empty for every code.
    pub codes: Vec<String>,
}

/// How requests are authorised, where the document alone cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// `oci`: the request signature of Oracle Cloud Infrastructure.
    Oci,
}
