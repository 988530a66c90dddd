//! How a command ends, as a number that programs can branch on.

use std::process::ExitCode;

/// How a command ended. The numbers are a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done, and nothing is left to do.
    Fine,
    /// 1: there is something to look at: migrations that are pending, differences, findings.
    Found,
    /// 2: the arguments, the configuration or the files of the migrations are wrong; nothing was touched.
    Usage,
    /// 3: refused, and nothing was touched: not confirmed, rows that do not fit, values that would be lost, files and history
    /// that disagree, another runner at work, nothing that a migration could be written of.
    Refused,
    /// 4: failed on the way: some of it took effect, and `status` says how far it came; or it is done, and its report could not be written.
    Failed,
    /// 5: the database could not be reached, or the package could not be built; nothing was touched.
    Unreachable,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Found => 1,
            Self::Usage => 2,
            Self::Refused => 3,
            Self::Failed => 4,
            Self::Unreachable => 5,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
