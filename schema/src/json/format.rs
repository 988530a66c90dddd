//! The format that a file says it is in: older ones are read for ever, and a newer one is refused before its keys are looked at.

use super::{Node, Read};

/// The release that reads.
const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// The format that an object says it is in, if it says one; `newest` is the last one that is known.
///
/// # Errors
/// A [`Fault`](super::Fault) if it is newer, or none that there can be.
pub(crate) fn of(node: &Node<'_>, newest: i64) -> Read<Option<i64>> {
    let Some(value) = node.value.get("format") else { return Ok(None) };
    let dot = if node.place.is_empty() { "" } else { "." };
    let node = Node { value, file: node.file, place: format!("{}{dot}format", node.place) };
    match node.integer()? {
        known if (1..=newest).contains(&known) => Ok(Some(known)),
        format if format > newest => Err(node.fault(format!(
            "format {format} needs a newer tablewright than {RELEASE}, which reads formats up to {newest}: update it to the \
             release that wrote this, or a later one"
        ))),
        _ => Err(node.fault(format!("formats are numbers from 1 to {newest}"))),
    }
}
