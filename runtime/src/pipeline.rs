//! The order of a call, written once: check → encode → [ identify → authorise → send ] under retry → decode → check.

mod attempt;
mod build_error;
mod builder;
mod call;
mod customize;
mod deadline;
mod headers;
mod identify;
mod operation;
mod pending;
mod prepare;
mod repeat;
mod send;
mod settings;
mod watched;

pub use build_error::BuildError;
pub use builder::PipelineBuilder;
pub use call::{Call, CallOptions};
pub use customize::Customize;
pub use operation::{Operation, OperationFacts};
pub use pending::Pending;
pub use settings::Pipeline;

pub(crate) use deadline::{Limit, Limited};
pub(crate) use identify::Identifiers;
