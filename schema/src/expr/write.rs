//! An expression in the words of a dialect.

use super::{Expr, Function, Node, Operator, Sense, SyntaxError, parse};
use crate::dialect::Dialect;
use crate::dialect::expression::{Concat, Division};
use crate::dialect::literal::{canonical, scaled, text};
use crate::dialect::syntax::{Booleans, Storage};
use crate::model::{DataType, TableDef};

/// Reads an expression and writes it for a dialect.
///
/// # Errors
/// The first mistake in the text, or what the dialect cannot express.
pub fn render(expression: &str, table: &TableDef, dialect: Dialect) -> Result<String, SyntaxError> {
    let expression = parse(expression)?;
    let writer = Writer { table, dialect };
    if writer.is_condition(&expression) {
        writer.condition(&expression)
    } else {
        writer.value(&expression, &Storage::Natural)
    }
}

struct Writer<'a> {
    table: &'a TableDef,
    dialect: Dialect,
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
                self.comparison(*operator, left, right)?
            }
            Node::IsNull(inner, sense) => {
                let not = if *sense == Sense::Is { "" } else { " NOT" };
                format!("{} IS{not} NULL", self.operand(inner, &Storage::Natural)?)
            }
            Node::In(inner, list, sense) => {
                let storage = self.storage_of(std::iter::once(&**inner).chain(list))?;
                let items = list.iter().map(|item| self.operand(item, &storage)).collect::<Result<Vec<_>, _>>()?;
                format!("{}{} IN ({})", self.operand(inner, &storage)?, not(*sense), items.join(", "))
            }
            Node::Between(inner, low, high, sense) => {
                let storage = self.ordered_storage([&**inner, low, high])?;
                let (low, high) = (self.operand(low, &storage)?, self.operand(high, &storage)?);
                format!("{}{} BETWEEN {low} AND {high}", self.operand(inner, &storage)?, not(*sense))
            }
            Node::Like(inner, pattern, sense) => {
                let like = self.dialect.syntax().like;
                let inner = self.operand(inner, &Storage::Natural)?;
                let pattern = text(&self.pattern(pattern), self.dialect);
                let matches = format!("{inner}{}{pattern}{}", like.operator, like.after);
                if *sense == Sense::Is { matches } else { format!("NOT ({matches})") }
            }
            Node::Column(_) | Node::Call(..) | Node::Case(..) if syntax.booleans == Booleans::Numbers => {
                format!("{} = 1", self.operand(expression, &Storage::Natural)?)
            }
            _ => self.value(expression, &Storage::Natural)?,
        })
    }

    fn comparison(&self, operator: Operator, left: &Expr, right: &Expr) -> Written {
        let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
        let storage = if equality { self.storage_of([left, right])? } else { self.ordered_storage([left, right])? };
        let moment = |side: &Expr, other: &Expr| self.side(side, other, &storage);
        Ok(format!("{} {} {}", moment(left, right)?, operator.symbol(), moment(right, left)?))
    }

    /// One side of a comparison: a time takes the form of the column on the other side.
    fn side(&self, side: &Expr, other: &Expr, storage: &Storage) -> Written {
        match &side.node {
            Node::Moment(moment, text) => Ok(self.dialect.moment(*moment, text, self.column_type(other))),
            _ => self.operand(side, storage),
        }
    }

    /// A value inside a larger expression: in brackets, unless it cannot be misread.
    fn operand(&self, expression: &Expr, storage: &Storage) -> Written {
        let text = self.value(expression, storage)?;
        Ok(match &expression.node {
            Node::Binary(..) | Node::Not(_) | Node::IsNull(..) | Node::In(..) | Node::Between(..) | Node::Like(..)
                if !text.ends_with(" END") =>
            {
                format!("({text})")
            }
            _ => text,
        })
    }

    /// Where a value is asked for, kept in this way.
    fn value(&self, expression: &Expr, storage: &Storage) -> Written {
        if self.is_condition(expression) && !matches!(expression.node, Node::Bool(_) | Node::Column(_)) {
            let condition = self.condition(expression)?;
            return Ok(if self.dialect.conditions_are_no_values() {
                format!("CASE WHEN {condition} THEN 1 ELSE 0 END")
            } else {
                condition
            });
        }
        Ok(match &expression.node {
            Node::Column(name) => self.column(expression.offset, name, storage)?,
            Node::Text(value) => text(value, self.dialect),
            Node::Number(number) => self.number(expression.offset, number, storage)?,
            Node::Bool(value) => self.dialect.syntax().boolean(*value).to_owned(),
            Node::Null => "NULL".to_owned(),
            Node::Moment(moment, text) => self.dialect.moment(*moment, text, None),
            Node::Minus(inner) => match &inner.node {
                Node::Number(number) => self.number(inner.offset, &format!("-{number}"), storage)?,
                _ => format!("-{}", self.operand(inner, storage)?),
            },
            Node::Binary(operator, left, right) => {
                self.arithmetic(expression.offset, *operator, left, right, storage)?
            }
            Node::Call(function, arguments) => self.call(*function, arguments, storage)?,
            Node::Case(branches, otherwise) => {
                let mut text = "CASE".to_owned();
                for (condition, value) in branches {
                    text.push_str(&format!(
                        " WHEN {} THEN {}",
                        self.condition(condition)?,
                        self.operand(value, storage)?
                    ));
                }
                if let Some(value) = otherwise {
                    text.push_str(&format!(" ELSE {}", self.operand(value, storage)?));
                }
                text + " END"
            }
            // Conditions, written above.
            Node::Not(_) | Node::IsNull(..) | Node::In(..) | Node::Between(..) | Node::Like(..) => {
                self.condition(expression)?
            }
        })
    }

    fn column(&self, offset: usize, name: &str, storage: &Storage) -> Written {
        let quoted = self.dialect.quoted(name);
        let own = self.table.column(name).map_or(Storage::Natural, |column| self.dialect.storage(&column.data_type));
        match (own, storage) {
            (own, storage) if own == *storage => Ok(quoted),
            // A plain number beside a scaled one is scaled too.
            (Storage::Natural, Storage::Scaled(scale)) => Ok(format!("({quoted} * {})", 10_i64.pow(u32::from(*scale)))),
            // Whether it is NULL does not depend on how it is kept.
            (_, Storage::Natural) => Ok(quoted),
            _ => Err(self.decimals(offset)),
        }
    }

    fn number(&self, offset: usize, number: &str, storage: &Storage) -> Written {
        match storage {
            Storage::Natural => Ok(number.to_owned()),
            Storage::Scaled(scale) => scaled(number, *scale).ok_or_else(|| {
                SyntaxError::new(
                    offset,
                    format!("`{number}` has more digits than the {scale} the column keeps after the point"),
                )
            }),
            Storage::DecimalText(scale) => {
                let canonical = canonical(number, *scale).ok_or_else(|| {
                    SyntaxError::new(
                        offset,
                        format!("`{number}` has more digits than the {scale} the column keeps after the point"),
                    )
                })?;
                Ok(text(&canonical, self.dialect))
            }
        }
    }

    fn arithmetic(&self, offset: usize, operator: Operator, left: &Expr, right: &Expr, storage: &Storage) -> Written {
        if operator == Operator::Concat {
            let (left, right) = (self.operand(left, &Storage::Natural)?, self.operand(right, &Storage::Natural)?);
            return Ok(match self.dialect.concat() {
                Concat::Bars => format!("{left} || {right}"),
                Concat::Plus => format!("{left} + {right}"),
                Concat::Function => format!("CONCAT({left}, {right})"),
            });
        }
        let own = self.storage_of([left, right])?;
        let kept = match (own, storage) {
            (Storage::Natural, other) => *other,
            (own, Storage::Natural) => own,
            (own, other) if own == *other => own,
            _ => return Err(self.decimals(offset)),
        };
        let additive = matches!(operator, Operator::Add | Operator::Subtract);
        if matches!(kept, Storage::DecimalText(_)) || (kept != Storage::Natural && !additive) {
            return Err(self.decimals(offset));
        }
        let (left_text, right_text) = (self.operand(left, &kept)?, self.operand(right, &kept)?);
        Ok(match operator {
            Operator::Remainder if self.dialect.remainder_is_function() => format!("MOD({left_text}, {right_text})"),
            Operator::Divide if self.is_whole(left) && self.is_whole(right) => match self.dialect.division() {
                Division::Slash => format!("{left_text} / {right_text}"),
                Division::Div => format!("{left_text} DIV {right_text}"),
                Division::Trunc => format!("TRUNC({left_text} / {right_text})"),
            },
            operator => format!("{left_text} {} {right_text}", operator.symbol()),
        })
    }

    fn call(&self, function: Function, arguments: &[Expr], storage: &Storage) -> Written {
        let kept = match function {
            Function::Abs | Function::Coalesce | Function::NullIf => match self.storage_of(arguments)? {
                Storage::Natural => *storage,
                own => own,
            },
            Function::Length
            | Function::Lower
            | Function::Upper
            | Function::Trim
            | Function::Substr
            | Function::Round => Storage::Natural,
        };
        let arguments = arguments.iter().map(|argument| self.value(argument, &kept)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.dialect.call(function, &arguments))
    }

    /// How the values of several expressions are kept: the one way that is not the natural one, if there is any.
    fn storage_of<'e>(&self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Storage, SyntaxError> {
        let mut found = Storage::Natural;
        for expression in expressions {
            let own = self.storage(expression)?;
            if found == Storage::Natural {
                found = own;
            } else if own != Storage::Natural && own != found {
                return Err(self.decimals(expression.offset));
            }
        }
        Ok(found)
    }

    fn ordered_storage<'e>(&self, expressions: impl IntoIterator<Item = &'e Expr>) -> Result<Storage, SyntaxError> {
        let mut first = 0;
        let storage = self.storage_of(expressions.into_iter().inspect(|expression| first = expression.offset))?;
        if matches!(storage, Storage::DecimalText(_)) {
            return Err(SyntaxError::new(
                first,
                format!("{} keeps this decimal as text, which has no order", self.dialect),
            )
            .help("use at most 18 digits, or compare with `=`"));
        }
        Ok(storage)
    }

    fn storage(&self, expression: &Expr) -> Result<Storage, SyntaxError> {
        match &expression.node {
            Node::Column(_) => {
                Ok(self.column_type(expression).map_or(Storage::Natural, |data_type| self.dialect.storage(data_type)))
            }
            Node::Minus(inner) => self.storage(inner),
            Node::Binary(Operator::Add | Operator::Subtract, left, right) => self.storage_of([&**left, right]),
            Node::Call(Function::Abs | Function::Coalesce | Function::NullIf, arguments) => self.storage_of(arguments),
            Node::Case(branches, otherwise) => {
                self.storage_of(branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()))
            }
            _ => Ok(Storage::Natural),
        }
    }

    fn decimals(&self, offset: usize) -> SyntaxError {
        SyntaxError::new(
            offset,
            format!("{} keeps decimals as scaled whole numbers, which cannot be mixed here", self.dialect),
        )
        .help("compare, add and subtract decimals of one scale only")
    }

    /// A pattern in the notation of the dialect.
    fn pattern(&self, pattern: &str) -> String {
        let like = self.dialect.syntax().like;
        let mut out = String::new();
        let mut characters = pattern.chars();
        while let Some(character) = characters.next() {
            match character {
                '%' => out.push(like.any_text),
                '_' => out.push(like.any_one),
                '\\' => {
                    if let Some(next) = characters.next() {
                        like.literal(next, &mut out);
                    }
                }
                other => like.literal(other, &mut out),
            }
        }
        out
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
        match &expression.node {
            Node::Column(_) => self.column_type(expression).is_some_and(DataType::is_integer),
            Node::Number(number) => !number.contains('.'),
            Node::Minus(inner) => self.is_whole(inner),
            Node::Binary(_, left, right) => self.is_whole(left) && self.is_whole(right),
            Node::Call(Function::Length, _) => true,
            Node::Call(Function::Abs | Function::Coalesce, arguments) => {
                arguments.iter().all(|each| self.is_whole(each))
            }
            _ => false,
        }
    }
}

const fn not(sense: Sense) -> &'static str {
    match sense {
        Sense::Is => "",
        Sense::IsNot => " NOT",
    }
}
