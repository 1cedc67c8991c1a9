//! What is checked in is what the generator writes: `cargo xtask codegen --check`, as a test.

use std::path::PathBuf;

use xtask::arguments::CodegenArguments;
use xtask::console::{Console, MessageFormat};
use xtask::failure::Exit;
use xtask::{codegen, workspace};

#[test]
fn the_client_is_current() {
    check(None);
}

#[test]
fn the_zoo_is_current() {
    check(Some(workspace::root().join("tests/zoo/zoo.toml")));
}

/// Fails with the difference.
#[track_caller]
fn check(config: Option<PathBuf>) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = {
        let mut console = Console::new(MessageFormat::Text, &mut out, &mut err);
        let arguments = CodegenArguments { check: true, config, ..CodegenArguments::default() };
        codegen::run(&arguments, &workspace::root(), &mut console)
    };
    let said = [out, err].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert_eq!(exit, Exit::Done, "{said}");
}
