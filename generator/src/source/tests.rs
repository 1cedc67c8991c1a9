use super::locate::locate_by;
use super::outline::{Oddity, walk};
use super::{OddityKind, On, Place, Pointer, Source, SourceId, Sources, Span, locate, oddities};

fn sources(document: &str, settings: &str) -> Sources {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    Sources { document: source("a.yaml", document), settings: Some(source("a.toml", settings)) }
}

/// The lines and columns, and the text, of pointers.
fn find<'text>(text: &'text str, pointers: &[(&str, On)]) -> Vec<(usize, usize, &'text str)> {
    let place = |(pointer, on): &(&str, On)| Place {
        source: SourceId::Document,
        pointer: Pointer::from_text(*pointer),
        on: *on,
    };
    let places: Vec<Place> = pointers.iter().map(place).collect();
    let spans = locate(&sources(text, ""), &places);
    spans.into_iter().map(|Span { line, column, start, end }| (line, column, &text[start..end])).collect()
}

#[test]
fn keys_and_values_of_yaml_are_found() {
    let text = "a:\r\n  'b/c': [1, \"ä\", x y]\r\n  ö: |\r\n    text\r\nd: {e: {f: g}}\r\n";
    let found = find(
        text,
        &[
            ("/d/e/f", On::Value),
            ("/a/b~1c", On::Key),
            ("/a/b~1c/1", On::Value),
            ("/a/b~1c/2", On::Value),
            ("/a/ö", On::Key),
            ("/d/e", On::Key),
            ("", On::Value),
        ],
    );
    let expected =
        [(5, 12, "g"), (2, 3, "'b/c'"), (2, 14, "\"ä\""), (2, 19, "x y"), (3, 3, "ö"), (5, 5, "e"), (1, 1, "")];
    assert_eq!(found, expected);
}

#[test]
fn keys_and_values_of_json_are_found() {
    let text = "\u{feff}{\t\"a\\/b\":\t[{\"\\ud83d\\ude00\": -1.5e3}, \"]\\\"}\"],\n\"c\": {}}";
    let found =
        find(text, &[("/a~1b/0/\u{1f600}", On::Value), ("/a~1b/1", On::Value), ("/a~1b", On::Key), ("/c", On::Value)]);
    let expected = [(1, 29, "-1.5e3"), (1, 38, "\"]\\\"}\""), (1, 3, "\"a\\/b\""), (2, 6, "{")];
    assert_eq!(found, expected);
}

#[test]
fn a_tab_behind_a_key_hides_nothing() {
    let found = find("a:\tb\nc: \t x\n'd':\t{e:\tf}\n", &[("/a", On::Value), ("/c", On::Value), ("/d/e", On::Value)]);
    assert_eq!(found, [(1, 4, "b"), (2, 6, "x"), (3, 10, "f")]);
    let twin = Oddity { pointer: Pointer::from_text("/a"), byte: 5, kind: OddityKind::Duplicate("a".to_owned()) };
    assert_eq!(oddities("a:\tb\na:\tc\n"), [twin]);
}

#[test]
fn what_is_not_there_is_where_its_nearest_ancestor_is() {
    let text = "a: {b: [1]}\nc: *x\n";
    assert_eq!(find(text, &[("/a/b/7/d", On::Value), ("/z", On::Key)]), [(1, 5, "b"), (1, 1, "")]);
}

#[test]
fn a_text_is_walked_over_once_however_many_places_are_wanted() {
    let lines: Vec<String> = (0..500).map(|number| format!("a{number}: {number}")).collect();
    let document = lines.join("\n");
    let sources = sources(&document, "");
    let place = |number: usize| Place {
        source: SourceId::Document,
        pointer: Pointer::root().key(&format!("a{number}")),
        on: On::Value,
    };
    let places: Vec<Place> = (0..500).rev().map(place).collect();
    let mut walks = 0;
    let spans = locate_by(&sources, &places, &mut |text, walker| {
        walks += 1;
        walk(text, walker);
    });
    assert_eq!(walks, 1);
    assert_eq!(spans, locate(&sources, &places));
    let lines: Vec<usize> = spans.iter().map(|span| span.line).collect();
    assert_eq!(lines, (1..=500).rev().collect::<Vec<_>>());
    assert!(locate_by(&sources, &[], &mut |_, _| unreachable!("nothing is wanted")).is_empty());
}

#[test]
fn settings_are_found() {
    let text = "a = 1\n[b]\n'c d' = [2, 30]\n";
    let place = |pointer: &str, on| Place { source: SourceId::Settings, pointer: Pointer::from_text(pointer), on };
    let places =
        [place("/b/c d", On::Key), place("/b/c d/1", On::Value), place("/b/e", On::Value), place("", On::Byte(6))];
    let spans = locate(&sources("", text), &places);
    let found: Vec<(usize, usize)> = spans.iter().map(|span| (span.line, span.column)).collect();
    assert_eq!(found, [(3, 1), (3, 13), (2, 1), (2, 1)]);
}

#[test]
fn oddities_are_found_in_json_and_in_yaml() {
    let twin = |pointer: &str, byte| Oddity {
        pointer: Pointer::from_text(pointer),
        byte,
        kind: OddityKind::Duplicate("b".to_owned()),
    };
    assert_eq!(oddities(r#"{"a": [{"b": 1, "b": 2}]}"#), [twin("/a/0/b", 16)]);
    let tag = Oddity { pointer: Pointer::from_text("/c"), byte: 19, kind: OddityKind::Tag("!t".to_owned()) };
    assert_eq!(oddities("a: {b: 1, b: 2}\nc: !t x\n"), [twin("/a/b", 10), tag]);
}
