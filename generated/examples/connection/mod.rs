//! What the examples have in common: their arguments, where the service is, and who asks.

use std::error::Error;
use std::process::ExitCode;

use cdexhub::runtime::AuthorizationHeader;
use cdexhub::runtime::oci::Profile;
use cdexhub::{Client, ClientBuilder};

/// The options of [`Connection`], for the usage of an example.
pub const OPTIONS: &str = "  \
  --endpoint <URL>          Where the service is, in place of its own address; for example that of the mock
  --region <REGION>         The region of the service [default: that of the profile]
  --profile <NAME>          The profile of the OCI configuration file that signs the calls [default: DEFAULT, but none
                            where an endpoint is stated]
  --config-file <PATH>      That file [default: $OCI_CONFIG_FILE, or ~/.oci/config]
  --authorization <TEXT>    An Authorization header, signed elsewhere, in place of a profile";

/// What an example is told: the id of a work request, options of its own, and the connection.
pub struct Arguments {
    pub id: String,
    pub connection: Connection,
    own: Vec<(&'static str, Option<String>)>,
}

impl Arguments {
    /// Reads the words of the command line; nothing where help is asked for.
    pub fn read(mut words: impl Iterator<Item = String>, own: &[&'static str]) -> Result<Option<Self>, Box<dyn Error>> {
        let mut own: Vec<_> = own.iter().map(|option| (*option, None)).collect();
        let mut connection = Connection::default();
        let mut id = None;
        while let Some(word) = words.next() {
            let (option, inline) = match word.split_once('=') {
                Some((option, value)) if option.starts_with("--") => (option.to_owned(), Some(value.to_owned())),
                _ => (word, None),
            };
            let place = if matches!(option.as_str(), "-h" | "--help") {
                return Ok(None);
            } else if let Some((_, place)) = own.iter_mut().find(|(name, _)| *name == option) {
                place
            } else if let Some(place) = connection.option(&option) {
                place
            } else if option.starts_with('-') {
                return Err(format!("there is no option `{option}`").into());
            } else if id.is_some() {
                return Err(format!("one work request at a time, not `{option}` too").into());
            } else {
                id = Some(option);
                continue;
            };
            *place = Some(inline.or_else(|| words.next()).ok_or_else(|| format!("`{option}` needs a value"))?);
        }
        let id = id.ok_or("the id of the work request is missing")?;
        Ok(Some(Self { id, connection, own }))
    }

    /// The value of an option of the example's own.
    pub fn own(&self, option: &str) -> Option<&str> {
        self.own.iter().find(|(name, _)| *name == option)?.1.as_deref()
    }
}

/// Where the service is, and who asks.
#[derive(Default)]
pub struct Connection {
    endpoint: Option<String>,
    region: Option<String>,
    profile: Option<String>,
    config_file: Option<String>,
    authorization: Option<String>,
}

impl Connection {
    /// Where the value of this option belongs; nowhere if it is not one of these.
    fn option(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "--endpoint" => &mut self.endpoint,
            "--region" => &mut self.region,
            "--profile" => &mut self.profile,
            "--config-file" => &mut self.config_file,
            "--authorization" => &mut self.authorization,
            _ => return None,
        })
    }

    /// A client that is to be set up so. Reads the configuration file and the key, where it signs.
    pub fn builder(&self) -> Result<ClientBuilder, Box<dyn Error>> {
        let mut builder = Client::builder();
        if let Some(endpoint) = &self.endpoint {
            builder = builder.endpoint(endpoint);
        }
        if let Some(text) = &self.authorization {
            builder = builder.credentials(AuthorizationHeader::new(text.as_str()));
        } else if let Some(profile) = self.profile()? {
            for warning in profile.warnings() {
                eprintln!("warning: {warning}");
            }
            // A profile without a region leaves the service in its only one.
            if let (None, Ok(region)) = (&self.region, profile.region()) {
                builder = builder.region(region);
            }
            builder = builder.credentials(profile.credentials()?);
        }
        if let Some(region) = &self.region {
            builder = builder.region(region);
        }
        Ok(builder)
    }

    fn profile(&self) -> Result<Option<Profile>, Box<dyn Error>> {
        let name = self.profile.as_deref().unwrap_or("DEFAULT");
        if let Some(path) = &self.config_file {
            return Ok(Some(Profile::from_file(path, name)?));
        }
        if self.profile.is_none() && self.endpoint.is_some() {
            return Ok(None);
        }
        Ok(Some(Profile::named(name)?))
    }
}

/// Prints an error with what it comes from, as far as its line does not say so.
pub fn complain(error: &(dyn Error + 'static)) {
    let line = error.to_string();
    eprintln!("error: {line}");
    let mut cause = error.source();
    while let Some(because) = cause {
        let words = because.to_string();
        if !line.contains(&words) {
            eprintln!("  because {words}");
        }
        cause = because.source();
    }
}

/// What to exit with where the command line is wrong.
pub fn misused(mistake: &(dyn Error + 'static)) -> ExitCode {
    complain(mistake);
    eprintln!("\nSee --help.");
    ExitCode::from(2)
}
