//! What generators are known to differ in: a test for each, with the bytes of the wire.

use serde_json::{Value, json};
use trueform_runtime::Presence;
use zoo::models::{
    Animal, AnimalInput, AnimalInputRequired, Bounds, Closed, Colour, Defaults, Dog, Either, EnumerationsListItem,
    Formats, Model, Moment, Node, Open, OptionModel, Overriding, Presences, Priority, Scalars, StringModel, Tenant,
    Typed, Values, Vehicle, Wanted, Words,
};

use super::{both_ways, broken, read, refusal};

fn presences(with: &Value) -> Value {
    let mut whole = json!({"must": "a", "mustOrNull": null, "ownerOrNull": null, "keptOrNull": null});
    let members = with.as_object().cloned().unwrap_or_default();
    whole.as_object_mut().expect("it is an object").extend(members);
    whole
}

#[test]
fn unknown_value_of_a_text_enumeration() {
    let colour: Colour = both_ways(&json!("ultraviolet"));
    assert_eq!(colour.as_str(), "ultraviolet");
}

#[test]
fn integer_enumeration() {
    assert_eq!(both_ways::<Priority>(&json!(3)), Priority::High);
    assert_eq!(both_ways::<Priority>(&json!(77)).value(), 77);
}

#[test]
fn words_that_yaml_once_took_for_truth_values() {
    let words: Words = both_ways(&json!({"on": "a", "y": true, "no": "off"}));
    assert_eq!((words.on.as_deref(), words.y), (Some("a"), Some(true)));
    assert_eq!(words.no.map(|no| no.to_string()).as_deref(), Some("off"));
    assert_eq!(both_ways::<EnumerationsListItem>(&json!("y")), EnumerationsListItem::Y);
}

#[test]
fn absent_and_null_of_what_may_be_both() {
    assert!(both_ways::<Presences>(&presences(&json!({}))).may_or_null.is_absent());
    assert!(both_ways::<Presences>(&presences(&json!({"mayOrNull": null}))).may_or_null.is_null());
    let present: Presences = both_ways(&presences(&json!({"mayOrNull": "b"})));
    assert_eq!(present.may_or_null, Presence::Present("b".to_owned()));
}

#[test]
fn required_and_nullable() {
    assert_eq!(both_ways::<Presences>(&presences(&json!({}))).must_or_null, None);
    assert!(
        refusal::<Presences>(&json!({"must": "a", "ownerOrNull": null, "keptOrNull": null})).contains("mustOrNull")
    );
}

#[test]
fn nullable_items() {
    let value: Presences = both_ways(&presences(&json!({"wants": ["a", null]})));
    assert_eq!(value.wants, Some(vec![Some("a".to_owned()), None]));
}

#[test]
fn additional_properties_beside_named_ones() {
    let open: Open = both_ways(&json!({"known": "a", "z": 1, "a": [true]}));
    assert_eq!(open.additional_properties.keys().collect::<Vec<_>>(), ["z", "a"], "in the order of the wire");
    let typed: Typed = both_ways(&json!({"known": "a", "other": "b"}));
    assert_eq!(typed.additional_properties.len(), 1);
}

#[test]
fn a_server_adds_to_a_closed_object() {
    let closed: Closed = both_ways(&json!({"known": "a", "new": {"b": 1}}));
    assert_eq!(closed.known.as_deref(), Some("a"));
    assert_eq!(broken(&closed), ["/new Undeclared"]);
}

#[test]
fn all_of_with_an_override() {
    let value: Overriding = both_ways(&json!({"id": "a", "size": 4, "kind": "big"}));
    assert_eq!((value.kind.as_str(), value.size), ("big", Some(4)));
    assert_eq!(broken(&both_ways::<Overriding>(&json!({"id": "a", "size": 10, "kind": "big"}))), ["/size Maximum"]);
    assert_eq!(broken(&both_ways::<Overriding>(&json!({"id": "a", "size": 0, "kind": "big"}))), ["/size Minimum"]);
    assert!(refusal::<Overriding>(&json!({"id": "a"})).contains("kind"), "each member requires something");
}

#[test]
fn two_values_of_a_discriminator_for_one_schema() {
    for tag in ["cat", "tom"] {
        let tenant: Tenant = both_ways(&json!({"kind": tag, "lives": 9}));
        assert!(matches!(tenant, Tenant::Cat(_)));
    }
}

#[test]
fn unknown_value_of_a_discriminator() {
    let json = json!({"kind": "yeti", "lives": [1], "home": null});
    assert!(matches!(both_ways(&json), Tenant::Unknown(value) if *value.get() == json));
}

#[test]
fn base_with_a_discriminator_and_its_children() {
    assert!(matches!(both_ways(&json!({"type": "car", "seats": 5})), Vehicle::Car(car) if car.seats == 5));
    assert!(matches!(both_ways(&json!({"type": "Truck", "load": 0.5})), Vehicle::Truck(_)));
}

#[test]
fn one_of_without_a_discriminator() {
    assert!(matches!(both_ways(&json!({"x": "a"})), Either::Object(_)));
    assert!(matches!(both_ways(&json!(["a"])), Either::TextList(_)), "an array is no object");
}

#[test]
fn any_of_scalars() {
    assert!(matches!(both_ways(&json!("2026-01-02")), Moment::Date(_)));
    assert!(matches!(both_ways(&json!("2026-01-02T03:04:05+02:00")), Moment::DateTime(_)));
    assert!(matches!(both_ways(&json!(true)), Moment::Boolean(true)));
}

#[test]
fn any_of_objects() {
    let wanted: Wanted = both_ways(&json!({"age": 1, "pet_type": "Cat", "hunts": true}));
    assert!(wanted.by_age.is_some() && wanted.by_kind.is_some());
    // A property of what it does not fit stays in the body as it came.
    assert!(read::<Wanted>(&json!({"nickname": "Fido", "pet_type": "Dog"})).by_age.is_none());
}

#[test]
fn any_of_text_and_enumeration() {
    assert_eq!(both_ways::<Model>(&json!("huge")), Model::Huge);
    assert_eq!(both_ways::<Model>(&json!("some-new-model")).as_str(), "some-new-model");
}

#[test]
fn recursion() {
    let node: Node = both_ways(
        &json!({"value": "a", "next": {"value": "b"}, "children": [{"value": "c"}], "named": {"d": {"value": "d"}}}),
    );
    assert_eq!(node.next.map(|next| next.value).as_deref(), Some("b"));
}

#[test]
fn bounds() {
    assert!(broken(&both_ways::<Bounds>(&json!({"title": "abc", "code": "ABC", "count": 99}))).is_empty());
    assert_eq!(
        broken(&both_ways::<Bounds>(&json!({"title": "abcde", "code": "abc", "count": 100}))),
        ["/code Pattern", "/title MaxLength", "/count Maximum"]
    );
}

#[test]
fn integers_without_a_format_and_beyond_64_bits() {
    assert_eq!(both_ways::<Scalars>(&json!({"integer": 5_000_000_000_i64})).integer, Some(5_000_000_000));
    assert_eq!(both_ways::<Values>(&json!({"priority": 1, "huge": u64::MAX})).huge, Some(u64::MAX));
}

#[test]
fn dates_keep_what_they_carry() {
    let scalars: Scalars = both_ways(&json!({"when": "2026-01-02T03:04:05.120+02:00", "day": "2026-01-02"}));
    assert!(scalars.when.is_some_and(|when| when.timestamp().is_some()));
}

#[test]
fn bytes_in_json() {
    let scalars: Scalars = both_ways(&json!({"bytes": "AQI="}));
    assert_eq!(scalars.bytes.and_then(|bytes| bytes.bytes()), Some(vec![1, 2]));
    both_ways::<Formats>(&json!({"binary": "anything"}));
}

#[test]
fn texts_of_other_formats() {
    both_ways::<Formats>(&json!({
        "uuid": "123e4567-e89b-12d3-a456-426614174000", "uri": "/relative?x=1", "ipv4": "127.0.0.1", "ipv6": "::1",
        "decimal": "1.10", "duration": "PT5M", "time": "10:00:00", "number": "9007199254740993",
    }));
}

#[test]
fn defaults_are_neither_filled_in_nor_sent() {
    let defaults: Defaults = both_ways(&json!({}));
    assert_eq!((defaults.legs, defaults.legs_or_default()), (None, 4));
    assert_eq!(both_ways::<Values>(&json!({"priority": 1})).list_or_default(), ["a", "b"]);
}

#[test]
fn keywords_and_names_that_collide() {
    both_ways::<OptionModel>(&json!({"type": "a", "self": "b", "gen": "c", "crate": "d", "super": "e"}));
    both_ways::<StringModel>(&json!({"a-b": "1", "a_b": "2", "aB": "3", "1st": "4", "": "5", "@id": "6"}));
}

#[test]
fn read_only_and_write_only() {
    assert_eq!(both_ways::<Animal>(&json!({"id": 1, "name": "Rex"})).id, Some(1));
    let sent = AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() }).with_password("secret");
    assert_eq!(serde_json::to_value(sent).expect("it can be written"), json!({"name": "Rex", "password": "secret"}));
    // What holds such a type differs with it.
    assert!(both_ways::<Dog>(&json!({"name": "Rex", "breed": "abc", "colour": "red", "id": 7})).id.is_some());
}
