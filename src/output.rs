//! Where the result goes: standard output, or a file that appears whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The result under way.
pub(crate) enum Output {
    /// Standard output.
    Stream(BufWriter<StdoutLock<'static>>),
    /// A device or a pipe with a name, which cannot be replaced.
    Device(BufWriter<File>),
    /// A file that is not there yet.
    File(Pending),
}

/// Small pages are gathered to so many bytes; larger ones are passed on to the system as they are, and not copied first.
const BUFFER: usize = 16 * 1024;

impl Output {
    /// Standard output where there is no path.
    ///
    /// # Errors
    /// Those of the system, at once and not after hours of work.
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Self::Stream(BufWriter::with_capacity(BUFFER, io::stdout().lock())));
        };
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(there) if there.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
            Ok(there) if !there.is_file() => {
                let device = OpenOptions::new().write(true).open(path)?;
                Ok(Self::Device(BufWriter::with_capacity(BUFFER, device)))
            }
            Ok(there) => Pending::create(&fs::canonicalize(path)?, Some(there.permissions())).map(Self::File),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Pending::create(path, None).map(Self::File),
            Err(error) => Err(error),
        }
    }

    /// Everything is written: the file takes its place.
    ///
    /// # Errors
    /// Those of the system.
    pub(crate) fn commit(self) -> io::Result<()> {
        match self {
            Self::Stream(mut stream) => stream.flush(),
            Self::Device(mut device) => device.flush(),
            Self::File(pending) => pending.commit(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(stream) => stream.write(bytes),
            Self::Device(device) => device.write(bytes),
            Self::File(pending) => pending.file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush(),
            Self::Device(device) => device.flush(),
            Self::File(pending) => pending.file.flush(),
        }
    }
}

/// A file under a name of its own in the same folder, until it is whole. Dropped before that, it leaves nothing behind.
pub(crate) struct Pending {
    file: BufWriter<File>,
    target: PathBuf,
}

/// The file under way, for whoever is told to stop in the middle.
static UNDER_WAY: Mutex<Option<PathBuf>> = Mutex::new(None);

impl Pending {
    fn create(target: &Path, permissions: Option<fs::Permissions>) -> io::Result<Self> {
        let name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?;
        let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, path) = part(target, name)?;
        *under_way = Some(path);
        drop(under_way);
        // Without a handler an interrupted run leaves its part behind: a pity, but no reason not to run.
        let _ = ctrlc::set_handler(interrupted);
        let pending = Self { file: BufWriter::with_capacity(BUFFER, file), target: target.to_owned() };
        if let Some(permissions) = permissions {
            pending.file.get_ref().set_permissions(permissions)?;
        }
        Ok(pending)
    }

    fn commit(mut self) -> io::Result<()> {
        self.file.flush()?;
        let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = under_way.as_deref() {
            fs::rename(path, &self.target)?;
        }
        *under_way = None;
        Ok(())
    }
}

/// How many parts may lie about under one process number.
const PARTS: usize = 100;

/// A new file beside the target. A run that was killed leaves its part behind, and in a container the next one has the
/// same number as a process.
fn part(target: &Path, name: &OsStr) -> io::Result<(File, PathBuf)> {
    let name = name.to_string_lossy();
    let path = |number: usize| target.with_file_name(format!(".{name}.{}-{number}.part", std::process::id()));
    let create = |path: PathBuf| Ok((OpenOptions::new().write(true).create_new(true).open(&path)?, path));
    let is_taken = |made: &io::Result<_>| {
        made.as_ref().is_err_and(|error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists)
    };
    let made = (0..PARTS).map(path).map(create).find(|made| !is_taken(made));
    made.unwrap_or(Err(io::ErrorKind::AlreadyExists.into()))
}

impl Drop for Pending {
    fn drop(&mut self) {
        remove_part();
    }
}

/// Removes the file under way, where there is one.
fn remove_part() {
    if let Some(path) = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // There is nobody left to tell.
        let _ = fs::remove_file(path);
    }
}

/// The exit code that shells give to what Ctrl-C stopped.
const INTERRUPTED: i32 = 130;

fn interrupted() {
    remove_part();
    std::process::exit(INTERRUPTED);
}
