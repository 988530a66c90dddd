//! A column's clauses in CREATE TABLE: type, number, computation, default, NOT NULL.

use super::context::Context;
use super::literal::{canonical, literal, scaled, text};
use super::name_space::{Made, Named};
use super::reference::sources;
use super::rules::{
    Ability, Comments, DefaultForm, DefaultNames, EmptyText, Identity, Limit, NotNull, NumberedColumn, Stored,
    TypeChecks,
};
use super::table_limits;
use super::type_text::plain;
use crate::model::{ColumnDef, ColumnDefault, DataType, Generated, Literal};
use crate::name;
use crate::problem::Place;
use crate::sql::Late;

/// A column as CREATE TABLE has it.
pub(crate) struct ColumnSql {
    /// The type's name; empty where the dialect takes it from an expression.
    pub(crate) type_name: String,
    /// What follows it.
    pub(crate) clauses: String,
    /// The checks that come with the column: the name, and the condition.
    pub(crate) checks: Vec<CheckSql>,
    /// Whether the clauses make the column the primary key.
    pub(crate) is_key: bool,
    /// `DEFAULT ..`, which is among the clauses too.
    pub(crate) default: Option<String>,
    /// The clauses without `NOT NULL`, if that is among them.
    pub(crate) loose: Option<String>,
}

impl ColumnSql {
    /// Writes the checks into the column that stand there, and gives back those that stand behind all columns.
    pub(crate) fn with_own_checks(&mut self, context: &Context<'_>) -> Vec<CheckSql> {
        let checks = std::mem::take(&mut self.checks);
        if context.rules.type_checks() == TypeChecks::BehindColumns {
            return checks;
        }
        // Each with the blank before it, for one that is known later may not be there.
        let text = if self.clauses.is_empty() { &mut self.type_name } else { &mut self.clauses };
        checks.iter().for_each(|check| text.push_str(&check.behind(" ", context)));
        Vec::new()
    }
}

/// A named check.
pub(crate) struct CheckSql {
    pub(crate) name: String,
    pub(crate) condition: String,
    /// The column whose type, known only later, decides whether the check is there.
    pub(crate) late: Option<u16>,
}

impl CheckSql {
    /// The constraint, with what separates it from what is before it, and markers around both if it is known only later.
    pub(crate) fn behind(&self, separator: &str, context: &Context<'_>) -> String {
        let text = format!("{separator}CONSTRAINT {} CHECK ({})", context.quote(&self.name), self.condition);
        match self.late {
            Some(column) => format!("{}{text}{}", Late::CheckStart(column), Late::CheckEnd(column)),
            None => text,
        }
    }
}

/// A column's clauses.
pub(crate) fn column(context: &mut Context<'_>, position: usize, column: &ColumnDef) -> ColumnSql {
    let sql = context.rules.type_sql(&column.data_type).unwrap_or_else(|limit| {
        context.problem("type-limit", Place::ColumnType(position), limit);
        plain("")
    });
    let check = match (&sql.check, &column.generated) {
        (None, Some(generated)) if can_be_checked(context, generated) => {
            context.dialect.computed_check(&column.data_type, generated)
        }
        (check, _) => check.clone(),
    };
    let mut checks = type_check(context, column, check.as_ref(), &context.quote(&column.name));
    let mut type_name = sql.name.clone();
    let mut clauses: Vec<String> = Vec::new();
    let mut is_key = false;
    let mut not_null = !column.nullable || context.def.is_key(&column.name);
    if let Some(generated) = &column.generated {
        let expression =
            context.value(&generated.expression, Some(&column.data_type), |at| Place::ColumnGenerated(position, at));
        table_limits::judge_generated(context, position, &expression);
        if let Ability::No(why) = context.rules.computed(&column.data_type) {
            let limit = Limit::new(format!("`{}` cannot be computed: {why}", column.name));
            context.problem(
                "computed-type",
                Place::ColumnType(position),
                limit.help("limit its length with `max_length`"),
            );
        }
        let computed = context.rules.generated(&sql, &column.data_type, &expression, Stored::of(generated));
        type_name = computed.type_name;
        clauses.push(computed.clause);
        if computed.not_null == NotNull::Check {
            // Such engines do not let constraints speak of the column, so they speak of the expression.
            checks = type_check(context, column, check.as_ref(), &format!("({expression})"));
        }
        if not_null && computed.not_null == NotNull::Check {
            not_null = false;
            checks.push(CheckSql {
                name: name::check(&context.def.name, &format!("{}_not_null", column.name)),
                condition: format!("({expression}) IS NOT NULL"),
                late: None,
            });
        }
    }
    context.made.extend(checks.iter().map(|check| Made {
        name: check.name.clone(),
        column: position,
        named: Named::Check,
        is_late: check.late.is_some(),
    }));
    if column.auto_increment {
        match context.rules.identity() {
            Identity::Clause(clause) => clauses.push(clause.to_owned()),
            Identity::WithKey(clause) => {
                is_key = true;
                clauses.push(format!("CONSTRAINT {} {clause}", context.quote(&context.def.primary_key.name)));
            }
        }
        judge_numbered(context, position, column);
    }
    let default = default(context, position, column);
    clauses.extend(default.clone());
    let comment = match (context.rules.comments(), &column.comment) {
        (Comments::Inline, Some(comment)) => Some(format!("COMMENT {}", text(comment, context.dialect))),
        _ => None,
    };
    let ended = |null: Option<&str>| {
        let clauses = clauses.iter().map(String::as_str);
        clauses.chain(null).chain(comment.as_deref()).collect::<Vec<_>>().join(" ")
    };
    let null = context.rules.nullable().filter(|_| column.generated.is_none());
    let loose = not_null.then(|| ended(null));
    let clauses = ended(if not_null { Some("NOT NULL") } else { null });
    ColumnSql { type_name, clauses, checks, is_key, default, loose }
}

/// Whether a check can speak of what a column is made of: some engines let none speak of what a foreign key sets.
fn can_be_checked(context: &Context<'_>, computed: &Generated) -> bool {
    let def = context.def;
    if let Ability::Yes = context.rules.checked_reference() {
        return true;
    }
    let sources = sources(computed, def);
    let mut set = def.foreign_keys.iter().filter(|key| key.sets()).flat_map(|key| key.columns.iter());
    !set.any(|column| sources.iter().any(|source| *source == **column))
}

fn type_check(
    context: &Context<'_>,
    column: &ColumnDef,
    check: Option<&(String, String)>,
    value: &str,
) -> Vec<CheckSql> {
    let Some((before, after)) = check else { return Vec::new() };
    let late = match column.data_type {
        DataType::Late(n) => Some(n),
        _ => None,
    };
    let condition = format!("{before}{value}{after}");
    vec![CheckSql { name: name::check(&context.def.name, &column.name), condition, late }]
}

fn judge_numbered(context: &mut Context<'_>, position: usize, column: &ColumnDef) {
    let def = context.def;
    let key = &def.primary_key.columns;
    let alone = key.len() == 1 && def.is_key(&column.name);
    let mut keys = def.uniques.iter().map(|unique| &unique.columns).chain([key]);
    let limit = match context.rules.numbered_column() {
        NumberedColumn::OnlyKey if !alone => "only a column that is the whole primary key can be numbered",
        NumberedColumn::FirstOfKey if !keys.any(|columns| columns.first() == Some(&column.name)) => {
            "only the first column of a primary key or unique constraint can be numbered"
        }
        NumberedColumn::OnlyKey | NumberedColumn::FirstOfKey | NumberedColumn::Anywhere => return,
    };
    let limit = Limit::new(format!("`{}` cannot be numbered by the database: {limit}", column.name));
    context.problem("auto-increment-key", Place::Column(position), limit.help("make it the primary key"));
}

/// `DEFAULT ..`, with the constraint's name where it has one.
fn default(context: &mut Context<'_>, position: usize, column: &ColumnDef) -> Option<String> {
    let place = Place::ColumnDefault(position);
    let value = match column.default.as_ref()? {
        ColumnDefault::Uuid => return None,
        ColumnDefault::Literal(value) => {
            judge_literal(context, place, column, value);
            let written = literal(value, Some(&column.data_type), context.dialect);
            match context.rules.literal_default(&column.data_type) {
                // Only an enumeration's value is known later, and that is a short text.
                DefaultForm::InParentheses if !matches!(value, Literal::Late(_)) => format!("({written})"),
                DefaultForm::Plain | DefaultForm::InParentheses => written,
            }
        }
        // What the type behind a user's own type is, is not known here; the DAO gives the value.
        ColumnDefault::Now if matches!(column.data_type, DataType::Late(_)) => return None,
        ColumnDefault::Now => match context.rules.now(&column.data_type) {
            Some(now) => now.to_owned(),
            None => {
                let message = format!("a default of `{}` cannot be the current time in UTC", column.name);
                let help = "use a type with a time zone, `DateTime<Utc>`, or give the value yourself";
                context.problem("default-now", place, Limit::new(message).help(help));
                return None;
            }
        },
        ColumnDefault::Expression(expression) => {
            let sql = context.value(expression, Some(&column.data_type), |_| place);
            if let Ability::No(why) = context.rules.expression_default() {
                let message = format!("the default of `{}` cannot be an expression: {why}", column.name);
                context.problem("default-expression", place, Limit::new(message).help("use a constant"));
            }
            format!("({sql})")
        }
    };
    Some(match context.rules.default_names() {
        DefaultNames::None => format!("DEFAULT {value}"),
        DefaultNames::Constraint => {
            let name = name::default(&context.def.name, &column.name);
            let clause = format!("CONSTRAINT {} DEFAULT {value}", context.quote(&name));
            context.made.push(Made { name, column: position, named: Named::Default, is_late: false });
            clause
        }
    })
}

fn judge_literal(context: &mut Context<'_>, place: Place, column: &ColumnDef, value: &Literal) {
    match (value, &column.data_type) {
        (Literal::Text(text), _) if text.is_empty() && context.rules.empty_text() == EmptyText::Null => {
            let limit = Limit::new(format!("the default of `{}` is an empty text, which is NULL here", column.name));
            context.problem("default-empty", place, limit.help("use another text, or make the column an `Option`"));
        }
        (Literal::Number(number), DataType::Decimal { scale, .. })
            if scaled(number, *scale).is_none() || canonical(number, *scale).is_none() =>
        {
            let message =
                format!("the default `{number}` of `{}` has more than {scale} digits after the point", column.name);
            context.problem("default-digits", place, Limit::new(message));
        }
        _ => {}
    }
}
