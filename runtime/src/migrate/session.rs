//! Statements about the connection that runs them, where the next statement has another one.

use super::Migrator;
use super::run::usage;
use crate::error::Result;
use crate::executor::Executor as _;

impl Migrator<'_> {
    /// Refuses them before anything is touched: nothing would say that they did nothing. `ways` are versions with those of
    /// their statements that are left, and the number of the first.
    pub(super) fn bears_other_connections<'w>(
        &self,
        ways: impl Iterator<Item = (&'w str, usize, &'w [String])>,
    ) -> Result<()> {
        let dialect = self.db.dialect();
        let wrong: Vec<String> = ways
            .flat_map(|(version, first, statements)| {
                let of_session = statements.iter().enumerate().filter(|(_, sql)| dialect.is_of_session(sql));
                of_session.map(move |(n, _)| format!("statement {} of migration `{version}`", first + n))
            })
            .collect();
        if wrong.is_empty() {
            return Ok(());
        }
        let whole = match dialect.transactional_ddl() {
            true => "let all of it be one transaction (no `\"transaction\": false`), or ",
            false => "",
        };
        Err(usage(format!(
            "{}: it is about its connection only, and each statement has one of its own here, so that it would do nothing; \
             {whole}let a function of the program (`rust: name`) run it together with what needs it",
            wrong.join(", ")
        )))
    }
}
