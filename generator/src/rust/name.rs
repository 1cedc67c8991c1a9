//! Identifiers, and the scopes that hand them out.
//!
//! An [`Ident`] can be made only here: by a [`Scope`], which gives each name once, or by [`fixed`](Ident::fixed) for the
//! names that every generated crate has. A name is a function of the words on the wire and of the place in the document,
//! never of a count of siblings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use super::identifier::Case;
use super::identifier::{escape, fingerprint, is_identifier, shouted, spell};
use crate::reserved::is_keyword;

/// A Rust identifier, with its `r#` where it needs one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// A name that every generated crate has, for example `as_str`.
    pub fn fixed(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// The identifier as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier without its `r#`, as serde and file names see it.
    pub fn bare(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }

    /// The name of something that belongs to this: `tag` with the prefix `with` is `with_tag`.
    #[must_use]
    pub fn prefixed(&self, prefix: &'static str) -> Self {
        Self(format!("{prefix}_{}", self.bare()))
    }

    /// The name of something that belongs to this: `Pet` with the suffix `Error` is `PetError`.
    #[must_use]
    pub fn suffixed(&self, suffix: &'static str) -> Self {
        Self(format!("{}{suffix}", self.bare()))
    }

    /// The same name, told apart by a place.
    #[must_use]
    pub fn apart(&self, place: &str) -> Self {
        Self(format!("{}_{:04}", self.0, fingerprint(&format!("{}{place}", self.0)) % 10_000))
    }

    /// The constant that belongs to this: `max_items` of the field `resources` is `RESOURCES_MAX_ITEMS`.
    pub fn constant(parts: &[&str]) -> Self {
        let text = parts.iter().map(|part| shouted(part)).collect::<Vec<_>>().join("_");
        Self(escape(text, Case::Constant))
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A wish for a name.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The words that the name is made of, as the document spells them.
    pub wire: String,
    /// What tells this claim from any other: a place in the document.
    pub place: String,
    /// A name that a person has chosen. It wins over all wishes.
    pub chosen: Option<String>,
}

impl Claim {
    /// A wish made of the words on the wire.
    pub fn new(wire: impl Into<String>, place: impl Into<String>) -> Self {
        Self { wire: wire.into(), place: place.into(), chosen: None }
    }

    /// The same wish, or the name that a person has chosen.
    #[must_use]
    pub fn or_chosen(self, chosen: Option<String>) -> Self {
        Self { chosen, ..self }
    }
}

/// A name that was handed out.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The name.
    pub name: Ident,
    /// The name that the words alone would have given, where that was taken.
    pub wanted: Option<String>,
}

/// A scope: every name in it is unique.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    reserved: BTreeSet<String>,
    taken: BTreeSet<String>,
}

impl Scope {
    /// A scope in which `names` are spoken for.
    pub fn reserving(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { reserved: names.into_iter().map(Into::into).collect(), taken: BTreeSet::new() }
    }

    /// Hands out names for all claims at once; their order plays no part.
    ///
    /// Where several want the same name, the one that is spelled so on the wire keeps it, and the others take a suffix
    /// from their place. A reserved name is given to none.
    pub fn claim(&mut self, case: Case, claims: &[Claim]) -> Vec<Claimed> {
        let wanted: Vec<String> = claims.iter().map(|claim| spell(&claim.wire, case)).collect();
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, text) in wanted.iter().enumerate() {
            groups.entry(text).or_default().push(index);
        }
        let mut given: Vec<Option<String>> = self.chosen(case, claims);
        for (text, members) in &groups {
            let members: Vec<usize> = members.iter().copied().filter(|index| given[*index].is_none()).collect();
            if self.is_free(text)
                && let Some(keeper) = keeper(&members, claims, text)
            {
                self.taken.insert((*text).to_owned());
                given[keeper] = Some((*text).to_owned());
            }
        }
        let mut others: Vec<usize> = (0..claims.len()).filter(|index| given[*index].is_none()).collect();
        others.sort_by_key(|index| &claims[*index].place);
        for index in others {
            let name = self.suffixed(&wanted[index], &claims[index].place, case);
            self.taken.insert(name.clone());
            given[index] = Some(name);
        }
        given
            .into_iter()
            .zip(wanted)
            .zip(claims)
            .map(|((name, wanted), claim)| {
                let name = name.unwrap_or_else(|| wanted.clone());
                let wanted = (name != wanted && claim.chosen.as_ref() != Some(&name)).then_some(wanted);
                Claimed { name: Ident(name), wanted }
            })
            .collect()
    }

    /// Hands out one name.
    pub fn claim_one(&mut self, case: Case, wire: &str, place: &str) -> Ident {
        self.claim(case, &[Claim::new(wire, place)]).remove(0).name
    }

    /// The chosen names that can be given: identifiers of the case's kind, each free and chosen once.
    fn chosen(&mut self, case: Case, claims: &[Claim]) -> Vec<Option<String>> {
        let give = |claim: &Claim| {
            let name = claim.chosen.as_ref()?;
            let sound = is_identifier(name) && escape(name.clone(), case) == *name && !is_keyword(name);
            (sound && self.is_free(name) && self.taken.insert(name.clone())).then(|| name.clone())
        };
        claims.iter().map(give).collect()
    }

    fn is_free(&self, name: &str) -> bool {
        !self.reserved.contains(name) && !self.taken.contains(name)
    }

    fn suffixed(&self, wanted: &str, place: &str, case: Case) -> String {
        let bare = wanted.strip_prefix("r#").unwrap_or(wanted).trim_end_matches('_');
        if self.reserved.contains(wanted) {
            let plain = match case {
                Case::Type => format!("{bare}Model"),
                Case::Variant => format!("{bare}Value"),
                Case::Value | Case::Module => format!("{bare}_value"),
                Case::Constant => format!("{bare}_VALUE"),
            };
            if self.is_free(&plain) {
                return plain;
            }
        }
        let digits = format!("{:020}", fingerprint(place));
        let digest: String = digits.chars().rev().collect();
        (4..=20)
            .map(|length| match case {
                Case::Type | Case::Variant => format!("{bare}{}", &digest[..length]),
                Case::Value | Case::Module | Case::Constant => format!("{bare}_{}", &digest[..length]),
            })
            .find(|name| self.is_free(name))
            .expect("two places of one document do not share 64 bits of their fingerprint")
    }
}

fn keeper(members: &[usize], claims: &[Claim], text: &str) -> Option<usize> {
    if let [only] = members {
        return Some(*only);
    }
    let bare = text.strip_prefix("r#").unwrap_or(text);
    let mut exact = members.iter().filter(|index| claims[**index].wire == bare);
    match (exact.next(), exact.next()) {
        (Some(keeper), None) => Some(*keeper),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(case: Case, wires: &[&str], expected: &[&str]) {
        let claims: Vec<Claim> = wires.iter().map(|wire| Claim::new(*wire, format!("/{wire}"))).collect();
        let names: Vec<String> = Scope::reserving(["Option"])
            .claim(case, &claims)
            .into_iter()
            .map(|claimed| claimed.name.to_string())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn usage_picks_the_case() {
        check(Case::Type, &["workRequest"], &["WorkRequest"]);
        check(Case::Value, &["workRequestId"], &["work_request_id"]);
        check(Case::Module, &["WorkRequest"], &["work_request"]);
        check(Case::Constant, &["workRequest"], &["WORK_REQUEST"]);
    }

    #[test]
    fn keywords_are_escaped() {
        check(Case::Value, &["type", "self", "gen"], &["r#type", "self_", "r#gen"]);
        check(Case::Module, &["mod", "CON", "lpt1"], &["mod_", "con_", "lpt1_"]);
        check(Case::Module, &["Straße", "用户"], &["stra_u00df_e", "u7528_u6237"]);
        check(Case::Type, &["self"], &["Self_"]);
    }

    #[test]
    fn odd_words_become_identifiers() {
        check(
            Case::Value,
            &["+1", "-1", "", "*", "2fa", "a.b", "__"],
            &["plus_1", "minus_1", "empty", "asterisk", "n2fa", "a_b", "underscore_underscore"],
        );
        check(Case::Type, &["!=", "é"], &["NotEqual", "É"]);
    }

    #[test]
    fn the_one_spelled_so_keeps_the_name_whatever_the_order() {
        check(Case::Type, &["foo_bar", "FooBar"], &["FooBar0228", "FooBar"]);
        check(Case::Type, &["FooBar", "foo_bar"], &["FooBar", "FooBar0228"]);
    }

    #[test]
    fn a_chosen_name_wins() {
        let claims = [Claim::new("FooBar", "/a"), Claim::new("other", "/b").or_chosen(Some("FooBar".to_owned()))];
        let names = Scope::default().claim(Case::Type, &claims);
        assert_eq!([names[0].name.as_str(), names[1].name.as_str()], ["FooBar9206", "FooBar"]);
        let claims = [Claim::new("kind", "/a").or_chosen(Some("no name".to_owned()))];
        assert_eq!(Scope::default().claim(Case::Value, &claims)[0].name.as_str(), "kind");
    }

    #[test]
    fn a_reserved_name_is_given_to_none() {
        check(Case::Type, &["Option"], &["OptionModel"]);
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(is_keyword("abstract") && is_keyword("yield") && is_keyword("gen") && !is_keyword("work"));
    }

    #[test]
    fn long_names_are_cut() {
        let long = "a".repeat(1_000_000);
        assert!(Scope::default().claim_one(Case::Type, &long, "/a").as_str().len() < 140);
    }
}
