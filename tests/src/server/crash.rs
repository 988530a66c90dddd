//! A server that is killed as by a power cut of its own, and started again as it was.
//!
//! What it was is read from `/proc` (<https://man7.org/linux/man-pages/man5/proc.5.html>), so that it does not matter which
//! engine it is and who started it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::net::TcpStream;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

/// The state of a socket that listens, in `/proc/net/tcp`.
const LISTENS: &str = "0A";
const PATIENCE: Duration = Duration::from_secs(60);

/// A server on this computer. Once it was started again it is killed when dropped.
pub struct Server {
    port: u16,
    process: u32,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    folder: PathBuf,
    user: u32,
    group: u32,
    /// What was started again.
    child: Option<Child>,
    log: NamedTempFile,
}

impl Server {
    /// The one that listens on this port.
    ///
    /// # Panics
    /// If there is none, or it is somebody's of whom nothing may be known.
    pub fn on(port: u16) -> Self {
        let process = listener(port).expect("a server listens on the port");
        let place = PathBuf::from(format!("/proc/{process}"));
        let words = |name: &str| -> Vec<OsString> {
            let bytes = fs::read(place.join(name)).expect("the server can be looked at");
            let words = bytes.split(|byte| *byte == 0).filter(|word| !word.is_empty());
            words.map(|word| OsString::from_vec(word.to_vec())).collect()
        };
        let pair = |word: OsString| {
            let bytes = word.into_vec();
            let (name, value) = bytes.split_at(bytes.iter().position(|byte| *byte == b'=')?);
            Some((OsString::from_vec(name.to_vec()), OsString::from_vec(value.get(1..)?.to_vec())))
        };
        let owner = fs::metadata(&place).expect("the server runs");
        Self {
            port,
            process,
            arguments: words("cmdline"),
            environment: words("environ").into_iter().filter_map(pair).collect(),
            folder: fs::read_link(place.join("cwd")).expect("the server has a folder"),
            user: owner.uid(),
            group: owner.gid(),
            child: None,
            log: NamedTempFile::new().expect("a temporary file"),
        }
    }

    /// Kills it and all that it started: none of them gets to say or write a word.
    ///
    /// # Panics
    /// If it does not go.
    pub fn kill(&mut self) {
        let all = descendants(self.process);
        let status =
            Command::new("kill").arg("-KILL").args(all.iter().map(u32::to_string)).stderr(Stdio::null()).status();
        // Some may have gone with the first of them.
        status.expect("kill can be run");
        if let Some(mut child) = self.child.take() {
            child.wait().expect("the server ends");
        }
        let start = Instant::now();
        while all.iter().any(|process| is_alive(*process)) {
            assert!(start.elapsed() < PATIENCE, "the server does not go");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Starts it with the same words, in the same place, as the same user, and once more if it ends, as a supervisor does.
    ///
    /// # Panics
    /// If it does not stay.
    pub fn start_again(&mut self) {
        let start = Instant::now();
        let child = loop {
            self.arguments.iter().for_each(unlock);
            let mut child = self.spawn();
            if self.stays(&mut child, start) {
                break child;
            }
            assert!(start.elapsed() < PATIENCE, "the server ended each time: {}", self.told());
            println!("the server was started once more: {}", self.told());
            std::thread::sleep(Duration::from_millis(500));
        };
        self.process = child.id();
        self.child = Some(child);
    }

    /// Starts it once more if it has ended by itself: `MariaDB` 10.11 sometimes fails an assertion of its own right after it has
    /// recovered and takes connections (`flst_add_first` in `trx0purge.cc`), and recovers the next time.
    ///
    /// # Panics
    /// If it does not stay.
    pub fn keep(&mut self) {
        let Some(child) = &mut self.child else { return };
        if child.try_wait().expect("a child").is_some() {
            println!("the server ended by itself, and is started once more: {}", self.told());
            self.child = None;
            self.start_again();
        }
    }

    fn spawn(&self) -> Child {
        let log = || Stdio::from(File::options().append(true).open(self.log.path()).expect("a log"));
        let mut command = Command::new(&self.arguments[0]);
        command.args(&self.arguments[1..]).env_clear().envs(self.environment.iter().cloned()).current_dir(&self.folder);
        command.stdin(Stdio::null()).stdout(log()).stderr(log());
        if fs::metadata("/proc/self").expect("this process").uid() != self.user {
            command.uid(self.user).gid(self.group);
        }
        command.spawn().expect("the server can be started")
    }

    /// Whether it comes to take connections, and does not find out right after that it cannot go on.
    fn stays(&self, child: &mut Child, start: Instant) -> bool {
        let mut has_ended = || child.try_wait().expect("a child").is_some();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if has_ended() {
                return false;
            }
            assert!(start.elapsed() < PATIENCE, "the server does not answer: {}", self.told());
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(100));
        !has_ended()
    }

    /// The end of what it wrote, here and to a log of its own. `MariaDB` gives that a name that ends in `.err`.
    fn told(&self) -> String {
        let own = self.arguments.iter().filter_map(|argument| argument.to_str()?.strip_prefix("--log-error="));
        let logs = own.flat_map(|log| [PathBuf::from(log), format!("{log}.err").into()]);
        let logs = std::iter::once(self.log.path().to_owned()).chain(logs);
        let texts: Vec<String> = logs.filter_map(|log| fs::read_to_string(log).ok()).collect();
        let text = texts.concat();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.child.is_some() {
            self.kill();
        }
    }
}

/// A server does not start while a lock names a process that has ended and that nobody asked about, as is the case while
/// whoever started it goes on: PostgreSQL while that of its folder, or of its socket, does
/// (<https://www.postgresql.org/docs/current/storage-file-layout.html>), MySQL while that of its socket does.
fn unlock(argument: &OsString) {
    if let Some(socket) = argument.to_str().and_then(|argument| argument.strip_prefix("--socket=")) {
        fs::remove_file(format!("{socket}.lock")).ok();
    }
    let lock = Path::new(argument).join("postmaster.pid");
    let Ok(text) = fs::read_to_string(&lock) else { return };
    let mut lines = text.lines().skip(3);
    if let (Some(port), Some(socket)) = (lines.next(), lines.next()) {
        fs::remove_file(Path::new(socket).join(format!(".s.PGSQL.{port}.lock"))).ok();
    }
    fs::remove_file(lock).expect("the lock can be removed");
}

/// The process that listens on the port.
fn listener(port: u16) -> Option<u32> {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|table| fs::read_to_string(table).unwrap_or_default());
    let sockets: Vec<PathBuf> = tables
        .iter()
        .flat_map(|table| table.lines())
        .filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let is_it = words.get(1)?.ends_with(&format!(":{port:04X}")) && *words.get(3)? == LISTENS;
            is_it.then(|| format!("socket:[{}]", words.get(9).unwrap_or(&"")).into())
        })
        .collect();
    let has_one = |process: &u32| {
        let files = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_link(file.path()).ok()).any(|target| sockets.contains(&target))
    };
    // What a server started has its sockets too, and is younger.
    processes().into_iter().filter(has_one).min()
}

fn processes() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

/// The words of a `stat` below `/proc` behind the name: the state, the parent.
fn state(stat: &Path) -> Option<(String, u32)> {
    let text = fs::read_to_string(stat).ok()?;
    let mut words = text.rsplit_once(')')?.1.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
}

/// A process, then those that it started, then those that they started.
fn descendants(process: u32) -> Vec<u32> {
    let mut found = vec![process];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        let is_child =
            |process: &u32| state(&PathBuf::from(format!("/proc/{process}/stat"))).is_some_and(|(_, of)| of == parent);
        found.extend(processes().into_iter().filter(is_child));
        next += 1;
    }
    found
}

/// Whether any thread of it runs: the first can be gone while others still hold its files. One that has ended and that nobody
/// asked about does not.
fn is_alive(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    threads.filter_map(|thread| state(&thread.path().join("stat"))).any(|(state, _)| state != "Z" && state != "X")
}
