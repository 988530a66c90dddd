//! How a connection comes about, and what is said when it does not.

use std::error::Error as _;
use std::time::{Duration, Instant};

use tablewright::Kind;
use tablewright::driver::ProductName;
use tablewright::manager::Configuration;
use tablewright::prelude::*;
use tablewright_tests::secrets::{PASSWORD, are_kept, are_kept_by_server};

use crate::fake::{self, Answer, Fake};
use crate::ttc::{self, packet};

/// What is said of a server that answers to this with that, which has to be of kind `Connect` and tell no secret.
async fn refusal(to: &'static str, answer: Answer) -> String {
    refusal_of(Kind::Connect, to, answer).await
}

/// The same, of another kind.
async fn refusal_of(kind: Kind, to: &'static str, answer: Answer) -> String {
    let fake = Fake::start(move |request| request.sql.starts_with(to).then(|| answer.clone())).await;
    let error = Database::connect(&fake.url()).await.unwrap_err();
    assert_eq!(error.kind(), kind, "{error}");
    let mut source = error.source();
    while let Some(below) = source {
        assert!(!format!("{below} {below:?}").contains("secret"));
        source = below.source();
    }
    assert!(!format!("{error:?}").contains("secret"));
    let message = error.to_string();
    let expected = format!("no connection to the server at 127.0.0.1:{}: ", fake.port());
    message.strip_prefix(&expected).unwrap_or_else(|| panic!("{message}")).to_owned()
}

/// The packet of a listener that does not have what is asked for.
fn refuse(words: &str) -> Answer {
    let length = u16::try_from(words.len()).unwrap().to_be_bytes();
    Answer::Says([&[packet::REFUSE, 0, 0], &length[..], words.as_bytes()].concat())
}

#[tokio::test]
async fn the_server_says_which_it_is() {
    let fake = Fake::start(|_| None).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    assert_eq!(db.product().unwrap().name, ProductName::Oracle);
    assert_eq!(db.product().unwrap().version, "19.0.0.0.0");
    assert_eq!(db.dialect(), Dialect::Oracle);
    db.close().await.unwrap();
    let seen = fake.texts();
    assert!(seen[0].contains("(SERVICE_NAME=clinic)"), "{}", seen[0]);
    assert_eq!(seen[1..5], ["<protocol>", "<types>", "<user>", "<password>"]);
    assert_eq!(seen[5], "ALTER SESSION SET TIME_ZONE = '+00:00'");
    assert!(seen.contains(&"<goodbye>".to_owned()), "{seen:?}");

    let old = |sql: &str| (sql == "<password>").then(|| Answer::Says(fake::logged_in("301989888")));
    let fake = Fake::start(move |request| old(&request.sql)).await;
    let error = Database::connect(&fake.url()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::Unsupported, "this is Oracle 18.0.0.0.0; 19c is the oldest that will do")
    );
}

#[tokio::test]
async fn a_configuration_names_a_service() {
    let fake = Fake::start(|_| None).await;
    let json = format!(
        r#"{{ "oracle_hospital": {{
            "type": "oracle", "host": "127.0.0.1", "port": {}, "database": "XEPDB1", "username": "orthanc_user",
            "password": "${{ORTHANC_ORACLE_PASSWORD:-secret}}", "pool_size": 20, "timeout": 5,
            "connection_params": {{ "service_name": "orthanc_service" }}
        }} }}"#,
        fake.port()
    );
    let manager = Configuration::json(json).load().unwrap();
    let db = manager.get("oracle_hospital").await.unwrap();
    assert_eq!(db.dialect(), Dialect::Oracle);
    assert!(fake.texts()[0].contains("(SERVICE_NAME=orthanc_service)"));
    assert!(manager.disconnect_all().await.values().all(Result::is_ok));
}

#[tokio::test]
async fn a_login_that_is_refused_is_told() {
    for step in ["<user>", "<password>"] {
        let no = Answer::Says(ttc::error(1017, "ORA-01017: invalid username/password; logon denied"));
        assert_eq!(refusal_of(Kind::Login, step, no).await, "invalid username/password; logon denied");
    }
    let expired = Answer::Says(ttc::error(28001, "ORA-28001: the password has expired"));
    assert_eq!(refusal_of(Kind::Login, "<password>", expired).await, "the password has expired");
}

#[tokio::test]
async fn a_listener_that_refuses_is_told() {
    let unknown = refuse("(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=12514)(ERROR_STACK=(ERROR=(CODE=12514)(EMFI=4))))");
    assert_eq!(refusal("<connect>", unknown).await, "the listener knows no such service (ORA-12514)");
    let blocked = refuse("(DESCRIPTION=(ERR=12528))");
    assert_eq!(refusal("<connect>", blocked).await, "the listener refused, with error 12528");
    assert_eq!(refusal("<connect>", refuse("")).await, "the listener refused");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told() {
    let gone = Database::connect("oracle://me:secret@127.0.0.1:1/clinic").await.unwrap_err();
    assert_eq!(gone.kind(), Kind::Connect);
    assert!(gone.to_string().starts_with("no connection to the server at 127.0.0.1:1: "), "{gone}");
    assert!(gone.to_string().contains("refused"), "{gone}");
    for step in ["<connect>", "<protocol>", "<user>", "<password>"] {
        assert_eq!(refusal(step, Answer::Gone).await, "the server closed the connection", "{step}");
    }
}

#[tokio::test]
async fn a_password_is_kept() {
    let fake = Fake::start(|_| None).await;
    let url = fake.url().replace("secret", PASSWORD);
    assert!(are_kept(&url).await.is_none(), "the login is refused");
    let refuse = Answer::Says(ttc::error(1017, "ORA-01017: invalid username/password; logon denied"));
    let fake = Fake::start(move |request| (request.sql == "<password>").then(|| refuse.clone())).await;
    are_kept_by_server(&fake.url()).await;
}

/// Also where several libraries of cryptography are compiled in, of which the client could not choose one.
#[tokio::test]
async fn a_listener_without_tls_is_told_from_one_with_it() {
    let fake = Fake::start(|_| None).await;
    let error = Database::connect(&format!("{}&sslmode=verify-full", fake.url())).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    let expected = format!("no connection to the server at 127.0.0.1:{}: ", fake.port());
    let why = error.to_string().strip_prefix(&expected).unwrap_or_else(|| panic!("{error}")).to_owned();
    assert!(why.starts_with("TLS: ") || why.contains("closed") || why.contains("reset"), "{why}");
    assert_eq!(fake.texts(), Vec::<String>::new(), "nothing was said in the clear");
}

/// The client panics on some of these, and on its own thread that is said on the standard error too.
#[tokio::test]
async fn garbage_is_told() {
    let lines: [&[u8]; 6] = [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2p1\r\n",
        &[0; 64],
        &[0xFF; 64],
        &[0, 0, 0, 1, packet::DATA, 0, 0, 0],
        // Of a kind that the client does not know.
        &[0, 8, 0, 0, 99, 0, 0, 0],
    ];
    // A server that is gone with the last words of the client unread resets the connection.
    let is_told = |why: &str| {
        let known = ["its answer cannot be understood", "the server closed the connection"];
        known.contains(&why) || why.contains("reset") || why.contains("Broken pipe")
    };
    for (line, step) in
        lines.into_iter().flat_map(|line| ["<connect>", "<protocol>", "<user>"].map(|step| (line, step)))
    {
        let why = refusal(step, Answer::Raw(line.to_vec())).await;
        assert!(is_told(&why), "{why} after {line:?} at {step}");
    }
    for seed in 0..50 {
        let mut random = fastrand::Rng::with_seed(seed);
        let bytes: Vec<u8> = (0..200).map(|_| random.u8(..)).collect();
        let why = refusal("<connect>", Answer::Raw(bytes)).await;
        assert!(is_told(&why), "{why} after the bytes of seed {seed}");
    }
}

/// A thread that waits cannot be stopped, so there must not be more and more of them.
#[tokio::test]
async fn silence_ends_in_time_and_is_not_asked_for_more_than_there_may_be_connections() {
    let fake = Fake::start(|request| (request.sql == "<user>").then_some(Answer::Silence)).await;
    let url = format!("{}&max_overflow=0", fake.url()).replace("acquire_timeout=5000", "acquire_timeout=1000");
    let start = Instant::now();
    let late = Database::connect(&url).await.unwrap_err();
    assert_eq!(
        (late.kind(), late.to_string().as_str()),
        (Kind::Connect, "the server did not open a connection within 1000 ms")
    );
    assert!(start.elapsed() < Duration::from_secs(30));

    // The first connection is opened and lost, and then the server is silent.
    let logins = std::sync::atomic::AtomicU32::new(0);
    let fake = Fake::start(move |request| match request.sql.as_str() {
        "<user>" if logins.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 0 => Some(Answer::Silence),
        "SELECT 1 FROM DUAL" => Some(Answer::Gone),
        _ => None,
    })
    .await;
    let db = Database::connect(&format!("{}&max_overflow=0", fake.url())).await.unwrap();
    assert_eq!(db.execute_sql("SELECT 1 FROM DUAL", &[]).await.unwrap_err().kind(), Kind::ConnectionLost);
    for _ in 0..2 {
        assert_eq!(db.execute_sql("SELECT 2 FROM DUAL", &[]).await.unwrap_err().kind(), Kind::Connect);
    }
    let connects = fake.texts().iter().filter(|text| text.starts_with("<connect>")).count();
    assert_eq!(connects, 2);
}
