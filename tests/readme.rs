//! The code in README.md and docs/client.md, compiled and run as it stands there.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/client.md")]
struct Client;
