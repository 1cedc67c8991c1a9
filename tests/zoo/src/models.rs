// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The schemas of the document.

mod animal;
mod awkward;
mod beast;
mod bounds;
mod client;
mod closed;
mod code;
mod codes;
mod collections;
mod colour;
mod colour_or_null;
mod create_animal_inline;
mod defaults;
mod described;
mod dog;
mod enumerations;
mod foo_bar;
mod foo_bar6730;
mod forest;
mod free;
mod inline_schemas_inline;
mod json;
mod kinds;
mod maybe;
mod mod_;
mod node;
mod old;
mod one;
mod open;
mod option_model;
mod percent;
mod presences;
mod problem;
mod puppy;
mod queries_inline;
mod rest;
mod result_model;
mod scalars;
mod stra_u00df_e;
mod strict;
mod string_model;
mod text;
mod tree;
mod two;
mod typed;
mod untyped;
mod vec_model;

pub use self::animal::{Animal, AnimalInput, AnimalInputRequired};
pub use self::awkward::Awkward;
pub use self::beast::Beast;
pub use self::bounds::Bounds;
pub use self::client::Client;
pub use self::closed::Closed;
pub use self::code::{CODE_PATTERN, Code};
pub use self::codes::{CODES_MIN_ITEMS, Codes};
pub use self::collections::{Collections, CollectionsRequired};
pub use self::colour::Colour;
pub use self::colour_or_null::ColourOrNull;
pub use self::create_animal_inline::CreateAnimalCreatedReply;
pub use self::defaults::{Defaults, DefaultsColour};
pub use self::described::Described;
pub use self::dog::{Dog, DogRequired};
pub use self::enumerations::{
    Enumerations, EnumerationsListItem, EnumerationsRequired, EnumerationsSize,
};
pub use self::foo_bar::FooBar;
pub use self::foo_bar6730::FooBar6730;
pub use self::forest::Forest;
pub use self::free::Free;
pub use self::inline_schemas_inline::{
    InlineSchemasBody, InlineSchemasBodyLinesItem, InlineSchemasBodyLinesItemRequired,
    InlineSchemasBodyLinesItemUnit, InlineSchemasBodyRequired, InlineSchemasBodyTo,
    InlineSchemasServerErrorReply, InlineSchemasSuccessReply,
    InlineSchemasSuccessReplyTotal,
};
pub use self::json::Json;
pub use self::kinds::Kinds;
pub use self::maybe::Maybe;
pub use self::mod_::{Mod, ModX};
pub use self::node::{Node, NodeRequired};
pub use self::old::Old;
pub use self::one::One;
pub use self::open::Open;
pub use self::option_model::OptionModel;
pub use self::percent::{PERCENT_MAXIMUM, PERCENT_MINIMUM, Percent};
pub use self::presences::{Presences, PresencesRequired};
pub use self::problem::{Problem, ProblemDetail};
pub use self::puppy::{Puppy, PuppyRequired};
pub use self::queries_inline::QueriesOrder;
pub use self::rest::Rest;
pub use self::result_model::{ResultModel, ResultModelRequired};
pub use self::scalars::Scalars;
pub use self::stra_u00df_e::Straße;
pub use self::strict::{Strict, StrictRequired};
pub use self::string_model::StringModel;
pub use self::text::Text;
pub use self::tree::Tree;
pub use self::two::Two;
pub use self::typed::{Typed, TypedRequired};
pub use self::untyped::Untyped;
pub use self::vec_model::VecModel;
