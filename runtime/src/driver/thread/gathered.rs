//! Rows on their way to the caller: enough together to be worth the way, and not so many that memory is full of them.

/// The most rows that are sent on at once.
pub const ROWS: usize = 256;
/// About as many bytes as they have together at most, but for a row that is larger by itself.
const BYTES: usize = 256 << 10;

/// Rows that are not sent on yet.
pub struct Gathered<R> {
    rows: Vec<R>,
    bytes: usize,
}

impl<R> Gathered<R> {
    /// None.
    pub const fn new() -> Self {
        Self { rows: Vec::new(), bytes: 0 }
    }

    /// Adds a row of about so many bytes. Gives all of them if it is time to send them on.
    pub fn add(&mut self, row: R, bytes: usize) -> Option<Vec<R>> {
        self.rows.push(row);
        self.bytes = self.bytes.saturating_add(bytes);
        (self.rows.len() >= ROWS || self.bytes >= BYTES).then(|| {
            self.bytes = 0;
            std::mem::take(&mut self.rows)
        })
    }

    /// Those that are left.
    pub fn rest(self) -> Vec<R> {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::super::{AHEAD, Outlet, Resident, Thread};
    use super::*;

    struct Nobody;

    impl Resident for Nobody {
        fn is_broken(&self) -> bool {
            false
        }

        fn close(self) {}
    }

    /// The most rows of this size that are in memory at once, if the caller is slower than the server, and how many parts
    /// they come in.
    async fn held(count: usize, bytes: usize) -> (usize, usize) {
        let (thread, ()) = Thread::start("tablewright-test", || Ok(Nobody), |_| ()).await.unwrap();
        let held = Arc::new(AtomicUsize::new(0));
        let made = Arc::clone(&held);
        let produce = move |_: &mut Nobody, outlet: &Outlet<Vec<Vec<u8>>>| {
            let mut rows = Gathered::new();
            for _ in 0..count {
                made.fetch_add(1, Ordering::SeqCst);
                if let Some(rows) = rows.add(vec![0; bytes], bytes) {
                    assert!(outlet.send(rows));
                }
            }
            Ok(rows.rest())
        };
        let (mut most, mut parts, mut taken) = (0, 0, 0);
        let take = |rows: Vec<Vec<u8>>| {
            std::thread::sleep(Duration::from_millis(5));
            most = most.max(held.fetch_sub(rows.len(), Ordering::SeqCst));
            parts += 1;
            taken += rows.len();
            Ok(())
        };
        thread.stream(produce, |_| (), take).await.unwrap();
        assert_eq!(taken, count);
        (most, parts)
    }

    #[tokio::test]
    async fn of_large_rows_few_are_held() {
        // One with the caller, those that wait, and one that the thread would send.
        let (most, parts) = held(32, 1 << 20).await;
        assert!(most <= AHEAD + 2, "{most} rows of 1 MB were held");
        assert_eq!(parts, 33);
        let (most, parts) = held(100, 64 << 10).await;
        assert!(most <= 4 * (AHEAD + 2), "{most} rows of 64 KB were held");
        assert_eq!(parts, 26);
    }

    #[tokio::test]
    async fn small_rows_go_together() {
        assert_eq!(held(2 * ROWS + 1, 100).await.1, 3);
    }
}
