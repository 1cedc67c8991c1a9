//! A document with mistakes in it gives a crate of all that is sound in it, where the run is to keep going.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use trueform::diagnostic::{Diagnostic, Report, Severity};
use trueform::source::{SourceId, Sources};
use trueform::{Files, LeftOut, Options, Outcome, generate};

use crate::check::{root, run, sources};

/// The codes of errors without which nothing can be had, be it of a document or of settings.
const STOPPING: &[&str] = &[
    "no-openapi",
    "unreadable-text",
    "unsupported-version",
    "bad-setting",
    "missing-setting",
    "override-is-no-name",
    "override-is-no-path",
    "override-of-nothing",
    "unknown-setting",
    "unreadable-settings",
    "wrong-setting",
];

fn kept_going(sources: &Sources) -> Outcome {
    let options = Options {
        package: Some("sample".to_owned()),
        runtime: "runtime".to_owned(),
        standalone: false,
        keep_going: true,
    };
    generate(sources, &options)
}

fn cases() -> Vec<(PathBuf, Sources)> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let document = fs::read_to_string(&path).expect("a case can be read");
            let settings = fs::read_to_string(path.with_extension("toml")).ok();
            cases.push((path, sources(&document, settings.as_deref())));
        }
    }
    cases
}

fn errors(report: &Report) -> Vec<&Diagnostic> {
    report.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect()
}

/// Lists in lists in lists take more stack than a test has.
fn assert_rust(files: Files) {
    let read = move || {
        for (path, text) in files.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "rs")) {
            assert!(syn::parse_file(text).is_ok(), "{path} is no Rust:\n{text}");
        }
    };
    let reader = std::thread::Builder::new().stack_size(256 << 20).spawn(read).expect("a thread can be had");
    reader.join().expect("all is Rust");
}

#[test]
fn every_case_with_errors_gives_a_crate_or_has_one_that_stops() {
    let mut broken = 0;
    for (path, sources) in cases() {
        let name = path.display();
        let stopped = run(&sources);
        let going = kept_going(&sources);
        if stopped.files.is_some() {
            assert_eq!(going.files, stopped.files, "{name}: a sound document gives the same crate");
            assert_eq!(going.report.diagnostics(), stopped.report.diagnostics(), "{name}");
            assert_eq!(going.left_out, LeftOut::default(), "{name}");
            continue;
        }
        broken += 1;
        let stops = errors(&stopped.report).iter().any(|error| STOPPING.contains(&error.code));
        assert_eq!(going.files.is_none(), stops, "{name}: {:#?}", going.report);
        assert_eq!(stopped.can_keep_going, !stops, "{name}");
        for diagnostic in stopped.report.diagnostics() {
            assert!(going.report.diagnostics().contains(diagnostic), "{name} hides {diagnostic:?}");
        }
        if let Some(files) = going.files {
            assert_rust(files);
        }
    }
    assert!(broken > 10, "{broken} cases have errors");
}

/// One of everything that an error can be in, and beside it an operation that is sound.
fn whole() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Sample", "version": "1", "description": "An API.", "contact": {"name": "We"}},
        "servers": [{"url": "https://{zone}.sample.test", "variables": {"zone": {"default": "a", "enum": ["a", "b"]}}}],
        "security": [{"key": []}],
        "tags": [{"name": "Pets", "description": "Animals."}],
        "paths": {
            "/sound": {"get": {"operationId": "sound", "responses": {"204": {"description": "Nothing."}}}},
            "/pets/{id}": {
                "description": "One pet.",
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                "put": {
                    "operationId": "putPet",
                    "tags": ["Pets"],
                    "summary": "Puts a pet.",
                    "deprecated": true,
                    "security": [{"key": []}, {"flows": ["write"]}],
                    "parameters": [
                        {"$ref": "#/components/parameters/Limit"},
                        {"name": "X-Owner", "in": "header", "required": true, "schema": {"type": "string"}},
                        {"name": "sort", "in": "query", "explode": false, "style": "form",
                         "schema": {"type": "array", "items": {"type": "string", "enum": ["up", "down"]}}}
                    ],
                    "requestBody": {"required": true, "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}, "example": {"name": "Rex"}},
                        "text/plain": {"schema": {"type": "string"}}
                    }},
                    "responses": {
                        "200": {
                            "description": "The pet.",
                            "headers": {"ETag": {"schema": {"type": "string"}}},
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
                        },
                        "default": {"$ref": "#/components/responses/Failed"}
                    }
                }
            }
        },
        "components": {
            "schemas": {
                "Pet": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string", "maxLength": 20},
                        "age": {"type": "integer", "minimum": 0},
                        "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
                        "home": {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"street": {"type": "string"}}}]}
                    }
                }
            },
            "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}},
            "responses": {"Failed": {"description": "It failed.", "content": {"application/json": {"schema": {"type": "object"}}}}},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "flows": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {"write": "Write."}}}}
            }
        }
    })
}

fn read(document: &Value) -> Sources {
    sources(&document.to_string(), None)
}

/// The pointers to every value of a document but the whole.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut part = |key: &str, part: &Value| {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        found.push(at.clone());
        pointers(part, &at, found);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| part(key, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| part(&index.to_string(), value)),
        _ => {}
    }
}

/// Whatever one value of a document is replaced with, all that is not in it or stands on it is generated.
#[test]
fn whatever_is_broken_the_rest_is_generated() {
    let whole = whole();
    assert_eq!(errors(&run(&read(&whole)).report), Vec::<&Diagnostic>::new());
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    assert!(places.len() > 140, "{}", places.len());
    let replacements =
        [json!(null), json!([["x"]]), json!({"$ref": "#/nowhere"}), json!("nonsense"), json!({"type": "nonsense"})];
    let mut left_out = 0;
    for place in places.iter().filter(|place| *place != "/openapi") {
        for replacement in &replacements {
            let mut document = whole.clone();
            *document.pointer_mut(place).expect("it was found there") = replacement.clone();
            let sources = read(&document);
            let stopped = run(&sources);
            let going = catch_unwind(AssertUnwindSafe(|| kept_going(&sources)));
            let going = going.unwrap_or_else(|_| panic!("{place} as {replacement} panics"));
            let Some(files) = going.files else { panic!("{place} as {replacement}: {:#?}", going.report) };
            for error in errors(&stopped.report) {
                assert!(going.report.diagnostics().contains(error), "{place} as {replacement} hides {error:?}");
            }
            assert_eq!(errors(&going.report).is_empty(), stopped.files.is_some(), "{place} as {replacement}");
            if !place.starts_with("/paths/~1sound") && place != "/paths" {
                assert!(files.contains_key("src/operations/sound.rs"), "{place} as {replacement} takes more with it");
            }
            if stopped.files.is_none() {
                left_out += 1;
                assert_ne!(going.left_out, LeftOut::default(), "{place} as {replacement}");
                assert_rust(files);
            }
        }
    }
    assert!(left_out > 200, "{left_out} replacements are errors");
}

/// What is left out of [`whole`] where one value of it is another, what is said of it that was not said before, and the files.
fn without(place: &str, replacement: Value) -> (LeftOut, Vec<String>, Files) {
    let mut document = whole();
    *document.pointer_mut(place).expect("there is such a place") = replacement;
    let going = kept_going(&read(&document));
    let before = run(&read(&whole())).report;
    let said = going.report.diagnostics().iter().filter(|diagnostic| !before.diagnostics().contains(diagnostic));
    let said = said.map(|diagnostic| format!("{} {}", diagnostic.code, diagnostic.place.pointer)).collect();
    (going.left_out, said, going.files.expect("there is a crate"))
}

/// The lines of docs as one text.
fn prose(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_start_matches("//!").trim_start_matches("///").trim());
    lines.collect::<Vec<_>>().join(" ")
}

const PUT: &str = "src/operations/put_pet.rs";

#[test]
fn a_schema_takes_any_value_and_its_field_says_why() {
    let (left_out, said, files) =
        without("/components/schemas/Pet/properties/age", json!({"$ref": "#/components/schemas/Age"}));
    assert_eq!(left_out, LeftOut { schemas: 1, ..LeftOut::default() });
    assert_eq!(said, ["dangling-reference /components/schemas/Pet/properties/age/$ref"]);
    let pet = &files["src/models/pet.rs"];
    assert!(pet.contains("pub age: Option<Value>") && pet.contains("pub name: String"), "{pet}");
    let sentence =
        "The document has an error here, so this is any value: nothing stands at `#/components/schemas/Age`.";
    assert!(prose(pet).contains(sentence), "{pet}");
}

#[test]
fn a_schema_without_docs_of_its_own_is_told_of_by_what_holds_it() {
    let (left_out, _, files) =
        without("/components/schemas/Pet/properties/friends/items", json!({"$ref": "#/components/schemas/Dog"}));
    assert_eq!(left_out, LeftOut { schemas: 1, ..LeftOut::default() });
    let pet = &files["src/models/pet.rs"];
    assert!(pet.contains("Vec<Value>") && prose(pet).contains("nothing stands at `#/components/schemas/Dog`"), "{pet}");
    let body = "/paths/~1pets~1{id}/put/responses/200/content/application~1json/schema";
    let (_, _, files) = without(body, json!({"type": "pet"}));
    assert!(prose(&files[PUT]).contains("any value: `pet` is nothing that `type` takes"), "{}", files[PUT]);
}

#[test]
fn a_reply_carries_what_nobody_knows() {
    let reply = "/paths/~1pets~1{id}/put/responses/200";
    let (left_out, said, files) = without(reply, json!({"$ref": "#/components/schemas/Pet"}));
    assert_eq!(left_out, LeftOut { replies: 1, ..LeftOut::default() });
    assert_eq!(said, ["wrong-reference /paths/~1pets~1{id}/put/responses/200/$ref"]);
    assert!(files[PUT].contains("Response<Bytes>"), "{}", files[PUT]);
    assert!(prose(&files[PUT]).contains("so it is not known what this reply carries: "), "{}", files[PUT]);
}

#[test]
fn an_optional_parameter_goes_and_a_required_one_takes_its_operation_along() {
    let (left_out, _, files) = without("/paths/~1pets~1{id}/put/parameters/2/style", json!("odd"));
    assert_eq!(left_out, LeftOut { parameters: 1, ..LeftOut::default() });
    let put = &files[PUT];
    let sentence =
        "Left out because of an error in the document: the parameter `sort` (`odd` is nothing that `style` takes).";
    assert!(prose(put).contains(sentence) && !put.contains("fn sort") && put.contains("fn limit"), "{put}");
    let (left_out, _, files) = without("/paths/~1pets~1{id}/put/parameters/1/in", json!("odd"));
    assert_eq!(left_out, LeftOut { operations: 1, ..LeftOut::default() });
    assert!(!files.contains_key(PUT) && files.contains_key("src/operations/sound.rs"));
    assert!(
        prose(&files["src/lib.rs"]).contains("error in the document: `PUT /pets/{id}` ("),
        "{}",
        files["src/lib.rs"]
    );
    let (left_out, _, _) = without("/paths/~1pets~1{id}/parameters/0/in", json!("odd"));
    assert_eq!(left_out, LeftOut { operations: 1, ..LeftOut::default() }, "all operations of the path need it");
}

/// The parameter before the one that is told of stands where the other stood; places still mean the text.
#[test]
fn items_behind_one_that_goes_keep_their_places() {
    let mut document = whole();
    let parameters = document.pointer_mut("/paths/~1pets~1{id}/put/parameters").expect("there are parameters");
    parameters[0]["$ref"] = json!("#/components/parameters/Nothing");
    parameters[2]["schema"]["default"] = json!(5);
    let going = kept_going(&read(&document));
    let said = going.report.diagnostics().iter();
    let said: Vec<&str> = said.map(|diagnostic| diagnostic.place.pointer.as_str()).collect();
    assert!(said.contains(&"/paths/~1pets~1{id}/put/parameters/2/schema/default"), "{said:?}");
}

#[test]
fn what_a_component_had_is_missed_by_those_who_refer_to_it_and_said_once() {
    let (left_out, said, files) = without("/components/parameters/Limit/in", json!("odd"));
    assert_eq!(left_out, LeftOut { parameters: 1, ..LeftOut::default() });
    assert_eq!(said, ["unknown-word /components/parameters/Limit/in"], "nothing is said of the reference to it");
    let put = prose(&files[PUT]);
    assert!(
        put.contains("the parameter of `#/components/parameters/Limit` (`odd` is nothing that `in` takes)"),
        "{put}"
    );
    let (left_out, said, files) = without("/components/securitySchemes/flows/type", json!("odd"));
    assert_eq!(left_out, LeftOut { others: 1, ..LeftOut::default() });
    assert_eq!(said, ["unknown-type /components/securitySchemes/flows/type"]);
    assert!(prose(&files["src/lib.rs"]).contains("`flows` (`odd` is nothing that `type` takes)"));
}

#[test]
fn one_media_type_of_several_goes_and_the_last_takes_its_body_along() {
    let body = "/paths/~1pets~1{id}/put/requestBody";
    let (left_out, _, files) = without(&format!("{body}/content/application~1json"), json!(5));
    assert_eq!(left_out, LeftOut { others: 1, ..LeftOut::default() });
    assert!(files[PUT].contains("text/plain") && !files[PUT].contains(r#".json("application/json""#), "{}", files[PUT]);
    let (left_out, _, _) = without(&format!("{body}/content"), json!({"application/json": 5}));
    assert_eq!(left_out, LeftOut { operations: 1, ..LeftOut::default() }, "the body is required");
    let (left_out, _, files) = without(body, json!({"content": {"application/json": 5}}));
    assert_eq!(left_out, LeftOut { bodies: 1, ..LeftOut::default() });
    assert!(prose(&files[PUT]).contains("error in the document: the body ("), "{}", files[PUT]);
}

#[test]
fn the_settings_can_ask_for_it_and_their_own_errors_stop_the_run() {
    let broken =
        "openapi: 3.0.3\ninfo: {title: Sample, version: '1'}\npaths: {}\ncomponents: {schemas: {Pet: {type: cat}}}\n";
    assert!(run(&sources(broken, None)).files.is_none());
    assert!(run(&sources(broken, Some("keep_going = true"))).files.is_some());
    assert!(run(&sources(broken, Some("keep_going = false"))).files.is_none());
    let misnamed = sources(broken, Some("keep_going = true\n[names]\nDog = \"Hound\""));
    let outcome = run(&misnamed);
    let told = outcome.report.diagnostics().iter().map(|said| (said.code, said.place.source)).collect::<Vec<_>>();
    assert!(outcome.files.is_none());
    assert_eq!(told, [("unknown-type", SourceId::Document), ("override-of-nothing", SourceId::Settings)]);
    let named = "keep_going = true\n[names]\n\"#/components/schemas/Pet/properties/kind\" = \"species\"";
    assert!(run(&sources(broken, Some(named))).files.is_some(), "a name for what was left out names nothing");
}
