//! What functions do. One variant per intent; `emit` knows the Rust of each.

mod choice;

pub use choice::{AnyOfBody, ChoiceBody, Tagged};

use super::{Ident, Type, Value};

/// What a function does.
#[derive(Clone, Debug)]
pub enum Body {
    /// Functions of enumerations.
    Enumeration(EnumerationBody),
    /// Functions of choices.
    Choice(ChoiceBody),
    /// Functions of what is of all the types that it fits.
    AnyOf(AnyOfBody),
    /// Functions of models.
    Model(ModelBody),
    /// Functions of operations, their replies and errors.
    Operation(OperationBody),
    /// Functions of the client and its builder.
    Client(ClientBody),
}

/// The functions of an open enumeration.
#[derive(Clone, Debug)]
pub enum EnumerationBody {
    /// From a variant to its value.
    Value(Vec<(Ident, Value)>, Enumerated),
    /// From a value to its variant.
    FromValue(Vec<(Ident, Value)>, Enumerated),
    /// `Display` of a value.
    DisplayValue,
    /// `Serialize` of a value.
    SerializeValue,
    /// `Deserialize` of a value of this type.
    DeserializeValue(Type),
    /// `Validate::check`
    Check,
    /// From a variant to its text.
    AsStr(Vec<(Ident, String)>),
    /// From a text to its variant.
    FromText(Vec<(Ident, String)>),
}

/// How the values of an enumeration that are no texts are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enumerated {
    /// Whole numbers: by a match.
    Integer,
    /// Other numbers: one after the other.
    Number,
    /// JSON values: one after the other.
    Any,
}

/// The functions of a model.
#[derive(Clone, Debug)]
pub enum ModelBody {
    /// `validate`: everything at once.
    Validate,
    /// `Validate::check`.
    Check(Vec<Check>),
    /// The constructor from the struct of required fields; the others start out absent.
    New {
        /// The fields that the parameter brings.
        required: Vec<Ident>,
        /// The other fields, by what they start out in.
        others: Vec<(Ident, Outer)>,
    },
    /// The constructor of a model without required fields.
    Empty,
    /// A setter of a field that the value is put into.
    With {
        /// The field.
        field: Ident,
        /// How the value is wrapped.
        wrap: Wrap,
        /// Whether `.into()` is called.
        into: bool,
    },
    /// The value of a field, or the default that the document states.
    Default {
        /// The field.
        field: Ident,
        /// How it is read.
        access: DefaultAccess,
        /// Whether the field may be null, for which nothing stands in.
        nullable: bool,
        /// The default.
        default: Value,
    },
    /// A constant that no `const` can hold.
    Constant(Value),
}

/// How a value is wrapped into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// In what.
    pub outer: Outer,
    /// Whether a box stands inside.
    pub boxed: bool,
}

/// The outside of a field's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outer {
    /// Nothing.
    Plain,
    /// `Option`
    Option,
    /// `Presence`
    Presence,
}

/// How an optional field is read where a default stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultAccess {
    /// A `Copy` value.
    Copied,
    /// A text.
    Text,
    /// A value that is cloned.
    Cloned,
    /// A value that is cloned, beside a default that is made when it is asked for.
    Made,
}

/// One statement of a check.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is checked.
    pub subject: Subject,
    /// The field of `self`; of several, the first.
    pub field: Ident,
    /// The bounds.
    pub bounds: Vec<Bound>,
}

/// What a statement checks, with its name on the wire.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A property.
    Property(String),
    /// The properties beside the named ones.
    Rest,
    /// The properties beside the named ones, where the document allows none.
    Undeclared,
    /// The number of properties: how many are always there, those that may be absent, and the others beside the named ones.
    Properties(usize, Vec<(Ident, Outer)>, Option<Ident>),
    /// The value of a tuple struct itself.
    This,
    /// A path parameter.
    Path(String),
    /// A query parameter.
    Query(String),
    /// A header.
    Header(String),
    /// The request body.
    Body,
}

/// One bound: a call of the runtime on what is checked, such as `.max_items(Self::RESOURCES_MAX_ITEMS)`.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The method.
    pub method: &'static str,
    /// What it is given.
    pub given: Given,
}

/// What the call of a [`Bound`] is given.
#[derive(Clone, Debug)]
pub enum Given {
    /// Nothing: the method says it all.
    Nothing,
    /// A constant, as spelled.
    Constant(String),
    /// A static by reference, as spelled.
    Static(String),
    /// Bounds for what is inside: `.each(|inner| …)`.
    Inner(Vec<Bound>),
}

/// The functions of an operation.
#[derive(Clone, Debug)]
pub enum OperationBody {
    /// The method on the client: arguments, and fields that start out empty.
    Start {
        /// The type of the operation.
        operation: Ident,
        /// Required fields: whether `.into()` is called.
        required: Vec<(Ident, bool)>,
        /// Optional ones.
        optional: Vec<Ident>,
    },
    /// A setter.
    Set {
        /// The field.
        field: Ident,
        /// Whether `.into()` is called.
        into: bool,
    },
    /// `customize`
    Customize,
    /// `send`
    Send,
    /// `send_blocking`
    SendBlocking,
    /// `wait`, for what the waiter of this name is about
    Wait(Ident),
    /// `snapshots`
    Snapshots,
    /// `IntoFuture`
    IntoFuture,
    /// `call`
    Call,
    /// `call_mut`
    CallMut,
    /// `check`
    Check(Vec<Check>),
    /// `encode`
    Encode(Vec<Encode>),
    /// `decode`
    Decode(Vec<Arm>),
    /// A header of the reply, as text.
    HeaderText(String),
    /// A header of the reply, parsed.
    HeaderParsed(String),
    /// `Retry-After`, in HTTP's own meaning.
    RetryAfter,
    /// A header of an error reply, as text.
    ErrorHeaderText(String),
    /// A header of an error reply, parsed.
    ErrorHeaderParsed(String),
    /// `Retry-After` of an error reply.
    ErrorRetryAfter,
    /// `into_body`
    IntoBody,
    /// `into_response`
    IntoResponse,
    /// `Deref`
    Deref,
    /// `received` of the reply.
    Received,
    /// `violations` of the reply.
    Violations,
    /// `received` of an error: the variants, those of one type together.
    ErrorReceived(Vec<Vec<Ident>>),
    /// `violations` of an error: the variants, those of one type together.
    ErrorViolations(Vec<Vec<Ident>>),
}

/// One step of writing a request.
#[derive(Clone, Debug)]
pub enum Encode {
    /// A literal part of the path.
    Path(String),
    /// A path parameter.
    PathParameter(String, Ident),
    /// A query parameter; `true` repeats the name for each value.
    Query(String, bool, Ident),
    /// A header.
    Header(String, Ident),
    /// A JSON body; `true` where it may be absent.
    Json(String, Ident, bool),
    /// A body of text or bytes; `true` where it may be absent.
    Body(String, Ident, bool),
}

/// One arm of reading a reply.
#[derive(Clone, Debug)]
pub struct Arm {
    /// Which statuses.
    pub statuses: Statuses,
    /// What comes out.
    pub becomes: Becomes,
}

/// Which statuses an arm takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses {
    /// One.
    Code(u16),
    /// From the first to the last.
    Range(u16, u16),
    /// All others.
    Any,
}

/// What comes out of an arm.
#[derive(Clone, Debug)]
pub enum Becomes {
    /// The operation's reply: the type, and the variant of its body where there are several.
    Reply {
        /// The reply's type.
        reply: Ident,
        /// The enum of the bodies and the variant, as spelled.
        variant: Option<(String, Ident)>,
        /// How it is read.
        read: Read,
    },
    /// A documented error: its enum and variant.
    Error(Ident, Ident, Read),
    /// A status that the document does not mention.
    Unexpected,
}

/// How a reply is read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The documented headers that have a form to check.
    pub headers: Vec<ReadHeader>,
    /// The method that reads the body: `json`, `text`, `bytes` or `empty`.
    pub body: ReadBody,
}

/// How a header of a reply is read.
#[derive(Clone, Debug)]
pub struct ReadHeader {
    /// Its name on the wire.
    pub wire: String,
    /// Its type; `None` for `Retry-After`, which HTTP itself explains.
    pub ty: Option<Type>,
    /// Whether the reply must have it.
    pub required: bool,
    /// Its bounds.
    pub bounds: Vec<Bound>,
}

/// What reads a body.
#[derive(Clone, Debug)]
pub enum ReadBody {
    /// JSON, of a type that is stated where nothing else tells it, and its bounds.
    Json(Option<Type>, Vec<Bound>),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// No body.
    Empty,
}

/// The functions of the client and its builder.
#[derive(Clone, Debug)]
pub enum ClientBody {
    /// `Client::builder`
    Builder,
    /// A setter that the pipeline's builder has under the same name, with these parameters.
    Forward(Ident, Vec<Ident>),
    /// A setter of a server variable.
    ServerVariable(String, Ident),
    /// `build`
    Build,
}
