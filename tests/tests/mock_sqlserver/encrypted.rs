//! TLS: what is asked for is done, and whoever is not whom the URL trusts is refused.
//!
//! Microsoft's mock packs its side of the handshake otherwise than servers do, and tiberius does not take it, so that this
//! is the listener of our own.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tablewright::Kind;
use tablewright::prelude::*;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::version::TLS12;

use crate::fake::{self, Fake, HELLO, Request};

/// The server's requests, its port, and the folder of its certificate.
struct Encrypted {
    seen: Arc<Mutex<Vec<Request>>>,
    port: u16,
    folder: TempDir,
}

impl Encrypted {
    /// A server with a certificate for `localhost`, which openssl makes.
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let acceptor = acceptor(folder.path());
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let encrypted = Self { seen: Arc::default(), port: listener.local_addr().unwrap().port(), folder };
        let seen = Arc::clone(&encrypted.seen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (seen, acceptor) = (Arc::clone(&seen), acceptor.clone());
                tokio::spawn(async move { serve(stream, &acceptor, &seen).await.ok() });
            }
        });
        encrypted
    }

    async fn connect(&self, host: &str, settings: &str) -> tablewright::Result<Database> {
        Database::connect(&format!("sqlserver://me:secret@{host}:{}/db?{settings}", self.port)).await
    }

    fn trusted(&self) -> String {
        format!("sslmode=verify-full&sslrootcert={}", self.folder.path().join("ca.pem").display())
    }

    fn logins(&self) -> usize {
        self.seen.lock().unwrap().iter().filter(|request| request.sql == "<login>").count()
    }
}

fn acceptor(folder: &Path) -> TlsAcceptor {
    let openssl = |words: &str| {
        let made = Command::new("openssl").args(words.split_whitespace()).current_dir(folder).output();
        assert!(made.expect("openssl is installed").status.success(), "openssl {words}");
    };
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    openssl(&format!(
        "req -x509 {key} -days 2 -subj /CN=authority -keyout ca.key -out ca.pem \
         -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign"
    ));
    fs::write(folder.join("extension"), "subjectAltName=DNS:localhost").unwrap();
    openssl(&format!("req -new {key} -subj /CN=localhost -keyout server.key -out server.csr"));
    openssl(
        "x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extension -in server.csr -out server.pem",
    );
    let certificate = CertificateDer::from_pem_file(folder.join("server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key")).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    // Servers that begin TLS inside of packets end it with 1.2.
    let config = ServerConfig::builder_with_provider(provider).with_protocol_versions(&[&TLS12]).unwrap();
    TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap()))
}

async fn serve(mut stream: TcpStream, acceptor: &TlsAcceptor, seen: &Mutex<Vec<Request>>) -> std::io::Result<()> {
    assert_eq!(fake::message(&mut stream).await?.0, HELLO);
    fake::say(&mut stream, &fake::hello(1)).await?;
    let (ours, theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(carry(stream, theirs));
    fake::serve(acceptor.accept(ours).await?, seen, &|_| None).await
}

/// TLS begins inside of packets, and goes on without them when the client leaves them out.
async fn carry(stream: TcpStream, inside: DuplexStream) {
    let (mut read, mut write) = stream.into_split();
    let (mut said, mut heard) = tokio::io::split(inside);
    let is_raw = AtomicBool::new(false);
    let to_server = async {
        let mut first = [0];
        while read.read_exact(&mut first).await.is_ok() {
            if first[0] != HELLO {
                is_raw.store(true, Ordering::Release);
                heard.write_all(&first).await?;
                tokio::io::copy(&mut read, &mut heard).await?;
                break;
            }
            let mut header = [0; 7];
            read.read_exact(&mut header).await?;
            let mut body = vec![0; usize::from(u16::from_be_bytes([header[1], header[2]])) - 8];
            read.read_exact(&mut body).await?;
            heard.write_all(&body).await?;
        }
        heard.shutdown().await
    };
    let to_client = async {
        let mut bytes = vec![0; 4_000];
        loop {
            let length = said.read(&mut bytes).await?;
            if length == 0 {
                return write.shutdown().await;
            }
            match is_raw.load(Ordering::Acquire) {
                true => write.write_all(&bytes[..length]).await?,
                false => write.write_all(&fake::packet(HELLO, 1, &bytes[..length])).await?,
            }
        }
    };
    // Whoever goes first, the other one sees it.
    tokio::try_join!(to_server, to_client).ok();
}

#[tokio::test]
async fn what_is_asked_for_is_done() {
    let server = Encrypted::start().await;
    for settings in ["sslmode=prefer", "sslmode=require", &server.trusted()] {
        let before = server.logins();
        server.connect("localhost", settings).await.unwrap();
        assert_eq!(server.logins(), before + 1, "{settings}");
    }
    let before = server.logins();
    for (host, settings) in [("127.0.0.1", server.trusted()), ("localhost", "sslmode=verify-full".to_owned())] {
        let error = server.connect(host, &settings).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Connect, "{host}");
        assert!(error.to_string().contains("TLS: "), "{error}");
    }
    assert_eq!(server.logins(), before);
}

#[tokio::test]
async fn a_server_without_tls_is_refused_if_tls_is_asked_for() {
    let fake = Fake::start(|_| None).await;
    let url = |mode| fake.url().replace("sslmode=disable", mode);
    Database::connect(&url("sslmode=prefer")).await.unwrap();
    fake.take();
    let error = Database::connect(&url("sslmode=require")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(!fake.texts().contains(&"<login>".to_owned()));
}
