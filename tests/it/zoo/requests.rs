//! What is sent: targets byte for byte, headers, bodies, and what is refused before it is.

use trueform_runtime::testing::{RecordedRequest, ScriptedTransport};
use trueform_runtime::{Bytes, Date, DateTime, Error};
use zoo::models::{
    AnimalInput, AnimalInputRequired, Colour, InlineSchemasBody, InlineSchemasBodyLinesItem,
    InlineSchemasBodyLinesItemRequired, InlineSchemasBodyRequired, Kinds, QueriesOrder,
};

use super::{client, listed};

/// Sends one request, answered with 204, and gives what was asked.
macro_rules! sent {
    (|$client:ident| $request:expr) => {{
        let transport = ScriptedTransport::new().reply(204, &[], "");
        let $client = client(&transport);
        $request.send().await.expect("it is sound");
        only(&transport)
    }};
}

/// The violations of a request that never reached the network.
macro_rules! refused {
    (|$client:ident| $request:expr) => {{
        let transport = ScriptedTransport::new();
        let $client = client(&transport);
        let error = $request.send().await.expect_err("it is refused");
        assert!(matches!(error, Error::Refused(_)), "{error:?}");
        assert!(transport.requests().is_empty() && error.attempts() == 0);
        listed(error.violations())
    }};
}

fn only(transport: &ScriptedTransport) -> RecordedRequest {
    let mut requests = transport.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

fn date(text: &str) -> Date {
    text.parse().expect("it is a date")
}

#[tokio::test]
async fn paths() {
    let asked = sent!(|client| client.path_scalars(7, "a/b c"));
    assert_eq!((asked.method().as_str(), asked.target()), ("GET", "/path/7/a%2Fb%20c"));
    let asked = sent!(|client| client.path_segments("a.b", "ü", -1));
    assert_eq!(asked.target(), "/names/a.b.%C3%BC/v-1");
    let asked = sent!(|client| client.path_lists(vec![1, -2, 3], "mauve/x", date("2026-01-02")));
    assert_eq!(asked.target(), "/lists/1,-2,3/mauve%2Fx/2026-01-02");
}

#[tokio::test]
async fn paths_that_are_refused() {
    assert_eq!(refused!(|client| client.path_scalars(10, "a")), ["path:count Maximum", "path:word MinLength"]);
    assert_eq!(refused!(|client| client.path_scalars(1, "..")), ["path:word DotSegment"]);
    assert_eq!(refused!(|client| client.path_scalars(1, "a\n")), ["path:word ControlCharacter"]);
    assert_eq!(refused!(|client| client.path_segments("", "x", 1)), ["path:first Empty"]);
    let many = refused!(|client| client.path_lists(vec![1, 2, 3, 4], Colour::Red, date("2026-01-02")));
    assert_eq!(many, ["path:ids MaxItems"]);
    let none = refused!(|client| client.path_lists(Vec::new(), Colour::Red, date("2026-01-02")));
    assert!(none.contains(&"path:ids MinItems".to_owned()), "{none:?}");
}

#[tokio::test]
async fn queries() {
    assert_eq!(sent!(|client| client.queries("a&b=c +")).target(), "/query?must=a%26b%3Dc%20%2B");
    let when: DateTime = "2026-01-02T03:04:05+01:00".parse().expect("it is a time");
    let asked = sent!(|client| client
        .queries("x")
        .limit(5)
        .tag(vec!["a".to_owned(), "b,c".to_owned()])
        .ids(vec![1, 2])
        .colour("mauve")
        .colours(vec![Colour::Red, Colour::Blue])
        .order(QueriesOrder::Up)
        .since(when)
        .ratio(0.5)
        .deep(true)
        .top(u32::MAX)
        .code("ABC")
        .send_value("y"));
    assert_eq!(
        asked.target(),
        "/query?must=x&limit=5&tag=a&tag=b%2Cc&ids=1,2&colour=mauve&colours=red,blue&order=up\
         &since=2026-01-02T03%3A04%3A05%2B01%3A00&ratio=0.5&deep=true&%24top=4294967295&code=ABC&send=y"
    );
    #[expect(deprecated, reason = "what is deprecated still works")]
    let asked = sent!(|client| client.queries("x").r#type("t"));
    assert_eq!(asked.target(), "/query?must=x&type=t");
}

#[tokio::test]
async fn queries_that_are_refused() {
    let many = vec!["a".to_owned(), "b".to_owned(), "c".to_owned(), "abcde".to_owned()];
    let found = refused!(|client| client.queries("x").limit(0).tag(many).ratio(1.0).code("abc"));
    let expected =
        ["query:limit Minimum", "query:tag MaxItems", "query:tag/3 MaxLength", "query:ratio ExclusiveMaximum"];
    assert_eq!(found, [&expected[..], &["query:code Pattern"]].concat());
}

#[tokio::test]
async fn headers() {
    let when: DateTime = "2026-01-02T03:04:05Z".parse().expect("it is a time");
    let colours = vec![Colour::Red, Colour::from("mauve")];
    let asked =
        sent!(|client| client.headers("abc").x_count(-7).x_colours(colours).if_modified_at(when).x_request_id("mine"));
    let header = |name| asked.header_text(name);
    assert_eq!((header("x-must"), header("x-count")), (Some("abc"), Some("-7")));
    assert_eq!((header("x-colours"), header("if-modified-at")), (Some("red,mauve"), Some("2026-01-02T03:04:05Z")));
    assert_eq!((header("x-request-id"), header("x-zoo-client")), (Some("mine"), Some("zoo/0.1.0")));
    assert_eq!(header("user-agent"), Some("zoo/0.1.0"));
    let asked = sent!(|client| client.headers("abc"));
    assert!(asked.header_text("x-request-id").is_some_and(|id| id.ends_with("-1")), "one is made");
    assert_eq!(asked.header_text("x-count"), None);
    assert_eq!(refused!(|client| client.headers("ABC")), ["header:X-Must Pattern"]);
    assert_eq!(refused!(|client| client.headers("abc").x_request_id("a\nb")), ["header:X-Request-Id ControlCharacter"]);
}

#[tokio::test]
async fn bodies() {
    let transport = ScriptedTransport::new().reply(202, &[], "");
    let animal = AnimalInput::new(AnimalInputRequired { name: "Rex".to_owned() });
    client(&transport).create_animal(animal).await.expect("it is sound");
    let asked = only(&transport);
    assert_eq!((asked.method().as_str(), asked.header_text("content-type")), ("POST", Some("application/json")));
    assert_eq!(&asked.body()[..], br#"{"name":"Rex"}"#);
    assert_eq!(asked.header_text("accept"), Some("application/json, application/problem+json, text/plain"));

    let asked = sent!(|client| client.send_kinds());
    assert_eq!((asked.body().len(), asked.header_text("content-type")), (0, None), "an optional body is left out");
    assert_eq!(&sent!(|client| client.send_kinds().body(Kinds::new())).body()[..], b"{}");

    let transport = ScriptedTransport::new().reply(200, &[("content-type", "text/plain")], "hé");
    let reply = client(&transport).send_text("hé").await.expect("it is sound");
    assert_eq!((reply.as_str(), &only(&transport).body()[..]), ("hé", "hé".as_bytes()));
    assert!(only(&transport).header_text("content-type").is_some_and(|media| media.starts_with("text/plain")));

    #[expect(deprecated, reason = "what is deprecated still works")]
    let asked = sent!(|client| client.put_photo("x").body(Bytes::from_static(&[0, 255])));
    assert_eq!((&asked.body()[..], asked.header_text("content-type")), (&[0, 255][..], Some("image/png")));
    assert_eq!((asked.method().as_str(), asked.target()), ("PUT", "/photos/x"));
}

#[tokio::test]
async fn bodies_that_are_refused() {
    let nameless = AnimalInput::new(AnimalInputRequired { name: String::new() });
    assert_eq!(refused!(|client| client.create_animal(nameless)), ["/name MinLength"]);
    let line = InlineSchemasBodyLinesItem::new(InlineSchemasBodyLinesItemRequired { sku: "a".to_owned() });
    let body = InlineSchemasBody::new(InlineSchemasBodyRequired { lines: vec![line.with_unit("crate")] });
    assert_eq!(refused!(|client| client.inline_schemas().body(body)), ["/lines/0/sku Pattern"]);
    let many = vec![String::new(), String::new(), String::new()];
    assert_eq!(refused!(|client| client.put_notes().body(many)), [" MaxItems"]);
}

#[tokio::test]
async fn names_of_rust_are_operations_too() {
    assert_eq!(sent!(|client| client.self_()).target(), "/self");
    assert_eq!(sent!(|client| client.builder_value()).target(), "/builder");
    assert_eq!(
        sent!(|client| client.r#async().call_value("a").customize_value("b")).target(),
        "/async?call=a&customize=b"
    );
}

#[tokio::test]
async fn servers() {
    let answered = || ScriptedTransport::new().reply(204, &[], "");
    let uri = |transport: &ScriptedTransport| only(transport).uri().to_string();
    let transport = answered();
    zoo::Client::builder()
        .transport(transport.clone())
        .build()
        .expect("it is sound")
        .self_()
        .await
        .expect("it is sound");
    assert_eq!(uri(&transport), "https://eu-1.zoo.example/v1/self");
    let transport = answered();
    let client = zoo::Client::builder().region("us-2").port("8443").base("a b").transport(transport.clone());
    client.build().expect("it is sound").self_().await.expect("it is sound");
    assert_eq!(uri(&transport), "https://us-2.zoo.example:8443/a%20b/self");
    assert!(zoo::Client::builder().port("80").build().is_err(), "not one of the values");
    assert!(zoo::Client::builder().region("eu@evil.example/").build().is_err());
}
