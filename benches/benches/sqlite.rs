//! The same comparison as the binary `latency`, with criterion's statistics and its memory of earlier runs.
//!
//! `cargo bench -p tablewright-benches --bench sqlite`. Criterion measures one side after the other, so for a ratio
//! use `latency`; this is for telling whether a change made one side faster.

use criterion::{Criterion, criterion_group, criterion_main};
use tablewright_benches::rounds::Measurable;
use tablewright_benches::sides::Sides;
use tablewright_benches::work::{Store, Work};

fn sqlite(criterion: &mut Criterion) {
    for store in Store::ALL {
        let mut opened = Sides::open(store).expect("the sides open and agree");
        for work in Work::ALL {
            opened.settle().expect("the logs can be emptied");
            let mut group = criterion.benchmark_group(format!("{}/{}", store.title(), work.title()));
            for side in &mut opened.sides {
                group.bench_function(side.title(), |bencher| {
                    bencher.iter_custom(|times| side.run(work, times).expect("the work succeeds"));
                });
            }
            group.finish();
        }
    }
}

criterion_group!(benches, sqlite);
criterion_main!(benches);
