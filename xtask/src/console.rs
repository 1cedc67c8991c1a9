//! What a command says, and to whom: results to standard output, all else to standard error; with
//! `--message-format json`, standard output is JSON lines and nothing else.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use serde_json::Value;
use trueform::diagnostic::{Report, render};
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
    out: Box<dyn Write + 'w>,
    out_colour: bool,
    err: Box<dyn Write + 'w>,
    err_colour: bool,
}

impl Console<'_> {
    /// Standard output and standard error; colours where they are terminals and `NO_COLOR` is not set.
    pub fn standard(format: MessageFormat) -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && std::env::var_os("TERM").is_none_or(|value| value != "dumb");
        Self {
            format,
            out_colour: wanted && io::stdout().is_terminal(),
            out: Box::new(io::stdout()),
            err_colour: wanted && io::stderr().is_terminal(),
            err: Box::new(io::stderr()),
        }
    }
}

impl<'w> Console<'w> {
    /// Two other streams, without colours.
    pub fn new(format: MessageFormat, out: impl Write + 'w, err: impl Write + 'w) -> Self {
        Self { format, out: Box::new(out), out_colour: false, err: Box::new(err), err_colour: false }
    }

    /// Prints what the generator has to say. The names of `shown` are those that the user can open.
    pub fn report(&mut self, report: &Report, shown: &Sources) {
        let _ = match self.format {
            MessageFormat::Text => {
                let text = render::text(report, shown, self.err_colour);
                write!(self.err, "{text}")
            }
            MessageFormat::Json => write!(self.out, "{}", render::json(report, shown)),
        };
    }

    /// Prints why the command stops.
    pub fn failure(&mut self, failure: &Failure) {
        let file = shown(&failure.file);
        if self.format == MessageFormat::Json {
            self.message(failure.code, &file, &failure.message, failure.help);
            return;
        }
        let (red, bold, plain) = if self.err_colour { ("\x1b[1;31m", "\x1b[1m", "\x1b[0m") } else { ("", "", "") };
        let _ = writeln!(self.err, "{red}error[{}]{plain}{bold}: {file}: {}{plain}", failure.code, failure.message);
        if let Some(help) = failure.help {
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
        if self.err_colour && self.format == MessageFormat::Text {
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
