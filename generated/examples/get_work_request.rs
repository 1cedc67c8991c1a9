//! Prints a work request.
//!
//! ```text
//! cargo run -p cdexhub --example get_work_request -- --endpoint http://127.0.0.1:8080 ocid1.workrequest.demo.succeeds
//! ```

use std::process::ExitCode;

use cdexhub::Client;
use cdexhub::models::{WorkRequest, WorkRequestResource};
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::{AuthorizationHeader, BuildError, Error};

const USAGE: &str = "\
Prints a work request.

Usage: get_work_request [OPTIONS] <WORK_REQUEST_ID>

Options:
  --endpoint <URL>          Where the service is, in place of its own address
  --region <REGION>         The region of the service [default: us-chicago-1]
  --authorization <TEXT>    An Authorization header, signed elsewhere; without it calls are anonymous
  --request-id <ID>         What the call is to be known by: letters, numbers, underscore, dash
  -h, --help                Print this";

#[derive(Default)]
struct Arguments {
    id: Option<String>,
    endpoint: Option<String>,
    region: Option<String>,
    authorization: Option<String>,
    request_id: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = match read(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(mistake) => {
            eprintln!("error: {mistake}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let client = match client(&arguments) {
        Ok(client) => client,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    let mut request = client.get_work_request(arguments.id.unwrap_or_default());
    if let Some(id) = arguments.request_id {
        request = request.opc_request_id(id);
    }
    match request.await {
        Ok(reply) => {
            print(&reply);
            ExitCode::SUCCESS
        }
        Err(error) => {
            explain(&error);
            ExitCode::FAILURE
        }
    }
}

/// The arguments; nothing where help is asked for.
fn read(mut words: impl Iterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut arguments = Arguments::default();
    while let Some(word) = words.next() {
        let (option, inline) = match word.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option.to_owned(), Some(value.to_owned())),
            _ => (word, None),
        };
        let place = match option.as_str() {
            "-h" | "--help" => return Ok(None),
            "--endpoint" => &mut arguments.endpoint,
            "--region" => &mut arguments.region,
            "--authorization" => &mut arguments.authorization,
            "--request-id" => &mut arguments.request_id,
            unknown if unknown.starts_with('-') => return Err(format!("there is no option `{unknown}`")),
            _ if arguments.id.is_some() => return Err(format!("one work request at a time, not `{option}` too")),
            _ => {
                arguments.id = Some(option);
                continue;
            }
        };
        let value = inline.or_else(|| words.next()).ok_or_else(|| format!("`{option}` needs a value"))?;
        *place = Some(value);
    }
    if arguments.id.is_none() {
        return Err("the id of the work request is missing".to_owned());
    }
    Ok(Some(arguments))
}

fn client(arguments: &Arguments) -> Result<Client, BuildError> {
    let mut builder = Client::builder();
    if let Some(region) = &arguments.region {
        builder = builder.region(region);
    }
    if let Some(endpoint) = &arguments.endpoint {
        builder = builder.endpoint(endpoint);
    }
    if let Some(text) = &arguments.authorization {
        builder = builder.credentials(AuthorizationHeader::new(text.as_str()));
    }
    builder.build()
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

/// What went wrong, and what to do about it.
fn explain(error: &Error<GetWorkRequestError>) {
    let line = error.to_string();
    eprintln!("error: {line}");
    let mut cause = std::error::Error::source(error);
    while let Some(because) = cause {
        let words = because.to_string();
        if !line.contains(&words) {
            eprintln!("  because {words}");
        }
        cause = because.source();
    }
    let advice = match error {
        Error::Documented(GetWorkRequestError::Unauthorized(_)) => {
            "pass an `Authorization` header with --authorization, or start the mock with --anonymous"
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
