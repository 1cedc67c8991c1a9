//! Why there are no credentials.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::PathBuf;

use super::key_error::KeyError;
use super::place::{FileRole, OnePath, Place};
use crate::auth::CredentialsError;
use crate::one_line::OneLine;

/// A mistake in the configuration file, or in a file that it names. `Display` says it in one line, with the file and the
/// remedy; it never shows a value that may be a secret.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConfigurationError {
    /// No configuration file is stated, and there is no home directory to look for one.
    NoHome,
    /// There is no such file.
    FileMissing {
        /// What it is for.
        role: FileRole,
        /// Where it should be.
        path: PathBuf,
        /// The line that names it, if one does.
        place: Option<Box<Place>>,
    },
    /// The file cannot be read; the source says why.
    Unreadable {
        /// What it is for.
        role: FileRole,
        /// Where it is.
        path: PathBuf,
        /// The line that names it, if one does.
        place: Option<Box<Place>>,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not text in UTF-8.
    NotText {
        /// What it is for.
        role: FileRole,
        /// Where it is.
        path: PathBuf,
    },
    /// The form of the configuration file is wrong.
    Syntax {
        /// The configuration file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
        /// What is wrong in it.
        mistake: Mistake,
    },
    /// The configuration file has no such profile.
    UnknownProfile {
        /// The configuration file.
        path: PathBuf,
        /// The profile that was asked for.
        profile: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// A profile lacks a value, and inherits none.
    MissingKey {
        /// The configuration file.
        path: PathBuf,
        /// The profile.
        profile: String,
        /// The name of the value.
        key: &'static str,
    },
    /// A value is there, but empty.
    EmptyValue {
        /// The line with the value.
        place: Place,
        /// The name of the value.
        key: &'static str,
    },
    /// A value holds characters that cannot stand in the identifier of a key.
    UnfitValue {
        /// The line with the value.
        place: Place,
        /// The name of the value.
        key: &'static str,
    },
    /// The key itself stands in the configuration file, which the vendor's own clients refuse as well.
    KeyContent {
        /// The line with the key.
        place: Place,
    },
    /// The file of the private key holds none that can be used.
    PrivateKey {
        /// The file of the key.
        path: PathBuf,
        /// The line that names the file, if one does.
        place: Option<Box<Place>>,
        /// Why not.
        reason: KeyError,
    },
    /// The file of the session token is empty.
    EmptyToken {
        /// The file of the token.
        path: PathBuf,
    },
    /// The file of the session token holds something that is no token.
    UnfitToken {
        /// The file of the token.
        path: PathBuf,
    },
}

/// What is wrong with a line of a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mistake {
    /// It is neither a section, nor a comment, nor `key = value`.
    NoEqualsSign,
    /// Nothing stands before the `=`.
    NoName,
    /// A value stands before the first section.
    BeforeSections,
    /// A section has no name, no closing bracket, or something after it.
    OpenBracket,
    /// A section is there already.
    SectionTwice {
        /// Its name.
        section: String,
        /// The line where it is first.
        first: usize,
    },
    /// A section states a value twice.
    NameTwice {
        /// The section.
        section: String,
        /// The name of the value.
        key: String,
        /// The line where it is first.
        first: usize,
    },
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEqualsSign => formatter.write_str(
                "neither `[PROFILE]` nor `key = value`; put `#` in front if it is a comment, and each value on one line",
            ),
            Self::NoName => formatter.write_str("no name before the `=`; write `key = value`"),
            Self::BeforeSections => {
                formatter.write_str("a value before the first profile; put a line `[DEFAULT]` above it")
            }
            Self::OpenBracket => formatter.write_str("a profile without a name of its own; write `[PROFILE]`"),
            Self::SectionTwice { section, first } => write!(
                formatter,
                "the profile [{}] is there already, in line {first}; rename one, or put them together",
                OneLine(section)
            ),
            Self::NameTwice { section, key, first } => write!(
                formatter,
                "`{}` is stated already for [{}], in line {first}; remove one of them",
                OneLine(key),
                OneLine(section)
            ),
        }
    }
}

impl fmt::Display for ConfigurationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => formatter.write_str(
                "there is no home directory to look for .oci/config in; set OCI_CONFIG_FILE to the path of the \
                 configuration file",
            ),
            Self::FileMissing { role, path, place } => {
                write!(formatter, "{}: {role} is not there; {}", OnePath(path), remedy(*role))?;
                named_in(formatter, place.as_deref())
            }
            Self::Unreadable { role, path, place, source } => {
                let path = OnePath(path);
                write!(
                    formatter,
                    "{path}: {role} cannot be read ({source}); see that it is a file this user may read"
                )?;
                named_in(formatter, place.as_deref())
            }
            Self::NotText { role, path } => {
                write!(formatter, "{}: {role} is not text in UTF-8; save it as such", OnePath(path))
            }
            Self::Syntax { path, line, mistake } => write!(formatter, "{}:{line}: {mistake}", OnePath(path)),
            Self::UnknownProfile { path, profile, known } => {
                write!(formatter, "{}: there is no profile [{}]; ", OnePath(path), OneLine(profile))?;
                match known.as_slice() {
                    [] => formatter.write_str("the file has none"),
                    known => write!(formatter, "those that there are: {}", OneLine(&known.join(", "))),
                }
            }
            Self::MissingKey { path, profile, key } => write!(
                formatter,
                "{}: the profile [{}] has no `{key}`, and inherits none from [DEFAULT]; add a line `{key} = …`",
                OnePath(path),
                OneLine(profile)
            ),
            Self::EmptyValue { place, key } => write!(formatter, "{place}: `{key}` is empty; add its value"),
            Self::UnfitValue { place, key } => write!(
                formatter,
                "{place}: `{key}` holds characters that it cannot have; copy it from the console again, without quotes"
            ),
            Self::KeyContent { place } => write!(
                formatter,
                "{place}: `key_content` must not stand in a file; save the key in a file of its own, and name it in \
                 `key_file`"
            ),
            Self::PrivateKey { path, place, reason } => {
                write!(formatter, "{}: {reason}", OnePath(path))?;
                named_in(formatter, place.as_deref())
            }
            Self::EmptyToken { path } => {
                write!(formatter, "{}: the file of the session token is empty; {NEW_SESSION}", OnePath(path))
            }
            Self::UnfitToken { path } => write!(
                formatter,
                "{}: what is in the file of the session token cannot be one: it has characters that none has; {NEW_SESSION}",
                OnePath(path)
            ),
        }
    }
}

fn named_in(formatter: &mut fmt::Formatter<'_>, place: Option<&Place>) -> fmt::Result {
    place.map_or(Ok(()), |place| write!(formatter, " (named in {place})"))
}

const NEW_SESSION: &str = "log in again with `oci session authenticate`";

fn remedy(role: FileRole) -> &'static str {
    match role {
        FileRole::Configuration => {
            "make one with `oci setup config`, or set OCI_CONFIG_FILE to the path of the one that there is"
        }
        FileRole::PrivateKey => "correct `key_file` in the profile (a relative path begins at the working directory)",
        FileRole::SessionToken => {
            "log in with `oci session authenticate`, or correct `security_token_file` in the profile"
        }
    }
}

impl StdError for ConfigurationError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            Self::PrivateKey { reason, .. } => Some(reason),
            _ => None,
        }
    }
}

/// The message is the same; of the rest, what the system says is kept as the source.
impl From<ConfigurationError> for CredentialsError {
    fn from(error: ConfigurationError) -> Self {
        let told = Self::new(error.to_string());
        match error {
            ConfigurationError::Unreadable { source, .. } => told.with_source(source),
            _ => told,
        }
    }
}
