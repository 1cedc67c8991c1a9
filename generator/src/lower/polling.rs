//! `x-polling`: how the end of long-running work shows in the replies of an operation.
//!
//! ```yaml
//! x-polling:
//!   waiters:
//!     completed:                     # the name of the waiter
//!       state: /status               # a JSON pointer into the body of the success reply
//!       progress: /percentComplete   # likewise, to a number from 0 to 100; may be left out
//!       delay: retry-after           # the header that says when to ask again; may be left out
//!       succeeded: [SUCCEEDED]       # the states in which the work is done
//!       failed: [FAILED]             # in which it has ended without success; may be left out
//!       canceled: [CANCELED]         # in which it was canceled; may be left out
//!       attention: [NEEDS_ATTENTION] # in which a person must act before it goes on; may be left out
//! ```
//!
//! In every other state the work goes on. Where `state` points at an enumeration, the states must be values of it.

use serde_json::{Map, Value};

use super::context::Lowering;
use crate::api::{Carries, Outcome, Polling, Reply, Scalar, Shape, Status, TypeId, Waiter};
use crate::diagnostic::lower::polling as mistake;
use crate::source::Pointer;
use crate::spelling;

const POLLING: &str = "x-polling";
const KEYS: [&str; 7] = ["state", "progress", "delay", "succeeded", "failed", "canceled", "attention"];

impl Lowering<'_> {
    pub(super) fn polling<'e>(
        &mut self,
        mut extensions: impl Iterator<Item = (&'e String, &'e Value)>,
        operation: &Pointer,
        replies: &[Reply],
    ) -> Option<Polling> {
        let (_, stated) = extensions.find(|(key, _)| *key == POLLING)?;
        let pointer = operation.key(POLLING);
        let stated = self.members(stated, &pointer, &["waiters"])?;
        let waiters_pointer = pointer.key("waiters");
        let Some(waiters) = stated.get("waiters") else {
            let place = self.value(&pointer);
            self.say(mistake::missing(place, "waiters"));
            return None;
        };
        let Some(waiters) = waiters.as_object() else {
            let place = self.value(&waiters_pointer);
            self.say(mistake::not_a(place, "an object with a member for each waiter"));
            return None;
        };
        let mut lowered = Vec::with_capacity(waiters.len());
        for (name, waiter) in waiters {
            lowered.extend(self.waiter(name, waiter, &waiters_pointer.key(name), replies));
        }
        Some(Polling { waiters: lowered, at: self.at(&pointer) })
    }

    fn waiter(&mut self, name: &str, stated: &Value, pointer: &Pointer, replies: &[Reply]) -> Option<Waiter> {
        let stated = self.members(stated, pointer, &KEYS)?;
        let body = success_body(replies);
        if body.is_none() {
            let place = self.key(pointer);
            self.say(mistake::no_success_body(place));
        }
        let state = self.word(stated, "state", pointer);
        if state.is_none() && !stated.contains_key("state") {
            let place = self.key(pointer);
            self.say(mistake::missing(place, "state"));
        }
        let progress = self.word(stated, "progress", pointer);
        let delay_header = self.word(stated, "delay", pointer);
        let state_type = self.target(state.as_deref(), "state", body, pointer);
        if let Some(found) = self.target(progress.as_deref(), "progress", body, pointer)
            && !matches!(self.shape_behind(found), Shape::Scalar(Scalar::Integer(..) | Scalar::Number(_)))
        {
            let place = self.value(&pointer.key("progress"));
            self.say(mistake::progress_no_number(place));
        }
        self.delay(delay_header.as_deref(), pointer, replies);
        let outcomes = self.outcomes(stated, state_type, pointer);
        let known = state_type.map(|state| self.states(state)).unwrap_or_default();
        Some(Waiter { name: name.to_owned(), state: state?, progress, delay_header, outcomes, states: known })
    }

    fn outcomes(
        &mut self,
        stated: &Map<String, Value>,
        state: Option<TypeId>,
        pointer: &Pointer,
    ) -> Vec<(String, Outcome)> {
        let mut outcomes: Vec<(String, Outcome)> = Vec::new();
        for (key, outcome) in [
            ("succeeded", Outcome::Success),
            ("failed", Outcome::Failure),
            ("canceled", Outcome::Canceled),
            ("attention", Outcome::Attention),
        ] {
            let pointer = pointer.key(key);
            let values = match stated.get(key) {
                None => continue,
                Some(Value::Array(values)) => values,
                Some(_) => {
                    let place = self.value(&pointer);
                    self.say(mistake::not_a(place, "an array of states"));
                    continue;
                }
            };
            for (index, value) in values.iter().enumerate() {
                let pointer = pointer.index(index);
                let Some(value) = value.as_str() else {
                    let place = self.value(&pointer);
                    self.say(mistake::not_a(place, "a string"));
                    continue;
                };
                self.known_state(value, state, &pointer);
                if outcomes.iter().any(|(known, _)| known == value) {
                    let place = self.value(&pointer);
                    self.say(mistake::state_twice(place, value));
                } else {
                    outcomes.push((value.to_owned(), outcome));
                }
            }
        }
        if !outcomes.iter().any(|(_, outcome)| *outcome == Outcome::Success) {
            let place = self.key(pointer);
            self.say(mistake::missing(place, "succeeded"));
        }
        outcomes
    }

    /// A state must be a value of the enumeration that `state` points at.
    fn known_state(&mut self, value: &str, state: Option<TypeId>, pointer: &Pointer) {
        let states = state.map(|state| self.states(state)).unwrap_or_default();
        let values: Vec<&str> = states.iter().map(String::as_str).collect();
        if !values.is_empty() && !values.contains(&value) {
            let similar = spelling::nearest(value, values.iter().copied());
            let diagnostic = mistake::unknown_state(self.value(pointer), value, similar, &values);
            self.say(diagnostic);
        }
    }

    /// The values of the enumeration that `state` points at; none where it is no enumeration.
    fn states(&self, state: TypeId) -> Vec<String> {
        match self.shape_behind(state) {
            Shape::Enumeration(enumeration) => enumeration.values.iter().map(|value| value.wire.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn delay(&mut self, header: Option<&str>, pointer: &Pointer, replies: &[Reply]) {
        let Some(header) = header else { return };
        let mut names: Vec<&str> =
            replies.iter().flat_map(|reply| &reply.headers).map(|header| header.wire.as_str()).collect();
        names.dedup();
        if !names.iter().any(|name| name.eq_ignore_ascii_case(header)) {
            let similar = spelling::nearest(header, names);
            let place = self.value(&pointer.key("delay"));
            self.say(mistake::unknown_header(place, header, similar));
        }
    }

    /// The type that a JSON pointer leads to in a body. Says it where there is none.
    fn target(&mut self, path: Option<&str>, key: &str, body: Option<TypeId>, pointer: &Pointer) -> Option<TypeId> {
        let (path, body) = (path?, body?);
        let pointer = pointer.key(key);
        if !path.starts_with('/') {
            let place = self.value(&pointer);
            self.say(mistake::no_pointer(place, path));
            return None;
        }
        let mut ty = body;
        for token in Pointer::from_text(path).tokens() {
            let (next, names): (Option<TypeId>, Vec<&str>) = match self.shape_behind(ty) {
                Shape::Object(object) => (
                    object.fields.iter().find(|field| field.wire == token).map(|field| field.ty),
                    object.fields.iter().map(|field| field.wire.as_str()).collect(),
                ),
                Shape::Map(map) => (Some(map.values), Vec::new()),
                Shape::List(list) if token.parse::<usize>().is_ok() => (Some(list.items), Vec::new()),
                // What is behind any JSON value is not known.
                Shape::Any => return None,
                _ => (None, Vec::new()),
            };
            let Some(next) = next else {
                let similar = spelling::nearest(&token, names).map(str::to_owned);
                let place = self.value(&pointer);
                self.say(mistake::leads_nowhere(place, path, &token, similar.as_deref()));
                return None;
            };
            ty = next;
        }
        Some(ty)
    }

    fn word(&mut self, stated: &Map<String, Value>, key: &str, pointer: &Pointer) -> Option<String> {
        let text = stated.get(key)?.as_str();
        if text.is_none() {
            let place = self.value(&pointer.key(key));
            self.say(mistake::not_a(place, "a string"));
        }
        text.map(str::to_owned)
    }

    /// The members of an object that may have these keys alone.
    fn members<'v>(&mut self, value: &'v Value, pointer: &Pointer, keys: &[&str]) -> Option<&'v Map<String, Value>> {
        let Some(members) = value.as_object() else {
            let place = self.value(pointer);
            self.say(mistake::not_a(place, "an object"));
            return None;
        };
        for key in members.keys().filter(|key| !keys.contains(&key.as_str())) {
            let place = self.key(&pointer.key(key));
            self.say(mistake::unknown_key(place, key, spelling::nearest(key, keys.iter().copied()), keys));
        }
        Some(members)
    }
}

/// The JSON body of the first reply that says success.
fn success_body(replies: &[Reply]) -> Option<TypeId> {
    replies.iter().filter(|reply| matches!(reply.status, Status::Code(200..=299) | Status::Range(2))).find_map(
        |reply| match reply.content.as_ref()?.carries {
            Carries::Json(ty) => Some(ty),
            Carries::Text | Carries::Bytes => None,
        },
    )
}
