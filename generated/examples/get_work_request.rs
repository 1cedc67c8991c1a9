//! Prints a work request.
//!
//! ```text
//! cargo run -p cdexhub --example get_work_request -- --endpoint http://127.0.0.1:8080 ocid1.workrequest.demo.succeeds
//! ```

mod connection;

use std::error::Error as StdError;
use std::process::ExitCode;

use cdexhub::models::{WorkRequest, WorkRequestResource};
use cdexhub::operations::{GetWorkRequest, GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::Error;

use connection::{Arguments, complain};

const USAGE: &str = "\
Prints a work request.

Usage: get_work_request [OPTIONS] <WORK_REQUEST_ID>

Options:
  --request-id <ID>         What the call is to be known by: letters, numbers, underscore, dash
";

const HELP: &str = "\n  -h, --help                Print this";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::read(std::env::args().skip(1), &["--request-id"]);
    let arguments = match arguments {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            println!("{USAGE}{}{HELP}", connection::OPTIONS);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => return connection::misused(&*mistake),
    };
    let request = match request(&arguments) {
        Ok(request) => request,
        Err(error) => {
            complain(&*error);
            return ExitCode::FAILURE;
        }
    };
    match request.await {
        Ok(reply) => {
            print(&reply);
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&error);
            advise(&error);
            ExitCode::FAILURE
        }
    }
}

/// The call that the arguments ask for.
fn request(arguments: &Arguments) -> Result<GetWorkRequest, Box<dyn StdError>> {
    let request = arguments.connection.builder()?.build()?.get_work_request(&arguments.id);
    Ok(match arguments.own("--request-id") {
        Some(request_id) => request.opc_request_id(request_id),
        None => request,
    })
}

fn print(reply: &GetWorkRequestResponse) {
    let work: &WorkRequest = reply;
    println!("{}", work.id);
    println!("  {} is {}, {:.0} % done", work.operation_type, work.status, work.percent_complete);
    println!("  {:<8} {}", "in", work.compartment_id);
    println!("  {:<8} {}", "accepted", work.time_accepted.as_str());
    let times = [("started", &work.time_started), ("updated", &work.time_updated), ("finished", &work.time_finished)];
    for (what, time) in times.into_iter().filter_map(|(what, time)| Some((what, time.as_ref()?))) {
        println!("  {what:<8} {}", time.as_str());
    }
    println!("  {} resources", work.resources.len());
    for resource in &work.resources {
        print_resource(resource);
    }
    if let Some(wait) = reply.retry_after() {
        println!("  ask again in {} s", wait.as_secs_f64());
    }
    for violation in reply.violations() {
        println!("  the reply breaks a bound of the document: {violation}");
    }
    println!("  request {}", reply.opc_request_id().unwrap_or("without an id"));
}

fn print_resource(resource: &WorkRequestResource) {
    println!("  - {:<11} {} {}", resource.action_type.as_str(), resource.entity_type, resource.identifier);
    if let Some(uri) = &resource.entity_uri {
        println!("                {uri}");
    }
    for (key, value) in resource.metadata.iter().flatten() {
        println!("                {key} = {value}");
    }
}

/// What to do about what went wrong.
fn advise(error: &Error<GetWorkRequestError>) {
    let advice = match error {
        Error::Documented(GetWorkRequestError::Unauthorized(_)) => {
            "sign the call with --profile or --config-file, or start the mock with --anonymous"
        }
        Error::Documented(GetWorkRequestError::NotFound(_)) => "is the id right, and may you see it?",
        Error::Transport(_) => {
            "is the service there? For the mock, run `cargo xtask mock` and pass its url with --endpoint"
        }
        error if error.is_retryable() => "it may work if you try again",
        _ => return,
    };
    eprintln!("  {advice}");
}
