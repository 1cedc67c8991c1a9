//! The API of a document on loopback.
