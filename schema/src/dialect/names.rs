//! The names that a table makes in a dialect: each a plain identifier, and no two that the dialect would refuse.

use super::context::Context;
use super::name_space::{Made, Named};
use super::rules::Limit;
use crate::model::TableDef;
use crate::name::{MAX_BYTES, is_identifier};
use crate::problem::Place;
use crate::sql::{Piece, split};

/// What helps against a name of the engine's own.
const RENAME: &str = "give it another `name = \"..\"`";

/// A name, of what, and where that stands.
struct Own<'a> {
    place: Place,
    named: Named,
    name: &'a str,
    /// Whether the definition has it.
    is_given: bool,
}

/// All names that a table makes but those of its columns: first those that its definition has, then those that its
/// columns were given on the way.
fn all<'a>(def: &'a TableDef, made: &'a [Made]) -> Vec<Own<'a>> {
    let given = |place, named, name| Own { place, named, name, is_given: true };
    let mut names = vec![given(Place::Table, Named::Table, &*def.name)];
    if !def.primary_key.columns.is_empty() {
        names.push(given(Place::PrimaryKey, Named::PrimaryKey, &def.primary_key.name));
    }
    let uniques = def.uniques.iter().enumerate();
    names.extend(uniques.map(|(n, unique)| given(Place::Unique(n), Named::Unique, &*unique.name)));
    let checks = def.checks.iter().enumerate();
    names.extend(checks.map(|(n, check)| given(Place::Check(n), Named::Check, &*check.name)));
    let indexes = def.indexes.iter().enumerate();
    names.extend(indexes.map(|(n, index)| given(Place::Index(n), Named::Index, &*index.name)));
    let keys = def.foreign_keys.iter().enumerate();
    names.extend(keys.map(|(n, key)| given(Place::ForeignKey(n), Named::ForeignKey, &*key.name)));
    // Whether a type of another crate brings a check is not known here.
    names.extend(made.iter().filter(|made| !made.is_late).map(|made| Own {
        place: Place::Column(made.column),
        named: made.named,
        name: &made.name,
        is_given: false,
    }));
    names
}

/// Finds two things of one table that cannot have the same name, at least one of which was given it on the way; `check` finds
/// those that the definition has.
pub(crate) fn judge_twins(context: &mut Context<'_>) {
    let (def, dialect, made) = (context.def, context.dialect, std::mem::take(&mut context.made));
    let names = all(def, &made);
    for (n, later) in names.iter().enumerate().filter(|(_, own)| !own.is_given) {
        let is_twin = |other: &&Own<'_>| {
            other.name.eq_ignore_ascii_case(later.name) && dialect.clash(other.named, later.named).is_some()
        };
        let Some(earlier) = names.iter().take(n).find(is_twin) else { continue };
        let (one, other) = (told(def, earlier), told(def, later));
        let message = format!("{one} and {other} would both be called `{}`", later.name);
        let help = if earlier.is_given { format!("give {one} another name") } else { "rename a column".to_owned() };
        context.problem("name-taken", earlier.place, Limit::new(message).help(help));
    }
    context.made = made;
}

/// What a message calls it.
fn told(def: &TableDef, own: &Own<'_>) -> String {
    let column = || match own.place {
        Place::Column(n) => def.columns.get(n).map_or("", |column| &column.name),
        _ => "",
    };
    match (own.named, own.is_given) {
        (Named::Table, _) => "the table".to_owned(),
        (Named::PrimaryKey, _) => "the primary key".to_owned(),
        (Named::Unique, _) => "a unique constraint".to_owned(),
        (Named::Check, true) => "a check".to_owned(),
        (Named::Check, false) => format!("the check that comes with column `{}`", column()),
        (Named::Index, _) => "an index".to_owned(),
        (Named::ForeignKey, _) => "a foreign key".to_owned(),
        (Named::Default, _) => format!("the default of column `{}`", column()),
    }
}

/// Finds names that the engine keeps for itself, and those that are no identifiers. `check` finds these as well; that is for
/// definitions that nobody checked.
pub(crate) fn judge(context: &mut Context<'_>) {
    let (def, rules) = (context.def, context.rules);
    let own = all(def, &[]);
    let kept = own.iter().map(|own| (own.place, own.name, rules.kept_name(own.named, own.name)));
    let columns = def.columns.iter().enumerate();
    let columns = columns.map(|(n, column)| (Place::Column(n), &*column.name, rules.kept_column(&column.name)));
    for (place, name, why) in kept.chain(columns) {
        if let Some(why) = why {
            context.problem(
                "kept-name",
                place,
                Limit::new(format!("`{name}` cannot be a name here: {why}")).help(RENAME),
            );
        }
    }
    let mut names: Vec<(Place, &str)> = own.iter().map(|own| (own.place, own.name)).collect();
    names.extend(def.columns.iter().enumerate().map(|(n, column)| (Place::Column(n), &*column.name)));
    for (n, key) in def.foreign_keys.iter().enumerate() {
        let targets = [&key.target].into_iter().chain(key.target_columns.iter());
        names.extend(targets.filter(|name| !is_late(name)).map(|name| (Place::ForeignKey(n), &**name)));
    }
    for (place, name) in names {
        if !is_identifier(name) {
            let message = format!("`{}` cannot be a name", name.escape_debug());
            let help = format!("use letters, digits and `_` of ASCII, no digit first, at most {MAX_BYTES} in all");
            context.problem("identifier", place, Limit::new(message).help(help));
        }
    }
}

/// Whether a name is filled in after the derive.
fn is_late(name: &str) -> bool {
    matches!(split(name).as_slice(), [Piece::Late(_)])
}
