//! What can go wrong.

use cdexhub::runtime::testing::{Fault, ScriptedTransport};

use super::stage::body;

/// Something that goes wrong with a request.
pub(super) struct Trouble {
    pub(super) name: String,
    what: What,
    /// The status that comes, where a whole reply does.
    pub(super) status: Option<u16>,
    /// Whether all is well where it goes wrong once.
    pub(super) may_pass: bool,
}

enum What {
    Fault(Fault),
    Reply(Vec<(&'static str, &'static str)>, String),
}

const JSON: (&str, &str) = ("content-type", "application/json");
const REQUEST_ID: (&str, &str) = ("opc-request-id", "A/B/C");

impl Trouble {
    pub(super) fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Fault::all().map(Self::fault).collect();
        for (status, code, may_pass) in [
            (408, "RequestTimeout", true),
            (409, "IncorrectState", true),
            (409, "LockConflict", true),
            (409, "AlreadyThere", false),
            (429, "TooManyRequests", true),
            (500, "InternalServerError", true),
            (501, "NotImplemented", false),
            (502, "BadGateway", true),
            (503, "ServiceUnavailable", true),
            (504, "GatewayTimeout", true),
            (404, "NotAuthorizedOrNotFound", false),
        ] {
            all.push(Self::reply(format!("{status} {code}"), status, Vec::new(), code, may_pass));
        }
        for (form, wait) in [
            ("seconds", "7"),
            ("a fraction", "0.25"),
            ("a date", "Thu, 01 Jan 2026 00:00:20 GMT"),
            ("a date that is past", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("nothing", "0"),
            ("a word", "soon"),
            ("less than nothing", "-5"),
            ("more than a call may take", "601"),
            ("more than a number holds", "99999999999999999999"),
            ("for ages", "99999999999"),
        ] {
            // What does not fit the time of a call is not waited for.
            let may_pass = !wait.starts_with("601") && wait != "99999999999";
            let name = format!("503, retry-after: {form} ({wait})");
            all.push(Self::reply(name, 503, vec![("retry-after", wait)], "ServiceUnavailable", may_pass));
        }
        let skewed = vec![("date", "Thu, 01 Jan 2026 00:20:00 GMT")];
        all.push(Self::reply("401".to_owned(), 401, Vec::new(), "NotAuthenticated", true));
        all.push(Self::reply("401, clocks differ".to_owned(), 401, skewed, "NotAuthenticated", true));
        all
    }

    fn fault(fault: Fault) -> Self {
        let may_pass = matches!(
            fault,
            Fault::Dns
                | Fault::Resolver
                | Fault::Refused
                | Fault::ConnectTimeout
                | Fault::ClosedBeforeHeaders
                | Fault::ResetBeforeHeaders
                | Fault::StalledHeaders
                | Fault::ResetInBody { .. }
                | Fault::CutBody { .. }
                | Fault::StalledBody { .. }
                | Fault::BadGateway
                | Fault::WrongContentType
                | Fault::DuplicateHeaders
        );
        Self { name: format!("{}: {fault}", fault.name()), what: What::Fault(fault), status: None, may_pass }
    }

    fn reply(
        name: String,
        status: u16,
        headers: Vec<(&'static str, &'static str)>,
        code: &str,
        may_pass: bool,
    ) -> Self {
        let body = format!(r#"{{"code": "{code}", "message": "what the service says"}}"#);
        Self { name, what: What::Reply(headers, body), status: Some(status), may_pass }
    }

    /// Adds it to a script, in the place of a reply that shows the work in this state.
    pub(super) fn add(&self, script: ScriptedTransport, state: &str) -> ScriptedTransport {
        match &self.what {
            What::Fault(fault) => script.faulty(fault.clone(), 200, &[JSON, REQUEST_ID], body(state)),
            What::Reply(headers, body) => {
                let headers = [&[JSON, REQUEST_ID], headers.as_slice()].concat();
                script.reply(self.status.unwrap_or_default(), &headers, body.clone())
            }
        }
    }
}
