use super::{check, paths, schemas};

#[test]
fn combinators() {
    check(
        &schemas(
            r"
One: {oneOf: [{type: string}, {type: integer}]}
Any: {type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
All: {allOf: [{type: string}, {maxLength: 3}]}
Not: {type: string, not: {enum: [a]}}
Single: {oneOf: [{$ref: '#/components/schemas/Not'}]}
Told: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
",
        ),
        r"
One: one of
  Text: string
  Integer: i64
Any: object
  a: string
All: string(..=3)
Not: string
Single: =Not
Told: object
  kind: string
warning conditions at /components/schemas/Any/anyOf: the members of `anyOf` say no more than what must stand beside each other (that is not checked)
note implied-type at /components/schemas/All/allOf/1: the schema does not say of which type its values are (its keywords are about one type, so it is read as `type: string`)
warning not at /components/schemas/Not/not: `not` is not honoured (values are not checked against it)
warning discriminator at /components/schemas/Told/discriminator: the discriminator `kind` has no schemas to tell apart (it is a property like others; `oneOf` lists schemas, and so does a `mapping`, and schemas whose `allOf` refers to this one count)
",
    );
}

#[test]
fn enumerations_and_bounds() {
    check(
        &schemas(
            r"
Numbers: {type: integer, enum: [1, 2]}
Mixed: {enum: [a, 1]}
Twice: {type: string, enum: [a, b, a], maxLength: 4}
Words: {type: string, enum: [a, b], x-enum-varnames: [A]}
Wrong: {type: integer, minLength: 3, minimum: 5, maximum: 4}
Reach: {type: array, items: {}, minItems: 3, maxItems: 2}
Unknown: {type: object, required: [nmae, nmae], properties: {name: {type: string, pattern: '(?=a)'}}}
Untyped: {maxLength: 3}
Bare: {type: array}
",
        ),
        r#"
Numbers: enum
  1
  2
Mixed: enum
  "a"
  1
Twice: enum
  "a"
  "b"
Words: enum
  "a"
  "b"
Wrong: i64
Reach: [any]
Unknown: object
  name: string
Untyped: any
Bare: [any]
warning beside-enumeration at /components/schemas/Twice/maxLength: `maxLength` beside `enum` is not checked (the values of the enumeration say what is meant)
warning enumerated-twice at /components/schemas/Twice/enum/2: the value "a" is enumerated before (it is ignored)
warning enumeration-words at /components/schemas/Words/x-enum-varnames: `x-enum-varnames` does not go with `enum` (it is ignored; state 2 strings, or an object with values as keys)
warning misplaced-keyword at /components/schemas/Wrong/minLength: `minLength` says nothing about an integer (it is ignored)
warning empty-range at /components/schemas/Wrong/minimum: nothing lies between `minimum: 5` and `maximum: 4` (neither is checked)
warning empty-range at /components/schemas/Reach/minItems: nothing lies between `minItems: 3` and `maxItems: 2` (neither is checked)
warning required-unknown at /components/schemas/Unknown/required/0: `required` names `nmae`, which is not among the properties (did you mean `name`? it is ignored)
note required-twice at /components/schemas/Unknown/required/1: `required` names `nmae` twice (once is enough)
warning pattern at /components/schemas/Unknown/properties/name/pattern: the pattern uses look-ahead, which cannot be checked here (texts are not checked against it)
warning keyword-without-type at /components/schemas/Untyped/maxLength: `maxLength` stands in a schema that does not say of which type its values are (state the type (string); any JSON value stands in)
warning no-items at /components/schemas/Bare: the array does not say what its items are (any JSON value stands in; state `items: {}` if that is meant)
"#,
    );
}

#[test]
fn defaults() {
    check(
        &schemas(
            r"
Holder:
  type: object
  properties:
    good: {type: integer, format: int32, default: 7}
    wide: {type: integer, format: uint64, default: 18446744073709551615}
    color: {default: blue, allOf: [{$ref: '#/components/schemas/Color'}]}
    red: {default: red, allOf: [{$ref: '#/components/schemas/Color'}]}
    text: {type: string, default: 5}
    null: {type: string, default: null}
    maybe: {type: string, nullable: true, default: null}
    list: {type: array, items: {type: integer}, default: [1, x]}
    far: {type: integer, format: int32, default: 3000000000}
Color: {type: string, enum: [red, green]}
",
        ),
        r#"
Holder: object
  good: i32<int32> = 7
  wide: u64<uint64> = 18446744073709551615
  color: =Color
  red: =Color = "red"
  text: string
  null: string
  maybe: string? = null
  list: [i64]
  far: i32<int32>
Color: enum
  "red"
  "green"
warning default at /components/schemas/Holder/properties/color/default: the default "blue" is no value of its schema: it is none of the values of the enumeration (it is ignored)
warning default at /components/schemas/Holder/properties/text/default: the default 5 is no value of its schema: the type is a string (it is ignored)
warning default at /components/schemas/Holder/properties/null/default: the default null is no value of its schema: the type does not take null (it is ignored)
warning default at /components/schemas/Holder/properties/list/default: the default an array is no value of its schema: the type is an integer (it is ignored)
warning default at /components/schemas/Holder/properties/far/default: the default 3000000000 is no value of its schema: it is out of the range of the type (it is ignored)
"#,
    );
}

#[test]
fn exact_numbers() {
    check(
        &schemas(
            r"
Wide: {type: integer, minimum: -170141183460469231731687303715884105728, maximum: 18446744073709551616}
Exact: {type: integer, maximum: 9007199254740993, default: 9007199254740993}
Far: {default: 18446744073709551616, type: number}
",
        ),
        r"
Wide: i128 >=-170141183460469231731687303715884105728 <=18446744073709551616
Exact: i64 <=9007199254740993 = 9007199254740993
Far: number = 18446744073709551616
",
    );
}

#[test]
fn names_that_mean_themselves() {
    check(
        &schemas("A: {allOf: [{$ref: '#/components/schemas/A'}], nullable: true}"),
        "error circular-reference at /components/schemas/A: this schema is nothing but itself: /components/schemas/A → /components/schemas/A (let one of them say what it is)",
    );
}

/// A schema within so many others, each made by `wrap` of the one within.
fn nested(depth: usize, wrap: impl Fn(&str) -> String) -> String {
    let schema = (0..depth).fold("{type: string}".to_owned(), |schema, _| wrap(&schema));
    schemas(&format!("Deep: {schema}"))
}

#[test]
fn deep_schemas_are_refused() {
    let list = |schema: &str| format!("{{type: array, items: {schema}}}");
    assert!(!super::run(&nested(50, list)).contains("error"));
    let found = super::run(&nested(70, list));
    assert!(found.contains("error too-deep at /components/schemas/Deep/items/items"), "{found}");
    let merged =
        |schema: &str| format!("{{allOf: [{{properties: {{a: {schema}}}}}, {{properties: {{b: {{type: string}}}}}}]}}");
    assert!(!super::run(&nested(25, merged)).contains("error"));
}

#[test]
fn paths_and_parameters() {
    check(
        &paths(
            r"
/a/{b}/{c}:
  get:
    parameters:
    - {name: b, in: path, required: true, schema: {type: string}}
    - {name: d, in: path, required: true, schema: {type: string}}
    - {name: q, in: query, schema: {type: object, properties: {x: {type: string}}}, style: deepObject}
    - {name: s, in: query, schema: {type: string}, allowReserved: true}
    - {name: j, in: query, content: {application/json: {schema: {type: string}}}}
    - {name: k, in: cookie, required: true, schema: {type: string}}
    - {name: Authorization, in: header, schema: {type: string}}
    - {name: s, in: query, schema: {type: integer}}
    responses: {200: {description: ''}}
/a/{x}/{c}:
  get: {operationId: same, parameters: [{name: x, in: path, required: true, schema: {type: string}}, {name: c, in: path, required: true, schema: {type: string}}], responses: {200: {description: ''}}}
/e#f:
  get: {operationId: same, responses: {200: {description: ''}}}
",
            "",
        ),
        r#"
getAByBByC() Parameter("q"): object
  x: string
getAByBByC = GET /a/{b}/{c}
  Path b!: string Commas
  Query q: getAByBByC() Parameter("q") Repeated
  Query s: string Repeated
  Query j: string Repeated
  Path c!: string Commas
  Code(200)
same = GET /a/{x}/{c}
  Path x!: string Commas
  Path c!: string Commas
  Code(200)
getEF = GET /e
  Code(200)
note same-path at /paths/~1a~1{x}~1{c}: this path is the same as `/a/{b}/{c}`, but for the names of its variables (both are kept)
note no-operation-id at /paths/~1a~1{b}~1{c}/get: the operation has no `operationId` (it is called `getAByBByC`, after its method and path)
warning operation-id-twice at /paths/~1e#f/get/operationId: another operation is called `same` (this one is called `getEF`, after its method and path)
warning style at /paths/~1a~1{b}~1{c}/get/parameters/2/style: `style: deepObject` is not honoured (`form` stands in)
warning query-permission at /paths/~1a~1{b}~1{c}/get/parameters/3/allowReserved: `allowReserved` is not honoured (reserved characters are percent-encoded)
warning content-of-parameter at /paths/~1a~1{b}~1{c}/get/parameters/4/content: a parameter with `content` (application/json) is not honoured (a string stands in, which is sent as it stands)
warning cookie at /paths/~1a~1{b}~1{c}/get/parameters/5: the required cookie parameter `k` is not honoured (calls are made without it; a header of the call can carry it)
note reserved-header at /paths/~1a~1{b}~1{c}/get/parameters/6: OpenAPI ignores a header parameter called `Authorization` (media types and security schemes say what is sent there)
warning parameter-twice at /paths/~1a~1{b}~1{c}/get/parameters/7: the parameter `s` is declared before (this one is ignored)
warning unused-variable at /paths/~1a~1{b}~1{c}/get/parameters/1: the path `/a/{b}/{c}` has no `{d}` (the parameter is left out)
warning undeclared-variable at /paths/~1a~1{b}~1{c}: no path parameter declares `{c}` (a string stands in)
warning path-with-fragment at /paths/~1e#f: a path has no fragment, so `#f` cannot be sent (the path in front of it is sent)
"#,
    );
}

#[test]
fn bodies_and_replies() {
    check(
        &paths(
            r"
/a:
  post:
    operationId: a
    requestBody: {content: {application/xml: {}, application/json: {schema: {type: string}}}}
    responses:
      200: {description: '', content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
      201: {description: '', content: {image/png: {schema: {type: string, format: binary}}}}
      202: {description: '', content: {text/csv: {schema: {type: string, maxLength: 3}}}}
      203: {description: '', headers: {Content-Type: {schema: {type: string}}, A: {schema: {type: string}}, a: {schema: {type: string}}}}
",
            "security: [{missing: []}]\ncomponents: {securitySchemes: {messing: {type: http, scheme: basic}}, responses: {Unused: {description: ''}}}\nservers: [{url: 'https://{a}', variables: {a: {default: x, enum: [y]}, c: {default: z}}}, {url: /}]",
        ),
        r#"
server https://{a}
  a = x of ["y"]
  c = z of []
server /
scheme messing: Http("basic")
a = POST /a
  body: application/json string
  Code(200): application/x-www-form-urlencoded bytes
  Code(201): image/png bytes
  Code(202): text/csv text
  Code(203)
    A: string
warning other-media-type at /paths/~1a/post/requestBody/content/application~1xml: `application/xml` is not honoured beside `application/json` (`application/json` is what is asked for and sent)
warning media-type at /paths/~1a/post/responses/200/content/application~1x-www-form-urlencoded: bodies of `application/x-www-form-urlencoded` are not understood (the body is taken as bytes)
warning schema-of-text at /paths/~1a/post/responses/202/content/text~1csv/schema: the schema of a `text/csv` body is not honoured (the body is taken as text)
note content-type-header at /paths/~1a/post/responses/203/headers/Content-Type: OpenAPI ignores a declared `content-type` header (the media types of `content` say it)
warning header-twice at /paths/~1a/post/responses/203/headers/a: the header `a` is declared before: case does not matter (this one is ignored)
warning undeclared-scheme at /security/0/missing: the security scheme `missing` is not declared in `components/securitySchemes` (did you mean `messing`? this way to authorise a call is left out)
note unused-component at /components/responses/Unused: nothing refers to `Unused` of `components/responses` (nothing is generated for it)
warning server-default at /servers/0/variables/a/default: the default "x" is none of the values of the server variable (it is taken all the same; the values are y)
warning unused-server-variable at /servers/0/variables/c: the url of the server has no `{c}` (the variable has no effect)
"#,
    );
}

#[test]
fn server_variables_are_declared() {
    check(
        &paths("{}", "servers: [{url: 'https://{regin}', variables: {region: {default: x}}}]"),
        r"
warning unused-server-variable at /servers/0/variables/region: the url of the server has no `{region}` (the variable has no effect)
warning undeclared-server-variable at /servers/0: `{regin}` is not among the variables of the server (the server is left out; did you mean `region`?)
",
    );
}
