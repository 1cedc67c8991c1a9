//! The lives of the work requests that the mock knows.
//!
//! | id: `ocid1.workrequest.demo.` | its life, one step a GET; the last step stays |
//! |---|---|
//! | `succeeds` | `ACCEPTED`, `IN_PROGRESS` 25 %, `IN_PROGRESS` 75 %, `SUCCEEDED` 100 % |
//! | `fails` | `ACCEPTED`, `IN_PROGRESS` 40 %, `FAILED` 40 % |
//! | `canceled` | `ACCEPTED`, `IN_PROGRESS` 30 %, `CANCELING` 30 %, `CANCELED` 30 % |
//! | `needs-attention` | `ACCEPTED`, `IN_PROGRESS` 50 %, `NEEDS_ATTENTION` 50 % |
//! | `waits` | `ACCEPTED`, `WAITING` 10 %, `WAITING` 10 %, `IN_PROGRESS` 60 %, `SUCCEEDED` 100 % |
//! | `resources-0`, `resources-32`, `resources-33` | as `succeeds`, with so many resources; the others have 4 |
//! | `throttled` | as `succeeds`, but every other GET, the first too, is refused with 429, and takes no step |
//! | `breaks` | none: every GET fails with 500 |
//!
//! An id that ends in the name of a [`Fault`] lives as `succeeds`, and its replies go wrong. Every other id is unknown. Times are those of the GET that first saw what happened.

use std::time::SystemTime;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::fault::Fault;

const PREFIX: &str = "ocid1.workrequest.demo.";

/// One step of a life: a status, and how many percent of the work are done.
type Step = (&'static str, u8);

const SUCCEEDS: &[Step] = &[("ACCEPTED", 0), ("IN_PROGRESS", 25), ("IN_PROGRESS", 75), ("SUCCEEDED", 100)];
const FAILS: &[Step] = &[("ACCEPTED", 0), ("IN_PROGRESS", 40), ("FAILED", 40)];
const CANCELED: &[Step] = &[("ACCEPTED", 0), ("IN_PROGRESS", 30), ("CANCELING", 30), ("CANCELED", 30)];
const NEEDS_ATTENTION: &[Step] = &[("ACCEPTED", 0), ("IN_PROGRESS", 50), ("NEEDS_ATTENTION", 50)];
const WAITS: &[Step] = &[("ACCEPTED", 0), ("WAITING", 10), ("WAITING", 10), ("IN_PROGRESS", 60), ("SUCCEEDED", 100)];

/// The end of each known id, its life, and how many resources it affects.
const LIVES: &[(&str, &[Step], u16)] = &[
    ("succeeds", SUCCEEDS, 4),
    ("fails", FAILS, 4),
    ("canceled", CANCELED, 4),
    ("needs-attention", NEEDS_ATTENTION, 4),
    ("waits", WAITS, 4),
    ("resources-0", SUCCEEDS, 0),
    ("resources-32", SUCCEEDS, 32),
    ("resources-33", SUCCEEDS, 33),
    ("throttled", SUCCEEDS, 4),
    ("breaks", SUCCEEDS, 4),
];

/// The ids of all work requests that the mock knows.
pub fn known_ids() -> impl Iterator<Item = String> {
    LIVES.iter().map(|(name, ..)| format!("{PREFIX}{name}"))
}

/// The ids of all work requests whose replies go wrong on the way, and how.
pub fn faulty_ids() -> impl Iterator<Item = (String, Fault)> {
    // Who may be asked for an id has not refused the connection.
    let faults = Fault::all().filter(|fault| *fault != Fault::Refused);
    faults.map(|fault| (format!("{PREFIX}{}", fault.name()), fault))
}

/// A work request, and how far it has come.
#[derive(Debug)]
pub(super) struct Life {
    id: String,
    steps: &'static [Step],
    resources: u16,
    /// What goes wrong with every reply, on its way.
    pub(super) fault: Option<Fault>,
    /// The index of the next step.
    next: usize,
    /// How many GETs there were.
    polls: u64,
    accepted: SystemTime,
    started: Option<SystemTime>,
    updated: Option<SystemTime>,
    finished: Option<SystemTime>,
}

/// Why a GET does not see the work request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Too many requests: 429.
    Throttled,
    /// An internal error: 500.
    Broken,
}

/// What a GET sees.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) body: Value,
    /// Changes with every step.
    pub(super) etag: String,
    /// Whether it is worth asking again.
    pub(super) runs: bool,
}

impl Life {
    /// The work request with this id, accepted now; nothing where the id is unknown.
    pub(super) fn begin(id: &str, now: SystemTime) -> Option<Self> {
        let name = id.strip_prefix(PREFIX)?;
        let fault = Fault::named(name).filter(|fault| *fault != Fault::Refused);
        let known = LIVES.iter().find(|(known, ..)| *known == name);
        let (_, steps, resources) = known.copied().or(fault.map(|_| (name, SUCCEEDS, 4)))?;
        Some(Self {
            id: id.to_owned(),
            steps,
            resources,
            fault,
            next: 0,
            polls: 0,
            accepted: now,
            started: None,
            updated: None,
            finished: None,
        })
    }

    /// Why the next GET is refused, if it is.
    pub(super) fn refusal(&mut self) -> Option<Refusal> {
        self.polls += 1;
        match self.id.strip_prefix(PREFIX) {
            Some("throttled") if self.polls % 2 == 1 => Some(Refusal::Throttled),
            Some("breaks") => Some(Refusal::Broken),
            _ => None,
        }
    }

    /// Takes the next step, and shows what is then.
    pub(super) fn step(&mut self, now: SystemTime) -> Snapshot {
        let last = self.steps.len() - 1;
        let index = self.next.min(last);
        let (status, percent) = self.steps[index];
        if self.next <= last {
            if index > 0 {
                self.updated = Some(now);
                self.started = self.started.or(Some(now));
            }
            if ends(status) {
                self.finished = Some(now);
            }
            self.next += 1;
        }
        Snapshot {
            body: self.body(status, percent),
            etag: format!("{:08x}", index + 1),
            runs: !ends(status) && status != "NEEDS_ATTENTION",
        }
    }

    fn body(&self, status: &str, percent: u8) -> Value {
        let mut body = Map::new();
        let mut put = |key: &str, value: Value| body.insert(key.to_owned(), value);
        put("compartmentId", json!("ocid1.compartment.demo.payers"));
        put("id", json!(self.id));
        put("operationType", json!("UPDATE_DATA_SHARING_AGREEMENT"));
        put("percentComplete", json!(f64::from(percent)));
        let resources = (0..self.resources).map(|index| self.resource(index, status, percent));
        put("resources", resources.collect());
        put("status", json!(status));
        put("timeAccepted", json!(written(self.accepted)));
        for (key, time) in
            [("timeFinished", self.finished), ("timeStarted", self.started), ("timeUpdated", self.updated)]
        {
            if let Some(time) = time {
                put(key, json!(written(time)));
            }
        }
        body.into()
    }

    /// The resource with this index. They are completed one after the other, as the work proceeds.
    fn resource(&self, index: u16, status: &str, percent: u8) -> Value {
        let complete = u32::from(percent) * u32::from(self.resources) >= 100 * (u32::from(index) + 1);
        let action = match (index % 4, status) {
            (3, _) => "RELATED",
            (0, _) if complete => "CREATED",
            (1, _) if complete => "UPDATED",
            (_, _) if complete => "DELETED",
            (_, "FAILED" | "CANCELED") => "FAILED",
            _ => "IN_PROGRESS",
        };
        let identifier = format!("ocid1.datasharingagreement.demo.{}", index + 1);
        let mut resource = json!({
            "actionType": action,
            "entityType": "dataSharingAgreement",
            "entityUri": format!("/20180828/dataSharingAgreements/{identifier}"),
            "identifier": identifier,
        });
        if index == 0 {
            resource["metadata"] = json!({ "IS_DRY_RUN": "false" });
        }
        resource
    }
}

fn ends(status: &str) -> bool {
    matches!(status, "SUCCEEDED" | "FAILED" | "CANCELED")
}

/// A time in the format of RFC 3339, in milliseconds.
fn written(time: SystemTime) -> String {
    // Before the year -9999 and after 9999, where no clock stands.
    let time = Timestamp::try_from(time).unwrap_or(Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// What each of so many GETs sees, the first at second 0.
    fn lived(name: &str, polls: u64) -> Vec<Value> {
        let at = |second| SystemTime::UNIX_EPOCH + Duration::from_secs(second);
        let mut life = Life::begin(&format!("{PREFIX}{name}"), at(0)).unwrap();
        (0..polls).map(|poll| life.step(at(poll)).body).collect()
    }

    fn of(snapshots: &[Value], pointer: &str) -> Vec<Value> {
        let found = snapshots.iter().map(|body| body.pointer(pointer).cloned().unwrap_or_default());
        found.collect()
    }

    #[test]
    fn a_life_has_times_when_things_happen() {
        let life = lived("succeeds", 5);
        assert_eq!(of(&life, "/percentComplete"), [0.0, 25.0, 75.0, 100.0, 100.0]);
        let second = |second: u8| json!(format!("1970-01-01T00:00:0{second}.000Z"));
        let never = Value::Null;
        assert_eq!(of(&life, "/timeAccepted"), vec![second(0); 5]);
        let started = [&never, &second(1), &second(1), &second(1), &second(1)].map(Clone::clone);
        assert_eq!(of(&life, "/timeStarted"), started);
        let updated = [&never, &second(1), &second(2), &second(3), &second(3)].map(Clone::clone);
        assert_eq!(of(&life, "/timeUpdated"), updated);
        let finished = [&never, &never, &never, &second(3), &second(3)].map(Clone::clone);
        assert_eq!(of(&life, "/timeFinished"), finished);
    }

    #[test]
    fn resources_are_completed_one_after_the_other() {
        let life = lived("succeeds", 4);
        let created = ["IN_PROGRESS", "CREATED", "CREATED", "CREATED"];
        assert_eq!(of(&life, "/resources/0/actionType"), created);
        let updated = ["IN_PROGRESS", "IN_PROGRESS", "UPDATED", "UPDATED"];
        assert_eq!(of(&life, "/resources/1/actionType"), updated);
        let deleted = ["IN_PROGRESS", "IN_PROGRESS", "DELETED", "DELETED"];
        assert_eq!(of(&life, "/resources/2/actionType"), deleted);
        assert_eq!(of(&life, "/resources/3/actionType"), ["RELATED"; 4]);
        assert_eq!(of(&lived("fails", 3), "/resources/2/actionType")[2], "FAILED");
        assert_eq!(of(&life, "/resources/0/metadata/IS_DRY_RUN"), ["false"; 4]);
    }

    #[test]
    fn only_known_ids_have_a_life() {
        assert!(known_ids().all(|id| Life::begin(&id, SystemTime::UNIX_EPOCH).is_some()));
        assert!(Life::begin("ocid1.workrequest.oc1..aaaa", SystemTime::UNIX_EPOCH).is_none());
        let resources = |name: &str| lived(name, 1)[0]["resources"].as_array().map(Vec::len);
        let found = ["resources-0", "resources-32", "resources-33", "waits"].map(resources);
        assert_eq!(found, [Some(0), Some(32), Some(33), Some(4)]);
    }
}
