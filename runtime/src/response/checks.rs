//! How much a reply that breaks a rule of the document matters.

/// What becomes of a reply that can be read, but breaks a bound that the document states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseChecks {
    /// The reply comes back as it is, and lists what it breaks: `violations()`.
    #[default]
    Report,
    /// The reply comes back within an error that lists what it breaks.
    Strict,
    /// Nothing is checked, and nothing is listed. What cannot be read at all is still an error.
    Off,
}
