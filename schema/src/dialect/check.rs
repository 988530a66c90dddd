//! Checks that a definition has, in the words of a dialect.

use super::Dialect;
use super::context::Context;
use super::rules::Stored;
use crate::expr;
use crate::model::{CheckDef, DataType, Generated};
use crate::problem::Place;

impl Dialect {
    /// The condition that a computed value is one of its type, before and after the value; nothing where the engine sees to it.
    pub(crate) fn computed_check(self, data_type: &DataType, computed: &Generated) -> Option<(String, String)> {
        self.rules().computed_check(data_type, Stored::of(computed))
    }
}

/// The condition of a check. Where it may not speak of a computed column, it speaks of what that is made of.
pub(crate) fn condition(context: &mut Context<'_>, position: usize, check: &CheckDef) -> String {
    let (def, rules) = (context.def, context.rules);
    let made_of = |name: &str| {
        let computed = def.column(name)?.generated.as_ref()?;
        (!rules.computed_in_check(Stored::of(computed))).then(|| format!("({})", computed.expression))
    };
    let text = expr::renamed(&check.expression, made_of);
    context.condition(&text, |at| Place::CheckExpression(position, at))
}
