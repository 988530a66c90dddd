//! What depends on what: unknown versions, circles, and a stable order.

use super::Migration;
use super::draft::parts;
use crate::suggest;

/// A fault of one migration among the others: its position, the key it is about, and what is wrong.
pub(super) type Found = (usize, String, String);

/// Two migrations with one version, and versions that nobody has.
pub(super) fn found(migrations: &[&Migration]) -> Vec<Found> {
    let mut found = Vec::new();
    for (n, migration) in migrations.iter().enumerate() {
        if let Some(first) = migrations[..n].iter().position(|other| other.version == migration.version) {
            let message = format!(
                "version `{}` is taken by `{}`; give this one another version",
                migration.version, migrations[first].name
            );
            found.push((n, "version".to_owned(), message));
        }
        for (m, dependency) in migration.dependencies.iter().enumerate() {
            if !migrations.iter().any(|other| other.stands_for(dependency)) {
                let help = suggest::help(dependency, migrations.iter().map(|other| &*other.version));
                found.push((
                    n,
                    format!("dependencies[{m}]"),
                    format!("no migration has version `{dependency}`; {help}"),
                ));
            }
        }
    }
    if let Some(circle) = circle(migrations) {
        let path = circle.iter().map(|n| format!("`{}`", migrations[*n].version)).collect::<Vec<_>>().join(" -> ");
        let message = format!("these migrations wait for each other: {path}; take out one of the dependencies");
        found.push((circle[0], "dependencies".to_owned(), message));
    }
    found
}

/// What is wrong among migrations, in words.
pub fn faults(migrations: &[Migration]) -> Vec<String> {
    let all: Vec<&Migration> = migrations.iter().collect();
    let found =
        found(&all).into_iter().map(|(n, _, message)| format!("migration `{}`: {message}", migrations[n].version));
    let changed = migrations.iter().filter(|own| own.claimed.as_ref().is_some_and(|claimed| *claimed != own.checksum));
    let changed = changed.map(|own| {
        format!("migration `{}` was changed after it was written: its checksum is another one now", own.version)
    });
    found.chain(changed).collect()
}

/// The first circle of dependencies, from a migration back to itself.
fn circle(migrations: &[&Migration]) -> Option<Vec<usize>> {
    let position = |version: &str| migrations.iter().position(|migration| migration.stands_for(version));
    // Done with, so that each is walked once.
    let mut done = vec![false; migrations.len()];
    for start in 0..migrations.len() {
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(dependency) = migrations[at].dependencies.get(*next).filter(|_| !done[at]) else {
                done[at] = true;
                path.pop();
                continue;
            };
            *next += 1;
            let Some(target) = position(dependency) else { continue };
            if let Some(from) = path.iter().position(|(known, _)| *known == target) {
                let mut circle: Vec<usize> = path[from..].iter().map(|(n, _)| *n).collect();
                circle.push(target);
                return Some(circle);
            }
            path.push((target, 0));
        }
    }
    None
}

/// The order in which migrations run: dependencies first, otherwise by version.
///
/// What has a circle in it keeps the order of versions there; [`folder::check`](super::folder::check) tells of circles.
pub fn order(migrations: &[Migration]) -> Vec<usize> {
    let all: Vec<&Migration> = migrations.iter().collect();
    let mut waiting: Vec<usize> = (0..all.len()).collect();
    waiting.sort_by(|left, right| all[*left].version.cmp(&all[*right].version));
    ordered(&all, waiting)
}

/// Two that run in another order than their versions are counted in, if no dependency says which comes first: the one that runs
/// earlier is told.
pub(super) fn unsettled(migrations: &[&Migration]) -> Option<Found> {
    let (mut by_text, mut by_number): (Vec<usize>, Vec<usize>) = (0..migrations.len()).map(|n| (n, n)).unzip();
    by_text.sort_by_key(|n| &migrations[*n].version);
    by_number.sort_by_key(|n| parts(&migrations[*n].version));
    if by_text == by_number {
        return None;
    }
    let (runs, counted) = (ordered(migrations, by_text), ordered(migrations, by_number));
    let (first, other) = runs.into_iter().zip(counted).find(|(run, counted)| run != counted)?;
    let [runs, counted] = [first, other].map(|n| &migrations[n].version);
    let message = format!(
        "`{runs}` would run before `{counted}`, for versions are ordered as texts: give all of them as many digits (`{:0>3}`), or say \
         in `dependencies` which comes first",
        counted
    );
    Some((first, "version".to_owned(), message))
}

/// Those that wait, dependencies first.
fn ordered(migrations: &[&Migration], mut waiting: Vec<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_open = |n: &usize| {
            migrations[*n]
                .dependencies
                .iter()
                .all(|dependency| waiting.iter().all(|other| other == n || !migrations[*other].stands_for(dependency)))
        };
        let next = waiting.iter().position(is_open).unwrap_or(0);
        order.push(waiting.remove(next));
    }
    order
}
