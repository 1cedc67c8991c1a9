// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `ActionType`.

use trueform_runtime::UnknownValue;

/// What the operation behind the work request does to a resource. As long as it is still creating, updating or
/// deleting the resource, this is `IN_PROGRESS`; once the work on that resource is complete, it turns to `CREATED`, `UPDATED`
/// or `DELETED`, whichever it was.
///
/// Schema `ActionType`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ActionType {
    /// The work is complete for this resource, and the resource was created.
    ///
    /// On the wire: `CREATED`.
    Created,
    /// The work is complete for this resource, and the resource was updated.
    ///
    /// On the wire: `UPDATED`.
    Updated,
    /// The work is complete for this resource, and the resource was deleted.
    ///
    /// On the wire: `DELETED`.
    Deleted,
    /// The resource is being created, updated or deleted, and the work is not yet complete for it.
    ///
    /// On the wire: `IN_PROGRESS`.
    InProgress,
    /// The resource has to do with the operation, which neither creates nor updates nor deletes it.
    ///
    /// On the wire: `RELATED`.
    Related,
    /// The work has failed for this resource.
    ///
    /// On the wire: `FAILED`.
    Failed,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl ActionType {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::Created,
        Self::Updated,
        Self::Deleted,
        Self::InProgress,
        Self::Related,
        Self::Failed,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Created => "CREATED",
            Self::Updated => "UPDATED",
            Self::Deleted => "DELETED",
            Self::InProgress => "IN_PROGRESS",
            Self::Related => "RELATED",
            Self::Failed => "FAILED",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for ActionType {
    fn from(text: &str) -> Self {
        match text {
            "CREATED" => Self::Created,
            "UPDATED" => Self::Updated,
            "DELETED" => Self::Deleted,
            "IN_PROGRESS" => Self::InProgress,
            "RELATED" => Self::Related,
            "FAILED" => Self::Failed,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(ActionType);
