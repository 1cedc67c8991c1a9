// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `OperationStatus`.

use trueform_runtime::UnknownValue;

/// The status of a work request.
///
/// Schema `OperationStatus`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OperationStatus {
    /// The work request was created, and its work has not begun. It goes on.
    ///
    /// On the wire: `ACCEPTED`.
    Accepted,
    /// The work is being done. It goes on.
    ///
    /// On the wire: `IN_PROGRESS`.
    InProgress,
    /// The work waits for something. It goes on by itself.
    ///
    /// On the wire: `WAITING`.
    Waiting,
    /// A person must act. It does not go on until then.
    ///
    /// On the wire: `NEEDS_ATTENTION`.
    NeedsAttention,
    /// The work has ended without success. This is final.
    ///
    /// On the wire: `FAILED`.
    Failed,
    /// The work has ended with success. This is final.
    ///
    /// On the wire: `SUCCEEDED`.
    Succeeded,
    /// The work is being canceled. It goes on until that is done.
    ///
    /// On the wire: `CANCELING`.
    Canceling,
    /// The work was canceled. This is final.
    ///
    /// On the wire: `CANCELED`.
    Canceled,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl OperationStatus {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::Accepted,
        Self::InProgress,
        Self::Waiting,
        Self::NeedsAttention,
        Self::Failed,
        Self::Succeeded,
        Self::Canceling,
        Self::Canceled,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Accepted => "ACCEPTED",
            Self::InProgress => "IN_PROGRESS",
            Self::Waiting => "WAITING",
            Self::NeedsAttention => "NEEDS_ATTENTION",
            Self::Failed => "FAILED",
            Self::Succeeded => "SUCCEEDED",
            Self::Canceling => "CANCELING",
            Self::Canceled => "CANCELED",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for OperationStatus {
    fn from(text: &str) -> Self {
        match text {
            "ACCEPTED" => Self::Accepted,
            "IN_PROGRESS" => Self::InProgress,
            "WAITING" => Self::Waiting,
            "NEEDS_ATTENTION" => Self::NeedsAttention,
            "FAILED" => Self::Failed,
            "SUCCEEDED" => Self::Succeeded,
            "CANCELING" => Self::Canceling,
            "CANCELED" => Self::Canceled,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(OperationStatus);
