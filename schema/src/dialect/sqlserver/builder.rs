//! sea-query's builder for SQL Server.

use sea_query::{QuotedBuilder as _, ReturningClause, SqlWriter};

use super::super::sea::builder;

builder! {
    /// Speaks Transact-SQL.
    SqlServerBuilder, quotes: (b'[', b']'), {
        fn placeholder(&self) -> (&'static str, bool) {
            ("@P", true)
        }

        /// Only INSERT statements give columns back here, so they are the inserted ones.
        fn prepare_output(&self, returning: &Option<ReturningClause>, sql: &mut impl SqlWriter) {
            let Some(ReturningClause::Columns(columns)) = returning else { return };
            for (position, column) in columns.iter().enumerate() {
                let _ = sql.write_str(if position == 0 { " OUTPUT INSERTED." } else { ", INSERTED." });
                if let Some(name) = column.column() {
                    self.prepare_iden(name, sql);
                }
            }
        }

        fn prepare_returning(&self, _: &Option<ReturningClause>, _: &mut impl SqlWriter) {}
    }
}
