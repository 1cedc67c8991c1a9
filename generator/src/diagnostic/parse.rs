//! The mistakes that `parse` finds.

use super::{Diagnostic, did_you_mean, error, note, warning};
use crate::source::Place;

/// The text holds nothing.
pub fn empty_text(place: Place) -> Diagnostic {
    error(place, "unreadable-text", "the document is empty".to_owned(), None)
}

/// The text is neither JSON nor YAML from here on.
pub fn unreadable_text(place: Place, reason: &str) -> Diagnostic {
    let usual = match reason {
        _ if reason.starts_with("mapping values are not allowed") => "a text that holds `: ` stands in quotes; ",
        _ if reason.starts_with("found character that cannot start any token") => {
            "a text that begins with `@`, `%` or a backtick stands in quotes; "
        }
        _ if reason.starts_with("did not find expected key") => {
            "mostly this line is indented unlike those beside it, or quotes before it are not closed; "
        }
        _ => "",
    };
    let rest = "nothing behind this place could be read, so there may be more to say once it is mended";
    error(place, "unreadable-text", format!("the text cannot be read: {reason}"), format!("{usual}{rest}"))
}

/// A tab where YAML has spaces.
pub fn tab(place: Place) -> Diagnostic {
    let help = "indent with spaces; nothing behind this place could be read".to_owned();
    error(place, "unreadable-text", "a tab indents this line, which YAML does not allow".to_owned(), help)
}

/// A key stands twice in one mapping.
pub fn duplicate_key(place: Place, key: &str) -> Diagnostic {
    let help = "keep one of the two; the first is what was checked".to_owned();
    error(place, "duplicate-key", format!("the key `{key}` stands in this object before"), help)
}

/// A YAML tag that says nothing to an OpenAPI document.
pub fn yaml_tag(place: Place, tag: &str) -> Diagnostic {
    let message = format!("the tag `{tag}` means nothing in an OpenAPI document");
    warning(place, "yaml-tag", message, "the value is taken without it")
}

/// The document is of a version that is not supported.
pub fn unsupported_version(place: Place, version: &str) -> Diagnostic {
    let help = "documents of OpenAPI 3.0 are supported (3.0.0 to 3.0.4)".to_owned();
    error(place, "unsupported-version", format!("this is a document of {version}, which is not supported"), help)
}

/// Nothing says that the text is an OpenAPI document.
pub fn no_openapi(place: Place) -> Diagnostic {
    let message = "this is no OpenAPI document: it has none of `openapi`, `info`, `paths` and `components`".to_owned();
    error(place, "no-openapi", message, None)
}

/// A value is of the wrong JSON type.
pub fn wrong_type(place: Place, expected: &str, found: &str) -> Diagnostic {
    error(place, "wrong-type", format!("this is {found}, where {expected} is expected"), None)
}

/// A `type` that there is not.
pub fn unknown_type(place: Place, word: &str, words: &[&str], near: Option<&str>) -> Diagnostic {
    error(place, "unknown-type", nothing_taken(word, "type"), word_or_words(words, near))
}

/// Any other keyword takes one of a few words, and this is none of them.
pub fn unknown_word(place: Place, keyword: &str, word: &str, words: &[&str], near: Option<&str>) -> Diagnostic {
    error(place, "unknown-word", nothing_taken(word, keyword), word_or_words(words, near))
}

fn nothing_taken(word: &str, keyword: &str) -> String {
    format!("`{word}` is nothing that `{keyword}` takes")
}

fn word_or_words(words: &[&str], near: Option<&str>) -> String {
    did_you_mean(near).unwrap_or_else(|| format!("it takes `{}`", words.join("`, `")))
}

/// A member that must be there is not.
pub fn missing_member(place: Place, what: &str, member: &str) -> Diagnostic {
    error(place, "missing-member", format!("{what} must have `{member}`, and this one has not"), None)
}

/// A keyword that OpenAPI 3.0 does not know.
pub fn unknown_keyword(place: Place, keyword: &str, what: &str, near: Option<&str>) -> Diagnostic {
    let help = did_you_mean(near).unwrap_or_else(|| "it is left out; own keywords begin with `x-`".to_owned());
    warning(place, "unknown-keyword", format!("`{keyword}` is no keyword of {what}"), help)
}

/// A keyword that trueform never honours.
pub fn not_honoured(place: Place, keyword: &str, instead: &str) -> Diagnostic {
    warning(place, "not-honoured", format!("`{keyword}` is not honoured"), instead)
}

/// A keyword of OpenAPI 3.1 in a document of 3.0.
pub fn newer_keyword(place: Place, keyword: &str, instead: &str) -> Diagnostic {
    let message = format!("`{keyword}` is a keyword of OpenAPI 3.1, and this document is of 3.0");
    warning(place, "newer-keyword", message, instead)
}

/// The `x-` keys that nothing reads, with how often each stands in the document.
pub fn unknown_extensions(place: Place, names: &[(&str, usize)]) -> Diagnostic {
    let total: usize = names.iter().map(|(_, count)| count).sum();
    let list: Vec<String> = names.iter().map(|(name, count)| format!("{name} ({count})")).collect();
    let extensions = if total == 1 { "vendor extension is" } else { "vendor extensions are" };
    let message = format!("{total} {extensions} not read: {}", list.join(", "));
    note(place, "unknown-extensions", message, "nothing is generated from what they say")
}

/// An `x-trueform-` key, which is ours.
pub fn reserved_extension(place: Place, key: &str) -> Diagnostic {
    let help = "choose a name that does not begin with `x-trueform-`".to_owned();
    error(place, "reserved-extension", format!("`{key}` is reserved for trueform itself"), help)
}

/// A member beside a `$ref` that is not one of a schema.
pub fn ignored_sibling(place: Place, key: &str) -> Diagnostic {
    let message = format!("`{key}` has no effect beside `$ref`");
    warning(place, "ignored-sibling", message, "OpenAPI 3.0 takes what is referred to, and that alone")
}

/// A path parameter that does not say that it is required.
pub fn optional_in_path(place: Place) -> Diagnostic {
    let message = "a parameter in the path must say `required: true`".to_owned();
    warning(place, "optional-in-path", message, "it is required all the same")
}

/// A member that means something only for others of its kind.
pub fn misplaced_member(place: Place, key: &str, whose: &str) -> Diagnostic {
    warning(place, "misplaced-member", format!("`{key}` has no meaning for {whose}"), "it has no effect")
}

/// An `enum` without values.
pub fn empty_enumeration(place: Place) -> Diagnostic {
    warning(place, "empty-enumeration", "`enum` lists no value".to_owned(), "any value of the type is taken")
}

/// A key of `responses` that is no status.
pub fn unknown_status(place: Place, key: &str) -> Diagnostic {
    let help =
        "nothing is generated for it; a status is written as `404`, a range as `4XX`, and all others as `default`";
    warning(place, "unknown-status", format!("`{key}` is no status"), help)
}

/// `openapiv3` refused a piece of the document.
pub fn refused(place: Place, what: &str, reason: &str) -> Diagnostic {
    error(place, "malformed", format!("this cannot be read as {what}: {reason}"), None)
}
