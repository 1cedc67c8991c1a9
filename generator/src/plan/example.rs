//! Examples in docs: compiled by rustdoc's tests, never run.

use std::fmt::Write;

use super::Context;
use super::argument::Argument;
use super::names::OperationNames;
use crate::api::Operation;
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
        let library = &self.library;
        let mut hidden = String::new();
        let mut stated = Vec::new();
        for argument in required {
            if let Some(text) = &argument.example {
                stated.push(format!("{text:?}"));
            } else {
                let name = &argument.name;
                let _ = write!(hidden, ", {name}: {}", argument.ty.absolute(library));
                stated.push(name.to_string());
            }
        }
        Documentation(vec![
            "```no_run".to_owned(),
            format!(
                "# async fn example(client: {library}::Client{hidden}) -> Result<(), Box<dyn std::error::Error>> {{"
            ),
            format!("let reply = client.{}({}).send().await?;", names.method, stated.join(", ")),
            "println!(\"{}: {reply:?}\", reply.status());".to_owned(),
            "# Ok(())".to_owned(),
            "# }".to_owned(),
            "```".to_owned(),
        ])
    }
}
