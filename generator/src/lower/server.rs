//! Servers.

use super::context::Lowering;
use super::docs;
use super::server_url::unusable;
use crate::api::{Server, ServerVariable};
use crate::diagnostic::lower::document as mistake;
use crate::source::Pointer;
use crate::spelling;

impl Lowering<'_> {
    /// The servers of the whole document, but for those of which no address can be made.
    pub(super) fn servers(&mut self) -> Vec<Server> {
        let document = self.document;
        let section = Pointer::root().key("servers");
        document
            .openapi
            .servers
            .iter()
            .enumerate()
            .filter_map(|(index, server)| self.server(server, &section.index(index)))
            .collect()
    }

    fn server(&mut self, server: &openapiv3::Server, pointer: &Pointer) -> Option<Server> {
        let openapiv3::Server { url, description, variables, extensions: _ } = server;
        let mut lowered = Vec::new();
        for (name, variable) in variables.iter().flatten() {
            let pointer = pointer.key("variables").key(name);
            let openapiv3::ServerVariable { enumeration, default, description, extensions: _ } = variable;
            if !enumeration.is_empty() && !enumeration.contains(default) {
                let place = self.value(&pointer.key("default"));
                self.say(mistake::server_default(place, default, enumeration));
            }
            if !url.contains(&format!("{{{name}}}")) {
                let place = self.key(&pointer);
                self.say(mistake::unused_server_variable(place, name));
            }
            lowered.push(ServerVariable {
                wire: name.clone(),
                default: default.clone(),
                values: enumeration.clone(),
                docs: docs::described(description.as_ref()),
            });
        }
        let mut sound = true;
        for name in names(url) {
            if !lowered.iter().any(|variable| variable.wire == name) {
                let place = self.key(pointer);
                let similar = spelling::nearest(name, lowered.iter().map(|variable| variable.wire.as_str()));
                self.say(mistake::undeclared_server_variable(place, name, similar));
                sound = false;
            }
        }
        if sound {
            self.addresses(url, &lowered, pointer);
        }
        let docs = docs::described(description.as_ref());
        sound.then(|| Server { url: url.clone(), docs, variables: lowered, at: self.at(pointer) })
    }
}

impl Lowering<'_> {
    /// Reports what no client could be built with: the url with the defaults, and with each other value of a variable.
    fn addresses(&mut self, url: &str, variables: &[ServerVariable], pointer: &Pointer) {
        let defaults: Vec<(&str, &str)> =
            variables.iter().map(|variable| (&*variable.wire, &*variable.default)).collect();
        if let Some(reason) = unusable(&filled(url, defaults.iter().copied())) {
            let place = self.value(&pointer.key("url"));
            self.say(mistake::server_url(place, &reason));
            return;
        }
        for variable in variables {
            let values = pointer.key("variables").key(&variable.wire).key("enum");
            for (index, value) in variable.values.iter().enumerate() {
                let stated = std::iter::once((&*variable.wire, &**value)).chain(defaults.iter().copied());
                if let Some(reason) = unusable(&filled(url, stated)) {
                    let place = self.value(&values.index(index));
                    self.say(mistake::server_value(place, value, &reason));
                }
            }
        }
    }
}

/// The url with these values for its variables, the first where there are several.
fn filled<'v>(url: &str, values: impl Iterator<Item = (&'v str, &'v str)>) -> String {
    values.fold(url.to_owned(), |url, (name, value)| url.replace(&format!("{{{name}}}"), value))
}

/// What stands between braces.
fn names(url: &str) -> impl Iterator<Item = &str> {
    url.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}
