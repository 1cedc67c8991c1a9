//! What tests of a client need instead of a network and of real time.
//!
//! [`ScriptedTransport`] plays replies and faults in order and remembers what was asked; [`FakeWork`] is long-running work
//! that comes to its end by itself; [`ManualClock`] stands still, or jumps to the next deadline when nothing else can
//! happen; [`FixedRequestIds`] and [`FixedRandomness`] hold no surprises. None of them needs a Tokio runtime.

mod fake_work;
mod fault;
mod fixed_randomness;
mod fixed_request_ids;
mod manual_clock;
mod recorded_request;
mod scripted_body;
mod scripted_transport;
mod spoiled;

pub use fake_work::FakeWork;
pub use fault::Fault;
pub use fixed_randomness::FixedRandomness;
pub use fixed_request_ids::FixedRequestIds;
pub use manual_clock::ManualClock;
pub use recorded_request::RecordedRequest;
pub use scripted_body::Piece;
pub use scripted_transport::ScriptedTransport;
