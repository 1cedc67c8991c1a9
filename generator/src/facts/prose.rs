//! What is said to people alone.

use crate::parse::keywords::Kind;

/// Whether documentation is all that a keyword can reach: what it says is for people, by the words of OpenAPI.
pub(super) fn is_prose(kind: Kind, key: &str) -> bool {
    match key {
        "description"
        | "summary"
        | "title"
        | "example"
        | "examples"
        | "externalDocs"
        | "termsOfService"
        | "bearerFormat"
        | "x-enum-descriptions" => true,
        "tags" => matches!(kind, Kind::Document | Kind::Operation),
        "contact" | "license" | "version" => kind == Kind::Info,
        _ => matches!(kind, Kind::Contact | Kind::License | Kind::Tag | Kind::ExternalDocumentation | Kind::Example),
    }
}
