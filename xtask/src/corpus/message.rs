//! What cargo says of a crate, as JSON lines.

use std::path::Path;

use serde_json::Value;

/// How much it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Error,
    Warning,
}

/// What is to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// The compiler says something.
    Said { package: String, level: Level, line: String },
    /// The compiler has made what it was to make, now or, where `fresh`, in an earlier run.
    Done { package: String, fresh: bool },
}

impl Message {
    /// What a line of JSON says, where it is about a crate and says anything.
    pub(super) fn read(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let manifest = Path::new(line["manifest_path"].as_str()?);
        // A crate lies in the folder of its name.
        let package = manifest.parent()?.file_name()?.to_str()?.to_owned();
        match line["reason"].as_str()? {
            "compiler-artifact" => Some(Self::Done { package, fresh: line["fresh"].as_bool()? }),
            "compiler-message" => {
                let (level, line) = said(&line["message"])?;
                Some(Self::Said { package, level, line })
            }
            _ => None,
        }
    }
}

/// For example ``error[E0308]: mismatched types (src/lib.rs:3:5)``.
fn said(message: &Value) -> Option<(Level, String)> {
    let level = match message["level"].as_str()? {
        "warning" => Level::Warning,
        word if word.starts_with("error") => Level::Error,
        _ => return None,
    };
    let spans = message["spans"].as_array()?;
    let text = message["message"].as_str()?;
    // How many there were.
    if spans.is_empty() && (text.starts_with("aborting due to ") || text.ends_with(" emitted")) {
        return None;
    }
    let code = message["code"]["code"].as_str().map(|code| format!("[{code}]")).unwrap_or_default();
    let word = if level == Level::Error { "error" } else { "warning" };
    let place = spans.iter().find(|span| span["is_primary"] == true).map(|span| {
        let file = span["file_name"].as_str().unwrap_or_default();
        format!(" ({file}:{}:{})", span["line_start"], span["column_start"])
    });
    Some((level, format!("{word}{code}: {}{}", text.replace('\n', " "), place.unwrap_or_default())))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Level, Message};

    fn of_the_compiler(message: &Value) -> Option<Message> {
        let line =
            json!({"reason": "compiler-message", "manifest_path": "/c/real-pets/Cargo.toml", "message": message});
        Message::read(&line.to_string())
    }

    #[test]
    fn errors_and_warnings_are_lines_with_a_place() {
        let span = |is_primary, line| json!({"is_primary": is_primary, "file_name": "real-pets/src/lib.rs", "line_start": line, "column_start": 5});
        let mut message = json!({
            "level": "error", "message": "mismatched\ntypes", "code": {"code": "E0308"}, "spans": [span(false, 1), span(true, 3)],
        });
        let said =
            |level, line: &str| Some(Message::Said { package: "real-pets".to_owned(), level, line: line.to_owned() });
        let line = "error[E0308]: mismatched types (real-pets/src/lib.rs:3:5)";
        assert_eq!(of_the_compiler(&message), said(Level::Error, line));
        (message["level"], message["code"]) = (json!("warning"), Value::Null);
        let line = "warning: mismatched types (real-pets/src/lib.rs:3:5)";
        assert_eq!(of_the_compiler(&message), said(Level::Warning, line));
    }

    #[test]
    fn what_only_counts_is_not_heard() {
        for (level, text) in [("error", "aborting due to 2 previous errors"), ("warning", "1 warning emitted")] {
            assert_eq!(of_the_compiler(&json!({"level": level, "message": text, "spans": []})), None);
        }
        assert_eq!(of_the_compiler(&json!({"level": "note", "message": "a note", "spans": []})), None);
        let without_a_place = json!({"level": "error", "message": "no crate", "spans": []});
        assert!(matches!(of_the_compiler(&without_a_place), Some(Message::Said { level: Level::Error, .. })));
    }

    #[test]
    fn a_crate_may_be_as_it_was() {
        let line = r#"{"reason":"compiler-artifact","manifest_path":"/c/real-pets/Cargo.toml","fresh":true}"#;
        assert_eq!(Message::read(line), Some(Message::Done { package: "real-pets".to_owned(), fresh: true }));
        assert_eq!(Message::read(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(Message::read("no JSON"), None);
    }
}
