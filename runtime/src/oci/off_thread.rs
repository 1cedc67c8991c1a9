//! Work that would hold up a thread of an async runtime.

use tokio::runtime::Handle;

use crate::auth::CredentialsError;

/// Does it on a thread for blocking work where there is a Tokio runtime, else at once.
pub(super) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CredentialsError> + Send + 'static,
) -> Result<T, CredentialsError> {
    let Ok(runtime) = Handle::try_current() else { return work() };
    let done = runtime.spawn_blocking(work).await;
    done.map_err(|error| CredentialsError::new("work for the credentials was not done").with_source(error))?
}
