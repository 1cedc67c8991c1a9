//! Maps that keep the order in which a server wrote them.

/// A map that keeps the order of its entries, as they came or as they were put in.
///
/// Two maps are equal when they hold the same entries, in whatever order.
pub type Map<K, V> = indexmap::IndexMap<K, V>;
