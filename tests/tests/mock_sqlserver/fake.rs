//! A listener that speaks enough of SQL Server's protocol to be taken for one, and answers as a test tells it to.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

use super::tokens;

/// What a client sends.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The statement.
    pub sql: String,
    /// The types of its parameters, as they were declared.
    pub declared: String,
    /// Whatever follows: names, types and values.
    pub values: Vec<u8>,
}

/// What the server does.
pub enum Answer {
    /// Says this.
    Tokens(Vec<u8>),
    /// Says the start of this, and is gone.
    Part(Vec<u8>),
    /// Nothing, until it is told to stop.
    Silence,
}

/// What a test answers.
pub type Respond = dyn Fn(&Request) -> Option<Answer> + Send + Sync;

/// The listener.
pub struct Fake {
    port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
}

/// What the end of a message has in its header.
const LAST: u8 = 1;
/// The kinds of packets.
const BATCH: u8 = 1;
const CALL: u8 = 3;
const ANSWER: u8 = 4;
const ATTENTION: u8 = 6;
const LOGIN: u8 = 16;
/// The first packet, and those that TLS begins in.
pub const HELLO: u8 = 18;
/// The most that a packet carries.
const PACKET: usize = 4_088;

impl Fake {
    /// Listens. What the test does not answer is answered as a server in good health would.
    pub async fn start(respond: impl Fn(&Request) -> Option<Answer> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let fake = Self { port: listener.local_addr().unwrap().port(), seen: Arc::default() };
        let (seen, respond): (_, Arc<Respond>) = (Arc::clone(&fake.seen), Arc::new(respond));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (seen, respond) = (Arc::clone(&seen), Arc::clone(&respond));
                // A client that goes away ends it.
                tokio::spawn(async move { serve(stream, &seen, &*respond).await.ok() });
            }
        });
        fake
    }

    /// Its port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Where it is found, with one connection at a time.
    pub fn url(&self) -> String {
        format!("sqlserver://me:secret@127.0.0.1:{}/db?sslmode=disable&pool_size=1", self.port)
    }

    /// What was asked for since the last call, without what sets a session up. A login, the end of a connection, and
    /// what stops a statement are words in angle brackets.
    pub fn take(&self) -> Vec<Request> {
        let mut seen = std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        seen.retain(|request| {
            !request.sql.starts_with("SELECT CAST(SERVERPROPERTY") && !request.sql.starts_with("SET ANSI_NULLS")
        });
        seen
    }

    /// The texts of [`take`](Self::take).
    pub fn texts(&self) -> Vec<String> {
        self.take().into_iter().map(|request| request.sql).collect()
    }
}

/// A version, and whether there is TLS: 1 that there is, 2 that there is not.
pub const fn hello(tls: u8) -> [u8; 18] {
    [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, tls]
}

/// Answers until the client goes.
pub async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    seen: &Mutex<Vec<Request>>,
    respond: &Respond,
) -> std::io::Result<()> {
    let note = |request: &Request| seen.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    let said = |sql: &str| Request { sql: sql.to_owned(), ..Request::default() };
    loop {
        let Ok((kind, body)) = message(&mut stream).await else {
            note(&said("<closed>"));
            return Ok(());
        };
        let request = match kind {
            HELLO => {
                say(&mut stream, &hello(2)).await?;
                continue;
            }
            LOGIN => said("<login>"),
            ATTENTION => said("<stop>"),
            BATCH => batch(&body),
            CALL => call(&body),
            other => said(&format!("<packet of kind {other}>")),
        };
        note(&request);
        match respond(&request).unwrap_or_else(|| usual(&request)) {
            Answer::Tokens(tokens) => say(&mut stream, &tokens).await?,
            Answer::Part(tokens) => {
                let mut packet = packet(ANSWER, 0, &tokens);
                packet.truncate(packet.len() - 1);
                return stream.write_all(&packet).await;
            }
            Answer::Silence => {}
        }
    }
}

/// What a server in good health answers.
fn usual(request: &Request) -> Answer {
    let sql = request.sql.as_str();
    Answer::Tokens(match sql {
        "<login>" => tokens::welcome(),
        "<stop>" => tokens::stopped(),
        "BEGIN TRANSACTION" => tokens::begun(),
        "COMMIT TRANSACTION" => tokens::ended(9),
        "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION" => tokens::ended(10),
        "SELECT @@TRANCOUNT" => number(1),
        _ if sql.ends_with("; BEGIN TRANSACTION") => tokens::begun(),
        _ if sql.starts_with("COMMIT TRANSACTION; ") => tokens::ended(9),
        _ if sql.starts_with("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; ") => tokens::ended(10),
        _ if sql.starts_with("SELECT CAST(SERVERPROPERTY") => version("16.0.4135.4"),
        _ => tokens::done(0),
    })
}

/// A version and the edition of a server.
pub fn version(version: &str) -> Vec<u8> {
    let columns = [tokens::nvarchar("", false), tokens::int("", 4)];
    let row = [tokens::long(&tokens::utf16(version)), tokens::short(&3_i32.to_le_bytes())];
    [tokens::result(&columns, &[&row]), tokens::done(1)].concat()
}

/// One number.
pub fn number(number: i32) -> Vec<u8> {
    let row = [tokens::short(&number.to_le_bytes())];
    [tokens::result(&[tokens::int("", 4)], &[&row]), tokens::done(1)].concat()
}

/// One message, of as many packets as it takes.
pub async fn message(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<(u8, Vec<u8>)> {
    let mut body = Vec::new();
    loop {
        let mut header = [0; 8];
        stream.read_exact(&mut header).await?;
        let length = usize::from(u16::from_be_bytes([header[2], header[3]])) - header.len();
        let start = body.len();
        body.resize(start + length, 0);
        stream.read_exact(&mut body[start..]).await?;
        if header[1] & LAST != 0 {
            return Ok((header[0], body));
        }
    }
}

/// Says something, in as many packets as it takes.
pub async fn say(stream: &mut (impl AsyncWrite + Unpin), tokens: &[u8]) -> std::io::Result<()> {
    let mut pieces = tokens.chunks(PACKET).peekable();
    while let Some(piece) = pieces.next() {
        let status = if pieces.peek().is_none() { LAST } else { 0 };
        stream.write_all(&packet(ANSWER, status, piece)).await?;
    }
    stream.flush().await
}

/// One packet.
pub fn packet(kind: u8, status: u8, body: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(body.len() + 8).unwrap().to_be_bytes();
    [&[kind, status, high, low, 0, 0, 1, 0], body].concat()
}

/// What follows the headers, which begin with their length.
fn behind_headers(body: &[u8]) -> &[u8] {
    let length = u32::from_le_bytes(body[..4].try_into().unwrap());
    &body[usize::try_from(length).unwrap()..]
}

fn batch(body: &[u8]) -> Request {
    Request { sql: text(behind_headers(body)), ..Request::default() }
}

/// A call of `sp_executesql`, the tenth of the procedures that have numbers.
fn call(body: &[u8]) -> Request {
    let rest = behind_headers(body).strip_prefix(&[0xff, 0xff, 10, 0, 0, 0]).unwrap();
    let (sql, rest) = argument(rest);
    let (declared, values) = argument(rest);
    Request { sql, declared, values: values.to_vec() }
}

/// A text: its name, that it is not given back, its type, its value.
fn argument(bytes: &[u8]) -> (String, &[u8]) {
    let bytes = &bytes[1 + 2 * usize::from(bytes[0])..];
    let (kind, rest) = bytes[1..].split_at(8);
    assert_eq!(kind[0], 0xe7, "NVARCHAR");
    if kind[1..3] != [0xff, 0xff] {
        let (length, rest) = rest.split_at(2);
        let (value, rest) = rest.split_at(usize::from(u16::from_le_bytes(length.try_into().unwrap())));
        return (text(value), rest);
    }
    let (mut value, mut rest) = (Vec::new(), &rest[8..]);
    loop {
        let (length, after) = rest.split_at(4);
        let length = usize::try_from(u32::from_le_bytes(length.try_into().unwrap())).unwrap();
        rest = &after[length..];
        if length == 0 {
            return (text(&value), rest);
        }
        value.extend(&after[..length]);
    }
}

fn text(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).unwrap()
}
