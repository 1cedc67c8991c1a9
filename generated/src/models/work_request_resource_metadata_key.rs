// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `WorkRequestResourceMetadataKey`.

use trueform_runtime::UnknownValue;

/// A key of the additional information about a resource. That this value is a key is inferred from sibling
/// services.
///
/// Schema `WorkRequestResourceMetadataKey`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WorkRequestResourceMetadataKey {
    /// Whether the operation only tries out what it would do to the resource.
    ///
    /// On the wire: `IS_DRY_RUN`.
    IsDryRun,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl WorkRequestResourceMetadataKey {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::IsDryRun];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::IsDryRun => "IS_DRY_RUN",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for WorkRequestResourceMetadataKey {
    fn from(text: &str) -> Self {
        match text {
            "IS_DRY_RUN" => Self::IsDryRun,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(WorkRequestResourceMetadataKey);
