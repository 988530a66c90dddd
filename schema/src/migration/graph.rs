//! What depends on what: unknown versions, circles, and a stable order.

use super::Header;
use crate::suggest;

/// A fault of one migration among the others: its position, the key it is about, and what is wrong.
pub(super) type Found = (usize, String, String);

/// Two migrations with one version, and versions that nobody has.
pub(super) fn faults(headers: &[&Header]) -> Vec<Found> {
    let mut found = Vec::new();
    for (n, header) in headers.iter().enumerate() {
        if let Some(first) = headers[..n].iter().position(|other| other.version == header.version) {
            let message = format!(
                "version `{}` is taken by `{}`; give this one another version",
                header.version, headers[first].name
            );
            found.push((n, "version".to_owned(), message));
        }
        for (m, dependency) in header.dependencies.iter().enumerate() {
            if !headers.iter().any(|other| other.version == *dependency) {
                let help = suggest::help(dependency, headers.iter().map(|other| &*other.version));
                found.push((
                    n,
                    format!("dependencies[{m}]"),
                    format!("no migration has version `{dependency}`; {help}"),
                ));
            }
        }
    }
    if let Some(circle) = circle(headers) {
        let path = circle.iter().map(|n| format!("`{}`", headers[*n].version)).collect::<Vec<_>>().join(" -> ");
        let message = format!("these migrations wait for each other: {path}; take out one of the dependencies");
        found.push((circle[0], "dependencies".to_owned(), message));
    }
    found
}

/// The first circle of dependencies, from a migration back to itself.
fn circle(headers: &[&Header]) -> Option<Vec<usize>> {
    let position = |version: &str| headers.iter().position(|header| header.version == *version);
    // Done with, so that each is walked once.
    let mut done = vec![false; headers.len()];
    for start in 0..headers.len() {
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(dependency) = headers[at].dependencies.get(*next).filter(|_| !done[at]) else {
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
