//! Several runners at once.

use std::collections::BTreeMap;

use tablewright::Executor;
use tablewright::prelude::*;

use super::child;
use super::set::{migrator, seen};
use super::which::Which;

/// Two, four and eight runners, with a database each, and one of them killed: each migration is applied once, and all end well.
pub async fn each_once(url: &str) {
    let db = Database::connect(url).await.unwrap();
    migrator(&db).migrate_to_latest().await.unwrap();
    let above = seen(&db).await;
    migrator(&db).rollback_to_version("001").await.unwrap();
    for (runners, killed_at) in [(2, None), (4, None), (8, None), (4, Some(7)), (4, Some(12))] {
        let killed = killed_at.map(|stop| child::stopped_at(url, "", stop, Which::ByHand).expect("it stops"));
        let tasks: Vec<_> = (0..runners)
            .map(|_| {
                let url = url.to_owned();
                tokio::spawn(async move {
                    let db = Database::connect(&url).await?;
                    let runs = migrator(&db).migrate_to_latest().await?;
                    db.close().await?;
                    Ok::<_, Error>(runs)
                })
            })
            .collect();
        if let Some(child) = killed {
            // The others are waiting for it by now.
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            child.kill();
        }
        let mut applied: BTreeMap<String, u32> = BTreeMap::new();
        for task in tasks {
            for run in task.await.unwrap().unwrap_or_else(|error| panic!("{runners} runners: {error}")) {
                *applied.entry(run.version).or_default() += 1;
            }
        }
        assert!(applied.values().all(|times| *times == 1), "{runners} runners, {killed_at:?}: {applied:?}");
        assert_eq!(seen(&db).await, above, "{runners} runners, {killed_at:?}");
        migrator(&db).rollback_to_version("001").await.unwrap();
    }
    println!("{}: eight runners", db.dialect());
    db.close().await.unwrap();
}
