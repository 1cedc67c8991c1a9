//! Examples in docs: compiled by rustdoc's tests, never run.

use std::fmt::Write;

use super::Context;
use super::argument::Argument;
use super::names::OperationNames;
use super::polling;
use crate::api::{Operation, Outcome};
use crate::diagnostic::Report;
use crate::rust::Documentation;

impl Context<'_> {
    /// The example that opens the docs of the crate: from the builder to the first reply.
    pub(super) fn opening(&self, operation: &Operation, names: &OperationNames) -> Documentation {
        let arguments = self.arguments(operation, names, &mut Report::default());
        let required: Vec<&Argument> = arguments.iter().filter(|argument| argument.required).collect();
        let mut example = self.example(names, &required);
        let library = &self.library;
        for line in &mut example.0 {
            *line = line.replace(&format!("client: {library}::Client, "), "");
            *line = line.replace(&format!("client: {library}::Client"), "");
        }
        example.0.insert(2, format!("let client = {library}::Client::builder().build()?;"));
        example
    }

    /// An example that compiles: what is no plain text comes in as an argument of the hidden function round it.
    pub(super) fn example(&self, names: &OperationNames, required: &[&Argument]) -> Documentation {
        let (call, hidden) = self.call(names, required);
        let library = &self.library;
        example(
            None,
            &format!("async fn example(client: {library}::Client{hidden})"),
            [format!("let reply = {call}.send().await?;"), "println!(\"{}: {reply:?}\", reply.status());".to_owned()],
        )
    }

    /// How work is waited for, and how its course is followed.
    pub(super) fn waiting(&self, names: &OperationNames, required: &[&Argument]) -> [Documentation; 2] {
        let (call, hidden) = self.call(names, required);
        let head = format!("async fn example(client: {}::Client{hidden})", self.library);
        let wait = [
            format!("let done = {call}.wait().max_wait(std::time::Duration::from_secs(600)).await?;"),
            "println!(\"{done:?}\");".to_owned(),
        ];
        let follow = [
            format!("let mut snapshots = {call}.snapshots();"),
            "while let Some(snapshot) = snapshots.next().await {".to_owned(),
            "    println!(\"{}\", snapshot?.state());".to_owned(),
            "}".to_owned(),
        ];
        [example(None, &head, wait), example(None, &head, follow)]
    }

    /// How code that uses the crate is tested without a network.
    pub(super) fn testing(&self, operation: &Operation, names: &OperationNames) -> Documentation {
        let arguments = self.arguments(operation, names, &mut Report::default());
        let required: Vec<&Argument> = arguments.iter().filter(|argument| argument.required).collect();
        let (call, hidden) = self.call(names, &required);
        let library = &self.library;
        example(
            Some("testing"),
            &format!("async fn example({})", hidden.trim_start_matches(", ")),
            [
                format!("use {library}::runtime::testing::{{ManualClock, ScriptedTransport}};"),
                String::new(),
                "let transport = ScriptedTransport::new().reply(404, &[], \"\");".to_owned(),
                format!(
                    "let client = {library}::Client::builder().transport(transport.clone()).clock(ManualClock::automatic()).build()?;"
                ),
                format!("let error = {call}.send().await.unwrap_err();"),
                "assert_eq!(error.status().map(|status| status.as_u16()), Some(404));".to_owned(),
                "assert_eq!(transport.requests().len(), 1);".to_owned(),
            ],
        )
    }

    /// How code that waits for work is tested without any time passing.
    pub(super) fn testing_waits(&self, operation: &Operation, names: &OperationNames) -> Option<Documentation> {
        let (waiter, constant) = polling::first(operation)?;
        let (state, _) = waiter.outcomes.iter().find(|(_, outcome)| *outcome == Outcome::Success)?;
        let arguments = self.arguments(operation, names, &mut Report::default());
        let required: Vec<&Argument> = arguments.iter().filter(|argument| argument.required).collect();
        let (call, hidden) = self.call(names, &required);
        let library = &self.library;
        let request = &names.request;
        Some(example(
            Some("testing"),
            &format!("async fn example(first_reply: {library}::runtime::Value{hidden})"),
            [
                "use std::time::Duration;".to_owned(),
                format!("use {library}::operations::{request};"),
                format!("use {library}::runtime::testing::{{FakeWork, ManualClock}};"),
                String::new(),
                "let clock = ManualClock::automatic();".to_owned(),
                "// A reply as the service sends it, and how the work goes on from there.".to_owned(),
                format!("let work = FakeWork::new(clock.clone(), {request}::{constant}, first_reply)"),
                format!("    .then({state:?}, Duration::from_secs(1000));"),
                format!("let client = {library}::Client::builder().transport(work).clock(clock).build()?;"),
                format!("let done = {call}.wait().await?;"),
                "assert_eq!(done.elapsed().as_secs() / 60, 16);".to_owned(),
            ],
        ))
    }

    /// How the credentials of Oracle Cloud Infrastructure are come by.
    pub(super) fn credentials(&self) -> Documentation {
        let library = &self.library;
        let mut variables = self.api.servers.first().into_iter().flat_map(|server| &server.variables);
        let region = variables.any(|variable| variable.wire == "region");
        let region = if region { ".region(profile.region()?)" } else { "" };
        example(
            Some("oci"),
            "fn example()",
            [
                format!("let profile = {library}::runtime::oci::Profile::load()?;"),
                format!(
                    "let client = {library}::Client::builder(){region}.credentials(profile.credentials()?).build()?;"
                ),
            ],
        )
    }

    /// The call of an operation on `client`, and what the function round it must be given, behind a comma each.
    fn call(&self, names: &OperationNames, required: &[&Argument]) -> (String, String) {
        let mut hidden = String::new();
        let mut stated = Vec::new();
        for argument in required {
            if let Some(text) = &argument.example {
                stated.push(format!("{text:?}"));
            } else {
                let name = match argument.name.bare() {
                    name if LOCALS.contains(&name) => format!("the_{name}"),
                    _ => argument.name.to_string(),
                };
                let _ = write!(hidden, ", {name}: {}", argument.ty.absolute(&self.library));
                stated.push(name);
            }
        }
        (format!("client.{}({})", names.method, stated.join(", ")), hidden)
    }
}

/// What examples call their own variables.
const LOCALS: [&str; 9] =
    ["client", "clock", "done", "error", "first_reply", "reply", "snapshots", "transport", "work"];

/// Lines of code in a function of this head, which is not shown.
fn example<const N: usize>(feature: Option<&str>, head: &str, lines: [String; N]) -> Documentation {
    let mut all = vec!["```no_run".to_owned()];
    all.extend(feature.map(|feature| format!("# #[cfg(feature = {feature:?})]")));
    all.push(format!("# {head} -> Result<(), Box<dyn std::error::Error>> {{"));
    all.extend(lines);
    all.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    Documentation(all)
}
