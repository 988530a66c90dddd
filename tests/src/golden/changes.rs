//! Changes of tables, one thing a case: what a plan for them is, and what it asks first.

use tablewright_schema::model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, TableDef, Text,
    UniqueDef,
};
use tablewright_schema::plan::{Fill, Plan, Refusal, plan};
use tablewright_schema::{Dialect, diff};

/// A name, and what changes the tables.
type Change = (&'static str, fn(&mut Tables));

/// The tables that are there before each change.
#[derive(Clone)]
struct Tables {
    people: TableDef,
    visits: TableDef,
    others: Vec<TableDef>,
    /// Columns that people have before the change alone.
    before: Vec<ColumnDef>,
    visits_go: bool,
    /// All tables before the change, where it is not the same for each.
    was: Option<Box<Self>>,
    fill: Fill,
}

const ID: &[Text] = &[Text::Borrowed("id")];

impl Tables {
    fn new() -> Self {
        static PEOPLE: [ColumnDef; 5] = [
            ColumnDef::new("id", DataType::I64).auto_increment(),
            ColumnDef::new("name", DataType::Varchar(40)),
            ColumnDef::new("age", DataType::I32).nullable(),
            ColumnDef::new("paid", DataType::Decimal { precision: 8, scale: 2 }).nullable(),
            ColumnDef::new("upper_name", DataType::Varchar(40)).nullable().generated("upper(name)", true),
        ];
        static VISITS: [ColumnDef; 2] =
            [ColumnDef::new("id", DataType::I64), ColumnDef::new("person_id", DataType::I64)];
        static KEYS: [ForeignKeyDef; 1] =
            [ForeignKeyDef::new("fk_visits_person_id", &[Text::Borrowed("person_id")], "people", ID)
                .on_delete(Action::Cascade)];
        static CHECKS: [CheckDef; 1] = [CheckDef::new("ck_people_age", "age >= 0")];
        static INDEXES: [IndexDef; 1] = [IndexDef::new("idx_people_name", const { &[IndexPart::asc("name")] })];
        let people = TableDef::new("people", &PEOPLE).primary_key("pk_people", ID).checks(&CHECKS).indexes(&INDEXES);
        let visits = TableDef::new("visits", &VISITS).primary_key("pk_visits", ID).foreign_keys(&KEYS);
        Self {
            people,
            visits,
            others: Vec::new(),
            before: Vec::new(),
            visits_go: false,
            was: None,
            fill: Fill::default(),
        }
    }

    fn column(&mut self, name: &str) -> &mut ColumnDef {
        self.people.columns.to_mut().iter_mut().find(|column| column.name == name).expect("a column")
    }

    fn add(&mut self, column: ColumnDef) {
        self.people.columns.to_mut().push(column);
    }

    /// A reference from visits that begins with the columns of the one that they have.
    fn refer_by_name(&mut self) {
        static UNIQUE: [UniqueDef; 1] =
            [UniqueDef::new("uq_people_id_name", const { &[Text::Borrowed("id"), Text::Borrowed("name")] })];
        const COLUMNS: &[Text] = &[Text::Borrowed("person_id"), Text::Borrowed("called")];
        self.people.uniques = UNIQUE.as_slice().into();
        self.visits.columns.to_mut().push(ColumnDef::new("called", DataType::Varchar(40)).nullable());
        let key = ForeignKeyDef::new("fk_visits_called", COLUMNS, "people", &UNIQUE[0].columns);
        self.visits.foreign_keys.to_mut().push(key);
    }

    fn defs(&self, dialect: Dialect) -> Vec<TableDef> {
        let mut defs = vec![self.people.clone()];
        defs.extend((!self.visits_go).then(|| self.visits.clone()));
        defs.extend(self.others.iter().cloned());
        for generated in defs[0].columns.to_mut().iter_mut().filter_map(|column| column.generated.as_mut()) {
            // Firebird computes on reading.
            generated.stored = dialect != Dialect::Firebird;
        }
        defs
    }
}

const CHANGES: [Change; 51] = [
    ("a column is added", |tables| tables.add(ColumnDef::new("town", DataType::Text).nullable())),
    ("a column is added with a default", |tables| {
        tables.add(
            ColumnDef::new("visits", DataType::I32).nullable().default(ColumnDefault::Literal(Literal::Integer(7))),
        );
    }),
    ("a required column is added with a default", |tables| {
        tables.add(ColumnDef::new("visits", DataType::I32).default(ColumnDefault::Literal(Literal::Integer(7))));
    }),
    ("a truth value is added", |tables| {
        tables.add(ColumnDef::new("member", DataType::Bool).default(ColumnDefault::Literal(Literal::Bool(true))));
    }),
    ("a column goes, and others come", |tables| {
        tables.people.columns.to_mut().retain(|column| column.name != "age");
        tables.people.checks = Vec::new().into();
        tables.add(ColumnDef::new("floor", DataType::I64).nullable());
        tables.add(ColumnDef::new("born", DataType::Date).nullable());
    }),
    ("a required column is added without a value", |tables| tables.add(ColumnDef::new("town", DataType::Varchar(30)))),
    ("a required column is added with a value for the rows", |tables| {
        tables.add(ColumnDef::new("town", DataType::Varchar(30)));
        tables.fill.given.push(("people".into(), "town".into(), "lower(name)".into()));
    }),
    ("a computed column is added", |tables| {
        tables.add(ColumnDef::new("twice", DataType::I32).nullable().generated("age + age", true));
    }),
    ("a column is dropped", |tables| tables.people.columns.to_mut().retain(|column| column.name != "paid")),
    ("a column gets another name", |tables| {
        let column = tables.column("paid");
        (column.name, column.renamed_from) = ("settled".into(), Some("paid".into()));
    }),
    ("a column that others are computed from gets another name", |tables| {
        let column = tables.column("name");
        (column.name, column.renamed_from) = ("full_name".into(), Some("name".into()));
        let generated = tables.column("upper_name").generated.as_mut().expect("a computed column");
        generated.expression = "upper(full_name)".into();
        tables.people.indexes.to_mut()[0].parts = vec![IndexPart::asc("full_name")].into();
    }),
    ("a number gets wider", |tables| tables.column("age").data_type = DataType::I64),
    ("a number gets narrower", |tables| tables.column("age").data_type = DataType::I16),
    ("a text gets shorter", |tables| {
        for name in ["name", "upper_name"] {
            tables.column(name).data_type = DataType::Varchar(20);
        }
    }),
    ("a text becomes one of some values", |tables| {
        tables.people.columns.to_mut().retain(|column| column.name != "upper_name");
        tables.column("name").data_type = DataType::Enum(const { &[Text::Borrowed("a"), Text::Borrowed("b")] }.into());
    }),
    ("a number becomes a text", |tables| {
        tables.people.checks = Vec::new().into();
        tables.column("age").data_type = DataType::Text;
    }),
    ("a decimal gets fewer digits after the point", |tables| {
        tables.column("paid").data_type = DataType::Decimal { precision: 8, scale: 1 };
    }),
    ("a number becomes a truth value", |tables| {
        tables.add(ColumnDef::new("member", DataType::Bool).nullable());
        tables.before.push(ColumnDef::new("member", DataType::I16).nullable());
    }),
    ("a column is numbered no longer", |tables| tables.column("id").auto_increment = false),
    ("a check, an index and a reference get another name", |tables| {
        tables.people.checks.to_mut()[0].name = "ck_people_years".into();
        tables.people.indexes.to_mut()[0].name = "idx_people_called".into();
        tables.visits.foreign_keys.to_mut()[0].name = "fk_visits_people".into();
    }),
    ("a decimal becomes a binary fraction", |tables| tables.column("paid").data_type = DataType::F64),
    ("a text becomes a number", |tables| {
        tables.add(ColumnDef::new("floor", DataType::I64).nullable());
        tables.before.push(ColumnDef::new("floor", DataType::Varchar(20)).nullable());
    }),
    ("a text becomes a decimal", |tables| {
        tables.add(ColumnDef::new("fee", DataType::Decimal { precision: 6, scale: 2 }).nullable());
        tables.before.push(ColumnDef::new("fee", DataType::Text).nullable());
    }),
    ("a text becomes a day", |tables| {
        tables.add(ColumnDef::new("born", DataType::Date).nullable());
        tables.before.push(ColumnDef::new("born", DataType::Varchar(20)).nullable());
    }),
    ("a time becomes a day", |tables| {
        tables.add(ColumnDef::new("seen", DataType::Date).nullable());
        tables.before.push(ColumnDef::new("seen", DataType::Timestamp).nullable());
    }),
    ("a UUID becomes a text", |tables| {
        tables.add(ColumnDef::new("code", DataType::Varchar(36)).nullable());
        tables.before.push(ColumnDef::new("code", DataType::Uuid).nullable());
    }),
    ("an enumeration gets other values", |tables| {
        let one_of = |values: &'static [Text]| ColumnDef::new("state", DataType::Enum(values.into())).nullable();
        tables.add(one_of(const { &[Text::Borrowed("lost"), Text::Borrowed("new")] }));
        tables.before.push(one_of(const { &[Text::Borrowed("new"), Text::Borrowed("old")] }));
    }),
    ("a numbered column is added and is the key", |tables| {
        let number = ColumnDef::new("number", DataType::I64).auto_increment();
        tables.visits.columns.to_mut().push(number);
        tables.visits.primary_key.columns = vec![Text::Borrowed("number")].into();
    }),
    ("a computed column changes", |tables| {
        tables.column("upper_name").generated.as_mut().expect("a computed column").expression = "lower(name)".into();
    }),
    ("a table goes", |tables| tables.visits_go = true),
    ("a column becomes required", |tables| tables.column("age").nullable = false),
    ("a column becomes required, with a value for those without", |tables| {
        tables.column("age").nullable = false;
        tables.fill.given.push(("people".into(), "age".into(), "0".into()));
    }),
    ("a column need not be there", |tables| tables.column("name").nullable = true),
    ("a default comes", |tables| {
        tables.column("age").default = Some(ColumnDefault::Literal(Literal::Integer(1)));
    }),
    ("a unique constraint comes", |tables| {
        static UNIQUE: [UniqueDef; 1] = [UniqueDef::new("uq_people_name", const { &[Text::Borrowed("name")] })];
        tables.people.uniques = UNIQUE.as_slice().into();
    }),
    ("a check changes", |tables| tables.people.checks.to_mut()[0].expression = "age > 0".into()),
    ("an index changes", |tables| tables.people.indexes.to_mut()[0].parts = vec![IndexPart::desc("name")].into()),
    ("a reference changes", |tables| tables.visits.foreign_keys.to_mut()[0].on_delete = Action::NoAction),
    ("a primary key changes", |tables| {
        tables.visits.primary_key.columns = vec![Text::Borrowed("id"), Text::Borrowed("person_id")].into();
    }),
    ("a table gets another name", |tables| {
        (tables.people.name, tables.people.renamed_from) = ("patients".into(), Some("people".into()));
        tables.visits.foreign_keys.to_mut()[0].target = "patients".into();
    }),
    ("a table comes and refers to another", |tables| {
        let mut other = tables.visits.clone();
        other.name = "bills".into();
        other.primary_key.name = "pk_bills".into();
        other.foreign_keys.to_mut()[0].name = "fk_bills_person_id".into();
        tables.others.push(other);
    }),
    ("comments come", |tables| {
        tables.people.comment = Some("who they are".into());
        tables.column("age").comment = Some("in years".into());
    }),
    ("a default comes with another type", |tables| {
        let column = tables.column("age");
        column.data_type = DataType::I64;
        column.default = Some(ColumnDefault::Literal(Literal::Integer(1)));
    }),
    ("a text loses its limit", |tables| {
        tables.people.indexes.to_mut().clear();
        // Oracle computes no text without one.
        tables.people.columns.to_mut().retain(|column| column.name != "upper_name");
        tables.column("name").data_type = DataType::Text;
    }),
    ("a column that is unique may be absent", |tables| {
        static UNIQUE: [UniqueDef; 1] = [UniqueDef::new("uq_people_age", const { &[Text::Borrowed("age")] })];
        tables.people.uniques = UNIQUE.as_slice().into();
    }),
    ("a column that is pointed to gets another name", |tables| {
        tables.people.columns.to_mut()[0].name = "number".into();
        tables.people.columns.to_mut()[0].renamed_from = Some("id".into());
        tables.people.primary_key.columns = vec![Text::Borrowed("number")].into();
        tables.visits.foreign_keys.to_mut()[0].target_columns = vec![Text::Borrowed("number")].into();
    }),
    ("a numbered column gets narrower", |tables| {
        tables.people.columns.to_mut()[0].data_type = DataType::I32;
        tables.visits.columns.to_mut()[1].data_type = DataType::I32;
    }),
    ("a table goes and another comes", |tables| tables.visits.name = "calls".into()),
    ("a reference comes that begins with the columns of another", Tables::refer_by_name),
    ("a reference goes, whose columns are the first ones of another", |tables| {
        tables.refer_by_name();
        tables.was = Some(Box::new(tables.clone()));
        tables.visits.foreign_keys.to_mut().remove(0);
    }),
    ("a reference goes that begins with the columns of another", |tables| {
        tables.refer_by_name();
        tables.was = Some(Box::new(tables.clone()));
        tables.visits.foreign_keys.to_mut().remove(1);
    }),
];

/// One change of tables.
pub struct Case {
    /// What changes.
    pub name: &'static str,
    /// Before.
    pub old: Vec<TableDef>,
    /// After.
    pub new: Vec<TableDef>,
    /// What rows get, and how it is done.
    pub fill: Fill,
    /// The same of the way back.
    pub back: Fill,
}

/// The tables that are there before each change.
pub(super) fn tables(dialect: Dialect) -> Vec<TableDef> {
    Tables::new().defs(dialect)
}

/// All of them.
pub fn cases(dialect: Dialect) -> Vec<Case> {
    let case = |(name, change): (&'static str, fn(&mut Tables))| {
        let mut before = Tables::new();
        let mut after = before.clone();
        change(&mut after);
        if let Some(was) = after.was.take() {
            before = *was;
        }
        before.people.columns.to_mut().extend(std::mem::take(&mut after.before));
        Case { name, old: before.defs(dialect), new: after.defs(dialect), fill: after.fill, back: back() }
    };
    CHANGES.into_iter().map(case).collect()
}

/// What rows get on the way back, where what was there is gone.
pub fn back() -> Fill {
    Fill { neutral: true, ..Fill::default() }
}

/// The plans of some cases in a dialect, there and, where they exist, back.
pub fn text(dialect: Dialect, cases: &[Case]) -> String {
    let mut text = String::new();
    for case in cases {
        text.push_str(&format!("-- {}\n", case.name));
        section(&mut text, &case.there(dialect));
        text.push_str("-- back\n");
        section(&mut text, &case.back(dialect));
        text.push('\n');
    }
    ended(text)
}

/// With one line end.
pub(super) fn ended(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

impl Case {
    /// The way there.
    ///
    /// # Errors
    /// Why there is none.
    pub fn there(&self, dialect: Dialect) -> Result<Plan, Vec<Refusal>> {
        plan(&self.old, &self.new, dialect, &self.fill)
    }

    /// The way back.
    ///
    /// # Errors
    /// Why there is none.
    pub fn back(&self, dialect: Dialect) -> Result<Plan, Vec<Refusal>> {
        plan(&self.new, &diff::back(&self.old, &self.new), dialect, &self.back)
    }
}

/// A change in one dialect, there or back.
pub struct Planned {
    /// Its name.
    pub name: String,
    /// The tables before it.
    pub old: Vec<TableDef>,
    /// The tables after it.
    pub new: Vec<TableDef>,
    /// Its plan.
    pub plan: Plan,
}

/// The changes of some cases that a dialect has a plan for, there and back.
pub fn planned(dialect: Dialect, cases: Vec<Case>) -> Vec<Planned> {
    let mut all = Vec::new();
    for case in cases {
        let (there, back) = (case.there(dialect), case.back(dialect));
        let Case { name, old, new, .. } = case;
        let undone = diff::back(&old, &new);
        all.extend(there.map(|plan| Planned { name: name.to_owned(), old, new: new.clone(), plan }));
        all.extend(back.map(|plan| Planned { name: format!("back: {name}"), old: new, new: undone, plan }));
    }
    all
}

/// What a plan asks first, and its statements; or why there is none.
pub(super) fn section(text: &mut String, plan: &Result<Plan, Vec<Refusal>>) {
    match plan {
        Ok(plan) => {
            for question in &plan.preflight {
                text.push_str(&format!("-- first: {}: {};\n", question.message, question.sql));
            }
            plan.statements.iter().for_each(|sql| text.push_str(&format!("{sql};\n")));
        }
        Err(refusals) => {
            refusals
                .iter()
                .for_each(|refusal| text.push_str(&format!("-- refused: {}; {}\n", refusal.message, refusal.help)));
        }
    }
}
