//! A listener that speaks enough of Oracle's protocol to be taken for a server of version 19, and answers as a test tells it to.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::ttc::{self, packet};

/// What a client asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The statement, or what else is asked for, in angle brackets.
    pub sql: String,
    /// For how many lists of parameters.
    pub times: u64,
    /// All of the message.
    pub bytes: Vec<u8>,
}

/// What the server does.
#[derive(Clone)]
pub enum Answer {
    /// Says this.
    Says(Vec<u8>),
    /// Sends these bytes as they are, and is gone.
    Raw(Vec<u8>),
    /// Is gone.
    Gone,
    /// Nothing, until it is told to stop.
    Silence,
}

/// What a test answers; whatever it does not is answered as a server in good health would.
pub type Respond = dyn Fn(&Request) -> Option<Answer> + Send + Sync;

/// The listener.
pub struct Fake {
    port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
}

/// The calls that are no statements, by their numbers.
const CALLS: [(u8, &str); 6] =
    [(118, "<user>"), (115, "<password>"), (14, "<commit>"), (15, "<rollback>"), (147, "<ping>"), (9, "<goodbye>")];
const EXECUTE: u8 = 94;
/// What somebody begins with who speaks TLS.
const TLS: u8 = 22;

impl Fake {
    /// Listens.
    pub async fn start(respond: impl Fn(&Request) -> Option<Answer> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let fake = Self { port: listener.local_addr().unwrap().port(), seen: Arc::default() };
        let (seen, respond): (_, Arc<Respond>) = (Arc::clone(&fake.seen), Arc::new(respond));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mut caller = Caller { stream, is_accepted: false };
                let (seen, respond) = (Arc::clone(&seen), Arc::clone(&respond));
                // A client that goes away ends it.
                tokio::spawn(async move { caller.serve(&seen, &*respond).await.ok() });
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
        format!("oracle://me:secret@127.0.0.1:{}/clinic?pool_size=1&acquire_timeout=5000", self.port)
    }

    /// What was asked for since the last call.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The statements and calls among it.
    pub fn texts(&self) -> Vec<String> {
        self.take().into_iter().map(|request| request.sql).collect()
    }
}

/// One of those who connected.
struct Caller {
    stream: TcpStream,
    /// From then on lengths have four bytes.
    is_accepted: bool,
}

impl Caller {
    async fn serve(&mut self, seen: &Mutex<Vec<Request>>, respond: &Respond) -> io::Result<()> {
        loop {
            let (kind, body) = self.receive().await?;
            let request = match kind {
                packet::CONNECT => self.connect(&body).await?,
                packet::DATA => read(&body[2..]),
                // The second of two has to be answered, with how the statement ended that was stopped.
                packet::MARKER if body[2] == 2 => {
                    self.send(packet::MARKER, &[1, 0, 2]).await?;
                    let stopped = ttc::error(1013, "ORA-01013: user requested cancel of current operation");
                    self.send(packet::DATA, &[vec![0, 0], stopped].concat()).await?;
                    continue;
                }
                _ => continue,
            };
            seen.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
            match respond(&request).unwrap_or_else(|| usual(&request)) {
                Answer::Says(said) if kind == packet::CONNECT => self.send(said[0], &said[1..]).await?,
                Answer::Says(said) => self.send(packet::DATA, &[vec![0, 0], said].concat()).await?,
                Answer::Raw(bytes) => return self.stream.write_all(&bytes).await,
                Answer::Gone => return Ok(()),
                Answer::Silence => {}
            }
            self.is_accepted = true;
        }
    }

    async fn receive(&mut self) -> io::Result<(u8, Vec<u8>)> {
        let mut head = [0; 8];
        self.stream.read_exact(&mut head).await?;
        let length = if self.is_accepted {
            u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize
        } else {
            usize::from(u16::from_be_bytes([head[0], head[1]]))
        };
        let body = length.checked_sub(8).filter(|_| head[0] != TLS).ok_or(io::ErrorKind::InvalidData)?;
        let mut body = vec![0; body];
        self.stream.read_exact(&mut body).await?;
        Ok((head[4], body))
    }

    async fn send(&mut self, kind: u8, body: &[u8]) -> io::Result<()> {
        let length = u32::try_from(body.len() + 8).unwrap();
        let length = if self.is_accepted { length.to_be_bytes() } else { (length << 16).to_be_bytes() };
        self.stream.write_all(&[&length, &[kind, 0, 0, 0], body].concat()).await
    }

    /// What is asked for, which comes in a packet of its own if it is long.
    async fn connect(&mut self, body: &[u8]) -> io::Result<Request> {
        let length = usize::from(u16::from_be_bytes([body[16], body[17]]));
        let wanted =
            if body.len() >= 66 + length { body[66..].to_vec() } else { self.receive().await?.1[2..].to_vec() };
        let sql = format!("<connect> {}", String::from_utf8_lossy(&wanted));
        Ok(Request { sql, times: 0, bytes: wanted })
    }
}

/// Reads what is asked for.
fn read(message: &[u8]) -> Request {
    let (sql, times) = match message {
        [1, ..] => ("<protocol>".to_owned(), 0),
        [2, ..] => ("<types>".to_owned(), 0),
        [3, EXECUTE, ..] => execute(&mut Reader(&message[3..])),
        [3, call, ..] => {
            let known = CALLS.iter().find(|(number, _)| number == call);
            (known.map_or_else(|| format!("<call {call}>"), |(_, name)| (*name).to_owned()), 0)
        }
        // Behind a goodbye.
        [] => ("<end>".to_owned(), 0),
        _ => ("<unknown>".to_owned(), 0),
    };
    Request { sql, times, bytes: message.to_vec() }
}

/// The statement and how often it is to be run.
fn execute(rest: &mut Reader<'_>) -> (String, u64) {
    // Options, the cursor; whether there is a text, and its length; a list of 13; sizes; parameters.
    rest.integers(2).skip(1).integers(1).skip(1).integers(1).skip(2).integers(3).skip(1).integers(1).skip(5);
    // Columns; a registration; objects; a list of names; counts of rows.
    rest.skip(1).integers(2).skip(3).integers(1).skip(1).integers(2).skip(1).integers(1).skip(1);
    // The text's signature; chunks.
    rest.skip(1).integers(1).skip(1).integers(1).skip(2).integers(1);
    let sql = String::from_utf8_lossy(&rest.bytes()).into_owned();
    let times = rest.integers(1).integer();
    (sql, times)
}

/// Reads a message from its start.
struct Reader<'m>(&'m [u8]);

impl Reader<'_> {
    fn take(&mut self, count: usize) -> &[u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }

    fn skip(&mut self, count: usize) -> &mut Self {
        self.take(count);
        self
    }

    fn integer(&mut self) -> u64 {
        let length = usize::from(self.take(1)[0]);
        self.take(length).iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
    }

    fn integers(&mut self, count: usize) -> &mut Self {
        for _ in 0..count {
            self.integer();
        }
        self
    }

    /// Long ones come in pieces, the last of which is empty.
    fn bytes(&mut self) -> Vec<u8> {
        match self.take(1)[0] {
            254 => {
                let mut all = Vec::new();
                loop {
                    match usize::try_from(self.integer()).unwrap() {
                        0 => return all,
                        length => all.extend_from_slice(self.take(length)),
                    }
                }
            }
            length => self.take(usize::from(length)).to_vec(),
        }
    }
}

/// What a server in good health says.
fn usual(request: &Request) -> Answer {
    Answer::Says(match request.sql.as_str() {
        sql if sql.starts_with("<connect>") => accept(),
        "<protocol>" => protocol(),
        "<types>" => vec![2, 0, 0],
        "<user>" => ttc::settings(&[
            ("AUTH_SESSKEY", &"00".repeat(32)),
            ("AUTH_VFR_DATA", &"00".repeat(16)),
            ("AUTH_PBKDF2_CSK_SALT", &"00".repeat(16)),
            ("AUTH_PBKDF2_VGEN_COUNT", "16"),
            ("AUTH_PBKDF2_SDER_COUNT", "3"),
        ]),
        "<password>" => logged_in("318767104"),
        sql if sql.starts_with('<') => ttc::status(),
        _ => ttc::end(0, 0, ""),
    })
}

/// The answer to a login. The version is a number: 19 << 24 is 19.0.0.0.0.
pub fn logged_in(version: &str) -> Vec<u8> {
    ttc::settings(&[
        ("AUTH_VERSION_NO", version),
        ("AUTH_SESSION_ID", "7"),
        ("AUTH_SERIAL_NUM", "11"),
        ("AUTH_MAX_OPEN_CURSORS", "300"),
    ])
}

fn accept() -> Vec<u8> {
    // Version 318, nothing that is not a must, packets of 8,192 bytes.
    [vec![packet::ACCEPT], 318_u16.to_be_bytes().to_vec(), vec![0; 22], 8_192_u32.to_be_bytes().to_vec(), vec![0; 9]]
        .concat()
}

fn protocol() -> Vec<u8> {
    let mut answer = vec![1, 6, 0];
    answer.extend(b"Oracle\0");
    // AL32UTF8, no conversions, a description of numbers, AL16UTF16.
    answer.extend([105, 3, 1, 0, 0, 0, 11]);
    answer.extend([0; 9]);
    answer.extend([7, 208]);
    let mut abilities = [0; 55];
    // The fields of version 19.
    abilities[7] = 12;
    answer.extend(ttc::bytes(&abilities));
    answer.extend(ttc::bytes(&[0; 11]));
    answer
}
