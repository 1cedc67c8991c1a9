//! Places in a TOML text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::{On, Place};

/// The bytes of each of the places, or of its nearest existing ancestor, with the index of the place.
pub(super) fn ranges(text: &str, places: &[(usize, &Place)]) -> Vec<(usize, Range<usize>)> {
    let (root, _) = DeTable::parse_recoverable(text);
    places.iter().map(|(index, place)| (*index, range(&root, place))).collect()
}

fn range(root: &Spanned<DeTable<'_>>, place: &Place) -> Range<usize> {
    let mut found = 0..0;
    let mut table = Some(root.get_ref());
    let mut list = None;
    for token in place.pointer.tokens() {
        let next = match (table, list) {
            (Some(members), _) => {
                members.iter().find(|(key, _)| key.get_ref() == token.as_str()).map(|(key, value)| {
                    found = if place.on == On::Key { key.span() } else { value.span() };
                    value
                })
            }
            (None, Some(items)) => token.parse().ok().and_then(|index: usize| {
                let items: &toml::de::DeArray<'_> = items;
                items.get(index).inspect(|item| found = item.span())
            }),
            (None, None) => None,
        };
        let Some(next) = next else { break };
        (table, list) = match next.get_ref() {
            DeValue::Table(inner) => (Some(inner), None),
            DeValue::Array(items) => (None, Some(items)),
            _ => (None, None),
        };
    }
    found
}
