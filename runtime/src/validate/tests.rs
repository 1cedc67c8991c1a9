use super::{Checker, Rule, Validate, validate};
use crate::{Base64, DateTime, Map, Pattern, Presence, Value};

static REQUEST_ID: Pattern = Pattern::new("^[a-z]+$", "^[a-z]+$");
static BROKEN: Pattern = Pattern::new("(?<=a)b", "(?<=a)b");

/// The places and lines of all that is broken.
fn broken(value: &impl Validate) -> Vec<String> {
    validate(value).map_or_else(|found| found.iter().map(ToString::to_string).collect(), |()| Vec::new())
}

struct By<F>(F);

impl<F: Fn(&mut Checker<'_>)> Validate for By<F> {
    fn check(&self, checker: &mut Checker<'_>) {
        (self.0)(checker);
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn bounds_of_text_count_code_points_and_reach_through_wrappers() {
    let all = broken(&By(|checker: &mut Checker<'_>| {
        checker.property("short", &text("äö")).min_length(3).max_length(2);
        checker.property("long", &Some(Box::new(text("äöü")))).min_length(3).max_length(2);
        checker.property("absent", &None::<String>).min_length(3).pattern(&REQUEST_ID);
        checker.property("null", &Presence::<String>::Null).min_length(3);
        checker.property("wrong", &Presence::Present(text("A b"))).pattern(&REQUEST_ID);
        checker.property("right", &text("ab")).pattern(&REQUEST_ID);
        checker.property("unusable", &text("ab")).pattern(&BROKEN);
    }));
    assert_eq!(
        all[..3],
        [
            "/short: 2 characters, at least 3 are allowed",
            "/long: 3 characters, at most 2 are allowed",
            "/wrong: \"A b\" does not match the pattern ^[a-z]+$",
        ]
    );
    assert!(all[3].starts_with("/unusable: not checked: the pattern (?<=a)b cannot be used"), "{}", all[3]);
    assert_eq!(all.len(), 4);
}

#[test]
fn bounds_of_numbers_say_limit_and_number() {
    let all = broken(&By(|checker: &mut Checker<'_>| {
        checker.property("low", &Some(1_i32)).minimum(2).maximum(9).multiple_of(1);
        checker.property("high", &10_u64).maximum(9);
        checker.property("edge", &2.5_f64).exclusive_minimum(2.5).exclusive_maximum(2.5).minimum(2.5).maximum(2.5);
        checker.property("step", &7_i64).multiple_of(2);
        checker.property("tenths", &0.3).multiple_of(0.1);
        checker.property("vast", &1e308).multiple_of(0.5);
        checker.property("thirds", &0.35).multiple_of(0.1);
        checker.property("lowest", &i64::MIN).multiple_of(-1).multiple_of(0);
    }));
    assert_eq!(
        all,
        [
            "/low: 1 is below the minimum 2",
            "/high: 10 is above the maximum 9",
            "/edge: 2.5 is not above 2.5",
            "/edge: 2.5 is not below 2.5",
            "/step: 7 is not a multiple of 2",
            "/thirds: 0.35 is not a multiple of 0.1",
        ]
    );
}

#[test]
fn lists_and_maps_give_each_part_its_place() {
    let list = vec![text("a"), text("bbb")];
    let map: Map<String, Value> =
        [("x/y~".to_owned(), Value::Null), ("zz".to_owned(), Value::Null)].into_iter().collect();
    let all = broken(&By(|checker: &mut Checker<'_>| {
        checker.property("list", &list).min_items(3).max_items(1).each(|item| {
            item.max_length(2);
        });
        checker.property("nested", &vec![list.clone()]).each(|inner| {
            inner.each(|item| {
                item.max_length(2);
            });
        });
        checker.property("map", &Some(map.clone())).min_properties(3).max_properties(1).each_key(|key| {
            key.max_length(2);
        });
        checker.rest(&map).max_properties(1);
        checker.value(&map).min_properties(3);
    }));
    assert_eq!(
        all,
        [
            "/list: 2 items, at least 3 are allowed",
            "/list: 2 items, at most 1 are allowed",
            "/list/1: 3 characters, at most 2 are allowed",
            "/nested/0/1: 3 characters, at most 2 are allowed",
            "/map: 2 entries, at least 3 are allowed",
            "/map: 2 entries, at most 1 are allowed",
            "/map/x~1y~0: the key: 4 characters, at most 2 are allowed",
            "body: 2 entries, at most 1 are allowed",
            "body: 2 entries, at least 3 are allowed",
        ]
    );
}

#[test]
fn scalars_with_a_form_check_themselves_wherever_they_stand() {
    let times: Map<String, Vec<DateTime>> =
        serde_json::from_str(r#"{"seen": ["2026-11-02T10:00:00Z", "soon"]}"#).expect("a map of lists of strings");
    let bytes: Base64 = serde_json::from_str("\"%\"").expect("a string");
    let all = broken(&By(|checker: &mut Checker<'_>| {
        checker.property("times", &times).each_value(|list| {
            list.max_items(1);
        });
        checker.header("digest", &bytes);
        checker.query("times", &times["seen"]);
        checker.body(&times);
        checker.rest(&times);
    }));
    assert_eq!(
        all,
        [
            "/times/seen/1: \"soon\" is not of the format date-time",
            "/times/seen: 2 items, at most 1 are allowed",
            "header:digest: \"%\" is not of the format byte",
            "query:times/1: \"soon\" is not of the format date-time",
            "/seen/1: \"soon\" is not of the format date-time",
            "/seen/1: \"soon\" is not of the format date-time",
        ]
    );
}

#[test]
fn all_violations_stand_on_one_line() {
    let found = validate(&By(|checker: &mut Checker<'_>| {
        checker.path_parameter("id", &text("")).min_length(1);
        checker.property("list", &vec![1, 2]).max_items(1);
    }))
    .expect_err("two bounds are broken");
    assert_eq!(
        found.to_string(),
        "path:id: 0 characters, at least 1 are allowed; /list: 2 items, at most 1 are allowed"
    );
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].rule(), &Rule::MaxItems { limit: 1, found: 2 });
    assert_eq!(
        found.into_iter().map(|violation| violation.pointer().to_owned()).collect::<Vec<_>>(),
        ["path:id", "/list"]
    );
}

#[test]
fn equal_items_are_found_by_what_they_are_on_the_wire() {
    let found = |items: &Vec<f64>| {
        let mut violations = Vec::new();
        Checker::new(&mut violations).property("sizes", items).unique_items();
        violations
    };
    assert!(found(&vec![1.0, 2.0, 3.0]).is_empty());
    let violations = found(&vec![1.0, 2.0, 1.0, 2.0]);
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].pointer(), "/sizes");
    assert_eq!(violations[0].rule(), &Rule::UniqueItems { first: 0, second: 2 });
}
