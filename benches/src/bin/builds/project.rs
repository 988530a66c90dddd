//! A generated program of one library with so many tables: its folder, its files, its edits.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::subject::{Plan, Shape, Subject};

/// One program to measure. All programs of a library are members of one workspace and share its dependencies.
#[derive(Debug)]
pub struct Project {
    /// The library it uses.
    pub subject: &'static Subject,
    /// Its tables.
    pub plan: Plan,
    /// The generated workspace.
    pub workspace: PathBuf,
}

impl Project {
    /// Names the folder; nothing is written yet.
    pub fn new(subject: &'static Subject, plan: Plan, work: &Path) -> Self {
        Project { subject, plan, workspace: work.join(subject.name) }
    }

    /// The package's name.
    pub fn package(&self) -> String {
        match self.plan.shape {
            Shape::Chain => format!("tables_{}", self.plan.tables),
            Shape::Star => format!("tables_{}_star", self.plan.tables),
        }
    }

    /// Writes the manifests and an empty program, so that building it builds the dependencies and nothing else.
    pub fn write_empty(&self) -> Result<()> {
        // The list of members makes this a workspace of its own, whatever folder it lies in.
        self.write(&self.workspace.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"tables_*\"]\n")?;
        let folder = self.workspace.join(self.package());
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}",
            self.package(),
            (self.subject.dependencies)()
        );
        self.write(&folder.join("Cargo.toml"), &manifest)?;
        self.write(&self.source("main"), "fn main() {}\n")
    }

    /// Writes the whole program.
    pub fn write_program(&self) -> Result<()> {
        for (name, text) in (self.subject.program)(self.plan) {
            self.write(&self.source(name), &text)?;
        }
        for (path, text) in (self.subject.files)(self.plan) {
            self.write(&self.workspace.join(self.package()).join(path), &text)?;
        }
        for table in 0..self.plan.tables {
            self.write_table(table, 0)?;
        }
        Ok(())
    }

    /// Changes the body of one function in the file of the middle table, differently for each number.
    pub fn edit(&self, number: usize) -> Result<()> {
        self.write_table(self.plan.tables / 2, number)
    }

    /// The version of the library in the lock file.
    pub fn version(&self) -> Result<String> {
        let Some(package) = self.subject.package else { return Ok(String::new()) };
        let path = self.workspace.join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
        let version = lines.nth(1).and_then(|line| line.strip_prefix("version = "));
        Ok(version.with_context(|| format!("{package} is not in {}", path.display()))?.trim_matches('"').to_owned())
    }

    fn write_table(&self, table: usize, edit: usize) -> Result<()> {
        self.write(&self.source(&format!("t{table}")), &self.table_text(table, edit))
    }

    /// The limit of a list is the edit: it is read nowhere else, and the spans behind it move, as they do in life.
    fn table_text(&self, table: usize, edit: usize) -> String {
        let page = if edit == 0 { "10".to_owned() } else { format!("10 + {edit}") };
        let parent = self.plan.parent(table);
        (self.subject.table)(parent.is_some())
            .replace("@PAGE", &page)
            .replace("@PARENT", &parent.unwrap_or_default().to_string())
            .replace("@N", &table.to_string())
    }

    fn source(&self, module: &str) -> PathBuf {
        self.workspace.join(self.package()).join("src").join(module).with_extension("rs")
    }

    fn write(&self, path: &Path, text: &str) -> Result<()> {
        let folder = path.parent().context("a generated file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subject;

    #[test]
    fn no_placeholder_is_left_and_an_edit_changes_the_text() {
        for subject in subject::ALL {
            let project = Project::new(subject, Plan { tables: 3, shape: Shape::Chain }, Path::new(""));
            let tables = (0..3).map(|table| project.table_text(table, 0));
            for text in tables.chain((subject.program)(project.plan).into_iter().map(|(_, text)| text)) {
                assert!(!text.contains('@'), "{}:\n{text}", subject.name);
            }
            assert_ne!(project.table_text(1, 0), project.table_text(1, 1), "{}", subject.name);
        }
    }
}
