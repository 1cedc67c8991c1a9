//! What becomes of replies: bodies by status, headers with types, errors in their arms.

use serde_json::{Value, json};
use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{Error, ResponseChecks};
use zoo::models::{AnimalInput, AnimalInputRequired, Colour};
use zoo::operations::{
    CreateAnimalBody, CreateAnimalError, CreateAnimalResponse, DeletePhotoError, InlineSchemasBody, InlineSchemasError,
    PatchPhotoError,
};

use super::{builder, client, listed};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn create(
    status: u16,
    headers: &[(&str, &str)],
    body: &Value,
) -> Result<CreateAnimalResponse, Error<CreateAnimalError>> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let transport = ScriptedTransport::new().reply(status, headers, body);
    client(&transport).create_animal(AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() })).await
}

#[tokio::test]
async fn each_success_has_its_body() {
    let reply = create(200, &[JSON], &json!({"name": "Rex", "colour": "mauve"})).await.expect("it is sound");
    let CreateAnimalBody::Ok(animal) = reply.into_body() else { panic!("another body") };
    assert_eq!((animal.name.as_str(), animal.colour), ("Rex", Some(Colour::from("mauve"))));
    let reply = create(201, &[JSON, ("location", "/1")], &json!({"id": "12345"})).await.expect("it is sound");
    assert_eq!(listed(reply.violations()), ["/id MaxLength"]);
    assert!(matches!(reply.into_body(), CreateAnimalBody::Created(created) if created.id == "12345"));
    let reply = create(202, &[], &Value::Null).await.expect("it is sound");
    assert!(matches!(&**reply, CreateAnimalBody::Accepted) && reply.status() == 202);
}

#[tokio::test]
async fn headers_have_types() {
    let headers = [
        JSON,
        ("location", "/1"),
        ("x-count", "7"),
        ("x-colour", "mauve"),
        ("x-seen", "2026-01-02T03:04:05Z"),
        ("retry-after", "2"),
    ];
    let reply = create(201, &headers, &json!({"id": "1"})).await.expect("it is sound");
    assert_eq!((reply.location(), reply.x_count()), (Some("/1"), Some(7)));
    assert_eq!(reply.x_colour(), Some(Colour::from("mauve")));
    assert!(reply.x_seen().is_some_and(|seen| seen.is_well_formed()));
    assert_eq!(reply.retry_after().map(|after| after.as_secs()), Some(2));
    assert_eq!(listed(reply.violations()), [""; 0]);
}

#[tokio::test]
async fn headers_that_are_missing_or_wrong_are_violations() {
    let reply = create(201, &[JSON, ("x-count", "many"), ("retry-after", "soon")], &json!({"id": "1"})).await;
    let reply = reply.expect("a header is no reason to lose a reply");
    assert_eq!((reply.location(), reply.x_count(), reply.retry_after()), (None, None, None));
    let mut found = listed(reply.violations());
    found.sort();
    assert_eq!(found, ["header:location Missing", "header:retry-after Unreadable", "header:x-count Unreadable"]);
}

#[tokio::test]
async fn bounds_of_headers_are_checked() {
    let reply =
        create(201, &[JSON, ("location", "/1"), ("x-count", "0")], &json!({"id": "1"})).await.expect("it is sound");
    assert_eq!((reply.x_count(), listed(reply.violations())), (Some(0), vec!["header:x-count Minimum".to_owned()]));
}

#[tokio::test]
async fn errors_come_by_status_then_range_then_default() {
    let problem = json!({"code": "Busy", "detail": {"message": "wait"}});
    let media = ("content-type", "application/problem+json");
    let error = create(404, &[media, ("x-count", "3"), ("x-request-id", "r")], &problem).await.unwrap_err();
    let Some(documented @ CreateAnimalError::ClientError(reply)) = error.documented() else { panic!("{error:?}") };
    assert_eq!((reply.code.as_deref(), documented.x_count()), (Some("Busy"), Some(3)));
    assert_eq!((error.code(), error.message(), error.request_id()), (Some("Busy"), Some("wait"), Some("r")));
    assert!(!error.is_retryable());
    let transport = ScriptedTransport::new().reply(409, &[("content-type", "text/plain")], "differs");
    let error = client(&transport)
        .create_animal(AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() }))
        .await
        .unwrap_err();
    assert!(
        matches!(error.documented(), Some(CreateAnimalError::Conflict(text)) if text.as_str() == "differs"),
        "{error:?}"
    );
    let error = create(503, &[], &Value::Null).await.unwrap_err();
    assert!(matches!(error.documented(), Some(CreateAnimalError::ServiceUnavailable(_))) && error.is_retryable());
    let error = create(500, &[JSON], &problem).await.unwrap_err();
    assert!(matches!(error.documented(), Some(CreateAnimalError::Default(reply)) if reply.code.is_some()), "{error:?}");
    let long = json!({"detail": {"message": "more than twenty characters"}});
    let error = create(400, &[media], &long).await.unwrap_err();
    assert_eq!(listed(error.violations()), ["/detail/message MaxLength"]);
    let error = create(204, &[], &Value::Null).await.unwrap_err();
    assert!(matches!(error, Error::Unexpected(_)), "a success of another kind: {error:?}");
}

#[tokio::test]
async fn ranges_of_successes_and_errors() {
    let transport = ScriptedTransport::new()
        .json(206, &json!({"total": {"amount": -1.0}}))
        .json(599, &json!({"why": "ill"}))
        .json(404, &json!({}));
    let client = client(&transport);
    let reply = client.inline_schemas().await.expect("any success will do");
    assert_eq!((reply.status().as_u16(), listed(reply.violations())), (206, vec!["/total/amount Minimum".to_owned()]));
    let error = client.inline_schemas().await.unwrap_err();
    assert!(
        matches!(error.documented(), Some(InlineSchemasError::ServerError(reply)) if reply.why.as_deref() == Some("ill"))
    );
    assert!(matches!(client.inline_schemas().await.unwrap_err(), Error::Unexpected(_)));
}

#[tokio::test]
async fn bodies_of_every_kind() {
    let transport = ScriptedTransport::new()
        .json(200, &json!({"z": 1, "a": 2}))
        .json(200, &json!([1, {"b": null}]))
        .reply(200, &[("content-type", "image/png")], vec![0, 255])
        .reply(200, &[], "")
        .reply(204, &[], "");
    let client = client(&transport);
    let map = client.map_body().await.expect("it is sound").into_body();
    assert_eq!(map.keys().collect::<Vec<_>>(), ["z", "a"]);
    assert_eq!(client.anything().await.expect("it is sound").into_body(), json!([1, {"b": null}]));
    let authorised =
        builder(&transport).credentials(trueform_runtime::BearerToken::new("t")).build().expect("it is sound");
    assert_eq!(&authorised.get_photo("x").await.expect("it is sound").into_body()[..], [0, 255]);
    authorised.head_photo("x").await.expect("it is sound");
    assert_eq!(transport.requests()[3].method().as_str(), "HEAD");
    authorised.delete_photo("x").await.expect("it is sound");
    assert_eq!(transport.remaining(), 0);
}

#[tokio::test]
async fn bounds_of_lists_and_maps_as_bodies_are_checked() {
    let transport = ScriptedTransport::new().json(200, &json!({"a": -1})).json(200, &json!(["a", "b", "c"]));
    let client = client(&transport);
    assert_eq!(listed(client.map_body().await.expect("it is kept").violations()), ["/a Minimum"]);
    assert_eq!(listed(client.put_notes().await.expect("it is kept").violations()), [" MaxItems"]);
}

#[tokio::test]
async fn a_default_alone_is_for_every_status() {
    let transport = ScriptedTransport::new().json(500, &json!("ill")).reply(404, &[], "");
    let error = client(&transport).patch_photo("x").await.unwrap_err();
    assert!(matches!(error.documented(), Some(PatchPhotoError::Default(text)) if text.as_str() == "ill"), "{error:?}");
    let error = client(&transport).delete_photo("x").await.unwrap_err();
    assert!(matches!(error.documented(), Some(DeletePhotoError::NotFound(_))), "{error:?}");
}

#[tokio::test]
async fn what_cannot_be_read_names_its_place() {
    let transport = ScriptedTransport::new().json(200, &json!({"a": 1, "b/c": 1e30})).json(200, &json!(["a", 1]));
    let client = client(&transport);
    let error = client.map_body().await.unwrap_err();
    assert!(matches!(&error, Error::Undecodable(reply) if reply.pointer() == "/b~1c"), "{error:?}");
    let error = client.put_notes().await.unwrap_err();
    assert!(matches!(&error, Error::Undecodable(reply) if reply.pointer() == "/1"), "{error:?}");
}

#[tokio::test]
async fn replies_without_a_body_are_read() {
    let transport =
        ScriptedTransport::new().reply(200, &[], "").reply(204, &[], "").reply(204, &[], "").reply(205, &[], "");
    let authorised =
        builder(&transport).credentials(trueform_runtime::BearerToken::new("t")).build().expect("it is sound");
    authorised.head_photo("x").await.expect("no reply to HEAD has a body");
    authorised.delete_photo("x").await.expect("no 204 has a body");
    let anybody = client(&transport);
    let reply = anybody.inline_schemas().await.expect("a range stands for successes without a body, too");
    assert!(matches!(reply.into_body(), InlineSchemasBody::NoContent));
    let error = anybody.patch_photo("x").await.unwrap_err();
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
}

#[tokio::test]
async fn what_may_be_anything_is_asked_for_as_json() {
    let page = ("content-type", "text/html");
    let transport = ScriptedTransport::new().json(200, &json!({"a": 1})).reply(200, &[page], "<p>hello");
    let client = client(&transport);
    assert_eq!(client.map_body().await.expect("it is JSON").into_body()["a"], 1);
    assert_eq!(transport.requests()[0].headers()["accept"], "application/json, */*;q=0.8");
    let error = client.map_body().await.unwrap_err();
    assert!(matches!(&error, Error::Undecodable(reply) if &reply.received().body()[..] == b"<p>hello"), "{error:?}");
}

#[tokio::test]
async fn integral_numbers_are_integers() {
    let integral = br#"{"a": 30.0, "b": 3e1, "c": 9007199254740993.0, "d": 7}"#;
    let transport = ScriptedTransport::new()
        .reply(200, &[JSON], integral.to_vec())
        .reply(200, &[JSON], br#"{"a": 1.0, "b": 30.5}"#.to_vec())
        .reply(200, &[JSON], br#"{"a": 1, "b": 3e400}"#.to_vec());
    let client = client(&transport);
    let map = client.map_body().await.expect("each is an integer").into_body();
    assert_eq!(map.values().copied().collect::<Vec<_>>(), [30, 30, 9_007_199_254_740_993, 7]);
    assert_eq!(serde_json::to_string(&map["a"]).expect("it can be written"), "30");
    for _ in 0..2 {
        let error = client.map_body().await.unwrap_err();
        assert!(matches!(&error, Error::Undecodable(reply) if reply.pointer() == "/b"), "{error:?}");
    }
}

#[tokio::test]
async fn strict_checks_give_the_reply_within_the_error() {
    let transport = ScriptedTransport::new().json(201, &json!({"id": "12345"}));
    let client = builder(&transport).response_checks(ResponseChecks::Strict).build().expect("it is sound");
    let error =
        client.create_animal(AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() })).await.unwrap_err();
    let Error::Violated(reply) = &error else { panic!("{error:?}") };
    assert!(matches!(&****reply, CreateAnimalBody::Created(_)) && error.violations().len() == 2);
}
