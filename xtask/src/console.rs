//! What a command says, and to whom: results to standard output, all else to standard error; with
//! `--message-format json`, standard output is JSON lines and nothing else.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use serde_json::Value;
use trueform::diagnostic::render::{self, Style};
use trueform::diagnostic::{Report, Severity};
use trueform::source::Sources;

use crate::failure::Failure;
use crate::paths::shown;

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people, to standard error.
    #[default]
    Text,
    /// For programs: one JSON object a line, to standard output.
    Json,
}

/// The two streams of a command, and how they are written to.
///
/// A stream that nobody reads any more is no reason to stop, so failures to write are passed over.
pub struct Console<'w> {
    format: MessageFormat,
    /// How standard error looks.
    style: Style,
    /// The code of the worst that was reported, for an example.
    worst: Option<(Severity, &'static str)>,
    out: Box<dyn Write + 'w>,
    out_colour: bool,
    err: Box<dyn Write + 'w>,
    /// Whether what is written to standard error can be wiped out again.
    shows_progress: bool,
}

impl Console<'_> {
    /// Standard output and standard error, with colours where they are wanted.
    pub fn standard(format: MessageFormat) -> Self {
        let wanted = |is_terminal| wants_colour(|name| std::env::var_os(name), is_terminal);
        let out_colour = wanted(io::stdout().is_terminal());
        let style = Style { colour: wanted(io::stderr().is_terminal()), verbose: false };
        let shows_progress = style.colour && io::stderr().is_terminal();
        Self { style, out_colour, shows_progress, ..Self::new(format, io::stdout(), io::stderr()) }
    }
}

/// Whether a stream is coloured: where it is a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`; and, with
/// `CLICOLOR_FORCE`, where it is none. `NO_COLOR` wins.
fn wants_colour(variable: impl Fn(&str) -> Option<OsString>, is_terminal: bool) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let is_forced = variable("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
    !is_set("NO_COLOR") && (is_forced || is_terminal && !is_dumb)
}

impl<'w> Console<'w> {
    /// Two other streams, without colours.
    pub fn new(format: MessageFormat, out: impl Write + 'w, err: impl Write + 'w) -> Self {
        Self {
            format,
            style: Style::default(),
            worst: None,
            out: Box::new(out),
            out_colour: false,
            err: Box::new(err),
            shows_progress: false,
        }
    }

    /// The same, showing every diagnostic in full where `verbose`.
    #[must_use]
    pub fn verbose(self, verbose: bool) -> Self {
        Self { style: Style { verbose, ..self.style }, ..self }
    }

    /// Prints what the generator has to say. The names of `shown` are those that the user can open.
    pub fn report(&mut self, report: &Report, shown: &Sources) {
        let said = report.diagnostics().iter().map(|diagnostic| (diagnostic.severity, diagnostic.code));
        self.worst = self.worst.into_iter().chain(said).min_by_key(|(severity, _)| *severity);
        let _ = match self.format {
            MessageFormat::Text => {
                let text = render::text(report, shown, self.style);
                write!(self.err, "{text}")
            }
            MessageFormat::Json => write!(self.out, "{}", render::json(report, shown)),
        };
    }

    /// Says, after all else of a run, where there is more to read about what was reported.
    pub fn read_more(&mut self) {
        if let (Some((severity, code)), MessageFormat::Text) = (self.worst.take(), self.format) {
            let what = match severity {
                Severity::Error => "an error",
                Severity::Warning => "a warning",
                Severity::Note => "a note",
            };
            let _ = writeln!(self.err, "For more about {what}, try `cargo xtask codegen --explain {code}`.");
        }
    }

    /// Prints what was asked for, to standard output.
    pub fn answer(&mut self, text: &str) {
        let _ = write!(self.out, "{text}");
    }

    /// Prints why the command stops.
    pub fn failure(&mut self, failure: &Failure) {
        let file = shown(&failure.file);
        if self.format == MessageFormat::Json {
            self.message(failure.code, &file, &failure.message, failure.help.as_deref());
            return;
        }
        let (red, bold, plain) = if self.style.colour { ("\x1b[1;31m", "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
        let _ = writeln!(self.err, "{red}error[{}]{plain}{bold}: {file}: {}{plain}", failure.code, failure.message);
        if let Some(help) = &failure.help {
            let _ = writeln!(self.err, "  help: {help}");
        }
    }

    /// Prints that a file is not what would be generated. In text, the difference says so.
    pub fn stale(&mut self, file: &str, message: &str, command: &str) {
        if self.format == MessageFormat::Json {
            self.message("stale", file, message, Some(&format!("run {command}")));
        }
    }

    /// Prints a unified difference.
    pub fn difference(&mut self, text: &str) {
        if self.format == MessageFormat::Json {
            return;
        }
        for line in text.split_inclusive('\n') {
            let colour = match line.as_bytes().first() {
                _ if !self.out_colour || line.starts_with("+++") || line.starts_with("---") => "",
                Some(b'+') => "\x1b[32m",
                Some(b'-') => "\x1b[31m",
                Some(b'@') => "\x1b[36m",
                _ => "",
            };
            let _ = if colour.is_empty() {
                write!(self.out, "{line}")
            } else {
                let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
                write!(self.out, "{colour}{line}\x1b[0m{end}")
            };
        }
    }

    /// Shows on a terminal what takes its time, until the next call; `None` ends it.
    pub fn working(&mut self, on: Option<&str>) {
        if self.shows_progress && self.format == MessageFormat::Text {
            let on = on.map(|on| format!("  reading {on} …")).unwrap_or_default();
            let _ = write!(self.err, "\r\x1b[2K{on}").and_then(|()| self.err.flush());
        }
    }

    /// Prints what the command was called for, to standard output.
    pub fn result(&mut self, text: &str) {
        let _ = write!(self.out, "{text}");
    }

    /// Prints what was done, in one line.
    pub fn summary(&mut self, line: &str) {
        let _ = match self.format {
            MessageFormat::Text => writeln!(self.out, "{line}"),
            MessageFormat::Json => writeln!(self.err, "{line}"),
        };
    }

    /// Prints a remark to the user that is no result.
    pub fn remark(&mut self, line: &str) {
        let _ = writeln!(self.err, "{line}");
    }

    fn message(&mut self, code: &str, file: &str, message: &str, help: Option<&str>) {
        let text = |text: &str| Value::from(text).to_string();
        // The same members in the same order as the diagnostics of a document.
        let _ = writeln!(
            self.out,
            r#"{{"severity":"error","code":{},"pointer":null,"file":{},"line":null,"column":null,"message":{},"help":{}}}"#,
            text(code),
            text(file),
            text(message),
            help.map_or_else(|| "null".to_owned(), text),
        );
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::wants_colour;

    #[track_caller]
    fn check(variables: &[(&str, &str)], on_terminal: bool, elsewhere: bool) {
        let variable =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(*value));
        assert_eq!((wants_colour(variable, true), wants_colour(variable, false)), (on_terminal, elsewhere));
    }

    #[test]
    fn colours_are_for_terminals_unless_the_environment_says_otherwise() {
        check(&[], true, false);
        check(&[("NO_COLOR", "1")], false, false);
        check(&[("NO_COLOR", "")], true, false);
        check(&[("TERM", "dumb")], false, false);
        check(&[("CLICOLOR_FORCE", "1")], true, true);
        check(&[("CLICOLOR_FORCE", "0")], true, false);
        check(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], true, true);
        check(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false, false);
    }
}
