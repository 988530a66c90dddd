//! Firebird's codes as kinds, and the arguments beside them as constraints
//! (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-appx02-errorcodes>).

use std::fmt;

use firebird_wire::{DatabaseError, Error as WireError, StatusArg, gds};

use super::constraint;
use crate::driver::Statement;
use crate::driver::thread::lost;
use crate::error::{Error, Kind};

/// What may be shown of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Words of ours: Firebird's hold values.
    Ours(&'static str),
    /// Firebird's own words, which here are about names and places in the text of a statement.
    Theirs,
}

use Shown::{Ours, Theirs};

/// `isc_unique_key_violation`: names the constraint and the table.
pub const UNIQUE_KEY: i32 = 335_544_665;
/// `isc_no_dup`: names an index.
pub const NO_DUP: i32 = 335_544_349;
/// `isc_foreign_key`: names the constraint and the table.
pub const FOREIGN_KEY: i32 = 335_544_466;
/// `isc_not_valid`: names the column, and shows the value.
pub const NOT_VALID: i32 = 335_544_347;
/// `isc_check_constraint`: names the constraint and the table.
pub const CHECK: i32 = 335_544_558;

const CONFLICT: &str = "another transaction changed the same row, and was faster or did not end in time; run it again";

/// The codes, the more telling before those that come with them.
const CODES: &[(i32, Kind, Shown)] = &[
    (UNIQUE_KEY, Kind::Unique, Ours("a row with this value is there already")),
    (NO_DUP, Kind::Unique, Ours("a row with this value is there already")),
    (FOREIGN_KEY, Kind::ForeignKey, Ours("a reference would point to nothing")),
    (NOT_VALID, Kind::NotNull, Ours("a required column got no value")),
    (CHECK, Kind::Check, Ours("a check failed")),
    // Connections. isc_att_shutdown, isc_shutdown, isc_lost_db_connection, isc_net_read_err, isc_net_write_err,
    // isc_bad_db_handle
    (335_544_856, Kind::ConnectionLost, Ours("the server closed the connection")),
    (335_544_528, Kind::ConnectionLost, Ours("the database is shut down")),
    (335_544_741, Kind::ConnectionLost, Ours("the connection broke")),
    (335_544_726, Kind::ConnectionLost, Ours("the connection broke")),
    (335_544_727, Kind::ConnectionLost, Ours("the connection broke")),
    (335_544_324, Kind::ConnectionLost, Ours("the connection broke")),
    // isc_login, isc_login_error, isc_login_same_as_role_name, isc_miss_wirecrypt, isc_wirecrypt_incompatible
    (335_544_472, Kind::Login, Ours("the server refused the login: the user or the password is wrong")),
    (335_545_106, Kind::Login, Ours("the server refused the login")),
    (335_544_745, Kind::Login, Ours("the server refused the login: a role has the user's name")),
    (335_545_065, Kind::Connect, Ours("the server demands encryption; leave out `encryption=off`")),
    (335_545_064, Kind::Connect, Ours("the server and `encryption` in the URL do not fit together")),
    // isc_io_error, isc_unavailable, isc_bad_db_format
    (335_544_344, Kind::Connect, Theirs),
    (335_544_375, Kind::Connect, Theirs),
    (335_544_323, Kind::Connect, Theirs),
    // Waiting. isc_lock_timeout, isc_update_conflict, isc_read_conflict, isc_deadlock, isc_obj_in_use,
    // isc_lock_conflict, isc_cancelled and the three timeouts of statements.
    //
    // About a row Firebird 4 says isc_deadlock, isc_update_conflict and isc_concurrent_transaction, all three and no other,
    // whether another transaction was faster, or has the row for longer than LOCK TIMEOUT, or each waits for the other (which
    // it looks for only where there is no LOCK TIMEOUT); about a table that was locked for too long, isc_lock_timeout
    // (https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-settransac).
    (335_544_510, Kind::Busy, Ours("a lock was not free in time; another transaction holds it")),
    (335_544_451, Kind::Serialization, Ours(CONFLICT)),
    (335_545_096, Kind::Serialization, Ours(CONFLICT)),
    (335_544_336, Kind::Deadlock, Ours("the statement was chosen to end a deadlock; run the transaction again")),
    (335_544_453, Kind::Busy, Ours("the object is in use by another connection")),
    (335_544_345, Kind::Busy, Ours("a lock was not free; another transaction holds it")),
    (335_544_794, Kind::Timeout, Ours("the statement was cancelled")),
    (335_545_127, Kind::Timeout, Ours("the statement took longer than the server allows")),
    (335_545_128, Kind::Timeout, Ours("the statement took longer than the connection allows")),
    (335_545_129, Kind::Timeout, Ours("the statement took too long")),
    // Values. isc_string_truncation, isc_numeric_out_of_range, isc_exception_integer_overflow,
    // isc_date_range_exceeded, isc_key_too_big, isc_arith_except, isc_convert_error, isc_malformed_string
    (335_544_914, Kind::TooLong, Ours("a value is too long for its column")),
    (335_544_916, Kind::OutOfRange, Ours("a number is outside of what its column holds")),
    (335_544_779, Kind::OutOfRange, Ours("a number is outside of what its type holds")),
    (335_544_810, Kind::OutOfRange, Ours("a date is outside of the years 1 to 9999")),
    (335_544_877, Kind::TooLong, Ours("a value is too long for the index of its column")),
    (335_544_321, Kind::OutOfRange, Ours("a calculation failed")),
    (335_544_334, Kind::Encode, Ours("a text is no value of the type it should become")),
    (335_544_849, Kind::Encode, Ours("a text is no valid text of its character set")),
    // Statements. isc_dsql_relation_err, isc_relnotdef, isc_dsql_field_err, isc_fldnotdef, isc_dsql_procedure_err,
    // isc_no_meta_update, isc_imp_exc, isc_dsql_error, isc_read_only_trans, isc_read_only_database, isc_no_priv
    (335_544_580, Kind::MissingObject, Theirs),
    (335_544_395, Kind::MissingObject, Theirs),
    (335_544_578, Kind::MissingObject, Theirs),
    (335_544_396, Kind::MissingObject, Theirs),
    (335_544_581, Kind::MissingObject, Theirs),
    // isc_dsql_table_not_found, isc_dsql_view_not_found, isc_dyn_column_does_not_exist
    (336_397_206, Kind::MissingObject, Theirs),
    (336_397_207, Kind::MissingObject, Theirs),
    (336_068_784, Kind::MissingObject, Theirs),
    (335_544_381, Kind::Unsupported, Theirs),
    (335_544_351, Kind::Syntax, Theirs),
    (335_544_569, Kind::Syntax, Theirs),
    (335_544_361, Kind::Unsupported, Ours("the statement writes, and was declared to read")),
    (335_544_765, Kind::Unsupported, Ours("the database is open for reading only")),
    (335_544_352, Kind::Other, Theirs),
];

/// The codes of an error and their names, without the values that stand beside them.
#[derive(Debug)]
struct Codes(Vec<i32>);

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "Firebird's error ";
        for code in &self.0 {
            write!(f, "{before}{code}")?;
            if let Some(symbol) = gds::symbol(*code).filter(|symbol| !symbol.is_empty()) {
                write!(f, " {symbol}")?;
            }
            before = ", ";
        }
        Ok(())
    }
}

impl std::error::Error for Codes {}

/// An error while a statement ran.
#[cold]
pub fn translate(error: WireError, statement: Statement<'_>) -> Error {
    match error {
        WireError::Database(error) => constraint::resolve(of_server(&error), &error.status.args, statement),
        other => of_wire(other),
    }
}

/// An error while a statement was prepared.
#[cold]
pub fn preparing(error: WireError, statement: Statement<'_>) -> Error {
    match error {
        // The answer was read to its end, so that the connection can be used.
        WireError::Protocol(text) if text.contains("truncated") => Error::new(
            Kind::Unsupported,
            "the statement has too many parameters or columns: about 1300 can be described",
        ),
        other => translate(other, statement),
    }
}

/// An error outside of any statement: of a transaction, or of a statement of the driver's own.
#[cold]
pub fn plain(error: WireError) -> Error {
    match error {
        WireError::Database(error) => of_server(&error),
        other => of_wire(other),
    }
}

/// An error while a connection was opened: nothing has happened yet, so it is never a lost connection.
#[cold]
pub fn connecting(error: WireError) -> Error {
    match &error {
        WireError::Database(database) => {
            let known = of_server(database);
            match known.kind() {
                Kind::Connect | Kind::Login => known,
                _ => Error::new(Kind::Connect, format!("the database cannot be opened: {database}")),
            }
        }
        WireError::Auth(text) => Error::new(Kind::Login, format!("the server refused the login: {text}")),
        WireError::Timeout => Error::new(Kind::Connect, "the server did not answer in time"),
        _ => Error::new(Kind::Connect, "the server cannot be reached").with_source(error),
    }
}

fn of_server(error: &DatabaseError) -> Error {
    let codes: Vec<i32> = codes(&error.status.args).collect();
    let found = CODES.iter().find(|(code, ..)| codes.contains(code));
    let translated = match found {
        Some((_, kind, Ours(text))) => Error::new(*kind, *text),
        Some((_, kind, Theirs)) => Error::new(*kind, error.to_string()),
        None => Error::new(Kind::Other, "Firebird could not run the statement"),
    };
    translated.with_source(Codes(codes))
}

/// What the wire says instead of an answer. Its words about parameters may hold values, so only those of the operating
/// system are kept.
fn of_wire(error: WireError) -> Error {
    match error {
        WireError::Io(error) => lost().with_source(error),
        WireError::Closed | WireError::Timeout => lost(),
        WireError::Unsupported(text) => Error::new(Kind::Unsupported, text),
        WireError::Conversion(_)
        | WireError::Protocol(_)
        | WireError::Auth(_)
        | WireError::Pool(_)
        | WireError::Database(_) => Error::new(Kind::ConnectionLost, "the server's answer could not be understood"),
    }
}

fn codes(args: &[StatusArg]) -> impl Iterator<Item = i32> {
    args.iter().filter_map(|arg| match arg {
        StatusArg::Gds(code) if *code != 0 => Some(*code),
        StatusArg::Gds(_)
        | StatusArg::Warning(_)
        | StatusArg::Number(_)
        | StatusArg::Str(_)
        | StatusArg::Interpreted(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use firebird_wire::StatusVector;

    use super::*;

    fn error(args: Vec<StatusArg>) -> Error {
        of_server(&DatabaseError::new(StatusVector { args, sql_state: None }))
    }

    #[test]
    fn a_violation_keeps_its_values_to_itself() {
        let text = |text: &str| StatusArg::Str(text.to_owned());
        let args = vec![
            StatusArg::Gds(UNIQUE_KEY),
            text("uq"),
            text("t"),
            StatusArg::Gds(335_545_072),
            text("(x = 'secret')"),
        ];
        let error = error(args);
        assert_eq!(error.kind(), Kind::Unique);
        assert!(!format!("{error} {error:?}").contains("secret"));
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert_eq!(source, "Firebird's error 335544665 isc_unique_key_violation, 335545072 isc_idx_key_value");
    }

    #[test]
    fn what_a_caller_branches_on_is_told() {
        for (code, kind) in [
            (UNIQUE_KEY, Kind::Unique),
            (FOREIGN_KEY, Kind::ForeignKey),
            (NOT_VALID, Kind::NotNull),
            (CHECK, Kind::Check),
            (335_544_451, Kind::Serialization),
            (335_544_336, Kind::Deadlock),
            (335_544_510, Kind::Busy),
            (335_545_129, Kind::Timeout),
            (335_544_794, Kind::Timeout),
            (335_544_914, Kind::TooLong),
            (335_544_916, Kind::OutOfRange),
            (335_544_580, Kind::MissingObject),
            (335_544_578, Kind::MissingObject),
            (335_544_741, Kind::ConnectionLost),
            (335_544_726, Kind::ConnectionLost),
            (335_544_472, Kind::Login),
        ] {
            assert_eq!(error(vec![StatusArg::Gds(code)]).kind(), kind, "{code}");
        }
    }

    #[test]
    fn the_more_telling_code_decides() {
        let gds = |codes: &[i32]| error(codes.iter().map(|code| StatusArg::Gds(*code)).collect()).kind();
        assert_eq!(gds(&[335_544_336, 335_544_451, 335_544_878]), Kind::Serialization);
        assert_eq!(gds(&[335_544_336]), Kind::Deadlock);
        assert_eq!(gds(&[335_544_345, 335_544_510]), Kind::Busy);
        assert_eq!(gds(&[335_544_321, 335_544_914]), Kind::TooLong);
        assert_eq!(gds(&[335_544_569, 335_544_436, 335_544_580]), Kind::MissingObject);
        assert_eq!(gds(&[1]), Kind::Other);
    }
}
