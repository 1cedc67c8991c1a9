// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The ways to authorise calls, as the document declares them.

use trueform_runtime::{ApiKeyIn, SecurityKind, SecurityScheme};

/// A token.
///
/// Format of the token: JWT.
pub static TOKEN: SecurityScheme = SecurityScheme {
    name: "token",
    kind: SecurityKind::Http("bearer"),
};

/// The security scheme `basic`.
pub static BASIC: SecurityScheme = SecurityScheme {
    name: "basic",
    kind: SecurityKind::Http("basic"),
};

/// The security scheme `key`.
pub static KEY: SecurityScheme = SecurityScheme {
    name: "key",
    kind: SecurityKind::ApiKey {
        location: ApiKeyIn::Header,
        name: "X-Key",
    },
};

/// The security scheme `secret`.
pub static SECRET: SecurityScheme = SecurityScheme {
    name: "secret",
    kind: SecurityKind::ApiKey {
        location: ApiKeyIn::Query,
        name: "secret",
    },
};

/// The security scheme `signed`.
pub static SIGNED: SecurityScheme = SecurityScheme {
    name: "signed",
    kind: SecurityKind::Http("signature"),
};
