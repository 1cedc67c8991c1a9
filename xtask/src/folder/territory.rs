//! What belongs to the machine in the folder of a crate.
//!
//! Whatever stands there and was not generated is deleted; whatever stands elsewhere is never touched.

/// The machine's part of the folder of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Territory {
    /// A crate of this repository: `src/` and the files at the root.
    Member,
    /// A standalone crate with its own copy of the runtime: `runtime/` as well.
    Standalone,
    /// A standalone crate that links a runtime elsewhere: the same as [`Self::Member`].
    Linked,
}

impl Territory {
    /// The files at the root that belong to the machine.
    pub(crate) const FILES: [&'static str; 3] = ["Cargo.toml", "README.md", "api.txt"];

    /// The folders that belong to the machine wholly.
    pub(crate) fn folders(self) -> &'static [&'static str] {
        match self {
            Self::Member | Self::Linked => &["src"],
            Self::Standalone => &["src", "runtime"],
        }
    }

    /// Whether a path relative to the folder, with `/` between its parts, belongs to the machine.
    pub(crate) fn holds(self, path: &str) -> bool {
        let plain = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        let folder = path.split_once('/').map(|(folder, _)| folder);
        let within = folder.is_some_and(|folder| self.folders().contains(&folder));
        plain && (within || Self::FILES.contains(&path))
    }
}

/// Whether the text of a `Cargo.toml` says that this generator made it: `[package.metadata.trueform]`.
pub(crate) fn is_marked(manifest: &str) -> bool {
    let marked = |manifest: toml_edit::DocumentMut| {
        let mark = manifest.get("package")?.get("metadata")?.get("trueform")?;
        Some(mark.is_table_like())
    };
    manifest.parse().ok().and_then(marked).unwrap_or(false)
}

/// The name of the package that the text of a `Cargo.toml` states.
pub(crate) fn package_name(manifest: &str) -> Option<String> {
    let document = manifest.parse::<toml_edit::DocumentMut>().ok()?;
    let name = document.get("package")?.get("name")?.as_str()?;
    Some(name.to_owned())
}
