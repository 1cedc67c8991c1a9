//! Long-running work: a constant for each waiter of an operation, and what docs say of it.

use super::documentation::{Paragraphs, code};
use super::names::OperationNames;
use super::types::runtime;
use crate::api::{Operation, Outcome, Polling, Waiter};
use crate::rust::body::OperationBody;
use crate::rust::facts::WaiterFacts;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Body, Constant, Documentation, Function, Ident, Receiver, Type, Value, Visibility};

/// The constants of an operation's waiters.
pub(super) fn waiters(operation: &Operation) -> Vec<Constant> {
    let Some(polling) = &operation.polling else { return Vec::new() };
    let constant = |(waiter, name): (&Waiter, Ident)| Constant {
        docs: Documentation::line(format!(
            "How a reply tells where the work stands that {} is about.",
            code(&waiter.name)
        )),
        visibility: Some(Visibility::Public),
        name,
        ty: runtime("Waiter"),
        value: Value::Waiter(facts(waiter)),
    };
    polling.waiters.iter().zip(names(polling)).map(constant).collect()
}

fn names(polling: &Polling) -> Vec<Ident> {
    // With a word behind it that neither a bound nor a default ends in.
    let claim =
        |waiter: &Waiter| Claim::new(format!("{} waiter", waiter.name), format!("{}/{}", polling.at, waiter.name));
    let claims: Vec<Claim> = polling.waiters.iter().map(claim).collect();
    Scope::default().claim(Case::Constant, &claims).into_iter().map(|claimed| claimed.name).collect()
}

fn facts(waiter: &Waiter) -> WaiterFacts {
    let outcome = |outcome: Outcome| match outcome {
        Outcome::Success => "Succeeded",
        Outcome::Failure => "Failed",
        Outcome::Canceled => "Canceled",
        Outcome::Attention => "NeedsAttention",
    };
    WaiterFacts {
        name: waiter.name.clone(),
        state: waiter.state.clone(),
        progress: waiter.progress.clone(),
        delay: waiter.delay_header.clone(),
        states: waiter.states.clone(),
        outcomes: waiter.outcomes.iter().map(|(state, means)| (state.clone(), outcome(*means))).collect(),
    }
}

/// The waiter that `wait` waits for, and the name of its constant.
pub(super) fn first(operation: &Operation) -> Option<(&Waiter, Ident)> {
    let polling = operation.polling.as_ref()?;
    polling.waiters.iter().zip(names(polling)).next()
}

/// The functions that wait for an operation's work: for what its first waiter is about.
pub(super) fn functions(operation: &Operation) -> Vec<Function> {
    let Some(polling) = &operation.polling else { return Vec::new() };
    let named: Vec<(&Waiter, Ident)> = polling.waiters.iter().zip(names(polling)).collect();
    let Some(((first, name), others)) = named.split_first() else { return Vec::new() };
    let function = |function, docs: Paragraphs, returns, body| Function {
        docs: docs.finish(),
        visibility: Some(Visibility::Public),
        receiver: Receiver::Value,
        returns: Some(runtime(returns).of([Type::this()])),
        ..Function::new(Ident::fixed(function), Body::Operation(body))
    };
    let mut docs = Paragraphs::default();
    docs.line(format!(
        "Waits for what {} is about: asks again and again until it has come to an end.",
        code(&first.name)
    ));
    docs.lines([
        "Awaited, it gives the reply that shows the work done. Every other end is an error that has the last reply, and",
        "can be gone on with.",
    ]);
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(|(_, name)| format!("[`{name}`](Self::{name})")).collect();
        docs.line(format!("`Wait::new` waits for the others: {}.", others.join(", ")));
    }
    let mut course = Paragraphs::default();
    course.line("The same wait as a stream of what is seen in its course.");
    vec![
        function("wait", docs, "Wait", OperationBody::Wait(name.clone())),
        function("snapshots", course, "Snapshots", OperationBody::Snapshots),
    ]
}

/// What docs say of an operation's waiters; whether there are any.
pub(super) fn words(operation: &Operation, owner: &OperationNames, docs: &mut Paragraphs) -> bool {
    let Some(polling) = &operation.polling else { return false };
    docs.line("# Long-running work");
    for (waiter, name) in polling.waiters.iter().zip(names(polling)) {
        docs.lines([
            format!("[`{name}`](crate::operations::{}::{name}) reads how the work stands.", owner.request),
            format!("{} shows in {} of the reply:", code(&waiter.name), code(&waiter.state)),
        ]);
        docs.lines(waiter.outcomes.iter().map(|(value, outcome)| {
            let meaning = match outcome {
                Outcome::Success => "the work is done",
                Outcome::Failure => "the work has ended without success",
                Outcome::Canceled => "the work was canceled",
                Outcome::Attention => "a person must act before the work goes on",
            };
            format!("- {}: {meaning}.", code(value))
        }));
        if let Some(progress) = &waiter.progress {
            docs.line(format!("The progress in percent shows in {}.", code(progress)));
        }
        if let Some(header) = &waiter.delay_header {
            docs.line(format!("The header {} says when to ask again.", code(header)));
        }
    }
    !polling.waiters.is_empty()
}
