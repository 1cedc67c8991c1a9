//! Documents that mean harm: whatever a text of one tries to become, it stays a text.

mod attempts;
mod code;
mod documents;
mod inert;
mod prose;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;
use toml_edit::{DocumentMut, Item};
use trueform::diagnostic::{Diagnostic, Severity};
use trueform::source::{Source, SourceId, Sources};
use trueform::{Files, Options, Outcome, diagnostic, generate};

use documents::{Marked, filled};

/// Every attempt at every place. The snapshot says of each place which attempts are refused, and by what error; all others
/// are texts like any other there.
#[test]
fn every_attempt_is_inert() {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut offences = Vec::new();
    let mut table = Table::default();
    for marked in documents::ALL {
        let control = run(marked, &|_| None).outcome.files.expect("the benign document is sound");
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some((name, attempt)) = attempts::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                done.push((*name, attempt_everywhere(marked, attempt, &control)));
            }
            done
        };
        let done: Vec<_> = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            workers.into_iter().flat_map(|worker| worker.join().expect("nothing panics")).collect()
        });
        table.places(marked);
        for (name, tried) in done {
            offences.extend(tried.offences.iter().map(|offence| format!("{name}: {offence}")));
            table.refused(name, tried.refused);
        }
    }
    offences.sort_unstable();
    offences.dedup();
    assert!(offences.is_empty(), "{} offences:\n{}", offences.len(), offences.join("\n"));
    insta::assert_snapshot!(table.text());
}

/// Crates that texts of all kinds have gone through, each at every place that takes it.
pub(crate) fn samples() -> BTreeMap<String, Files> {
    let mut samples = BTreeMap::new();
    let sound = [documents::INFO, documents::SCHEMAS, documents::OPERATION, documents::REPLIES, documents::SECURITY];
    for (number, document) in sound.into_iter().enumerate() {
        let marked = Marked { document, settings: None };
        let control = run(&marked, &|_| None).outcome.files.expect("the benign document is sound");
        for chosen in ["end of a raw string of two", "fenced code in Rust", "HTML in a link", "right-to-left override"]
        {
            let at = attempts::ALL.iter().position(|(name, _)| *name == chosen).expect("it is an attempt");
            let tried = attempt_everywhere(&marked, attempts::ALL[at].1, &control);
            samples.extend(tried.files.map(|files| (format!("hostile-{number}-{at}"), files)));
        }
    }
    samples
}

/// What became of an attempt.
#[derive(Default)]
struct Tried {
    files: Option<Files>,
    offences: Vec<String>,
    /// The places that refuse it, and the code of the error.
    refused: BTreeMap<&'static str, &'static str>,
}

/// Makes an attempt at all places of a document at once, but for those that refuse it.
fn attempt_everywhere(marked: &Marked, attempt: &'static str, control: &Files) -> Tried {
    let mut tried = Tried::default();
    loop {
        let ran = run(marked, &|place| (!tried.refused.contains_key(place)).then_some(attempt));
        let found = judge(&ran, control);
        tried.offences.extend(found);
        let before = tried.refused.len();
        for said in ran.outcome.report.diagnostics().iter().filter(|said| said.severity == Severity::Error) {
            for place in ran.blamed(said) {
                tried.refused.entry(place).or_insert(said.code);
            }
        }
        if ran.outcome.files.is_some() {
            tried.files = ran.outcome.files;
            return tried;
        }
        if tried.refused.len() == before {
            let said =
                diagnostic::render::text(&ran.outcome.report, &ran.sources, diagnostic::render::Style::default());
            tried.offences.push(format!("errors away from any mark: {said}"));
            return tried;
        }
    }
}

/// What is wrong with an outcome.
fn judge(ran: &Ran, control: &Files) -> Vec<String> {
    let (sources, outcome) = (&ran.sources, &ran.outcome);
    let mut found = Vec::new();
    if outcome.files.is_none() != outcome.report.has_errors() {
        found.push("files and errors".to_owned());
    }
    let said = diagnostic::render::text(&outcome.report, sources, diagnostic::render::Style::default());
    if let Some(character) = said.chars().find(|character| inert::acts(*character)) {
        found.push(format!("U+{:04X} on a terminal: {said}", u32::from(character)));
    }
    for line in diagnostic::render::json(&outcome.report, sources).lines() {
        if serde_json::from_str::<Value>(line).is_err() {
            found.push(format!("no JSON: {line}"));
        }
    }
    let Some(files) = &outcome.files else { return found };
    found.extend(inert::offences(files, control));
    let expected = items(control, files);
    for (kind, count) in items(files, control) {
        let expected = expected.get(kind).copied().unwrap_or_default();
        if count > expected {
            found.push(format!("{count} of the kind `{kind}`, where a benign document has {expected}"));
        }
    }
    let Ok(manifest) = files["Cargo.toml"].parse::<DocumentMut>() else { return found };
    let names = |section: &str| -> Vec<String> {
        let section = manifest.get(section).and_then(Item::as_table).into_iter().flat_map(toml_edit::Table::iter);
        section.map(|(name, _)| name.to_owned()).collect()
    };
    let ours = ["serde", "tokio", "trueform-runtime"];
    let others = ["dependencies", "dev-dependencies"].into_iter().flat_map(names);
    for other in others.filter(|name| !ours.contains(&name.as_str())) {
        found.push(format!("another dependency: {other}"));
    }
    found
}

/// A run, and where the marks of its texts stood.
struct Ran {
    sources: Sources,
    outcome: Outcome,
    marks: [Vec<(String, &'static str)>; 2],
}

impl Ran {
    /// The places that an error speaks of: those that stand where it points, else the nearest above, else those below.
    fn blamed(&self, said: &Diagnostic) -> Vec<&'static str> {
        let marks = &self.marks[usize::from(said.place.source == SourceId::Settings)];
        let at = said.place.pointer.as_str();
        let among = |is_meant: &dyn Fn(&str) -> bool| -> Vec<&'static str> {
            marks.iter().filter(|(pointer, _)| is_meant(pointer)).map(|(_, place)| *place).collect()
        };
        let is_above =
            |pointer: &str| at.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let nearest = marks
            .iter()
            .map(|(pointer, _)| pointer.as_str())
            .filter(|pointer| is_above(pointer))
            .max_by_key(|pointer| pointer.len());
        match nearest {
            Some(nearest) => among(&|pointer| pointer == nearest),
            None => among(&|pointer| pointer.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'))),
        }
    }
}

fn run(marked: &Marked, choose: &dyn Fn(&str) -> Option<&'static str>) -> Ran {
    let document = filled(marked.document, choose);
    let settings = marked.settings.map(|settings| filled(settings, choose));
    let source = |name: &str, text: String| Source { name: name.to_owned(), text };
    let sources = Sources {
        document: source("d.json", document.value.to_string()),
        settings: settings.as_ref().map(|settings| source("s.toml", toml_of(&settings.value))),
    };
    let options = Options { package: None, runtime: "runtime".to_owned(), standalone: false, keep_going: false };
    let outcome = generate(&sources, &options);
    Ran { sources, outcome, marks: [document.marks, settings.map(|settings| settings.marks).unwrap_or_default()] }
}

/// A value as TOML, each member of it on a line.
fn toml_of(settings: &Value) -> String {
    let members = settings.as_object().expect("settings are a table");
    members.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect::<Vec<_>>().join("\n")
}

fn inline(value: &Value) -> String {
    let quoted = |text: &str| Value::from(text).to_string().replace('\u{7f}', "\\u007f");
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(key, value)| format!("{} = {}", quoted(key), inline(value))).collect();
            format!("{{ {} }}", members.join(", "))
        }
        other => other.to_string(),
    }
}

/// How many items of each kind a crate has in those files that another has not.
fn items(files: &Files, other: &Files) -> BTreeMap<&'static str, usize> {
    let mut items = BTreeMap::new();
    let own = files.iter().filter(|(path, text)| inert::is_source(path) && other.get(*path) != Some(*text));
    for (_, text) in own {
        let Ok(file) = syn::parse_file(text) else { continue };
        for (kind, count) in code::items(&file) {
            *items.entry(kind).or_default() += count;
        }
    }
    items
}

/// What became of the attempts, by place.
#[derive(Default)]
struct Table {
    rows: Vec<(&'static str, BTreeMap<&'static str, Vec<&'static str>>)>,
}

impl Table {
    fn places(&mut self, marked: &Marked) {
        let texts = [Some(marked.document), marked.settings].into_iter().flatten();
        self.rows.extend(texts.flat_map(documents::places).map(|(place, _)| (place, BTreeMap::new())));
    }

    fn refused(&mut self, name: &'static str, refused: BTreeMap<&'static str, &'static str>) {
        for (place, code) in refused {
            let row = self.rows.iter_mut().find(|(other, _)| *other == place).expect("a place has a row");
            row.1.entry(code).or_default().push(name);
        }
    }

    fn text(mut self) -> String {
        let all = attempts::ALL.len();
        let mut text = format!("{all} attempts at {} places\n", self.rows.len());
        for (place, refused) in &mut self.rows {
            let count: usize = refused.values().map(Vec::len).sum();
            let _ = writeln!(text, "{place}: {} are texts, {count} are refused", all - count);
            for (code, names) in refused {
                names.sort_unstable();
                let _ = writeln!(text, "    {code}: {}", names.join(" · "));
            }
        }
        text
    }
}
