// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The operations of the document: a request, its reply and its errors each.

mod anything;
mod async_;
mod builder;
mod create_animal;
mod delete_photo;
mod get_job;
mod get_photo;
mod head_photo;
mod headers;
mod inline_schemas;
mod map_body;
mod patch_photo;
mod path_lists;
mod path_scalars;
mod path_segments;
mod put_notes;
mod put_photo;
mod queries;
mod self_;
mod send_kinds;
mod send_text;

pub use self::anything::{Anything, AnythingError, AnythingResponse};
pub use self::async_::{Async, AsyncError, AsyncResponse};
pub use self::builder::{Builder, BuilderError, BuilderResponse};
pub use self::create_animal::{
    CreateAnimal, CreateAnimalBody, CreateAnimalError, CreateAnimalResponse,
};
pub use self::delete_photo::{DeletePhoto, DeletePhotoError, DeletePhotoResponse};
pub use self::get_job::{GetJob, GetJobError, GetJobResponse};
pub use self::get_photo::{GetPhoto, GetPhotoError, GetPhotoResponse};
pub use self::head_photo::{HeadPhoto, HeadPhotoError, HeadPhotoResponse};
pub use self::headers::{Headers, HeadersError, HeadersResponse};
pub use self::inline_schemas::{
    InlineSchemas, InlineSchemasBody, InlineSchemasError, InlineSchemasResponse,
};
pub use self::map_body::{MapBody, MapBodyError, MapBodyResponse};
pub use self::patch_photo::{PatchPhoto, PatchPhotoError, PatchPhotoResponse};
pub use self::path_lists::{PathLists, PathListsError, PathListsResponse};
pub use self::path_scalars::{PathScalars, PathScalarsError, PathScalarsResponse};
pub use self::path_segments::{PathSegments, PathSegmentsError, PathSegmentsResponse};
pub use self::put_notes::{PutNotes, PutNotesError, PutNotesResponse};
pub use self::put_photo::{PutPhoto, PutPhotoError, PutPhotoResponse};
pub use self::queries::{Queries, QueriesError, QueriesResponse};
pub use self::self_::{SelfError, SelfResponse, Self_};
pub use self::send_kinds::{SendKinds, SendKindsError, SendKindsResponse};
pub use self::send_text::{SendText, SendTextError, SendTextResponse};
