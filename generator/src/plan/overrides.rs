//! Names and types that a person has chosen, in the settings.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::api::{Api, Name, Shape, Type};
use crate::diagnostic::{Report, plan as mistakes};
use crate::settings::{Override, Settings, Subject};
use crate::source::Pointer;

/// The chosen names and types, and which of them led to something.
#[derive(Debug)]
pub(super) struct Overrides<'s> {
    api: &'s Api,
    settings: &'s Settings,
    used: RefCell<BTreeSet<Subject>>,
}

impl<'s> Overrides<'s> {
    pub(super) fn of(api: &'s Api, settings: &'s Settings) -> Self {
        Self { api, settings, used: RefCell::default() }
    }

    /// The name chosen for what stands at a place.
    pub(super) fn name(&self, at: &Pointer) -> Option<String> {
        let set = self.find(&self.settings.names, |subject| matches!(subject, Subject::At(pointer) if pointer == at));
        set.or_else(|| self.asked(at))
    }

    /// The name chosen for a type.
    pub(super) fn type_name(&self, ty: &Type) -> Option<String> {
        self.find(&self.settings.names, |subject| concerns(subject, ty)).or_else(|| self.asked(&ty.at))
    }

    /// The name that the document asks for; the settings win over it.
    fn asked(&self, at: &Pointer) -> Option<String> {
        self.api.names.get(at).map(|(name, _)| name.clone())
    }

    /// The Rust type chosen in place of a type.
    pub(super) fn rust_type(&self, ty: &Type) -> Option<String> {
        self.find(&self.settings.types, |subject| match subject {
            Subject::Format(format) => ty.format.as_ref() == Some(format) && matches!(ty.shape, Shape::Scalar(_)),
            _ => concerns(subject, ty),
        })
    }

    /// Marks what leads to a type, and reports what leads to nothing or is no path of Rust.
    pub(super) fn check(&self, report: &mut Report) {
        for (_, ty) in self.api.types.iter() {
            self.rust_type(ty);
        }
        for chosen in self.settings.names.iter().chain(&self.settings.types) {
            if !self.used.borrow().contains(&chosen.subject) {
                report.push(mistakes::override_of_nothing(chosen.place.clone(), &chosen.rust));
            }
        }
        for chosen in &self.settings.types {
            if !chosen.rust.split("::").all(is_identifier) || !chosen.rust.contains("::") {
                report.push(mistakes::override_is_no_path(chosen.place.clone(), &chosen.rust));
            }
        }
    }

    /// Reports a chosen name that could not be given, at its place.
    pub(super) fn refused(&self, name: &str, report: &mut Report) {
        for chosen in self.settings.names.iter().filter(|chosen| chosen.rust == name) {
            report.push(mistakes::override_is_no_name(chosen.place.clone(), name));
        }
        for (asked, place) in self.api.names.values().filter(|(asked, _)| asked == name) {
            report.push(mistakes::override_is_no_name(place.clone(), asked));
        }
    }

    fn find(&self, among: &'s [Override], matches: impl Fn(&Subject) -> bool) -> Option<String> {
        let found = among.iter().find(|chosen| matches(&chosen.subject))?;
        self.used.borrow_mut().insert(found.subject.clone());
        Some(found.rust.clone())
    }
}

fn concerns(subject: &Subject, ty: &Type) -> bool {
    match (subject, &ty.name) {
        (Subject::Schema(wire), Name::Declared(declared)) => wire == declared,
        (Subject::At(pointer), _) => *pointer == ty.at,
        _ => false,
    }
}

fn is_identifier(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(|first| unicode_ident::is_xid_start(first) || first == '_')
        && characters.all(unicode_ident::is_xid_continue)
}
