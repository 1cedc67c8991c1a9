//! The tests over the whole, as one binary.

mod bombs;
mod cases;
mod check;
mod client;
mod compiled;
mod corpus;
mod current;
mod diagnostics;
mod facts;
mod hostile;
mod surface;
mod tidy;
mod wire;
mod zoo;
