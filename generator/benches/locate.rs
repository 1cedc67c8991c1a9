//! How long it takes to find the lines and columns of 500 diagnostics in a document of 10 MB, against one of them, and
//! against reading the document. Each is measured in turns with the others; what counts are the ratios.
//!
//! `cargo bench -p trueform --bench locate`

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use trueform::source::{On, Place, Pointer, Source, SourceId, Sources, locate};

/// How large the documents are, in bytes.
const SIZE: usize = 10_000_000;
/// How many places are located.
const PLACES: usize = 500;
/// How often each is measured.
const ROUNDS: usize = 5;

/// A document, and how many schemas it declares.
struct Document {
    name: &'static str,
    sources: Sources,
    schemas: usize,
}

fn main() {
    println!(
        "{:24}{:>9}{:>12}{:>12}{:>12}{:>14}{:>14}",
        "", "MB", "read", "1 place", "500 places", "500 : 1", "500 : read"
    );
    for document in
        [yaml("YAML", "a pet"), yaml("YAML, not ASCII", "ein Häschen"), json("JSON"), one_line("JSON in one line")]
    {
        measure(&document);
    }
}

fn measure(document: &Document) {
    let many = places(document, PLACES);
    // The last one of them in the document, so that either way the whole text is passed.
    let one = [place(document, PLACES - 1)];
    let (mut read, mut single, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        read.push(timed(|| trueform::read(&document.sources)));
        single.push(timed(|| locate(&document.sources, &one)));
        all.push(timed(|| locate(&document.sources, &many)));
    }
    let (read, single, all) = (median(read), median(single), median(all));
    #[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
    let megabytes = document.sources.document.text.len() as f64 / 1e6;
    println!(
        "{:24}{megabytes:>9.1}{:>9} ms{:>9} ms{:>9} ms{:>14.2}{:>14.2}",
        document.name,
        read.as_millis(),
        single.as_millis(),
        all.as_millis(),
        all.as_secs_f64() / single.as_secs_f64(),
        all.as_secs_f64() / read.as_secs_f64(),
    );
}

/// Places all over the document, in no order.
fn places(document: &Document, count: usize) -> Vec<Place> {
    (0..count).map(|number| place(document, number * 7919 % count)).collect()
}

/// One of [`PLACES`] places that are evenly spread.
fn place(document: &Document, number: usize) -> Place {
    let schema = number * (document.schemas / PLACES);
    let pointer = Pointer::from_text(format!("/components/schemas/Pet{schema}/properties/name/maxLength"));
    Place { source: SourceId::Document, pointer, on: On::Key }
}

fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    black_box(run());
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn document(name: &'static str, text: String, schemas: usize) -> Document {
    let document = Source { name: "synthetic".to_owned(), text };
    Document { name, sources: Sources { document, settings: None }, schemas }
}

fn yaml(name: &'static str, word: &str) -> Document {
    let mut text = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n".to_owned();
    let mut schemas = 0;
    while text.len() < SIZE {
        let _ = write!(
            text,
            "    Pet{schemas}:\n      type: object\n      description: This is {word}, and what there is to say of it.\n      \
             properties:\n        name:\n          type: string\n          maxLength: 32\n        owner:\n          \
             $ref: '#/components/schemas/Pet0'\n",
        );
        schemas += 1;
    }
    document(name, text, schemas)
}

fn json(name: &'static str) -> Document {
    let mut text = "{\n\"openapi\": \"3.0.3\",\n\"info\": {\"title\": \"Pets\", \"version\": \"1\"},\n\"paths\": {},\n\"components\": {\n  \"schemas\": {\n".to_owned();
    let mut schemas = 0;
    while text.len() < SIZE {
        let comma = if schemas == 0 { "" } else { ",\n" };
        let _ = write!(
            text,
            "{comma}    \"Pet{schemas}\": {{\n      \"type\": \"object\",\n      \"description\": \"This is a pet, and what \
             there is to say of it.\",\n      \"properties\": {{\n        \"name\": {{\n          \"type\": \"string\",\n          \
             \"maxLength\": 32\n        }},\n        \"owner\": {{\"$ref\": \"#/components/schemas/Pet0\"}}\n      }}\n    }}",
        );
        schemas += 1;
    }
    text.push_str("\n  }\n}\n}\n");
    document(name, text, schemas)
}

fn one_line(name: &'static str) -> Document {
    let Document { sources, schemas, .. } = json(name);
    document(name, sources.document.text.replace('\n', " "), schemas)
}
