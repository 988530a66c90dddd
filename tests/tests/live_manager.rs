//! Databases of several engines, named in one configuration: SQLite's, and those whose servers are there.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use tablewright::manager::{Configuration, State};
use tablewright::prelude::*;
use tablewright_tests::live::load;
use tablewright_tests::server::{firebird, fresh};
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tokio::task::JoinSet;

/// Those that need a server.
const ENGINES: [&str; 4] = ["postgres", "mysql", "mariadb", "firebird"];

/// The parts of a URL as the keys of a configuration.
fn keys(engine: &str, url: &str) -> Value {
    let (login, place) = url.split_once("://").unwrap().1.rsplit_once('@').unwrap();
    let (user, password) = login.split_once(':').unwrap_or((login, ""));
    let (user, password) = (decoded(user), decoded(password));
    let (server, database) = place.split_once('/').unwrap();
    let (host, port) = server.split_once(':').unwrap();
    let port: u16 = port.parse().unwrap();
    let database = database.trim_end_matches('?');
    let (key, database) = match engine {
        "firebird" => ("file_path", format!("/{database}")),
        _ => ("database", database.to_owned()),
    };
    json!({
        "type": engine, "host": host, "port": port, key: database, "username": user, "password": password,
        "pool_size": 3, "max_overflow": 1, "timeout": 20
    })
}

/// A part of a URL, where a configuration has no need to escape it.
fn decoded(part: &str) -> String {
    let mut pieces = part.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

/// A configuration of a new database on each server that is there, and of one in a file.
async fn everything(folder: &std::path::Path) -> Map<String, Value> {
    let mut file = Map::new();
    file.insert("sqlite".to_owned(), json!({ "type": "sqlite", "file_path": folder.join("a.db"), "pool_size": 2 }));
    for engine in ENGINES {
        if std::env::var_os(format!("TABLEWRIGHT_{}_URL", engine.to_uppercase())).is_none() {
            continue;
        }
        let url = match engine {
            "firebird" => firebird::new_database(),
            _ => fresh::url(engine, "manager").await,
        };
        file.insert(engine.to_owned(), keys(engine, &url));
    }
    println!("{} engines", file.len());
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn databases_of_several_engines_are_one_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = everything(folder.path()).await;
    let mut names: Vec<String> = file.keys().cloned().collect();
    names.sort();
    let gone =
        json!({ "type": "mysql", "host": "127.0.0.1", "port": 1, "database": "d", "username": "u", "timeout": 2 });
    file.insert("gone".to_owned(), gone);
    file.insert("default_connection".to_owned(), json!("sqlite"));
    let path = folder.path().join("databases.json");
    std::fs::write(&path, Value::Object(file).to_string()).unwrap();
    let manager = Configuration::file(&path).load().unwrap();

    // One that is just being opened is closed too.
    for name in &names {
        let (opened, closed) = tokio::join!(manager.get(name), manager.disconnect_all());
        assert!(closed[name].is_ok(), "{name}");
        assert_eq!(opened.unwrap().version().await.unwrap_err().kind(), Kind::Usage, "{name}");
    }

    let connected = manager.connect_all().await;
    assert_eq!(connected.len(), names.len() + 1);
    for (name, result) in connected {
        assert_eq!(
            result.as_ref().err().map(Error::kind),
            (name == "gone").then_some(Kind::Connect),
            "{name}: {result:?}"
        );
    }
    let mut open = Vec::new();
    for name in &names {
        assert!(manager.initialize_schema::<Suite>(name).await.unwrap(), "{name}");
        let db = manager.get(name).await.unwrap();
        Author::dao(&db).create(NewAuthor::new(name)).await.unwrap();
        open.push(db);
    }
    assert_eq!(manager.default_connection().await.unwrap().dialect(), Dialect::Sqlite);

    for health in manager.health().await {
        match health.state {
            State::Up { version, product, pool, .. } => {
                assert!(names.contains(&health.name) && !version.is_empty(), "{}", health.name);
                assert!(product.is_some_and(|product| version.contains(&product.version)), "{}", health.name);
                let most = if health.name == "sqlite" { 3 } else { 4 };
                assert_eq!(pool.map(|pool| pool.most), Some(most), "{}", health.name);
            }
            State::Down(error) => assert_eq!((health.name.as_str(), error.kind()), ("gone", Kind::Connect)),
            other => panic!("{}: {other:?}", health.name),
        }
    }

    let closed = manager.disconnect_all().await;
    assert_eq!(closed.keys().collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
    assert!(closed.values().all(Result::is_ok), "{closed:?}");
    for (db, name) in open.iter().zip(&names) {
        assert_eq!(Author::dao(db).all().await.unwrap_err().kind(), Kind::Usage, "{name}");
        // Opened again when it is asked for, and each has its own row.
        let again = manager.get(name).await.unwrap();
        assert_eq!(Author::dao(&again).all().await.unwrap()[0].name, *name);
    }
    manager.disconnect_all().await;
}

/// One server that does not answer any more is down, and hides none of the others.
#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_server_does_not_stop_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = everything(folder.path()).await;
    let frozen = Arc::new(AtomicBool::new(false));
    for (engine, keys) in file.iter_mut().filter(|(engine, _)| *engine != "sqlite") {
        let server = (keys["host"].as_str().unwrap().to_owned(), keys["port"].as_u64().unwrap());
        keys["port"] = json!(behind(server, Arc::clone(&frozen)));
        keys["host"] = json!("127.0.0.1");
        // Enough for a login on a busy machine.
        keys["timeout"] = json!(8);
        assert!(ENGINES.contains(&engine.as_str()));
    }
    let count = file.len();
    let manager = Configuration::json(Value::Object(file).to_string()).load().unwrap();
    let up = async || manager.health().await.into_iter().filter(|health| health.is_up()).count();
    assert_eq!(up().await, count);
    frozen.store(true, Ordering::Relaxed);
    let start = Instant::now();
    assert_eq!(up().await, 1);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

/// Who asks for a database while it is being opened is told how that ends: ten do not wait ten times as long as one.
#[tokio::test]
async fn who_waits_for_a_silent_server_shares_one_try() {
    for engine in ["postgres", "mysql"] {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let came = Arc::new(Mutex::new(Vec::new()));
        let counted = Arc::clone(&came);
        // It lives as long as this process, takes connections and says nothing.
        std::thread::spawn(move || {
            let mut open = Vec::new();
            while let Ok((client, address)) = listener.accept() {
                counted.lock().unwrap().push(address);
                open.push(client);
            }
        });
        // How many have come since it was asked last. They are counted in their order, the one that asks behind all others.
        let tries = async || {
            let last = TcpStream::connect(("127.0.0.1", port)).unwrap();
            let address = last.local_addr().unwrap();
            load::until("it is counted", async || came.lock().unwrap().contains(&address)).await;
            std::mem::take(&mut *came.lock().unwrap()).len() - 1
        };
        let silent = json!({ "type": engine, "host": "127.0.0.1", "port": port, "database": "d", "username": "u", "timeout": 3 });
        let manager = Configuration::json(json!({ "silent": silent }).to_string()).load().unwrap();
        assert_eq!(manager.get("silent").await.unwrap_err().kind(), Kind::Connect);
        let alone = tries().await;
        assert!(alone > 0);
        let mut all = JoinSet::new();
        for _ in 0..10 {
            let manager = manager.clone();
            all.spawn(async move { manager.get("silent").await.unwrap_err() });
        }
        // They wait now, and this one behind them.
        tokio::task::yield_now().await;
        assert!(manager.disconnect_all().await.is_empty());
        for error in all.join_all().await {
            assert_eq!(error.kind(), Kind::Connect);
            assert!(error.to_string().starts_with("connection `silent`: "), "{error}");
        }
        assert_eq!(tries().await, alone, "{engine}");
        // Who comes later tries again.
        assert_eq!(manager.get("silent").await.unwrap_err().kind(), Kind::Connect);
        assert_eq!(tries().await, alone, "{engine}");
    }
}

/// A way to a server on which nothing comes through any more once it is frozen. It lives as long as this process.
fn behind((host, port): (String, u64), frozen: Arc<AtomicBool>) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let server = TcpStream::connect((host.as_str(), u16::try_from(port).unwrap())).unwrap();
            for (from, to) in [(&client, &server), (&server, &client)] {
                let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                let frozen = Arc::clone(&frozen);
                std::thread::spawn(move || {
                    let mut bytes = [0; 8_192];
                    while let Ok(count @ 1..) = from.read(&mut bytes) {
                        if frozen.load(Ordering::Relaxed) || to.write_all(&bytes[..count]).is_err() {
                            break;
                        }
                    }
                    if !frozen.load(Ordering::Relaxed) {
                        to.shutdown(Shutdown::Both).ok();
                    }
                });
            }
        }
    });
    own
}
