//! Primary key, unique constraints and foreign keys.

use proc_macro2::{Ident, Span};
use syn::Path;
use syn::ext::IdentExt;
use tablewright_schema::sql::Late;
use tablewright_schema::{Action, ForeignKeyDef, Place, TableDef, UniqueDef, name};

use crate::attr::foreign_key::ForeignKeyAttr;
use crate::attr::unique::UniqueAttr;
use crate::errors::Errors;
use crate::lower::Lower;
use crate::lower::column::number;
use crate::lowered::ForeignKey;

/// The primary key: the fields marked, or the list on the struct.
pub fn primary(lower: &mut Lower<'_>, def: &mut TableDef, errors: &mut Errors) {
    let marked: Vec<(usize, Span)> = (0..lower.table.fields.len())
        .filter_map(|n| Some((n, lower.table.fields[n].column.primary_key.key?)))
        .collect();
    let listed = &lower.table.attr.primary_key;
    if let (Some(list), Some((_, mark))) = (listed.key, marked.first()) {
        errors.at(*mark, "the primary key is listed on the struct already\nhelp: remove one of the two");
        errors.at(list, "the list is here");
    }
    let key: Vec<(usize, Span)> = match &listed.value {
        Some(names) => {
            let fields = lower.fields(names, errors);
            let span = |n: &usize| {
                names.iter().find(|name| name.unraw() == lower.table.fields[*n].ident.unraw()).map(Ident::span)
            };
            fields.iter().filter_map(|n| Some((*n, span(n)?))).collect()
        }
        None => marked,
    };
    if let Some(span) = listed.key.or(key.first().map(|(_, span)| *span)) {
        lower.spans.set(Place::PrimaryKey, span);
    }
    for (part, (_, span)) in key.iter().enumerate() {
        lower.spans.set(Place::PrimaryKeyColumn(part), *span);
    }
    if !key.is_empty() {
        def.primary_key.name = name::primary_key(&lower.name).into();
        def.primary_key.columns = key.iter().map(|(n, _)| lower.columns[*n].clone().into()).collect();
    }
}

/// The unique constraints: those of the struct, then those of its fields.
pub fn uniques(lower: &mut Lower<'_>, def: &mut TableDef, errors: &mut Errors) {
    let mut uniques = Vec::new();
    let table = lower.table;
    for unique in &table.parts.uniques {
        let fields = lower.fields(&unique.fields, errors);
        let spans = unique.fields.iter().map(Ident::span).collect();
        uniques.push(one_unique(lower, uniques.len(), Some(unique), unique.span, &fields, spans));
    }
    for (n, field) in table.fields.iter().enumerate() {
        if let Some(span) = field.column.unique.key {
            if let Some(second) = field.parts.uniques.first() {
                errors.duplicate("unique", second.span, span);
            }
            uniques.push(one_unique(lower, uniques.len(), None, span, &[n], vec![span]));
            continue;
        }
        for (position, unique) in field.parts.uniques.iter().enumerate() {
            if position > 0 {
                errors.duplicate("unique", unique.span, field.parts.uniques[0].span);
            }
            uniques.push(one_unique(lower, uniques.len(), Some(unique), unique.span, &[n], vec![unique.span]));
        }
    }
    def.uniques = uniques.into();
}

fn one_unique(
    lower: &mut Lower<'_>,
    n: usize,
    attr: Option<&UniqueAttr>,
    span: Span,
    fields: &[usize],
    spans: Vec<Span>,
) -> UniqueDef {
    let columns: Vec<String> = fields.iter().map(|field| lower.columns[*field].clone()).collect();
    let name = match attr.and_then(|attr| attr.name.value.as_ref()) {
        Some(name) => {
            lower.spans.set_name(Place::Unique(n), name.span);
            name.value.clone()
        }
        None => name::unique(&lower.name, columns.iter().map(String::as_str)),
    };
    lower.spans.set(Place::Unique(n), span);
    for (part, span) in spans.into_iter().enumerate() {
        lower.spans.set(Place::UniqueColumn(n, part), span);
    }
    let mut def = UniqueDef::new("", &[]);
    def.name = name.into();
    def.columns = columns.into_iter().map(Into::into).collect();
    def
}

/// The foreign keys: those of the struct, then those of its fields.
pub fn foreign(lower: &mut Lower<'_>, def: &mut TableDef, errors: &mut Errors) {
    let mut keys = Vec::new();
    let table = lower.table;
    for key in &table.parts.foreign_keys {
        let fields = lower.fields(&key.fields, errors);
        let spans = key.fields.iter().map(Ident::span).collect();
        keys.extend(one_foreign(lower, keys.len(), key, fields, spans, errors));
    }
    for (n, field) in table.fields.iter().enumerate() {
        for key in &field.parts.foreign_keys {
            keys.extend(one_foreign(lower, keys.len(), key, vec![n], vec![field.ident.span()], errors));
        }
    }
    def.foreign_keys = keys.into();
}

fn one_foreign(
    lower: &mut Lower<'_>,
    n: usize,
    attr: &ForeignKeyAttr,
    fields: Vec<usize>,
    spans: Vec<Span>,
    errors: &mut Errors,
) -> Option<ForeignKeyDef> {
    let (target, target_fields) = attr.target.clone()?;
    let columns: Vec<String> = fields.iter().map(|field| lower.columns[*field].clone()).collect();
    match &attr.name.value {
        Some(name) => lower.spans.set_name(Place::ForeignKey(n), name.span),
        None => lower.spans.set(Place::ForeignKey(n), path_span(&target)),
    }
    for (part, span) in spans.into_iter().enumerate() {
        lower.spans.set(Place::ForeignKeyColumn(n, part), span);
    }
    for (place, action) in
        [(Place::ForeignKeyOnDelete(n), &attr.on_delete.value), (Place::ForeignKeyOnUpdate(n), &attr.on_update.value)]
    {
        if let Some(action) = action {
            lower.spans.set(place, action.span);
        }
    }
    let mut def = ForeignKeyDef::new("", &[], "", &[]);
    def.name = match &attr.name.value {
        Some(name) => name.value.clone().into(),
        None => name::foreign_key(&lower.name, columns.iter().map(String::as_str)).into(),
    };
    def.columns = columns.into_iter().map(Into::into).collect();
    def.on_delete = attr.on_delete.value.as_ref().map_or(Action::NoAction, |action| action.value);
    def.on_update = attr.on_update.value.as_ref().map_or(Action::NoAction, |action| action.value);
    let mut path = target;
    let own = &lower.table.input.ident;
    if path.is_ident("Self") || path.get_ident() == Some(own) {
        // A table that points to itself is known here.
        def.target = lower.name.clone().into();
        let known = lower.fields(&target_fields, errors);
        def.target_columns = known.into_iter().map(|field| lower.columns[field].clone().into()).collect();
        let mut own = own.clone();
        own.set_span(path_span(&path));
        path = own.into();
    } else {
        def.target = Late::Target(number(n)).to_string().into();
        def.target_columns = (0..target_fields.len())
            .map(|part| Late::TargetColumn(number(n), number(part)).to_string().into())
            .collect();
    }
    lower.foreign_keys.push(ForeignKey { target: path, target_fields, fields });
    Some(def)
}

fn path_span(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
}
