//! The order of the measurements: dependencies first, then every program in turn, round after round.

use anyhow::Result;
use serde::Serialize;

use crate::cargo;
use crate::cost::Cost;
use crate::project::Project;

/// What is measured of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// `cargo check` without anything of this crate from before.
    CheckWhole,
    /// `cargo check` after a line in one function has changed.
    CheckEdited,
    /// `cargo build` without anything of this crate from before.
    BuildWhole,
    /// `cargo build` after a line in one function has changed.
    BuildEdited,
}

impl Step {
    /// In the order in which they are taken.
    pub const ALL: [Step; 4] = [Step::CheckWhole, Step::CheckEdited, Step::BuildWhole, Step::BuildEdited];

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Step::CheckWhole => "check",
            Step::CheckEdited => "check, one line edited",
            Step::BuildWhole => "build",
            Step::BuildEdited => "build, one line edited",
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Step::CheckWhole | Step::CheckEdited => "check",
            Step::BuildWhole | Step::BuildEdited => "build",
        }
    }
}

/// One measurement.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Sample {
    /// The program's place in the list.
    pub project: usize,
    /// What was done.
    pub step: Step,
    /// What it cost.
    pub cost: Cost,
}

/// Builds the dependencies, writes the programs and checks that each compiles, so that no long run fails at its end.
pub fn prepare(projects: &[Project]) -> Result<()> {
    for project in projects {
        project.write_empty()?;
    }
    for project in projects {
        eprintln!("dependencies of {} ...", project.subject.name);
        cargo::run(&project.workspace, "check", &project.package())?;
        cargo::run(&project.workspace, "build", &project.package())?;
    }
    for project in projects {
        eprintln!("{} with {} tables ...", project.subject.name, project.plan.tables);
        project.write_program()?;
        cargo::run(&project.workspace, "check", &project.package())?;
    }
    Ok(())
}

/// Takes every step of every program once a round, each round from another start: a machine that grows slower or
/// faster meanwhile does so for all of them.
pub fn measure(projects: &[Project], rounds: usize) -> Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for round in 0..rounds {
        for turn in 0..projects.len() {
            let index = (turn + round) % projects.len();
            let project = &projects[index];
            let mut line =
                format!("round {}/{rounds}: {:>12} {:>5}", round + 1, project.subject.name, project.plan.tables);
            cargo::run(&project.workspace, "clean", &project.package())?;
            for (number, step) in Step::ALL.into_iter().enumerate() {
                if matches!(step, Step::CheckEdited | Step::BuildEdited) {
                    project.edit(round * Step::ALL.len() + number)?;
                }
                let cost = cargo::run(&project.workspace, step.verb(), &project.package())?;
                line += &format!("  {} {:.2} s", step.title(), cost.wall);
                samples.push(Sample { project: index, step, cost });
            }
            eprintln!("{line}");
        }
    }
    Ok(samples)
}
