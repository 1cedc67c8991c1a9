// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The operations of the document: a request, its reply and its errors each.

mod get_work_request;

pub use self::get_work_request::{
    GetWorkRequest, GetWorkRequestError, GetWorkRequestResponse,
};
