// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The schemas of the document.

mod action_type;
mod error;
mod operation_status;
mod operation_type;
mod work_request;
mod work_request_resource;
mod work_request_resource_metadata_key;

pub use self::action_type::ActionType;
pub use self::error::Error;
pub use self::operation_status::OperationStatus;
pub use self::operation_type::OperationType;
pub use self::work_request::WorkRequest;
pub use self::work_request_resource::WorkRequestResource;
pub use self::work_request_resource_metadata_key::WorkRequestResourceMetadataKey;
