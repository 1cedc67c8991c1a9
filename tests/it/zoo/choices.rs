//! Values of one of several types, and of all that they fit.

use serde_json::json;
use trueform_runtime::{Presence, from_json};
use zoo::models::{
    ByAge, ByAgeRequired, ByKind, ByKindPetType, ByKindRequired, Car, CarRequired, Cat, CatRequired, Either,
    Expandable, Fork, ForkRequired, Grove, Model, Shelf, Tagless, Tenant, Vehicle, Wanted,
};

use super::{both_ways, broken, read, refusal};

#[test]
fn the_tag_that_came_is_the_tag_that_goes() {
    for (json, is) in [
        (json!({"kind": "cat", "lives": 7}), "Cat"),
        (json!({"kind": "tom", "lives": 9}), "Cat"),
        (json!({"kind": "fish", "depth": 1.5}), "Fish"),
        (json!({"kind": "hen"}), "Bird"),
        // The schema has no room for the tag: the variant says it.
        (json!({"length": 2, "kind": "adder"}), "Adder"),
        (json!({"length": 3, "kind": "boa"}), "Boa"),
    ] {
        let tenant: Tenant = both_ways(&json);
        assert!(format!("{tenant:?}").starts_with(is), "{tenant:?}");
        assert!(broken(&tenant).is_empty());
    }
}

#[test]
fn an_unknown_tag_is_kept_with_all_that_came() {
    let json = json!({"kind": "unicorn", "horn": {"length": [1, 2.5, null]}});
    let tenant: Tenant = both_ways(&json);
    assert!(matches!(&tenant, Tenant::Unknown(value) if *value.get() == json));
    assert!(broken(&tenant).is_empty(), "a value may be added");
}

#[test]
fn a_known_tag_promises_what_its_type_requires() {
    assert_eq!(refusal::<Tenant>(&json!({"kind": "cat"})), "missing field `lives`");
    let error = refusal::<Shelf>(&json!({"tenants": [{"kind": "cat", "lives": "many"}]}));
    assert!(error.starts_with("at `/lives`: invalid type: string \"many\", expected i64"), "{error}");
}

#[test]
fn a_missing_tag_is_filled_in_where_it_is_the_callers() {
    let fish: zoo::models::Fish = read(&json!({"depth": 1.0}));
    let written = serde_json::to_value(Tenant::from(fish)).expect("it can be written");
    assert_eq!(written, json!({"depth": 1.0, "kind": "fish"}));
}

#[test]
fn without_a_tag_the_one_is_taken_under_which_least_is_unknown() {
    let tenant: Tenant = read(&json!({"length": 4}));
    // All properties of a fish may be absent, but the length would be lost.
    assert!(matches!(tenant, Tenant::Adder(_)), "{tenant:?}");
}

#[test]
fn a_base_is_the_choice_of_its_children() {
    let car: Vehicle = both_ways(&json!({"type": "cab", "wheels": 4, "seats": 5}));
    assert!(matches!(&car, Vehicle::Car(car) if car.seats == 5 && car.r#type == "cab"));
    let truck: Vehicle = both_ways(&json!({"type": "Truck", "load": 2.5, "tows": {"type": "car", "seats": 2}}));
    assert!(matches!(&truck, Vehicle::Truck(truck) if truck.tows.is_some()));
    let bare: Vehicle = both_ways(&json!({"type": "Vehicle", "wheels": 2}));
    assert!(matches!(bare, Vehicle::Vehicle(_)));
    let unknown: Vehicle = both_ways(&json!({"type": "boat", "mast": 1}));
    assert!(matches!(unknown, Vehicle::Unknown(_)));
    let car = Car::new(CarRequired { r#type: "car".to_owned(), seats: 2 }).with_wheels(5);
    assert_eq!(broken(&Vehicle::from(car)), ["/wheels Maximum"], "the bounds of base and child");
    // What is no object at all has no tag that could be unknown.
    assert_eq!(broken(&read::<Vehicle>(&json!("car"))), [" Alternative"]);
}

#[test]
fn the_first_that_fits_no_bound_broken_then_the_first_that_can_be_read() {
    assert_eq!(both_ways::<Either>(&json!({"x": "a"})).validate(), Ok(()));
    assert!(matches!(both_ways(&json!(["a"])), Either::TextList(_)), "an array is no object");
    assert!(matches!(both_ways(&json!(12)), Either::Integer(12)));
    assert!(matches!(both_ways(&json!(3.5)), Either::Number(_)));
    assert!(matches!(read(&json!(3)), Either::Number(_)), "3 breaks the bound of the integer");
    let unknown: Either = both_ways(&json!({"y": [true]}));
    assert!(matches!(unknown, Either::Unknown(_)));
    assert_eq!(broken(&unknown), [" Alternative"]);
    // Neither fits: a value is unknown here, and a property is missing there.
    let tagless: Tagless = both_ways(&json!({"pet_type": "Bird"}));
    assert!(matches!(tagless, Tagless::ByKind(_)));
    let tagless: Tagless = read(&json!({"pet_type": "Bird", "age": 3}));
    assert!(matches!(tagless, Tagless::ByAge(_)), "the second one fits");
}

#[test]
fn null_among_the_alternatives_stands_around_them() {
    let shelf: Shelf = both_ways(&json!({"moment": null, "either": null}));
    assert!(shelf.moment.is_null() && shelf.either.is_null());
    let shelf: Shelf = both_ways(&json!({"moment": "2026-01-02"}));
    assert!(matches!(shelf.moment, Presence::Present(zoo::models::Moment::Date(_))));
    let shelf: Shelf = both_ways(&json!({"moment": "2026-01-02T03:04:05Z"}));
    assert!(matches!(shelf.moment, Presence::Present(zoo::models::Moment::DateTime(_))));
}

#[test]
fn any_of_objects_keeps_all_that_fit() {
    let both: Wanted = both_ways(&json!({"age": 1, "nickname": "Rex", "pet_type": "Cat", "hunts": true}));
    assert_eq!(both.by_age.as_ref().map(|it| it.age), Some(1));
    assert_eq!(both.by_kind.as_ref().map(|it| it.pet_type.as_str()), Some("Cat"));
    let one: Wanted = both_ways(&json!({"pet_type": "Dog"}));
    assert!(one.by_age.is_none() && one.by_kind.is_some() && broken(&one).is_empty());
    let open: Wanted = both_ways(&json!({"pet_type": "Bird"}));
    assert!(open.by_kind.is_some(), "it can be read as nothing else");
    let none: Wanted = both_ways(&json!({"else": 1}));
    assert!(none.unknown.is_some());
    assert_eq!(broken(&none), [" Alternative"]);
    let built = Wanted::new()
        .with_by_age(ByAge::new(ByAgeRequired { age: 3 }))
        .with_by_kind(ByKind::new(ByKindRequired { pet_type: ByKindPetType::Dog }));
    assert_eq!(serde_json::to_value(&built).expect("it can be written"), json!({"age": 3, "pet_type": "Dog"}));
    assert_eq!(broken(&Wanted::new()), [" Alternative"]);
}

#[test]
fn an_open_enumeration_takes_every_text() {
    assert_eq!(both_ways::<Model>(&json!("tiny")), Model::Tiny);
    let other: Model = both_ways(&json!("medium"));
    assert_eq!(other.as_str(), "medium");
    assert!(refusal::<Model>(&json!(1)).contains("a string"));
}

#[test]
fn a_text_or_one_of_several_objects() {
    assert!(matches!(both_ways(&json!("cus_1")), Expandable::Text(_)));
    assert!(matches!(both_ways(&json!({"kind": "cat", "lives": 1})), Expandable::Object(_)));
}

#[test]
fn choices_that_hold_themselves() {
    let fork = Fork::new(ForkRequired { left: "a".to_owned().into(), right: "b".to_owned().into() });
    let grove = Grove::from(Fork::new(ForkRequired { left: fork.into(), right: "c".to_owned().into() }));
    assert_eq!(
        serde_json::to_value(&grove).expect("it can be written"),
        json!({"left": {"left": "a", "right": "b"}, "right": "c"})
    );
    both_ways::<Grove>(&json!({"left": {"left": "a", "right": "b"}, "right": "c"}));
}

#[test]
fn what_is_read_strictly_takes_no_array_for_an_object() {
    assert!(serde_json::from_str::<Cat>(r#"["cat", 7]"#).is_ok(), "serde alone would");
    assert!(from_json::<Cat>(br#"["cat", 7]"#).is_err());
    let cat = Cat::new(CatRequired { kind: "cat".to_owned(), lives: 7 });
    assert_eq!(from_json::<Cat>(br#"{"kind": "cat", "lives": 7}"#).ok(), Some(cat));
}
