use super::{Credentials, Override, Retryable, Settings, Subject, parse};
use crate::diagnostic::{Report, render};
use crate::source::{Place, Pointer, Source, Sources};

fn read(text: &str) -> (Option<Settings>, Vec<String>) {
    let settings = Source { name: "a.toml".to_owned(), text: text.to_owned() };
    let mut report = Report::default();
    let read = parse(&settings, &mut report);
    let document = Source { name: "a.yaml".to_owned(), text: String::new() };
    let json = render::json(&report, &Sources { document, settings: Some(settings) });
    let said = json
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
            let text = |key: &str| value[key].as_str().unwrap_or("-").to_owned();
            format!("{}:{} {} {} / {}", value["line"], value["column"], text("code"), text("message"), text("help"))
        })
        .collect();
    (read, said)
}

#[test]
fn settings_say_what_they_say() {
    let text = r##"
document = "cdexhub.yaml"
out = "../generated"
link-base = "https://docs.oracle.com"
[package]
name = "cdexhub"
keywords = ["oci"]
[dev-dependencies]
tokio = { version = "1", features = ["macros", "rt"] }
[names]
Pet = "Animal"
"#/components/schemas/Pet/properties/kind" = "species"
[types.formats]
uuid = "uuid::Uuid"
[service]
error_code = "/code"
credentials = "oci"
headers = { opc-client-info = "x" }
[[service.retryable]]
status = 409
codes = ["IncorrectState"]
"##;
    let (settings, said) = read(text);
    assert_eq!(said, Vec::<String>::new());
    let settings = settings.expect("nothing is wrong with them");
    assert_eq!(settings.document.map(|setting| setting.text).as_deref(), Some("cdexhub.yaml"));
    assert_eq!(settings.package.keywords, ["oci"]);
    let tokio = r#"{ features = ["macros", "rt"], version = "1" }"#;
    assert_eq!(settings.dev_dependencies, [("tokio".to_owned(), tokio.to_owned())]);
    let at = Pointer::from_text("/components/schemas/Pet/properties/kind");
    let subjects: Vec<&Subject> = settings.names.iter().map(|name| &name.subject).collect();
    assert_eq!(subjects, [&Subject::At(at), &Subject::Schema("Pet".to_owned())]);
    let [Override { subject, rust, place: Place { pointer, .. } }] = &settings.types[..] else {
        panic!("one type is set")
    };
    assert_eq!((subject, rust.as_str()), (&Subject::Format("uuid".to_owned()), "uuid::Uuid"));
    assert_eq!(pointer.as_str(), "/types/formats/uuid");
    assert_eq!(settings.service.credentials, Some(Credentials::Oci));
    assert_eq!(settings.service.retryable, [Retryable { status: 409, codes: vec!["IncorrectState".to_owned()] }]);
}

#[test]
fn every_mistake_is_said_at_its_line() {
    let text = "documnt = 'a.yaml'\n[package]\nname = 7\n[service]\nerror_code = 'code'\ncredentials = 'aws'\nretryable = [{ status = 9 }, { code = [] }]\n";
    let (settings, said) = read(text);
    assert!(settings.is_none());
    let expected = [
        "1:1 unknown-setting `documnt` is no setting / did you mean `document`?",
        "3:8 wrong-setting `name` takes a string, and this is an integer / -",
        "5:14 bad-setting `error_code` is no JSON pointer / a JSON pointer begins with a slash: `/code`",
        "6:15 bad-setting `credentials` does not know `aws` / it takes `oci`",
        "7:25 bad-setting `status` is no HTTP status / it takes 100 to 599",
        "7:30 missing-setting the settings must have `status` / -",
        "7:32 unknown-setting `code` is no setting / did you mean `codes`?",
    ];
    assert_eq!(said, expected);
}

#[test]
fn what_is_no_toml_is_said_at_its_place() {
    let (settings, said) = read("document = 'a.yaml'\nout = \n");
    assert!(settings.is_none());
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("2:"), "{said:?}");
}
