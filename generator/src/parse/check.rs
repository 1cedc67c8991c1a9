//! The tree against the table of keywords.

use std::collections::BTreeMap;

use super::condition;
use super::fixup;
use super::keywords::{Keyword, Kind, Presence, Standing, Value, is_read};
use super::node::{Members, Node};
use super::pass::Pass;
use super::reference::Reference;
use crate::diagnostic::{fixup as mended, parse as mistake};
use crate::source::{On, Pointer};
use crate::spelling::nearest;

/// The prefix of the keys that fixups write, see the module [`parse`](crate::parse).
const RESERVED: &str = "x-trueform-";

/// What a check of the whole tree has gathered for those behind it.
#[derive(Default)]
pub(super) struct Gathered {
    /// Every reference that is one.
    pub(super) references: Vec<Reference>,
    /// The members that are not honoured, and were said to be.
    pub(super) aside: Vec<Pointer>,
}

/// Fixes and checks every object of the tree, and reports all mistakes.
pub(super) fn check(tree: &mut Node, pass: &mut Pass<'_>) -> Gathered {
    let mut check = Check { pass, gathered: Gathered::default(), extensions: BTreeMap::new() };
    check.object(Kind::Document, tree);
    check.say_extensions();
    check.gathered
}

struct Check<'pass, 'run> {
    pass: &'pass mut Pass<'run>,
    gathered: Gathered,
    /// The unknown `x-` keys: how often, and where first.
    extensions: BTreeMap<String, (usize, Pointer)>,
}

impl Check<'_, '_> {
    fn object(&mut self, kind: Kind, node: &mut Node) {
        if matches!(node, Node::Null) && kind.keywords().iter().all(|keyword| keyword.presence != Presence::Required) {
            self.pass.say(mended::null_value(self.pass.here(), kind.what()));
            *node = Node::Map(Members::default());
        }
        let found = node.what();
        let Node::Map(members) = node else {
            self.pass.say(mistake::wrong_type(self.pass.here(), kind.what(), found));
            return;
        };
        self.reserved_keys(members);
        fixup::mend(kind, members, self.pass);
        if self.reference(kind, members) {
            return;
        }
        self.required(kind, members);
        condition::check(kind, members, self.pass);
        for (key, value) in members.iter_mut() {
            self.member(kind, key, value);
        }
    }

    /// Takes note of a reference, where the object is one.
    fn reference(&mut self, kind: Kind, members: &Members) -> bool {
        let Some(target) = members.get("$ref") else {
            return false;
        };
        let Some(target) = target.as_text() else {
            self.pass.say(mistake::wrong_type(self.pass.value("$ref"), "a string", target.what()));
            return true;
        };
        for key in members.keys().filter(|key| *key != "$ref") {
            if key.starts_with("x-") {
                self.extension(key);
            } else if kind != Kind::Schema {
                self.pass.say(mistake::ignored_sibling(self.pass.key(key), key));
            }
        }
        self.gathered.references.push(Reference { kind, at: self.pass.at(), target: target.to_owned() });
        true
    }

    fn reserved_keys(&mut self, members: &Members) {
        for key in members.keys().filter(|key| key.starts_with(RESERVED)) {
            self.pass.say(mistake::reserved_extension(self.pass.key(key), key));
        }
    }

    fn required(&mut self, kind: Kind, members: &Members) {
        for keyword in kind
            .keywords()
            .iter()
            .filter(|keyword| keyword.presence == Presence::Required && !members.holds(keyword.name))
        {
            self.pass.say(mistake::missing_member(self.pass.head(), kind.what(), keyword.name));
        }
    }

    fn member(&mut self, kind: Kind, key: &str, node: &mut Node) {
        let was_aside = self.pass.is_aside;
        if let Some(keyword) = Keyword::of(kind, key) {
            match keyword.standing {
                Standing::Taken => {}
                Standing::Unhonoured(instead) => {
                    self.pass.say(mistake::not_honoured(self.pass.key(key), key, instead));
                    self.gathered.aside.push(self.pass.at().key(key));
                    self.pass.is_aside = true;
                }
                Standing::Newer(instead) => {
                    self.pass.say(mistake::newer_keyword(self.pass.key(key), key, instead));
                }
            }
            self.value(&keyword.value, key, node);
            self.pass.is_aside = was_aside;
        } else if key.starts_with("x-") && kind != Kind::SecurityRequirement {
            if let Some(value) = kind.value_of(key).filter(|_| kind == Kind::Schema) {
                self.value(value, key, node);
            } else if !is_read(kind, key) && !key.starts_with(RESERVED) {
                self.extension(key);
            }
        } else if let Some(value) = kind.others() {
            if kind == Kind::Responses && !is_status(key) {
                self.pass.say(mistake::unknown_status(self.pass.key(key), key));
                self.gathered.aside.push(self.pass.at().key(key));
            }
            self.value(value, key, node);
        } else {
            let near = nearest(key, kind.keywords().iter().map(|keyword| keyword.name));
            self.pass.say(mistake::unknown_keyword(self.pass.key(key), key, kind.what(), near));
        }
    }

    fn value(&mut self, value: &Value, key: &str, node: &mut Node) {
        if is_sound_scalar(value, node) {
            return;
        }
        let before = self.pass.enter(key);
        self.value_here(value, key, node);
        self.pass.leave(before);
    }

    fn value_here(&mut self, value: &Value, key: &str, node: &mut Node) {
        fixup::outside(value, node, self.pass);
        match value {
            Value::Text => fixup::unquoted_text(node, self.pass),
            Value::Object(Kind::SecurityRequirement) => fixup::bare_requirement(node, self.pass),
            _ => {}
        }
        if is_sound_scalar(value, node) {
            return;
        }
        match (value, node) {
            (Value::Object(kind) | Value::Referable(kind), node) => self.object(*kind, node),
            (Value::BooleanOrSchema, node @ Node::Map(_)) => self.object(Kind::Schema, node),
            (Value::List(item), Node::List(nodes)) => {
                for (index, node) in nodes.iter_mut().enumerate() {
                    self.value(item, &index.to_string(), node);
                }
            }
            (Value::Map(member), Node::Map(members)) => {
                for (key, node) in members.iter_mut() {
                    self.value(member, key, node);
                }
            }
            (Value::Words(words), Node::Text(word)) => {
                let near = nearest(word, words.iter().copied());
                let place = self.pass.here();
                self.pass.say(match key {
                    "type" => mistake::unknown_type(place, word, words, near),
                    _ => mistake::unknown_word(place, key, word, words, near),
                });
            }
            (value, node) => self.pass.say(mistake::wrong_type(self.pass.here(), &value.what(), node.what())),
        }
    }

    fn extension(&mut self, key: &str) {
        if self.pass.is_aside {
            return;
        }
        if let Some((count, _)) = self.extensions.get_mut(key) {
            *count += 1;
        } else {
            let at = self.pass.at().key(key);
            self.extensions.insert(key.to_owned(), (1, at));
        }
    }

    /// One note for all unknown extensions, at the one that the document holds first in the order of their names.
    fn say_extensions(&mut self) {
        let Some((_, first)) = self.extensions.values().next() else {
            return;
        };
        let place = self.pass.place(first, On::Key);
        let names: Vec<(&str, usize)> =
            self.extensions.iter().map(|(name, (count, _))| (name.as_str(), *count)).collect();
        let note = mistake::unknown_extensions(place, &names);
        self.pass.say(note);
    }
}

/// Whether a value that has no parts is what the keyword takes.
fn is_sound_scalar(value: &Value, node: &Node) -> bool {
    match (value, node) {
        (Value::Any, _)
        | (Value::Text, Node::Text(_))
        | (Value::Boolean | Value::BooleanOrSchema, Node::Boolean(_))
        | (Value::Number, Node::Integer(_) | Node::Float(_)) => true,
        (Value::Words(words), Node::Text(word)) => words.contains(&word.as_str()),
        (Value::Count, Node::Integer(count)) => *count >= 0,
        _ => false,
    }
}

/// Whether a key of a responses object is a status (`404`) or a range of them (`4XX`); `default` has a row of its own.
fn is_status(key: &str) -> bool {
    let bytes = key.as_bytes();
    bytes.len() == 3
        && (b'1'..=b'9').contains(&bytes[0])
        && (bytes[1..].iter().all(u8::is_ascii_digit) || key[1..].eq_ignore_ascii_case("XX"))
}
