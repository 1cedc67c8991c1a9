//! What is said of names that are not what the words on the wire, or a person, wanted.

use super::overrides::Overrides;
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::name::{Claim, Claimed};
use crate::source::{On, Place, Pointer, SourceId};

/// A name was changed: says so at its place.
pub(super) fn note(report: &mut Report, claimed: &Claimed, wire: &str, at: &Pointer) {
    if let Some(wanted) = &claimed.wanted {
        let place = Place { source: SourceId::Document, pointer: at.clone(), on: On::Key };
        report.push(mistakes::renamed(place, wire, wanted, claimed.name.as_str()));
    }
}

/// Says of chosen names that they could not be given.
pub(super) fn refuse(overrides: &Overrides, claims: &[Claim], claimed: &[Claimed], report: &mut Report) {
    for (claim, claimed) in claims.iter().zip(claimed) {
        if let Some(chosen) = claim.chosen.as_ref().filter(|chosen| *chosen != claimed.name.as_str()) {
            overrides.refused(chosen, report);
        }
    }
}
