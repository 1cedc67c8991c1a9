//! The constants and statics that name bounds. Each name is given once: to a bound of a place, as often as it is asked for.

use super::super::documentation::whole_code;
use super::{Builder, Holder};
use crate::api::Pattern;
use crate::plan::types::runtime;
use crate::rust::body::{Bound, Given};
use crate::rust::{Constant, Documentation, Ident, Static, Type, Value, Visibility};

impl Builder<'_, '_> {
    pub(super) fn pattern(&mut self, pattern: &Pattern, words: &[&str]) -> Bound {
        let Pattern { ecma, regex } = pattern;
        let phrase = format!("matches {}", whole_code(ecma));
        self.built.words.push(phrase.clone());
        let docs = format!("{} {phrase}.", self.subject);
        // Of several patterns of one place each has a name of its own.
        let further = self.patterns(words).to_string();
        let words = if further == "1" { words.to_vec() } else { [words, &[further.as_str()]].concat() };
        let words = words.as_slice();
        let (name, spelled, docs, visibility) = match self.holder {
            Holder::Impl(owner) => {
                self.constant(words, "pattern", Type::plain("str").statically(), Value::Text(ecma.clone()), docs);
                let name = self.name("static", &[&[owner.bare()], words].concat(), "pattern");
                (name.clone(), name.to_string(), Documentation::default(), Visibility::Private)
            }
            Holder::Module => {
                let name = self.name("", words, "pattern");
                let spelled = format!("crate::models::{name}");
                (name, spelled, Documentation::line(docs), Visibility::Public)
            }
        };
        let value = Value::Pattern { ecma: ecma.clone(), regex: regex.clone() };
        self.built.statics.push(Static { docs, visibility, name, ty: runtime("Pattern"), value });
        Bound { method: "pattern", given: Given::Static(spelled) }
    }

    /// How many patterns of this place have been named, this one too.
    fn patterns(&mut self, words: &[&str]) -> usize {
        let count = self.named_patterns.entry(words.join("|")).or_default();
        *count += 1;
        *count
    }

    /// Names a bound, and gives the name as a check spells it.
    pub(super) fn constant(&mut self, words: &[&str], method: &str, ty: Type, value: Value, docs: String) -> String {
        let (name, spelled) = match self.holder {
            Holder::Impl(owner) => {
                let name = self.name(owner.as_str(), words, method);
                let spelled = format!("Self::{name}");
                (name, spelled)
            }
            Holder::Module => {
                let name = self.name("", words, method);
                let spelled = format!("crate::models::{name}");
                (name, spelled)
            }
        };
        let docs = Documentation::line(docs);
        self.built.constants.push(Constant { docs, visibility: Some(Visibility::Public), name, ty, value });
        spelled
    }

    /// The name of a bound among the names of `scope`; where another place has it already, with a suffix from this one.
    fn name(&self, scope: &str, words: &[&str], method: &str) -> Ident {
        let place = format!("{}|{}|{method}", self.at, words.join("|"));
        let parts = [words, &[method]].concat();
        let mut name = Ident::constant(&parts);
        let mut given = self.context.constants.borrow_mut();
        while given.get(&(scope.to_owned(), name.clone())).is_some_and(|other| *other != place) {
            name = name.apart(&place);
        }
        given.insert((scope.to_owned(), name.clone()), place);
        name
    }
}
