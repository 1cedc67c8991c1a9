//! The API of a document on loopback.
//!
//! Requests are checked against the document: route, credentials, parameters. What a work request does is the business of
//! [`life`]; for any other operation, a reply is made of its schema. What goes wrong on demand is a [`Fault`]. Tests start a
//! [`Mock`] within their own process.

mod body;
mod check;
mod connection;
mod gzip;
pub mod life;
mod misbehaviour;
mod reply;
mod request;
mod route;
mod server;
mod service;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use trueform::api::Api;
use trueform::source::{Source, Sources};

use crate::arguments::MockArguments;
use crate::console::{Console, MessageFormat};
use crate::failure::{Exit, Failure};
use crate::{paths, text, workspace};

pub use crate::fault::Fault;
pub use request::RecordedRequest;
pub use server::Mock;
pub use service::{Clock, Options};

/// The API that the document at the path describes, or what is wrong with it: then it was printed to `console`.
fn read(path: &Path, console: &mut Console<'_>) -> Result<Option<Api>, Failure> {
    let document = Source { name: paths::shown(path), text: text::read(path)? };
    let sources = Sources { document, settings: None };
    let (api, report) = trueform::read(&sources);
    if api.is_none() || report.has_errors() {
        console.report(&report, &sources);
        return Ok(None);
    }
    Ok(api)
}

/// The API of `spec/cdexhub.yaml`, for tests.
///
/// # Errors
///
/// Where the document cannot be read; what is wrong within it is the text of the error.
pub fn cdexhub() -> Result<Api, String> {
    let mut complaints = Vec::new();
    let api = read(&spec(), &mut Console::new(MessageFormat::Text, std::io::sink(), &mut complaints));
    match api {
        Ok(Some(api)) => Ok(api),
        Ok(None) => Err(String::from_utf8_lossy(&complaints).into_owned()),
        Err(failure) => Err(failure.message),
    }
}

fn spec() -> PathBuf {
    workspace::root().join("spec/cdexhub.yaml")
}

/// `cargo xtask mock`: serves until Ctrl-C.
pub(crate) fn serve(arguments: &MockArguments) -> ExitCode {
    let mut console = Console::standard(MessageFormat::Text);
    let exit = try_serve(arguments, &mut console).unwrap_or_else(|failure| {
        console.failure(&failure);
        failure.exit
    });
    exit.into()
}

fn try_serve(arguments: &MockArguments, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let spec = arguments.spec.clone().unwrap_or_else(spec);
    let Some(api) = read(&spec, console)? else {
        return Ok(Exit::Failed);
    };
    let title = api.title.clone();
    let options = Options {
        address: arguments.address,
        anonymous: arguments.anonymous,
        clock: Box::new(SystemTime::now),
        announce: true,
        fault: arguments.fault,
    };
    let address = arguments.address.to_string();
    let cannot = |error: std::io::Error| Failure::cannot_listen(&address, &error);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(cannot)?;
    runtime.block_on(async {
        let mock = Mock::start(api, options).await.map_err(cannot)?;
        console.summary(&format!("{title} on {}, until Ctrl-C", mock.url()));
        introduce(arguments.fault, mock.has_work_requests(), console);
        tokio::signal::ctrl_c().await.map_err(cannot)?;
        Ok(Exit::Done)
    })
}

/// Says what there is to ask for, and what will go wrong.
fn introduce(fault: Option<Fault>, has_work_requests: bool, console: &mut Console<'_>) {
    if has_work_requests {
        console.summary("work requests, each a step further with every GET:");
        for id in life::known_ids() {
            console.summary(&format!("  {id}"));
        }
    }
    match fault {
        Some(fault) => {
            console.summary(&format!("every reply goes wrong, {}: {}", fault.name(), fault.about()));
        }
        None if has_work_requests => {
            console.summary("work requests whose reply goes wrong:");
            for (id, fault) in life::faulty_ids() {
                console.summary(&format!("  {id:<46}{}", fault.about()));
            }
        }
        None => console.summary("--fault NAME has every reply go wrong; --help lists the names"),
    }
}

#[cfg(test)]
mod tests;
