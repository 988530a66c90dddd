//! Tokens into an expression, by precedence.

use super::lex::{Token, tokens};
use super::{Expr, Function, Moment, Node, Operator, Sense, SyntaxError};
use crate::suggest;

/// So deep may brackets and operators nest; deeper text is no check that anybody wrote, and must not end the stack.
const MAX_DEPTH: usize = 100;

/// So many operators may follow others, for each makes the tree deeper by a level: SQLite takes a thousand of them
/// (<https://www.sqlite.org/limits.html>), and whoever walks the tree has a stack.
const MAX_LINKS: usize = 200;

/// Words that are part of the language. Where a value has to be, they are columns if they can be nothing else.
pub(super) const WORDS: [&str; 12] =
    ["and", "or", "not", "is", "in", "between", "like", "case", "when", "then", "else", "end"];

/// Reads an expression.
///
/// # Errors
/// The first mistake, with its place.
pub fn parse(text: &str) -> Result<Expr, SyntaxError> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, end: text.len(), depth: 0, links: 0 };
    if parser.tokens.is_empty() {
        return Err(SyntaxError::new(0, "the expression is empty"));
    }
    let expression = parser.expression(0)?;
    match parser.peek() {
        None => Ok(expression),
        Some(token) => {
            let shown = show(token);
            Err(SyntaxError::new(parser.offset(), format!("the expression ends before {shown}"))
                .help("join two conditions with `and` or `or`"))
        }
    }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
    end: usize,
    depth: usize,
    links: usize,
}

/// How tightly an operator binds.
const fn precedence(operator: Operator) -> u8 {
    match operator {
        Operator::Or => 1,
        Operator::And => 2,
        Operator::Equal
        | Operator::NotEqual
        | Operator::Less
        | Operator::LessOrEqual
        | Operator::Greater
        | Operator::GreaterOrEqual => COMPARISON,
        Operator::Concat => 5,
        Operator::Add | Operator::Subtract => 6,
        Operator::Multiply | Operator::Divide | Operator::Remainder => 7,
    }
}

const NOT: u8 = 3;
const COMPARISON: u8 = 4;

impl Parser {
    fn expression(&mut self, minimum: u8) -> Result<Expr, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(SyntaxError::new(
                self.offset(),
                format!("the expression nests deeper than {MAX_DEPTH} levels"),
            ));
        }
        // What stands in brackets is a value, whatever it compares.
        let mut is_bracketed = self.peek() == Some(&Token::Symbol("("));
        let mut left = self.operand()?;
        let mut is_first = true;
        loop {
            let offset = self.offset();
            if minimum <= COMPARISON && self.postfix_follows() {
                self.link(&mut is_first)?;
                left = self.postfix(left)?;
                is_bracketed = false;
                continue;
            }
            let Some(operator) = self.operator() else { break };
            let binds = precedence(operator);
            if binds < minimum {
                break;
            }
            self.link(&mut is_first)?;
            self.next += 1;
            let right = self.expression(binds + 1)?;
            if operator.is_comparison() && !is_bracketed && chained(&left) {
                return Err(SyntaxError::new(offset, "comparisons cannot be chained").help("write `a < b and b < c`"));
            }
            left = Expr { offset: left.offset, node: Node::Binary(operator, Box::new(left), Box::new(right)) };
            is_bracketed = false;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// Counts an operator, unless it is the first one of its brackets.
    fn link(&mut self, is_first: &mut bool) -> Result<(), SyntaxError> {
        self.links += usize::from(!std::mem::replace(is_first, false));
        if self.links > MAX_LINKS {
            let error = SyntaxError::new(self.offset(), format!("more than {MAX_LINKS} operators follow each other"));
            return Err(error.help("write `a in (1, 2, 3)` for `a = 1 or a = 2 or a = 3`, or make several checks"));
        }
        Ok(())
    }

    fn operand(&mut self) -> Result<Expr, SyntaxError> {
        let offset = self.offset();
        let Some(token) = self.tokens.get(self.next).map(|(_, token)| token.clone()) else {
            return Err(SyntaxError::new(self.end, "the expression ends too early"));
        };
        self.next += 1;
        let node = match token {
            Token::Number(number) => Node::Number(number),
            Token::Text(text) => Node::Text(text),
            Token::Symbol("(") => {
                let inner = self.expression(0)?;
                self.demand(")")?;
                return Ok(inner);
            }
            Token::Symbol("-") => Node::Minus(Box::new(self.expression(8)?)),
            Token::Symbol(symbol) => {
                return Err(SyntaxError::new(offset, format!("a value is missing before `{symbol}`")));
            }
            Token::Word(word) => return self.word(offset, &word),
        };
        Ok(Expr { offset, node })
    }

    fn word(&mut self, offset: usize, word: &str) -> Result<Expr, SyntaxError> {
        let lower = word.to_ascii_lowercase();
        let node = match lower.as_str() {
            "true" => Node::Bool(true),
            "false" => Node::Bool(false),
            "null" => Node::Null,
            "not" if !self.ends_a_value(&["and", "or", "is"]) => Node::Not(Box::new(self.expression(NOT)?)),
            "case" if self.is_word("when") => self.case()?,
            "date" if self.text_follows() => self.moment(Moment::Date)?,
            "time" if self.text_follows() => self.moment(Moment::Time)?,
            "timestamp" if self.text_follows() => self.moment(Moment::Timestamp)?,
            _ if self.peek() == Some(&Token::Symbol("(")) => self.call(offset, word)?,
            other if WORDS.contains(&other) && !self.ends_a_value(&WORDS) => return Err(self.no_value(offset, other)),
            _ => Node::Column(word.to_owned()),
        };
        Ok(Expr { offset, node })
    }

    /// Whether what is next can stand behind a value: an operator, the end, or one of the words.
    fn ends_a_value(&self, words: &[&str]) -> bool {
        match self.peek() {
            None => true,
            Some(Token::Symbol(symbol)) => *symbol != "(",
            Some(Token::Word(word)) => words.contains(&word.to_ascii_lowercase().as_str()),
            Some(Token::Number(_) | Token::Text(_)) => false,
        }
    }

    fn no_value(&self, offset: usize, word: &str) -> SyntaxError {
        match word {
            "case" => SyntaxError::new(self.offset(), "`case` needs a branch")
                .help("write `case when condition then value else value end`"),
            _ => SyntaxError::new(offset, format!("a value is missing before `{word}`")),
        }
    }

    fn text_follows(&self) -> bool {
        matches!(self.peek(), Some(Token::Text(_)))
    }

    fn moment(&mut self, moment: Moment) -> Result<Node, SyntaxError> {
        let offset = self.offset();
        let Some((_, Token::Text(text))) = self.tokens.get(self.next) else {
            return Err(SyntaxError::new(offset, "a text is missing"));
        };
        let Some(read) = moment.read(text) else {
            return Err(SyntaxError::new(offset, format!("`{text}` is not {}", moment.name()))
                .help(format!("write `{}`", moment.example())));
        };
        self.next += 1;
        Ok(Node::Moment(moment, read))
    }

    fn call(&mut self, offset: usize, word: &str) -> Result<Node, SyntaxError> {
        let names = Function::ALL.map(|(name, _)| name);
        let Some((_, function)) = Function::ALL.into_iter().find(|(name, _)| word.eq_ignore_ascii_case(name)) else {
            return Err(SyntaxError::new(offset, format!("unknown function `{word}`")).help(suggest::help(word, names)));
        };
        self.next += 1;
        let mut arguments = Vec::new();
        while self.peek() != Some(&Token::Symbol(")")) {
            if !arguments.is_empty() {
                self.demand(",")?;
            }
            arguments.push(self.expression(0)?);
        }
        self.next += 1;
        let (fewest, most) = function.arity();
        if arguments.len() < fewest || arguments.len() > most {
            let wanted = if fewest == most { fewest.to_string() } else { format!("{fewest} or more") };
            let given = arguments.len();
            return Err(SyntaxError::new(offset, format!("`{word}` takes {wanted} arguments, {given} are given")));
        }
        Ok(Node::Call(function, arguments))
    }

    fn case(&mut self) -> Result<Node, SyntaxError> {
        let mut branches = Vec::new();
        while self.take_word("when") {
            let condition = self.expression(0)?;
            self.demand_word("then")?;
            branches.push((condition, self.expression(0)?));
        }
        let otherwise = if self.take_word("else") { Some(Box::new(self.expression(0)?)) } else { None };
        self.demand_word("end")?;
        Ok(Node::Case(branches, otherwise))
    }

    fn postfix_follows(&self) -> bool {
        let word = |ahead: usize| match self.tokens.get(self.next + ahead) {
            Some((_, Token::Word(word))) => word.to_ascii_lowercase(),
            _ => String::new(),
        };
        let follows = |word: &str| matches!(word, "in" | "between" | "like");
        match word(0).as_str() {
            "is" => true,
            "not" => follows(&word(1)),
            other => follows(other),
        }
    }

    fn postfix(&mut self, left: Expr) -> Result<Expr, SyntaxError> {
        let offset = left.offset;
        let left = Box::new(left);
        if self.take_word("is") {
            let sense = if self.take_word("not") { Sense::IsNot } else { Sense::Is };
            self.demand_word("null")?;
            return Ok(Expr { offset, node: Node::IsNull(left, sense) });
        }
        let sense = if self.take_word("not") { Sense::IsNot } else { Sense::Is };
        let node = if self.take_word("in") {
            self.demand("(")?;
            let mut list = vec![self.expression(0)?];
            while self.peek() == Some(&Token::Symbol(",")) {
                self.next += 1;
                list.push(self.expression(0)?);
            }
            self.demand(")")?;
            Node::In(left, list, sense)
        } else if self.take_word("between") {
            let low = self.expression(COMPARISON + 1)?;
            self.demand_word("and")?;
            Node::Between(left, Box::new(low), Box::new(self.expression(COMPARISON + 1)?), sense)
        } else {
            self.demand_word("like")?;
            let offset = self.offset();
            let Some((_, Token::Text(pattern))) = self.tokens.get(self.next) else {
                return Err(
                    SyntaxError::new(offset, "`like` needs a pattern in quotes").help("write `name like 'Dr.%'`")
                );
            };
            let pattern = pattern.clone();
            self.next += 1;
            Node::Like(left, pattern, sense)
        };
        Ok(Expr { offset, node })
    }

    fn operator(&self) -> Option<Operator> {
        Some(match self.peek()? {
            Token::Symbol(symbol) => match *symbol {
                "=" => Operator::Equal,
                "<>" => Operator::NotEqual,
                "<" => Operator::Less,
                "<=" => Operator::LessOrEqual,
                ">" => Operator::Greater,
                ">=" => Operator::GreaterOrEqual,
                "+" => Operator::Add,
                "-" => Operator::Subtract,
                "*" => Operator::Multiply,
                "/" => Operator::Divide,
                "%" => Operator::Remainder,
                "||" => Operator::Concat,
                _ => return None,
            },
            Token::Word(word) if word.eq_ignore_ascii_case("and") => Operator::And,
            Token::Word(word) if word.eq_ignore_ascii_case("or") => Operator::Or,
            Token::Word(_) | Token::Number(_) | Token::Text(_) => return None,
        })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn offset(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |(offset, _)| *offset)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(found)) if found.eq_ignore_ascii_case(word))
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.next += usize::from(found);
        found
    }

    fn demand_word(&mut self, word: &str) -> Result<(), SyntaxError> {
        if self.take_word(word) { Ok(()) } else { Err(self.missing(word)) }
    }

    fn demand(&mut self, symbol: &str) -> Result<(), SyntaxError> {
        if matches!(self.peek(), Some(Token::Symbol(found)) if *found == symbol) {
            self.next += 1;
            return Ok(());
        }
        Err(self.missing(symbol))
    }

    fn missing(&self, what: &str) -> SyntaxError {
        let found = self.peek().map_or("the end".to_owned(), show);
        SyntaxError::new(self.offset(), format!("`{what}` is missing before {found}"))
    }
}

fn chained(left: &Expr) -> bool {
    matches!(&left.node, Node::Binary(operator, ..) if operator.is_comparison())
}

fn show(token: &Token) -> String {
    match token {
        Token::Word(text) | Token::Number(text) => format!("`{text}`"),
        Token::Text(text) => format!("`'{text}'`"),
        Token::Symbol(symbol) => format!("`{symbol}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Context;
    use super::super::tests::{mistake, sql};
    use crate::dialect::Dialect;

    #[test]
    fn what_is_in_brackets_is_compared() {
        let unequal = "(qty > 0) = (middle is null)";
        assert_eq!(mistake(unequal, Context::Condition), "");
        assert_eq!(sql(unequal, Dialect::Postgres), r#"("qty" > 0) = ("middle" IS NULL)"#);
        let chained = "comparisons cannot be chained | write `a < b and b < c`";
        assert_eq!(mistake("qty > 0 = is_active", Context::Condition), format!("8 {chained}"));
        assert_eq!(mistake("(qty) > 0 = is_active", Context::Condition), format!("10 {chained}"));
        assert_eq!(mistake("(qty > 0) = is_active = true", Context::Condition), format!("22 {chained}"));
    }

    #[test]
    fn deep_nesting_is_an_error_and_not_the_end_of_the_stack() {
        let deep = format!("{}1{} = 1", "(".repeat(100_000), ")".repeat(100_000));
        assert!(mistake(&deep, Context::Condition).contains("nests deeper"));
        let nots = format!("{} is_active", "not ".repeat(100_000));
        assert!(mistake(&nots, Context::Condition).contains("nests deeper"));
        let wide = |count| vec!["qty = 1"; count].join(" or ");
        let deepest = format!("{}{}{}", "(not ".repeat(45), wide(200), ")".repeat(45));
        assert_eq!(mistake(&deepest, Context::Condition), "");
        for dialect in Dialect::ALL {
            assert!(sql(&deepest, dialect).len() > 2_000);
        }
        let long = "more than 200 operators follow each other | write `a in (1, 2, 3)` for `a = 1 or a = 2 or a = 3`, or make \
                    several checks";
        assert!(mistake(&wide(100_000), Context::Condition).ends_with(long));
        let nested = format!("({}) and ({})", wide(150), wide(150));
        assert!(mistake(&nested, Context::Condition).ends_with(long));
        let nulls = format!("qty{}", " is null".repeat(100_000));
        assert!(mistake(&nulls, Context::Condition).ends_with(long));
        let sum = format!("qty = 1{}", " + 1".repeat(100_000));
        assert!(mistake(&sum, Context::Condition).ends_with(long));
    }
}
