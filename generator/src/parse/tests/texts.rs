//! Texts that are hard to read.

use std::fmt::Write as _;

use super::{check, position, run, schema, with_schemas};
use crate::source::On;

#[test]
fn what_is_usually_meant_is_said() {
    let rest = "nothing behind this place could be read, so there may be more to say once it is mended";
    check(
        "info:\n  title: Note: pets\n",
        &[&format!(
            "2:14 error unreadable-text: the text cannot be read: mapping values are not allowed in this context / a text that holds `: ` stands in quotes; {rest}"
        )],
    );
    check(
        "openapi: 3.0.3\ninfo:\n  title: Pets\n version: '1'\n",
        &[&format!(
            "4:2 error unreadable-text: the text cannot be read: did not find expected key / mostly this line is indented unlike those beside it, or quotes before it are not closed; {rest}"
        )],
    );
    check(
        "openapi: 3.0.3\ninfo:\n  title: 'Pets\n  version: '1'\n",
        &[&format!(
            "4:13 error unreadable-text: the text cannot be read: did not find expected key, while parsing a block mapping that begins in line 3 / mostly this line is indented unlike those beside it, or quotes before it are not closed; {rest}"
        )],
    );
    check(
        "info:\n  title: @pets\n",
        &[&format!(
            "2:10 error unreadable-text: the text cannot be read: found character that cannot start any token / a text that begins with `@`, `%` or a backtick stands in quotes; {rest}"
        )],
    );
}

#[test]
fn a_tab_stands_alone() {
    let (document, said) = run("openapi: 3.0.3\ninfo:\n\ttitle: a\n");
    assert!(document.is_none());
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("3:1 error unreadable-text: a tab indents this line"), "{said:?}");
}

#[test]
fn broken_json_is_said_at_its_place() {
    let (_, said) = run("{\n  \"openapi\": \"3.0.3\",\n  \"info\": {\"title\": \"ä\" \"b\"}\n}");
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("3:25 error unreadable-text"), "{said:?}");
}

#[test]
fn nothing_and_not_much_are_said() {
    check("", &["1:1 error unreadable-text: the document is empty / -"]);
    check("[]", &["1:1 error wrong-type: this is an array, where an OpenAPI document is expected / -"]);
    let said = "1:1 error no-openapi: this is no OpenAPI document: it has none of `openapi`, `info`, `paths` and `components` / -";
    check("type: object\n", &[said]);
}

#[test]
fn depth_has_an_end() {
    for text in [
        format!("{{\"openapi\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("openapi: {}", "[".repeat(10_000)),
        "- ".repeat(2_000),
        (0..1_000).fold(String::from("openapi: 3.0.3\nx-a:\n"), |text, depth| text + &" ".repeat(depth + 1) + "a:\n"),
    ] {
        let (document, said) = run(&text);
        assert!(document.is_none());
        assert!(said[0].contains("unreadable-text"), "{said:?}");
    }
}

#[test]
fn deep_schemas_are_read() {
    let deep = "{\"allOf\":[".repeat(40) + "{}" + &"]}".repeat(40);
    let text = with_schemas(&format!("    A: {deep}\n"));
    assert!(run(&text).0.is_some());
}

#[test]
fn aliases_expand_so_far() {
    let mut text = String::from("openapi: 3.0.3\nx-a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for level in 1..10 {
        let items = vec![format!("*a{}", level - 1); 10].join(",");
        writeln!(text, "x-a{level}: &a{level} [{items}]").expect("a string takes all");
    }
    let (document, said) = run(&text);
    assert!(document.is_none());
    assert!(said[0].contains("unreadable-text"), "{said:?}");
}

#[test]
fn aliases_and_merge_keys_are_taken() {
    let text = with_schemas(
        "    A: &a {type: string, maxLength: 3}\n    B: {<<: *a, maxLength: 4}\n    C: *a\n    D: {<<: [{title: t}, *a], minLength: bad}\n",
    );
    let (_, said) = run(&text);
    assert_eq!(said, ["9:42 error wrong-type: this is a string, where an integer of at least 0 is expected / -"]);
    let text = text.replace(", minLength: bad", "");
    let document = run(&text).0.expect("nothing is wrong");
    assert_eq!(schema(&document, "C"), schema(&document, "A"));
    assert_eq!(schema(&document, "D").schema_data.title.as_deref(), Some("t"));
    assert_eq!(position(&document, &text, "/components/schemas/B/type", On::Key), (7, 9));
}

#[test]
fn keys_and_tags_are_texts() {
    let text = "openapi: 3.0.3
info: {title: a, version: 1.10}
paths:
  /a:
    get:
      responses:
        200: {description: !text ok}
        default: {description: !!str 7}
";
    check(
        text,
        &[
            "2:27 warning unquoted-text: `1.10` is no string as it stands / it is taken as the string \"1.10\"; quotes would say so",
            "7:28 warning yaml-tag: the tag `!text` means nothing in an OpenAPI document / the value is taken without it",
        ],
    );
    let document = run(text).0.expect("nothing is wrong");
    assert_eq!(document.openapi.info.version, "1.10");
    let item = document.openapi.paths.paths["/a"].as_item().expect("it stands there");
    assert_eq!(item.get.as_ref().map(|operation| operation.responses.responses.len()), Some(1));
}

#[test]
fn json_is_read_as_json() {
    let text = "\u{feff}{\n\t\"openapi\":\t\"3.0.3\",\n\t\"info\": {\"title\": \"\\ud83d\\ude00\\/\", \"version\": \"1\"},\n\t\"paths\": {\"\\/a\": {\"get\": {\"respnses\": 1, \"responses\": {}}}}\n}";
    let said = "4:28 warning unknown-keyword: `respnses` is no keyword of an operation / did you mean `responses`?";
    check(text, &[said]);
    let document = run(text).0.expect("nothing is wrong");
    assert_eq!(document.openapi.info.title, "\u{1f600}/");
}

#[test]
fn duplicated_keys_of_json_are_seen() {
    let text =
        "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"a\", \"version\": \"1\"}, \"paths\": {}, \"paths\": {}}";
    check(
        text,
        &[
            "1:75 error duplicate-key: the key `paths` stands in this object before / keep one of the two; the first is what was checked",
        ],
    );
}
