//! What becomes of each thing that can go wrong, in each way to ask: a call, a wait, a stream of snapshots, a blocking call.
//!
//! Each goes wrong once, and then all is well; and again and again. Time is a manual clock's, delays are as long as they may be.
//! The snapshot states the outcome of each cell; `cargo test -p tests --test it fault_matrix -- --nocapture` prints it. What a
//! single attempt comes to, on a real socket too, is told by `faults`.

mod idle;
mod outcome;
mod stage;
mod trouble;

use std::fmt::Write;
use std::time::Duration;

use crate::check::guarded;
use outcome::Cell;
use stage::{Stage, Times};
use trouble::Trouble;

/// In real time, of which nothing here needs any.
const LONGEST: Duration = Duration::from_secs(300);

type Ask = fn(&Trouble, Times) -> Cell;

/// In which ways one can ask.
const WAYS: [(&str, Ask); 4] = [("call", call), ("wait", wait), ("stream", stream), ("blocking", blocking)];

#[test]
fn nothing_hangs_and_nothing_is_lost() {
    let table = guarded(LONGEST, || {
        let mut table = String::new();
        for trouble in Trouble::all() {
            let _ = writeln!(table, "{}", trouble.name);
            for times in [Times::Once, Times::Always] {
                let cells = WAYS.map(|(way, ask)| (way, ask(&trouble, times)));
                check(&trouble, times, &cells);
                for (index, (way, cell)) in cells.iter().enumerate() {
                    let shown = shown(cell, &cells[..index]);
                    let _ = writeln!(table, "  {:<7} {way:<9} {shown}", times.word());
                }
            }
        }
        table
    });
    println!("{table}");
    insta::assert_snapshot!(table);
}

/// A cell, as far as those before it do not say the same.
fn shown(cell: &Cell, before: &[(&str, Cell)]) -> String {
    if let Some((same, _)) = before.iter().find(|(_, other)| other == cell) {
        return format!("as the {same}");
    }
    cell.shown(!before.iter().any(|(_, other)| other.message == cell.message))
}

/// Over sockets, since nothing else has connections to close.
#[test]
fn connections_that_a_server_closes_when_they_are_idle_are_no_trouble() {
    const STATES: &[&str] = &["ACCEPTED", "IN_PROGRESS", "IN_PROGRESS", "SUCCEEDED"];
    guarded(LONGEST, || {
        let client = idle::client(STATES);
        on_a_runtime(async {
            for state in STATES {
                let reply = client.get_work_request("id").await.expect("each call has a connection of its own");
                assert_eq!(reply.status.as_str(), *state);
            }
        });
        let client = idle::client(STATES);
        for state in STATES {
            let reply = client.get_work_request("id").send_blocking().expect("also between two turns of the runtime");
            assert_eq!(reply.status.as_str(), *state);
        }
        let client = idle::client(STATES);
        let waited = on_a_runtime(async { client.get_work_request("id").wait().await }).expect("the work is done");
        assert_eq!(waited.looks(), 4);
        let client = idle::client(STATES);
        let seen = on_a_runtime(async {
            let mut snapshots = client.get_work_request("id").snapshots();
            let mut seen = Vec::new();
            while let Some(snapshot) = snapshots.next().await {
                seen.push(snapshot.expect("the work goes on").state().to_owned());
            }
            seen
        });
        assert_eq!(seen, STATES);
    });
}

/// What must be true of each cell, whatever the table says.
fn check(trouble: &Trouble, times: Times, cells: &[(&str, Cell)]) {
    let told = |way: &str| &cells.iter().find(|(name, _)| *name == way).expect("each way is tried").1;
    let (call, wait, stream, blocking) = (told("call"), told("wait"), told("stream"), told("blocking"));
    assert_eq!(call, blocking, "{}: a blocking call is the same call", trouble.name);
    assert_eq!(wait.elapsed, stream.elapsed, "{}: a stream is the same wait", trouble.name);
    for (way, cell) in cells {
        let limit = if ["call", "blocking"].contains(way) { 600 } else { 1200 };
        assert!(cell.elapsed <= Duration::from_secs(limit), "{} {way}: {cell}", trouble.name);
        assert!(cell.is_fine || !cell.message.is_empty(), "{} {way}: {cell}", trouble.name);
        if trouble.status.is_some() && !cell.is_fine {
            assert!(cell.kept.is_some() || way == &"wait" || way == &"stream", "{} {way}: {cell}", trouble.name);
        }
    }
    if times == Times::Once && trouble.may_pass {
        assert!(cells.iter().all(|(_, cell)| cell.is_fine), "{} is survived", trouble.name);
    }
}

fn call(trouble: &Trouble, times: Times) -> Cell {
    let stage = Stage::of_a_call(trouble, times);
    let outcome = on_a_runtime(async { stage.client.get_work_request("id").await });
    Cell::of_a_call(&stage, &outcome)
}

fn blocking(trouble: &Trouble, times: Times) -> Cell {
    let stage = Stage::of_a_call(trouble, times);
    let outcome = stage.client.get_work_request("id").send_blocking();
    Cell::of_a_call(&stage, &outcome)
}

fn wait(trouble: &Trouble, times: Times) -> Cell {
    let stage = Stage::of_a_wait(trouble, times);
    let outcome = on_a_runtime(async { stage.client.get_work_request("id").wait().await });
    Cell::of_a_wait(&stage, &outcome)
}

fn stream(trouble: &Trouble, times: Times) -> Cell {
    let stage = Stage::of_a_wait(trouble, times);
    let seen = on_a_runtime(async {
        let mut snapshots = stage.client.get_work_request("id").snapshots();
        let mut seen = Vec::new();
        while let Some(next) = snapshots.next().await {
            seen.push(next);
        }
        seen
    });
    Cell::of_a_stream(&stage, &seen)
}

fn on_a_runtime<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be started");
    runtime.block_on(work)
}
