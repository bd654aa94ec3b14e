//! Files of every kind: pages, encodings, links, names, and what happens where the output cannot go.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

mod support;

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use std::io::Write;
use support::Folder;

const PAGE: &str = "<!DOCTYPE html><html><head><title>Acme</title></head><body>\
    <p>Acme reported <b>revenue</b> of $5.2&nbsp;billion, up&#160;<i>8</i>%.</p>\
    <table><tr><td></td><td colspan=2>2024</td><td></td><td colspan=2>2023</td></tr>\
    <tr><td>Net sales</td><td>$</td><td>5,200</td><td></td><td>$</td><td>4,815</td></tr>\
    <tr><td>Cost of sales</td><td></td><td>(3,100</td><td>)</td><td></td><td>(2,900</td><td>)</td></tr></table>";

const SHOWN: &str = "Acme reported revenue of $5.2 billion, up 8%.\n\n                   2024      2023\n\
    Net sales        $5,200    $4,815\nCost of sales   (3,100)   (2,900)\n";

/// What is found in a report, wherever it stands.
fn figures(report: &Value) -> Vec<(String, String)> {
    let facts = report["facts"].as_array().unwrap();
    facts.iter().map(|fact| (fact["metric"].to_string(), fact["value"].to_string())).collect()
}

#[test]
fn pages_are_known_by_their_name_their_beginning_or_a_flag() {
    let folder = Folder::with(&[("page.html", PAGE), ("page.txt", PAGE), ("plain.txt", "Revenue rose.")]);
    assert_eq!(folder.topline(&["page.html", "--dump-text"]).succeeds().stdout, SHOWN);
    assert_eq!(folder.topline(&["page.txt", "--dump-text"]).succeeds().stdout, SHOWN);
    assert_eq!(folder.topline_reading(&["--dump-text"], PAGE).succeeds().stdout, SHOWN);
    assert_eq!(folder.topline(&["page.txt", "--dump-text", "--input-format", "text"]).succeeds().stdout, PAGE);
    assert_eq!(folder.topline(&["plain.txt", "--dump-text"]).succeeds().stdout, "Revenue rose.");
    folder.write("empty.htm", b"<html><script>1</script></html>");
    folder.topline(&["empty.htm"]).fails(
        1,
        "topline: cannot read empty.htm: it has no words outside its tags; save the page as a reader sees it",
    );
}

#[test]
fn places_in_a_report_are_found_in_the_dumped_text() {
    let folder = Folder::with(&[("page.html", PAGE)]);
    let text = folder.topline(&["page.html", "--dump-text"]).stdout;
    let report = folder.topline(&["page.html", "-f", "json"]).succeeds().json();
    let facts = report["facts"].as_array().unwrap();
    assert!(!facts.is_empty());
    for fact in facts {
        let [start, end] = ["start", "end"].map(|key| fact["evidence"][key].as_u64().unwrap());
        let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
        assert_eq!(text.get(range), fact["evidence"]["text"].as_str());
    }
}

#[test]
fn several_texts_are_dumped_with_their_names() {
    let folder = Folder::with(&[("a.txt", "one"), ("b.txt", "two\n"), ("c.txt", "")]);
    let run = folder.topline(&["a.txt", "b.txt", "c.txt", "--dump-text"]);
    run.fails(1, "topline: cannot read c.txt: it is empty; give a file with text in it");
    assert_eq!(run.stdout, "==> a.txt <==\none\n\n==> b.txt <==\ntwo\n");
}

#[test]
fn every_encoding_of_a_text_gives_the_same_figures() {
    let text = "Acme’s revenue rose 12% to £5.2\u{a0}billion – or €6.1 billion – from £4.6 billion. “Net income was £812 \
                million,” the company said, against £700 million.";
    let (western, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let units = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    let encodings = [
        ("utf8", text.as_bytes().to_vec()),
        ("marked", ["\u{FEFF}", text].concat().into_bytes()),
        ("utf16le", units(u16::to_le_bytes, [0xFF, 0xFE])),
        ("utf16be", units(u16::to_be_bytes, [0xFE, 0xFF])),
        ("western", western.to_vec()),
        ("page", [b"<html><meta charset=windows-1252><p>".as_slice(), &western].concat()),
    ];
    let folder = Folder::with(&[]);
    let mut found = encodings.iter().map(|(name, bytes)| {
        folder.write(name, bytes);
        (name, figures(&folder.topline(&[name, "-f", "json"]).succeeds().json()))
    });
    let (_, first) = found.next().unwrap();
    assert!(first.len() > 3, "{first:?}");
    found.for_each(|(name, figures)| assert_eq!(figures, first, "{name}"));
}

#[test]
fn figures_are_the_same_however_their_signs_were_typed() {
    let folder = Folder::with(&[]);
    let figures = |text: &str| figures(&folder.topline_reading(&["-f", "json"], text).succeeds().json());
    let plain = figures("Acme's revenue rose 12% to $5.2 billion. Operating income was -$3.1 million.");
    assert_eq!(plain.len(), 3, "{plain:?}");
    for text in [
        "Acme’s rev\u{AD}enue rose 12\u{202F}% to $5.2\u{2009}bil\u{AD}lion. Operating income was −$3.1\u{A0}million.",
        "Acme's revenue rose １２％ to ＄５．２ billion. Operating income was -$3.1 million.",
    ] {
        assert_eq!(figures(text), plain, "{text}");
    }
}

#[test]
fn what_unpacks_beyond_the_limit_is_refused() {
    let folder = Folder::with(&[]);
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b'0'; 50 << 20]).unwrap();
    folder.write("bomb.txt.gz", &encoder.finish().unwrap());
    folder.topline(&["bomb.txt.gz", "--max-bytes", "1M"]).fails(
        1,
        "topline: cannot read bomb.txt.gz: it is larger than 1048576 bytes; raise the limit with --max-bytes",
    );
}

#[cfg(unix)]
mod unix {
    use super::support::Run;
    use super::{Folder, Value, figures};
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    #[test]
    fn links_lead_out_of_a_folder_only_where_asked() {
        let folder = Folder::with(&[("in/a.txt", "Revenue rose."), ("out/b.txt", "Revenue fell.")]);
        symlink(folder.path("out/b.txt"), folder.path("in/b.txt")).unwrap();
        symlink(folder.path("out"), folder.path("in/out")).unwrap();
        let read = |arguments: &[&str]| folder.topline(arguments).succeeds().json().as_array().unwrap().len();
        assert_eq!(read(&["in", "-f", "json"]), 1);
        assert_eq!(read(&["in", "-f", "json", "--follow"]), 2);
        assert_eq!(read(&["in", "in/b.txt", "-f", "json"]), 2, "a file that is named is read");
    }

    #[test]
    fn an_input_is_not_written_over_by_any_of_its_names() {
        let folder = Folder::with(&[("a.txt", "Revenue rose.")]);
        symlink(folder.path("a.txt"), folder.path("soft.txt")).unwrap();
        fs::hard_link(folder.path("a.txt"), folder.path("hard.txt")).unwrap();
        for output in ["a.txt", "./a.txt", "soft.txt", "hard.txt"] {
            let run = folder.topline(&["a.txt", "-o", output]);
            let place = fs::canonicalize(folder.path(output)).unwrap();
            run.fails(2, &format!("topline: {} is also an input; choose another --output", place.display()));
        }
        assert_eq!(folder.read("a.txt"), "Revenue rose.");
    }

    #[test]
    fn a_full_disk_is_told() {
        let folder = Folder::with(&[("a.txt", "Revenue rose 5% to $5 billion.")]);
        if !std::path::Path::new("/dev/full").exists() {
            return eprintln!("skipped: there is no /dev/full");
        }
        let why = "no space is left; make some, or choose another folder";
        let mut shell = Command::new("sh");
        let binary = folder.command(&[]).get_program().to_owned();
        shell.arg("-c").arg("exec \"$0\" a.txt > /dev/full").arg(binary).current_dir(folder.path(""));
        Run::of(&mut shell, "").fails(1, &format!("topline: cannot write to standard output: {why}"));
        folder.topline(&["a.txt", "-o", "/dev/full"]).fails(1, &format!("topline: cannot write /dev/full: {why}"));
    }

    #[test]
    fn a_full_disk_leaves_the_old_output_as_it_was() {
        let folder = Folder::with(&[("a.txt", &"Revenue rose 5% to $5 billion. ".repeat(5000)), ("disk/.keep", "")]);
        let disk = folder.path("disk");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).output();
        if !mounted.is_ok_and(|run| run.status.success()) {
            return eprintln!("skipped: this user may mount nothing");
        }
        fs::write(disk.join("old.json"), "old").unwrap();
        let run = folder.topline(&["a.txt", "-f", "json", "-o", "disk/old.json"]);
        let left: Vec<_> = fs::read_dir(&disk).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let old = fs::read_to_string(disk.join("old.json")).unwrap();
        assert!(Command::new("umount").arg(&disk).status().unwrap().success());
        run.fails(1, "topline: cannot write disk/old.json: no space is left; make some, or choose another folder");
        assert_eq!((old.as_str(), left), ("old", vec!["old.json".into()]));
    }

    #[test]
    fn any_name_is_opened_and_shown_safely() {
        let folder = Folder::with(&[]);
        let text = "Acme reported revenue of $5 billion.";
        fs::create_dir(folder.path("odd")).unwrap();
        for name in [b"a\n\x1b[31mb.txt".as_slice(), b"c\xFF\xE9.txt"] {
            if fs::write(folder.path("odd").join(OsStr::from_bytes(name)), text).is_err() {
                return eprintln!("skipped: the file system takes no such names");
            }
        }
        let table = folder.topline(&["odd"]).succeeds().stdout.clone();
        assert!(table.contains("\\u{1b}[31mb.txt") && !table.contains('\u{1b}'), "{table}");
        let reports = folder.topline(&["odd", "-f", "json"]).succeeds().json();
        let figures: Vec<_> = reports.as_array().unwrap().iter().map(figures).collect();
        assert_eq!(figures.len(), 2);
        assert_eq!(figures[0], figures[1]);
        assert_eq!(reports[0]["source"]["path"], Value::from("odd/a\n\u{1b}[31mb.txt"));
    }
}
