//! The features of the crate.

use crate::rust::Feature;
use crate::settings::{Credentials, Settings};

/// The features, in the order in which a reader wants them.
pub(super) fn features(settings: &Settings) -> Vec<Feature> {
    let feature =
        |name, default, docs, enables: &[&'static str]| Feature { name, docs, default, enables: enables.to_vec() };
    let mut features = vec![
        feature("client", true, "the client. Without it the crate is the models alone.", &["trueform-runtime/client"]),
        feature(
            "blocking",
            false,
            "calls that hold up their thread, for programs without an async runtime.",
            &["client", "trueform-runtime/blocking"],
        ),
    ];
    if settings.service.credentials == Some(Credentials::Oci) {
        features.extend([
            feature(
                "oci",
                true,
                "request signatures of Oracle Cloud Infrastructure, with API keys and session tokens.",
                &["client", "trueform-runtime/oci"],
            ),
            feature(
                "encrypted-keys",
                false,
                "private keys that a passphrase opens.",
                &["oci", "trueform-runtime/encrypted-keys"],
            ),
        ]);
    }
    features.extend([
        feature("tracing", false, "spans and events of the crate `tracing`.", &["client", "trueform-runtime/tracing"]),
        feature(
            "testing",
            false,
            "a transport that plays a script, work that ends by itself, and a clock to move: for tests.",
            &["client", "trueform-runtime/testing"],
        ),
    ]);
    features
}

/// What docs say of them, one line each.
pub(super) fn words(features: &[Feature]) -> Vec<String> {
    let line = |feature: &Feature| {
        let default = if feature.default { " (default)" } else { "" };
        format!("- `{}`{default}: {}", feature.name, feature.docs)
    };
    features.iter().map(line).collect()
}
