//! The article with its figures marked, and its tables in Markdown, as a person sees them: at several widths, with and
//! without colours, and of a text that means harm.
//!
//! What is printed is compared with the files in `tests/views`, which are renewed with `UPDATE_FIXTURES=1` and read in
//! review; there `␛` stands for the escape character.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// An article, a press release with a table, a call.
const TEXTS: [(&str, &str); 3] = [
    ("article", "fixtures/meta-q4-2024/article.txt"),
    ("release", "tests/views/release.txt"),
    ("call", "fixtures/call-excerpt/article.txt"),
];

/// What the binary prints for a terminal of this width.
fn run(width: u16, options: &[&str], path: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    command.current_dir(ROOT).args(options).arg("--").arg(path);
    command.env("COLUMNS", width.to_string()).env("LC_ALL", "C.UTF-8").env_remove("NO_COLOR");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text without its colours.
fn plain(text: &str) -> String {
    regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap().replace_all(text, "").into_owned()
}

#[track_caller]
fn check(name: &str, printed: &str) {
    let path = Path::new(ROOT).join(format!("tests/views/{name}"));
    let printed = printed.replace('\u{1b}', "␛");
    if std::env::var_os("UPDATE_FIXTURES").is_some_and(|value| value == "1") {
        std::fs::write(&path, &printed).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let at = (0..).zip(kept.lines().zip(printed.lines())).find(|(_, (kept, printed))| kept != printed);
    assert!(kept == printed, "tests/views/{name}, line and what was kept and printed: {at:#?}");
}

#[test]
fn an_article_with_its_figures_marked() {
    for (name, path) in TEXTS {
        for width in [60, 80, 120] {
            let path = Path::new(path);
            check(&format!("{name}-{width}.txt"), &run(width, &["-f", "annotated", "--color", "never"], path));
            let colored = run(width, &["-f", "annotated", "--color", "always"], path);
            check(&format!("{name}-{width}-color.txt"), &colored);
        }
    }
}

#[test]
fn tables_in_markdown_are_the_same_for_every_terminal() {
    for (name, path) in TEXTS {
        for rows in ["items", "facts", "documents"] {
            let options = |color| ["-f", "markdown", "--rows", rows, "--color", color];
            let printed = run(80, &options("never"), Path::new(path));
            check(&format!("{name}-{rows}.md"), &printed);
            for width in [60, 120] {
                assert_eq!(run(width, &options("always"), Path::new(path)), printed);
            }
        }
    }
}

#[test]
fn rows_fit_and_close_their_colours() {
    let long = "Revenue rose 5% to $3 billion and 東京 grew. ".repeat(2500);
    let folder = Folder::new("long", "long.txt", &long);
    let texts = TEXTS.iter().map(|(_, path)| PathBuf::from(path)).chain([folder.file()]);
    for path in texts {
        for width in [40, 60, 120] {
            let printed = run(width, &["-f", "annotated", "--color", "always"], &path);
            assert!(printed.lines().count() > 10);
            for line in printed.lines() {
                assert!(unicode_width(&plain(line)) <= usize::from(width).max(66), "{width}: {line}");
                assert!(line.matches("\u{1b}[0m").count() > 0 || !line.contains('\u{1b}'), "{line:?}");
                assert!(line.rfind("\u{1b}[0m") >= line.rfind("\u{1b}["), "{line:?}");
            }
        }
    }
}

/// Wide enough for these texts: letters of East Asia take two columns.
fn unicode_width(text: &str) -> usize {
    text.chars().map(|c| if ('\u{2E80}'..'\u{A000}').contains(&c) { 2 } else { 1 }).sum()
}

#[test]
fn only_what_is_around_the_facts() {
    let article = Path::new(TEXTS[0].1);
    let options = ["-f", "annotated", "--context", "0", "-m", "net_income", "--role", "actual"];
    let printed = run(80, &options, article);
    assert!(printed.contains(" 11 │") && !printed.contains("  5 │") && !printed.contains('⋯'), "{printed}");
    let unwrapped = printed.replace("\n    │", "");
    assert!(unwrapped.contains("[$20.8 billion](net income · Q4 2024 · actual)") && !unwrapped.contains("[$8.02]"));
    let printed = run(80, &["-f", "annotated", "--context", "0"], article);
    assert_eq!(printed.matches("\n  ⋯\n").count(), 2, "{printed}");
}

#[test]
fn line_numbers_lead_to_the_file() {
    let article = Path::new(TEXTS[0].1);
    let address = format!("\u{1b}]8;;file://{ROOT}/{}#11\u{1b}\\11\u{1b}]8;;\u{1b}\\", TEXTS[0].1);
    let links = regex::Regex::new("\u{1b}\\]8;;[^\u{1b}]*\u{1b}\\\\").unwrap();
    for options in [["-f", "annotated"], ["--rows", "facts"]] {
        let always = run(80, &[options[0], options[1], "--hyperlinks", "always"], article);
        assert!(always.contains(&address), "{always:?}");
        let auto = run(80, &options, article);
        assert!(!auto.contains('\u{1b}'), "{auto:?}");
        assert_eq!(links.replace_all(&always, ""), auto);
    }
}

/// A text whose author means harm to whatever shows it.
const HOSTILE: &str = "\u{1b}]0;owned\u{7}<script>alert('1')</script> reported results\n\
    =HYPERLINK(\"http://x\") Corp \u{1b}[31m\u{202e}said|revenue| rose 5% to $3 billion \u{9b}2J`rm -rf` <img src=x onerror=y>.\n\
    \u{1b}]8;;http://evil\u{1b}\\Net income\u{2066} was $1.2 billion\u{0}\u{8}\u{8}, up 7%\\| from *last* _year_ &lt;b&gt;.\r\n\
    @SUM(A1)\tRevenue\u{2063}\u{2064} of\t$9 billion\u{feff}\t+5%\u{7f}\u{85}\n\
    The company expects revenue of $4 billion to $5 billion in 2025\u{1b}[2J \"quoted\".\n";

/// A file of its own folder, which goes when the test is done.
struct Folder(PathBuf, String);

impl Folder {
    fn new(folder: &str, name: &str, text: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("topline-views-{folder}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), text.replace('\0', "")).unwrap();
        Self(folder, name.to_owned())
    }

    fn file(&self) -> PathBuf {
        self.0.join(&self.1)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether a text may go to a terminal as it is.
fn is_tame(text: &str) -> bool {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{206F}')
    };
    !text.chars().any(steers)
}

#[cfg(unix)]
const HOSTILE_NAME: &str = "=a|b<i>\u{1b}[31m\u{202e}\n`c`*_q4_2024.txt";
#[cfg(not(unix))]
const HOSTILE_NAME: &str = "=a_\u{202e}`c`_q4_2024.txt";

#[test]
fn no_format_lets_a_hostile_text_through() {
    let folder = Folder::new("hostile", HOSTILE_NAME, HOSTILE);
    for rows in ["items", "facts", "documents"] {
        for format in ["table", "markdown", "annotated", "csv", "json", "jsonl"] {
            let options = ["-f", format, "--rows", rows, "--include-unlinked"];
            let printed = run(100, &options, &folder.file());
            let lines = printed.replace("\r\n", "\n");
            assert!(is_tame(&lines), "{format}, {rows}: {printed:?}");
            let colored = run(100, &[&options[..], &["--color", "always"]].concat(), &folder.file());
            assert!(is_tame(&plain(&colored.replace("\r\n", "\n"))), "{format}, {rows}: {colored:?}");
            match format {
                "markdown" => tables_are_whole(&printed),
                "csv" => no_cell_is_a_formula(&printed),
                _ => {}
            }
        }
    }
}

/// Every row has as many cells as its heading, and nothing became a tag, an emphasis or a piece of code.
#[track_caller]
fn tables_are_whole(markdown: &str) {
    let (mut heading, mut cells) = (0, 0);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => panic!("{event:?} in\n{markdown}"),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }) => {
                panic!("{event:?} in\n{markdown}")
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => cells = 0,
            Event::End(TagEnd::TableCell) => cells += 1,
            Event::End(TagEnd::TableHead) => heading = cells,
            Event::End(TagEnd::TableRow) => assert_eq!(cells, heading, "\n{markdown}"),
            _ => {}
        }
    }
    let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let tables: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
    assert!(heading > 0 && tables.windows(2).all(|pair| pair[1].contains("--") || bars(pair[0]) > 2), "\n{markdown}");
}

#[track_caller]
fn no_cell_is_a_formula(csv: &str) {
    let cell = regex::Regex::new("(?:^|,|\n)(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)").unwrap();
    for found in cell.captures_iter(csv) {
        let cell = found[1].trim_matches('"');
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
        assert!(!formula, "{cell:?} in\n{csv}");
    }
}

#[test]
fn messages_are_tame() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    let output = command.args(["no\u{1b}[31m\u{202e}\nsuch.txt", "-m", "eps"]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(is_tame(&message) && message.lines().count() == 1, "{message:?}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_topline"));
    let output = command.args(["--format", "x\u{1b}[31m\u{202e}\n"]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(is_tame(&message) && message.lines().count() == 1, "{message:?}");
}
