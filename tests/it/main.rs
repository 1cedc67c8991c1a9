//! The tests over the whole, as one binary.

mod bombs;
mod cases;
mod check;
mod client;
mod compiled;
mod corpus;
mod current;
mod diagnostics;
mod explanations;
mod facts;
mod fault_matrix;
mod faults;
mod hostile;
mod mistakes;
mod one_more;
mod security;
mod surface;
mod tidy;
mod vendor;
mod wire;
mod witnesses;
mod zoo;
