//! What is read is what was sent, and what is written is what a caller has said.

use serde_json::{Value, json};
use trueform_runtime::{Map, Presence};
use zoo::models::{
    Animal, AnimalInput, AnimalInputRequired, Awkward, Beast, Closed, Collections, Colour, Defaults, DefaultsColour,
    Described, Dog, DogRequired, Enumerations, EnumerationsSize, Kinds, Mod, Node, NodeRequired, Open, OptionModel,
    Presences, Priority, ResultModel, Scalars, Straße, StringModel, Typed, TypedRequired, Values,
};

use super::{both_ways, broken, read, refusal};

#[test]
fn absent_null_and_present_are_three_things() {
    let least = json!({"must": "a", "mustOrNull": null, "ownerOrNull": null, "keptOrNull": null});
    let value: Presences = both_ways(&least);
    assert_eq!((value.must_or_null, value.owner_or_null, value.kept_or_null), (None, None, None));
    assert_eq!((value.may, value.may_or_null, value.anything), (None, Presence::Absent, None));
    assert!(value.former_owner.is_absent() && value.may_be.is_absent() && value.list_or_null.is_absent());

    let most = json!({
        "must": "a", "mustOrNull": "b", "may": "c", "mayOrNull": null, "ownerOrNull": {"name": "Rex"}, "formerOwner": null,
        "keptOrNull": {"known": "d"}, "mayBe": null, "wants": ["e", null], "listOrNull": null,
        "mapOfNulls": {"f": null, "g": 1}, "anything": null,
    });
    let value: Presences = both_ways(&most);
    assert_eq!(value.owner_or_null.map(|owner| owner.name).as_deref(), Some("Rex"));
    assert!(value.may_or_null.is_null() && value.former_owner.is_null() && value.may_be.is_null());
    assert_eq!(value.wants, Some(vec![Some("e".to_owned()), None]));
    assert_eq!(value.anything, Some(Value::Null));
}

#[test]
fn null_for_what_may_only_be_absent_is_absent() {
    let scalars: Scalars = read(&json!({"plain": null, "when": null, "integer": null}));
    assert_eq!((scalars.plain, scalars.when, scalars.integer), (None, None, None));
}

#[test]
fn a_missing_required_property_is_an_error_that_names_it() {
    let whole = json!({"must": "a", "mustOrNull": null, "ownerOrNull": null, "keptOrNull": null});
    for name in ["must", "mustOrNull", "ownerOrNull", "keptOrNull"] {
        let mut without = whole.clone();
        without.as_object_mut().expect("it is an object").remove(name);
        assert!(refusal::<Presences>(&without).contains(&format!("missing field `{name}`")), "{name}");
    }
    assert!(
        refusal::<Presences>(&json!({"must": null, "mustOrNull": null, "ownerOrNull": null, "keptOrNull": null}))
            .contains("null")
    );
    assert!(
        refusal::<Dog>(&json!({"name": "Rex", "breed": "abc"})).contains("missing field `colour`"),
        "required beside"
    );
}

#[test]
fn scalars_keep_what_they_carry() {
    let json = json!({
        "plain": "x", "when": "2026-01-02t03:04:05.1000Z", "day": "2026-01-02", "bytes": "AQI=", "uuid": "u", "made-up": "m",
        "integer": i64::MIN, "int32": i32::MAX, "int64": i64::MAX, "uint32": u32::MAX, "uint64": u64::MAX,
        "number": 0.1, "float": 16_777_217.0, "double": 1e300, "flag": true,
    });
    let scalars: Scalars = both_ways(&json);
    assert_eq!(
        scalars.when.and_then(|when| when.timestamp()).map(trueform_runtime::jiff::Timestamp::as_millisecond),
        Some(1_767_323_045_100)
    );
    assert_eq!(scalars.bytes.and_then(|bytes| bytes.bytes()), Some(vec![1, 2]));
    assert_eq!((scalars.uint64, scalars.made_up.as_deref()), (Some(u64::MAX), Some("m")));
}

#[test]
fn integers_beyond_their_width_are_errors() {
    assert!(refusal::<Scalars>(&json!({"int32": i64::from(i32::MAX) + 1})).contains("i32"));
    assert!(refusal::<Scalars>(&json!({"uint32": -1})).contains("u32"));
    assert!(refusal::<Scalars>(&json!({"int64": u64::MAX})).contains("i64"));
    assert!(refusal::<Scalars>(&json!({"uint64": -1})).contains("u64"));
    assert!(refusal::<Scalars>(&json!({"integer": 1.5})).contains("i64"));
}

#[test]
fn enumerations_are_open() {
    let value: Enumerations = both_ways(&json!({
        "colour": "mauve", "awkward": "in-progress", "described": "c", "answer": null, "size": "tiny", "list": ["x", "z"],
        "byColour": {"green": 1, "mauve": 2, "": 3, "blue": 4},
    }));
    assert!(matches!(&value.colour, Colour::Unknown(text) if text.as_str() == "mauve"));
    assert_eq!(value.size, Some(EnumerationsSize::from("tiny")));
    let keys = value.by_colour.expect("it is there");
    assert_eq!(keys.keys().map(Colour::as_str).collect::<Vec<_>>(), ["green", "mauve", "", "blue"]);
    assert!(value.answer.is_null());
    assert!(refusal::<Enumerations>(&json!({"colour": 7})).contains("string"));
}

#[test]
fn every_value_of_an_enumeration_has_its_own_name() {
    let wires = ["NEW", "in-progress", "IN_PROGRESS", "done", "", "*", "+1", "-1", "Self", "unknown", "2fa"];
    assert_eq!(Awkward::VALUES.iter().map(Awkward::as_str).collect::<Vec<_>>(), wires);
    for (wire, value) in wires.iter().zip(Awkward::VALUES) {
        assert_eq!(Awkward::from(*wire), *value);
        assert_eq!(wire.parse(), Ok(value.clone()));
        assert!(!matches!(value, Awkward::Unknown(_)), "{wire}");
    }
    assert_eq!(Described::First.to_string(), "a");
    assert_eq!(serde_json::to_value(Described::Second).expect("it can be written"), json!("b"));
}

#[test]
fn defaults_are_read_but_never_sent_unasked() {
    let value: Defaults = both_ways(&json!({}));
    assert_eq!((value.legs_or_default(), value.big_or_default()), (4, u64::MAX));
    assert!(
        (value.share_or_default() - 0.5).abs() < f64::EPSILON && (value.whole_or_default() - 2.0).abs() < f64::EPSILON
    );
    assert_eq!((value.chipped_or_default(), value.greeting_or_default()), (false, "hi \"there\""));
    assert_eq!((value.colour_or_default(), value.or_null_or_default()), (DefaultsColour::White, Some("something")));
    let value: Defaults = both_ways(&json!({"legs": 3, "colour": "pink", "orNull": null}));
    assert_eq!((value.legs_or_default(), value.colour_or_default().as_str()), (3, "pink"));
    assert_eq!(value.or_null_or_default(), None, "null is said, and no default");
    assert_eq!(serde_json::to_value(Defaults::new()).expect("it can be written"), json!({}));
}

#[test]
fn constructors_take_what_is_required_by_name() {
    let animal =
        AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() }).with_colour("red").with_password("secret");
    assert_eq!(
        serde_json::to_value(&animal).expect("it can be written"),
        json!({"name": "Rex", "password": "secret", "colour": "red"})
    );
    let dog = Dog::new(DogRequired { name: "Rex".to_owned(), colour: Colour::Blue, breed: "pug".to_owned() });
    let kinds = Kinds::new().with_node(
        Node::new(NodeRequired { value: "a".to_owned() }).with_next(Node::new(NodeRequired { value: "b".to_owned() })),
    );
    assert_eq!(
        serde_json::to_value(&kinds).expect("it can be written"),
        json!({"node": {"value": "a", "next": {"value": "b"}}})
    );
    assert!(dog.loud_or_default() && dog.validate().is_ok());
}

#[test]
fn maps_keep_their_order() {
    let text = r#"{"list":["b","a"],"nested":[[2,1],[]],"anyList":[1,null,"x",{"z":1,"a":2}],"counts":{"z":1,"a":2,"m":3},"free":{"z":null,"a":[]},"byCode":{"ZZZ":true,"AAA":false}}"#;
    let collections: Collections = serde_json::from_str(text).expect("it can be read");
    assert_eq!(serde_json::to_string(&collections).expect("it can be written"), text);
}

#[test]
fn undeclared_properties_are_kept_where_they_are_stated() {
    let open: Open = both_ways(&json!({"known": "a", "other": [1, null], "more": {}}));
    assert_eq!(open.additional_properties.len(), 2);
    let typed: Typed = both_ways(&json!({"known": "a", "other": "b"}));
    assert_eq!(typed.additional_properties.get("other").map(String::as_str), Some("b"));
    assert!(refusal::<Typed>(&json!({"known": "a", "other": 1})).contains("string"));
    let closed: Closed = both_ways(&json!({"known": "a", "other": 1}));
    let violations = closed.validate().expect_err("the document allows no other properties");
    assert_eq!(violations.to_string(), "/other: not allowed beside the properties that are named");
    let rest = Map::from_iter([("x".to_owned(), "y".to_owned())]);
    let typed = Typed::new(TypedRequired { known: "a".to_owned() }).with_additional_properties(rest);
    assert_eq!(serde_json::to_value(typed).expect("it can be written"), json!({"known": "a", "x": "y"}));
}

#[test]
fn names_of_rust_are_words_of_the_wire() {
    both_ways::<OptionModel>(&json!({"type": "a", "self": "b", "gen": "c", "crate": "d", "super": "e"}));
    both_ways::<StringModel>(&json!({"a-b": "1", "a_b": "2", "aB": "3", "1st": "4", "": "5", "@id": "6"}));
    both_ways::<Mod>(&json!({"x": {"y": "a"}}));
    both_ways::<Straße>(&json!({"größe": 1}));
    let value: ResultModel = both_ways(&json!({"new": "a", "validate": "b", "check": "c", "default": "d"}));
    assert_eq!((value.validate.as_str(), value.validate().is_ok()), ("b", true));
    let beast: Beast = both_ways(&json!({"kind": "cat", "oddName": "x"}));
    assert_eq!((beast.species.as_deref(), beast.fine_name.as_deref()), (Some("cat"), Some("x")));
}

#[test]
fn enumerations_of_other_values_than_texts() {
    let value: Values = both_ways(&json!({"priority": 2, "half": 0.5, "mixed": [1], "gone": true, "nothing": null}));
    assert_eq!((&value.priority, value.priority.value()), (&Priority::Middle, 2));
    assert_eq!(value.half.map(|half| half.value()), Some(0.5));
    assert!(value.mixed.into_option().is_some_and(|mixed| mixed.value() == json!([1])));
    let value: Values = both_ways(&json!({"priority": 9, "half": 0.25, "mixed": "manual"}));
    assert_eq!((value.priority.value(), value.priority.to_string()), (9, "9".to_owned()));
    assert!(matches!(value.priority, Priority::Unknown(_)));
    for mixed in [json!("auto"), json!(1), json!(true), json!([1]), json!(null), json!({"a": 1})] {
        both_ways::<Values>(&json!({"priority": 1, "mixed": mixed}));
    }
    for odd in ["", "*", "Self", "self", "a-b", "a_b", "y", "on", "Unknown"] {
        let value: Values = both_ways(&json!({"priority": 1, "odd": odd}));
        assert_eq!(value.odd.map(|odd| odd.as_str().to_owned()).as_deref(), Some(odd));
    }
    assert!(refusal::<Values>(&json!({"priority": "1"})).contains("i64"));
    let gone: Values = both_ways(&json!({"priority": 1, "gone": false}));
    assert_eq!(broken(&gone), ["/gone Only"]);
}

#[test]
fn integers_beyond_64_bits() {
    let text = r#"{"priority":1,"huge":18446744073709551615,"huger":-170141183460469231731687303715884105728}"#;
    let value: Values = serde_json::from_str(text).expect("it can be read");
    assert_eq!((value.huge, value.huger), (Some(u64::MAX), Some(i128::MIN)));
    assert_eq!(serde_json::to_string(&value).expect("it can be written"), text);
}

#[test]
fn bounds_of_all_members_hold() {
    let of = |code: &str| broken(&both_ways::<Values>(&json!({"priority": 1, "code": code})));
    assert!(of("az").is_empty());
    assert_eq!(of("azbz!"), ["/code MaxLength", "/code Pattern"]);
    assert_eq!(of("z"), ["/code MinLength", "/code Pattern"]);
}

#[test]
fn a_default_that_is_no_constant_is_made_when_it_is_asked_for() {
    let value: Values = both_ways(&json!({"priority": 1}));
    assert_eq!((value.list.clone(), value.list_or_default()), (None, vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn what_is_sent_has_no_room_for_what_is_only_received() {
    let received: Animal = both_ways(&json!({"id": 7, "name": "Rex"}));
    assert_eq!(received.id, Some(7));
    let sent = AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() }).with_password("secret");
    assert_eq!(serde_json::to_value(&sent).expect("it can be written"), json!({"name": "Rex", "password": "secret"}));
}
