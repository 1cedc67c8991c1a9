use super::{check, schemas};

#[test]
fn objects_and_scalars() {
    check(
        &schemas(
            r"
Pet:
  type: object
  description: A pet.
  required: [id, name]
  properties:
    id: {type: integer, minimum: 1, maximum: 10, exclusiveMaximum: true, readOnly: true}
    name: {type: string, minLength: 1, maxLength: 32, pattern: '^\w+$', description: What it is called.}
    born: {type: string, format: date-time, nullable: true}
    weight: {type: number, format: float, minimum: 0.5, multipleOf: 0.25}
    tags: {type: array, items: {type: string}, maxItems: 3, deprecated: true}
    color: {$ref: '#/components/schemas/Color'}
    data: {type: string, format: byte}
    day: {type: string, format: date, writeOnly: true}
    good: {type: boolean, default: true}
    code: {type: string, format: x-code, example: abc}
    big: {type: integer, format: uint64}
Color: {type: string, enum: [red, green], x-enum-varnames: [Rot, Grün], x-enum-descriptions: [like blood, like grass]}
",
        ),
        r#"
Pet: object // A pet.
  id!: i64 >=1 <10 read-only
  name!: string(1..=32) /^[0-9A-Za-z_]+$/ // What it is called.
  born: date-time<date-time>?
  weight: number >=0.5 *0.25<float>
  tags: [string](..=3) deprecated
  color: Color
  data: base64<byte>
  day: date<date> write-only
  good: boolean = true
  code: string<x-code> // e.g. "abc"
  big: u64<uint64>
Color: enum
  "red" as Rot // like blood
  "green" as Grün // like grass
"#,
    );
}

#[test]
fn maps_and_rests() {
    check(
        &schemas(
            r"
Free: {type: object}
Typed: {type: object, additionalProperties: {type: integer}, maxProperties: 4, x-propertyNames: {$ref: '#/components/schemas/Key'}}
Key: {type: string, enum: [A]}
Closed: {type: object, additionalProperties: false}
Open: {properties: {a: {}}, additionalProperties: {}}
Both: {properties: {a: {}}, additionalProperties: {type: object, properties: {b: {type: string}}}}
",
        ),
        r#"
Free: {any}
Typed: {Key: i64}(..=4)
Key: enum
  "A"
Closed: object closed
Open: object ..any
  a: any
Both: object ..Both{}
  a: any
Both{}: object
  b: string
note implied-type at /components/schemas/Open: the schema does not say of which type its values are (its keywords are about one type, so it is read as `type: object`)
note implied-type at /components/schemas/Both: the schema does not say of which type its values are (its keywords are about one type, so it is read as `type: object`)
"#,
    );
}

#[test]
fn null_in_all_its_forms() {
    check(
        &schemas(
            r"
Name: {type: string, nullable: true}
Other: {type: object, properties: {a: {type: string}}}
Holder:
  type: object
  properties:
    plain: {$ref: '#/components/schemas/Other'}
    beside: {nullable: true, description: Here., allOf: [{$ref: '#/components/schemas/Other'}]}
    already: {nullable: true, allOf: [{$ref: '#/components/schemas/Name'}]}
    wrapped: {description: There., allOf: [{$ref: '#/components/schemas/Other'}]}
    listed: {type: string, enum: [a, null]}
    old: {type: string, x-nullable: true}
Wrapper: {nullable: true, allOf: [{$ref: '#/components/schemas/Other'}]}
Single: {allOf: [{type: object, description: Inner., properties: {b: {type: string}}}]}
",
        ),
        r#"
Other: object
  a: string
Holder: object
  plain: Other
  beside: Other? // Here.
  already: Name?
  wrapped: Other // There.
  listed: Holder.listed?
  old: string?
Wrapper: Other?
Single: object // Inner.
  b: string
Name: string
Holder.listed: enum
  "a"
note enumerated-null at /components/schemas/Holder/properties/listed/enum/1: `enum` lists null, and the schema is not `nullable` (null is taken as a value)
"#,
    );
}

#[test]
fn references_of_all_kinds() {
    check(
        &schemas(
            r"
A: {type: object, properties: {b: {type: object, properties: {c: {type: string}}}, again: {$ref: '#/components/schemas/A'}}}
Middle: {type: array, items: {$ref: '#/components/schemas/A/properties/b'}}
Name: {$ref: '#/components/schemas/A'}
Odd/~ name: {type: string}
Escaped: {type: array, items: {$ref: '#/components/schemas/Odd~1~0%20name'}}
",
        ),
        r"
A: object
  b: A_b
  again: A
Middle: [A_b]
Name: =A
Odd/~ name: string
Escaped: [Odd/~ name]
A_b: object
  c: string
",
    );
}

#[test]
fn members_that_are_words_alone() {
    check(
        &schemas(
            r"
Holder:
  type: object
  properties:
    told: {allOf: [{$ref: '#/components/schemas/Other'}, {description: Here., readOnly: true}]}
    null: {allOf: [{$ref: '#/components/schemas/Other'}, {nullable: true, deprecated: true}]}
    red: {allOf: [{$ref: '#/components/schemas/Other'}, {default: a}]}
Other: {type: string, enum: [a]}
",
        ),
        r#"
Holder: object
  told: Other read-only // Here.
  null: Other? deprecated
  red: =Other = "a"
Other: enum
  "a"
"#,
    );
}

#[test]
fn objects_are_merged() {
    check(
        &schemas(
            r"
Dog:
  description: A dog.
  allOf:
  - $ref: '#/components/schemas/Pet'
  - type: object
    title: A member.
    required: [bark, name]
    properties: {bark: {type: object, properties: {loud: {type: boolean}}}, id: {type: string}}
Pet:
  type: object
  required: [id]
  properties: {id: {type: integer}, name: {type: string}, home: {type: object, properties: {street: {type: string}}}}
Puppy: {nullable: true, allOf: [{$ref: '#/components/schemas/Dog'}], properties: {age: {type: integer}}}
Odd: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: string}]}
Self: {allOf: [{$ref: '#/components/schemas/Self'}, {properties: {a: {type: string}}}]}
",
        ),
        r"
Dog: object // A member. // A dog.
  id!: string
  name!: string
  home: Pet.home
  bark!: Dog.bark
Pet: object
  id!: i64
  name: string
  home: Pet.home
Odd: string
Self: object
  a: string
Pet.home: object
  street: string
Dog.bark: object
  loud: boolean
Puppy: object
  id!: string
  name!: string
  home: Pet.home
  bark!: Dog.bark
  age: i64
warning all-of at /components/schemas/Dog/allOf/1/properties/id: `allOf` asks for an integer and for a string at once, which no value is (values are taken as this one says)
note implied-type at /components/schemas/Puppy: the schema does not say of which type its values are (its keywords are about one type, so it is read as `type: object`)
warning all-of at /components/schemas/Odd/allOf/1: `allOf` asks for an object and for a string at once, which no value is (values are taken as this one says)
warning all-of at /components/schemas/Self/allOf/0: the schema leads back to itself through `allOf` (it is ignored)
note implied-type at /components/schemas/Self/allOf/1: the schema does not say of which type its values are (its keywords are about one type, so it is read as `type: object`)
",
    );
}
