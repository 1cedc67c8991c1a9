//! The code in README.md, compiled and run as it stands there.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
