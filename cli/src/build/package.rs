//! The package that is meant, as cargo knows it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use cargo_metadata::{MetadataCommand, TargetKind};
use tablewright::schema::suggest;

use super::SchemaOptions;
use crate::failure::{Failure, Result};

/// A package.
#[derive(Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its `Cargo.toml`.
    pub manifest: PathBuf,
    /// Where that is.
    pub folder: PathBuf,
    has_library: bool,
    programs: Vec<String>,
}

impl Package {
    /// What cargo can build of it, as arguments: the library first.
    pub fn targets(&self) -> Vec<Vec<String>> {
        let library = self.has_library.then(|| vec!["--lib".to_owned()]);
        let programs = self.programs.iter().map(|name| vec!["--bin".to_owned(), name.clone()]);
        library.into_iter().chain(programs).collect()
    }
}

/// The cargo that runs this command, or that of the path.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// The package that the options name, or that of the current folder.
pub fn find(options: &SchemaOptions) -> Result<Package> {
    let mut command = MetadataCommand::new();
    command.cargo_path(cargo()).no_deps();
    if let Some(path) = &options.manifest_path {
        command.manifest_path(path);
    }
    let metadata = command.exec().map_err(|error| Failure::usage(error.to_string().trim().to_owned()))?;
    let members = metadata.workspace_packages();
    let found = match &options.package {
        Some(name) => members.iter().find(|package| *package.name == *name).ok_or_else(|| {
            let help = suggest::help(name, members.iter().map(|package| package.name.as_str()));
            Failure::usage(format!("the workspace has no package `{name}`; {help}"))
        })?,
        None => {
            let inside = options.manifest_path.as_deref().and_then(Path::parent).map(Path::to_owned);
            let inside = inside.filter(|path| !path.as_os_str().is_empty()).or_else(|| env::current_dir().ok());
            let inside = inside.and_then(|path| path.canonicalize().ok()).unwrap_or_default();
            let folder = |package: &cargo_metadata::Package| {
                let folder = package.manifest_path.parent().map(|path| path.as_std_path().to_owned());
                folder.and_then(|path| path.canonicalize().ok())
            };
            // The innermost one, for a package may be inside another.
            let around = members.iter().filter_map(|package| Some((folder(package)?, package)));
            let around = around.filter(|(folder, _)| inside.starts_with(folder));
            let innermost = around.max_by_key(|(folder, _)| folder.components().count());
            innermost.map(|(_, package)| package).ok_or_else(|| {
                let names: Vec<&str> = members.iter().map(|package| package.name.as_str()).collect();
                Failure::usage(format!("no package is here; say --package with one of {}", names.join(", ")))
            })?
        }
    };
    let is =
        |target: &cargo_metadata::Target, kinds: &[TargetKind]| target.kind.iter().any(|kind| kinds.contains(kind));
    let libraries = [TargetKind::Lib, TargetKind::RLib, TargetKind::CDyLib, TargetKind::DyLib, TargetKind::StaticLib];
    Ok(Package {
        name: found.name.to_string(),
        manifest: found.manifest_path.clone().into(),
        folder: found.manifest_path.parent().map(|path| path.as_std_path().to_owned()).unwrap_or_default(),
        has_library: found.targets.iter().any(|target| is(target, &libraries)),
        programs: found
            .targets
            .iter()
            .filter(|target| is(target, &[TargetKind::Bin]))
            .map(|target| target.name.clone())
            .collect(),
    })
}
