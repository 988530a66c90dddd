//! TEMPORARY: SQLite only, until the dialects are there.
use crate::ddl::{ForeignKeyDdl, TableDdl};
use crate::dml::{TableSql, finders};
use crate::model::*;
use crate::sql::Late;
use super::TypeSql;

pub fn types(d: &DataType) -> TypeSql {
    let t = |name: &str, check: Option<(&str, String)>| TypeSql { name: name.into(), check: check.map(|(a, b)| (a.to_owned(), b)) };
    match d {
        DataType::Text => t("TEXT", None),
        DataType::Varchar(n) => t("TEXT", Some(("length(", format!(") <= {n}")))),
        DataType::I16 | DataType::I32 | DataType::I64 => t("INTEGER", None),
        DataType::Bool => t("INTEGER", Some(("", " IN (0, 1)".into()))),
        DataType::F32 | DataType::F64 => t("REAL", None),
        DataType::Decimal { precision, .. } => t(if *precision <= 18 { "INTEGER" } else { "TEXT" }, None),
        DataType::Uuid => t("BLOB", Some(("length(", ") = 16".into()))),
        DataType::Json => t("TEXT", Some(("json_valid(", ")".into()))),
        DataType::Blob => t("BLOB", None),
        DataType::Binary(n) => t("BLOB", Some(("length(", format!(") <= {n}")))),
        DataType::Enum(v) => t("TEXT", Some(("", format!(" IN ({})", v.iter().map(|v| lit(v)).collect::<Vec<_>>().join(", "))))),
        DataType::Late(n) => TypeSql { name: Late::Type(*n).to_string(), check: None },
        _ => t("TEXT", None),
    }
}
fn lit(s: &str) -> String { format!("'{}'", s.replace('\'', "''")) }
fn q(s: &str) -> String { format!("\"{s}\"") }
fn list<'a>(c: impl IntoIterator<Item = &'a str>) -> String { c.into_iter().map(q).collect::<Vec<_>>().join(", ") }
fn expr(e: &str, def: &TableDef) -> String {
    let mut out = String::new(); let mut word = String::new(); let mut text = false;
    for c in e.chars().chain([' ']) {
        if text { out.push(c); if c == '\'' { text = false; } continue; }
        if c.is_alphanumeric() || c == '_' { word.push(c); continue; }
        if !word.is_empty() { if def.column(&word).is_some() { out.push_str(&q(&word)); } else { out.push_str(&word); } word.clear(); }
        if c == '\'' { text = true; }
        out.push(c);
    }
    out.trim().to_owned()
}
pub fn render(def: &TableDef) -> (TableDdl, TableSql) {
    let mut parts = Vec::new(); let mut checks = Vec::new();
    for (i, c) in def.columns.iter().enumerate() {
        if c.auto_increment { parts.push(format!("{} INTEGER PRIMARY KEY AUTOINCREMENT", q(&c.name))); continue; }
        let t = types(&c.data_type);
        let mut s = format!("{} {}", q(&c.name), t.name);
        if let Some(g) = &c.generated { s += &format!(" GENERATED ALWAYS AS ({}) {}", expr(&g.expression, def), if g.stored { "STORED" } else { "VIRTUAL" }); }
        s += if c.nullable { " NULL" } else { " NOT NULL" };
        match &c.default {
            Some(ColumnDefault::Literal(l)) => s += &format!(" DEFAULT {}", match l { Literal::Bool(b) => i32::from(*b).to_string(), Literal::Integer(n) => n.to_string(), Literal::Number(n) => n.to_string(), Literal::Text(t) => lit(t), Literal::Late(n) => Late::Default(*n).to_string() }),
            Some(ColumnDefault::Now) => s += match c.data_type { DataType::TimestampTz => " DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00')", _ => " DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')" },
            Some(ColumnDefault::Expression(e)) => s += &format!(" DEFAULT ({})", expr(e, def)),
            _ => {}
        }
        parts.push(s);
        let name = crate::name::check(&def.name, &c.name);
        if let Some((a, b)) = t.check { checks.push(format!("CONSTRAINT {} CHECK ({a}{}{b})", q(&name), q(&c.name))); }
        if let DataType::Late(_) = c.data_type { let n = i as u16; let last = parts.len() - 1; parts[last] += &format!("{}, CONSTRAINT {} CHECK ({}{}{}){}", Late::CheckStart(n), q(&name), Late::CheckBefore(n), q(&c.name), Late::CheckAfter(n), Late::CheckEnd(n)); let p = parts.pop().unwrap_or_default(); parts.push(p); }
    }
    // late checks must follow the columns
    let mut late = Vec::new();
    for p in &mut parts { if let Some(at) = p.find('\u{1}').filter(|_| p.contains("\u{1}k")) { let at = p[at..].find("\u{1}k").map_or(at, |x| at + x); late.push(p.split_off(at)); } }
    if !def.columns.iter().any(|c| c.auto_increment) && !def.primary_key.columns.is_empty() { parts.push(format!("CONSTRAINT {} PRIMARY KEY ({})", q(&def.primary_key.name), list(def.primary_key.columns.iter().map(|c| &**c)))); }
    for u in def.uniques.iter() { parts.push(format!("CONSTRAINT {} UNIQUE ({})", q(&u.name), list(u.columns.iter().map(|c| &**c)))); }
    parts.extend(checks);
    for c in def.checks.iter() { parts.push(format!("CONSTRAINT {} CHECK ({})", q(&c.name), expr(&c.expression, def))); }
    let mut head = format!("CREATE TABLE {} ({}", q(&def.name), parts.join(", "));
    for l in late { head += &l; }
    let foreign_keys = def.foreign_keys.iter().map(|k| ForeignKeyDdl { clause: format!("CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {} ON UPDATE {}", q(&k.name), list(k.columns.iter().map(|c| &**c)), q(&k.target), list(k.target_columns.iter().map(|c| &**c)), k.on_delete.sql(), k.on_update.sql()), add: None, drop: None }).collect();
    let after = def.indexes.iter().map(|i| format!("CREATE {}INDEX {} ON {} ({}){}", if i.unique { "UNIQUE " } else { "" }, q(&i.name), q(&def.name), i.parts.iter().map(|p| match p { IndexPart::Column { name, descending } => q(name) + if *descending { " DESC" } else { "" }, IndexPart::Expression { expression, descending } => expr(expression, def) + if *descending { " DESC" } else { "" } }).collect::<Vec<_>>().join(", "), i.filter.as_ref().map_or(String::new(), |f| format!(" WHERE {}", expr(f, def))))).collect();
    let all = list(def.columns.iter().map(|c| &*c.name));
    let cond = |c: &[&str]| c.iter().map(|c| format!("{} = ?", q(c))).collect::<Vec<_>>().join(" AND ");
    let key: Vec<&str> = def.primary_key.columns.iter().map(|c| &**c).collect();
    let select = format!("SELECT {all} FROM {}", q(&def.name));
    let ins: Vec<&str> = def.insertable().map(|c| &*c.name).collect();
    let vals = def.insertable().map(|c| match &c.default { Some(ColumnDefault::Expression(e)) => format!("COALESCE(?, {})", expr(e, def)), _ => "?".into() }).collect::<Vec<_>>().join(", ");
    let made: Vec<&str> = def.made_by_database().map(|c| &*c.name).collect();
    let base = if ins.is_empty() { format!("INSERT INTO {} DEFAULT VALUES", q(&def.name)) } else { format!("INSERT INTO {} ({}) VALUES ({vals})", q(&def.name), list(ins.iter().copied())) };
    let insert = if made.is_empty() { base.clone() } else { format!("{base} RETURNING {}", list(made.iter().copied())) };
    let up: Vec<&str> = def.updatable().map(|c| &*c.name).collect();
    let set = up.iter().map(|c| format!("{} = ?", q(c))).collect::<Vec<_>>().join(", ");
    let upsert = |target: &[&str]| format!("{base} ON CONFLICT ({}) DO UPDATE SET {} RETURNING {all}", list(target.iter().copied()), ins.iter().filter(|c| !target.contains(c) && !key.contains(c)).map(|c| format!("{} = excluded.{}", q(c), q(c))).collect::<Vec<_>>().join(", "));
    let f = finders(def);
    let names = |f: &crate::dml::Finder| f.columns.iter().map(|c| &*def.columns[*c].name).collect::<Vec<_>>();
    let auto = def.columns.iter().any(|c| c.auto_increment);
    let nokey = key.is_empty();
    let k = |s: String| if nokey { String::new() } else { s };
    (TableDdl { head, tail: ") STRICT".into(), foreign_keys, after, drop: format!("DROP TABLE {}", q(&def.name)) },
     TableSql { count: format!("SELECT COUNT(*) FROM {}", q(&def.name)), find: k(format!("{select} WHERE {}", cond(&key))), exists: k(format!("SELECT 1 FROM {} WHERE {}", q(&def.name), cond(&key))), insert, reselect: String::new(), upsert: if auto { String::new() } else { k(upsert(&key)) }, update: if up.is_empty() { String::new() } else { k(format!("UPDATE {} SET {set} WHERE {}", q(&def.name), cond(&key))) }, delete: k(format!("DELETE FROM {} WHERE {}", q(&def.name), cond(&key))), finders: f.iter().map(|f| format!("{select} WHERE {}", cond(&names(f)))).collect(), upserts: f.iter().filter(|f| f.unique).map(|f| upsert(&names(f))).collect(), select })
}
