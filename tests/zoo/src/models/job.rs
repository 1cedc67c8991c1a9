// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Job`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `Job`.
///
/// Schema `Job`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Job {
    /// The property `stage`.
    pub stage: JobStage,
}

impl Job {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Job {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("stage", &self.stage);
    }
}

/// The object `JobStage`.
///
/// At `/components/schemas/Job/properties/stage` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct JobStage {
    /// The property `name`.
    pub name: JobStageName,
    /// The property `done`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<f64>,
}

impl JobStage {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for JobStage {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("name", &self.name);
    }
}

/// The values of `JobStageName`.
///
/// At `/components/schemas/Job/properties/stage/properties/name` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobStageName {
    /// On the wire: `new`.
    New,
    /// On the wire: `running`.
    Running,
    /// On the wire: `done`.
    Done,
    /// On the wire: `broken`.
    Broken,
    /// On the wire: `dropped`.
    Dropped,
    /// On the wire: `stuck`.
    Stuck,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl JobStageName {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::New,
        Self::Running,
        Self::Done,
        Self::Broken,
        Self::Dropped,
        Self::Stuck,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "new",
            Self::Running => "running",
            Self::Done => "done",
            Self::Broken => "broken",
            Self::Dropped => "dropped",
            Self::Stuck => "stuck",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for JobStageName {
    fn from(text: &str) -> Self {
        match text {
            "new" => Self::New,
            "running" => Self::Running,
            "done" => Self::Done,
            "broken" => Self::Broken,
            "dropped" => Self::Dropped,
            "stuck" => Self::Stuck,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(JobStageName);
