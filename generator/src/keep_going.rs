//! From a text to an API although there are errors in it: in rounds, each without what the errors of the one before ask
//! to be left out.

use crate::api::Api;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::lower;
use crate::parse::{Omissions, Text};
use crate::source::{Pointer, Source};

/// What the API says without what is left out of it. `None` where nothing can be had without an error, which then is in
/// the report. All that is said of the document is in the report too, and nothing that is so only because of what was
/// left out.
pub(crate) fn read(source: &Source, text: &Text, omissions: &mut Omissions, report: &mut Report) -> Option<Api> {
    let (mut parsed, mut lowered) = (false, false);
    loop {
        let mut said = Report::default();
        let document = text.document(source, omissions, &mut said);
        let mut errors = absorb(&said, parsed, text, omissions, report);
        parsed = true;
        if let Some(document) = document {
            let mut said = Report::default();
            let api = lower::lower(&document, &mut said);
            errors.extend(absorb(&said, lowered, text, omissions, report));
            lowered = true;
            if api.is_some() {
                return api;
            }
        }
        if errors.is_empty() || !text.leave_out(omissions, &errors) {
            return None;
        }
    }
}

/// Takes over what a stage says, and gives its errors back. A stage that was there `before` has said what it has to say, but for
/// errors that others hid.
fn absorb(said: &Report, before: bool, text: &Text, omissions: &Omissions, report: &mut Report) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    for diagnostic in said.diagnostics() {
        let is_error = diagnostic.severity == Severity::Error;
        if (is_error || !before) && !text.accounts_for(omissions, diagnostic) {
            report.push(diagnostic.clone());
        }
        if is_error {
            errors.push(diagnostic.clone());
        }
    }
    errors
}

/// Takes over what the plan says, but for names and types that the settings state for what was left out. Whether an error is
/// among it.
pub(crate) fn take_over(planning: &Report, lacks: impl Fn(&Pointer) -> bool, report: &mut Report) -> bool {
    let is_left_out = |diagnostic: &Diagnostic| {
        let key = diagnostic.place.pointer.tokens().last().unwrap_or_default();
        let pointer = key.strip_prefix('#').map(Pointer::from_text);
        diagnostic.code == "override-of-nothing" && pointer.is_some_and(|pointer| lacks(&pointer))
    };
    let mut stops = false;
    for diagnostic in planning.diagnostics().iter().filter(|diagnostic| !is_left_out(diagnostic)) {
        stops |= diagnostic.severity == Severity::Error;
        report.push(diagnostic.clone());
    }
    stops
}
