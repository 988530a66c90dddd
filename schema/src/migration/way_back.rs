//! What a migration's file says of its way back: its worth, what the rows are asked, what it gives up.

use serde_json::{Map, Value, json};

use super::question;
use crate::Dialect;
use crate::json::{Node, Read, format};
use crate::plan::{Class, ClassifiedChange, Loss, Plan, Preflight};
use crate::suggest;

/// The format of this part of the file. Files that do not have it say nothing of their way back.
const FORMAT: i64 = 1;

/// What is known of a way back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WayBack {
    /// What it is worth, change by change.
    pub changes: Vec<ClassifiedChange>,
    /// What the rows are asked before anything is taken back, in the dialects that have such questions.
    pub asks: Vec<(Dialect, Asks)>,
    /// Dialects in which there is none, and why.
    pub impossible: Vec<(Dialect, String)>,
}

/// What the rows are asked before something is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asks {
    /// What must not be there.
    pub preflight: Vec<Preflight>,
    /// What has to be given up by name if it is there.
    pub losses: Vec<Loss>,
}

impl Asks {
    /// What a plan asks.
    pub fn of(plan: &Plan) -> Self {
        Self { preflight: plan.preflight.clone(), losses: plan.losses.clone() }
    }

    /// Whether nothing is asked.
    pub const fn is_empty(&self) -> bool {
        self.preflight.is_empty() && self.losses.is_empty()
    }
}

impl WayBack {
    /// What is asked in a dialect.
    pub fn asks(&self, dialect: Dialect) -> Asks {
        self.asks.iter().find(|(known, _)| *known == dialect).map(|(_, asks)| asks.clone()).unwrap_or_default()
    }

    /// Why there is no way back in a dialect, if that is known.
    pub fn why_none(&self, dialect: Dialect) -> Option<&str> {
        self.impossible.iter().find(|(known, _)| *known == dialect).map(|(_, why)| why.as_str())
    }

    pub(super) fn to_json(&self) -> Value {
        let changes = self.changes.iter().map(|change| json!({ "of": change.of, "class": change.class.name() }));
        let mut value = json!({ "format": FORMAT, "changes": changes.collect::<Vec<_>>() });
        if !self.asks.is_empty() {
            value["asks"] = by_dialect(&self.asks, |asks| {
                let preflight = asks.preflight.iter().map(question::to_json);
                let losses = asks.losses.iter().map(|Loss { of, question }| {
                    let mut value = question::to_json(question);
                    value["gives_up"] = of.as_str().into();
                    value
                });
                preflight.chain(losses).collect()
            });
        }
        if !self.impossible.is_empty() {
            value["impossible"] = by_dialect(&self.impossible, |why| why.as_str().into());
        }
        value
    }

    pub(super) fn read(node: &Node<'_>) -> Read<Self> {
        format::of(node, FORMAT)?;
        let object = node.object(&["format", "changes", "asks", "impossible"])?;
        object.need("format")?;
        let changes = object.get("changes").map_or(Ok(Vec::new()), |node| node.each(change))?;
        let asks = object.get("asks").map_or(Ok(Vec::new()), |node| each_dialect(&node, asked))?;
        let why = |node: &Node<'_>| node.text().map(str::to_owned);
        let impossible = object.get("impossible").map_or(Ok(Vec::new()), |node| each_dialect(&node, why))?;
        Ok(Self { changes, asks, impossible })
    }
}

fn by_dialect<T>(all: &[(Dialect, T)], of: impl Fn(&T) -> Value) -> Value {
    Value::Object(Map::from_iter(all.iter().map(|(dialect, one)| (dialect.name().to_owned(), of(one)))))
}

fn each_dialect<T>(node: &Node<'_>, read: impl Fn(&Node<'_>) -> Read<T>) -> Read<Vec<(Dialect, T)>> {
    let object = node.object(&Dialect::ALL.map(Dialect::name))?;
    let all = Dialect::ALL.into_iter().filter_map(|dialect| Some((dialect, object.get(dialect.name())?)));
    all.map(|(dialect, node)| Ok((dialect, read(&node)?))).collect()
}

fn change(node: &Node<'_>) -> Read<ClassifiedChange> {
    let object = node.object(&["of", "class"])?;
    let class = object.need("class")?;
    let word = class.text()?;
    let known = Class::ALL.into_iter().find(|class| class.name() == word);
    let help = || suggest::help(word, Class::ALL.map(Class::name));
    let class = known.ok_or_else(|| class.fault(format!("unknown class `{word}`; {}", help())))?;
    Ok(ClassifiedChange { of: object.need("of")?.text()?.to_owned(), class })
}

fn asked(node: &Node<'_>) -> Read<Asks> {
    let mut asks = Asks::default();
    for node in node.list()? {
        let [sql, message, keys, no_keys] = question::KEYS;
        let object = node.object(&[sql, message, keys, no_keys, "gives_up"])?;
        let question = question::read(&object)?;
        match object.text("gives_up")? {
            Some(of) => asks.losses.push(Loss { of, question }),
            None => asks.preflight.push(question),
        }
    }
    Ok(asks)
}
