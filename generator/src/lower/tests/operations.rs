use super::{check, paths};

#[test]
fn an_operation_with_everything() {
    check(
        &paths(
            r"
/pets/{id}.json:
  description: A pet.
  parameters:
  - {name: id, in: path, required: true, schema: {type: string}}
  - {name: verbose, in: query, schema: {type: boolean}}
  get:
    operationId: getPet
    summary: Gets it.
    tags: [pets]
    parameters:
    - {name: verbose, in: query, schema: {type: string}, description: Mine.}
    - {name: tags, in: query, schema: {type: array, items: {type: string}}, explode: false}
    - {name: more, in: query, schema: {type: array, items: {type: string}}}
    - {name: X-Id, in: header, schema: {type: integer, default: 5}, deprecated: true}
    security: [{key: []}, {token: [read]}, {}]
    responses:
      200:
        description: Here.
        headers:
          etag: {schema: {type: string}, description: Its tag.}
          retry-after: {schema: {type: integer}, required: true}
        content:
          application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {a: 1}}
      4XX: {$ref: '#/components/responses/Failed'}
      default: {$ref: '#/components/responses/Failed'}
  put:
    operationId: putPet
    requestBody: {required: true, description: New., content: {application/merge-patch+json; charset=utf-8: {schema: {type: object, properties: {b: {type: string}}}}}}
    security: []
    responses: {204: {description: Done.}, 400: {description: Bad., content: {text/plain: {}}}}
",
            r"
security: [{key: []}]
servers: [{url: 'https://{region}.example.com', description: Main., variables: {region: {default: a, enum: [a, b]}}}]
components:
  schemas: {Pet: {type: object, properties: {a: {type: integer}}}}
  responses: {Failed: {description: Failed., content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: Bearer, bearerFormat: JWT}
",
        ),
        r#"
server https://{region}.example.com // Main.
  region = a of ["a", "b"]
scheme key: ApiKey(Header, "X-Key")
scheme token: Http("bearer") // Format of the token: JWT.
Pet: object
  a: i64
Reply Failed Reply(Default): object
  code: string
putPet() Body("application/merge-patch+json; charset=utf-8"): object
  b: string
getPet = GET /pets/{id}.json // Gets it. // A pet.
  tags ["pets"]
  security (key[]) or (token["read"]) or ()
  Query verbose: string Repeated // Mine.
  Query tags: [string] Commas
  Query more: [string] Repeated
  Header X-Id: i64 Commas deprecated = 5
  Path id!: string Commas
  Code(200): application/json Pet // Here. // e.g. {"a":1}
    etag: string // Its tag.
    retry-after!: i64
  Range(4): application/json Reply Failed Reply(Default) // Failed.
  Default: application/json Reply Failed Reply(Default) // Failed.
putPet = PUT /pets/{id}.json // A pet.
  security ()
  Path id!: string Commas
  Query verbose: boolean Repeated
  body!: application/merge-patch+json; charset=utf-8 putPet() Body("application/merge-patch+json; charset=utf-8") // New.
  Code(204) // Done.
  Code(400): text/plain text // Bad.
"#,
    );
}
