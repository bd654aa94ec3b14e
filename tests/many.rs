//! Many documents in one run: folders, order, workers, failures, streams.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use serde_json::Value;
use support::Folder;

fn article(number: usize) -> String {
    format!("Acme reported revenue of ${number}.4 billion, up 21%.\n").repeat(number % 5 + 1)
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// A folder with good and bad inputs of every kind.
fn mixed() -> Folder {
    let folder = Folder::with(&[]);
    for number in 0..40 {
        folder.write(&format!("calls/{:02}/A_q{}_2020.txt", number / 4, number % 4 + 1), article(number).as_bytes());
    }
    folder.write("calls/05/empty.txt", b"");
    folder.write("calls/06/binary.txt", b"\x00\x01\x02");
    folder.write("calls/07/packed.txt.gz", &packed("Revenue rose."));
    folder.write(
        "calls/08/feed.jsonl",
        b"{\"id\": \"one\", \"text\": \"Revenue rose.\"}\nnonsense\n{\"id\": \"two\", \"text\": \"x 5\"}\n",
    );
    folder.write("calls/08/packed.jsonl.gz", &packed("{\"id\": \"three\", \"text\": \"Revenue rose.\"}\n"));
    folder.write("calls/.hidden.txt", b"Revenue rose.");
    folder.write("calls/notes.csv", b"a,b");
    folder
}

fn paths(output: &str) -> Vec<String> {
    let path = |line: &str| serde_json::from_str::<Value>(line).unwrap()["source"]["path"].as_str().unwrap().to_owned();
    output.lines().map(path).collect()
}

#[test]
fn a_folder_is_read_in_order_and_failures_stop_nothing() {
    let run = mixed().topline(&["calls", "-f", "jsonl"]);
    run.fails(
        1,
        "topline: cannot read calls/05/empty.txt: it is empty; give a file with text in it\n\
         topline: cannot read calls/06/binary.txt: it is not text in UTF-8; convert it first, for instance with iconv\n\
         topline: cannot read calls/08/feed.jsonl, line 2: it is not JSON (expected ident at column 2); write one object a line",
    );
    let found = paths(&run.stdout);
    assert_eq!(found.len(), 44);
    assert_eq!(found[..2], ["calls/00/A_q1_2020.txt", "calls/00/A_q2_2020.txt"]);
    let in_eight = found.iter().position(|path| path == "one").unwrap();
    assert_eq!(found[in_eight..][..3], ["one", "two", "three"]);
}

#[test]
fn any_number_of_jobs_gives_the_same_output() {
    let folder = mixed();
    for format in ["jsonl", "json", "csv", "table", "html"] {
        let alone = folder.topline(&["calls", "-f", format, "-j", "1"]);
        for jobs in ["2", "8"] {
            let shared = folder.topline(&["calls", "-f", format, "-j", jobs]);
            assert!(shared.stdout == alone.stdout, "{format} with {jobs} jobs");
            assert_eq!(shared.stderr, alone.stderr);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn two_runs_over_the_parts_of_a_folder_give_the_documents_of_one(cut in 1_usize..10) {
        let folder = mixed();
        let parts: Vec<String> = (0..10).map(|number| format!("calls/{number:02}")).collect();
        let run = |parts: &[String]| {
            let mut arguments = vec!["-f", "jsonl"];
            arguments.extend(parts.iter().map(String::as_str));
            folder.topline(&arguments).stdout
        };
        let whole = run(&["calls".to_owned()]);
        prop_assert_eq!(whole, run(&parts[..cut]) + &run(&parts[cut..]));
    }
}

#[test]
fn a_file_is_read_once_however_often_it_is_named() {
    let folder = Folder::with(&[("a/one.txt", "Revenue rose."), ("a/two.txt", "Revenue rose.")]);
    let run = folder.topline(&["a/two.txt", "a", "a/../a/one.txt", "-f", "jsonl"]);
    assert_eq!(paths(&run.succeeds().stdout), ["a/two.txt", "a/one.txt"]);
}

#[cfg(unix)]
#[test]
fn links_that_loop_end() {
    let folder = Folder::with(&[("a/one.txt", "Revenue rose.")]);
    std::os::unix::fs::symlink(folder.path("a"), folder.path("a/again")).unwrap();
    std::os::unix::fs::symlink("nowhere.txt", folder.path("a/z.txt")).unwrap();
    let run = folder.topline(&["a", "-f", "jsonl"]);
    run.fails(1, "topline: cannot read a/z.txt: no such file or folder; check the path");
    assert_eq!(paths(&run.stdout), ["a/one.txt"]);
}

#[test]
fn a_folder_without_permission_is_told() {
    let folder = Folder::with(&[("a/secret/one.txt", "Revenue rose."), ("a/two.txt", "Revenue rose.")]);
    if !folder.forbid("a/secret") {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let run = folder.topline(&["a", "-f", "jsonl"]);
    run.fails(1, "topline: cannot read a/secret: permission denied; check the rights of the file and its folder");
    assert_eq!(paths(&run.stdout), ["a/two.txt"]);
    folder.allow("a/secret");
}

#[test]
fn patterns_choose_files_in_folders() {
    let folder =
        Folder::with(&[("a/x_q1.txt", "5 x"), ("a/x_q2.txt", "5 x"), ("a/old/x_q1.txt", "5 x"), ("a/x_q1.log", "5 x")]);
    let read = |arguments: &[&str]| {
        let mut all = vec!["a", "-f", "jsonl"];
        all.extend_from_slice(arguments);
        paths(&folder.topline(&all).succeeds().stdout)
    };
    assert_eq!(read(&["--glob", "*_q1.*"]), ["a/old/x_q1.txt", "a/x_q1.log", "a/x_q1.txt"]);
    assert_eq!(read(&["--exclude", "old", "--exclude", "*_q2*"]), ["a/x_q1.txt"]);
    folder
        .topline(&["a", "--glob", "a["])
        .fails(2, "topline: 'a[' is no pattern: unclosed character class; missing ']'");
}

#[test]
fn oversized_documents_are_refused() {
    let folder = Folder::with(&[("a/big.txt", &"Revenue rose. ".repeat(100)), ("a/small.txt", "Revenue rose.")]);
    let run = folder.topline(&["a", "--max-bytes", "1K", "-f", "jsonl"]);
    run.fails(1, "topline: cannot read a/big.txt: it is larger than 1024 bytes; raise the limit with --max-bytes");
    assert_eq!(paths(&run.stdout), ["a/small.txt"]);
}

#[test]
fn several_documents_have_a_row_each_and_a_footer() {
    let folder = Folder::with(&[("a/one.txt", "Nothing here."), ("a/two.txt", "Nor here."), ("a/three.txt", "")]);
    let run = folder.topline(&["a"]);
    run.fails(1, "topline: cannot read a/three.txt: it is empty; give a file with text in it");
    assert!(run.stdout.ends_with("2 documents · 2 without figures · 1 failed\n"), "{}", run.stdout);
    let top = folder.topline(&["a/one.txt", "a/two.txt", "--sort", "document", "--top", "1", "-f", "jsonl"]);
    assert_eq!(paths(&top.succeeds().stdout), ["a/one.txt"]);
    let last = folder.topline(&["a/two.txt", "a/one.txt", "--sort", "document", "-f", "json"]).succeeds().json();
    assert_eq!(last[1]["source"]["path"], "a/two.txt");
}

#[test]
fn a_run_in_which_everything_fails_still_gives_an_array() {
    let folder = Folder::with(&[("a/one.txt", "")]);
    assert_eq!(folder.topline(&["a", "-f", "json"]).json(), Value::Array(Vec::new()));
}

#[test]
fn the_output_is_no_input_of_the_next_run() {
    let folder = Folder::with(&[("a/one.txt", "Revenue rose.")]);
    for _ in 0..2 {
        folder.topline(&["a", "-f", "jsonl", "-o", "a/out.jsonl"]).succeeds();
        assert_eq!(paths(&folder.read("a/out.jsonl")), ["a/one.txt"]);
    }
}

#[test]
fn a_read_only_folder_takes_no_output() {
    let folder = Folder::with(&[("one.txt", "Revenue rose."), ("locked/old.txt", "old")]);
    if !folder.lock("locked") {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    let run = folder.topline(&["one.txt", "-o", "locked/new.txt"]);
    run.fails(
        1,
        "topline: cannot write locked/new.txt: permission denied; check the rights of the file and its folder",
    );
    folder.allow("locked");
}

#[test]
fn a_closed_pipe_ends_a_folder_quietly() {
    let folder = mixed();
    for number in 0..40 {
        folder.write(&format!("calls/09/long{number}.txt"), article(number).repeat(200).as_bytes());
    }
    for jobs in ["1", "8"] {
        folder.topline_closing(&["calls/09", "-f", "jsonl", "-j", jobs]).succeeds();
    }
}

#[test]
fn a_file_in_the_place_of_a_folder_takes_no_output() {
    let folder = Folder::with(&[("one.txt", "Revenue rose."), ("two.txt", "Revenue rose.")]);
    let run = folder.topline(&["one.txt", "two.txt", "-o", "one.txt/new.txt"]);
    assert!(run.stderr.starts_with("topline: cannot write one.txt/new.txt: "), "{}", run.stderr);
    assert_eq!((run.stderr.lines().count(), folder.names()), (1, vec!["one.txt".to_owned(), "two.txt".to_owned()]));
}

#[test]
fn a_filter_passes_each_line_on_at_once() {
    for jobs in ["1", "2"] {
        let folder = Folder::with(&[]);
        let mut command = folder.command(&["-f", "jsonl", "--input-format", "jsonl", "--line-buffered", "-j", jobs]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        for id in ["a", "b", "c"] {
            writeln!(input, "{{\"id\": \"{id}\", \"text\": \"Revenue rose.\"}}").unwrap();
            input.flush().unwrap();
            let mut line = String::new();
            output.read_line(&mut line).unwrap();
            assert_eq!(paths(&line), [id]);
        }
        drop(input);
        assert!(child.wait().unwrap().success());
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    let folder = Folder::with(&[]);
    let mut command = folder.command(&["--input-format", "jsonl", "-f", "jsonl", "-o", "out.jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{{\"id\": \"a\", \"text\": \"Revenue rose.\"}}").unwrap();
    while folder.names().is_empty() {
        std::thread::yield_now();
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}
