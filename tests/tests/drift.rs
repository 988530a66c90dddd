//! Structs against migrations, in a crate that cargo builds as a user's: what is noticed, when, and in which words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tablewright::Schema as _;
use tablewright::schema::describe;
use tablewright_tests::golden::case::Model;

/// The tables, in this program and in the crate that is built.
#[path = "drift/tables.rs"]
mod tables;

const TABLES: &str = include_str!("drift/tables.rs");
const SCHEMA: &str =
    "tablewright::schema! { pub struct Clinic { tables: [Doctor, Visit], migrations: \"migrations\" } }";

tablewright::schema! { struct Clinic { tables: [tables::Doctor, tables::Visit] } }

/// A crate with a library of tables, and a program with their schema: two crates for the compiler.
struct Crate {
    folder: tempfile::TempDir,
}

impl Crate {
    /// With the snapshot of the tables, and one migration. Cargo tells crates in one target folder apart by their names.
    fn new(name: &str) -> Self {
        let this = Self { folder: tempfile::tempdir().unwrap() };
        let runtime = workspace().join("runtime");
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
             tablewright = {{ path = {runtime:?}, default-features = false }}\n\
             chrono = {{ version = \"0.4\", default-features = false }}\n"
        );
        this.write("Cargo.toml", &manifest);
        fs::copy(workspace().join("Cargo.lock"), this.path("Cargo.lock")).unwrap();
        this.write("src/lib.rs", TABLES);
        this.write("src/main.rs", &format!("use {name}::*;\n\n{SCHEMA}\n\nfn main() {{}}\n"));
        this.write("migrations/001.json", r#"{"version": "001", "name": "first", "up_sql": ["SELECT 1"]}"#);
        Clinic::write_snapshot(this.path("migrations")).unwrap();
        this
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Changes the tables.
    fn tables(&self, from: &str, to: &str) {
        assert!(TABLES.contains(from), "{from}");
        self.write("src/lib.rs", &TABLES.replacen(from, to, 1));
    }

    /// The errors of a build, without the places.
    fn check(&self, drift: Option<&str>) -> String {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["check", "--offline", "--quiet", "--color=never"]).current_dir(self.folder.path());
        cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("drift"));
        match drift {
            Some(value) => cargo.env("TABLEWRIGHT_DRIFT", value),
            None => cargo.env_remove("TABLEWRIGHT_DRIFT"),
        };
        let output = cargo.output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.success(), text.is_empty(), "{text}");
        let is_message = |line: &&str| !line.is_empty() && !line.contains('|') && !line.contains("--> ");
        let lines =
            text.lines().take_while(|line| !line.starts_with("For more") && !line.starts_with("error: could not"));
        lines.filter(is_message).map(str::trim).collect::<Vec<_>>().join("\n")
    }
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

const HELP: &str = "help: write a migration with `cargo tablewright new NAME`, or with `new` of your own program, built with \
                    TABLEWRIGHT_DRIFT=allow";

#[test]
fn drift_is_noticed_while_compiling() {
    let this = Crate::new("drifting");
    assert_eq!(this.check(None), "", "structs and snapshot agree");

    this.tables("pub phone: Option<String>,", "pub phone: Option<String>,\n    pub beds: i16,");
    assert_eq!(
        this.check(None),
        format!(
            "error[E0080]: evaluation panicked: table `doctors` is not as the last migration left it:\n\
             column `beds` is new\n{HELP}"
        )
    );
    assert_eq!(this.check(Some("allow")), "", "tools build despite drift");

    this.tables("max_length = 80", "max_length = 90");
    assert_eq!(
        this.check(None),
        format!(
            "error[E0080]: evaluation panicked: table `doctors` is not as the last migration left it:\n\
             column `name` was varchar(80), comment `As on the door.`, now it is varchar(90), comment `As on the door.`\n{HELP}"
        )
    );

    this.tables("/// all but the retired.", "/// all of them.");
    let said = this.check(None);
    assert!(said.contains("the comment was Who heals: Physicians"), "what differs far behind is told: {said}");

    this.tables("pub phone: Option<String>", "pub mobile: Option<String>");
    assert_eq!(
        this.check(None),
        "error[E0080]: evaluation panicked: column `phone` of table `doctors` is gone, and `mobile` of the same type is new\n\
         help: if its values live on, write `#[column(renamed_from = \"phone\")]` on the new one; if not, \
         `#[table(dropped(\"phone\"))]`"
    );

    this.tables("name = \"visits\"", "name = \"consultations\"");
    assert_eq!(
        this.check(None),
        format!(
            "error[E0080]: evaluation panicked: table `consultations` is not in the snapshot of the migrations\n{HELP}\n\
             error[E0080]: evaluation panicked: table `visits` is gone and a similar table `consultations` is new\n\
             help: if its rows live on, write `#[table(renamed_from = \"visits\")]` on the new one; if not, `dropped: \
             [visits]` in the schema"
        )
    );

    this.tables("name = \"visits\"", "name = \"consultations\", renamed_from = \"visits\"");
    assert_eq!(
        this.check(None),
        format!(
            "error[E0080]: evaluation panicked: table `consultations` is still called `visits` in the snapshot of the \
             migrations\n{HELP}"
        )
    );
}

#[test]
fn files_are_watched() {
    let this = Crate::new("watched");
    assert_eq!(this.check(None), "");

    let migration = fs::read_to_string(this.path("migrations/001.json")).unwrap();
    this.write("migrations/001.json", &migration.replace("SELECT 1", "SELECT 2"));
    let changed = this.check(None);
    assert!(changed.starts_with("error: migrations/001.json, checksum: migration `001` was changed"), "{changed}");

    fs::remove_file(this.path("migrations/001.json")).unwrap();
    assert_eq!(
        this.check(None),
        "error: migrations/001.json: the file of migration `001` is gone; bring it back from version control"
    );

    this.write("migrations/001.json", &migration);
    assert_eq!(this.check(None), "", "as it was");

    this.write("migrations/002.json", r#"{"version": "002", "name": "second", "up_sql": [], "dependencies": ["0O1"]}"#);
    let refused = Clinic::write_snapshot(this.path("migrations")).unwrap_err().to_string();
    assert_eq!(refused, "002.json, dependencies[0]: no migration has version `0O1`; did you mean `001`?");

    this.write("migrations/002.json", r#"{"version": "002", "name": "second", "up_sql": [], "dependencies": ["001"]}"#);
    Clinic::write_snapshot(this.path("migrations")).unwrap();
    assert_eq!(this.check(None), "", "the index knows the second one");

    this.write("migrations/schema.json", "{\n  \"format\": 1,\n}");
    let broken = this.check(None);
    assert!(broken.starts_with("error: migrations/schema.json, 3:1: this is no JSON"), "{broken}");

    fs::remove_file(this.path("migrations/schema.json")).unwrap();
    let missing = this.check(None);
    assert!(missing.starts_with("error: cannot read `migrations/schema.json`"), "{missing}");
}

#[test]
fn a_schema_has_a_fingerprint() {
    assert_eq!(Clinic::SCHEMA.fingerprint, Clinic::FINGERPRINT);
    assert_eq!(Clinic::FINGERPRINT, 6_633_600_233_205_116_616, "of these tables, in every build");
}

/// The derive adds up what it knows, the compiler the rest; the tools hash the finished definition.
#[test]
fn the_derive_and_the_tools_hash_alike() {
    let tables = tablewright_tests::golden::case::all().into_iter().flat_map(|case| case.models);
    let derived = tables.filter_map(|model| match model {
        Model::Derived(meta) => Some(meta),
        Model::Built(_) => None,
    });
    let mut count = 0;
    for meta in derived.chain(orthanc::Orthanc::TABLES.iter().copied()) {
        assert_eq!(meta.fingerprint(), describe::fingerprint(meta.def), "{}", meta.def.name);
        count += 1;
    }
    assert!(count > 30, "{count}");
}
