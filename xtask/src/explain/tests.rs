use super::run;
use crate::console::{Console, MessageFormat};
use crate::failure::Exit;

/// What is printed to standard output and to standard error.
fn explain(code: Option<&str>) -> (Exit, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console::new(MessageFormat::Text, &mut out, &mut err);
    let exit = run(code, &mut console);
    drop(console);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (exit, text(out), text(err))
}

#[test]
fn a_code_is_explained_with_an_example() {
    let (exit, out, err) = explain(Some("unknown-type"));
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert!(out.starts_with("unknown-type\n\nA `type` is none of those that there are.\n\nFor example:\n\n"), "{out}");
    assert!(out.contains("\n        Id: {type: uuid}\n"), "{out}");
    assert!(out.contains("\nMended:\n\n") && !out.contains("```"), "{out}");
}

#[test]
fn a_code_may_be_copied_with_what_stands_around_it() {
    assert_eq!(explain(Some("error[unknown-type]")), explain(Some("unknown-type")));
}

#[test]
fn what_stops_a_command_is_explained() {
    let (exit, out, _) = explain(Some("foreign-folder"));
    assert_eq!(exit, Exit::Done);
    assert!(out.starts_with("foreign-folder\n\nThe folder of a crate holds files"), "{out}");
}

#[test]
fn without_a_code_all_are_listed_one_a_line() {
    let (exit, out, _) = explain(None);
    assert_eq!(exit, Exit::Done);
    assert!(out.lines().count() > 100, "{out}");
    assert!(
        out.lines()
            .any(|line| line.starts_with("unknown-type  ")
                && line.ends_with("A `type` is none of those that there are."))
    );
    assert!(out.lines().any(|line| line.starts_with("stale  ")));
}

#[test]
fn an_unknown_code_is_wrong_usage_and_may_have_been_another() {
    let (exit, out, err) = explain(Some("unknwon-type"));
    assert_eq!((exit, out.as_str()), (Exit::Usage, ""));
    assert!(err.contains("error[unknown-code]") && err.contains("did you mean `unknown-type`?"), "{err}");
    let (_, _, err) = explain(Some("E0308"));
    assert!(err.contains("`cargo xtask codegen --explain` lists the codes"), "{err}");
}
