//! Where a run is, for those who show its progress or measure it.

/// A stage of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Text of settings to settings.
    Settings,
    /// Text of a document to a checked document.
    Parse,
    /// Document to what the API says.
    Lower,
    /// What the API says to what the Rust will be.
    Plan,
    /// What the Rust will be to its manifest, its README and the list of its public items.
    Emit,
    /// What the Rust will be to tokens, and tokens to text: several files at a time.
    Format,
}

impl Stage {
    /// All stages, in the order of the pipeline.
    pub const ALL: [Self; 6] = [Self::Settings, Self::Parse, Self::Lower, Self::Plan, Self::Emit, Self::Format];
}
