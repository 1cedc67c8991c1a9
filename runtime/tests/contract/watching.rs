//! What observers and logs are told.

use std::sync::{Arc, Mutex};

use trueform_runtime::testing::{Fault, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{Ending, Event, Pipeline, PipelineBuilder, ResponseChecks};

use crate::client::{Client, JSON, OneId, SERVICE, work};

fn client(transport: &ScriptedTransport, change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> Client {
    let builder = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .clock(ManualClock::automatic())
        .request_ids(OneId)
        .randomness(FixedRandomness::longest());
    Client { pipeline: change(builder).build().unwrap() }
}

fn line(event: &Event<'_>) -> String {
    match event {
        Event::AttemptBegins { operation, attempt, .. } => format!("{operation} begins {attempt}"),
        Event::AttemptEnds { attempt, took, ending, sent_request_id, request_id, .. } => {
            let ending = match ending {
                Ending::Reply(status) => status.as_u16().to_string(),
                ending => format!("{ending:?}"),
            };
            format!("ends {attempt} {ending} after {took:?}, {sent_request_id:?} {request_id:?}")
        }
        Event::RetryScheduled { attempt, delay, .. } => {
            format!("again after {attempt} in {:.0} s", delay.as_secs_f64())
        }
        Event::RetriesEnd { attempt, reason, .. } => format!("no more after {attempt}: {reason:?}"),
        Event::ReplyViolates { violations, first, .. } => format!("{violations} violations, first {first}"),
        Event::CallEnds { attempts, took, succeeded, status, .. } => {
            format!(
                "call ends: {attempts}, {:.0} s, {succeeded}, {:?}",
                took.as_secs_f64(),
                status.map(|it| it.as_u16())
            )
        }
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn an_observer_sees_each_attempt_and_the_end() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let transport = ScriptedTransport::new()
        .fault(Fault::StalledHeaders)
        .reply(503, &[JSON, ("opc-request-id", "server/1")], "{}")
        .json(200, &work(3));
    let observer = move |event: &Event<'_>| tell.lock().unwrap().push(line(event));
    client(&transport, |builder| builder.observer(observer)).get_work("w").await.unwrap();
    let told = told.lock().unwrap().clone();
    assert_eq!(
        told,
        [
            "GetWork begins 1",
            "ends 1 Failure(Timeout) after 60s, Some(\"id-1\") None",
            "again after 1 in 1 s",
            "GetWork begins 2",
            "ends 2 503 after 0ns, Some(\"id-2\") Some(\"server/1\")",
            "again after 2 in 2 s",
            "GetWork begins 3",
            "ends 3 200 after 0ns, Some(\"id-3\") None",
            "1 violations, first /resources",
            "call ends: 3, 63 s, true, Some(200)",
        ]
    );
}

#[tokio::test]
async fn what_is_refused_before_it_is_sent_ends_too() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let observer = move |event: &Event<'_>| tell.lock().unwrap().push(line(event));
    let client =
        client(&ScriptedTransport::new(), |builder| builder.observer(observer).response_checks(ResponseChecks::Strict));
    client.get_work("").await.unwrap_err();
    assert_eq!(*told.lock().unwrap(), ["call ends: 0, 0 s, false, None"]);
}

#[cfg(feature = "tracing")]
mod tracing {
    use std::fmt::{Debug, Write};
    use std::sync::{Arc, Mutex};

    use trueform_runtime::testing::ScriptedTransport;
    use trueform_runtime::{BearerToken, Outcome, Wait, Waiter};

    use super::client;
    use crate::client::{JSON, work};

    use ::tracing::field::{Field, Visit};
    use ::tracing::span::{Attributes, Id, Record};
    use ::tracing::{Event, Metadata, Subscriber};

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
        let _guard = ::tracing::subscriber::set_default(notebook.clone());
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
        let client = client(&transport, |builder| builder.credentials(BearerToken::new("s3cret")));
        Wait::new(client.get_work("w"), waiter).await.unwrap();
        let lines = notebook.lines.lock().unwrap().clone();
        let all = lines.join("\n");
        assert!(!all.contains("s3cret"), "{all}");
        for part in [
            "span wait operation=\"GetWork\" waiter=\"done\"",
            "span call operation=\"GetWork\"",
            "attempt ends operation=\"GetWork\" attempt=1 took_ms=0 status=200 sent_request_id=\"id-1\"",
            "WARN message=the document does not know this state; waiting on operation=\"GetWork\" state=\"SHINY\"",
            "WARN message=the reply breaks bounds of the document operation=\"GetWork\" violations=1 first=\"/resources\"",
            "could not look, looking again operation=\"GetWork\" in_a_row=1 delay_ms=2000",
            "status=503",
        ] {
            assert!(all.contains(part), "{part} is missing in\n{all}");
        }
    }
}
