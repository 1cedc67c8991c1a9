//! The keywords of one schema, whichever of its kinds `openapiv3` took it for.

use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, Discriminator, IntegerType, NumberType, ObjectType,
    ReferenceOr, Schema, SchemaData, SchemaKind, StringType, VariantOrUnknownOrEmpty,
};
use serde_json::Value;

use super::literal;
use crate::api::{Literal, Number};
use crate::parse::carried;

/// A schema, or a reference to one, however `openapiv3` boxes it.
#[derive(Clone, Copy)]
pub(super) enum SchemaRef<'a> {
    Reference(&'a str),
    Item(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema),
        }
    }
}

/// What a schema says about values.
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a keyword of the document")]
pub(super) struct Keywords<'a> {
    pub(super) ty: Option<&'a str>,
    pub(super) format: Option<String>,
    pub(super) pattern: Option<&'a str>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) minimum: Option<Number>,
    pub(super) maximum: Option<Number>,
    pub(super) exclusive_minimum: bool,
    pub(super) exclusive_maximum: bool,
    pub(super) multiple_of: Option<Number>,
    pub(super) properties: Vec<(&'a str, SchemaRef<'a>)>,
    pub(super) required: &'a [String],
    pub(super) additional_properties: Option<&'a AdditionalProperties>,
    pub(super) min_properties: Option<u64>,
    pub(super) max_properties: Option<u64>,
    pub(super) items: Option<SchemaRef<'a>>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) unique_items: bool,
    pub(super) enumeration: Vec<Literal>,
    pub(super) one_of: &'a [ReferenceOr<Schema>],
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) any_of: &'a [ReferenceOr<Schema>],
    pub(super) not: Option<&'a ReferenceOr<Schema>>,
    pub(super) discriminator: Option<&'a Discriminator>,
    pub(super) nullable: bool,
}

impl<'a> Keywords<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut keywords = Self::plainly(schema);
        keywords.nullable |= keywords.words().any(|(_, words)| words.nullable)
            || (keywords.one_of.iter().chain(keywords.any_of))
                .filter_map(ReferenceOr::as_item)
                .any(|member| Self::plainly(member).is_null_alone());
        keywords
    }

    /// The same, without a look at its members.
    pub(super) fn plainly(schema: &'a Schema) -> Self {
        let Schema { schema_data, schema_kind } = schema;
        let mut keywords = match schema_kind {
            SchemaKind::Type(openapiv3::Type::String(text)) => of_text(text),
            SchemaKind::Type(openapiv3::Type::Number(number)) => of_number(number),
            SchemaKind::Type(openapiv3::Type::Integer(integer)) => of_integer(integer),
            SchemaKind::Type(openapiv3::Type::Object(object)) => of_object(object),
            SchemaKind::Type(openapiv3::Type::Array(array)) => of_array(array),
            SchemaKind::Type(openapiv3::Type::Boolean(boolean)) => of_boolean(boolean),
            SchemaKind::OneOf { one_of } => Self { one_of, ..Self::default() },
            SchemaKind::AllOf { all_of } => Self { all_of, ..Self::default() },
            SchemaKind::AnyOf { any_of } => Self { any_of, ..Self::default() },
            SchemaKind::Not { not } => Self { not: Some(not), ..Self::default() },
            SchemaKind::Any(any) => of_any(any),
        };
        keywords.add(schema_data);
        keywords
    }

    fn add(&mut self, data: &'a SchemaData) {
        self.discriminator = data.discriminator.as_ref();
        if let Some(Value::Array(texts)) = data.extensions.get(carried::ENUM) {
            let texts = texts.iter().filter_map(Value::as_str);
            self.enumeration = texts.filter_map(literal::of_text).collect();
        }
        let has_null = self.enumeration.contains(&Literal::Null);
        self.nullable = has_null || is_stated_nullable(data);
        // What openapiv3 has no room for travels beside it, as decimal text.
        for (slot, key) in [
            (&mut self.minimum, carried::MINIMUM),
            (&mut self.maximum, carried::MAXIMUM),
            (&mut self.multiple_of, carried::MULTIPLE_OF),
        ] {
            if let Some(Value::String(digits)) = data.extensions.get(key) {
                *slot = digits.parse().ok().map(Number::Integer).or(*slot);
            }
        }
    }

    /// Whether the schema says `nullable`, and not only by a null among the values of `enum`.
    pub(super) fn states_nullable(&self, schema: &Schema) -> bool {
        is_stated_nullable(&schema.schema_data) || self.words().any(|(_, words)| words.nullable)
    }

    /// Whether it says nothing about values, apart from members of `allOf`, `oneOf`, `anyOf`, and from `type`.
    pub(super) fn is_bare(&self) -> bool {
        self.format.is_none()
            && self.pattern.is_none()
            && self.enumeration.is_empty()
            && self.limits().iter().all(|(_, stated, _)| !stated)
            && self.properties.is_empty()
            && self.required.is_empty()
            && self.additional_properties.is_none()
            && self.items.is_none()
            && self.not.is_none()
    }

    /// Whether it says nothing about values but of which type they are. Choices that were taken out do not count.
    pub(super) fn says_nothing_but_kind(&self) -> bool {
        self.is_bare() && !self.has_choice()
    }

    /// Whether it says nothing about values at all.
    pub(super) fn says_nothing(&self) -> bool {
        self.says_nothing_but_kind() && self.ty.is_none()
    }

    /// Whether null is the only value.
    pub(super) fn is_null_alone(&self) -> bool {
        !self.enumeration.is_empty() && self.enumeration.iter().all(|value| *value == Literal::Null)
    }

    /// Whether it states alternatives.
    pub(super) fn has_choice(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }

    /// The keywords that mean something for one type alone: the keyword, whether it is stated, and the type.
    pub(super) fn limits(&self) -> [(&'static str, bool, &'static str); 16] {
        [
            ("pattern", self.pattern.is_some(), "string"),
            ("minLength", self.min_length.is_some(), "string"),
            ("maxLength", self.max_length.is_some(), "string"),
            ("minimum", self.minimum.is_some(), "number"),
            ("maximum", self.maximum.is_some(), "number"),
            ("exclusiveMinimum", self.exclusive_minimum, "number"),
            ("exclusiveMaximum", self.exclusive_maximum, "number"),
            ("multipleOf", self.multiple_of.is_some(), "number"),
            ("minItems", self.min_items.is_some(), "array"),
            ("maxItems", self.max_items.is_some(), "array"),
            ("uniqueItems", self.unique_items, "array"),
            ("items", self.items.is_some(), "array"),
            ("minProperties", self.min_properties.is_some(), "object"),
            ("maxProperties", self.max_properties.is_some(), "object"),
            ("properties", !self.properties.is_empty(), "object"),
            ("additionalProperties", self.additional_properties.is_some(), "object"),
        ]
    }
}

fn is_stated_nullable(data: &SchemaData) -> bool {
    data.nullable || data.extensions.get("x-nullable") == Some(&Value::Bool(true))
}

fn count(value: Option<usize>) -> Option<u64> {
    value.map(|value| value as u64)
}

fn word<T>(format: &VariantOrUnknownOrEmpty<T>, known: impl Fn(&T) -> &'static str) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(format) => Some(known(format).to_owned()),
        VariantOrUnknownOrEmpty::Unknown(format) => Some(format.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

fn values<T>(values: &[Option<T>], literal: impl Fn(&T) -> Literal) -> Vec<Literal> {
    values.iter().map(|value| value.as_ref().map_or(Literal::Null, &literal)).collect()
}

fn of_text(text: &StringType) -> Keywords<'_> {
    let StringType { format, pattern, enumeration, min_length, max_length } = text;
    Keywords {
        ty: Some("string"),
        format: word(format, |format| match format {
            openapiv3::StringFormat::Date => "date",
            openapiv3::StringFormat::DateTime => "date-time",
            openapiv3::StringFormat::Password => "password",
            openapiv3::StringFormat::Byte => "byte",
            openapiv3::StringFormat::Binary => "binary",
        }),
        pattern: pattern.as_deref(),
        enumeration: values(enumeration, |value| Literal::Text(value.clone())),
        min_length: count(*min_length),
        max_length: count(*max_length),
        ..Keywords::default()
    }
}

fn of_number(number: &NumberType) -> Keywords<'_> {
    let NumberType { format, multiple_of, exclusive_minimum, exclusive_maximum, minimum, maximum, enumeration } =
        number;
    Keywords {
        ty: Some("number"),
        format: word(format, |format| match format {
            openapiv3::NumberFormat::Float => "float",
            openapiv3::NumberFormat::Double => "double",
        }),
        multiple_of: multiple_of.map(literal::number),
        exclusive_minimum: *exclusive_minimum,
        exclusive_maximum: *exclusive_maximum,
        minimum: minimum.map(literal::number),
        maximum: maximum.map(literal::number),
        enumeration: values(enumeration, |value| Literal::Number(literal::number(*value))),
        ..Keywords::default()
    }
}

fn of_integer(integer: &IntegerType) -> Keywords<'_> {
    let IntegerType { format, multiple_of, exclusive_minimum, exclusive_maximum, minimum, maximum, enumeration } =
        integer;
    let whole = |value: i64| Number::Integer(value.into());
    Keywords {
        ty: Some("integer"),
        format: word(format, |format| match format {
            openapiv3::IntegerFormat::Int32 => "int32",
            openapiv3::IntegerFormat::Int64 => "int64",
        }),
        multiple_of: multiple_of.map(whole),
        exclusive_minimum: *exclusive_minimum,
        exclusive_maximum: *exclusive_maximum,
        minimum: minimum.map(whole),
        maximum: maximum.map(whole),
        enumeration: values(enumeration, |value| Literal::Number(whole(*value))),
        ..Keywords::default()
    }
}

fn of_object(object: &ObjectType) -> Keywords<'_> {
    let ObjectType { properties, required, additional_properties, min_properties, max_properties } = object;
    Keywords {
        ty: Some("object"),
        properties: properties.iter().map(|(name, schema)| (name.as_str(), schema.into())).collect(),
        required,
        additional_properties: additional_properties.as_ref(),
        min_properties: count(*min_properties),
        max_properties: count(*max_properties),
        ..Keywords::default()
    }
}

fn of_array(array: &ArrayType) -> Keywords<'_> {
    let ArrayType { items, min_items, max_items, unique_items } = array;
    Keywords {
        ty: Some("array"),
        items: items.as_ref().map(Into::into),
        min_items: count(*min_items),
        max_items: count(*max_items),
        unique_items: *unique_items,
        ..Keywords::default()
    }
}

fn of_boolean(boolean: &BooleanType) -> Keywords<'_> {
    let BooleanType { enumeration } = boolean;
    Keywords {
        ty: Some("boolean"),
        enumeration: values(enumeration, |value| Literal::Boolean(*value)),
        ..Keywords::default()
    }
}

#[rustfmt::skip]
fn of_any(any: &AnySchema) -> Keywords<'_> {
    let AnySchema {
        typ, pattern, multiple_of, exclusive_minimum, exclusive_maximum, minimum, maximum, properties, required,
        additional_properties, min_properties, max_properties, items, min_items, max_items, unique_items, enumeration,
        format, min_length, max_length, one_of, all_of, any_of, not,
    } = any;
    Keywords {
        ty: typ.as_deref(),
        format: format.clone(),
        pattern: pattern.as_deref(),
        min_length: count(*min_length),
        max_length: count(*max_length),
        minimum: minimum.map(literal::number),
        maximum: maximum.map(literal::number),
        exclusive_minimum: *exclusive_minimum == Some(true),
        exclusive_maximum: *exclusive_maximum == Some(true),
        multiple_of: multiple_of.map(literal::number),
        properties: properties.iter().map(|(name, schema)| (name.as_str(), schema.into())).collect(),
        required,
        additional_properties: additional_properties.as_ref(),
        min_properties: count(*min_properties),
        max_properties: count(*max_properties),
        items: items.as_ref().map(Into::into),
        min_items: count(*min_items),
        max_items: count(*max_items),
        unique_items: *unique_items == Some(true),
        enumeration: enumeration.iter().map(literal::literal).collect(),
        one_of, all_of, any_of,
        not: not.as_deref(),
        discriminator: None,
        nullable: false,
    }
}
