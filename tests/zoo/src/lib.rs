// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Zoo, version `7`.
//!
//! One of everything that the generator honours.
//!
//! # Tags
//!
//! - `parameters`: Whatever goes into a request beside its body.
//!
//! # Example
//!
//! `GET /path/{count}/{word}`, to begin with:
//!
//! ```no_run
//! # async fn example(count: i32) -> Result<(), Box<dyn std::error::Error>> {
//! let client = zoo::Client::builder().build()?;
//! let reply = client.path_scalars(count, "word").send().await?;
//! println!("{}: {reply:?}", reply.status());
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
//! # async fn example(count: i32) -> Result<(), Box<dyn std::error::Error>> {
//! use zoo::runtime::testing::{ManualClock, ScriptedTransport};
//!
//! let transport = ScriptedTransport::new().reply(404, &[], "");
//! let client = zoo::Client::builder().transport(transport.clone()).clock(ManualClock::automatic()).build()?;
//! let error = client.path_scalars(count, "word").send().await.unwrap_err();
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
//! # async fn example(first_reply: zoo::runtime::Value, the_client: i64) -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use zoo::operations::GetJob;
//! use zoo::runtime::testing::{FakeWork, ManualClock};
//!
//! let clock = ManualClock::automatic();
//! // A reply as the service sends it, and how the work goes on from there.
//! let work = FakeWork::new(clock.clone(), GetJob::FINISHED_WAITER, first_reply)
//!     .then("done", Duration::from_secs(1000));
//! let client = zoo::Client::builder().transport(work).clock(clock).build()?;
//! let done = client.get_job(the_client).wait().await?;
//! assert_eq!(done.elapsed().as_secs() / 60, 16);
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! - `client` (default): the client. Without it the crate is the models alone.
//! - `blocking`: calls that hold up their thread, for programs without an async runtime.
//! - `tracing`: spans and events of the crate `tracing`.
//! - `testing`: a transport that plays a script, work that ends by itself, and a clock to move: for tests.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![allow(deprecated, reason = "what the document deprecates is still written and read")]
#![allow(confusable_idents, mixed_script_confusables, reason = "the document's own words name its items")]

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
