//! Documents with a mark at each place where a document can put a text of its own.

use serde_json::{Map, Value};

/// A document with marks, `‹place=benign text›` at each place, and its settings, with the same.
pub(crate) struct Marked {
    pub(crate) document: &'static str,
    pub(crate) settings: Option<&'static str>,
}

pub(crate) const ALL: &[Marked] = &[
    Marked { document: INFO, settings: None },
    Marked { document: SCHEMAS, settings: None },
    Marked { document: ENUMERATIONS, settings: None },
    Marked { document: OPERATION, settings: None },
    Marked { document: REPLIES, settings: None },
    Marked { document: SECURITY, settings: None },
    Marked { document: SETTLED, settings: Some(SETTINGS) },
];

pub(crate) const INFO: &str = "
openapi: 3.0.3
info:
  title: ‹title=Pets›
  version: ‹version=1›
  description: ‹description of the API=Pets.›
  termsOfService: ‹terms of service=https://a.test/t›
  contact: {name: ‹name of the contact=A›, url: ‹url of the contact=https://a.test/c›, email: ‹mail of the contact=a@a.test›}
  license: {name: ‹name of the licence=MIT›, url: ‹url of the licence=https://a.test/l›}
  x-own: {a: ‹extension value=a›}
  ‹extension key=x-key›: 1
externalDocs: {url: ‹url of the documentation=https://a.test/d›, description: ‹words on the documentation=More.›}
servers:
- url: 'https://a.test/‹server url=v1›/{‹server variable=region›}'
  description: ‹words on the server=Here.›
  variables:
    ‹server variable=region›: {default: ‹default of a server variable=eu›, enum: [‹default of a server variable=eu›, ‹value of a server variable=us›], description: ‹words on a server variable=Where.›}
tags: [{name: ‹tag=pets›, description: ‹words on a tag=All pets.›}]
paths: {}
";

pub(crate) const SCHEMAS: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    ‹schema=Pet one›:
      title: ‹title of a schema=A pet›
      description: ‹description of a schema=A pet.›
      type: object
      required: [‹property=pet name›]
      properties:
        ‹property=pet name›: {type: string, description: ‹description of a property=Its name.›, example: ‹example of a property=Rex›, pattern: '‹pattern=^a›'}
        of it: {type: array, items: {type: string, description: ‹description of an item=One.›}}
        by key: {type: object, additionalProperties: {type: string, description: ‹description of a value=One.›}}
        inside: {type: object, properties: {‹inner property=a b›: {type: string}}}
        fallback: {type: string, default: ‹default of a string=a b›}
        fallbacks: {type: array, items: {type: string}, default: [‹default of an item=a b›]}
        anything: {default: {a: ‹default of any value=a b›}}
        form: {type: string, format: ‹format=a-b›}
      externalDocs: {url: ‹url on a schema=https://a.test/s›, description: ‹words on the url of a schema=More.›}
    Renamed: {type: object, x-rust-name: ‹x-rust-name=Other›, properties: {a: {type: string}}}
    Chosen:
      oneOf: [{$ref: '#/components/schemas/Renamed'}, {type: string}]
      discriminator: {propertyName: ‹discriminator=kind›, mapping: {‹mapping key=k›: ‹mapping value=Renamed›}}
    Odd: {type: object, xml: {name: ‹xml name=a›}, properties: {‹forgotten=gone›: {$ref: '#/components/schemas/Renamed'}}}
";

const ENUMERATIONS: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Kind:
      type: string
      enum: [a, ‹enumeration value=b c›]
      x-enum-varnames: [A, ‹x-enum-varnames=Bc›]
      x-enum-descriptions: [One., ‹x-enum-descriptions=Two.›]
    Fallback: {type: object, properties: {kind: {type: string, enum: [‹inline enumeration value=b c›, c], default: ‹inline enumeration value=b c›}}}
    Keyed: {type: object, additionalProperties: {type: integer}, x-propertyNames: {type: string, pattern: '‹pattern of keys=^a›'}}
";

pub(crate) const OPERATION: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a/‹path=pets›/{‹path parameter=pet id›}:
    summary: ‹summary of a path=Pets.›
    get:
      operationId: ‹operationId=get pet›
      tags: [‹tag of an operation=pets›]
      summary: ‹summary=Gets one.›
      description: ‹description of an operation=Gets a pet.›
      externalDocs: {url: ‹url on an operation=https://a.test/o›}
      x-rust-name: ‹x-rust-name of an operation=get_it›
      parameters:
      - {name: ‹path parameter=pet id›, in: path, required: true, schema: {type: string}, description: ‹description of a parameter=Which.›, example: ‹example of a parameter=1›}
      - {name: ‹query parameter=a b›, in: query, schema: {type: string, enum: [‹value of a parameter=b c›, a], default: ‹value of a parameter=b c›}}
      - {name: ‹header parameter=X-A›, in: header, schema: {type: string, pattern: '‹pattern of a parameter=^a›'}, x-rust-name: ‹x-rust-name of a parameter=hint›}
      - {name: ‹cookie=c›, in: cookie, schema: {type: string}}
      responses: {'204': {description: Done.}}
";

pub(crate) const REPLIES: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    post:
      operationId: send
      x-polling: {waiters: {‹waiter=done›: {state: '/‹state of a waiter=status›', succeeded: [‹value of a waiter=S›], failed: [F]}}}
      requestBody: {description: ‹words on a body=A body.›, content: {‹media type of a request=text/plain›: {schema: {type: string}}}}
      responses:
        '200':
          description: ‹description of a reply=Sent.›
          headers: {‹header of a reply=X-B›: {schema: {type: string}, description: ‹description of a header=What.›}}
          content: {application/json: {schema: {type: object, required: [‹state of a waiter=status›], properties: {‹state of a waiter=status›: {type: string, enum: [‹value of a waiter=S›, F]}}}}}
        '404': {description: No., content: {‹media type of a reply=text/html›: {schema: {type: string}}}}
        default: {$ref: '#/components/responses/‹response=Bad thing›'}
components:
  responses:
    ‹response=Bad thing›: {description: Bad., content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
";

pub(crate) const SECURITY: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
security: [{‹security scheme=Key one›: []}, {bearer: []}, {oauth: [‹scope=read all›]}]
paths: {/a: {get: {operationId: get, responses: {'204': {description: Done.}}}}}
components:
  securitySchemes:
    ‹security scheme=Key one›: {type: apiKey, in: header, name: ‹name of a key=X-Key›, description: ‹description of a scheme=A key.›}
    bearer: {type: http, scheme: ‹HTTP scheme=bearer›, bearerFormat: ‹format of a token=JWT›}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: ‹url of tokens=https://a.test/t›, scopes: {‹scope=read all›: ‹words on a scope=All.›}}}}
    open: {type: openIdConnect, openIdConnectUrl: ‹url of OpenID=https://a.test/o›}
";

const SETTLED: &str = "
openapi: 3.0.3
info: {title: T, version: '1', description: 'See [this](/a).'}
paths: {/a: {get: {operationId: get, responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}}
components: {schemas: {Pet: {type: object, properties: {a: {type: string}}}}}
";

const SETTINGS: &str = "
document: d.yaml
link-base: ‹link-base=https://a.test›
package:
  name: ‹package name=pets›
  version: ‹package version=0.1.0›
  edition: ‹edition=2024›
  rust-version: ‹rust-version=1.88›
  description: ‹package description=Pets.›
  license: ‹license=MIT›
  repository: ‹repository=https://a.test/r›
  homepage: ‹homepage=https://a.test/h›
  documentation: ‹documentation=https://a.test/d›
  authors: [‹author=A›]
  keywords: [‹keyword=k›]
  categories: [‹category=api-bindings›]
examples: [‹example file=list›]
dev-dependencies: {tokio: {version: ‹version of a dependency=1›}}
names: {Pet: ‹chosen name=Animal›, '#/components/schemas/Pet/properties/a': ‹chosen field=b›}
service:
  request_id: ‹request_id=x-id›
  error_code: '/‹error_code=code›'
  error_message: '/‹error_message=message›'
  help: 'https://a.test/‹help=h›'
  retryable: [{status: 409, codes: [‹retryable code=Busy›]}]
  headers: {‹service header=x-own›: ‹value of a service header=pets›}
";

/// The marks of a text, each once, as place and benign text.
pub(crate) fn places(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut places: Vec<(&str, &str)> =
        text.split('‹').skip(1).filter_map(|rest| rest.split('›').next()?.split_once('=')).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A text whose marks are filled, and where they stood.
pub(crate) struct Filled {
    pub(crate) value: Value,
    /// The JSON pointer of each mark, or of the member whose key it is, and its place.
    pub(crate) marks: Vec<(String, &'static str)>,
}

/// A marked text as a value; `choose` says what stands at a place instead of the benign text.
pub(crate) fn filled(marked: &'static str, choose: &dyn Fn(&str) -> Option<&'static str>) -> Filled {
    let value: Value = serde_yaml::from_str(marked).expect("a marked text is YAML");
    let mut filler = Filler { names: places(marked), choose, marks: Vec::new() };
    let value = filler.value(value, "");
    Filled { value, marks: filler.marks }
}

struct Filler<'c> {
    names: Vec<(&'static str, &'static str)>,
    choose: &'c dyn Fn(&str) -> Option<&'static str>,
    marks: Vec<(String, &'static str)>,
}

impl Filler<'_> {
    fn value(&mut self, value: Value, pointer: &str) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text, &|_| pointer.to_owned())),
            Value::Array(items) => {
                let items = items.into_iter().enumerate();
                items.map(|(index, item)| self.value(item, &format!("{pointer}/{index}"))).collect()
            }
            Value::Object(members) => {
                let mut filled = Map::new();
                for (key, value) in members {
                    let below = |key: &str| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                    let key = self.text(&key, &below);
                    let value = self.value(value, &below(&key));
                    filled.insert(key, value);
                }
                Value::Object(filled)
            }
            other => other,
        }
    }

    fn text(&mut self, text: &str, pointer: &dyn Fn(&str) -> String) -> String {
        let (mut filled, mut rest, mut found) = (String::new(), text, Vec::new());
        while let Some((before, behind)) = rest.split_once('‹') {
            let (mark, after) = behind.split_once('›').expect("a mark ends");
            let name = mark.split('=').next().unwrap_or_default();
            let (place, benign) =
                self.names.iter().find(|(place, _)| *place == name).expect("a mark has a benign text");
            filled.push_str(before);
            filled.push_str((self.choose)(place).unwrap_or(benign));
            found.push(*place);
            rest = after;
        }
        filled.push_str(rest);
        let at = pointer(&filled);
        self.marks.extend(found.into_iter().map(|place| (at.clone(), place)));
        filled
    }
}
