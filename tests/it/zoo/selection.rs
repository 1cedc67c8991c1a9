//! What the document states to tell alternatives apart decides: a pinned property, a key, what is known of a value.

use serde_json::json;
use zoo::models::{Deed, Found, Kept, Line, Loose, Move, Port, Seen, Story, Watch};

use super::{both_ways, broken, read, refusal};

#[test]
fn a_pinned_number_decides() {
    let swim: Move = both_ways(&json!({"step": 2, "way": {"lake": "Bled"}}));
    assert!(matches!(&swim, Move::Swim(swim) if swim.way.lake.as_deref() == Some("Bled")), "{swim:?}");
    let walk: Move = both_ways(&json!({"step": 1, "way": {"miles": 3}}));
    assert!(matches!(walk, Move::Walk(_)) && broken(&walk).is_empty());
}

#[test]
fn what_a_pinned_value_decided_does_not_fall_to_another() {
    let error = refusal::<Move>(&json!({"step": 1, "way": {"miles": "far"}}));
    assert!(error.starts_with("at `/way/miles`: invalid type: string"), "{error}");
    assert_eq!(refusal::<Move>(&json!({"step": 2})), "missing field `way`");
}

#[test]
fn a_value_that_no_alternative_is_pinned_to_is_kept_whole() {
    let json = json!({"step": 3, "way": {"lake": "Bled", "miles": [1, null]}, "more": {}});
    let other: Move = both_ways(&json);
    assert!(matches!(&other, Move::Unknown(value) if *value.get() == json));
    assert_eq!(broken(&other), [" Alternative"]);
    let other: Deed = both_ways(&json!({"deed": "stolen", "price": 4, "until": "May"}));
    assert!(matches!(other, Deed::Unknown(_)));
    assert_eq!(broken(&other), [" Alternative"]);
}

#[test]
fn a_pinned_property_decides_in_any_of_and_through_a_reference() {
    assert!(matches!(both_ways(&json!({"deed": "sold", "price": 4})), Deed::Sold(_)));
    assert!(matches!(both_ways(&json!({"deed": "lent", "until": "May"})), Deed::Lent(_)));
    assert!(matches!(both_ways(&json!("none")), Deed::Text(_)), "what is no object has no tag");
    // The property may be absent: then nothing is added, and the members decide.
    assert!(matches!(both_ways(&json!({"until": "May"})), Deed::Lent(_)));
}

#[test]
fn a_union_among_the_alternatives_has_the_values_of_its_members() {
    let lent: Story = both_ways(&json!({"deed": "lent", "until": "May"}));
    assert!(matches!(lent, Story::Deed(Deed::Lent(_))), "{lent:?}");
    let told: Story = both_ways(&json!({"deed": "told", "words": ["a"]}));
    assert!(matches!(told, Story::Told(_)), "{told:?}");
    assert!(matches!(both_ways(&json!("none")), Story::Deed(Deed::Text(_))));
    assert!(matches!(both_ways(&json!({"deed": "sung", "words": ["a"]})), Story::Unknown(_)));
}

#[test]
fn a_pinned_boolean_decides() {
    assert!(matches!(both_ways(&json!({"tame": true, "owner": "Ann"})), Kept::TameTrue(_)));
    assert!(matches!(both_ways(&json!({"tame": false, "owner": 7})), Kept::TameFalse(_)));
    let error = refusal::<Kept>(&json!({"tame": false, "owner": "Ann"}));
    assert!(error.starts_with("at `/owner`: invalid type: string"), "{error}");
}

#[test]
fn other_values_are_of_the_alternative_that_pins_none() {
    assert!(matches!(both_ways(&json!({"tag": "named", "name": "x"})), Loose::Named(_)));
    assert!(matches!(both_ways(&json!({"tag": "numbered", "number": 1})), Loose::Numbered(_)));
    let other: Loose = both_ways(&json!({"tag": "else", "name": "x", "number": 1}));
    assert!(matches!(other, Loose::Other(_)) && broken(&other).is_empty());
}

#[test]
fn a_required_key_that_one_alone_has_decides() {
    assert!(matches!(both_ways(&json!({"nest": "high", "note": "x"})), Found::Nest(_)));
    assert!(matches!(both_ways(&json!({"burrow": 3, "note": "x"})), Found::Burrow(_)));
    // A key of each, or of none, tells nothing.
    assert!(matches!(read(&json!({"nest": "high", "burrow": 3})), Found::Nest(_)));
    assert!(matches!(both_ways(&json!({"note": "x"})), Found::Unknown(_)));
}

#[test]
fn the_fewest_unknown_members_decide_before_bounds_and_order() {
    assert!(matches!(both_ways(&json!({"where": "wood"})), Seen::Glimpse(_)), "the first of those that fit alike");
    assert!(matches!(both_ways(&json!({"where": "wood", "what": "elk"})), Seen::Sight(_)));
    let long: Seen = both_ways(&json!({"what": "wolf"}));
    assert!(matches!(long, Seen::Sight(_)), "what is known and breaks a bound is not dropped");
    assert_eq!(broken(&long), ["/what MaxLength"]);
}

#[test]
fn a_mapping_wins_over_what_the_base_enumerates() {
    for alarm in ["HIGH", "LOW"] {
        let raised: Watch = both_ways(&json!({"alarm": alarm, "reason": "smoke", "since": "noon"}));
        assert!(matches!(raised, Watch::Raised(_)), "{raised:?}");
    }
    assert!(matches!(both_ways(&json!({"alarm": "NONE"})), Watch::Quiet(_)));
    // A child that only `allOf` tells of goes by its name; what is nobody else's is the base's.
    assert!(matches!(both_ways(&json!({"alarm": "Drill", "plan": "B"})), Watch::Drill(_)));
    assert!(matches!(both_ways(&json!({"alarm": "TEST", "since": "noon"})), Watch::Watch(_)));
    assert!(matches!(both_ways(&json!({"alarm": "ODD", "reason": [1]})), Watch::Unknown(_)));
    // Where no tag came, none goes.
    assert!(matches!(both_ways(&json!({"since": "noon"})), Watch::Watch(_)));
}

#[test]
fn a_base_may_list_itself() {
    assert!(matches!(both_ways(&json!({"line": "plain"})), Line::Line(_)));
    assert!(matches!(both_ways(&json!({"line": "fancy", "colour": "red"})), Line::FancyLine(_)));
}

#[test]
fn an_integer_or_a_string_is_either() {
    for (json, is) in [(json!(8080), Port::from(8080)), (json!("http"), Port::from("http".to_owned()))] {
        let port: Port = both_ways(&json);
        assert_eq!(port, is);
        assert!(broken(&port).is_empty());
    }
    assert_eq!(broken(&Port::from(0)).len(), 1);
    assert_eq!(broken(&Port::from("a-name-of-sixteen".to_owned())).len(), 1);
}
