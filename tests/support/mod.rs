//! A folder of its own for each test, and the binary run in it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A folder that is gone when the test is.
pub(crate) struct Folder(PathBuf);

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

impl Folder {
    /// A folder with these files in it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("topline-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        let folder = Self(fs::canonicalize(path).unwrap());
        files.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        folder
    }

    /// A path in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file, and the folders that lead there.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    /// What is in a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// What the folder has in it.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }

    /// Takes the right to read something away; false where that makes no difference, as for the superuser.
    #[cfg(unix)]
    pub(crate) fn forbid(&self, name: &str) -> bool {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o000)).unwrap();
        fs::File::open(self.path(name)).is_err()
    }

    /// Elsewhere rights are another matter.
    #[cfg(not(unix))]
    pub(crate) fn forbid(&self, _name: &str) -> bool {
        false
    }

    /// The binary, with the folder as its place and a known terminal.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("topline"));
        command.args(arguments).current_dir(&self.0).env("LC_ALL", "C.UTF-8");
        command.env_remove("COLUMNS").env_remove("NO_COLOR");
        command
    }

    /// Runs the binary with nothing on standard input.
    pub(crate) fn topline(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments), "")
    }

    /// Runs the binary with this on standard input.
    pub(crate) fn topline_reading(&self, arguments: &[&str], input: &str) -> Run {
        Run::of(&mut self.command(arguments), input)
    }

    /// Runs the binary and closes its output after the first bytes.
    pub(crate) fn topline_closing(&self, arguments: &[&str]) -> Run {
        let mut command = self.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null()).spawn().unwrap();
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        Run { code: child.wait().unwrap().code(), stdout: String::new(), stderr }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How the binary ended.
pub(crate) struct Run {
    code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Runs a command with this on standard input.
    pub(crate) fn of(command: &mut Command, input: &str) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().unwrap();
        // A program that refuses its arguments does not read its input.
        let _ = writer.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// All went well, and nothing is complained of.
    #[track_caller]
    pub(crate) fn succeeds(&self) -> &Self {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{}", self.stdout);
        self
    }

    /// It ends with this code and this one line.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, message: &str) -> &Self {
        assert_eq!((self.code, self.stderr.as_str()), (Some(code), format!("{message}\n").as_str()));
        self
    }

    /// What was printed, as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}
