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
//! # Credentials
//!
//! Requests are signed as Oracle Cloud Infrastructure wants them. Keys and tokens come from its configuration file,
//! for example:
//!
//! ```no_run
//! # #[cfg(feature = "oci")]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let profile = cdexhub::runtime::oci::Profile::load()?;
//! let client = cdexhub::Client::builder().region(profile.region()?).credentials(profile.credentials()?).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Testing
//!
//! With the feature `testing`, `runtime::testing` has what tests need in place of a network and of time. It plays
//! replies and faults, and tells what was asked:
//!
//! ```no_run
//! # #[cfg(feature = "testing")]
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use cdexhub::runtime::testing::{ManualClock, ScriptedTransport};
//!
//! let transport = ScriptedTransport::new().reply(404, &[], "");
//! let client = cdexhub::Client::builder().transport(transport.clone()).clock(ManualClock::automatic()).build()?;
//! let error = client.get_work_request("workRequestId").send().await.unwrap_err();
//! assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
//! assert_eq!(transport.requests().len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! Work with a life of its own is waited for without any time passing:
//!
//! ```no_run
//! # #[cfg(feature = "testing")]
//! # async fn example(first_reply: cdexhub::runtime::Value) -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use cdexhub::operations::GetWorkRequest;
//! use cdexhub::runtime::testing::{FakeWork, ManualClock};
//!
//! let clock = ManualClock::automatic();
//! // A reply as the service sends it, and how the work goes on from there.
//! let work = FakeWork::new(clock.clone(), GetWorkRequest::COMPLETED_WAITER, first_reply)
//!     .then("SUCCEEDED", Duration::from_secs(1000));
//! let client = cdexhub::Client::builder().transport(work).clock(clock).build()?;
//! let done = client.get_work_request("workRequestId").wait().await?;
//! assert_eq!(done.elapsed().as_secs() / 60, 16);
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
