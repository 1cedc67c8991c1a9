//! Decodes instances into generated types, and says what becomes of them. Which types there are stands in `probes.rs`,
//! which is generated for each run.
//!
//! A line of the input is `{"document": NAME, "probe": NAME, "text": JSON as text}`. For each there is a line of output: `{"refused": {"pointer",
//! "reason"}}` where the text does not decode, else `{"violations": [{"pointer", "reason"}], "again": JSON as text}`.

mod probes;

use std::io::{BufRead, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::{Segment, Track};
use trueform_runtime::{Validate, from_deserializer, validate};

/// Debug builds of decoders take much of the stack for each level.
const STACK: usize = 1 << 30;

/// Why a text does not decode, and where.
struct Refusal {
    pointer: String,
    reason: String,
}

/// The only place that decodes: as replies are decoded.
fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut track = Track::new();
    let read = from_deserializer(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track));
    let value = read.map_err(|error: serde_json::Error| {
        let reason = error.to_string();
        // Of what is read as a whole first, the message itself says where in that.
        let within = reason.strip_prefix("at `").and_then(|rest| rest.split_once('`')).map_or("", |(within, _)| within);
        Refusal { pointer: pointer(&track.path()) + within, reason }
    })?;
    deserializer.end().map_err(|error| Refusal { pointer: String::new(), reason: error.to_string() })?;
    Ok(value)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// What becomes of a text as a value of one type.
fn examine<T: DeserializeOwned + Serialize + Validate>(text: &str) -> Value {
    let value: T = match decode(text) {
        Ok(value) => value,
        Err(refusal) => return json!({"refused": {"pointer": refusal.pointer, "reason": refusal.reason}}),
    };
    let violations: Vec<Value> = match validate(&value) {
        Ok(()) => Vec::new(),
        Err(found) => found
            .iter()
            .map(|violation| json!({"pointer": violation.pointer(), "reason": violation.to_string()}))
            .collect(),
    };
    match serde_json::to_string(&value) {
        Ok(again) => json!({"violations": violations, "again": again}),
        Err(error) => json!({"violations": violations, "unwritable": error.to_string()}),
    }
}

fn answer(line: &str) -> Value {
    let question: Value = serde_json::from_str(line).expect("the input is JSON");
    let member = |name: &str| question[name].as_str().expect("the input names document, probe and text");
    let (document, probe, text) = (member("document"), member("probe"), member("text"));
    let result = std::panic::catch_unwind(|| probes::examine_probe(document, probe, text));
    result.unwrap_or_else(|_| json!({"panic": true}))
}

fn run() {
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("the input is UTF-8");
        writeln!(output, "{}", answer(&line)).expect("the output can be written");
    }
}

fn main() {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread can be started");
    thread.join().expect("panics are caught");
}
