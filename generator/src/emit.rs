//! Model 2 to tokens and text. Nothing is decided, looked up or refused here.

mod choice;
mod client;
mod enumeration;
mod function;
mod item;
mod manifest;
mod model;
mod operation;
mod readme;
mod spelling;
mod surface;
mod value;

pub use manifest::manifest;
pub use readme::readme;
pub use surface::surface;
