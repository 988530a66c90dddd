//! The pool with a connector that writes down what is asked of it.

use std::sync::atomic::{AtomicBool, AtomicUsize};

use parking_lot::Mutex;

use super::*;

/// Numbers its connections and writes down what is asked of it.
#[derive(Clone, Default)]
struct Fake(Arc<Seen>);

#[derive(Default)]
struct Seen {
    opened: AtomicUsize,
    log: Mutex<Vec<String>>,
    is_down: AtomicBool,
    /// Whether a question for a sign of life has no answer.
    is_silent: AtomicBool,
    /// Whether opening a connection takes for ever.
    is_slow: AtomicBool,
    /// Whether the server stops nothing by itself, so that another connection has to.
    is_careless: AtomicBool,
}

impl Fake {
    fn say(&self, what: &str, connection: usize) {
        self.0.log.lock().push(format!("{what} {connection}"));
    }

    fn log(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.log.lock())
    }
}

impl Connector for Fake {
    type Connection = usize;

    async fn open(&self) -> Result<usize> {
        if self.0.is_down.load(Ordering::Relaxed) {
            return Err(Error::new(Kind::Connect, "down"));
        }
        if self.0.is_slow.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        Ok(self.0.opened.fetch_add(1, Ordering::Relaxed))
    }

    async fn check(&self, connection: &mut usize) -> Result<()> {
        self.say("check", *connection);
        if self.0.is_silent.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        Ok(())
    }

    async fn roll_back(&self, connection: &mut usize) -> Result<()> {
        self.say("roll back", *connection);
        Ok(())
    }

    fn is_missed(&self, _: &usize) -> bool {
        !self.0.is_careless.load(Ordering::Relaxed)
    }

    async fn abandon(&self, connection: usize) {
        if self.0.is_careless.load(Ordering::Relaxed) {
            open_to_stop(self).await;
        }
        self.say("abandon", connection);
    }

    async fn close(&self, connection: usize) {
        self.say("close", connection);
    }
}

fn pool(size: usize) -> (Pool<Fake>, Fake) {
    let fake = Fake::default();
    let options = PoolOptions { size, acquire_timeout: Duration::from_millis(200), ..PoolOptions::default() };
    (Pool::new(fake.clone(), &options).unwrap(), fake)
}

fn run<T>(lease: &mut Lease<Fake>, result: Result<T>) -> Result<usize> {
    let connection = *lease.start()?;
    lease.end(result).map(|_| connection)
}

#[tokio::test]
async fn a_connection_in_order_is_used_again_without_a_question() {
    let (pool, fake) = pool(2);
    for _ in 0..3 {
        assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 0);
    }
    let refused = Err::<(), _>(Error::new(Kind::Unique, "there"));
    run(&mut pool.take().await.unwrap(), refused).unwrap_err();
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 0);
    assert!(fake.log().is_empty());
}

#[tokio::test]
async fn an_open_transaction_is_rolled_back_and_the_connection_kept() {
    let (pool, fake) = pool(1);
    let mut lease = pool.take().await.unwrap();
    run(&mut lease, Ok(())).unwrap();
    lease.transaction_began();
    run(&mut lease, Err::<(), _>(Error::new(Kind::Other, "odd"))).unwrap_err();
    drop(lease);
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 0);
    assert_eq!(fake.log(), ["roll back 0"]);

    let mut lease = pool.take().await.unwrap();
    lease.transaction_began();
    lease.transaction_ended();
    drop(lease);
    assert!(fake.log().is_empty());
}

#[tokio::test]
async fn a_runtime_that_ends_gives_no_open_transaction_back() {
    let (pool, fake) = pool(1);
    let pool = Arc::new(pool);
    for broken in 0..2 {
        std::thread::spawn({
            let pool = Arc::clone(&pool);
            move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    let mut lease = pool.take().await.unwrap();
                    assert_eq!(run(&mut lease, Ok(())).unwrap(), broken);
                    lease.transaction_began();
                    // Its repair is begun, and the runtime ends before it ran.
                    drop(lease);
                });
            }
        })
        .join()
        .unwrap();
        assert!(fake.log().is_empty(), "the repair ran, and the test shows nothing");
    }
    // Neither comes again, and the place is free.
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 2);
}

#[tokio::test]
async fn a_running_statement_is_stopped_and_the_connection_replaced() {
    let (pool, fake) = pool(1);
    let mut lease = pool.take().await.unwrap();
    lease.start().unwrap();
    assert_eq!(lease.start().unwrap_err().kind(), Kind::Usage);
    assert!(lease.is_cut_off());
    lease.start_undoing().unwrap();
    drop(lease);
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 1);
    assert_eq!(fake.log(), ["abandon 0"]);
}

#[tokio::test]
async fn after_a_break_the_others_are_asked_once() {
    let (pool, fake) = pool(3);
    let (mut broken, other) = (pool.take().await.unwrap(), pool.take().await.unwrap());
    drop(other);
    let lost = Err::<(), _>(Error::new(Kind::ConnectionLost, "gone"));
    run(&mut broken, lost).unwrap_err();
    assert_eq!(broken.start().unwrap_err().kind(), Kind::ConnectionLost);
    drop(broken);
    for _ in 0..2 {
        assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 1);
    }
    assert_eq!(fake.log(), ["check 1"]);

    let odd = Err::<(), _>(Error::new(Kind::Other, "odd"));
    run(&mut pool.take().await.unwrap(), odd).unwrap_err();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 1);
    assert_eq!(fake.log(), ["check 1"]);
}

#[tokio::test]
async fn waiting_has_an_end_and_failing_to_open_leaves_room() {
    let (pool, fake) = pool(1);
    let lease = pool.take().await.unwrap();
    assert_eq!(pool.state(), PoolState { most: 1, open: 1, idle: 0, waiting: 0 });
    let error = pool.take().await.err().unwrap();
    assert_eq!(error.kind(), Kind::Timeout);
    assert!(error.to_string().contains("none of the 1 connections became free within 200 ms"), "{error}");
    fake.0.is_down.store(true, Ordering::Relaxed);
    drop(Object::take({
        let mut lease = lease;
        lease.object.take().unwrap()
    }));
    assert_eq!(pool.take().await.err().unwrap().kind(), Kind::Connect);
    fake.0.is_down.store(false, Ordering::Relaxed);
    pool.take().await.unwrap();
}

#[tokio::test]
async fn whatever_has_to_happen_first_waiting_has_one_end() {
    let (pool, fake) = pool(3);
    let (mut broken, rest) = (pool.take().await.unwrap(), [pool.take().await.unwrap(), pool.take().await.unwrap()]);
    drop(rest);
    run(&mut broken, Err::<(), _>(Error::new(Kind::ConnectionLost, "gone"))).unwrap_err();
    // Each of the others would have its time to show that it lives, and opening one takes longer than there is.
    fake.0.is_silent.store(true, Ordering::Relaxed);
    fake.0.is_slow.store(true, Ordering::Relaxed);
    let start = Instant::now();
    let error = pool.take().await.err().unwrap();
    assert_eq!(error.to_string(), "the server did not open a connection within 200 ms");
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[tokio::test]
async fn after_one_that_is_silent_those_that_rested_as_long_are_not_waited_for() {
    let (pool, fake) = pool(8);
    let mut leases = Vec::new();
    for _ in 0..8 {
        leases.push(pool.take().await.unwrap());
    }
    let mut broken = leases.remove(0);
    drop(leases);
    run(&mut broken, Err::<(), _>(Error::new(Kind::ConnectionLost, "gone"))).unwrap_err();
    drop(broken);
    fake.0.is_silent.store(true, Ordering::Relaxed);
    // Half of the 200 ms is enough for one of seven.
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 8);
    assert_eq!((pool.state().open, fake.log()), (1, vec!["check 7".to_owned()]));
}

/// Waits for what takes a moment.
async fn until(is_so: impl Fn() -> bool) {
    let so = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), so).await.expect("it never is so");
}

#[tokio::test]
async fn one_connection_is_at_hand_until_somebody_waits() {
    let (pool, fake) = pool(2);
    let pool = Arc::new(pool);
    let (first, second) = (pool.take().await.unwrap(), pool.take().await.unwrap());
    drop(first);
    assert!(pool.shared.spare.is_held());
    assert_eq!(pool.state(), PoolState { most: 2, open: 2, idle: 1, waiting: 0 });
    let first = pool.take().await.unwrap();
    let waiting = tokio::spawn({
        let pool = Arc::clone(&pool);
        async move { run(&mut pool.take().await.unwrap(), Ok(())).unwrap() }
    });
    until(|| pool.state().waiting > 0).await;
    drop(second);
    assert!(!pool.shared.spare.is_held());
    assert_eq!(waiting.await.unwrap(), 1);
    drop(first);
    assert!(pool.shared.spare.is_held());
    assert_eq!(pool.state(), PoolState { most: 2, open: 2, idle: 2, waiting: 0 });
    assert!(fake.log().is_empty());

    let shared = Arc::clone(&pool.shared);
    drop(pool);
    assert!(!shared.spare.is_held());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_waits_beside_a_connection_at_hand() {
    let options = PoolOptions { size: 2, acquire_timeout: Duration::from_secs(60), ..PoolOptions::default() };
    let pool = Arc::new(Pool::new(Fake::default(), &options).unwrap());
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let pool = Arc::clone(&pool);
            tokio::spawn(async move {
                for _ in 0..2_000 {
                    run(&mut pool.take().await.unwrap(), Ok(())).unwrap();
                    tokio::task::yield_now().await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert!(pool.state().open <= 2);
    pool.close().await;
}

#[tokio::test]
async fn a_server_without_room_is_asked_again_until_it_can_stop_a_statement() {
    let (pool, fake) = pool(1);
    fake.0.is_careless.store(true, Ordering::Relaxed);
    let mut lease = pool.take().await.unwrap();
    lease.start().unwrap();
    fake.0.is_down.store(true, Ordering::Relaxed);
    drop(lease);
    // Longer than any other repair may take. So long the statement may take effect, and its connection has its place.
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert_eq!((pool.state().open, fake.log()), (1, Vec::new()));
    fake.0.is_down.store(false, Ordering::Relaxed);
    until(|| pool.state().open == 0).await;
    assert_eq!(fake.log(), ["abandon 0"]);
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 2);
}

#[tokio::test]
async fn closing_does_not_wait_for_ever_for_a_server_without_room() {
    let (pool, fake) = pool(1);
    fake.0.is_careless.store(true, Ordering::Relaxed);
    let mut lease = pool.take().await.unwrap();
    lease.start().unwrap();
    fake.0.is_down.store(true, Ordering::Relaxed);
    drop(lease);
    pool.close().await;
    assert!(fake.log().is_empty());
}

#[tokio::test]
async fn closing_waits_for_running_work_and_repairs() {
    let (pool, fake) = pool(2);
    let pool = Arc::new(pool);
    let mut lease = pool.take().await.unwrap();
    drop(pool.take().await.unwrap());
    lease.transaction_began();
    let closing = tokio::spawn({
        let pool = Arc::clone(&pool);
        async move { pool.close().await }
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!closing.is_finished());
    drop(lease);
    closing.await.unwrap();
    let log = fake.log();
    assert_eq!(log[0], "roll back 0");
    assert_eq!(log.len(), 3, "{log:?}");
    assert_eq!(pool.take().await.err().unwrap().kind(), Kind::Usage);
    pool.close().await;
}

#[tokio::test]
async fn what_rests_too_long_or_is_too_old_is_closed() {
    let fake = Fake::default();
    let short = Duration::from_millis(10);
    let options = PoolOptions { idle_timeout: short, ..PoolOptions::default() };
    let pool = Pool::new(fake.clone(), &options).unwrap();
    drop(pool.take().await.unwrap());
    until(|| !fake.0.log.lock().is_empty()).await;
    assert_eq!(fake.log(), ["close 0"]);

    let options = PoolOptions { max_age: short, ..PoolOptions::default() };
    let pool = Pool::new(fake.clone(), &options).unwrap();
    drop(pool.take().await.unwrap());
    tokio::time::sleep(short * 2).await;
    assert_eq!(run(&mut pool.take().await.unwrap(), Ok(())).unwrap(), 2);
    assert_eq!(fake.log(), ["close 1"]);
}

#[tokio::test]
async fn what_is_above_the_size_is_closed_when_it_comes_back() {
    let fake = Fake::default();
    let options = PoolOptions { size: 1, overflow: 2, ..PoolOptions::default() };
    let pool = Pool::new(fake.clone(), &options).unwrap();
    let (first, second, third) = (pool.take().await.unwrap(), pool.take().await.unwrap(), pool.take().await.unwrap());
    assert_eq!(pool.state().open, 3);
    drop((second, third));
    tokio::task::yield_now().await;
    assert_eq!((pool.state().open, fake.log()), (1, vec!["close 1".to_owned(), "close 2".to_owned()]));
    drop(first);
    tokio::task::yield_now().await;
    assert_eq!((pool.state().open, pool.state().idle, fake.log()), (1, 1, Vec::new()));
}
