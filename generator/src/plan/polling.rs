//! Long-running work: a constant for each waiter of an operation, and what docs say of it.

use super::documentation::{Paragraphs, code};
use super::names::OperationNames;
use super::types::runtime;
use crate::api::{Operation, Outcome, Polling, Waiter};
use crate::rust::facts::WaiterFacts;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Constant, Documentation, Ident, Value, Visibility};

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
        Outcome::Attention => "NeedsAttention",
    };
    WaiterFacts {
        name: waiter.name.clone(),
        state: waiter.state.clone(),
        progress: waiter.progress.clone(),
        delay: waiter.delay_header.clone(),
        outcomes: waiter.outcomes.iter().map(|(state, means)| (state.clone(), outcome(*means))).collect(),
    }
}

/// What docs say of an operation's waiters.
pub(super) fn words(operation: &Operation, owner: &OperationNames, docs: &mut Paragraphs) {
    let Some(polling) = &operation.polling else { return };
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
}
