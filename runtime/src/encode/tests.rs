use super::{Encoded, RequestEncoder, Style};

fn encoded(write: impl FnOnce(&mut RequestEncoder)) -> Result<Encoded, Vec<String>> {
    let mut request = RequestEncoder::new(Vec::new());
    write(&mut request);
    let told = |found: Vec<_>| found.iter().map(ToString::to_string).collect();
    request.finish().map_err(told)
}

fn header<'e>(encoded: &'e Encoded, name: &str) -> Option<&'e str> {
    encoded.headers.get(name)?.to_str().ok()
}

#[test]
fn bodies_come_with_type_and_length() {
    let json = encoded(|request| {
        request.json("application/json", Some(&["ä"]));
    });
    let json = json.unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!(json.body.as_deref(), Some("[\"ä\"]".as_bytes()));
    assert_eq!(header(&json, "content-type"), Some("application/json"));
    assert_eq!(header(&json, "content-length"), Some("6"));
    let none = encoded(|request| {
        request.json::<str>("application/json", None);
        request.body("text/plain", None::<String>);
    });
    assert!(none.is_ok_and(|none| none.body.is_none() && none.headers.is_empty()));
    let text = encoded(|request| {
        request.body("text/plain", Some(String::new()));
    });
    let text = text.unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!(header(&text, "content-length"), Some("0"));
}

#[test]
fn a_value_beside_a_literal_makes_no_step() {
    let found = encoded(|request| {
        request.path("/a/.").path_parameter("extension", &"x");
    });
    assert_eq!(found.unwrap_or_else(|found| panic!("{found:?}")).path, "/a/.x");
    let found = encoded(|request| {
        request.path("/a/").path_parameter("one", &["", "."]).path_parameter("two", &".");
    });
    assert_eq!(found.err().unwrap_or_default(), ["path:two: \".\" would be taken for a step in the path"]);
}

/// Some documents state a query within the template of a path.
#[test]
fn a_path_may_begin_the_query() {
    let found = encoded(|request| {
        request.path("/a?kind=x y&id=").path_parameter("id", &"b&c").path("&d?").query("e", Style::Repeated, &1);
    });
    let found = found.unwrap_or_else(|found| panic!("{found:?}"));
    assert_eq!((found.path.as_str(), found.query.as_str()), ("/a", "kind=x%20y&id=b%26c&d%3F&e=1"));
}

#[test]
fn what_has_no_form_is_a_violation() {
    let found = encoded(|request| {
        request.query("nested", Style::Repeated, &[[1]]).path("/").path_parameter("missing", &None::<i32>);
    });
    assert_eq!(
        found.err().unwrap_or_default(),
        [
            "query:nested: cannot be sent: a list within a list or an object has no form here",
            "path:missing: must not be empty",
        ]
    );
}
