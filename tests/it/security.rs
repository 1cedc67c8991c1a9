//! What a crate knows of the security of its document as a whole, which credentials are held against.

use std::fmt::Write as _;

use crate::check::{run, sources};

const SCHEMES: &str = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, token: {type: http, scheme: bearer}}}";

/// `client.rs` of a document with operations of this security, and what else it says.
fn client(operations: &[&str], more: &str) -> String {
    let mut text = format!("openapi: 3.0.3\ninfo: {{title: Guarded, version: '1'}}\n{more}\npaths:\n");
    for (index, security) in operations.iter().enumerate() {
        let _ = writeln!(
            text,
            "  /p{index}: {{get: {{operationId: op{index}, {security} responses: {{'204': {{description: Done.}}}}}}}}"
        );
    }
    let outcome = run(&sources(&text, None));
    let files = outcome.files.unwrap_or_else(|| panic!("the document is sound: {:?}", outcome.report));
    files["src/client.rs"].clone()
}

fn security(operations: &[&str], more: &str) -> String {
    let client = client(operations, more);
    let (_, security) = client.split_once("    security: Security::").expect("a service says what it knows");
    let (security, _) = security.split_once(')').expect("a list ends");
    security.split_whitespace().collect::<String>() + ")"
}

#[test]
fn a_document_that_says_nothing_of_security_leaves_it_to_the_credentials() {
    assert_eq!(security(&["", ""], ""), "Unstated(&[])");
    assert_eq!(security(&["", "security: [],"], ""), "Unstated(&[])");
    assert_eq!(security(&["", ""], SCHEMES), "Unstated(&[&security::KEY,&security::TOKEN])");
}

#[test]
fn what_operations_ask_for_is_what_credentials_can_be_for() {
    assert_eq!(security(&["", "security: [{token: []}],"], SCHEMES), "Stated(&[&security::TOKEN])");
    let whole = format!("{SCHEMES}\nsecurity: [{{key: []}}, {{}}]");
    assert_eq!(security(&["", "security: [],"], &whole), "Stated(&[&security::KEY])");
    assert_eq!(security(&["security: [],"], SCHEMES), "Stated(&[])");
    assert_eq!(security(&[""], "security: []"), "Stated(&[])");
}

#[test]
fn credentials_for_one_scheme_can_be_named_where_there_is_one() {
    assert!(client(&[""], SCHEMES).contains("pub fn credentials_for("));
    assert!(!client(&[""], "").contains("credentials_for"));
}
