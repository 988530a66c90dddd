//! What one command cost: wall time, processor time, peak memory.

use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::Result;
use serde::Serialize;

/// The cost of one command and of every process it waited for.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Cost {
    /// Seconds from start to end.
    pub wall: f64,
    /// Seconds of processor time, user and system.
    pub cpu: f64,
    /// The largest resident set of any one of the processes, in MiB; of a build that is rustc's or the linker's.
    pub peak: f64,
}

/// Waits for the child to end; whether it succeeded, and its cost.
#[cfg(unix)]
pub fn wait(child: Child, start: Instant) -> Result<(bool, Cost)> {
    use std::mem::MaybeUninit;

    let pid = libc::pid_t::try_from(child.id())?;
    let mut status = 0;
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    loop {
        // SAFETY: both pointers are valid for writes during the call, and std has not reaped this child: `Child` is
        // owned here and nobody called `wait` on it.
        let reaped = unsafe { libc::wait4(pid, &raw mut status, 0, usage.as_mut_ptr()) };
        if reaped == pid {
            break;
        }
        let error = std::io::Error::last_os_error();
        if error.kind() != std::io::ErrorKind::Interrupted {
            return Err(error.into());
        }
    }
    let wall = start.elapsed();
    // SAFETY: all zeroes is a valid rusage, and wait4 has filled it.
    let usage = unsafe { usage.assume_init() };
    let cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    // The kernel counts in KiB, except for Apple's, which counts in bytes.
    let unit = if cfg!(target_vendor = "apple") { 1024.0 * 1024.0 } else { 1024.0 };
    let peak = usage.ru_maxrss as f64 / unit;
    Ok((libc::WIFEXITED(status) && libc::WEXITSTATUS(status) == 0, Cost { wall: wall.as_secs_f64(), cpu, peak }))
}

/// Waits for the child to end; whether it succeeded, and its cost, of which only the wall time is known here.
#[cfg(not(unix))]
pub fn wait(mut child: Child, start: Instant) -> Result<(bool, Cost)> {
    let status = child.wait()?;
    Ok((status.success(), Cost { wall: start.elapsed().as_secs_f64(), ..Cost::default() }))
}

#[cfg(unix)]
fn seconds(time: libc::timeval) -> f64 {
    let micros = Duration::from_micros(u64::try_from(time.tv_usec).unwrap_or_default());
    Duration::from_secs(u64::try_from(time.tv_sec).unwrap_or_default()).saturating_add(micros).as_secs_f64()
}

/// The middle of the values; of an even number, the mean of the two in the middle. Zero for none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => 0.0,
        count if count % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}
