//! How long each stage of the generator takes, and whether it takes twice as long for twice as much.
//!
//! `TRUEFORM_CORPUS` may name a folder of real documents; those that are known by name are measured too, and what is made
//! of them. With `TRUEFORM_BENCH_CHECK=1` their crates are compiled, which takes minutes.

mod real;
mod synthetic;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use bench::{is_asked_for, quantile, shown};
use trueform::source::{Source, Sources};
use trueform::{Options, Stage, generate_observed};

const ROUNDS: usize = 5;

/// The sizes of the synthetic documents, in schemas.
const SIZES: [u32; 3] = [100, 1_000, 4_000];

/// As the command has it: with the system's own, twice the time goes into memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A document, and how long each stage took with it, in nanoseconds, by round.
struct Subject {
    name: String,
    /// Where it lies, where it is a real one.
    path: Option<PathBuf>,
    schemas: Option<u32>,
    sources: Sources,
    took: [Vec<f64>; Stage::ALL.len()],
}

impl Subject {
    fn new(name: impl Into<String>, text: String, settings: Option<String>) -> Self {
        let source = |name: &str, text| Source { name: name.to_owned(), text };
        let settings = settings.map(|text| source("settings.toml", text));
        let sources = Sources { document: source("document", text), settings };
        Self { name: name.into(), path: None, schemas: None, sources, took: Default::default() }
    }

    fn measure(&mut self) {
        let mut sums = [0.0; Stage::ALL.len()];
        let mut running: Option<(Stage, Instant)> = None;
        let mut change = |next: Option<Stage>| {
            let now = Instant::now();
            if let Some((stage, since)) = running {
                sums[stage as usize] += (now - since).as_secs_f64() * 1e9;
            }
            running = next.map(|stage| (stage, now));
        };
        let outcome = generate_observed(&self.sources, &options(), &mut |stage| change(Some(stage)));
        change(None);
        assert!(outcome.files.is_some(), "{} is not generated: {:?}", self.name, outcome.report);
        for (took, sum) in self.took.iter_mut().zip(sums) {
            took.push(sum);
        }
    }

    fn median(&self, stage: Stage) -> f64 {
        quantile(&self.took[stage as usize], 0.5)
    }

    fn total(&self) -> f64 {
        let rounds = self.took[0].len();
        let totals: Vec<f64> = (0..rounds).map(|round| self.took.iter().map(|took| took[round]).sum()).collect();
        quantile(&totals, 0.5)
    }
}

fn main() {
    if real::is_measured_child() {
        return real::measure_here();
    }
    if !is_asked_for("generate") {
        return;
    }
    let mut subjects = subjects();
    let mut real = real::subjects();
    // Once to warm up, which is not counted.
    for round in 0..=ROUNDS {
        for subject in &mut subjects {
            subject.measure();
            if round == 0 {
                subject.took = Default::default();
            }
        }
    }
    for subject in &mut real {
        for _ in 0..3 {
            subject.measure();
        }
    }
    println!("generate, by stage: medians of {ROUNDS} rounds");
    table(&subjects);
    println!("\nthe same for each schema");
    growth(&subjects);
    if !real.is_empty() {
        println!("\nreal documents: medians of 3 rounds");
        table(&real);
        real::results(&real);
    }
    println!();
}

/// How the crates are asked for.
fn options() -> Options {
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runtime");
    Options { package: Some("measured".to_owned()), runtime: runtime.to_owned(), standalone: true, keep_going: false }
}

fn subjects() -> Vec<Subject> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("the document lies in spec/");
    let first = Subject::new("cdexhub", read("spec/cdexhub.yaml"), Some(read("spec/cdexhub.toml")));
    let synthetic = SIZES.map(|size| {
        let subject = Subject::new(format!("{size} schemas"), synthetic::document(size), None);
        Subject { schemas: Some(size), ..subject }
    });
    std::iter::once(first).chain(synthetic).collect()
}

fn table(subjects: &[Subject]) {
    let row = |cell: &dyn Fn(&Subject) -> String| -> String { cells(subjects.iter().map(cell)) };
    println!("{:10}{}", "", row(&|subject| subject.name.clone()));
    for stage in Stage::ALL {
        println!("{:10}{}", name(stage), row(&|subject| shown(subject.median(stage))));
    }
    println!("{:10}{}", "all", row(&|subject| shown(subject.total())));
}

/// The time for each schema, and how much longer it takes in the largest document than in the smallest.
fn growth(subjects: &[Subject]) {
    let sized: Vec<(&Subject, f64)> =
        subjects.iter().filter_map(|subject| Some((subject, f64::from(subject.schemas?)))).collect();
    let row = |name: &str, took: &dyn Fn(&Subject) -> f64| {
        let each: Vec<f64> = sized.iter().map(|(subject, size)| took(subject) / size).collect();
        let cells = cells(each.iter().map(|took| shown(*took)));
        let [first, last] = [each.first(), each.last()].map(|took| took.copied().unwrap_or_default());
        println!("{name:30}{cells}{:>14.2}", last / first);
    };
    let names = cells(sized.iter().map(|(subject, _)| subject.name.clone()));
    println!("{:30}{names}{:>14}", "", "4,000 : 100");
    for stage in Stage::ALL.into_iter().filter(|stage| *stage != Stage::Settings) {
        row(name(stage), &|subject| subject.median(stage));
    }
    row("all", &Subject::total);
}

/// Texts in columns.
fn cells(texts: impl Iterator<Item = String>) -> String {
    texts.fold(String::new(), |mut row, text| {
        let _ = write!(row, "{text:>20}");
        row
    })
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Settings => "settings",
        Stage::Parse => "parse",
        Stage::Lower => "lower",
        Stage::Plan => "plan",
        Stage::Emit => "emit",
        Stage::Format => "format",
    }
}
