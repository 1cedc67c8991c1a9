//! One schema more in a large document is one file more, and its names in the lists: a reviewer sees what was added.

use std::fmt::Write;

use trueform::Files;

use crate::check::{run, sources};

/// How many schemas of each kind the document has.
const EACH: usize = 40;

/// The files that list what the others hold.
const LISTS: [&str; 3] = ["api.txt", "src/models.rs", "Cargo.toml"];

/// Schemas of every kind, each of which refers to some of the others.
fn schemas() -> Vec<String> {
    let kinds: [fn(usize, usize) -> String; 6] = [
        |own, other| {
            format!(
                "Base{own}: {{type: object, required: [kind], properties: {{kind: {{type: string}}, shade: {{$ref: '#/components/schemas/Shade{other}'}}}}}}"
            )
        },
        |own, other| {
            format!(
                "Whole{own}: {{allOf: [{{$ref: '#/components/schemas/Base{other}'}}, {{type: object, properties: {{extra: {{type: integer, maximum: {own}}}, id: {{type: string, readOnly: true}}}}}}]}}"
            )
        },
        |own, _| format!("Shade{own}: {{type: string, enum: [light, dark, 'shade {own}'], default: dark}}"),
        |own, other| {
            format!(
                "Either{own}: {{oneOf: [{{$ref: '#/components/schemas/Whole{other}'}}, {{$ref: '#/components/schemas/Tree{own}'}}]}}"
            )
        },
        |own, other| {
            format!(
                "Tree{own}: {{type: object, properties: {{left: {{$ref: '#/components/schemas/Tree{own}'}}, ring: {{$ref: '#/components/schemas/Ring{other}'}}}}}}"
            )
        },
        |own, other| {
            format!(
                "Ring{own}: {{type: object, required: [next], properties: {{next: {{$ref: '#/components/schemas/Ring{other}'}}, inside: {{type: object, properties: {{trees: {{type: array, items: {{$ref: '#/components/schemas/Tree{own}'}}}}}}}}}}}}"
            )
        },
    ];
    let all = (0..EACH).flat_map(|own| kinds.map(|schema| schema(own, (own * 7 + 3) % EACH)));
    all.collect()
}

/// The files of a document with these schemas, and operations that send and receive some of them.
fn files(schemas: &[String]) -> Files {
    let mut text = String::from("openapi: 3.0.3\ninfo: {title: Large, version: '1'}\npaths:\n");
    for index in (0..EACH).step_by(5) {
        let _ = writeln!(
            text,
            "  /things/{index}:
    post:
      operationId: changeThing{index}
      requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Whole{index}'}}}}}}}}
      responses:
        '200': {{description: Done., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Either{index}'}}}}}}}}
        default: {{description: Not done., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Base{index}'}}}}}}}}"
        );
    }
    text.push_str("components:\n  schemas:\n");
    for schema in schemas {
        let _ = writeln!(text, "    {schema}");
    }
    let outcome = run(&sources(&text, None));
    outcome.files.unwrap_or_else(|| panic!("the document is sound: {:?}", outcome.report))
}

/// The lines that one text has and the other has not.
fn beside(text: &str, other: &str) -> Vec<String> {
    let other: std::collections::BTreeSet<&str> = other.lines().collect();
    text.lines().filter(|line| !other.contains(line)).map(str::to_owned).collect()
}

#[test]
fn one_more_schema_is_one_more_file_and_its_names_in_the_lists() {
    let schemas = schemas();
    let before = files(&schemas);
    assert!(before.len() > 6 * EACH, "each schema has a file");
    // First, in the middle and last, of the document and of the alphabet.
    let added = [
        (
            0,
            "zebra",
            "Zebra: {type: object, required: [shade], properties: {shade: {$ref: '#/components/schemas/Shade3'}, stripe: {type: object, properties: {wide: {type: boolean}}}}}",
        ),
        (
            3 * EACH,
            "middle",
            "Middle: {oneOf: [{$ref: '#/components/schemas/Ring1'}, {$ref: '#/components/schemas/Whole2'}, {type: string}]}",
        ),
        (
            6 * EACH,
            "aardvark",
            "Aardvark: {allOf: [{$ref: '#/components/schemas/Whole1'}, {type: object, properties: {size: {type: string, enum: [small, large]}, again: {$ref: '#/components/schemas/Aardvark'}}}]}",
        ),
    ];
    for (place, module, schema) in added {
        let mut more = schemas.clone();
        more.insert(place, schema.to_owned());
        let after = files(&more);
        let own = format!("src/models/{module}.rs");
        let touched: Vec<&String> =
            after.iter().filter(|(path, text)| before.get(*path) != Some(text)).map(|(path, _)| path).collect();
        let unexpected: Vec<&&String> =
            touched.iter().filter(|path| **path != &own && !LISTS.contains(&path.as_str())).collect();
        assert!(touched.contains(&&own) && unexpected.is_empty(), "{module} touches {touched:?}");
        assert!(before.keys().all(|path| after.contains_key(path)), "{module} takes a file away");
        for list in LISTS {
            let (gone, new) = (beside(&before[list], &after[list]), beside(&after[list], &before[list]));
            assert!(gone.is_empty(), "{module} takes lines away from {list}: {gone:?}");
            let foreign: Vec<&String> = new.iter().filter(|line| !line.to_lowercase().contains(module)).collect();
            assert!(foreign.is_empty(), "{module} adds to {list} what is not its own: {foreign:?}");
        }
    }
}
