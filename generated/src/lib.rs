// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Oracle Health Clinical Data Exchange, version `20180828`.
//!
//! The work requests of Oracle Health Clinical Data Exchange (*cdexHub*): how far a long-running operation of the
//! service has come, and which resources it affects.
//!
//! The service takes only calls that carry an Oracle Cloud Infrastructure request signature. It replies in
//! `application/json`.
//!
//! # Tags
//!
//! - `cdexHub`: Clinical data exchange between payers and providers.
//!
//! # Example
//!
//! `GET /20180828/workRequests/{workRequestId}`, to begin with:
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = cdexhub::Client::builder().build()?;
//! let reply = client.get_work_request("workRequestId").send().await?;
//! println!("{}: {reply:?}", reply.status());
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! - `client` (default): the client. Without it the crate is the models alone.
//! - `blocking`: calls that hold up their thread, for programs without an async runtime.
//! - `oci` (default): request signatures of Oracle Cloud Infrastructure, with API keys and session tokens.
//! - `encrypted-keys`: private keys that a passphrase opens.
//! - `tracing`: spans and events of the crate `tracing`.
//! - `testing`: a transport that plays a script, work that ends by itself, and a clock to move: for tests.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(feature = "client")]
mod client;
pub mod models;
#[cfg(feature = "client")]
pub mod operations;
#[cfg(feature = "client")]
pub mod security;

#[cfg(feature = "client")]
pub use self::client::{Client, ClientBuilder};

/// What the types of this crate are made of: credentials, transports, errors.
pub use trueform_runtime as runtime;
