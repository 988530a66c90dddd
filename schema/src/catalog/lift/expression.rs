//! An engine's wording of an expression, read into our language as far as that has words for it.

use crate::catalog::definition::token::{Kind, Token, tokens};
use crate::dialect::Dialect;
use crate::expr::{Expr, Function, Moment, Node, Operator, Sense};
use crate::model::{DataType, TableDef};

/// So deep may brackets nest.
const MAX_DEPTH: usize = 100;

/// Reads an expression over the columns of a table. Nothing if there is anything in it that our language has no words for.
pub(super) fn read(sql: &str, def: &TableDef, dialect: Dialect) -> Option<Expr> {
    let mut reader = Reader { tokens: tokens(sql, dialect.backslash_escapes()), at: 0, depth: 0, def, dialect };
    let expression = reader.expression(0)?;
    (reader.at == reader.tokens.len()).then_some(expression)
}

struct Reader<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    depth: usize,
    def: &'a TableDef,
    dialect: Dialect,
}

fn node(node: Node) -> Expr {
    Expr { offset: 0, node }
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    fn word(&mut self, word: &str) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is(word));
        self.at += usize::from(is_next);
        is_next
    }

    fn words(&mut self, words: &[&str]) -> bool {
        let start = self.at;
        let all = words.iter().all(|word| self.word(word));
        if !all {
            self.at = start;
        }
        all
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is_symbol(symbol));
        self.at += usize::from(is_next);
        is_next
    }

    fn expression(&mut self, minimum: u8) -> Option<Expr> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        let mut left = self.operand()?;
        loop {
            let start = self.at;
            let Some((binds, step)) = self.step() else {
                self.at = start;
                break;
            };
            if binds < minimum {
                self.at = start;
                break;
            }
            left = self.apply(left, binds, step)?;
        }
        self.depth -= 1;
        Some(left)
    }

    /// What follows an operand, and how tightly it binds.
    fn step(&mut self) -> Option<(u8, Step)> {
        if self.word("OR") {
            return Some((1, Step::Binary(Operator::Or)));
        }
        if self.word("AND") {
            return Some((2, Step::Binary(Operator::And)));
        }
        if self.word("IS") {
            let sense = if self.word("NOT") { Sense::IsNot } else { Sense::Is };
            return self.word("NULL").then_some((4, Step::IsNull(sense)));
        }
        let sense = if self.word("NOT") { Sense::IsNot } else { Sense::Is };
        for (word, step) in [
            ("IN", Step::In(sense)),
            ("BETWEEN", Step::Between(sense)),
            ("LIKE", Step::Like(sense)),
            ("GLOB", Step::Like(sense)),
        ] {
            if self.word(word) {
                return Some((4, step));
            }
        }
        if self.word("DIV") {
            return Some((7, Step::Binary(Operator::Divide)));
        }
        let token = self.next().filter(|token| token.kind == Kind::Symbol)?;
        Some(match token.text {
            "=" => (4, Step::Binary(Operator::Equal)),
            "<>" | "!=" => (4, Step::Binary(Operator::NotEqual)),
            "<" => (4, Step::Binary(Operator::Less)),
            "<=" => (4, Step::Binary(Operator::LessOrEqual)),
            ">" => (4, Step::Binary(Operator::Greater)),
            ">=" => (4, Step::Binary(Operator::GreaterOrEqual)),
            "~~" => (4, Step::Like(Sense::Is)),
            "!~~" => (4, Step::Like(Sense::IsNot)),
            "||" => (5, Step::Binary(Operator::Concat)),
            "+" => (6, Step::Binary(Operator::Add)),
            "-" => (6, Step::Binary(Operator::Subtract)),
            "*" => (7, Step::Binary(Operator::Multiply)),
            "/" => (7, Step::Binary(Operator::Divide)),
            "%" => (7, Step::Binary(Operator::Remainder)),
            "::" => (9, Step::Cast),
            _ => return None,
        })
    }

    fn apply(&mut self, left: Expr, binds: u8, step: Step) -> Option<Expr> {
        let left = match step {
            Step::Cast => return self.cast(left),
            _ => Box::new(left),
        };
        Some(match step {
            Step::IsNull(sense) => node(Node::IsNull(left, sense)),
            Step::In(sense) => {
                if !self.symbol("(") {
                    return None;
                }
                node(Node::In(left, self.list(")")?, sense))
            }
            Step::Between(sense) => {
                let low = self.expression(5)?;
                if !self.word("AND") {
                    return None;
                }
                node(Node::Between(left, Box::new(low), Box::new(self.expression(5)?), sense))
            }
            Step::Like(sense) => {
                // A function is how PostgreSQL keeps the two.
                let is_call = self.word("like_escape") && self.symbol("(");
                let pattern = self.expression(5)?;
                let Node::Text(pattern) = pattern.node else { return None };
                let escape =
                    if self.word("ESCAPE") || (is_call && self.symbol(",")) { Some(self.expression(5)?) } else { None };
                if is_call && !self.symbol(")") {
                    return None;
                }
                node(Node::Like(left, self.pattern(&pattern, escape)?, sense))
            }
            Step::Binary(operator) => {
                // `= ANY (ARRAY[..])` is how PostgreSQL says `IN (..)`.
                for (word, of, sense) in
                    [("ANY", Operator::Equal, Sense::Is), ("ALL", Operator::NotEqual, Sense::IsNot)]
                {
                    if operator == of && self.word(word) {
                        return Some(node(Node::In(left, self.array()?, sense)));
                    }
                }
                let right = self.expression(binds + 1)?;
                self.truth(operator, *left, right)
            }
            Step::Cast => return None,
        })
    }

    /// An engine without truth values compares with 0 and 1.
    fn truth(&self, operator: Operator, left: Expr, right: Expr) -> Expr {
        let is_truth = |side: &Expr| match &side.node {
            Node::Column(name) => self.def.column(name).is_some_and(|column| column.data_type == DataType::Bool),
            _ => false,
        };
        let number = |side: &Expr| match &side.node {
            Node::Number(number) if number == "0" || number == "1" => Some(number == "1"),
            _ => None,
        };
        let (truth, other) = if is_truth(&right) { (&right, &left) } else { (&left, &right) };
        match (operator, is_truth(truth), number(other)) {
            (Operator::Equal, true, Some(true)) | (Operator::NotEqual, true, Some(false)) => truth.clone(),
            (Operator::Equal, true, Some(false)) | (Operator::NotEqual, true, Some(true)) => {
                node(Node::Not(Box::new(truth.clone())))
            }
            _ => node(Node::Binary(operator, Box::new(left), Box::new(right))),
        }
    }

    fn operand(&mut self) -> Option<Expr> {
        let token = self.next()?;
        let escapes = self.dialect.backslash_escapes();
        let called = self.peek().is_some_and(|next| next.is_symbol("("));
        Some(match token.kind {
            Kind::Number => node(Node::Number(token.text.to_owned())),
            Kind::Text => node(Node::Text(token.value(escapes))),
            Kind::Name if called => self.call(&token.value(escapes))?,
            Kind::Name => self.column(&token.value(escapes))?,
            Kind::Symbol => match token.text {
                "(" => {
                    let inner = self.expression(0)?;
                    if !self.symbol(")") {
                        return None;
                    }
                    inner
                }
                "-" => negative(self.expression(8)?),
                _ => return None,
            },
            Kind::Word => self.word_operand(token, called)?,
        })
    }

    fn word_operand(&mut self, token: Token<'a>, called: bool) -> Option<Expr> {
        let text_follows = self.peek().is_some_and(|next| next.kind == Kind::Text);
        Some(match token.text.to_ascii_uppercase().as_str() {
            "NOT" => node(Node::Not(Box::new(self.expression(3)?))),
            "NULL" => node(Node::Null),
            "TRUE" => node(Node::Bool(true)),
            "FALSE" => node(Node::Bool(false)),
            "CASE" => self.case()?,
            "DATE" if text_follows => self.moment(Moment::Date)?,
            "TIME" if text_follows => self.moment(Moment::Time)?,
            "INTERVAL" if text_follows => self.interval()?,
            "TIMESTAMP" if text_follows => self.moment(Moment::Timestamp)?,
            "CAST" if called => {
                self.at += 1;
                let inner = self.expression(0)?;
                if !self.word("AS") {
                    return None;
                }
                let cast = self.cast(inner)?;
                if !self.symbol(")") {
                    return None;
                }
                cast
            }
            // The character set of a text.
            name if text_follows && (name.starts_with('_') || name == "N") => self.operand()?,
            _ if called => self.call(token.text)?,
            _ => self.column(token.text)?,
        })
    }

    fn column(&self, name: &str) -> Option<Expr> {
        self.def.column(name).map(|column| node(Node::Column(column.name.to_string())))
    }

    fn moment(&mut self, moment: Moment) -> Option<Expr> {
        let text = self.next()?.value(false);
        Some(node(Node::Moment(moment, in_utc(&text))))
    }

    /// `INTERVAL '0 18:00:00' DAY TO SECOND`, which is how Oracle has times of day.
    fn interval(&mut self) -> Option<Expr> {
        let text = self.next()?.value(false);
        let time = text.strip_prefix("0 ")?.to_owned();
        self.words(&["DAY", "TO", "SECOND"]).then(|| node(Node::Moment(Moment::Time, time)))
    }

    fn case(&mut self) -> Option<Expr> {
        let mut branches = Vec::new();
        while self.word("WHEN") {
            let condition = self.expression(0)?;
            if !self.word("THEN") {
                return None;
            }
            branches.push((condition, self.expression(0)?));
        }
        let otherwise =
            if self.word("ELSE") { Some(self.expression(0)?).filter(|value| value.node != Node::Null) } else { None };
        (self.word("END") && !branches.is_empty()).then(|| node(Node::Case(branches, otherwise.map(Box::new))))
    }

    fn list(&mut self, end: &str) -> Option<Vec<Expr>> {
        let mut list = Vec::new();
        while !self.symbol(end) {
            if !list.is_empty() && !self.symbol(",") {
                return None;
            }
            list.push(self.expression(0)?);
        }
        Some(list)
    }

    /// `(ARRAY['a'::character varying, ..]::text[])`, in as many brackets as there are.
    fn array(&mut self) -> Option<Vec<Expr>> {
        if self.symbol("(") {
            let list = self.array()?;
            self.type_name();
            return self.symbol(")").then_some(list);
        }
        if !self.word("ARRAY") || !self.symbol("[") {
            return None;
        }
        let list = self.list("]")?;
        self.type_name();
        Some(list)
    }

    /// `::character varying(20)[]`, if it is next.
    fn type_name(&mut self) -> Option<String> {
        if !self.symbol("::") {
            return None;
        }
        Some(self.type_words())
    }

    fn type_words(&mut self) -> String {
        let mut name = String::new();
        const ENDS: [&str; 16] = [
            "AND", "OR", "IS", "NOT", "IN", "BETWEEN", "LIKE", "THEN", "ELSE", "END", "WHEN", "ESCAPE", "FROM", "FOR",
            "AS", "DIV",
        ];
        while let Some(token) = self.peek() {
            if token.kind == Kind::Word && !ENDS.iter().any(|word| token.is(word)) {
                name.push_str(token.text);
                name.push(' ');
                self.at += 1;
            } else if token.is_symbol("(") && !name.is_empty() {
                while self.next().is_some_and(|token| !token.is_symbol(")")) {}
            } else if token.is_symbol("[") {
                self.at += 1;
                self.symbol("]");
            } else {
                break;
            }
        }
        name.trim().to_ascii_lowercase()
    }

    /// A cast is the engine's own making, and goes; that of a text to a time or a number is how it writes one.
    fn cast(&mut self, inner: Expr) -> Option<Expr> {
        let name = self.type_words();
        let Node::Text(text) = &inner.node else { return Some(inner) };
        Some(match name.as_str() {
            "date" => node(Node::Moment(Moment::Date, text.clone())),
            name if name == "time" || name.starts_with("time with") => node(Node::Moment(Moment::Time, text.clone())),
            name if name.starts_with("timestamp") || name.starts_with("datetime") => {
                node(Node::Moment(Moment::Timestamp, in_utc(text)))
            }
            "smallint" | "integer" | "int" | "bigint" | "numeric" | "real" | "double precision" => {
                match text.strip_prefix('-') {
                    Some(digits) => negative(node(Node::Number(digits.to_owned()))),
                    None => node(Node::Number(text.clone())),
                }
            }
            _ => inner,
        })
    }

    fn call(&mut self, name: &str) -> Option<Expr> {
        self.at += 1;
        let lower = name.to_ascii_lowercase();
        if lower == "trim" {
            self.words(&["BOTH", "FROM"]);
        }
        let mut arguments = Vec::new();
        while !self.symbol(")") {
            let is_next = self.symbol(",") || self.word("FROM") || self.word("FOR");
            if is_next == arguments.is_empty() {
                return None;
            }
            arguments.push(self.expression(0)?);
        }
        let function = match lower.as_str() {
            "concat" | "mod" => {
                let operator = if lower == "mod" { Operator::Remainder } else { Operator::Concat };
                let joined = arguments
                    .into_iter()
                    .reduce(|left, right| node(Node::Binary(operator, Box::new(left), Box::new(right))));
                return joined;
            }
            "char_length" | "character_length" => Function::Length,
            "substring" => Function::Substr,
            "ucase" => Function::Upper,
            "lcase" => Function::Lower,
            "btrim" => Function::Trim,
            other => Function::ALL.into_iter().find(|(known, _)| *known == other)?.1,
        };
        let (fewest, most) = function.arity();
        (fewest..=most).contains(&arguments.len()).then(|| node(Node::Call(function, arguments)))
    }

    /// A pattern with our signs for any text and any one character.
    fn pattern(&self, pattern: &str, escape: Option<Expr>) -> Option<String> {
        let like = self.dialect.syntax().like;
        let escape = match escape.map(|escape| escape.node) {
            Some(Node::Text(text)) => text.chars().next(),
            Some(_) => return None,
            None => None,
        };
        let mut ours = String::new();
        let mut characters = pattern.chars();
        while let Some(character) = characters.next() {
            if Some(character) == escape {
                ours.push('\\');
                ours.push(characters.next()?);
            } else if character == like.any_text {
                ours.push('%');
            } else if character == like.any_one {
                ours.push('_');
            } else if character == '[' && like.special.contains('[') {
                ours.push('\\');
                ours.push(characters.next()?);
                if characters.next() != Some(']') {
                    return None;
                }
            } else if matches!(character, '%' | '_' | '\\') {
                ours.push('\\');
                ours.push(character);
            } else {
                ours.push(character);
            }
        }
        Some(ours)
    }
}

/// What stands behind an operand.
#[derive(Clone, Copy)]
enum Step {
    Binary(Operator),
    IsNull(Sense),
    In(Sense),
    Between(Sense),
    Like(Sense),
    Cast,
}

/// A literal of time as our language has it: without the zone, which is UTC beside an instant.
fn in_utc(text: &str) -> String {
    let text = text.strip_suffix("+00:00").or_else(|| text.strip_suffix("+00")).unwrap_or(text);
    text.trim_end().replace('T', " ")
}

fn negative(inner: Expr) -> Expr {
    node(Node::Minus(Box::new(inner)))
}
