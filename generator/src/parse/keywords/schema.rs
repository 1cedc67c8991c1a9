//! The rows of schemas.

use super::row::Value::{
    Any, Boolean, BooleanOrSchema, Count, List, Map, Number, Object, Referable, Text, Words,
};
use super::row::{Keyword, Kind, Standing, Value, may, must, newer, unhonoured};

const SUBSCHEMA: Value = Referable(Kind::Schema);

pub(super) const SCHEMA: &[Keyword] = &[
    may(
        "type",
        Words(&["array", "boolean", "integer", "number", "object", "string"]),
    ),
    may("format", Text),
    may("description", Text),
    may("properties", Map(&SUBSCHEMA)),
    may("required", List(&Text)),
    may("items", SUBSCHEMA),
    may("enum", List(&Any)),
    may("example", Any),
    may("nullable", Boolean),
    may("title", Text),
    may("default", Any),
    may("allOf", List(&SUBSCHEMA)),
    may("oneOf", List(&SUBSCHEMA)),
    may("anyOf", List(&SUBSCHEMA)),
    may("not", SUBSCHEMA),
    may("additionalProperties", BooleanOrSchema),
    may("minimum", Number),
    may("maximum", Number),
    may("exclusiveMinimum", Boolean),
    may("exclusiveMaximum", Boolean),
    may("multipleOf", Number),
    may("minLength", Count),
    may("maxLength", Count),
    may("pattern", Text),
    may("minItems", Count),
    may("maxItems", Count),
    may("uniqueItems", Boolean),
    may("minProperties", Count),
    may("maxProperties", Count),
    may("readOnly", Boolean),
    may("writeOnly", Boolean),
    may("deprecated", Boolean),
    may("discriminator", Object(Kind::Discriminator)),
    may("externalDocs", Object(Kind::ExternalDocumentation)),
    unhonoured("xml", Object(Kind::Xml), "XML bodies are taken as bytes"),
    newer("const", "any value of the type is taken"),
    newer(
        "examples",
        "they are left out of the docs; `example` is not",
    ),
    newer("if", "any value of the type is taken"),
    newer("then", "any value of the type is taken"),
    newer("else", "any value of the type is taken"),
    newer("prefixItems", "items are taken as `items` says"),
    newer("contains", "any item of the type is taken"),
    newer("minContains", "any number of items is taken"),
    newer("maxContains", "any number of items is taken"),
    newer(
        "patternProperties",
        "properties are taken as `additionalProperties` says",
    ),
    newer(
        "propertyNames",
        "any key is taken; `x-propertyNames` is honoured",
    ),
    newer(
        "dependentRequired",
        "properties are required as `required` says",
    ),
    newer("dependentSchemas", "any value of the type is taken"),
    newer("unevaluatedItems", "items are taken as `items` says"),
    newer(
        "unevaluatedProperties",
        "properties are taken as `additionalProperties` says",
    ),
    newer(
        "contentEncoding",
        "the string is taken as it is; `format: byte` is honoured",
    ),
    newer("contentMediaType", "the string is taken as it is"),
    newer("contentSchema", "the string is taken as it is"),
    Keyword {
        name: "$defs",
        value: Map(&SUBSCHEMA),
        required: false,
        standing: Standing::Newer("they can be referred to all the same"),
    },
    newer("$schema", "the schema is read as one of OpenAPI 3.0"),
    newer("$vocabulary", "the schema is read as one of OpenAPI 3.0"),
    newer("$id", "references are resolved against the document"),
    newer("$anchor", "references are resolved by JSON pointer"),
    newer("$dynamicRef", "any value is taken"),
    newer("$dynamicAnchor", "references are resolved by JSON pointer"),
    newer(
        "$comment",
        "it is left out of the docs; `description` is not",
    ),
];

pub(super) const DISCRIMINATOR: &[Keyword] =
    &[must("propertyName", Text), may("mapping", Map(&Text))];

pub(super) const XML: &[Keyword] = &[
    may("name", Text),
    may("namespace", Text),
    may("prefix", Text),
    may("attribute", Boolean),
    may("wrapped", Boolean),
];
