//! What an expression may name, and which kinds of values meet in it.

use super::kind::{Kind, kind_of};
use super::parse::WORDS;
use super::{Expr, Function, Moment, Node, Operator, SyntaxError, moment};
use crate::model::{DataType, TableDef};
use crate::suggest;

/// What to write where a document is compared.
const DOCUMENT_HELP: &str = "ask whether it `is null`, or keep what is compared in a column of its own";

/// Where an expression stands, which decides what it may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A check or a filter: a condition over the columns.
    Condition,
    /// A part of an index, or a computed column: a value made of columns that are not computed themselves.
    Value,
    /// A default: no columns, for there is no row yet.
    Default,
}

/// Everything that is wrong with an expression over the columns of a table.
pub fn validate(expression: &Expr, table: &TableDef, context: Context) -> Vec<SyntaxError> {
    let mut validator = Validator { table, context, errors: Vec::new() };
    let kind = validator.kind(expression);
    if context == Context::Condition && !matches!(kind, Kind::Bool | Kind::Unknown) {
        let error = SyntaxError::new(expression.offset, "this is a value, not a condition");
        validator.errors.push(error.help("compare it with something, as in `count > 0`"));
    }
    validator.errors
}

/// What an expression without other mistakes gives, in words, if a column of this type cannot hold it.
pub fn misfit(expression: &Expr, table: &TableDef, data_type: &DataType) -> Option<&'static str> {
    let kind = kind(expression, table);
    let fits = match (data_type, &expression.node) {
        // A text of a program's own is read as one; what is computed is a text.
        (DataType::Json, Node::Text(text)) => is_document(text),
        _ => kind_of(data_type).reads(kind),
    };
    (!fits).then(|| kind.name())
}

/// Whether a text is JSON.
fn is_document(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
}

/// The kind of value that an expression without mistakes gives.
pub(super) fn kind(expression: &Expr, table: &TableDef) -> Kind {
    Validator { table, context: Context::Value, errors: Vec::new() }.kind(expression)
}

struct Validator<'a> {
    table: &'a TableDef,
    context: Context,
    errors: Vec<SyntaxError>,
}

impl Validator<'_> {
    fn kind(&mut self, expression: &Expr) -> Kind {
        match &expression.node {
            Node::Column(name) => self.column(expression.offset, name),
            Node::Text(_) => Kind::Text,
            Node::Number(number) if number.contains('.') => Kind::Decimal,
            Node::Number(_) => Kind::Whole,
            Node::Bool(value) => {
                self.word(expression.offset, if *value { "true" } else { "false" });
                Kind::Bool
            }
            Node::Null => {
                self.word(expression.offset, "null");
                Kind::Unknown
            }
            Node::Moment(Moment::Date, _) => Kind::Day,
            Node::Moment(Moment::Time, _) => Kind::Time,
            Node::Moment(Moment::Timestamp, _) => Kind::Moment,
            Node::Not(inner) => {
                self.demand(inner, Kind::Bool, "`not` needs a condition");
                Kind::Bool
            }
            Node::Minus(inner) => self.number(inner, "`-` needs a number"),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::IsNull(inner, _) => {
                self.kind(inner);
                Kind::Bool
            }
            Node::In(inner, list, _) => {
                self.compared(&std::iter::once(&**inner).chain(list).collect::<Vec<_>>());
                Kind::Bool
            }
            Node::Between(inner, low, high, _) => {
                self.compared(&[inner, low, high]);
                Kind::Bool
            }
            Node::Like(inner, _, _) => {
                self.demand(inner, Kind::Text, "`like` needs a text");
                Kind::Bool
            }
            Node::Case(branches, otherwise) => {
                for (condition, _) in branches {
                    self.demand(condition, Kind::Bool, "`when` needs a condition");
                }
                let values: Vec<&Expr> = branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()).collect();
                self.together(&values, |one, other| format!("one branch of a `case` gives {one}, and this one {other}"))
            }
            Node::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn column(&mut self, offset: usize, name: &str) -> Kind {
        let column = self.table.column(name);
        if column.is_none() && WORDS.contains(&name.to_ascii_lowercase().as_str()) {
            self.errors.push(SyntaxError::new(offset, format!("a value is missing before `{name}`")));
            return Kind::Unknown;
        }
        if self.context == Context::Default {
            let error = SyntaxError::new(offset, format!("a default cannot name a column, as `{name}` seems to be"));
            self.errors.push(error.help("write a constant; texts stand in quotes"));
            return Kind::Unknown;
        }
        let Some(column) = column else {
            let names = self.table.columns.iter().map(|column| &*column.name);
            let error = SyntaxError::new(offset, format!("table `{}` has no column `{name}`", self.table.name));
            self.errors.push(error.help(suggest::help(name, names)));
            return Kind::Unknown;
        };
        if self.context == Context::Value && column.generated.is_some() {
            let error = SyntaxError::new(offset, format!("column `{name}` is computed itself"));
            self.errors
                .push(error.help("not every engine computes from a computed column: repeat its expression here"));
        }
        kind_of(&column.data_type)
    }

    /// A value that is written like a column of the table: nobody could tell which is meant.
    fn word(&mut self, offset: usize, word: &str) {
        if let Some(column) = self.table.columns.iter().find(|column| column.name.eq_ignore_ascii_case(word)) {
            let message = format!("`{word}` is a value in expressions, which cannot name the column `{}`", column.name);
            self.errors.push(SyntaxError::new(offset, message).help("give the column another name"));
        }
    }

    fn binary(&mut self, operator: Operator, left: &Expr, right: &Expr) -> Kind {
        match operator {
            Operator::And | Operator::Or => {
                let message = format!("`{}` joins conditions", operator.symbol().to_lowercase());
                self.demand(left, Kind::Bool, &message);
                self.demand(right, Kind::Bool, &message);
                Kind::Bool
            }
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide => {
                let message = format!("`{}` needs numbers", operator.symbol());
                let left = self.number(left, &message);
                left.with(self.number(right, &message))
            }
            Operator::Remainder => {
                // SQLite and Firebird make whole numbers of the others, and PostgreSQL has no remainder of floats.
                self.demand(left, Kind::Whole, "`%` needs whole numbers, for engines differ in the rest of others");
                self.demand(right, Kind::Whole, "`%` needs whole numbers, for engines differ in the rest of others");
                Kind::Whole
            }
            Operator::Concat => {
                self.demand(left, Kind::Text, "`||` joins texts");
                self.demand(right, Kind::Text, "`||` joins texts");
                Kind::Text
            }
            Operator::Equal
            | Operator::NotEqual
            | Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => {
                for side in [left, right] {
                    if side.node == Node::Null {
                        let error = SyntaxError::new(side.offset, "nothing is equal to NULL, not even NULL");
                        self.errors.push(error.help("write `is null` or `is not null`"));
                    }
                }
                self.compared(&[left, right]);
                Kind::Bool
            }
        }
    }

    fn call(&mut self, function: Function, arguments: &[Expr]) -> Kind {
        let text = format!("`{}` needs a text", function.name());
        match function {
            Function::Length => {
                arguments.iter().for_each(|argument| self.demand(argument, Kind::Text, &text));
                Kind::Whole
            }
            Function::Lower | Function::Upper | Function::Trim => {
                arguments.iter().for_each(|argument| self.demand(argument, Kind::Text, &text));
                Kind::Text
            }
            Function::Substr => {
                let mut arguments = arguments.iter();
                arguments.by_ref().take(1).for_each(|argument| self.demand(argument, Kind::Text, &text));
                for (argument, least) in arguments.zip([1, 0]) {
                    self.demand(argument, Kind::Whole, "`substr` counts in whole numbers");
                    self.at_least(argument, least);
                }
                Kind::Text
            }
            Function::Abs => match arguments {
                [number] => self.number(number, "`abs` needs a number"),
                _ => Kind::Number,
            },
            Function::Round => {
                let mut arguments = arguments.iter();
                for number in arguments.by_ref().take(1) {
                    self.rounded(number);
                }
                arguments.for_each(|digits| self.demand(digits, Kind::Whole, "`round` counts digits in whole numbers"));
                Kind::Decimal
            }
            Function::Coalesce => {
                let all: Vec<&Expr> = arguments.iter().collect();
                self.together(&all, |one, other| format!("`coalesce` gives {one} or {other}, which cannot be"))
            }
            Function::NullIf => {
                let all: Vec<&Expr> = arguments.iter().collect();
                self.compared(&all);
                all.first().map_or(Kind::Unknown, |first| kind(first, self.table))
            }
        }
    }

    /// What `round` takes: PostgreSQL rounds no floats, and makes decimals of whole numbers.
    fn rounded(&mut self, number: &Expr) {
        match self.number(number, "`round` needs a number") {
            Kind::Whole => {
                let error = SyntaxError::new(number.offset, "`round` needs a decimal, and this is a whole number");
                self.errors.push(error.help("leave `round` out"));
            }
            Kind::Float => {
                let error = SyntaxError::new(number.offset, "`round` needs a decimal, and this is a float");
                self.errors.push(
                    error.help("not every engine rounds floats: write the field as a `Decimal`, or leave it out"),
                );
            }
            _ => {}
        }
    }

    /// A place or a count that is written as a number: below the least one, every engine makes something else of it.
    fn at_least(&mut self, expression: &Expr, least: u8) {
        let is_below = match &expression.node {
            Node::Number(number) => number.parse::<u64>().is_ok_and(|number| number < least.into()),
            Node::Minus(inner) => matches!(inner.node, Node::Number(_)),
            _ => false,
        };
        if is_below {
            let (message, help) = match least {
                0 => ("`substr` cannot take fewer than no characters", "write how many, as in `substr(code, 1, 3)`"),
                _ => ("`substr` cannot begin before the first character", "that is 1, as in `substr(code, 1, 3)`"),
            };
            self.errors.push(SyntaxError::new(expression.offset, message).help(help));
        }
    }

    fn demand(&mut self, expression: &Expr, wanted: Kind, message: &str) {
        let kind = self.kind(expression);
        let fits = kind == wanted || kind == Kind::Unknown || (kind == Kind::Number && wanted == Kind::Whole);
        if !fits {
            self.errors.push(SyntaxError::new(expression.offset, message));
        }
    }

    fn number(&mut self, expression: &Expr, message: &str) -> Kind {
        match self.kind(expression) {
            kind if kind.is_number() => kind,
            Kind::Unknown => Kind::Number,
            _ => {
                self.errors.push(SyntaxError::new(expression.offset, message));
                Kind::Number
            }
        }
    }

    fn compared(&mut self, expressions: &[&Expr]) {
        let known = self.errors.len();
        let kind = self.together(expressions, |one, other| format!("{one} cannot be compared with {other}"));
        if let (Kind::Document, [first, ..], true) = (kind, expressions, self.errors.len() == known) {
            let error =
                SyntaxError::new(first.offset, "documents cannot be compared, for each engine does it in its own way");
            self.errors.push(error.help(DOCUMENT_HELP));
        }
    }

    /// The kind of values that meet each other; a text beside a time is read as one.
    fn together(&mut self, expressions: &[&Expr], message: impl Fn(&str, &str) -> String) -> Kind {
        let kinds: Vec<Kind> = expressions.iter().map(|each| self.kind(each)).collect();
        let is_time = |kind: &Kind| matches!(kind, Kind::Date | Kind::Time | Kind::Timestamp | Kind::Instant);
        let time = kinds.iter().copied().find(is_time);
        let mut common = Kind::Unknown;
        for (expression, kind) in expressions.iter().zip(kinds) {
            if let (Some(time), Node::Text(text)) = (time, &expression.node) {
                self.read_as(time, expression.offset, text);
                continue;
            }
            match common.meeting(kind) {
                Some(kind) => common = kind,
                None => {
                    let error = SyntaxError::new(expression.offset, message(common.name(), kind.name()));
                    self.errors.push(match (common, kind) {
                        (Kind::Bytes | Kind::Uuid, Kind::Text) | (Kind::Text, Kind::Bytes | Kind::Uuid) => {
                            error.help("engines keep them in forms of their own: compare it with a column")
                        }
                        (Kind::Document, _) | (_, Kind::Document) => error.help(DOCUMENT_HELP),
                        _ => error,
                    });
                }
            }
        }
        common
    }

    fn read_as(&mut self, kind: Kind, offset: usize, text: &str) {
        if moment::beside(kind, text).is_none() {
            let example = match kind {
                Kind::Date => Moment::Date,
                Kind::Time => Moment::Time,
                _ => Moment::Timestamp,
            };
            let error = SyntaxError::new(offset, format!("`{text}` is not {}", example.name()));
            let zone = if kind == Kind::Instant { ", which is in UTC" } else { "" };
            self.errors.push(error.help(format!("write `{}`{zone}", example.example())));
        }
    }
}
