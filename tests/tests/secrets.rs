//! Passwords show nowhere, whatever is wrong with a URL, a configuration, or whoever listens there.

use std::io::{Read, Write};
use std::net::TcpListener;

use tablewright::Kind;
use tablewright::manager::Configuration;
use tablewright_tests::secrets::{PASSWORD, are_kept, assert_error_keeps, assert_kept};

/// The engines on the network, also those whose driver this build has not, and what follows the host in their URLs.
const ENGINES: [(&str, &str); 7] = [
    ("postgres", "clinic"),
    ("mysql", "clinic"),
    ("mariadb", "clinic"),
    ("firebird", "/var/lib/clinic.fdb"),
    ("sqlserver", "clinic"),
    ("mssql", "clinic"),
    ("oracle", "clinic"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_mistake_in_a_url_tells_them() {
    for (scheme, path) in ENGINES {
        for url in [
            format!("{scheme}://me:{PASSWORD}@127.0.0.1:1/{path}"),
            format!("{scheme}://me:{PASSWORD}@127.0.0.1:1/{path}?nonsense=1"),
            format!("{scheme}://me:{PASSWORD}@127.0.0.1:1/{path}?pool_size=many"),
            format!("{scheme}://me:{PASSWORD}@127.0.0.1:1/{path}?sslmode=verify-full&acquire_timeout=2000"),
            format!("{scheme}://me:{PASSWORD}@127.0.0.1:port/{path}"),
            format!("{scheme}://me:{PASSWORD}@no.such.host.invalid/{path}"),
            // What a password has that was not escaped.
            format!("{scheme}://me:geheim/wort@127.0.0.1:1/{path}"),
            format!("{scheme}://me:geheim?wort@127.0.0.1:1/{path}"),
            format!("{scheme}://me:geheim#wort@127.0.0.1:1/{path}"),
            format!("{scheme}://me:geheim%wort@127.0.0.1:1/{path}"),
            format!("{scheme}://me:geheim%ffwort@127.0.0.1:1/{path}"),
            format!("{scheme}:me:{PASSWORD}@127.0.0.1:1/{path}"),
            format!("{scheme}s://me:{PASSWORD}@127.0.0.1:1/{path}"),
        ] {
            let error = are_kept(&url).await.unwrap_or_else(|| panic!("{url} was opened"));
            assert!(matches!(error.kind(), Kind::Config | Kind::Connect), "{error} for {url}");
        }
    }
    // Forms of other tools, none of them a URL.
    for text in [
        format!("host=db user=me password={PASSWORD} dbname=clinic"),
        format!("host=::1 user=me password={PASSWORD}"),
        format!("user=me password=geheim:{PASSWORD} host=::1"),
        format!("password={PASSWORD}:x"),
    ] {
        let error = are_kept(&text).await.unwrap_or_else(|| panic!("{text} was opened"));
        assert_eq!(error.kind(), Kind::Config, "{error} for {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_listens_there_makes_a_driver_tell_them() {
    let answers: [&[u8]; 4] = [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", &[0; 100], &[0xFF; 100]];
    for answer in answers {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        // It lives as long as this process.
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                // Whoever goes away has heard enough.
                if stream.read(&mut [0; 1_000]).is_ok() {
                    stream.write_all(answer).ok();
                }
            }
        });
        for (scheme, path) in ENGINES {
            let url = format!("{scheme}://me:{PASSWORD}@127.0.0.1:{port}/{path}?acquire_timeout=2000");
            assert!(are_kept(&url).await.is_some(), "{url} was opened");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_keeps_them() {
    for kind in ["postgresql", "mysql", "mariadb", "firebird", "sqlserver", "oracle"] {
        let json = format!(
            r#"{{ "clinic": {{
                "type": "{kind}", "host": "127.0.0.1", "port": 1, "database": "clinic", "file_path": "/clinic.fdb",
                "username": "me", "password": "geheim/wort", "timeout": 2,
                "connection_params": {{ "wallet_password": "geheim/wort" }}
            }} }}"#
        );
        // A file is named on Firebird, and a database on the others.
        let other = if kind == "firebird" { r#""database": "clinic", "# } else { r#""file_path": "/clinic.fdb","# };
        let configuration = Configuration::json(json.replace(other, ""));
        assert_kept(&format!("{configuration:?}"), kind);
        let manager = configuration.load().unwrap();
        let shown = format!("{manager:?} {:?} {:#?}", manager.settings("clinic"), manager.settings("clinic"));
        assert_kept(&shown, kind);
        assert!(shown.contains("wallet_password"), "{shown}");
        let error = manager.get("clinic").await.unwrap_err();
        assert_error_keeps(&error, kind);
        assert_kept(&format!("{:?}", manager.health().await), kind);
    }
}
