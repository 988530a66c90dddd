//! The bridge to sea-query: one object-safe trait over its builders, and what our own three builders share.

use sea_query::{
    Alias, DeleteStatement, DynIden, GenericBuilder, InsertStatement, IntoIden, SelectStatement, TableCreateStatement,
    UpdateStatement,
};

/// A builder of sea-query without type parameters: its own traits cannot be objects.
pub(crate) trait Speaker: Sync {
    fn create(&self, statement: &TableCreateStatement) -> String;
    fn select(&self, statement: &SelectStatement) -> String;
    fn insert(&self, statement: &InsertStatement) -> String;
    fn update(&self, statement: &UpdateStatement) -> String;
    fn delete(&self, statement: &DeleteStatement) -> String;
}

impl<B: GenericBuilder + Default + Sync> Speaker for B {
    fn create(&self, statement: &TableCreateStatement) -> String {
        statement.to_string(B::default())
    }

    fn select(&self, statement: &SelectStatement) -> String {
        statement.build(B::default()).0
    }

    fn insert(&self, statement: &InsertStatement) -> String {
        statement.build(B::default()).0
    }

    fn update(&self, statement: &UpdateStatement) -> String {
        statement.build(B::default()).0
    }

    fn delete(&self, statement: &DeleteStatement) -> String {
        statement.build(B::default()).0
    }
}

/// A name for sea-query. Owned, since it escapes only owned names.
pub(crate) fn iden(name: &str) -> DynIden {
    Alias::new(name.to_owned()).into_iden()
}

/// A builder of our own: sea-query's defaults, with the statements that we write ourselves left empty, and hooks.
///
/// `IndexCreateStatement` and its like have no getters, so a builder outside of sea-query cannot render them; nothing
/// here asks it to.
macro_rules! builder {
    ($(#[$meta:meta])* $name:ident, quotes: ($open:literal, $close:literal), { $($hooks:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Default)]
        pub(crate) struct $name;

        impl sea_query::GenericBuilder for $name {}

        impl sea_query::SchemaBuilder for $name {}

        impl sea_query::QuotedBuilder for $name {
            fn quote(&self) -> sea_query::Quote {
                sea_query::Quote::from(($open, $close))
            }
        }

        impl sea_query::EscapeBuilder for $name {
            fn write_escaped(&self, buffer: &mut impl std::fmt::Write, string: &str) {
                let _ = buffer.write_str(&string.replace('\'', "''"));
            }
        }

        impl sea_query::TableRefBuilder for $name {}

        impl sea_query::PrecedenceDecider for $name {
            fn inner_expr_well_known_greater_precedence(
                &self,
                inner: &sea_query::Expr,
                outer: &sea_query::Oper,
            ) -> bool {
                sea_query::SqliteQueryBuilder.inner_expr_well_known_greater_precedence(inner, outer)
            }
        }

        impl sea_query::OperLeftAssocDecider for $name {
            fn well_known_left_associative(&self, operator: &sea_query::BinOper) -> bool {
                sea_query::SqliteQueryBuilder.well_known_left_associative(operator)
            }
        }

        impl sea_query::QueryBuilder for $name {
            fn prepare_query_statement(&self, _: &sea_query::SubQueryStatement, _: &mut impl sea_query::SqlWriter) {}

            fn prepare_select_into(&self, _: &sea_query::SelectInto, _: &mut impl sea_query::SqlWriter) {}

            fn prepare_explain_statement(&self, _: &sea_query::ExplainStatement, _: &mut impl sea_query::SqlWriter) {}

            fn prepare_value(&self, value: sea_query::Value, sql: &mut impl sea_query::SqlWriter) {
                sql.push_param(value, self as _);
            }

            $($hooks)*
        }

        impl sea_query::IndexBuilder for $name {
            fn prepare_index_create_statement(
                &self,
                _: &sea_query::IndexCreateStatement,
                _: &mut impl sea_query::SqlWriter,
            ) {
            }

            fn prepare_table_ref_index_stmt(&self, _: &sea_query::TableRef, _: &mut impl sea_query::SqlWriter) {}

            fn prepare_index_drop_statement(
                &self,
                _: &sea_query::IndexDropStatement,
                _: &mut impl sea_query::SqlWriter,
            ) {
            }

            fn prepare_index_prefix(
                &self,
                create: &sea_query::IndexCreateStatement,
                sql: &mut impl sea_query::SqlWriter,
            ) {
                let _ = sql.write_str(if create.is_primary_key() { "PRIMARY KEY " } else { "UNIQUE " });
            }
        }

        impl sea_query::ForeignKeyBuilder for $name {
            fn prepare_table_ref_fk_stmt(&self, _: &sea_query::TableRef, _: &mut impl sea_query::SqlWriter) {}

            fn prepare_foreign_key_drop_statement_internal(
                &self,
                _: &sea_query::ForeignKeyDropStatement,
                _: &mut impl sea_query::SqlWriter,
                _: sea_query::Mode,
            ) {
            }

            fn prepare_foreign_key_create_statement_internal(
                &self,
                _: &sea_query::ForeignKeyCreateStatement,
                _: &mut impl sea_query::SqlWriter,
                _: sea_query::Mode,
            ) {
            }
        }

        impl sea_query::TableBuilder for $name {
            fn prepare_column_def(&self, column: &sea_query::ColumnDef, sql: &mut impl sea_query::SqlWriter) {
                use sea_query::QuotedBuilder as _;
                self.prepare_iden(&sea_query::DynIden::from(column.get_column_name()), sql);
                if let Some(column_type) = column.get_column_type() {
                    let _ = sql.write_str(" ");
                    self.prepare_column_type(column_type, sql);
                }
                self.prepare_column_spec(column.get_column_spec(), sql);
            }

            fn prepare_column_type(&self, column_type: &sea_query::ColumnType, sql: &mut impl sea_query::SqlWriter) {
                if let sea_query::ColumnType::Custom(name) = column_type {
                    let _ = sql.write_str(&name.to_string());
                }
            }

            fn column_spec_auto_increment_keyword(&self) -> &str {
                ""
            }

            fn prepare_table_alter_statement(
                &self,
                _: &sea_query::TableAlterStatement,
                _: &mut impl sea_query::SqlWriter,
            ) {
            }

            fn prepare_table_rename_statement(
                &self,
                _: &sea_query::TableRenameStatement,
                _: &mut impl sea_query::SqlWriter,
            ) {
            }
        }
    };
}

pub(crate) use builder;
