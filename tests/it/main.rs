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
mod keep_going;
mod mistakes;
mod one_cause;
mod one_more;
mod security;
mod surface;
mod tidy;
mod vendor;
mod wire;
mod witnesses;
mod zoo;
