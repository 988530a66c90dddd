//! Stopping what a connection does whose caller went away, over another one.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use super::{Connector, REPAIR_WITHIN};
use crate::error::Kind;

/// How long to wait after the first time that the server had no connection left, and at most after any. In between the
/// pause doubles.
const PAUSES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));

/// Opens another connection, to stop what one does. A server that has none left may have one later, and is asked until
/// then. `None` if the login is refused, which trying does not help, or if there is no server any more that could do
/// anything.
pub async fn open_to_stop<C: Connector>(connector: &C) -> Option<C::Connection> {
    let (mut pause, most) = PAUSES;
    loop {
        match tokio::time::timeout(REPAIR_WITHIN, connector.open()).await {
            Ok(Ok(connection)) => return Some(connection),
            Ok(Err(error)) if error.kind() == Kind::Login || is_of_nobody(&error) => return None,
            Ok(Err(_)) | Err(_) => tokio::time::sleep(pause).await,
        }
        pause = (pause * 2).min(most);
    }
}

/// Whether nobody listens where the server was.
fn is_of_nobody(error: &(dyn StdError + 'static)) -> bool {
    let io = error.downcast_ref::<io::Error>();
    let is_refused = io.is_some_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
    is_refused || error.source().is_some_and(is_of_nobody)
}
