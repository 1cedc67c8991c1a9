//! The form of the configuration file.
//!
//! It is that of the vendor's clients where they agree: sections in brackets, names without regard to case, a value that is
//! all after the first `=`, comments on lines of their own. As with Python's `configparser`, a section or a name that is
//! stated twice is a mistake, except that `[DEFAULT]` may be continued.

use std::path::Path;

use zeroize::Zeroizing;

use super::error::{ConfigurationError, Mistake};

/// The section that all others inherit from.
pub(super) const DEFAULT: &str = "DEFAULT";

/// A configuration file.
pub(super) struct Ini {
    sections: Vec<Section>,
}

struct Section {
    name: String,
    line: usize,
    entries: Vec<Entry>,
}

/// A name with its value.
#[derive(Clone)]
pub(super) struct Entry {
    /// In lower case.
    pub(super) key: String,
    /// Without the space around it; it may be empty.
    pub(super) value: Zeroizing<String>,
    /// Counted from one.
    pub(super) line: usize,
}

impl Ini {
    /// Reads a text; `path` is for messages.
    pub(super) fn parse(text: &str, path: &Path) -> Result<Self, ConfigurationError> {
        let mut ini = Self { sections: Vec::new() };
        let mut current = None;
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let number = index + 1;
            let line = line.trim();
            if line.is_empty() || line.starts_with(['#', ';']) {
                continue;
            }
            let wrong = |mistake| ConfigurationError::Syntax { path: path.to_owned(), line: number, mistake };
            if let Some(rest) = line.strip_prefix('[') {
                current = Some(ini.open(section_name(rest).map_err(wrong)?, number, path)?);
                continue;
            }
            let (key, value) = line.split_once('=').ok_or_else(|| wrong(Mistake::NoEqualsSign))?;
            let key = key.trim().to_ascii_lowercase();
            if key.is_empty() {
                return Err(wrong(Mistake::NoName));
            }
            let section = current.ok_or_else(|| wrong(Mistake::BeforeSections))?;
            let value = Zeroizing::new(value.trim().to_owned());
            ini.add(section, Entry { key, value, line: number }, path)?;
        }
        Ok(ini)
    }

    /// Begins a section; answers with its place in the list.
    fn open(&mut self, name: &str, line: usize, path: &Path) -> Result<usize, ConfigurationError> {
        let known = self.sections.iter().position(|section| section.name == name);
        match known.map(|at| (at, &self.sections[at])) {
            Some((at, _)) if name == DEFAULT => Ok(at),
            Some((_, section)) => Err(ConfigurationError::Syntax {
                path: path.to_owned(),
                line,
                mistake: Mistake::SectionTwice { section: name.to_owned(), first: section.line },
            }),
            None => {
                self.sections.push(Section { name: name.to_owned(), line, entries: Vec::new() });
                Ok(self.sections.len() - 1)
            }
        }
    }

    fn add(&mut self, section: usize, entry: Entry, path: &Path) -> Result<(), ConfigurationError> {
        let section = &mut self.sections[section];
        if let Some(first) = section.entries.iter().find(|found| found.key == entry.key) {
            return Err(ConfigurationError::Syntax {
                path: path.to_owned(),
                line: entry.line,
                mistake: Mistake::NameTwice { section: section.name.clone(), key: entry.key, first: first.line },
            });
        }
        section.entries.push(entry);
        Ok(())
    }

    /// The names of all sections, in their order.
    pub(super) fn names(&self) -> Vec<String> {
        self.sections.iter().map(|section| section.name.clone()).collect()
    }

    /// What a section itself states.
    pub(super) fn own(&self, section: &str, key: &str) -> Option<&Entry> {
        let section = self.sections.iter().find(|found| found.name == section)?;
        section.entries.iter().find(|entry| entry.key == key)
    }

    /// What a section states or inherits.
    pub(super) fn get(&self, section: &str, key: &str) -> Option<&Entry> {
        self.own(section, key).or_else(|| self.own(DEFAULT, key))
    }
}

/// The name in what follows the opening bracket. Nothing but a comment may stand after it.
fn section_name(rest: &str) -> Result<&str, Mistake> {
    let (name, after) = rest.split_once(']').ok_or(Mistake::OpenBracket)?;
    let (name, after) = (name.trim(), after.trim());
    if name.is_empty() || !(after.is_empty() || after.starts_with(['#', ';'])) {
        return Err(Mistake::OpenBracket);
    }
    Ok(name)
}
