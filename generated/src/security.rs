// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The ways to authorise calls, as the document declares them.

use trueform_runtime::{SecurityKind, SecurityScheme};

/// The request signature of Oracle Cloud Infrastructure, version 1: an `Authorization` header of the form `Signature
/// version="1",headers="…",keyId="…",algorithm="rsa-sha256",signature="…"`.
pub static REQUEST_SIGNATURE: SecurityScheme = SecurityScheme {
    name: "requestSignature",
    kind: SecurityKind::Http("signature"),
};
