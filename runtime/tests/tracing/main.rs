//! What goes to the crate `tracing`. In a program of its own: what it looks at is one for the whole process, and other tests
//! would get in the way.

#[path = "../contract/client.rs"]
#[expect(dead_code, reason = "this looks at a small part of what there is")]
mod client;

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use trueform_runtime::testing::{FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{BearerToken, Outcome, Pipeline, Wait, Waiter};

use client::{Client, JSON, OneId, SERVICE, work};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Writes down everything.
#[derive(Clone, Default)]
struct Notebook {
    lines: Arc<Mutex<Vec<String>>>,
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Subscriber for Notebook {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "trueform"
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = Line(format!("span {}", span.metadata().name()));
        span.record(&mut line);
        let mut lines = self.lines.lock().unwrap();
        lines.push(line.0);
        Id::from_u64(lines.len() as u64)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        self.lines.lock().unwrap().push(line.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn spans_and_events_tell_what_happens_and_no_secret() {
    let notebook = Notebook::default();
    let _guard = tracing::subscriber::set_default(notebook.clone());
    let waiter = Waiter {
        name: "done",
        state: "/status",
        progress: None,
        delay: None,
        outcomes: &[("DONE", Outcome::Succeeded)],
        states: &["DONE"],
    };
    let mut unknown = work(3);
    unknown["status"] = "SHINY".into();
    let transport = ScriptedTransport::new()
        .json(200, &unknown)
        .reply(503, &[JSON, ("set-cookie", "s3cret")], r#"{"message": "s3cret"}"#)
        .json(200, &work(0));
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(transport)
        .clock(ManualClock::automatic())
        .request_ids(OneId)
        .randomness(FixedRandomness::longest())
        .credentials(BearerToken::new("s3cret"))
        .build()
        .unwrap();
    Wait::new(Client { pipeline }.get_work("w"), waiter).await.unwrap();
    let lines = notebook.lines.lock().unwrap().clone();
    let all = lines.join("\n");
    assert!(!all.contains("s3cret"), "{all}");
    for part in [
        "span wait operation=\"GetWork\" waiter=\"done\"",
        "span call operation=\"GetWork\"",
        "attempt ends operation=\"GetWork\" attempt=1 took_ms=0 status=200 sent_request_id=\"id-1\"",
        "WARN message=the document does not know this state; waiting on operation=\"GetWork\" state=\"SHINY\"",
        "WARN message=the reply breaks bounds of the document operation=\"GetWork\" violations=1 first=\"/resources\"",
        "could not look, looking again operation=\"GetWork\" in_a_row=1 delay_ms=1000",
        "status=503",
    ] {
        assert!(all.contains(part), "{part} is missing in\n{all}");
    }
}
