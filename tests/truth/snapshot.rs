//! What the binary prints for a fixture.

use std::process::Command;

use super::fixture::Fixture;

/// What the binary writes to standard output when it is run in the fixture's folder on its article, for a terminal
/// of 100 columns without colour. The publication date is handed over where the fixture has one.
pub(crate) fn run(fixture: &Fixture, options: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    command.current_dir(&fixture.folder).args(options).arg(fixture.article);
    command.env("COLUMNS", "100").env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8").env_remove("LANG");
    if let Some(date) = &fixture.truth.date {
        command.args(["--as-of", date]);
    }
    let output = command.output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {}: {stderr}", fixture.name, output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// What differs from the snapshot in `table.txt`, if anything does. With `UPDATE_FIXTURES=1` the snapshot is renewed.
pub(crate) fn difference(fixture: &Fixture) -> Option<String> {
    let printed = run(fixture, &[]);
    if printed.trim().is_empty() {
        return Some("the binary prints nothing".into());
    }
    let path = fixture.folder.join("table.txt");
    if std::env::var_os("UPDATE_FIXTURES").is_some_and(|value| value == "1") {
        std::fs::write(path, printed).unwrap();
        return None;
    }
    let Ok(kept) = std::fs::read_to_string(path) else {
        return Some("there is no table.txt; write it with UPDATE_FIXTURES=1 and read it".into());
    };
    let kept = kept.replace("\r\n", "\n");
    let (old, new): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), printed.lines().collect());
    let at = (0..old.len().max(new.len())).find(|at| old.get(*at) != new.get(*at))?;
    let side = |lines: &[&str]| lines.get(at).copied().unwrap_or("(end)").to_owned();
    Some(format!("line {} of table.txt:\n      kept    {}\n      printed {}", at + 1, side(&old), side(&new)))
}
