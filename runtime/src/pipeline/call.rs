//! One call, before it is known what is called.

use std::fmt;
use std::time::Duration;

use super::settings::Pipeline;
use crate::response::ResponseChecks;
use crate::retry::RetryPolicy;

/// A call that a client will make, with options of its own. Every request of generated code holds one.
#[derive(Clone, Debug)]
pub struct Call {
    pub(super) pipeline: Pipeline,
    pub(super) options: CallOptions,
}

/// What one call does differently from its client.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) deadline: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) response_checks: Option<ResponseChecks>,
}

impl Pipeline {
    /// A call without options of its own.
    pub fn call(&self) -> Call {
        Call { pipeline: self.clone(), options: CallOptions::default() }
    }
}

impl Call {
    pub(crate) fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The policy of this call: its own, or that of its client.
    pub(crate) fn retry(&self) -> &RetryPolicy {
        self.options.retry.as_ref().unwrap_or(&self.pipeline.0.retry)
    }

    /// What this call does differently.
    pub fn options(&self) -> &CallOptions {
        &self.options
    }

    /// What this call does differently, to be changed.
    pub fn options_mut(&mut self) -> &mut CallOptions {
        &mut self.options
    }
}

impl CallOptions {
    /// How long one attempt may take.
    pub fn attempt_timeout(&mut self, attempt_timeout: Duration) -> &mut Self {
        self.attempt_timeout = Some(attempt_timeout);
        self
    }

    /// How long the call may take in all.
    pub fn deadline(&mut self, deadline: Duration) -> &mut Self {
        self.deadline = Some(deadline);
        self
    }

    /// When the request is sent again.
    pub fn retry(&mut self, retry: RetryPolicy) -> &mut Self {
        self.retry = Some(retry);
        self
    }

    /// Another header; it replaces one of the same name. What cannot be sent refuses the call.
    pub fn header(&mut self, name: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// What becomes of a reply that breaks a bound of the document.
    pub fn response_checks(&mut self, response_checks: ResponseChecks) -> &mut Self {
        self.response_checks = Some(response_checks);
        self
    }
}

/// Of headers only their names: their values may be secrets.
impl fmt::Debug for CallOptions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        formatter
            .debug_struct("CallOptions")
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("retry", &self.retry)
            .field("headers", &headers)
            .field("response_checks", &self.response_checks)
            .finish()
    }
}
