//! Model 1 to model 2: every decision about the Rust.

mod alias;
mod any_of;
mod argument;
mod arm;
mod bodiless;
mod bounds;
mod choice;
mod client;
mod construction;
mod conversion;
mod cycle;
mod default;
mod direction;
mod documentation;
mod enumeration;
mod example;
mod facts;
mod feature;
mod header;
mod home;
mod layout;
mod literal;
mod model;
mod names;
mod operation;
mod overrides;
mod package;
mod polling;
mod prose;
mod rename;
mod reply;
mod rest;
mod root;
mod security;
mod status;
mod types;

pub use package::Options;

use std::cell::RefCell;
use std::collections::BTreeMap;

use facts::Facts;
use names::Names;
use overrides::Overrides;
use prose::Prose;

use crate::api::{Api, Name, Step, Type};
use crate::diagnostic::Report;
use crate::rust::facts::ServiceFacts;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Crate, Feature, Ident};
use crate::settings::Settings;

/// What every decision looks at.
struct Context<'a> {
    api: &'a Api,
    overrides: Overrides<'a>,
    /// The names of bounds that were given, by scope, and the places that they were given to.
    constants: RefCell<BTreeMap<(String, Ident), String>>,
    facts: Facts,
    names: Names,
    prose: Prose,
    /// The crate's name as code spells it.
    library: String,
    /// The comment that says whose the files are.
    owner: String,
    service: ServiceFacts,
    features: Vec<Feature>,
    /// The statics of the security schemes, in the order of the document.
    schemes: Vec<Ident>,
}

/// Plans the crate of an API.
pub fn plan(api: &Api, settings: &Settings, options: &Options, report: &mut Report) -> Crate {
    let split = direction::split(api, &Overrides::of(api, settings));
    let api = split.as_ref();
    let overrides = Overrides::of(api, settings);
    let facts = Facts::of(api, &overrides);
    let names = Names::of(api, &facts, &overrides, report);
    let package = package::name(api, settings, options);
    let schemes = schemes(api);
    let context = Context {
        api,
        overrides,
        constants: RefCell::default(),
        facts,
        names,
        prose: Prose { link_base: settings.link_base.as_ref().map(|base| base.text.clone()) },
        library: package.replace('-', "_"),
        owner: package::owner(),
        service: package::service(api, settings, &schemes),
        features: feature::features(settings),
        schemes,
    };
    let manifest = context.manifest(package, settings, options);
    let readme = context.readme(&manifest);
    let files = context.files(report);
    context.overrides.check(report);
    Crate { manifest, readme, files }
}

/// Where a type comes from.
fn origin(ty: &Type) -> String {
    match &ty.name {
        Name::Inline { step: Step::Input, .. } => {
            format!("What is sent; at {} of the document.", documentation::code(ty.at.as_str()))
        }
        Name::Declared(wire) => format!("Schema {}.", documentation::code(wire)),
        Name::Inline { .. } => format!("At {} of the document.", documentation::code(ty.at.as_str())),
    }
}

fn schemes(api: &Api) -> Vec<Ident> {
    let claims: Vec<Claim> =
        api.schemes.iter().map(|scheme| Claim::new(scheme.name.clone(), scheme.at.to_string())).collect();
    Scope::default().claim(Case::Constant, &claims).into_iter().map(|claimed| claimed.name).collect()
}
