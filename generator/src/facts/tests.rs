use super::{Change, Facts, Verdict, verdict};
use crate::LeftOut;
use crate::diagnostic::fixup::{empty_array, null_value};
use crate::diagnostic::lower::combined;
use crate::diagnostic::{Diagnostic, Report};
use crate::outcome::{Files, Outcome, Summary};
use crate::source::{On, Place, Pointer, Source, SourceId, Sources};

fn facts(text: &str) -> Facts {
    let document = Source { name: "a.yaml".to_owned(), text: text.to_owned() };
    Facts::of(&Sources { document, settings: None }).expect("the text can be read")
}

fn place(pointer: &str) -> Place {
    Place { source: SourceId::Document, pointer: Pointer::from_text(pointer), on: On::Value }
}

fn outcome(code: Option<&str>, said: &[Diagnostic]) -> Outcome {
    let mut report = Report::default();
    for diagnostic in said {
        report.push(diagnostic.clone());
    }
    let files = code.map(|code| Files::from([("src/lib.rs".to_owned(), code.to_owned())]));
    Outcome { files, report, summary: Summary::default(), left_out: LeftOut::default(), can_keep_going: false }
}

const DOCUMENT: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet., required: [name], properties: {name: {type: string, maxLength: 9}}}
    Herd: {type: array, items: {$ref: '#/components/schemas/Pet'}}
";

/// The verdict on a change where one outcome becomes another.
fn judged(pointer: &str, change: Change, before: &Outcome, after: &Outcome) -> Verdict {
    let facts = facts(DOCUMENT);
    let fact = facts.all().iter().find(|fact| fact.pointer().as_str() == pointer && fact.change() == change);
    verdict::judge(fact.unwrap_or_else(|| panic!("no fact {change:?} {pointer}")), before, after)
}

const LENGTH: &str = "/components/schemas/Pet/properties/name/maxLength";
const WORDS: &str = "/components/schemas/Pet/description";

#[test]
fn other_code_is_honoured_and_other_words_are_documented() {
    let before = outcome(Some("/// Words.\nstruct A;\n"), &[]);
    let code = outcome(Some("/// Words.\nstruct B;\n"), &[]);
    let words = outcome(Some("/// More\n/// words.\nstruct A;\n"), &[]);
    assert_eq!(judged(LENGTH, Change::Changed, &before, &code), Verdict::Honoured);
    assert_eq!(judged(LENGTH, Change::Changed, &before, &words), Verdict::Documented);
    // Words are all that words can change.
    assert_eq!(judged(WORDS, Change::Changed, &before, &words), Verdict::Honoured);
    assert_eq!(judged(LENGTH, Change::Changed, &before, &before), Verdict::Silent);
    assert_eq!(judged(LENGTH, Change::Changed, &before, &outcome(None, &[])), Verdict::Rejected);
}

#[test]
fn a_diagnostic_reports_its_place_and_some_report_all_within() {
    let code = Some("struct A;\n");
    let silent = outcome(code, &[]);
    let judge = |diagnostic: Diagnostic| {
        let said = outcome(code, &[diagnostic]);
        // Before and after, so that only the place counts.
        judged(LENGTH, Change::Changed, &said, &said)
    };
    assert_eq!(judge(null_value(place(LENGTH), "this")), Verdict::Reported);
    assert_eq!(judge(empty_array(place("/components/schemas/Pet"), "Pet")), Verdict::Silent);
    assert_eq!(judge(combined::not(place("/components/schemas/Pet"))), Verdict::Reported);
    assert_eq!(judge(combined::not(place("/components/schemas/Pe"))), Verdict::Silent);
    // Said somewhere else, and not before.
    let said = outcome(code, &[null_value(place("/info"), "this")]);
    assert_eq!(judged(LENGTH, Change::Changed, &silent, &said), Verdict::Reported);
}

/// What each change makes of the document, for the facts at a pointer.
fn changes(pointer: &str) -> Vec<(Change, String)> {
    let facts = facts(DOCUMENT);
    let mut made = Vec::new();
    for fact in facts.all().iter().filter(|fact| fact.pointer().as_str() == pointer) {
        let mut tree = facts.tree.clone();
        fact.candidates[0].iter().for_each(|edit| edit.apply(&mut tree));
        made.push((fact.change(), tree.step("components").map(crate::parse::node::Node::to_json).unwrap_or_default()));
    }
    made
}

#[test]
fn what_goes_by_a_name_follows_it() {
    let renamed = changes("/components/schemas/Pet").into_iter().find(|(change, _)| *change == Change::Renamed);
    let (_, text) = renamed.expect("a schema can be renamed");
    assert!(text.contains(r#""PetFact":{"#) && text.contains(r##""$ref":"#/components/schemas/PetFact""##), "{text}");
    let property = changes("/components/schemas/Pet/properties/name");
    let text = |change| property.iter().find(|(each, _)| *each == change).map(|(_, text)| text.as_str());
    assert!(text(Change::Renamed).is_some_and(|text| text.contains(r#""required":["nameFact"]"#)));
    assert!(text(Change::Removed).is_some_and(|text| text.contains(r#""required":[],"properties":{}"#)));
}

#[test]
fn a_value_is_changed_and_taken_away() {
    let found: Vec<Change> = changes(LENGTH).into_iter().map(|(change, _)| change).collect();
    assert_eq!(found, [Change::Removed, Change::Changed]);
    assert!(changes(LENGTH)[1].1.contains(r#""maxLength":10"#));
}

#[test]
fn what_means_nothing_is_no_fact() {
    let facts = facts(
        "openapi: 3.0.3
# A comment.
info: {title: Pets, version: '1', x-own: 4}
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: kind, in: query, required: false, explode: true, schema: {type: string, minLength: 0}}]
      responses: {'204': {description: None.}}
",
    );
    let said = |end: &str| {
        facts.all().iter().any(|fact| fact.pointer().as_str().ends_with(end) && fact.change() != Change::Added)
    };
    let removed = |end: &str| {
        facts.all().iter().any(|fact| fact.pointer().as_str().ends_with(end) && fact.change() == Change::Removed)
    };
    assert!(!said("/x-own") && !said("/explode"));
    assert!(!removed("/required") && !removed("/minLength"));
    assert!(said("/required") && said("/minLength") && removed("/operationId"));
}
