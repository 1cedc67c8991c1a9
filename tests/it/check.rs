//! What the tests share: running the generator over a text.

use std::panic::resume_unwind;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use trueform::diagnostic::render::Style;
use trueform::source::{Source, Sources};
use trueform::{Options, Outcome, diagnostic, generate};

/// The root of the repository.
pub(crate) fn root() -> &'static std::path::Path {
    std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A document, and the settings where a test has any, under the names that diagnostics call them by.
pub(crate) fn sources(document: &str, settings: Option<&str>) -> Sources {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    Sources {
        document: source("document.yaml", document),
        settings: settings.map(|text| source("settings.toml", text)),
    }
}

/// Generates the crate `sample` from a document.
pub(crate) fn run(sources: &Sources) -> Outcome {
    let options = Options {
        package: Some("sample".to_owned()),
        runtime: "runtime".to_owned(),
        standalone: false,
        keep_going: false,
    };
    generate(sources, &options)
}

/// What the generator says of a document, as a person reads it.
pub(crate) fn said(sources: &Sources) -> String {
    diagnostic::render::text(&run(sources).report, sources, Style::default())
}

/// Runs it in a thread of its own, which is waited for in real time, and for no longer than this.
pub(crate) fn guarded<T: Send + 'static>(longest: Duration, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, when_done) = mpsc::channel();
    let thread = thread::spawn(move || {
        // Whoever waits has given up where this fails.
        let _ = done.send(work());
    });
    match when_done.recv_timeout(longest) {
        Ok(made) => made,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("something hangs: it is not done after {longest:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => match thread.join() {
            Err(panic) => resume_unwind(panic),
            Ok(()) => unreachable!("a thread that ends well has sent what it made"),
        },
    }
}
