//! From a tree to its facts, by the table of keywords.

use super::addition::Role;
use super::direction::Directions;
use super::edit::Edit;
use super::names::Names;
use super::prose::is_prose;
use super::{Change, Fact, addition, alternative, silence};
use crate::parse::keywords::{Keyword, Kind, Presence, Value, is_read};
use crate::parse::node::{Members, Node};
use crate::source::Pointer;

/// Every fact of a tree, in the order of the text.
pub(super) fn facts(tree: &Node) -> Vec<Fact> {
    let mut walk = Walk { names: Names::of(tree), directions: Directions::of(tree), tree, found: Vec::new() };
    if let Node::Map(members) = tree {
        walk.object(
            Kind::Document,
            members,
            &Holder { at: Pointer::root(), prose: false, role: Role::Other, around: Role::Other },
        );
    }
    walk.found
}

struct Walk<'tree> {
    names: Names,
    directions: Directions,
    tree: &'tree Node,
    found: Vec<Fact>,
}

/// What stands around a value.
#[derive(Clone)]
struct Holder {
    at: Pointer,
    /// Whether everything in it is said to people alone.
    prose: bool,
    role: Role,
    /// The role of the object that holds it.
    around: Role,
}

impl Holder {
    fn within(&self, at: Pointer, prose: bool) -> Self {
        Self { at, prose: self.prose || prose, role: Role::Other, around: self.role }
    }
}

impl Walk<'_> {
    fn say(&mut self, at: &Pointer, prose: bool, change: Change, candidates: Vec<Vec<Edit>>) {
        if !candidates.is_empty() {
            self.found.push(Fact { pointer: at.clone(), change, prose, candidates });
        }
    }

    /// A value that could be there.
    fn add(&mut self, at: &Pointer, prose: bool, node: Node) {
        self.say(at, prose, Change::Added, vec![vec![Edit::Put(at.clone(), node)]]);
    }

    /// A value that could be gone, without anything that goes by it.
    fn remove(&mut self, Holder { at, prose, .. }: &Holder) {
        self.say(at, *prose, Change::Removed, vec![vec![Edit::Remove(at.clone())]]);
    }

    fn object(&mut self, kind: Kind, members: &Members, holder: &Holder) {
        for (key, node) in members.iter() {
            self.member(kind, members, (key, node), holder);
        }
        let takes_null = silence::takes_null_anyway(members, self.tree);
        for (key, node) in addition::members(kind, members, holder.role) {
            if key == "nullable" && takes_null {
                continue;
            }
            let at = holder.at.key(key);
            self.add(&at, holder.prose || is_prose(kind, key), node);
        }
        if let Some((key, node)) = addition::entry(kind, "").filter(|(key, _)| !members.holds(key)) {
            let at = holder.at.key(key);
            self.add(&at, holder.prose, node);
        }
    }

    fn member(&mut self, kind: Kind, members: &Members, (key, node): (&str, &Node), holder: &Holder) {
        let at = holder.at.key(key);
        let mut within = holder.within(at.clone(), is_prose(kind, key));
        within.role = match (kind, key) {
            (Kind::Header, "schema") => Role::Header,
            (Kind::Parameter, "schema") | (Kind::Schema, "x-propertyNames") => Role::Parameter,
            (Kind::MediaType, "schema") if !is_json(&holder.at) => Role::Raw,
            _ => Role::Other,
        };
        let row = Keyword::of(kind, key);
        let value = kind.value_of(key);
        if row.is_none() && value.is_none() && key != "$ref" && key.starts_with("x-") && !is_read(kind, key) {
            return;
        }
        let is_data = row.is_none() && kind.others().is_some() && !key.starts_with("x-");
        if is_data || is_operation(row) {
            self.rename(kind, key, &at, within.prose);
        }
        let required = row.is_some_and(|row| row.presence != Presence::Optional) || key == "$ref";
        let silent = silence::says_nothing(kind, key, node, members, holder.role)
            || (within.role == Role::Raw && silence::is_bare_text(node))
            || (key == "nullable" && silence::takes_null_anyway(members, self.tree));
        if !required && !silent {
            self.say(&at, within.prose, Change::Removed, vec![removal(&at, self.tree)]);
        }
        self.value(kind, (key, node), value.unwrap_or(&Value::Any), members, &within);
    }

    fn value(&mut self, kind: Kind, (key, node): (&str, &Node), value: &Value, beside: &Members, within: &Holder) {
        match (value, node) {
            (Value::Object(kind) | Value::Referable(kind), Node::Map(members)) => self.object(*kind, members, within),
            (Value::BooleanOrSchema, Node::Map(members)) => self.object(Kind::Schema, members, within),
            (Value::Map(value), Node::Map(members)) => self.map(kind, (key, members), value, within),
            (Value::List(value), Node::List(items)) => self.list(kind, (key, items), value, beside, within),
            (_, Node::Map(members)) => {
                for (key, node) in members.iter() {
                    let within = within.within(within.at.key(key), false);
                    self.remove(&within);
                    self.value(kind, ("", node), &Value::Any, members, &within);
                }
            }
            (_, Node::List(items)) => {
                for (index, node) in items.iter().enumerate() {
                    let within = within.within(within.at.index(index), false);
                    self.remove(&within);
                    self.value(kind, ("", node), &Value::Any, beside, &within);
                }
            }
            (_, leaf) => {
                let others = alternative::of(kind, key, value, leaf, beside, &self.names);
                let candidates =
                    others.into_iter().map(|other| self.put(kind, key, &within.at, &other, beside)).collect();
                if !silence::changes_nothing(kind, key, beside, within.around, self.tree) {
                    self.say(&within.at, within.prose, Change::Changed, candidates);
                }
            }
        }
    }

    /// Puts another value, and makes what goes by the old one follow.
    fn put(&self, kind: Kind, key: &str, at: &Pointer, other: &Node, beside: &Members) -> Vec<Edit> {
        let mut edits = vec![Edit::Put(at.clone(), other.clone())];
        let in_path = kind == Kind::Parameter && key == "name" && beside.text("in") == Some("path");
        if let (true, Some(old), Node::Text(new)) = (in_path, beside.text("name"), other) {
            let variable = |name: &str| format!("{{{name}}}");
            let own = at.tokens().nth(1).filter(|_| at.tokens().next().as_deref() == Some("paths"));
            for template in self.tree.step("paths").and_then(Node::as_map).into_iter().flat_map(Members::keys) {
                if own.as_ref().is_none_or(|own| own == template) && template.contains(&variable(old)) {
                    let path = Pointer::root().key("paths").key(template);
                    edits.push(Edit::Rename(path, template.replace(&variable(old), &variable(new))));
                }
            }
        }
        edits
    }

    fn map(&mut self, kind: Kind, (key, members): (&str, &Members), value: &Value, within: &Holder) {
        for (name, node) in members.iter() {
            let at = within.at.key(name);
            self.rename(kind, name, &at, within.prose);
            self.say(&at, within.prose, Change::Removed, vec![removal(&at, self.tree)]);
            let role = if kind == Kind::Schema && key == "properties" { self.property(&at) } else { Role::Other };
            let inner = Holder { role, ..within.within(at, false) };
            self.value(kind, ("", node), value, members, &inner);
        }
        if let Some((name, node)) = addition::entry(kind, key).filter(|(name, _)| !members.holds(name)) {
            let at = within.at.key(name);
            self.add(&at, within.prose, node);
        }
        self.first_required(kind, (key, members), within);
    }

    /// The first name in a `required` that is not there.
    fn first_required(&mut self, kind: Kind, (key, members): (&str, &Members), within: &Holder) {
        let Some(holder) = within.at.parent().filter(|_| kind == Kind::Schema && key == "properties") else { return };
        let lists = self.tree.at(&holder).and_then(Node::as_map).is_some_and(|schema| schema.holds("required"));
        if let Some(name) = members.keys().next().filter(|_| !lists) {
            self.add(&holder.key("required"), within.prose, Node::List(vec![Node::Text(name.to_owned())]));
        }
    }

    fn list(&mut self, kind: Kind, (key, items): (&str, &[Node]), value: &Value, beside: &Members, within: &Holder) {
        for (index, node) in items.iter().enumerate() {
            let mut inner = within.within(within.at.index(index), false);
            if (kind, key) == (Kind::Schema, "allOf") {
                inner.role = Role::Part;
            }
            // The only alternative that asks for nothing says what an empty list says.
            if !(key == "security" && items.len() == 1 && node.as_map().is_some_and(Members::is_empty)) {
                self.remove(&inner);
            }
            // A name in `required` is there or not; as another name it would be no fact but a mistake.
            if (kind, key) != (Kind::Schema, "required") {
                self.value(kind, ("", node), value, beside, &inner);
            }
        }
        if let Some(node) = addition::item(kind, key, items).filter(|node| !items.contains(node)) {
            let at = within.at.index(items.len());
            self.add(&at, within.prose, node);
        }
        if (kind, key) == (Kind::Schema, "required") {
            let at = within.at.index(items.len());
            for name in beside.get("properties").and_then(Node::as_map).into_iter().flat_map(Members::keys) {
                let node = Node::Text(name.to_owned());
                if !items.contains(&node) {
                    self.add(&at, within.prose, node);
                }
            }
        }
    }

    /// What a property may say of its ways.
    fn property(&self, at: &Pointer) -> Role {
        let required = !required(at, self.tree, None).is_empty();
        Role::Property {
            read_only: required && self.directions.is_sent(at),
            write_only: required && self.directions.is_received(at),
        }
    }

    /// Another key for what stands there, with everything that goes by the old one.
    fn rename(&mut self, kind: Kind, name: &str, at: &Pointer, prose: bool) {
        let way: Vec<String> = at.tokens().collect();
        // What is declared in other sections of `components` goes by its name within the document alone.
        if let [components, section, _] = way.as_slice()
            && components == "components"
            && !["schemas", "securitySchemes"].contains(&section.as_str())
        {
            return;
        }
        let mut names: Vec<String> = match kind {
            Kind::Responses => ["418", "299", "5XX"].map(str::to_owned).into(),
            Kind::Response | Kind::RequestBody if way.iter().rev().nth(1).is_some_and(|of| of == "content") => {
                ["application/fact+json", "application/fact"].map(str::to_owned).into()
            }
            Kind::Paths => vec![format!("{name}/fact")],
            Kind::PathItem if is_operation(Keyword::of(kind, name)) => {
                let item = at.parent().and_then(|item| self.tree.at(&item));
                let is_free = |verb: &&str| item.is_some_and(|item| item.step(verb).is_none());
                ["put", "post", "get", "delete"].into_iter().filter(is_free).map(str::to_owned).collect()
            }
            _ => vec![format!("{name}Fact"), format!("{name}-fact")],
        };
        names.retain(|new| new != name);
        let url = at.as_str().strip_suffix(&format!("/variables{}", Pointer::root().key(name))).map(|server| {
            let url = Pointer::from_text(server).key("url");
            let text = self.tree.at(&url).and_then(Node::as_text);
            (url, text.unwrap_or_default())
        });
        let follow = |new: &String| {
            let mut edits = match way.as_slice() {
                [components, section, _] if components == "components" => self.names.follow(section, name, new),
                _ => Vec::new(),
            };
            edits.extend(required(at, self.tree, Some(new)));
            edits.extend(url.iter().map(|(url, text)| {
                Edit::Put(url.clone(), Node::Text(text.replace(&format!("{{{name}}}"), &format!("{{{new}}}"))))
            }));
            edits.push(Edit::Rename(at.clone(), new.clone()));
            edits
        };
        let candidates = names.iter().map(follow).collect();
        self.say(at, prose, Change::Renamed, candidates);
    }
}

/// Whether a keyword is a method of HTTP, with an operation under it.
fn is_operation(row: Option<&Keyword>) -> bool {
    row.is_some_and(|row| matches!(row.value, Value::Object(Kind::Operation)))
}

/// Whether the media type at a pointer is one of JSON.
fn is_json(media: &Pointer) -> bool {
    let media = media.tokens().last().unwrap_or_default().to_ascii_lowercase();
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// Takes something away; a property also from the list of those that are required.
fn removal(at: &Pointer, tree: &Node) -> Vec<Edit> {
    let mut edits = required(at, tree, None);
    edits.push(Edit::Remove(at.clone()));
    edits
}

/// What becomes of the entry of `required` for the property at a pointer.
fn required(at: &Pointer, tree: &Node, new: Option<&String>) -> Vec<Edit> {
    let mut way: Vec<String> = at.tokens().collect();
    let (name, properties) = (way.pop(), way.pop());
    let (Some(name), Some("properties")) = (name, properties.as_deref()) else {
        return Vec::new();
    };
    let schema = way.iter().try_fold(tree, |node, token| node.step(token));
    let entries = schema.and_then(|schema| schema.step("required")).and_then(Node::as_list).unwrap_or_default();
    let Some(index) = entries.iter().position(|entry| entry.as_text() == Some(&name)) else {
        return Vec::new();
    };
    let entry = way.iter().fold(Pointer::root(), |pointer, token| pointer.key(token)).key("required").index(index);
    vec![match new {
        Some(new) => Edit::Put(entry, Node::Text(new.clone())),
        None => Edit::Remove(entry),
    }]
}
