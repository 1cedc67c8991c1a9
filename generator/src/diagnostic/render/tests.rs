use super::{json, text};
use crate::diagnostic::{Report, parse as mistake};
use crate::source::{On, Place, Pointer, Source, SourceId, Sources};

fn sources() -> Sources {
    let text = "openapi: 3.0.3\ninfo:\n  titel: Ä \u{1b}[31m\n".to_owned();
    Sources { document: Source { name: "spec/a.yaml".to_owned(), text }, settings: None }
}

fn report(count: usize) -> Report {
    let mut report = Report::default();
    for _ in 0..count {
        let pointer = Pointer::root().key("info").key("titel");
        let place = Place { source: SourceId::Document, pointer, on: On::Key };
        report.push(mistake::unknown_keyword(place, "titel", "an info object", Some("title")));
    }
    report
}

#[test]
fn a_diagnostic_shows_its_place_its_line_and_the_way_out() {
    let expected = "warning[unknown-keyword]: `titel` is no keyword of an info object
 --> spec/a.yaml:3:3
  |
3 |   titel: Ä \u{fffd}[31m
  |   ^^^^^
  = help: did you mean `title`?

";
    assert_eq!(text(&report(1), &sources(), false), expected);
}

#[test]
fn colour_changes_nothing_but_escapes() {
    let coloured = text(&report(1), &sources(), true);
    assert!(coloured.starts_with("\u{1b}[1;33mwarning[unknown-keyword]\u{1b}[0m"));
}

#[test]
fn many_alike_fold() {
    let text = text(&report(9), &sources(), false);
    assert_eq!(text.matches("-->").count(), 5);
    assert!(text.ends_with("warning[unknown-keyword]: 4 more like these, the next at spec/a.yaml:3:3\n\n"));
}

#[test]
fn json_is_one_object_a_line() {
    let expected = r#"{"severity":"warning","code":"unknown-keyword","pointer":"/info/titel","file":"spec/a.yaml","line":3,"column":3,"message":"`titel` is no keyword of an info object","help":"did you mean `title`?"}"#;
    assert_eq!(json(&report(1), &sources()), format!("{expected}\n"));
}

#[test]
fn a_long_line_is_cut_around_its_span() {
    let text = format!("{{\"a\": \"{}\", \"titel\": 1, \"b\": \"{}\"}}", "ä".repeat(300), "b".repeat(300));
    let mut sources = sources();
    sources.document.text = text;
    let pointer = Pointer::root().key("titel");
    let place = Place { source: SourceId::Document, pointer, on: On::Key };
    let mut report = Report::default();
    report.push(mistake::unknown_keyword(place, "titel", "an info object", None));
    let text = super::text(&report, &sources, false);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], " --> spec/a.yaml:1:311");
    let (line, carets) = (lines[3].strip_prefix("1 | "), lines[4].strip_prefix("  | "));
    let (line, carets) = line.zip(carets).expect("both have their margin");
    assert!(line.starts_with('…') && line.ends_with('…'));
    let marked: String =
        line.chars().zip(carets.chars()).filter(|(_, caret)| *caret == '^').map(|(sign, _)| sign).collect();
    assert_eq!(marked, "\"titel\"");
}
