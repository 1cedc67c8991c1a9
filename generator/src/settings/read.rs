//! From the text of settings to what they say.

use toml::de::DeTable;

use super::model::{Credentials, Override, Package, Retryable, Service, Setting, Settings, Subject};
use super::package_name::{PACKAGE_NAMES, is_package_name};
use super::table::Table;
use crate::diagnostic::{Report, settings as mistake};
use crate::source::{On, Place, Pointer, Source, SourceId};

/// Reads settings. `None` where there is an error, which then is in the report.
pub fn parse(source: &Source, report: &mut Report) -> Option<Settings> {
    let before = report.diagnostics().len();
    let settings = settings(&source.text, report)?;
    (report.diagnostics().len() == before).then_some(settings)
}

fn settings(text: &str, report: &mut Report) -> Option<Settings> {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let byte = error.span().map_or(0, |span| span.start);
        let place = Place { source: SourceId::Settings, pointer: Pointer::root(), on: On::Byte(byte) };
        report.push(mistake::unreadable_settings(place, error.message()));
    }
    if !errors.is_empty() {
        return None;
    }
    let mut table = Table::new(root.get_ref(), Pointer::root());
    let settings = Settings {
        document: table.text("document", report),
        out: table.text("out", report),
        keep_going: table.boolean("keep_going", report).unwrap_or_default(),
        link_base: link_base(&mut table, report),
        package: table.table("package", report).map(|inner| package(inner, report)).unwrap_or_default(),
        examples: table.texts("examples", report),
        dependencies: table.table("dependencies", report).map(|inner| inner.inline()).unwrap_or_default(),
        dev_dependencies: table.table("dev-dependencies", report).map(|inner| inner.inline()).unwrap_or_default(),
        names: table.table("names", report).map(|inner| overrides(&inner, schema, report)).unwrap_or_default(),
        types: table.table("types", report).map(|inner| types(inner, report)).unwrap_or_default(),
        service: table.table("service", report).map(|inner| service(inner, report)).unwrap_or_default(),
    };
    table.end(report);
    Some(settings)
}

fn package(mut table: Table<'_>, report: &mut Report) -> Package {
    let package = Package {
        name: name(&mut table, report),
        version: table.text("version", report),
        edition: table.text("edition", report),
        rust_version: table.text("rust-version", report),
        license: table.text("license", report),
        description: table.text("description", report),
        repository: table.text("repository", report),
        homepage: table.text("homepage", report),
        documentation: table.text("documentation", report),
        authors: table.texts("authors", report),
        keywords: table.texts("keywords", report),
        categories: table.texts("categories", report),
        publish: table.boolean("publish", report),
    };
    table.end(report);
    package
}

/// The name of a package, which is a word of code as well.
fn name(table: &mut Table<'_>, report: &mut Report) -> Option<Setting> {
    let setting = table.text("name", report)?;
    if is_package_name(&setting.text) {
        return Some(setting);
    }
    report.push(mistake::bad_setting(setting.place, "name", "is no name for a package", PACKAGE_NAMES));
    None
}

/// What links are relative to is put before them as it is.
fn link_base(table: &mut Table<'_>, report: &mut Report) -> Option<Setting> {
    let setting = table.text("link-base", report)?;
    let host = ["https://", "http://"].iter().find_map(|scheme| setting.text.strip_prefix(scheme));
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/%@!$&+,;=".contains(&byte);
    if host.is_some_and(|host| !host.is_empty() && host.bytes().all(is_plain)) {
        return Some(setting);
    }
    let help = "it begins with `https://` or `http://`, and has no query and no fragment";
    report.push(mistake::bad_setting(setting.place, "link-base", "is no address of the web", help));
    None
}

fn types(mut table: Table<'_>, report: &mut Report) -> Vec<Override> {
    let mut types = Vec::new();
    if let Some(schemas) = table.table("schemas", report) {
        types.extend(overrides(&schemas, schema, report));
    }
    if let Some(formats) = table.table("formats", report) {
        types.extend(overrides(&formats, |key| Subject::Format(key.to_owned()), report));
    }
    table.end(report);
    types
}

fn schema(key: &str) -> Subject {
    match key.strip_prefix('#') {
        Some(pointer) if pointer.starts_with('/') => Subject::At(Pointer::from_text(pointer)),
        _ => Subject::Schema(key.to_owned()),
    }
}

fn overrides(table: &Table<'_>, subject: impl Fn(&str) -> Subject, report: &mut Report) -> Vec<Override> {
    let texts = table.all_texts(report).into_iter();
    texts.map(|(key, setting)| Override { subject: subject(&key), rust: setting.text, place: setting.place }).collect()
}

fn service(mut table: Table<'_>, report: &mut Report) -> Service {
    let service = Service {
        request_id: table.text("request_id", report),
        idempotency_key: table.text("idempotency_key", report),
        error_code: pointer(&mut table, "error_code", report),
        error_message: pointer(&mut table, "error_message", report),
        help: table.text("help", report),
        credentials: credentials(&mut table, report),
        retryable: table.tables("retryable", report).into_iter().filter_map(|inner| retryable(inner, report)).collect(),
        headers: table.table("headers", report).map(|inner| inner.all_texts(report)).unwrap_or_default(),
    };
    table.end(report);
    service
}

fn pointer(table: &mut Table<'_>, key: &'static str, report: &mut Report) -> Option<Setting> {
    let setting = table.text(key, report)?;
    if setting.text.is_empty() || setting.text.starts_with('/') {
        return Some(setting);
    }
    let help = format!("a JSON pointer begins with a slash: `/{}`", setting.text);
    report.push(mistake::bad_setting(setting.place, key, "is no JSON pointer", &help));
    None
}

fn credentials(table: &mut Table<'_>, report: &mut Report) -> Option<Credentials> {
    let setting = table.text("credentials", report)?;
    if setting.text == "oci" {
        return Some(Credentials::Oci);
    }
    let reason = format!("does not know `{}`", setting.text);
    report.push(mistake::bad_setting(setting.place, "credentials", &reason, "it takes `oci`"));
    None
}

fn retryable(mut table: Table<'_>, report: &mut Report) -> Option<Retryable> {
    let status = table.integer("status", report);
    let codes = table.texts("codes", report);
    let place = table.place("status");
    table.end(report);
    let Some(status) = status else {
        report.push(mistake::missing_setting(place, "status"));
        return None;
    };
    let sound = u16::try_from(status).ok().filter(|status| (100..=599).contains(status));
    if sound.is_none() {
        report.push(mistake::bad_setting(place, "status", "is no HTTP status", "it takes 100 to 599"));
    }
    sound.map(|status| Retryable { status, codes })
}
