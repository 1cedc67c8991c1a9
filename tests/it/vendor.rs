//! The vendor's own client library for Python beside ours: the same signatures, the same replies read, the same waits.
//!
//! `tests/interop/run` installs the library, and names its Python in `TRUEFORM_VENDOR`. Without that, there is nothing to do.

mod library;
mod random;
mod replies;
mod signatures;
mod signed;
mod waits;
