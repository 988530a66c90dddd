//! The model of structs that are right.

use tablewright_schema::{Place, TableDef};

use crate::lower::snake_case;
use crate::tests::lowered;

/// A table, a line for each of its parts.
fn shown(def: &TableDef) -> String {
    let mut lines = vec![format!("{} -- {:?}", def.name, def.comment.as_deref())];
    lines.extend(def.columns.iter().map(|column| {
        format!(
            "  {}: {:?}{} default {:?} generated {:?}{}{} from {:?} -- {:?}",
            column.name,
            column.data_type,
            if column.nullable { " null" } else { "" },
            column.default,
            column.generated,
            if column.auto_increment { " auto" } else { "" },
            if column.personal { " personal" } else { "" },
            column.renamed_from,
            column.comment
        )
    }));
    lines.push(format!("  {} {:?}", def.primary_key.name, def.primary_key.columns));
    lines.extend(def.uniques.iter().map(|unique| format!("  {} {:?}", unique.name, unique.columns)));
    lines.extend(def.checks.iter().map(|check| format!("  {} {}", check.name, check.expression)));
    lines.extend(
        def.indexes.iter().map(|index| {
            format!("  {} {:?} unique {} where {:?}", index.name, index.parts, index.unique, index.filter)
        }),
    );
    lines.extend(def.foreign_keys.iter().map(|key| {
        format!(
            "  {} {:?} -> {:?} {:?} {:?} {:?}",
            key.name, key.columns, key.target, key.target_columns, key.on_delete, key.on_update
        )
    }));
    lines.join("\n") + "\n"
}

fn becomes(source: &str) -> String {
    shown(&lowered(source).def)
}

#[test]
fn names_are_made_from_the_struct() {
    insta::assert_snapshot!(becomes(
        r#"
        /// Healthcare professionals
        /// who refer patients.
        ///
        /// More.
        struct ReferringDoctor {
            /// The key.
            #[column(primary_key, max_length = 50, default = uuid)]
            id: String,
            #[column(max_length = 50, unique, comment = "The council's")]
            r#type: Option<String>,
            #[index] #[column(personal, name = "e_mail")] email: Option<String>,
            #[foreign_key(Clinic(id), on_delete = set_null)] #[index(desc, filter(clinic_id is not null))]
            clinic_id: Option<i64>,
            #[check(copies >= 0 and email <> "it's")] copies: i32,
        }
        "#), @r#"
            referring_doctor -- Some("Healthcare professionals who refer patients.")
              id: Varchar(50) default Some(Uuid) generated None from None -- Some("The key.")
              type: Varchar(50) null default None generated None from None -- Some("The council's")
              e_mail: Text null default None generated None personal from None -- None
              clinic_id: I64 null default None generated None from None -- None
              copies: I32 default None generated None from None -- None
              pk_referring_doctor ["id"]
              uq_referring_doctor_type ["type"]
              ck_referring_doctor_1 copies >= 0 and e_mail <> 'it''s'
              ix_referring_doctor_e_mail [Column { name: "e_mail", descending: false }] unique false where None
              ix_referring_doctor_clinic_id [Column { name: "clinic_id", descending: true }] unique false where Some("clinic_id is not null")
              fk_referring_doctor_clinic_id ["clinic_id"] -> "\u{1}t0\u{2}" ["\u{1}c0.0\u{2}"] SetNull NoAction
        "#);
}

#[test]
fn everything_can_be_said_on_the_struct() {
    insta::assert_snapshot!(becomes(
        r#"
        #[table(name = "doctors", comment = "People", primary_key(practice, number))]
        #[index(name = "ix_a", columns(lower(email), created_at desc, number asc), unique, filter(active and number in (1, -2)))]
        #[index(columns(coalesce(email, "none") desc))]
        #[unique(practice, email)]
        #[unique(name = "uq_b", columns(created_at))]
        #[check(name = "ck_a", number > 0 and email like "%@%")]
        #[check("e_mail <> 'x'")]
        #[index(columns(type, number))]
        #[foreign_key(columns(practice, number), other::Practice(id, number), on_update = cascade, name = "fk_a")]
        struct Doctor {
            practice: i32,
            number: i64,
            #[column(name = "e_mail", max_length = 20, renamed_from = "mail")] email: Option<String>,
            #[column(default = now)] created_at: DateTime<Utc>,
            #[column(default = true)] active: bool,
            #[foreign_key(Self(number))] chief: Option<i64>,
            #[column(precision = 18, scale = 2, default = -1.50)] price: Decimal,
            #[column(generated(number * 2, stored))] twice: i64,
            #[column(default = Priority::Routine)] priority: Priority,
            #[column(default = expr(1 + 2))] made: i16,
            #[column(default = "it's")] word: String,
            #[column(default = -9223372036854775808)] least: i64,
            document: Option<Json<Vec<u8>>>,
            bytes: Vec<u8>,
            r#type: i32,
        }
        "#), @r#"
            doctors -- Some("People")
              practice: I32 default None generated None from None -- None
              number: I64 default None generated None from None -- None
              e_mail: Varchar(20) null default None generated None from Some("mail") -- None
              created_at: TimestampTz default Some(Now) generated None from None -- None
              active: Bool default Some(Literal(Bool(true))) generated None from None -- None
              chief: I64 null default None generated None from None -- None
              price: Decimal { precision: 18, scale: 2 } default Some(Literal(Number("-1.50"))) generated None from None -- None
              twice: I64 default None generated Some(Generated { expression: "number * 2", stored: true }) from None -- None
              priority: Late(8) default Some(Literal(Late(8))) generated None from None -- None
              made: I16 default Some(Expression("1 + 2")) generated None from None -- None
              word: Text default Some(Literal(Text("it's"))) generated None from None -- None
              least: I64 default Some(Literal(Integer(-9223372036854775808))) generated None from None -- None
              document: Json null default None generated None from None -- None
              bytes: Blob default None generated None from None -- None
              type: I32 default None generated None from None -- None
              pk_doctors ["practice", "number"]
              uq_doctors_practice_e_mail ["practice", "e_mail"]
              uq_b ["created_at"]
              ck_a number > 0 and e_mail like '%@%'
              ck_doctors_2 e_mail <> 'x'
              ix_a [Expression { expression: "lower(e_mail)", descending: false }, Column { name: "created_at", descending: true }, Column { name: "number", descending: false }] unique true where Some("active and number in (1, - 2)")
              ix_doctors_coalesce_e_mail [Expression { expression: "coalesce(e_mail, 'none')", descending: true }] unique false where None
              ix_doctors_type_number [Column { name: "type", descending: false }, Column { name: "number", descending: false }] unique false where None
              fk_a ["practice", "number"] -> "\u{1}t0\u{2}" ["\u{1}c0.0\u{2}", "\u{1}c0.1\u{2}"] NoAction Cascade
              fk_doctors_chief ["chief"] -> "doctors" ["number"] NoAction NoAction
        "#);
}

#[test]
fn words_of_a_name_are_told_apart() {
    let names = ["Doctor", "ReferringDoctor", "HTTPServer", "OAuth2Token", "Table2Row", "ABC", "already_snake", "É"];
    assert_eq!(
        names.map(snake_case).join(" "),
        "doctor referring_doctor http_server o_auth2_token table2_row abc already_snake é"
    );
}

#[test]
fn a_place_in_an_expression_leads_to_its_token() {
    let source = r#"#[check(wide_one >= 0 and other < "a b")] struct A { #[column(primary_key)] id: i64, #[column(name = "w")] wide_one: i32, other: String }"#;
    let lowered = lowered(source);
    let text = lowered.def.checks[0].expression.to_string();
    assert_eq!(text, "w >= 0 and other < 'a b'");
    let token = |at: &str| {
        let offset = text.find(at).unwrap();
        lowered.spans.get(Place::CheckExpression(0, offset)).source_text().unwrap()
    };
    assert_eq!(token("w >="), "wide_one");
    assert_eq!(token("and"), "and");
    assert_eq!(token("b'"), "\"a b\"");
}

#[test]
fn an_index_over_an_expression_is_called_by_its_words() {
    for (index, name) in [
        (r#"columns("lower(e_mail)")"#, "ix_doctor_lower_e_mail"),
        ("columns(lower(email))", "ix_doctor_lower_e_mail"),
        (r#"columns("lower(e_mail) || 'no word'", street desc)"#, "ix_doctor_lower_e_mail_street"),
        ("columns(upper(straße))", "ix_doctor_upper_strasse"),
    ] {
        let source = format!(
            r#"#[index({index})] struct Doctor {{
                #[column(primary_key)] id: i64,
                #[column(name = "e_mail", max_length = 20)] email: String,
                #[column(max_length = 20)] street: String,
                #[column(name = "strasse", max_length = 20)] straße: String,
            }}"#
        );
        assert_eq!(lowered(&source).def.indexes[0].name, name, "{index}");
    }
}

#[test]
fn any_word_can_be_a_table_that_is_dropped() {
    let schema = "pub struct Library { tables: [Author], dropped: [r#type, match, move, old_books] }";
    let code = crate::schema_macro::expand(schema.parse().unwrap()).to_string();
    assert!(code.contains(r#"["type" , "match" , "move" , "old_books"]"#), "{code}");
}
