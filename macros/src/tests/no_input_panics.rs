//! Input that nobody would write, made from what people write: no derive may panic on it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{Group, Punct, Spacing, TokenStream, TokenTree};

use crate::{column_enum, column_type, table};

const TABLE: &str = r#"
    /// Healthcare professionals.
    #[table(name = "doctors", comment = "People", primary_key(id, number))]
    #[index(name = "ix_a", columns(lower(email), number desc), unique, filter(active and number in (1, -2)))]
    #[unique(number, email)]
    #[unique(name = "uq_b", columns(number))]
    #[check(name = "ck_a", number > 0 and email like "%@%")]
    #[foreign_key(columns(id, number), other::Practice(id, number), on_update = cascade, name = "fk_a")]
    pub struct Doctor {
        #[column(max_length = 50, default = uuid)] pub id: String,
        #[column(auto_increment, renamed_from = "no")] number: i64,
        #[column(name = "e_mail", personal, unique)] email: Option<String>,
        #[index] #[column(default = -1.5)] active: std::option::Option<bool>,
        #[column(precision = 18, scale = 2, default = Some::Path)] price: Decimal,
        #[column(generated(number * 2, stored))] #[index(desc)] twice: i64,
        #[foreign_key(Self(number), on_delete = set_null)] #[check(chief > 0)] chief: Vec<u8>,
        #[column(default = expr(1 + 2))] made: DateTime<Utc>,
        #[unique(name = "u")] document: Json<Vec<(u8, &'static str)>>,
    }
"#;

const ENUM: &str =
    r#"#[column_enum(rename_all = "kebab-case")] enum A { One, #[column_enum(rename = "x")] TwoThree = 3 }"#;
const TYPE: &str =
    r#"#[column_type(max_length = 3, precision = 4, scale = 2)] pub struct A { pub value: Option<String> }"#;

/// A small generator of numbers: the same ones in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

fn size(tokens: &TokenStream) -> usize {
    tokens
        .clone()
        .into_iter()
        .map(|token| 1 + if let TokenTree::Group(group) = token { size(&group.stream()) } else { 0 })
        .sum()
}

/// Changes token `at`, counted through all groups: deletes it, doubles it, swaps it with the next, or replaces it.
fn changed(tokens: TokenStream, at: &mut isize, change: usize, spare: &[TokenTree]) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut swapped = None;
    for token in tokens {
        let here = *at == 0;
        *at -= 1;
        let token = match token {
            TokenTree::Group(group) if !here => {
                let inside = changed(group.stream(), at, change, spare);
                let mut made = Group::new(group.delimiter(), inside);
                made.set_span(group.span());
                TokenTree::Group(made)
            }
            token => token,
        };
        match (here, change) {
            (false, _) => out.push(token),
            (true, 0) => {}
            (true, 1) => out.extend([token.clone(), token]),
            (true, 2) => {
                swapped = Some(token);
                continue;
            }
            (true, 3) => out.push(TokenTree::Punct(Punct::new(',', Spacing::Alone))),
            (true, n) => out.push(spare[n % spare.len()].clone()),
        }
        out.extend(swapped.take());
    }
    out.extend(swapped);
    out.into_iter().collect()
}

#[test]
fn no_input_panics() {
    let spare: Vec<TokenTree> = r#"name = columns ( ) "" 99999999999999999999 -1.5e9 'a' b"x" r#type :: < > Self (a, b desc) [x] {y} c"z" | 1u8"#
        .parse::<TokenStream>()
        .unwrap()
        .into_iter()
        .collect();
    let mut numbers = Numbers(42);
    for (source, derive) in [
        (TABLE, table::derive as fn(TokenStream) -> TokenStream),
        (ENUM, column_enum::derive),
        (TYPE, column_type::derive),
    ] {
        let valid: TokenStream = source.parse().unwrap();
        for _ in 0..1_000 {
            let mut input = valid.clone();
            for _ in 0..=numbers.below(3) {
                let mut at = isize::try_from(numbers.below(size(&input))).unwrap();
                input = changed(input, &mut at, numbers.below(4 + spare.len()), &spare);
            }
            let text = input.to_string();
            // A lone quote cannot come out of a compiler either.
            let Ok(input) = text.parse() else { continue };
            assert!(catch_unwind(AssertUnwindSafe(|| derive(input))).is_ok(), "panic on:\n{text}");
        }
    }
}
