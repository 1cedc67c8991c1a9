//! Times and dates that keep the text they came in.

mod date;
mod date_time;
mod rfc3339;

pub use date::Date;
pub use date_time::DateTime;
