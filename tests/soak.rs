//! Long runs and rough ends: many documents through the pipe, a run that is killed, two runs at once, a reader who leaves.
//! `TOPLINE_SOAK=200000` makes the long run as long as that.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::time::{Duration, Instant};

use support::Folder;

/// A line for the pipe: a text of its own for each number, now and then a long one or one with nothing in it.
fn line(number: usize) -> String {
    let text = match number % 10 {
        0 => "nothing of note was said. ".repeat(200),
        1 => format!("Net sales          $  {number}   $  1,345\\n").repeat(30),
        _ => format!(
            "Acme {number} Corp reported revenue of ${}.{} billion, up {}% from a year earlier. Analysts expected EPS of $1.{:02}.",
            number % 90 + 1,
            number % 10,
            number % 40,
            number % 100
        ),
    };
    format!("{{\"id\": {number}, \"text\": \"{text}\"}}")
}

fn started(folder: &Folder, arguments: &[&str]) -> (Child, ChildStdin) {
    let mut command = folder.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let stdin = child.stdin.take().unwrap();
    (child, stdin)
}

/// Memory in use, in kilobytes, where the system tells it.
fn resident(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

#[test]
#[allow(clippy::print_stdout, reason = "what the long run took is worth reading")]
fn every_line_comes_out_in_order_and_memory_stays_flat() {
    let count = std::env::var("TOPLINE_SOAK").ok().and_then(|count| count.parse().ok()).unwrap_or(5_000);
    let (mut child, stdin) = started(&Folder::with(&[]), &["-f", "jsonl", "--input-format", "jsonl", "-j2"]);
    let writer = std::thread::spawn(move || {
        let mut stdin = BufWriter::new(stdin);
        (0..count).for_each(|number| writeln!(stdin, "{}", line(number)).unwrap());
    });
    let reports = BufReader::new(child.stdout.take().unwrap()).lines();
    let (mut seen, mut early, mut late, mut most) = (0, 0, u64::MAX, 0);
    for report in reports {
        let start = format!("{{\"schema_version\":1,\"source\":{{\"path\":\"{seen}\",");
        assert!(report.unwrap().starts_with(&start), "report {seen} is out of order");
        seen += 1;
        if seen % 250 == 0 {
            let now = resident(&child);
            early = if seen <= 1_000 { now.max(early) } else { early };
            late = if seen > count / 2 && now > 0 { now.min(late) } else { late };
            most = now.max(most);
        }
    }
    writer.join().unwrap();
    assert_eq!((seen, child.wait().unwrap().code()), (count, Some(0)));
    println!(
        "{count} documents: {early} kB in the first 1,000, {late} kB at least in the second half, {most} kB at most"
    );
    // What waits for a slow reader comes and goes; what is kept would stay.
    assert!(early == 0 || late <= early + 16_384, "{early} kB in the first 1,000, never below {late} kB later");
}

/// What `-o` has written of so far, beside the target.
fn parts(folder: &Folder) -> Vec<String> {
    let mut names = folder.names();
    names.retain(|name| name.ends_with(".part"));
    names
}

#[track_caller]
fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(60), "{what} does not come about");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
#[cfg(unix)]
fn a_killed_run_leaves_the_old_output_and_the_next_one_works() {
    let folder = Folder::with(&[("out.jsonl", "old\n")]);
    let (mut child, mut stdin) =
        started(&folder, &["-f", "jsonl", "--input-format", "jsonl", "--line-buffered", "-o", "out.jsonl"]);
    (0..500).for_each(|number| writeln!(stdin, "{}", line(number)).unwrap());
    stdin.flush().unwrap();
    let size = |name: &String| std::fs::metadata(folder.path(name)).map_or(0, |metadata| metadata.len());
    until("half an output", || parts(&folder).iter().any(|name| size(name) > 0));
    child.kill().unwrap();
    assert_eq!(child.wait().unwrap().code(), None, "it ended by itself");
    assert_eq!(folder.read("out.jsonl"), "old\n");
    drop(stdin);
    let input = format!("{}\n", line(7));
    folder.topline_reading(&["-f", "jsonl", "--input-format", "jsonl", "-o", "out.jsonl"], &input).succeeds();
    assert!(folder.read("out.jsonl").contains("\"path\":\"7\""));
}

/// One whole result wins, whichever; never a mixture, never a half.
#[test]
fn of_two_runs_at_once_one_whole_result_wins() {
    let folder = Folder::with(&[("out.jsonl", "old\n")]);
    let arguments = ["-f", "jsonl", "--input-format", "jsonl", "--line-buffered", "-o", "out.jsonl"];
    let mut runs = [0, 10_000].map(|first| (first, started(&folder, &arguments)));
    for step in 0..300 {
        for (first, (_, stdin)) in &mut runs {
            writeln!(stdin, "{}", line(*first + step)).unwrap();
        }
    }
    until("two runs at once", || parts(&folder).len() == 2);
    for (_, (mut child, stdin)) in runs {
        drop(stdin);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    let out = folder.read("out.jsonl");
    let first = if out.contains("\"path\":\"0\"") { 0 } else { 10_000 };
    assert_eq!(out.lines().count(), 300);
    for (step, report) in out.lines().enumerate() {
        assert!(report.contains(&format!("\"path\":\"{}\"", first + step)), "{step} is not of the same run");
    }
    assert_eq!(folder.names(), ["out.jsonl"]);
}

#[test]
fn a_reader_who_leaves_ends_the_run_quietly() {
    let lines: String = (0..20_000).map(|number| line(number) + "\n").collect();
    let folder = Folder::with(&[("feed.jsonl", &lines)]);
    folder.topline_closing(&["feed.jsonl", "-f", "jsonl"]).succeeds();
}
