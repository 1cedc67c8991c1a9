use super::{Style, json, text};
use crate::diagnostic::{Report, parse as mistake, reference};
use crate::source::{On, Place, Pointer, Source, SourceId, Sources};

const PLAIN: Style = Style { colour: false, verbose: false };
const IN_FULL: Style = Style { colour: false, verbose: true };

fn of(text: &str) -> Sources {
    Sources { document: Source { name: "spec/a.yaml".to_owned(), text: text.to_owned() }, settings: None }
}

fn sources() -> Sources {
    of("openapi: 3.0.3\ninfo:\n  titel: Ä \u{1b}[31m\u{202e}\n")
}

fn place(pointer: &str, on: On) -> Place {
    Place { source: SourceId::Document, pointer: Pointer::from_text(pointer), on }
}

/// What points into what has no parts means the whole of it, and so the places differ and are shown as one.
fn report(count: usize) -> Report {
    let mut report = Report::default();
    let places = ["/info/titel".to_owned()].into_iter().chain((1..).map(|number| format!("/info/titel/{number}")));
    for pointer in places.take(count) {
        report.push(mistake::unknown_keyword(place(&pointer, On::Key), "titel", "an info object", Some("title")));
    }
    report
}

#[test]
fn what_was_said_is_not_said_again() {
    let mut report = report(3);
    report.push(mistake::unknown_keyword(place("/info/titel", On::Key), "titel", "an info object", Some("title")));
    report.push(mistake::unknown_keyword(place("/info/titel", On::Value), "titel", "an info object", None));
    assert_eq!(report.diagnostics().len(), 4);
}

/// The line and the carets that are shown for a place, without their margin.
#[track_caller]
fn excerpt(document: &str, pointer: &str, on: On) -> (String, String) {
    let mut report = Report::default();
    report.push(mistake::wrong_type(place(pointer, on), "one thing", "another"));
    let text = text(&report, &of(document), PLAIN);
    let line = |index: usize| {
        let (_, line) = text.lines().nth(index).expect("there are five lines").split_once('|').expect("a margin");
        line.strip_prefix(' ').unwrap_or(line).to_owned()
    };
    (line(3), line(4))
}

#[track_caller]
fn check(document: &str, pointer: &str, line: &str, carets: &str) {
    assert_eq!(excerpt(document, pointer, On::Value), (line.to_owned(), carets.to_owned()));
}

#[test]
fn a_diagnostic_shows_its_place_its_line_and_the_way_out() {
    let expected = "warning[unknown-keyword]: `titel` is no keyword of an info object
 --> spec/a.yaml:3:3
  |
3 |   titel: Ä \u{fffd}[31m\u{fffd}
  |   ^^^^^
  = at: /info/titel
  = help: did you mean `title`?

";
    assert_eq!(text(&report(1), &sources(), PLAIN), expected);
}

#[test]
fn colour_changes_nothing_but_escapes() {
    let style = Style { colour: true, verbose: false };
    let coloured = text(&report(9), &sources(), style);
    assert!(coloured.starts_with("\u{1b}[1;33mwarning[unknown-keyword]\u{1b}[0m"));
    let mut plain = String::new();
    for (index, part) in coloured.split("\u{1b}[").enumerate() {
        plain.push_str(if index == 0 { part } else { part.split_once('m').expect("an escape ends").1 });
    }
    assert_eq!(plain, text(&report(9), &sources(), PLAIN));
}

#[test]
fn many_alike_fold_into_one_that_says_how_many_where_and_what() {
    let mut report = report(9);
    report.push(mistake::unknown_keyword(place("/openapi", On::Key), "colour", "an info object", Some("color")));
    let folded = text(&report, &sources(), PLAIN);
    assert_eq!(folded.matches("-->").count(), 1);
    let expected = "  = and 9 more like it, which `--verbose` shows:
    - `titel` is no keyword of an info object (did you mean `title`?): 3:3, 3:3, 3:3, 3:3, 3:3, 3:3 and 3 more

";
    assert!(folded.ends_with(expected), "{folded}");
    assert!(folded.starts_with("warning[unknown-keyword]: `colour`"), "{folded}");
    assert_eq!(text(&report, &sources(), IN_FULL).matches("-->").count(), 10);
}

#[test]
fn what_is_folded_is_not_said_again_where_it_is_the_same() {
    let text = text(&report(6), &sources(), PLAIN);
    let expected = "  = and 5 more like it, which `--verbose` shows: 3:3, 3:3, 3:3, 3:3, 3:3\n\n";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn a_few_alike_are_shown_in_full() {
    assert_eq!(text(&report(3), &sources(), PLAIN), text(&report(3), &sources(), IN_FULL));
}

#[test]
fn more_errors_than_warnings_are_shown_in_full_and_stand_last() {
    let mut report = report(1);
    for number in 0..30 {
        report.push(reference::dangling(place("/openapi", On::Value), &format!("#/{number}"), None));
    }
    let text = text(&report, &sources(), PLAIN);
    assert!(text.starts_with("warning[unknown-keyword]"), "errors are last: {text}");
    assert_eq!(text.matches("error[dangling-reference]").count(), 20);
    assert!(text.contains("= and 10 more like it, which `--verbose` shows:\n"), "{text}");
    assert!(text.ends_with("    - nothing stands at `#/25`: 1:10\n    - and 4 others\n\n"), "{text}");
}

#[test]
fn json_is_one_object_a_line() {
    let expected = r#"{"severity":"warning","code":"unknown-keyword","pointer":"/info/titel","file":"spec/a.yaml","line":3,"column":3,"message":"`titel` is no keyword of an info object","help":"did you mean `title`?"}"#;
    assert_eq!(json(&report(1), &sources()), format!("{expected}\n"));
    assert_eq!(json(&report(99), &sources()).lines().count(), 99, "nothing folds");
}

#[test]
fn carets_stand_below_what_they_mean() {
    check("a:\tb\nc:\td", "/c", "c: d", "   ^");
    check("a: {b: \tc, d: e}", "/a/d", "a: {b:  c, d: e}", "              ^");
    check("a: {b:\tc, d: e}", "/a/d", "a: {b: c, d: e}", "             ^");
    check("{\n\t\"a\": 1\n}", "/a", " \"a\": 1", "      ^");
    check("名前: {b: 値段}", "/名前/b", "名前: {b: 値段}", "          ^^^^");
    check("e\u{301}: {b: c}", "/e\u{301}/b", "e\u{301}: {b: c}", "       ^");
    check("a\u{200b}b: c", "/a\u{200b}b", "a\u{fffd}b: c", "     ^");
    check("\u{feff}a: b", "/a", "a: b", "   ^");
    check("a: b\r\nc: d\r\n", "/c", "c: d", "   ^");
    check("a: \"b\n  c\"\nd: e", "/a", "a: \"b", "   ^^");
    check("a:\n  |\n  b", "/a", "  b", "  ^");
    check("a:\nb: c", "/a", "a:", " ^");
}

#[test]
fn the_end_of_a_text_is_a_place() {
    assert_eq!(excerpt("", "", On::Value), (String::new(), "^".to_owned()));
    assert_eq!(excerpt("a: b", "", On::Byte(4)), ("a: b".to_owned(), "    ^".to_owned()));
    assert_eq!(excerpt("a: b\n", "", On::Byte(5)), (String::new(), "^".to_owned()));
    assert_eq!(excerpt("a: b\n\n\nc: d", "", On::Byte(6)), (String::new(), "^".to_owned()));
    assert_eq!(excerpt("a: some-word, b", "", On::Byte(3)), ("a: some-word, b".to_owned(), "   ^^^^^^^^^".to_owned()));
    assert_eq!(excerpt("a: ä", "", On::Byte(4)), ("a: ä".to_owned(), "   ^".to_owned()), "within a character");
}

#[test]
fn a_long_line_is_cut_around_its_span() {
    for (before, after) in [("ä", "b"), ("値", "段"), ("b", "e\u{301}")] {
        let document =
            format!("{{\"a\": \"{}\", \"titel\": 1, \"b\": \"{}\"}}", before.repeat(300_000), after.repeat(300_000));
        let (line, carets) = excerpt(&document, "/titel", On::Key);
        assert!(line.starts_with('…') && line.ends_with('…'), "{line}");
        let columns = |text: &str| text.chars().map(super::visible::columns).sum::<usize>();
        assert!(columns(&line) <= 112, "{line}");
        let indent = columns(line.split_once("\"titel\"").expect("the span is shown").0);
        assert_eq!(carets, format!("{}{}", " ".repeat(indent), "^".repeat(7)));
    }
}

#[test]
fn a_span_that_is_longer_than_the_line_is_cut_with_it() {
    let document = format!("a: {}", "b".repeat(2_000_000));
    let (line, carets) = excerpt(&document, "/a", On::Value);
    assert_eq!(line, format!("a: {}…", "b".repeat(107)));
    assert_eq!(carets, format!("   {}", "^".repeat(107)));
    let key = "a".repeat(2_000_000);
    let (line, carets) = excerpt(&format!("{{\"{key}\": 1}}"), &format!("/{key}"), On::Value);
    assert_eq!((line.ends_with("a\": 1}"), carets.trim_start()), (true, "^"), "{line}");
}

#[test]
fn a_line_that_fits_is_whole_however_many_bytes_it_has() {
    let line = format!("{}: ab", "ä".repeat(100));
    check(&line, &format!("/{}", "ä".repeat(100)), &line, &format!("{}^^", " ".repeat(102)));
}
