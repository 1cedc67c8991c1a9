//! One test for each fixup.

use openapiv3::{ReferenceOr, SchemaKind, Type};
use serde_json::json;

use super::{check, position, run, schema, with_schemas};
use crate::parse::carried;
use crate::source::On;

#[test]
fn nullable_beside_a_reference_is_kept() {
    let text =
        with_schemas("    A: {type: string}\n    B:\n      nullable: true\n      $ref: '#/components/schemas/A'\n");
    let (document, said) = run(&text);
    assert_eq!(said, Vec::<String>::new());
    let document = document.expect("nothing is wrong");
    let b = schema(&document, "B");
    assert!(b.schema_data.nullable);
    let reference = ReferenceOr::ref_("#/components/schemas/A");
    assert_eq!(b.schema_kind, SchemaKind::AllOf { all_of: vec![reference] });
    assert_eq!(position(&document, &text, "/components/schemas/B/nullable", On::Key), (8, 7));
    assert_eq!(position(&document, &text, "/components/schemas/B/allOf/0/$ref", On::Value), (9, 13));
    assert_eq!(position(&document, &text, "/components/schemas/B/allOf", On::Key), (9, 7));
}

#[test]
fn siblings_join_an_all_of() {
    let text = with_schemas("    A: {}\n    B: {$ref: '#/components/schemas/A', allOf: [{title: x}, {title: y}]}\n");
    let document = run(&text).0.expect("nothing is wrong");
    let SchemaKind::AllOf { all_of } = &schema(&document, "B").schema_kind else { panic!("B is an allOf") };
    assert_eq!(all_of.len(), 3);
    assert_eq!(position(&document, &text, "/components/schemas/B/allOf/2/title", On::Value), (7, 69));
}

#[test]
fn keywords_of_newer_versions_are_said() {
    let text = with_schemas(
        "    A:\n      type: string\n      const: a\n    B: {type: [string, 'null']}\n    C: {type: [string, integer]}\n    D: {type: integer, exclusiveMinimum: 0}\n",
    );
    let (document, said) = run(&text);
    assert_eq!(
        said,
        [
            "8:7 warning newer-keyword: `const` is a keyword of OpenAPI 3.1, and this document is of 3.0 / any value of the type is taken",
            "9:9 warning newer-form: an array of types belongs to OpenAPI 3.1, and this document is of 3.0 / it is read as `type: string` with `nullable: true`",
            "10:9 warning newer-form: an array of types belongs to OpenAPI 3.1, and this document is of 3.0 / any value is taken",
            "11:24 warning newer-form: a number as `exclusiveMinimum` belongs to OpenAPI 3.1, and this document is of 3.0 / it is honoured",
        ]
    );
    let document = document.expect("warnings do not stop");
    assert!(schema(&document, "B").schema_data.nullable);
    let SchemaKind::Type(Type::Integer(integer)) = &schema(&document, "D").schema_kind else { panic!("D is typed") };
    assert_eq!((integer.minimum, integer.exclusive_minimum), (Some(0), true));
    assert_eq!(position(&document, &text, "/components/schemas/D/minimum", On::Value), (11, 42));
}

#[test]
fn integers_keep_their_digits() {
    let yaml = with_schemas(
        "    A: {type: integer, maximum: 18446744073709551616, minimum: 9007199254740993, default: 170141183460469231731687303715884105727}\n    B: {type: integer, enum: [1, 18446744073709551615]}\n    C: {nullable: true, default: null}\n",
    );
    let json = r#"{"openapi": "3.0.3", "info": {"title": "a", "version": "1"}, "paths": {}, "components": {"schemas": {
        "A": {"type": "integer", "maximum": 18446744073709551616, "minimum": 9007199254740993, "default": 170141183460469231731687303715884105727},
        "B": {"type": "integer", "enum": [1, 18446744073709551615]},
        "C": {"nullable": true, "default": null}}}}"#;
    for text in [&yaml, json] {
        let (document, said) = run(text);
        assert_eq!(said, Vec::<String>::new());
        let document = document.expect("nothing is wrong");
        let a = schema(&document, "A");
        assert_eq!(a.schema_data.extensions[carried::MAXIMUM], json!("18446744073709551616"));
        assert_eq!(a.schema_data.extensions[carried::MINIMUM], json!("9007199254740993"));
        assert_eq!(a.schema_data.extensions[carried::DEFAULT], json!("170141183460469231731687303715884105727"));
        assert_eq!(a.schema_data.default, None);
        let SchemaKind::Type(Type::Integer(integer)) = &a.schema_kind else { panic!("A is typed") };
        assert_eq!((integer.minimum, integer.maximum), (Some(9_007_199_254_740_993), None));
        let b = schema(&document, "B");
        assert_eq!(b.schema_data.extensions[carried::ENUM], json!(["1", "18446744073709551615"]));
        assert_eq!(schema(&document, "C").schema_data.extensions[carried::DEFAULT], json!("null"));
        let pointer = format!("/components/schemas/A/{}", carried::MAXIMUM);
        let keyword = "/components/schemas/A/maximum";
        assert_eq!(position(&document, text, &pointer, On::Value), position(&document, text, keyword, On::Value));
    }
}

#[test]
fn what_no_number_holds_is_said() {
    let text = with_schemas(
        "    A: {type: integer, maximum: 1701411834604692317316873037158841057270}\n    B: {type: string, maxLength: 18446744073709551616, minLength: 2.0}\n    C: {example: .inf}\n    D: {x-trueform-minimum: '1'}\n",
    );
    check(
        &text,
        &[
            "6:33 warning integer-too-large: this integer is beyond 128 bits / it is taken as the nearest floating-point number",
            "7:34 warning count-too-large: `maxLength` is beyond what can be counted / it bounds nothing",
            "8:18 warning no-json-number: JSON has no infinite number, and none that is not a number / it is taken as null",
            "9:9 error reserved-extension: `x-trueform-minimum` is reserved for trueform itself / choose a name that does not begin with `x-trueform-`",
        ],
    );
}

#[test]
fn nulls_and_flags_of_other_dialects_give_way() {
    let text =
        with_schemas("    A:\n      description:\n      properties: {b: {type: string, required: true}, c: null}\n");
    check(
        &text,
        &[
            "7:18 warning null-value: `description` is null / it is taken as empty or absent",
            "8:38 warning misplaced-required: `required: true` has no meaning on a schema / the object that holds the property lists it in its own `required`, an array; this one has no effect",
            "8:58 warning null-value: a schema is null / it is taken as empty or absent",
        ],
    );
}

#[test]
fn references_into_the_middle_get_a_name() {
    let text = with_schemas(
        "    Pet: {type: object, properties: {owner: {type: string}, friend: {$ref: '#/components/schemas/Pet/properties/owner'}}}\n    Owner: {$ref: '#/components/schemas/Pet/properties/owner'}\n",
    );
    let (document, said) = run(&text);
    assert_eq!(said, Vec::<String>::new());
    let document = document.expect("nothing is wrong");
    let named = ReferenceOr::ref_("#/components/schemas/Pet_owner");
    let SchemaKind::Type(Type::Object(pet)) = &schema(&document, "Pet").schema_kind else { panic!("Pet is an object") };
    assert_eq!([&pet.properties["owner"], &pet.properties["friend"]], [&named, &named]);
    let place = position(&document, &text, "/components/schemas/Pet_owner/type", On::Value);
    assert_eq!(place, (6, 52));
}

#[test]
fn references_where_none_may_stand_are_copied() {
    let text = "openapi: 3.0.3
info: {title: a, version: '1'}
paths:
  /a:
    get: &get
      parameters: [{$ref: '#/paths/~1b/get/parameters/0'}]
      responses: {$ref: '#/components/responses'}
  /b:
    get:
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {'200': {description: ok}}
  /c: {$ref: '#/paths/~1b'}
components: {responses: {'200': {description: ok}}}
";
    let (_, said) = run(text);
    assert_eq!(said, Vec::<String>::new());
    let document = run(text).0.expect("nothing is wrong");
    let get = |path: &str| {
        let item = document.openapi.paths.paths[path].as_item().expect("it is no reference");
        item.get.clone().expect("it has a get")
    };
    assert_eq!(get("/a").parameters, get("/b").parameters);
    assert_eq!(get("/a").responses, get("/b").responses);
    assert_eq!(get("/c"), get("/b"));
    assert_eq!(position(&document, text, "/paths/~1c/get/responses", On::Key), (11, 7));
}

#[test]
fn parameters_and_paths_are_mended() {
    let text = "openapi: 3.0.3
info: {title: a, version: '1'}
paths:
  a:
    get:
      parameters: [{name: q, in: query, style: simple, schema: {}, content: {}}]
      responses: {}
";
    check(
        text,
        &[
            "4:3 warning path-without-slash: the path `a` does not begin with a slash / it is read as `/a`",
            "6:48 warning misplaced-style: `style: simple` has no meaning there / it is taken as `form`",
            "6:68 warning content-beside-schema: `content` has no effect beside `schema` / the schema is what is honoured",
        ],
    );
    assert!(run(text).0.expect("warnings do not stop").openapi.paths.paths.contains_key("/a"));
}

#[test]
fn what_was_meant_is_taken() {
    let text = with_schemas(
        "    A: {type: object, properties: []}\n    B: {type: string, enum: [1.10, 2, x]}\n    C: {type: integer, minimum: 1.0}\n",
    );
    check(
        &text,
        &[
            "6:35 warning empty-array: `properties` is an empty array, where an object is expected / it is taken as an empty object",
            "7:30 warning unquoted-text: `1.10` is no string as it stands / it is taken as the string \"1.10\"; quotes would say so",
            "7:36 warning unquoted-text: `2` is no string as it stands / it is taken as the string \"2\"; quotes would say so",
        ],
    );
    let document = run(&text).0.expect("warnings do not stop");
    let SchemaKind::Type(Type::Integer(integer)) = &schema(&document, "C").schema_kind else { panic!("C is typed") };
    assert_eq!(integer.minimum, Some(1));
}
