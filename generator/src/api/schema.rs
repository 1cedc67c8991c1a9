//! Schemas: the arena of types, and the shapes that a type can have.

use std::ops::Index;

use super::{Choice, Docs, Enumeration, Limits, Literal, Pattern, Range, Status};
use crate::source::Pointer;

/// The index of a [`Type`] in [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(u32);

/// The arena of all types of an API.
#[derive(Clone, Debug, Default)]
pub struct Types(Vec<Type>);

impl Types {
    /// Adds a type.
    pub fn push(&mut self, ty: Type) -> TypeId {
        let id = self.next_id();
        self.0.push(ty);
        id
    }

    /// Puts another type in the place of one, for example of a forward reference.
    pub fn replace(&mut self, id: TypeId, ty: Type) {
        self.0[id.0 as usize] = ty;
    }

    /// The id that the next [`push`](Self::push) will give.
    ///
    /// # Panics
    ///
    /// With more than `u32::MAX` types, which no document that fits into memory holds.
    pub fn next_id(&self) -> TypeId {
        TypeId(u32::try_from(self.0.len()).expect("a document in memory holds fewer than 2^32 schemas"))
    }

    /// All types with their ids, in the order of their addition.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        (0u32..).map(TypeId).zip(&self.0)
    }

    /// How many types there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Index<TypeId> for Types {
    type Output = Type;

    fn index(&self, id: TypeId) -> &Type {
        &self.0[id.0 as usize]
    }
}

/// One schema.
#[derive(Clone, Debug)]
pub struct Type {
    /// What it is called, or where it stands.
    pub name: Name,
    /// What values it takes.
    pub shape: Shape,
    /// What the document says about it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// `default` of the schema itself.
    pub default: Option<Literal>,
    /// The format of a scalar that is more than its base type, also where it is not known, for the docs.
    pub format: Option<String>,
    /// Where it stands in the document.
    pub at: Pointer,
}

impl Type {
    /// Whether it is a key of `components/schemas`.
    pub fn is_declared(&self) -> bool {
        matches!(self.name, Name::Declared(_))
    }
}

/// How a type is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// A key of `components/schemas`.
    Declared(String),
    /// A schema written in place.
    Inline {
        /// What it is written in.
        within: Owner,
        /// Where in that.
        step: Step,
    },
}

/// What an inline schema is written in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// Another schema.
    Type(TypeId),
    /// The operation with this id ([`Operation::id`](super::Operation::id)).
    Operation(String),
    /// What the operations of this path template share.
    Path(String),
    /// A parameter, header, request body or reply that `components` declares under this name. Where a step asks for
    /// a status, [`Status::Default`] stands, because a declared reply has none of its own.
    Component(Component, String),
}

/// What `components` declares, apart from schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// A member of `components/parameters`.
    Parameter,
    /// A member of `components/headers`.
    Header,
    /// A member of `components/requestBodies`.
    Body,
    /// A member of `components/responses`.
    Reply,
}

/// The step from an owner to an inline schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A property of an object.
    Property(String),
    /// The items of a list.
    Items,
    /// The values of a map.
    Values,
    /// The keys of a map (`x-propertyNames`).
    Keys,
    /// The null-or-this around a schema: the owner is the schema that is not null.
    Nullable,
    /// The reference itself: the owner is what it refers to.
    Reference,
    /// A member of `allOf`, `oneOf` or `anyOf`, and what it is called where it says so.
    Member(usize, Option<String>),
    /// The objects among the alternatives of the owner, all that fit of them.
    Together,
    /// What the owner, which a discriminator makes a choice of its children, says itself.
    Base,
    /// What is sent of the owner, where that is not what is received.
    Input,
    /// A parameter.
    Parameter(String),
    /// The request body of this media type.
    Body(String),
    /// The body of a reply.
    Reply(Status),
    /// A header of a reply.
    Header(Status, String),
}

/// What values a type takes.
#[derive(Clone, Debug)]
pub enum Shape {
    /// One text, number or truth value.
    Scalar(Scalar),
    /// An object with named properties.
    Object(Object),
    /// A closed list of values in the document; open in what we make of it.
    Enumeration(Enumeration),
    /// One of several types.
    Choice(Choice),
    /// An array.
    List(List),
    /// An object whose properties are data.
    Map(Map),
    /// `null`, or the other type. Never of a `Nullable`.
    Nullable(TypeId),
    /// The other type under a name or with docs of its own.
    Alias(TypeId),
    /// `null` alone.
    Null,
    /// Any JSON value.
    Any,
}

impl Shape {
    /// Whether it is one with parts of its own, which needs a name wherever it stands.
    pub fn has_parts(&self) -> bool {
        matches!(self, Self::Object(_) | Self::Enumeration(_) | Self::Choice(_))
    }
}

/// One text, number or truth value.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// `type: boolean`; the one value that `enum` allows, where it allows one alone.
    Boolean(Option<bool>),
    /// `type: integer`.
    Integer(IntegerFormat, Range),
    /// `type: number`.
    Number(Range),
    /// `type: string`.
    Text(Text),
}

/// The width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerFormat {
    /// `format: int32`.
    Int32,
    /// `format: int64`, no format, or one that is not known.
    Int64,
    /// `format: uint32`.
    Uint32,
    /// `format: uint64`, or a range beyond the signed one.
    Uint64,
    /// A range beyond both.
    Int128,
}

impl IntegerFormat {
    /// The lowest and the highest value.
    pub fn range(self) -> (i128, i128) {
        match self {
            Self::Int32 => (i32::MIN.into(), i32::MAX.into()),
            Self::Int64 => (i64::MIN.into(), i64::MAX.into()),
            Self::Uint32 => (0, u32::MAX.into()),
            Self::Uint64 => (0, u64::MAX.into()),
            Self::Int128 => (i128::MIN, i128::MAX),
        }
    }
}

/// A text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// What it spells.
    pub format: TextFormat,
    /// `minLength` and `maxLength`, in Unicode code points.
    pub length: Limits,
    /// `pattern`; several where several members of `allOf` state one.
    pub patterns: Vec<Pattern>,
}

/// What a text spells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextFormat {
    /// No format, or one that stays text.
    #[default]
    Plain,
    /// `format: date-time`.
    DateTime,
    /// `format: date`.
    Date,
    /// `format: byte`: base64.
    Base64,
}

/// An object with named properties.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The properties, in the order of the document.
    pub fields: Vec<Field>,
    /// What may stand beside them.
    pub rest: Rest,
    /// `minProperties` and `maxProperties`.
    pub count: Limits,
}

/// A property.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: TypeId,
    /// Whether `required` names it.
    pub required: bool,
    /// Which way it travels.
    pub access: Access,
    /// `default`.
    pub default: Option<Literal>,
    /// What the document says about it here; where it says nothing, the docs of the type stand.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// Which way a property travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// Both ways.
    #[default]
    ReadWrite,
    /// `readOnly`: only received.
    ReadOnly,
    /// `writeOnly`: only sent.
    WriteOnly,
}

/// What may stand beside the named properties of an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Rest {
    /// The document does not say: whatever comes is left in the raw body.
    #[default]
    Unstated,
    /// `additionalProperties: true` or `{}`: any value is kept.
    Any,
    /// `additionalProperties: false`.
    Closed,
    /// `additionalProperties` with a schema.
    Typed(TypeId),
}

/// An array.
#[derive(Clone, Debug)]
pub struct List {
    /// The type of its items.
    pub items: TypeId,
    /// `minItems` and `maxItems`.
    pub count: Limits,
    /// `uniqueItems`.
    pub unique: bool,
}

/// An object whose properties are data.
#[derive(Clone, Debug)]
pub struct Map {
    /// `x-propertyNames`, where it is stated.
    pub keys: Option<TypeId>,
    /// The type of its values.
    pub values: TypeId,
    /// `minProperties` and `maxProperties`.
    pub count: Limits,
}
