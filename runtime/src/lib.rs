//! trueform-runtime
