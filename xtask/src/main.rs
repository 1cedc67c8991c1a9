//! `cargo xtask`.

use std::process::ExitCode;

/// The generator makes many small things and drops them soon; this allocator takes half the time of the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    xtask::command::run()
}
