//! What an expression may name, and what plainly cannot be compared.

use super::{Expr, Moment, Node, Operator, SyntaxError};
use crate::model::{DataType, TableDef};
use crate::suggest;

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

/// What kind of value an expression gives, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Bool,
    Date,
    Time,
    Timestamp,
    Instant,
    /// `date '..'`, which is also the first moment of that day.
    Day,
    /// `timestamp '..'`, which is in UTC beside an instant.
    Moment,
    Bytes,
    Unknown,
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
    let kind = Validator { table, context: Context::Value, errors: Vec::new() }.kind(expression);
    (!kind_of(data_type).reads(kind)).then(|| kind.name())
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
            Node::Number(_) => Kind::Number,
            Node::Bool(_) => Kind::Bool,
            Node::Null => Kind::Unknown,
            Node::Moment(Moment::Date, _) => Kind::Day,
            Node::Moment(Moment::Timestamp, _) => Kind::Moment,
            Node::Not(inner) => {
                self.demand(inner, Kind::Bool, "`not` needs a condition");
                Kind::Bool
            }
            Node::Minus(inner) => {
                self.demand(inner, Kind::Number, "`-` needs a number");
                Kind::Number
            }
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::IsNull(inner, _) => {
                self.kind(inner);
                Kind::Bool
            }
            Node::In(inner, list, _) => {
                let kind = self.kind(inner);
                for item in list {
                    self.comparable(kind, item);
                }
                Kind::Bool
            }
            Node::Between(inner, low, high, _) => {
                let kind = self.kind(inner);
                self.comparable(kind, low);
                self.comparable(kind, high);
                Kind::Bool
            }
            Node::Like(inner, _, _) => {
                self.demand(inner, Kind::Text, "`like` needs a text");
                Kind::Bool
            }
            Node::Case(branches, otherwise) => self.case(branches, otherwise.as_deref()),
            Node::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn column(&mut self, offset: usize, name: &str) -> Kind {
        if self.context == Context::Default {
            let error = SyntaxError::new(offset, format!("a default cannot name a column, as `{name}` seems to be"));
            self.errors.push(error.help("write a constant; texts stand in quotes"));
            return Kind::Unknown;
        }
        let Some(column) = self.table.column(name) else {
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

    fn binary(&mut self, operator: Operator, left: &Expr, right: &Expr) -> Kind {
        match operator {
            Operator::And | Operator::Or => {
                let message = format!("`{}` joins conditions", operator.symbol().to_lowercase());
                self.demand(left, Kind::Bool, &message);
                self.demand(right, Kind::Bool, &message);
                Kind::Bool
            }
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => {
                let message = format!("`{}` needs numbers", operator.symbol());
                self.demand(left, Kind::Number, &message);
                self.demand(right, Kind::Number, &message);
                Kind::Number
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
                let kind = self.kind(left);
                self.comparable(kind, right);
                Kind::Bool
            }
        }
    }

    fn case(&mut self, branches: &[(Expr, Expr)], otherwise: Option<&Expr>) -> Kind {
        let mut result = Kind::Unknown;
        for (condition, value) in branches {
            self.demand(condition, Kind::Bool, "`when` needs a condition");
            let kind = self.kind(value);
            result = if result == Kind::Unknown { kind } else { result };
        }
        if let Some(value) = otherwise {
            let kind = self.kind(value);
            result = if result == Kind::Unknown { kind } else { result };
        }
        result
    }

    fn call(&mut self, function: super::Function, arguments: &[Expr]) -> Kind {
        use super::Function;
        let text = format!("`{}` needs a text", function.name());
        let number = format!("`{}` needs a number", function.name());
        match function {
            Function::Length => {
                arguments.iter().for_each(|argument| self.demand(argument, Kind::Text, &text));
                Kind::Number
            }
            Function::Lower | Function::Upper | Function::Trim => {
                arguments.iter().for_each(|argument| self.demand(argument, Kind::Text, &text));
                Kind::Text
            }
            Function::Substr => {
                for (index, argument) in arguments.iter().enumerate() {
                    let (kind, message) = if index == 0 { (Kind::Text, &text) } else { (Kind::Number, &number) };
                    self.demand(argument, kind, message);
                }
                Kind::Text
            }
            Function::Abs | Function::Round => {
                arguments.iter().for_each(|argument| self.demand(argument, Kind::Number, &number));
                Kind::Number
            }
            Function::Coalesce | Function::NullIf => {
                let kinds = arguments.iter().map(|argument| self.kind(argument)).collect::<Vec<_>>();
                kinds.into_iter().find(|kind| *kind != Kind::Unknown).unwrap_or(Kind::Unknown)
            }
        }
    }

    fn demand(&mut self, expression: &Expr, wanted: Kind, message: &str) {
        let kind = self.kind(expression);
        if kind != wanted && kind != Kind::Unknown {
            self.errors.push(SyntaxError::new(expression.offset, message));
        }
    }

    fn comparable(&mut self, left: Kind, right: &Expr) {
        let kind = self.kind(right);
        // A time or bytes may be compared with a text that is written like them.
        let is_written = |kind: Kind| !matches!(kind, Kind::Number | Kind::Bool);
        let by_text = (left == Kind::Text && is_written(kind)) || (kind == Kind::Text && is_written(left));
        if !(by_text || left.reads(kind) || kind.reads(left)) {
            let error =
                SyntaxError::new(right.offset, format!("{} cannot be compared with {}", left.name(), kind.name()));
            self.errors.push(error);
        }
    }
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Bool => "a condition",
            Self::Date | Self::Day => "a date",
            Self::Time => "a time of day",
            Self::Timestamp => "a time without a zone",
            Self::Instant => "an instant",
            Self::Moment => "a date and time",
            Self::Bytes => "bytes or a UUID",
            Self::Unknown => "a value",
        }
    }

    /// Whether a value of the other kind stands for one of this kind.
    fn reads(self, other: Self) -> bool {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => true,
            (Self::Date | Self::Timestamp | Self::Instant | Self::Moment, Self::Day) => true,
            (Self::Timestamp | Self::Instant, Self::Moment) => true,
            (one, other) => one == other,
        }
    }
}

fn kind_of(data_type: &DataType) -> Kind {
    match data_type {
        DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => Kind::Text,
        DataType::I16 | DataType::I32 | DataType::I64 | DataType::F32 | DataType::F64 | DataType::Decimal { .. } => {
            Kind::Number
        }
        DataType::Bool => Kind::Bool,
        DataType::Date => Kind::Date,
        DataType::Time => Kind::Time,
        DataType::Timestamp => Kind::Timestamp,
        DataType::TimestampTz => Kind::Instant,
        DataType::Uuid | DataType::Blob | DataType::Binary(_) => Kind::Bytes,
        // A document, or a type of the user's own, may be anything.
        DataType::Json | DataType::Late(_) => Kind::Unknown,
    }
}
