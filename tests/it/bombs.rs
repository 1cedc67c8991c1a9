//! Small documents that ask for much: each gives files or located errors, on the stack of a test and in its memory.
//!
//! With `TRUEFORM_SLOW=1` the large ones are ten times as large.

use std::fmt::Write;

use trueform::Outcome;

use crate::check::{run, sources};

/// This many, or ten times as many where there is time for it.
fn scaled(many: usize) -> usize {
    if std::env::var_os("TRUEFORM_SLOW").is_some_and(|value| value == "1") { many * 10 } else { many }
}

/// A document with these schemas.
fn schemas(schemas: &str) -> String {
    format!("{{openapi: 3.0.3, info: {{title: T, version: '1'}}, paths: {{}}, components: {{schemas: {{{schemas}}}}}}}")
}

/// Runs, and holds what must hold for every document.
#[track_caller]
fn outcome(document: &str) -> Outcome {
    let outcome = run(&sources(document, None));
    assert_eq!(outcome.files.is_none(), outcome.report.has_errors());
    outcome
}

/// The codes of the errors, each once.
fn errors(outcome: &Outcome) -> Vec<&'static str> {
    let said = outcome.report.diagnostics().iter();
    let mut codes: Vec<_> =
        said.filter(|said| said.severity == trueform::diagnostic::Severity::Error).map(|said| said.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[track_caller]
fn refused(document: &str, code: &str) {
    assert_eq!(errors(&outcome(document)), [code]);
}

#[track_caller]
fn accepted(document: &str) -> Outcome {
    let outcome = outcome(document);
    assert_eq!(errors(&outcome), [""; 0]);
    outcome
}

#[test]
fn depth_is_refused() {
    const DEPTH: usize = 100_000;
    for opening in ["{\"a\":", "[", "{a: ", "[[{b: ", "- "] {
        refused(&opening.repeat(DEPTH), "unreadable-text");
    }
    refused(&format!("{}1{}", "{\"a\":[".repeat(DEPTH), "]}".repeat(DEPTH)), "unreadable-text");
    let mut block = String::new();
    for depth in 0..1_000 {
        let _ = writeln!(block, "{}a:", " ".repeat(depth));
    }
    refused(&block, "unreadable-text");
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut laughs = String::from("a0: &a0 [l, l, l, l, l, l, l, l, l, l]\n");
    for level in 1..30 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        let _ = writeln!(laughs, "a{level}: &a{level} [{before}]");
    }
    refused(&laughs, "unreadable-text");
    refused("a: &a {b: *a}", "unreadable-text");
}

#[test]
fn references_in_circles_are_said() {
    let reference = |name: &str| format!("{{$ref: '#/components/schemas/{name}'}}");
    let (a, b) = (reference("A"), reference("B"));
    for shape in
        ["R", "{allOf: [R]}", "{allOf: [R, {type: object}]}", "{allOf: [{allOf: [R]}]}", "{nullable: true, allOf: [R]}"]
    {
        let document = schemas(&format!("A: {}, B: {}", shape.replace('R', &b), shape.replace('R', &a)));
        assert!(!outcome(&document).report.diagnostics().is_empty(), "{shape}");
    }
    for shape in [
        "{oneOf: [R, R]}",
        "{anyOf: [R]}",
        "{not: R}",
        "{type: array, items: R}",
        "{type: object, additionalProperties: R}",
        "{type: object, required: [a], properties: {a: R}}",
    ] {
        outcome(&schemas(&format!("A: {}, B: {}", shape.replace('R', &b), shape.replace('R', &a))));
        outcome(&schemas(&format!("A: {}", shape.replace('R', &a))));
    }
}

#[test]
fn many_of_everything() {
    let list = |many: usize, item: &dyn Fn(usize) -> String| (0..many).map(item).collect::<Vec<_>>().join(", ");
    let object = |index| format!("{{type: object, properties: {{p{index}: {{type: string}}}}}}");
    // Each alternative is a type, each member of `allOf` a part of one.
    for (keyword, many) in [("oneOf", scaled(1_000)), ("anyOf", scaled(1_000)), ("allOf", 10_000)] {
        accepted(&schemas(&format!("A: {{{keyword}: [{}]}}", list(many, &object))));
    }
    let values = list(scaled(1_000), &|index| format!("v{index}"));
    accepted(&schemas(&format!("A: {{type: string, enum: [{values}]}}")));
    let properties = list(scaled(1_000), &|index| format!("p{index}: {{type: string}}"));
    accepted(&schemas(&format!("A: {{type: object, properties: {{{properties}}}}}")));
    accepted(&schemas(&list(scaled(1_000), &|index| format!("A{index}: {{type: string}}"))));
}

#[test]
fn merges_that_multiply_are_merged_once() {
    let mut diamond = String::from("A0: {type: object, properties: {a: {type: string}}}");
    for level in 1..60 {
        let before = format!("{{$ref: '#/components/schemas/A{}'}}", level - 1);
        let _ = write!(diamond, ", A{level}: {{allOf: [{before}, {before}]}}");
    }
    accepted(&schemas(&diamond));
}

/// What hands on to the next, once to the end and once in a circle.
const LINKS: &[&str] = &[
    "R",
    "{allOf: [R]}",
    "{allOf: [R, {type: object, properties: {b: {type: string}}}]}",
    "{type: array, items: R}",
    "{type: object, additionalProperties: R}",
    "{type: object, properties: {a: R}}",
    "{oneOf: [R, R]}",
];

fn chain(link: &str, length: usize, last: &str) -> String {
    let mut chain = format!("A0: {last}");
    for level in 1..length {
        let before = format!("{{$ref: '#/components/schemas/A{}'}}", level - 1);
        let _ = write!(chain, ", A{level}: {}", link.replace('R', &before));
    }
    schemas(&chain)
}

#[test]
fn long_chains_of_references_are_refused() {
    for link in LINKS {
        refused(&chain(link, scaled(10_000), "{type: object, properties: {a: {type: string}}}"), "deep-references");
        accepted(&chain(link, 100, "{type: object, properties: {a: {type: string}}}"));
    }
}

#[test]
fn long_circles_have_room() {
    for link in ["{type: array, items: R}", "{type: object, properties: {a: R}}"] {
        let length = scaled(300);
        let last = link.replace('R', &format!("{{$ref: '#/components/schemas/A{}'}}", length - 1));
        accepted(&chain(link, length, &last));
    }
}

#[test]
fn long_texts() {
    let long = "a".repeat(scaled(100_000));
    let ten = "word [a] <b> `c\n".repeat(scaled(5_000));
    let document = |name: &str, text: &str| {
        let texts = [
            ("schema", "A"),
            ("property", "p"),
            ("value", "v"),
            ("path", "x"),
            ("id", "get"),
            ("words", "w"),
            ("title", "T"),
        ];
        let mut document = "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"@title\", \"version\": \"1\", \"description\": \"@words\"}, \
            \"paths\": {\"/@path\": {\"get\": {\"operationId\": \"@id\", \"responses\": {\"204\": {\"description\": \"d\"}}}}}, \
            \"components\": {\"schemas\": {\"@schema\": {\"type\": \"object\", \"properties\": {\"@property\": {\"type\": \"string\", \"enum\": [\"@value\"]}}}}}}".to_owned();
        for (place, benign) in texts {
            document = document.replace(
                &format!("\"@{place}\""),
                &serde_json::Value::from(if place == name { text } else { benign }).to_string(),
            );
            document = document.replace(&format!("@{place}"), if place == name { text } else { benign });
        }
        document
    };
    for place in ["schema", "property", "value", "path", "id", "words", "title"] {
        let outcome = accepted(&document(place, &long));
        let size: usize = outcome.files.iter().flatten().map(|(_, text)| text.len()).sum();
        assert!(size < 20 * long.len() + 100_000, "{place}: {size}");
    }
    accepted(&document("words", &ten));
    for sign in
        ["[", "*", "`", "<", "> ", "- ", "_a", "![", "](", "**a ", "&", "|", "a\n\n", "# ", "~", "<a ", "[a]: b\n"]
    {
        accepted(&document("words", &sign.repeat(scaled(2_000))));
    }
}

#[test]
fn patterns_that_explode() {
    for pattern in [
        "(a{1000}){1000}".to_owned(),
        "((((a{100}){100}){100}){100}){100}".to_owned(),
        "a{4294967295}".to_owned(),
        "(".repeat(50_000),
        format!("{}a{}", "(".repeat(50_000), ")".repeat(50_000)),
        format!("{}a{}", "(?:".repeat(200), ")".repeat(200)),
        "[".repeat(50_000),
        "a|".repeat(scaled(1_000)),
        "\\p{L}".repeat(scaled(20)),
        "(a*)*".repeat(1_000),
    ] {
        outcome(&schemas(&format!("A: {{type: string, pattern: '{pattern}'}}")));
    }
    accepted(&schemas(
        "A: {type: string, minLength: 18446744073709551615, maxLength: 18446744073709551615}, B: {type: array, items: {type: string}, maxItems: 99999999999999999999999}",
    ));
}

#[test]
fn a_path_of_a_thousand_parameters() {
    let names: Vec<String> = (0..1_000).map(|index| format!("p{index}")).collect();
    let path = format!("/{{{}}}", names.join("}/{"));
    let parameters: Vec<String> = names
        .iter()
        .map(|name| format!("{{name: {name}, in: path, required: true, schema: {{type: string}}}}"))
        .collect();
    accepted(&format!(
        "{{openapi: 3.0.3, info: {{title: T, version: '1'}}, paths: {{? '{path}' : {{get: {{operationId: g, parameters: [{}], responses: {{'204': {{description: d}}}}}}}}}}}}",
        parameters.join(", ")
    ));
}

#[test]
fn schemas_within_schemas() {
    for depth in [10, 25, 60] {
        let nested =
            format!("{}{{type: string}}{}", "{type: object, properties: {a: ".repeat(depth), "}}".repeat(depth));
        outcome(&schemas(&format!("A: {nested}")));
        let nested = format!("{}{{type: string}}{}", "{type: array, items: ".repeat(depth), "}".repeat(depth));
        outcome(&schemas(&format!("A: {nested}")));
        let nested = format!("{}{{type: string}}{}", "{allOf: [{type: object}, ".repeat(depth), "]}".repeat(depth));
        outcome(&schemas(&format!("A: {nested}")));
    }
}
