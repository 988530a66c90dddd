//! The driver against Microsoft's own mock, which was written for other clients.

use std::sync::Arc;
use std::time::Duration;

use mssql_mock_tds::{
    ColumnDefinition, ColumnValue, MockTdsServer, QueryRegistry, QueryResponse, Row, SqlDataType, TerminalError,
};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind};
use tokio::sync::Mutex;

const ASK: &str = "SELECT CAST(SERVERPROPERTY('ProductVersion') AS NVARCHAR(128)), \
                   CAST(SERVERPROPERTY('EngineEdition') AS INT)";

/// A running mock.
struct Mock {
    url: String,
    answers: Arc<Mutex<QueryRegistry>>,
}

impl Mock {
    async fn start() -> Self {
        let server = MockTdsServer::new("127.0.0.1:0").await.unwrap();
        let url = format!("sqlserver://me:secret@{}/db?sslmode=disable&pool_size=1", server.local_addr());
        let mock = Self { url, answers: server.query_registry() };
        let columns = [("", SqlDataType::NVarChar), ("", SqlDataType::Int)];
        mock.answer(ASK, rows(&columns, vec![ColumnValue::NVarChar("15.0.2000.5".into()), ColumnValue::Int(3)])).await;
        tokio::spawn(server.run());
        mock
    }

    async fn answer(&self, sql: &str, response: QueryResponse) {
        self.answers.lock().await.register(sql, response);
    }

    async fn database(&self) -> Database {
        Database::connect(&self.url).await.unwrap()
    }
}

fn rows(columns: &[(&str, SqlDataType)], row: Vec<ColumnValue>) -> QueryResponse {
    let columns = columns.iter().map(|(name, kind)| ColumnDefinition::new(*name, *kind)).collect();
    QueryResponse::new(columns, vec![Row::new(row)])
}

#[tokio::test]
async fn rows_come_back() {
    let mock = Mock::start().await;
    let columns = [
        ("a", SqlDataType::BigInt),
        ("b", SqlDataType::NVarChar),
        ("c", SqlDataType::NVarCharMax),
        ("d", SqlDataType::VarBinaryMax),
        ("e", SqlDataType::NVarCharMax),
    ];
    let pieces = ["[\"ö", "\"]"].map(|piece| piece.encode_utf16().collect());
    let row = vec![
        ColumnValue::BigInt(i64::MAX),
        ColumnValue::NVarChar("Zoë".into()),
        ColumnValue::NVarCharMax(pieces.to_vec()),
        ColumnValue::VarBinaryMax(vec![vec![1, 2], vec![3]]),
        ColumnValue::NVarCharMaxNull,
    ];
    let sql = "SELECT A, B, C, D, E FROM T WHERE A = @P1";
    mock.answer(sql, rows(&columns, row)).await;
    let db = mock.database().await;
    assert_eq!(db.product().unwrap().to_string(), "SQL Server 15.0.2000.5");
    let params = [1_i64.into()];
    let read = db.fetch_sql(sql, &params, |row| {
        assert_eq!((row.i64(0)?, row.text(1)?.to_owned(), row.json(2)?), (i64::MAX, "Zoë".to_owned(), "[\"ö\"]"));
        assert!(row.is_null(4)?);
        row.bytes(3).map(<[u8]>::to_vec)
    });
    assert_eq!(read.await.unwrap(), [[1, 2, 3]]);
    db.close().await.unwrap();
}

#[tokio::test]
async fn errors_are_read() {
    let mock = Mock::start().await;
    let refused = |number, words| QueryResponse::error_only(TerminalError::new(number, 16, words));
    mock.answer("INSERT INTO T VALUES (@P1)", refused(2627, "Violation of PRIMARY KEY constraint 'pk_t'. ..")).await;
    mock.answer("DROP TABLE X", refused(3701, "Cannot drop the table 'X', because it does not exist.")).await;
    let db = mock.database().await;
    let error = db.execute_sql("INSERT INTO T VALUES (@P1)", &[1.into()]).await.unwrap_err();
    assert_eq!((error.kind(), error.constraint().unwrap().name.as_deref()), (Kind::Unique, Some("pk_t")));
    let error = db.execute_sql("DROP TABLE X", &[]).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::MissingObject, "Cannot drop the table 'X', because it does not exist.")
    );
}

#[tokio::test]
async fn a_statement_is_stopped() {
    let mock = Mock::start().await;
    let slow = rows(&[("", SqlDataType::Int)], vec![ColumnValue::Int(1)]).with_delay(Duration::from_secs(60));
    mock.answer("SELECT 2", slow).await;
    let db = Database::connect(&format!("{}&statement_timeout=1000", mock.url)).await.unwrap();
    assert_eq!(db.execute_sql("SELECT 2", &[]).await.unwrap_err().kind(), Kind::Timeout);
    let one = db.fetch_sql("SELECT 1", &[], |row| row.i32(0)).await.unwrap();
    assert_eq!(one, [1], "on the same connection");
}
