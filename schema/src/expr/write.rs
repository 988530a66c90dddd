//! An expression in the words of a dialect.

use super::kind::{Kind, kind_of};
use super::null::{is_nullable, may_be_null};
use super::validate::kind;
use super::wide::{are_small, is_wide};
use super::{Expr, Function, Moment, Node, Operator, Sense, SyntaxError, moment, parse};
use crate::dialect::Dialect;
use crate::dialect::expression::{Concat, Division};
use crate::dialect::literal::{canonical, scaled, text};
use crate::dialect::syntax::{Booleans, Storage};
use crate::model::{DataType, TableDef};

/// Reads an expression and writes it for a dialect, as a condition.
///
/// # Errors
/// The first mistake in the text, or what the dialect cannot express.
pub fn render(expression: &str, table: &TableDef, dialect: Dialect) -> Result<String, SyntaxError> {
    let expression = parse(expression)?;
    let condition = Writer { table, dialect }.condition(&expression)?;
    Ok(match expression.node {
        Node::Column(_) | Node::Call(..) | Node::Case(..) => dialect.truth(condition),
        _ => condition,
    })
}

/// Reads an expression and writes it for a dialect as a value: in the form in which a column of the type `target` keeps it,
/// or in that of the columns in it.
///
/// # Errors
/// The first mistake in the text, or what the dialect cannot express.
pub fn render_value(
    expression: &str,
    table: &TableDef,
    target: Option<&DataType>,
    dialect: Dialect,
) -> Result<String, SyntaxError> {
    Writer { table, dialect }.kept(&parse(expression)?, target)
}

struct Writer<'a> {
    table: &'a TableDef,
    dialect: Dialect,
}

/// The form that a value takes from those beside it, or from the column that keeps it.
#[derive(Clone, Copy)]
struct Form<'a> {
    storage: Storage,
    /// The type that a literal of time is read as.
    time: Option<&'a DataType>,
}

impl Form<'_> {
    const NATURAL: Self = Self { storage: Storage::Natural, time: None };
}

type Written = Result<String, SyntaxError>;

impl Writer<'_> {
    /// Where a truth value is asked for.
    fn condition(&self, expression: &Expr) -> Written {
        let syntax = self.dialect.syntax();
        Ok(match &expression.node {
            Node::Bool(value) => syntax.condition(*value).to_owned(),
            Node::Not(inner) => format!("NOT ({})", self.condition(inner)?),
            Node::Binary(operator @ (Operator::And | Operator::Or), left, right) => {
                let side = |side: &Expr| -> Written {
                    let text = self.condition(side)?;
                    Ok(match &side.node {
                        Node::Binary(inner @ (Operator::And | Operator::Or), ..) if inner != operator => {
                            format!("({text})")
                        }
                        _ => text,
                    })
                };
                format!("{} {} {}", side(left)?, operator.symbol(), side(right)?)
            }
            Node::Binary(operator, left, right) if operator.is_comparison() => {
                let is_equality = matches!(operator, Operator::Equal | Operator::NotEqual);
                let sides = [&**left, right];
                let form = if is_equality { self.compared_form(sides)? } else { self.ordered_form(sides)? };
                format!("{} {} {}", self.operand(left, form)?, operator.symbol(), self.operand(right, form)?)
            }
            Node::IsNull(inner, sense) => {
                let not = if *sense == Sense::Is { "" } else { " NOT" };
                format!("{} IS{not} NULL", self.operand(inner, Form::NATURAL)?)
            }
            Node::In(inner, list, sense) => {
                let form = self.compared_form(std::iter::once(&**inner).chain(list))?;
                let items = list.iter().map(|item| self.operand(item, form)).collect::<Result<Vec<_>, _>>()?;
                format!("{}{} IN ({})", self.operand(inner, form)?, not(*sense), items.join(", "))
            }
            Node::Between(inner, low, high, sense) => {
                let form = self.ordered_form([&**inner, low, high])?;
                let (low, high) = (self.operand(low, form)?, self.operand(high, form)?);
                format!("{}{} BETWEEN {low} AND {high}", self.operand(inner, form)?, not(*sense))
            }
            Node::Like(inner, pattern, sense) => {
                let like = &self.dialect.syntax().like;
                let inner = self.operand(inner, Form::NATURAL)?;
                let pattern = self.text(expression.offset, &like.pattern(pattern))?;
                let matches = format!("{inner}{}{pattern}{}", like.operator, like.after);
                if *sense == Sense::Is { matches } else { format!("NOT ({matches})") }
            }
            Node::Column(_) | Node::Call(..) | Node::Case(..) if syntax.booleans == Booleans::Numbers => {
                format!("{} = 1", self.operand(expression, Form::NATURAL)?)
            }
            _ => self.value(expression, Form::NATURAL)?,
        })
    }

    /// A value inside a larger expression: in brackets, unless it cannot be misread.
    fn operand(&self, expression: &Expr, form: Form<'_>) -> Written {
        let text = self.value(expression, form)?;
        // Where a condition is no value, it is a CASE, which has its own end.
        let is_closed = self.is_condition(expression) && self.dialect.conditions_are_no_values();
        Ok(match &expression.node {
            Node::Binary(..) | Node::Not(_) | Node::IsNull(..) | Node::In(..) | Node::Between(..) | Node::Like(..)
                if !is_closed =>
            {
                format!("({text})")
            }
            _ => text,
        })
    }

    /// A value on its own, in the form of the column that keeps it.
    fn kept(&self, expression: &Expr, target: Option<&DataType>) -> Written {
        let own = self.form([expression])?;
        let Some(target) = target else { return self.value(expression, own) };
        let wanted = Form { storage: self.dialect.storage(target), time: target.is_time().then_some(target) };
        match (own.storage, wanted.storage) {
            (own, wanted_storage) if own == Storage::Natural || own == wanted_storage => self.value(expression, wanted),
            (Storage::Scaled(from), Storage::Scaled(to)) if from < to => {
                Ok(format!("{} * {}", self.operand(expression, own)?, power(to - from)))
            }
            _ => Err(SyntaxError::new(
                expression.offset,
                format!("{} keeps decimals as whole numbers, and this one would have to be converted", self.dialect),
            )
            .help("give the column the type of the decimals it is made of, or more digits after the point")),
        }
    }

    /// Where a value is asked for, in this form.
    fn value(&self, expression: &Expr, form: Form<'_>) -> Written {
        if self.is_condition(expression) && !matches!(expression.node, Node::Bool(_) | Node::Column(_)) {
            let condition = self.condition(expression)?;
            return Ok(match self.dialect.conditions_are_no_values() {
                // One that is neither true nor false is NULL.
                true if may_be_null(expression, self.table) => {
                    format!("CASE WHEN {condition} THEN 1 WHEN NOT ({condition}) THEN 0 END")
                }
                true => format!("CASE WHEN {condition} THEN 1 ELSE 0 END"),
                false => condition,
            });
        }
        Ok(match &expression.node {
            Node::Column(name) => self.column(expression.offset, name, form.storage)?,
            Node::Text(value) => match form.time {
                Some(time) => self.moment(expression.offset, value, time)?,
                None => self.text(expression.offset, value)?,
            },
            Node::Number(number) => self.number(expression.offset, number, form.storage)?,
            Node::Bool(value) => self.dialect.syntax().boolean(*value).to_owned(),
            Node::Null => "NULL".to_owned(),
            Node::Moment(moment, text) => self.literal_moment(expression.offset, *moment, text, form.time)?,
            Node::Minus(inner) => match &inner.node {
                Node::Number(number) => self.number(inner.offset, &format!("-{number}"), form.storage)?,
                _ if matches!(form.storage, Storage::DecimalText(_)) => return Err(self.decimals(expression.offset)),
                // Two signs in a row begin a comment.
                Node::Minus(_) => format!("-({})", self.value(inner, form)?),
                _ => format!("-{}", self.widened(inner, self.operand(inner, form)?)),
            },
            Node::Binary(operator, left, right) => self.arithmetic(expression, *operator, left, right, form)?,
            Node::Call(function, arguments) => self.call(expression, *function, arguments, form)?,
            Node::Case(branches, otherwise) => {
                let form = self.within(expression, form)?;
                let mut text = "CASE".to_owned();
                for (condition, value) in branches {
                    text.push_str(&format!(" WHEN {} THEN {}", self.condition(condition)?, self.operand(value, form)?));
                }
                if let Some(value) = otherwise {
                    text.push_str(&format!(" ELSE {}", self.operand(value, form)?));
                }
                text + " END"
            }
            // Conditions, written above.
            Node::Not(_) | Node::IsNull(..) | Node::In(..) | Node::Between(..) | Node::Like(..) => {
                self.condition(expression)?
            }
        })
    }

    fn column(&self, offset: usize, name: &str, storage: Storage) -> Written {
        let quoted = self.dialect.quoted(name);
        let data_type = self.table.column(name).map(|column| &column.data_type);
        let own = data_type.map_or(Storage::Natural, |data_type| self.dialect.storage(data_type));
        match (own, storage) {
            (own, storage) if own == storage => Ok(quoted),
            // A float is no whole number, scaled or not.
            (Storage::Natural, Storage::Scaled(_)) if matches!(data_type, Some(DataType::F32 | DataType::F64)) => {
                Err(self.decimals(offset))
            }
            // A plain number beside a scaled one is scaled too.
            (Storage::Natural, Storage::Scaled(scale)) => Ok(format!("({quoted} * {})", power(scale))),
            // Whether it is NULL does not depend on how it is kept.
            (_, Storage::Natural) => Ok(quoted),
            _ => Err(self.decimals(offset)),
        }
    }

    fn number(&self, offset: usize, number: &str, storage: Storage) -> Written {
        let too_long = |scale| {
            let message = format!("`{number}` has more digits than the {scale} the column keeps after the point");
            SyntaxError::new(offset, message)
        };
        match storage {
            Storage::Natural => Ok(number.to_owned()),
            Storage::Scaled(scale) => scaled(number, scale).ok_or_else(|| too_long(scale)),
            Storage::DecimalText(scale) => {
                canonical(number, scale).map(|number| text(&number, self.dialect)).ok_or_else(|| too_long(scale))
            }
        }
    }

    /// A text, unless the engine has none like it.
    fn text(&self, offset: usize, value: &str) -> Written {
        if value.is_empty() && self.dialect.empty_text_is_null() {
            let message = "an empty text is NULL here, and nothing is equal to it";
            return Err(SyntaxError::new(offset, message)
                .help("ask for the length, as in `coalesce(length(name), 0) > 0`, or `is null`"));
        }
        Ok(text(value, self.dialect))
    }

    /// A text that is read as the time beside it.
    fn moment(&self, offset: usize, value: &str, time: &DataType) -> Written {
        let (moment, read) = moment::beside(kind_of(time), value)
            .ok_or_else(|| SyntaxError::new(offset, format!("`{value}` is no value of the time beside it")))?;
        self.literal_moment(offset, moment, &read, Some(time))
    }

    /// A literal of time, unless it is finer than the engine reads.
    fn literal_moment(&self, offset: usize, moment: Moment, text: &str, time: Option<&DataType>) -> Written {
        let text = match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.'),
            false => text,
        };
        let most = self.dialect.syntax().second_digits;
        let given = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        if given > usize::from(most) {
            let message = format!("`{text}` has {given} digits behind the second, and the engine keeps {most}");
            return Err(SyntaxError::new(offset, message).help(format!("write at most {most}")));
        }
        Ok(self.dialect.moment(moment, text, time))
    }

    fn arithmetic(&self, expression: &Expr, operator: Operator, left: &Expr, right: &Expr, form: Form<'_>) -> Written {
        if operator == Operator::Concat {
            let joined = self.joined(left, right)?;
            return match self.dialect.empty_text_is_null() {
                true => Ok(self.unless_null(expression, joined)?),
                false => Ok(joined),
            };
        }
        let form = Form { storage: self.meeting(self.storage_of([left, right])?, form.storage, expression)?, ..form };
        if form.storage != Storage::Natural {
            match operator {
                Operator::Add | Operator::Subtract if matches!(form.storage, Storage::Scaled(_)) => {}
                _ => return self.whole_scaled(expression, form),
            }
        }
        let (mut left_text, right_text) = (self.operand(left, form)?, self.operand(right, form)?);
        let may_overflow = operator != Operator::Remainder && !are_small(left, right);
        if may_overflow && !is_wide(right, self.table) && self.is_whole(right) {
            left_text = self.widened(left, left_text);
        }
        Ok(match operator {
            Operator::Remainder if self.dialect.remainder_is_function() => format!("MOD({left_text}, {right_text})"),
            Operator::Divide => match kind(left, self.table).with(kind(right, self.table)) {
                Kind::Whole => match self.dialect.division() {
                    Division::Slash => format!("{left_text} / {right_text}"),
                    Division::Div => format!("{left_text} DIV {right_text}"),
                    Division::Trunc => format!("TRUNC({left_text} / {right_text})"),
                },
                Kind::Decimal => format!("{} / {right_text}", self.dialect.dividend(left_text)),
                _ => format!("{left_text} / {right_text}"),
            },
            operator => format!("{left_text} {} {right_text}", operator.symbol()),
        })
    }

    /// A whole number as what is computed from it needs it.
    fn widened(&self, expression: &Expr, text: String) -> String {
        if self.is_whole(expression) && !is_wide(expression, self.table) { self.dialect.widened(text) } else { text }
    }

    fn joined(&self, left: &Expr, right: &Expr) -> Written {
        let side = |side: &Expr| match &side.node {
            Node::Binary(Operator::Concat, left, right) => Ok(format!("({})", self.joined(left, right)?)),
            _ => self.operand(side, Form::NATURAL),
        };
        let (left, right) = (side(left)?, side(right)?);
        Ok(match self.dialect.concat() {
            Concat::Bars => format!("{left} || {right}"),
            Concat::Plus => format!("{left} + {right}"),
            Concat::Function => format!("CONCAT({left}, {right})"),
        })
    }

    /// What an expression is unless what it is made of is NULL, where the engine would take that for an empty text.
    fn unless_null(&self, expression: &Expr, text: String) -> Written {
        let mut conditions = Vec::new();
        self.not_null(expression, &mut conditions)?;
        Ok(if conditions.is_empty() { text } else { format!("CASE WHEN {} THEN {text} END", conditions.join(" AND ")) })
    }

    /// The conditions under which a text is not NULL, each once.
    fn not_null(&self, expression: &Expr, conditions: &mut Vec<String>) -> Result<(), SyntaxError> {
        let of_all = match &expression.node {
            Node::Binary(Operator::Concat, left, right) => vec![&**left, right],
            Node::Call(Function::Lower | Function::Upper | Function::Trim | Function::Substr, arguments) => {
                arguments.iter().collect()
            }
            Node::Column(name) if !is_nullable(name, self.table) => return Ok(()),
            _ if !may_be_null(expression, self.table) => return Ok(()),
            _ => {
                let condition = format!("{} IS NOT NULL", self.operand(expression, Form::NATURAL)?);
                if !conditions.contains(&condition) {
                    conditions.push(condition);
                }
                return Ok(());
            }
        };
        of_all.into_iter().try_for_each(|each| self.not_null(each, conditions))
    }

    fn call(&self, expression: &Expr, function: Function, arguments: &[Expr], form: Form<'_>) -> Written {
        let form = match function {
            Function::NullIf => {
                self.compared_form(arguments)?;
                self.within(expression, form)?
            }
            Function::Abs | Function::Coalesce => self.within(expression, form)?,
            Function::Round => return self.round(expression, arguments, form),
            Function::Length | Function::Lower | Function::Upper | Function::Trim | Function::Substr => {
                if form.storage != Storage::Natural {
                    return self.whole_scaled(expression, form);
                }
                if self.storage_of(arguments)? != Storage::Natural {
                    return Err(self.decimals(expression.offset));
                }
                Form::NATURAL
            }
        };
        if function == Function::Abs && matches!(form.storage, Storage::DecimalText(_)) {
            return Err(self.decimals(expression.offset));
        }
        let written = arguments.iter().enumerate().map(|(n, argument)| match function {
            Function::Substr if n > 0 => self.count(argument),
            _ => self.value(argument, form),
        });
        let mut written = written.collect::<Result<Vec<_>, _>>()?;
        if let (Function::Abs, [number], [text]) = (function, arguments, &mut written[..]) {
            *text = self.widened(number, std::mem::take(text));
        }
        let written = self.dialect.call(function, &written);
        match (function, arguments) {
            // What is not as it stands in a column can be empty, and has a length after all.
            (Function::Length, [argument])
                if self.dialect.empty_text_is_null() && !matches!(argument.node, Node::Column(_) | Node::Text(_)) =>
            {
                self.unless_null(argument, format!("COALESCE({written}, 0)"))
            }
            _ => Ok(written),
        }
    }

    /// A place or a count among the arguments of a function.
    fn count(&self, expression: &Expr) -> Written {
        let text = self.value(expression, Form::NATURAL)?;
        Ok(match &expression.node {
            Node::Number(_) => text,
            Node::Minus(inner) if matches!(inner.node, Node::Number(_)) => text,
            _ => self.dialect.count(text),
        })
    }

    /// `round(number, digits)`; of a scaled number in whole numbers, so that nothing is lost.
    fn round(&self, expression: &Expr, arguments: &[Expr], form: Form<'_>) -> Written {
        let own = self.storage_of(arguments)?;
        let storage = self.meeting(own, form.storage, expression)?;
        let (Storage::Scaled(scale), [number, digits]) = (own, arguments) else {
            if storage != Storage::Natural {
                return Err(self.decimals(expression.offset));
            }
            let arguments = arguments
                .iter()
                .enumerate()
                .map(|(n, each)| if n > 0 { self.count(each) } else { self.value(each, Form::NATURAL) });
            return Ok(self.dialect.call(Function::Round, &arguments.collect::<Result<Vec<_>, _>>()?));
        };
        let digits = match &digits.node {
            Node::Number(digits) => digits.parse::<u8>().ok(),
            _ => None,
        };
        let Some(digits) = digits else {
            let message =
                format!("{} keeps this decimal as a whole number, and rounds it to a fixed place", self.dialect);
            return Err(SyntaxError::new(expression.offset, message)
                .help("write the digits as a number, as in `round(price, 0)`"));
        };
        let number = self.operand(number, Form { storage, ..form })?;
        Ok(match scale.checked_sub(digits) {
            Some(0) | None => number,
            // Half a unit away from zero, and the division leaves the rest out.
            Some(places) => {
                let unit = power(places);
                format!("(({number} + SIGN({number}) * {}) / {unit} * {unit})", unit / 2)
            }
        })
    }

    /// A whole number that was made of plain ones, where a scaled one is asked for.
    fn whole_scaled(&self, expression: &Expr, form: Form<'_>) -> Written {
        match form.storage {
            Storage::Scaled(scale) if self.is_whole(expression) && self.storage(expression)? == Storage::Natural => {
                Ok(format!(
                    "({} * {})",
                    self.operand(expression, Form { storage: Storage::Natural, ..form })?,
                    power(scale)
                ))
            }
            Storage::Natural | Storage::Scaled(_) | Storage::DecimalText(_) => Err(self.decimals(expression.offset)),
        }
    }

    /// The form of the values in an expression, where the one around it asks for `form`.
    fn within<'e>(&'e self, expression: &'e Expr, form: Form<'e>) -> Result<Form<'e>, SyntaxError> {
        let own = self.form([expression])?;
        Ok(Form { storage: self.meeting(own.storage, form.storage, expression)?, time: form.time.or(own.time) })
    }

    /// The one way to keep that is not the natural one, if there is any.
    fn meeting(&self, own: Storage, asked: Storage, expression: &Expr) -> Result<Storage, SyntaxError> {
        match (own, asked) {
            (Storage::Natural, storage) | (storage, Storage::Natural) => Ok(storage),
            (own, asked) if own == asked => Ok(own),
            _ => Err(self.decimals(expression.offset)),
        }
    }

    /// The form of values that meet each other.
    fn form<'e>(&'e self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Form<'e>, SyntaxError> {
        let mut form = Form::NATURAL;
        for expression in expressions {
            form.storage = self.meeting(form.storage, self.storage(expression)?, expression)?;
            form.time = form.time.or_else(|| self.time(expression));
        }
        Ok(form)
    }

    /// The form of values that are compared with each other.
    fn compared_form<'e>(&'e self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Form<'e>, SyntaxError> {
        let expressions: Vec<&Expr> = expressions.into_iter().collect();
        for expression in &expressions {
            if let Some(why) = self.incomparable(expression) {
                let message = format!("this cannot be compared: {why}");
                let help = "limit its length with `max_length`, or ask by `like`, `length` or `is null`";
                return Err(SyntaxError::new(expression.offset, message).help(help));
            }
        }
        self.form(expressions)
    }

    /// Why a value cannot be compared, if it cannot: one that is made of such a value is another one.
    fn incomparable(&self, expression: &Expr) -> Option<&'static str> {
        match &expression.node {
            Node::Column(_) => self.column_type(expression).and_then(|data_type| self.dialect.incomparable(data_type)),
            Node::Binary(Operator::Concat, left, right) => self.incomparable(left).or_else(|| self.incomparable(right)),
            Node::Call(Function::Lower | Function::Upper | Function::Trim | Function::Coalesce, arguments) => {
                arguments.iter().find_map(|argument| self.incomparable(argument))
            }
            Node::Call(Function::Substr | Function::NullIf, arguments) => {
                arguments.first().and_then(|first| self.incomparable(first))
            }
            Node::Case(branches, otherwise) => branches
                .iter()
                .map(|(_, value)| value)
                .chain(otherwise.as_deref())
                .find_map(|value| self.incomparable(value)),
            _ => None,
        }
    }

    /// The form of values of which one is asked to be less or more than another.
    fn ordered_form<'e>(&'e self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Form<'e>, SyntaxError> {
        let mut first = 0;
        let form = self.compared_form(expressions.into_iter().inspect(|expression| first = expression.offset))?;
        if matches!(form.storage, Storage::DecimalText(_)) {
            let message = format!("{} keeps this decimal as text, which has no order", self.dialect);
            return Err(SyntaxError::new(first, message).help("use at most 18 digits, or compare with `=`"));
        }
        Ok(form)
    }

    fn storage_of<'e>(&'e self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Storage, SyntaxError> {
        self.form(expressions).map(|form| form.storage)
    }

    /// How an expression's own values are kept.
    fn storage(&self, expression: &Expr) -> Result<Storage, SyntaxError> {
        match &expression.node {
            Node::Column(_) => {
                Ok(self.column_type(expression).map_or(Storage::Natural, |data_type| self.dialect.storage(data_type)))
            }
            Node::Minus(inner) => self.storage(inner),
            Node::Binary(Operator::Add | Operator::Subtract, left, right) => self.storage_of([&**left, right]),
            Node::Call(Function::Abs | Function::Coalesce | Function::NullIf | Function::Round, arguments) => {
                self.storage_of(arguments)
            }
            Node::Case(branches, otherwise) => {
                self.storage_of(branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()))
            }
            _ => Ok(Storage::Natural),
        }
    }

    /// The type of time that an expression's columns have.
    fn time<'e>(&'e self, expression: &'e Expr) -> Option<&'e DataType> {
        match &expression.node {
            Node::Column(_) => self.column_type(expression).filter(|data_type| data_type.is_time()),
            Node::Call(Function::Coalesce | Function::NullIf, arguments) => {
                arguments.iter().find_map(|argument| self.time(argument))
            }
            Node::Case(branches, otherwise) => {
                branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()).find_map(|value| self.time(value))
            }
            _ => None,
        }
    }

    fn decimals(&self, offset: usize) -> SyntaxError {
        SyntaxError::new(
            offset,
            format!("{} keeps decimals as scaled whole numbers, which cannot be mixed here", self.dialect),
        )
        .help("compare, add and subtract decimals of one scale only")
    }

    fn column_type(&self, expression: &Expr) -> Option<&DataType> {
        match &expression.node {
            Node::Column(name) => self.table.column(name).map(|column| &column.data_type),
            _ => None,
        }
    }

    fn is_condition(&self, expression: &Expr) -> bool {
        match &expression.node {
            Node::Bool(_) | Node::Not(_) | Node::IsNull(..) | Node::In(..) | Node::Between(..) | Node::Like(..) => true,
            Node::Binary(operator, ..) => operator.is_comparison() || matches!(operator, Operator::And | Operator::Or),
            Node::Column(_) => self.column_type(expression) == Some(&DataType::Bool),
            _ => false,
        }
    }

    fn is_whole(&self, expression: &Expr) -> bool {
        kind(expression, self.table) == Kind::Whole
    }
}

const fn power(digits: u8) -> i64 {
    10_i64.pow(digits as u32)
}

const fn not(sense: Sense) -> &'static str {
    match sense {
        Sense::Is => "",
        Sense::IsNot => " NOT",
    }
}
