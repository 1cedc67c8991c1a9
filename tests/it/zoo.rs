//! The crate of `tests/zoo`, in use: real bytes in and out.

mod bounds;
mod choices;
mod matrix;
mod replies;
mod requests;
mod security;
mod selection;
mod values;
mod work;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use trueform_runtime::testing::{ManualClock, ScriptedTransport};
use trueform_runtime::{RetryPolicy, Rule, Validate, Violation};
use zoo::{Client, ClientBuilder};

/// Reads a value, which must give the same JSON when it is written.
#[track_caller]
fn both_ways<T: DeserializeOwned + Serialize>(json: &Value) -> T {
    let read: T = read(json);
    assert_eq!(serde_json::to_value(&read).expect("it can be written"), *json);
    read
}

#[track_caller]
fn read<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_str(&json.to_string()).expect("it can be read")
}

/// Why a value cannot be read.
#[track_caller]
fn refusal<T: DeserializeOwned>(json: &Value) -> String {
    match serde_json::from_str::<T>(&json.to_string()) {
        Ok(_) => panic!("{json} was read"),
        Err(error) => error.to_string(),
    }
}

/// Where a value breaks which rules, for example `/title MaxLength`.
fn broken(value: &impl Validate) -> Vec<String> {
    trueform_runtime::validate(value).err().map(|violations| listed(&violations)).unwrap_or_default()
}

fn listed(violations: &[Violation]) -> Vec<String> {
    let word = |rule: &Rule| format!("{rule:?}").split([' ', '{', '(']).next().unwrap_or_default().to_owned();
    let rule = |rule: &Rule| match rule {
        Rule::PropertyName(inner) => format!("key {}", word(inner)),
        other => word(other),
    };
    violations.iter().map(|violation| format!("{} {}", violation.pointer(), rule(violation.rule()))).collect()
}

fn builder(transport: &ScriptedTransport) -> ClientBuilder {
    let once = Client::builder().endpoint("https://zoo.test").retry(RetryPolicy::never());
    once.transport(transport.clone()).clock(ManualClock::automatic())
}

fn client(transport: &ScriptedTransport) -> Client {
    builder(transport).build().expect("the endpoint is sound")
}
