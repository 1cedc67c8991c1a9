//! Documents of any size that hold a bit of everything.

use std::fmt::Write;

/// A document with so many schemas: of ten, seven objects, two enumerations and an alias of a list; and an operation for
/// every ten. Schemas refer to others all over the document, as they do in real ones.
pub(crate) fn document(schemas: u32) -> String {
    let mut text = String::from("openapi: 3.0.3\ninfo: {title: Synthetic, version: '1'}\npaths:\n");
    for index in (0..schemas).step_by(10) {
        operation(&mut text, index, schemas);
    }
    text.push_str("components:\n  schemas:\n");
    for index in 0..schemas {
        match index % 10 {
            3 | 7 => enumeration(&mut text, index),
            9 => list(&mut text, index, schemas),
            _ => object(&mut text, index, schemas),
        }
    }
    text
}

/// Some schema whose index ends with this digit.
fn other(index: u32, step: u32, digit: u32, schemas: u32) -> u32 {
    (index * 7 + step * 1_310) % schemas / 10 * 10 + digit
}

fn operation(text: &mut String, index: u32, schemas: u32) {
    let body = other(index, 1, 1, schemas);
    let _ = write!(
        text,
        "  /things{index}/{{thingId}}:
    post:
      operationId: UpdateThing{index}
      summary: Change a thing
      description: Changes the thing that was made before, and answers with what has become of it.
      tags: [things]
      parameters:
        - {{name: thingId, in: path, required: true, description: Which thing., schema: {{type: string, minLength: 1}}}}
        - {{name: limit, in: query, description: At most so many., schema: {{type: integer, format: int32, maximum: 100}}}}
        - {{name: fields, in: query, schema: {{type: array, items: {{type: string}}}}}}
        - {{name: if-match, in: header, description: The version that is meant., schema: {{type: string}}}}
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/Schema{body}'}}}}}}
      responses:
        '200':
          description: The thing was changed.
          headers: {{etag: {{description: The new version., schema: {{type: string}}}}}}
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Schema{index}'}}}}}}
        '404':
          description: There is no such thing.
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Schema0'}}}}}}
        default:
          description: Something went wrong.
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Schema0'}}}}}}
"
    );
}

fn object(text: &mut String, index: u32, schemas: u32) {
    let [one, two, kind] = [(1, 1), (2, 2), (3, 3)].map(|(step, digit)| other(index, step, digit, schemas));
    let _ = write!(
        text,
        "    Schema{index}:
      type: object
      description: >-
        What is known about a thing of kind {index}. It is made by the service, which keeps it until nobody asks for it
        any more, and then for another thirty days.
      required: [id, kind, created_at]
      properties:
        id: {{type: string, minLength: 1, maxLength: 64, description: What the service calls the thing.}}
        kind: {{$ref: '#/components/schemas/Schema{kind}'}}
        created_at: {{type: string, format: date-time, description: When the thing was made.}}
        displayName: {{type: string, pattern: '^[a-z][a-z0-9-]*$', description: What people call the thing.}}
        size: {{type: integer, format: int64, minimum: 0, description: The size in bytes.}}
        ratio: {{type: number, nullable: true, description: How much of it is in use. Null where nobody knows.}}
        parent: {{$ref: '#/components/schemas/Schema{one}'}}
        parts: {{type: array, maxItems: 50, items: {{$ref: '#/components/schemas/Schema{two}'}}}}
        labels: {{type: object, additionalProperties: {{type: string}}, description: Words that people put on it.}}
        place: {{type: object, description: Where it lies., properties: {{row: {{type: integer}}, shelf: {{type: string}}}}}}
"
    );
}

fn enumeration(text: &mut String, index: u32) {
    let _ = writeln!(
        text,
        "    Schema{index}: {{type: string, description: A kind of things., enum: [ACTIVE, INACTIVE, IN_PROGRESS, FAILED, \
         DELETED]}}"
    );
}

fn list(text: &mut String, index: u32, schemas: u32) {
    let item = other(index, 4, 4, schemas);
    let _ = writeln!(
        text,
        "    Schema{index}: {{type: array, description: Some things., items: {{$ref: '#/components/schemas/Schema{item}'}}}}"
    );
}
