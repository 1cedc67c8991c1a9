//! Schemas: from one schema of the document to one type, and the schemas within it to others.

use openapiv3::{Schema, SchemaData};

use super::combinator::Member;
use super::context::{Lowering, RUST_NAME};
use super::docs;
use super::keywords::{Keywords, SchemaRef};
use super::kind::Kind;
use super::literal;
use super::whole::{Part, Whole};
use crate::api::{Docs, Literal, Name, Owner, Shape, Step, Type, TypeId};
use crate::diagnostic::lower::{combined, schema as mistake};
use crate::parse::carried::DEFAULT;
use crate::source::Pointer;

/// How many schemas may stand each within the one before. Real documents stay below 20.
pub(super) const DEEPEST: usize = 60;

/// What a schema says apart from what values it takes.
#[derive(Default)]
pub(super) struct Said {
    pub(super) docs: Docs,
    deprecated: bool,
    default: Option<(Literal, Pointer)>,
    pub(super) nullable: bool,
}

impl<'a> Lowering<'a> {
    /// The type of a schema that is written in place, or referred to in place.
    pub(super) fn schema(&mut self, schema: SchemaRef<'_>, pointer: &Pointer, within: &Owner, step: Step) -> TypeId {
        let name = Name::Inline { within: within.clone(), step };
        match schema {
            SchemaRef::Reference(reference) => self.referred(reference, pointer, name),
            SchemaRef::Item(item) => match self.known.get(pointer) {
                Some(&id) if !self.reserved.contains_key(pointer) => id,
                _ => self.inline(item, pointer, name),
            },
        }
    }

    fn inline(&mut self, schema: &Schema, pointer: &Pointer, name: Name) -> TypeId {
        let reserved = self.reserved.remove(pointer).and_then(|_| self.known.get(pointer).copied());
        let id = match reserved {
            Some(id) => id,
            None => match transparent(schema) {
                Some(member) if self.may_see_through(schema, member.schema, &name) => {
                    let Name::Inline { within, step } = name else { return self.placeholder(name, pointer) };
                    return self.schema(member.schema, &member.within(pointer), &within, step);
                }
                _ => self.placeholder(name.clone(), pointer),
            },
        };
        self.known.insert(pointer.clone(), id);
        self.fill(id, schema, pointer, name);
        id
    }

    /// Whether what the wrapper around a schema says is kept by who holds it.
    fn may_see_through(&self, schema: &Schema, member: SchemaRef<'_>, name: &Name) -> bool {
        self.depth < DEEPEST
            && (!Keywords::of(schema).nullable || self.takes_null(member))
            && matches!(name, Name::Inline { step: Step::Property(_) | Step::Parameter(_) | Step::Header(..), .. })
    }

    /// Puts what a schema says in the place of a placeholder.
    pub(super) fn fill(&mut self, id: TypeId, schema: &Schema, pointer: &Pointer, name: Name) {
        self.fill_under(id, schema, pointer, name, Said::default());
    }

    fn fill_under(&mut self, id: TypeId, schema: &Schema, pointer: &Pointer, name: Name, outer: Said) {
        if self.depth >= DEEPEST {
            let place = self.key(pointer);
            return self.say(mistake::too_deep(place, DEEPEST));
        }
        self.depth += 1;
        let keywords = Keywords::of(schema);
        let outer_takes_null = outer.nullable;
        let mut said = outer.over(self.said(&schema.schema_data, &keywords, pointer, &name));
        self.null_of_wrapper(schema, &keywords, outer_takes_null, pointer);
        for (within, words) in keywords.words() {
            let more = self.said(words, &keywords, &pointer.join(&within), &name);
            said = said.over(more);
        }
        for (index, member) in keywords.all_of.iter().enumerate() {
            if let Some(member) = member.as_item() {
                let at = pointer.key("allOf").index(index);
                let Said { docs, deprecated, default, nullable: _ } =
                    self.said(&member.schema_data, &Keywords::of(member), &at, &name);
                said = Said {
                    docs: docs::and(said.docs, docs),
                    deprecated: said.deprecated || deprecated,
                    default: said.default.or(default),
                    nullable: said.nullable,
                };
            }
        }
        let wrapped = self.wrapped(&keywords).filter(|member| !self.is_child(&name, pointer, member));
        if let Some(member) = wrapped {
            if let Some(ty) = keywords.ty {
                let place = self.key(&pointer.key("type"));
                self.say(combined::type_twice(place, ty));
            }
            let at = member.within(pointer);
            match member.schema {
                SchemaRef::Item(inner) => self.fill_under(id, inner, &at, name, said),
                reference @ SchemaRef::Reference(_) => self.fill_wrapper(id, reference, &at, name, said),
            }
        } else {
            let parts = self.parts(schema, pointer);
            self.fill_whole(id, parts, pointer, name, said);
        }
        self.depth -= 1;
    }

    /// A schema that is nothing but a reference and words around it.
    fn fill_wrapper(&mut self, id: TypeId, member: SchemaRef<'_>, pointer: &Pointer, name: Name, said: Said) {
        let nullable = said.nullable && !self.takes_null(member);
        let target = self.schema(member, pointer, &Owner::Type(id), Step::Member(0, None));
        let shape = if nullable { Shape::Nullable(target) } else { Shape::Alias(target) };
        let name = match name {
            Name::Inline { .. } if nullable => Name::Inline { within: Owner::Type(target), step: Step::Nullable },
            name => name,
        };
        let at = self.types[id].at.clone();
        self.put(
            id,
            Type { name, shape, docs: said.docs, deprecated: said.deprecated, default: None, format: None, at },
            said.default,
        );
    }

    /// Puts what parts say together in the place of a placeholder.
    pub(super) fn fill_whole<'k>(&mut self, id: TypeId, parts: Vec<Part<'k>>, pointer: &Pointer, name: Name, said: Said)
    where
        'a: 'k,
    {
        let whole = self.whole(parts);
        self.implied_types(&whole);
        let null_in_choice = whole.choices().into_iter().any(|choice| self.choice_takes_null(choice));
        let nullable = said.nullable || whole.is_nullable() || null_in_choice;
        self.nulls(&whole, nullable, null_in_choice);
        let is_null = |part: &Part<'_>| part.keywords.is_null_alone();
        let nullable = nullable && !whole.parts.iter().any(is_null);
        let holder = if nullable { self.placeholder(name.clone(), pointer) } else { id };
        let shape = self.shape(&whole, holder, &name);
        let said = if let Shape::Enumeration(_) = shape { self.words_of_members(&whole, said, &name) } else { said };
        let scalar = matches!(shape, Shape::Scalar(_) | Shape::Enumeration(_));
        let format = whole.format().map(str::to_owned).filter(|_| scalar);
        let at = self.types[id].at.clone();
        let Said { docs, deprecated, default, .. } = said;
        let ty = Type { name, shape, docs, deprecated, default: None, format, at: at.clone() };
        if nullable {
            self.types.replace(holder, ty);
            let name = Name::Inline { within: Owner::Type(holder), step: Step::Nullable };
            let shape = Shape::Nullable(holder);
            let outer = Type { name, shape, docs: Docs::default(), deprecated, default: None, format: None, at };
            self.put(id, outer, default);
        } else {
            self.put(id, ty, default);
        }
    }

    /// What the alternatives say that an enumeration is made of. Of an alternative that is a single value, the value itself
    /// says the title and the description.
    fn words_of_members(&mut self, whole: &Whole<'_>, mut said: Said, name: &Name) -> Said {
        for (member, pointer) in whole.choices().iter().flat_map(|choice| whole.members(*choice)) {
            let SchemaRef::Item(schema) = member else { continue };
            let keywords = Keywords::of(schema);
            let mut inner = self.said(&schema.schema_data, &keywords, &pointer, name);
            if keywords.enumeration.len() == 1 {
                inner.docs = Docs { summary: None, description: None, ..inner.docs };
            }
            if std::mem::take(&mut inner.deprecated) {
                let which = keywords.enumeration.iter().map(literal::shown).collect::<Vec<_>>().join(", ");
                let which = if which.is_empty() { "another text".to_owned() } else { which };
                let words = Docs { description: Some(format!("Deprecated: {which}.")), ..Docs::default() };
                inner.docs = docs::and(inner.docs, words);
            }
            inner.nullable = false;
            said = said.over(inner);
        }
        said
    }

    fn put(&mut self, id: TypeId, mut ty: Type, default: Option<(Literal, Pointer)>) {
        if let Some((literal, pointer)) = default {
            ty.default = Some(literal);
            self.defaults.push((id, pointer));
        }
        self.types.replace(id, ty);
    }

    fn shape<'k>(&mut self, whole: &Whole<'k>, id: TypeId, name: &Name) -> Shape
    where
        'a: 'k,
    {
        for part in whole.parts.iter().filter(|part| part.keywords.not.is_some()) {
            let place = self.key(&part.pointer.key("not"));
            self.say(combined::not(place));
        }
        match whole.choices().first() {
            Some(choice) => self.choice(whole, *choice, id, name),
            None if matches!(name, Name::Declared(_)) => self.base(whole, id).unwrap_or_else(|| self.plain(whole, id)),
            None => self.plain(whole, id),
        }
    }

    /// The shape of other parts in the place of these.
    pub(super) fn shape_of<'k>(&mut self, parts: Vec<Part<'k>>, id: TypeId, name: &Name) -> Shape
    where
        'a: 'k,
    {
        let whole = self.whole(parts);
        self.shape(&whole, id, name)
    }

    /// The shape of what states no alternatives.
    pub(super) fn plain<'k>(&mut self, whole: &Whole<'k>, id: TypeId) -> Shape
    where
        'a: 'k,
    {
        self.misplaced(whole);
        if let Some(shape) = self.enumeration(whole) {
            return shape;
        }
        match whole.kind {
            Kind::Boolean | Kind::Integer | Kind::Number | Kind::Text => self.scalar(whole),
            Kind::Object => self.object(whole, id),
            Kind::List => self.list(whole, id),
            Kind::Any => Shape::Any,
        }
    }

    /// Reports keywords that mean nothing for values of this kind. Those of a declared part are reported where it is
    /// declared.
    fn misplaced(&mut self, whole: &Whole<'_>) {
        let kind = whole.kind;
        let base = if kind == Kind::Integer { "number" } else { kind.word() };
        for (_, part) in self.judged(whole) {
            for (keyword, stated, meant) in part.keywords.limits() {
                if stated && meant != base {
                    self.say_misplaced(keyword, kind, meant, &part.pointer);
                }
            }
            if !part.keywords.required.is_empty() && kind != Kind::Object {
                self.say_misplaced("required", kind, "object", &part.pointer);
            }
            let scalar = matches!(kind, Kind::Integer | Kind::Number | Kind::Text);
            if part.keywords.format.is_some() && !scalar {
                self.say_misplaced("format", kind, "string or number", &part.pointer);
            }
        }
    }

    fn say_misplaced(&mut self, keyword: &str, kind: Kind, meant: &str, pointer: &Pointer) {
        let place = self.key(&pointer.key(keyword));
        self.say(match kind {
            Kind::Any => mistake::keyword_without_type(place, keyword, meant),
            _ => mistake::misplaced(place, keyword, kind.what()),
        });
    }

    /// What a schema says besides its values, and reports what of that has no meaning here.
    pub(super) fn said(&mut self, data: &SchemaData, keywords: &Keywords<'_>, pointer: &Pointer, name: &Name) -> Said {
        let SchemaData {
            nullable: _, // in the keywords
            read_only,
            write_only,
            deprecated,
            external_docs: _, // in the docs, as are the next three
            example: _,
            title: _,
            description: _,
            discriminator: _, // a combinator
            default,
            extensions, // others are read where they have a meaning
        } = data;
        let in_property =
            matches!(name, Name::Declared(_) | Name::Inline { step: Step::Property(_) | Step::Member(..), .. });
        for (keyword, stated) in [("readOnly", read_only), ("writeOnly", write_only)] {
            if *stated && !in_property {
                let place = self.key(&pointer.key(keyword));
                self.say(mistake::access_outside_property(place, keyword));
            }
        }
        self.asked_name(extensions.iter(), pointer);
        let docs = docs::of_schema(data);
        self.long_example(docs.examples.first(), &pointer.key("example"));
        let carried = literal::carried(DEFAULT, extensions.iter()).and_then(literal::of_text);
        let default = carried.or_else(|| default.as_ref().map(literal::literal));
        let default = default.map(|literal| (literal, pointer.key("default")));
        Said { docs, deprecated: *deprecated, default, nullable: keywords.nullable }
    }
}

impl Said {
    /// What a wrapper says goes before what is wrapped says.
    pub(super) fn over(self, inner: Self) -> Self {
        Self {
            docs: docs::and(self.docs, inner.docs),
            deprecated: self.deprecated || inner.deprecated,
            default: self.default.or(inner.default),
            nullable: self.nullable || inner.nullable,
        }
    }
}

/// The reference that a schema is, and the keyword that holds it, where what else it says is kept by the property or
/// parameter that it stands at.
fn transparent(schema: &Schema) -> Option<Member<'_>> {
    let has_default = |data: &SchemaData| data.default.is_some() || data.extensions.contains_key(DEFAULT);
    let keywords = Keywords::of(schema);
    let silent = !has_default(&schema.schema_data)
        && !keywords.words().any(|(_, words)| has_default(words))
        && keywords.ty.is_none()
        && !schema.schema_data.extensions.contains_key(RUST_NAME)
        && keywords.discriminator.is_none();
    keywords.only_member().filter(|member| silent && matches!(member.schema, SchemaRef::Reference(_)))
}
