//! Every kind of bound on every kind of value: what keeps it, what breaks it, and where.

use serde_json::{Value, json};
use zoo::models::{Animal, Bounds, Forest, Json, Kinds, Node, Puppy, Rest, Scalars, Tree, Typed};

use super::{both_ways, broken};

/// A property of `Bounds`: a value that keeps all bounds, and one that breaks exactly these.
#[track_caller]
fn check(property: &str, sound: &Value, bad: &Value, expected: &[&str]) {
    let of = |value: &Value| both_ways::<Bounds>(&json!({ property: value }));
    assert_eq!(broken(&of(sound)), [""; 0], "{sound}");
    assert_eq!(broken(&of(bad)), expected, "{bad}");
}

#[test]
fn texts() {
    check("title", &json!("ab"), &json!("a"), &["/title MinLength"]);
    check("title", &json!("äöüß"), &json!("abcde"), &["/title MaxLength"]);
    check("digits", &json!("12/x"), &json!("x/12"), &["/digits Pattern"]);
    check("code", &json!("ABC"), &json!("ABCD"), &["/code Pattern"]);
    check("note", &Value::Null, &json!("abc"), &["/note MaxLength"]);
    check("when", &json!("2026-01-02T03:04:05Z"), &json!("2026-01-02T03:04:05.5Z"), &["/when MaxLength"]);
    check("when", &json!("2026-01-02T03:04:05Z"), &json!("soon"), &["/when Format"]);
    check("raw", &json!("AAAA"), &json!("AAAAAAAA"), &["/raw MaxLength"]);
    check("raw", &json!(""), &json!("a b"), &["/raw Format"]);
}

#[test]
fn numbers() {
    check("count", &json!(1), &json!(0), &["/count Minimum"]);
    check("count", &json!(99), &json!(100), &["/count Maximum"]);
    check("even", &json!(-4), &json!(3), &["/even MultipleOf"]);
    check("above", &json!(6), &json!(5), &["/above ExclusiveMinimum"]);
    check("unsigned", &json!(10), &json!(u64::MAX), &["/unsigned Maximum"]);
    check("share", &json!(0.75), &json!(1.0), &["/share ExclusiveMaximum"]);
    check("share", &json!(0.0), &json!(-0.3), &["/share Minimum", "/share MultipleOf"]);
    check("percent", &json!(100.0), &json!(100.5), &["/percent Maximum"]);
}

#[test]
fn lists() {
    check("lines", &json!(["ab"]), &json!([]), &["/lines MinItems"]);
    check("lines", &json!(["", "", ""]), &json!(["", "", "abc", ""]), &["/lines MaxItems", "/lines/2 MaxLength"]);
    check("unique", &json!(["a", "b"]), &json!(["a", "b", "a"]), &["/unique UniqueItems"]);
    check("codes", &json!(["ABC"]), &json!(["ABC", "x"]), &["/codes/1 Pattern"]);
    check("matrix", &json!([[0.0, 1.0]]), &json!([[], [0.0, -1.0]]), &["/matrix/1/1 Minimum"]);
    check("matrix", &json!([]), &json!([[1.0, 2.0, 3.0]]), &["/matrix/0 MaxItems"]);
    check("notes", &json!([null]), &json!([null, "abc"]), &["/notes MaxItems", "/notes/1 MaxLength"]);
    check("notes", &Value::Null, &json!(["abc"]), &["/notes/0 MaxLength"]);
}

#[test]
fn maps() {
    check("labels", &json!({"a": "ab"}), &json!({}), &["/labels MinProperties"]);
    check("labels", &json!({"a": "ab"}), &json!({"a/b": "x"}), &["/labels/a~1b MinLength"]);
    check("labels", &json!({"a": "ab"}), &json!({"a": "ab", "b": "ab", "c": "ab"}), &["/labels MaxProperties"]);
    check("keys", &json!({"ab": 9}), &json!({"abc": 9}), &["/keys/abc key MaxLength"]);
    check("keys", &json!({"": 0}), &json!({"A": 10}), &["/keys/A key Pattern", "/keys/A Maximum"]);
    check(
        "shelves",
        &json!({"x": ["ABC"]}),
        &json!({"x": ["ABC", "q"]}),
        &["/shelves/x MaxItems", "/shelves/x/1 Pattern"],
    );
}

#[test]
fn objects_in_objects() {
    check("strict", &json!({"deep": 1.0}), &json!({"deep": 101.0}), &["/strict/deep Maximum"]);
    let dog = json!({"name": "", "colour": "red", "breed": "ab"});
    let puppy: Puppy = both_ways(&json!({"name": "Rex", "colour": "grey", "breed": "abc", "mother": dog}));
    assert_eq!(broken(&puppy), ["/mother/name MinLength", "/mother/breed MinLength"]);
    let kinds: Kinds =
        both_ways(&json!({"collections": {"list": [], "maps": [{"rex": {"name": ""}}], "byCode": {"x": true}}}));
    assert_eq!(broken(&kinds), ["/collections/maps/0/rex/name MinLength", "/collections/byCode/x key Pattern"]);
    let nobody: Animal = both_ways(&json!({"name": ""}));
    assert_eq!(nobody.validate().expect_err("a name is missing").len(), 1);
}

#[test]
fn whatever_holds_itself() {
    let node: Node = both_ways(&json!({
        "value": "long",
        "next": {"value": "abc", "next": {"value": "long"}},
        "children": [{"value": "a"}, {"value": "long"}],
        "named": {"x": {"value": "long"}},
        "orNull": {"value": "long"},
    }));
    let places = ["/value", "/next/next/value", "/children/1/value", "/named/x/value", "/orNull/value"];
    assert_eq!(broken(&node), places.map(|place| format!("{place} MaxLength")));
    let tree: Tree = both_ways(&json!([[[], [], []]]));
    assert_eq!(broken(&tree), ["/0 MaxItems"]);
    let map: Json = both_ways(&json!({"a": {"b": {}, "c": {}, "d": {}}}));
    assert_eq!(broken(&map), ["/a MaxProperties"]);
    let forest: Forest = both_ways(&json!({"tree": [[], [], []], "json": {"a": {}, "b": {}, "c": {}}}));
    assert_eq!(broken(&forest), ["/tree MaxItems", "/json MaxProperties"]);
}

#[test]
fn properties_beside_the_named_ones() {
    let rest: Rest = both_ways(&json!({"a": "x", "b": "y", "c": "zz"}));
    assert_eq!(broken(&rest), ["/c MaxLength"]);
    let typed: Typed = both_ways(&json!({"known": "x", "other": "y"}));
    assert_eq!(broken(&typed), [""; 0]);
}

#[test]
fn formats() {
    let sound =
        json!({"when": "2026-01-02T03:04:05.678+01:00", "day": "2026-02-28", "bytes": "AQI=", "uuid": "anything"});
    assert_eq!(broken(&both_ways::<Scalars>(&sound)), [""; 0]);
    let wrong = json!({"when": "soon", "day": "2026-02-30", "bytes": "?", "uuid": "anything"});
    assert_eq!(broken(&both_ways::<Scalars>(&wrong)), ["/when Format", "/day Format", "/bytes Format"]);
}

#[test]
fn limits_are_constants() {
    assert_eq!((Bounds::TITLE_MIN_LENGTH, Bounds::TITLE_MAX_LENGTH, Bounds::COUNT_MAXIMUM), (2, 4, 99));
    assert_eq!((Bounds::LINES_ITEM_MAX_LENGTH, Bounds::KEYS_KEY_PATTERN, Tree::MAX_ITEMS), (2, "^[a-z]*$", 2));
    assert_eq!(zoo::models::CODES_MIN_ITEMS, 1);
}
