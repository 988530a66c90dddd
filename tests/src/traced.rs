//! What is traced while something runs, as text.

use std::io::{self, Write};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;
use tracing::{Dispatch, Level, Subscriber};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

/// What comes of it, and all that was traced meanwhile.
pub async fn traced<T>(work: impl Future<Output = T>) -> (T, String) {
    let trace = Trace::default();
    let came = work.with_subscriber(trace.subscriber(FmtSpan::NONE)).await;
    (came, trace.text())
}

/// Beside it no subscriber is the only one. Of an only one tracing does not ask: what the thread that first comes by a place
/// wants to hear of it holds for all threads, and a test beside this one wants to hear nothing.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::default()));

/// Keeps everything that is traced.
#[derive(Clone, Default)]
pub(crate) struct Trace(Arc<Mutex<Vec<u8>>>);

impl Trace {
    /// A subscriber that hears all levels and fields, and of spans what it is asked to.
    pub(crate) fn subscriber(&self, spans: FmtSpan) -> impl Subscriber + Send + Sync + use<> {
        LazyLock::force(&ANOTHER);
        tracing_subscriber::fmt()
            .with_max_level(Level::TRACE)
            .with_span_events(spans)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish()
    }

    /// What was heard.
    pub(crate) fn text(&self) -> String {
        let heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&heard).into_owned()
    }
}

impl Write for Trace {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Trace {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
