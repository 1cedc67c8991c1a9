//! The contract between generated code and the runtime: a client as the generator would write it, driven without a
//! network through all that can become of a call.

#[cfg(feature = "blocking")]
mod blocking;
mod building;
mod client;
mod credentials;
mod failures;
mod headers;
mod hostile;
mod many_waits;
mod messages;
mod polling;
mod put_work;
mod renewal;
mod replies;
mod requests;
mod retry;
mod schemes;
mod unknown_host;
mod waiting;
mod watching;
