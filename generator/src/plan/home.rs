//! Which file a model lives in.

use std::collections::BTreeMap;

use super::rename;
use crate::api::{Api, Component, Name, Owner, TypeId};
use crate::diagnostic::Report;
use crate::rust::Ident;
use crate::rust::name::{Case, Claim, Scope};

/// A file of models.
#[derive(Clone, Debug)]
pub(super) struct ModelFile {
    /// Its name.
    pub(super) module: Ident,
    /// What it holds, the declared schema first, then its inline children in the order of the document.
    pub(super) types: Vec<TypeId>,
}

/// The files of models: one for each declared schema, and one for each operation that has inline types.
pub(super) fn files(api: &Api, types: &BTreeMap<TypeId, Ident>, report: &mut Report) -> Vec<ModelFile> {
    let mut homes: BTreeMap<Home, Vec<TypeId>> = BTreeMap::new();
    for (id, _) in api.types.iter().filter(|(id, _)| types.contains_key(id)) {
        homes.entry(Home::of(api, id)).or_default().push(id);
    }
    let claims: Vec<Claim> = homes.keys().map(|home| Claim::new(home.wire(api, types), home.place(api))).collect();
    let claimed = Scope::default().claim(Case::Module, &claims);
    let mut files: Vec<ModelFile> = homes
        .into_iter()
        .zip(claimed)
        .map(|((home, mut members), claimed)| {
            if let Home::Schema(declared) = home {
                members.sort_by_key(|id| (*id != declared, *id));
                rename::note(report, &claimed, &home.wire(api, types), &api.types[declared].at);
            }
            ModelFile { module: claimed.name, types: members }
        })
        .collect();
    files.sort_by(|one, other| one.module.cmp(&other.module));
    files
}

/// What a file of models is named after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Schema(TypeId),
    Operation(String),
    Path(String),
    Component(Component, String),
}

impl Home {
    fn of(api: &Api, mut id: TypeId) -> Self {
        loop {
            match &api.types[id].name {
                Name::Declared(_) => return Self::Schema(id),
                Name::Inline { within: Owner::Type(owner), .. } => id = *owner,
                Name::Inline { within: Owner::Operation(operation), .. } => return Self::Operation(operation.clone()),
                Name::Inline { within: Owner::Path(template), .. } => return Self::Path(template.clone()),
                Name::Inline { within: Owner::Component(kind, name), .. } => {
                    return Self::Component(*kind, name.clone());
                }
            }
        }
    }

    fn wire(&self, api: &Api, types: &BTreeMap<TypeId, Ident>) -> String {
        match self {
            Self::Schema(id) => match (types.get(id), &api.types[*id].name) {
                (Some(name), _) => name.to_string(),
                (None, Name::Declared(wire)) => wire.clone(),
                (None, Name::Inline { .. }) => String::new(),
            },
            Self::Operation(id) => format!("{id} inline"),
            Self::Path(template) => format!("{template} shared"),
            Self::Component(_, name) => format!("{name} inline"),
        }
    }

    fn place(&self, api: &Api) -> String {
        match self {
            Self::Schema(id) => api.types[*id].at.to_string(),
            Self::Operation(text) | Self::Path(text) => text.clone(),
            Self::Component(kind, name) => format!("{kind:?} {name}"),
        }
    }
}
