//! Turns an OpenAPI document into a Rust crate that says exactly what the document says.
//!
//! ```text
//! Sources ─parse─▶ Document ─lower─▶ Api ─plan─▶ Crate ─emit─▶ items ─format─▶ Files
//!  (text)          (openapi, origins)  (what the API says)  (what the Rust will be)
//! ```
//!
//! Text goes in and files come out; nothing here touches the disk, a clock or the environment, and the same texts give
//! the same bytes. What a document holds is honoured in the files or stands in the report, at its place.
//!
//! ```
//! use trueform::source::{Source, Sources};
//! use trueform::{Options, generate};
//!
//! let text = "{openapi: 3.0.3, info: {title: Pets, version: '1'}, paths: {}}";
//! let document = Source { name: "pets.yaml".to_owned(), text: text.to_owned() };
//! let options = Options { package: None, runtime: "../runtime".to_owned(), standalone: false, keep_going: false };
//! let outcome = generate(&Sources { document, settings: None }, &options);
//! assert!(outcome.files.unwrap().contains_key("src/lib.rs"));
//! ```

pub mod api;
mod character;
pub mod diagnostic;
mod emit;
pub mod facts;
mod format;
mod keep_going;
mod lower;
mod outcome;
mod parse;
mod plan;
mod reserved;
mod rust;
pub mod settings;
pub mod source;
mod spelling;
mod stack;
mod stage;

pub use outcome::{Files, Outcome, Summary};
pub use parse::LeftOut;
pub use plan::Options;
pub use stage::Stage;

use api::Api;
use diagnostic::Report;
use parse::{Omissions, Text};
use settings::Settings;
use source::{Pointer, Sources};

/// Reads documents and writes a crate.
///
/// The files are there unless the report has an error; or, where the run is to keep going, one without which nothing can be had.
pub fn generate(sources: &Sources, options: &Options) -> Outcome {
    generate_observed(sources, options, &mut |_| {})
}

/// The same, and calls `begins` with each stage as it begins. The last one ends with the return.
pub fn generate_observed(sources: &Sources, options: &Options, begins: &mut (dyn FnMut(Stage) + Send)) -> Outcome {
    stack::on_a_large_one(|| written(sources, options, begins))
}

fn written(sources: &Sources, options: &Options, begins: &mut dyn FnMut(Stage)) -> Outcome {
    let mut report = Report::default();
    let settings = read_settings(sources, &mut report, begins);
    let keep_going = options.keep_going || settings.as_ref().is_some_and(|settings| settings.keep_going);
    if keep_going {
        return written_in_part(sources, options, settings, report, begins);
    }
    let api = read_api(sources, &mut report, begins);
    let summary = api.as_ref().map(Summary::of).unwrap_or_default();
    let planned = settings.zip(api).map(|(settings, api)| {
        begins(Stage::Plan);
        plan::plan(&api, &settings, options, &mut report)
    });
    let files = planned.filter(|_| !report.has_errors()).map(|planned| format::files(planned, begins));
    Outcome { can_keep_going: outcome::can_keep_going(&report), files, report, summary, left_out: LeftOut::default() }
}

/// The same without what errors of the document ask to be left out. An error of the settings stops the run all the same,
/// unless it is about something that was left out.
fn written_in_part(
    sources: &Sources,
    options: &Options,
    settings: Option<Settings>,
    mut report: Report,
    begins: &mut dyn FnMut(Stage),
) -> Outcome {
    begins(Stage::Parse);
    let mut omissions = Omissions::default();
    let text = Text::read(&sources.document, &mut report);
    begins(Stage::Lower);
    let api = text.as_ref().and_then(|text| keep_going::read(&sources.document, text, &mut omissions, &mut report));
    let left_out = text.as_ref().map(|text| text.left_out(&omissions)).unwrap_or_default();
    let summary = api.as_ref().map(Summary::of).unwrap_or_default();
    let mut planning = Report::default();
    let planned = settings.zip(api).map(|(settings, api)| {
        begins(Stage::Plan);
        plan::plan(&api, &settings, options, &mut planning)
    });
    let lacks = |place: &Pointer| text.as_ref().is_some_and(|text| text.lacks(&omissions, place));
    let stops = keep_going::take_over(&planning, lacks, &mut report);
    let files = planned.filter(|_| !stops).map(|planned| format::files(planned, begins));
    Outcome { can_keep_going: false, files, report, summary, left_out }
}

/// Reads a document alone: what the API says, and what there is to say about the document.
pub fn read(sources: &Sources) -> (Option<Api>, Report) {
    stack::on_a_large_one(|| {
        let mut report = Report::default();
        let api = read_api(sources, &mut report, &mut |_| {});
        (api, report)
    })
}

fn read_settings(sources: &Sources, report: &mut Report, begins: &mut dyn FnMut(Stage)) -> Option<Settings> {
    begins(Stage::Settings);
    sources.settings.as_ref().map_or_else(|| Some(Settings::default()), |source| settings::parse(source, report))
}

fn read_api(sources: &Sources, report: &mut Report, begins: &mut dyn FnMut(Stage)) -> Option<Api> {
    begins(Stage::Parse);
    let document = parse::parse(sources, report)?;
    begins(Stage::Lower);
    lower::lower(&document, report)
}
