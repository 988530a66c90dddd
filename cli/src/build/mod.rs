//! A package built for its schemas: cargo compiles it, and what `schema!` declares is read from what came out.

mod package;
mod section;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cargo_metadata::Message;
use clap::Args;
use tablewright::schema::snapshot::declared::Declared;
use tablewright::schema::suggest;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use package::Package;

/// The variable that has `schema!` declare itself, and builds what is ahead of its migrations.
const VARIABLE: (&str, &str) = ("TABLEWRIGHT_DRIFT", "allow");

/// The options that name a schema in a package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Schema")]
pub struct SchemaOptions {
    /// The schema, if the package has several `schema!`
    #[arg(long, value_name = "NAME")]
    pub schema: Option<String>,
    /// The package that has it; otherwise that of the current folder
    #[arg(long, short, value_name = "NAME")]
    pub package: Option<String>,
    /// The `Cargo.toml` of the package or the workspace
    #[arg(long, value_name = "FILE")]
    pub manifest_path: Option<PathBuf>,
    /// Features of the package
    #[arg(long, short = 'F', value_name = "FEATURES")]
    pub features: Vec<String>,
    /// All features of the package
    #[arg(long)]
    pub all_features: bool,
    /// Without the default features of the package
    #[arg(long)]
    pub no_default_features: bool,
    /// The machine to build for; nothing is run there
    #[arg(long, value_name = "TRIPLE")]
    pub target: Option<String>,
}

/// A schema, and where its package is.
#[derive(Debug, Clone)]
pub struct Found {
    /// What `schema!` declares.
    pub declared: Declared,
    /// The folder of its package.
    pub folder: PathBuf,
}

impl SchemaOptions {
    /// Whether nothing is said.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Builds the package and reads the schema: from the library if it declares one, else from the programs.
    ///
    /// # Errors
    /// If there is no such package, it does not compile, or it declares no such schema.
    pub fn read(&self, is_quiet: bool) -> Result<Found> {
        let package = package::find(self)?;
        let mut declared = Vec::new();
        for target in package.targets() {
            for path in self.build(&package, &target, is_quiet)? {
                declared.extend(section::declarations(&path)?);
            }
            if !declared.is_empty() {
                break;
            }
        }
        Ok(Found { declared: self.chosen(declared, &package)?, folder: package.folder })
    }

    fn chosen(&self, declared: Vec<Declared>, package: &Package) -> Result<Declared> {
        let names = || declared.iter().map(|declared| declared.name.as_str());
        match (&self.schema, declared.len()) {
            (_, 0) => Err(Failure::usage(format!(
                "package `{}` has no `schema!`, or one of a version of tablewright that this command does not know",
                package.name
            ))),
            (Some(name), _) => match declared.iter().position(|declared| declared.name == *name) {
                Some(n) => Ok(declared[n].clone()),
                None => {
                    let help = suggest::help(name, names());
                    Err(Failure::usage(format!("package `{}` has no schema `{name}`; {help}", package.name)))
                }
            },
            (None, 1) => Ok(declared[0].clone()),
            (None, _) => {
                let names = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                Err(Failure::usage(format!(
                    "package `{}` has several schemas, say --schema with one of {names}",
                    package.name
                )))
            }
        }
    }

    /// The files that cargo made of one target.
    fn build(&self, package: &Package, target: &[String], is_quiet: bool) -> Result<Vec<PathBuf>> {
        let mut cargo = Command::new(package::cargo());
        cargo.args(["rustc", "--message-format=json-render-diagnostics", "--package", &package.name]);
        cargo.arg("--manifest-path").arg(&package.manifest).args(target);
        for features in &self.features {
            cargo.args(["--features", features]);
        }
        let flags = [("--all-features", self.all_features), ("--no-default-features", self.no_default_features)];
        cargo.args(flags.iter().filter(|(_, is_set)| *is_set).map(|(flag, _)| flag));
        if let Some(target) = &self.target {
            cargo.args(["--target", target]);
        }
        if is_quiet {
            cargo.arg("--quiet");
        }
        // A section is `unsafe` to a crate that forbids it, and this build is for nobody to run. What no code refers to is
        // kept by the linker of a program.
        cargo.args(["--", "--cap-lints", "warn"]);
        if target.first().is_some_and(|kind| kind == "--bin") {
            cargo.args(["-C", "link-dead-code"]);
        }
        cargo.env(VARIABLE.0, VARIABLE.1).stdin(Stdio::null()).stdout(Stdio::piped());
        let cannot = |error: std::io::Error| Failure::new(Exit::Unreachable, format!("cargo cannot be run: {error}"));
        let output = cargo.spawn().and_then(std::process::Child::wait_with_output).map_err(cannot)?;
        if !output.status.success() {
            let message = format!("package `{}` does not compile; what the compiler says stands above", package.name);
            return Err(Failure::new(Exit::Unreachable, message));
        }
        let mut files = Vec::new();
        for message in Message::parse_stream(output.stdout.as_slice()).filter_map(std::result::Result::ok) {
            if let Message::CompilerArtifact(artifact) = message
                && artifact.manifest_path == package.manifest
            {
                let made = artifact.filenames.iter().map(|path| path.as_std_path().to_owned());
                files.extend(made.filter(|path| is_object(path)));
            }
        }
        Ok(files)
    }
}

/// Whether a file may hold sections, and is not only for the compiler.
fn is_object(path: &Path) -> bool {
    path.extension().is_none_or(|extension| extension != "rmeta" && extension != "d" && extension != "pdb")
}
