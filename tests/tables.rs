//! One statement in several layouts gives the same facts: columns kept apart by blanks, all run together to one line, HTML,
//! one cell a line, signs in cells of their own.
#![allow(clippy::unwrap_used)]

use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_assume, prop_oneof, proptest};
use topline::{Document, analyze};

/// A statement before it is laid out.
#[derive(Clone, Debug)]
struct Statement {
    /// Power of ten of its unit line.
    thousands: bool,
    /// Whether nine months stand beside the three.
    to_date: bool,
    /// Whether each pair of years is followed by its change.
    changes: bool,
    rows: Vec<Row>,
}

/// A label, and its amount in each level column; `None` is a dash.
#[derive(Clone, Debug)]
struct Row {
    label: &'static str,
    /// Whether its first figures carry a sign of money.
    money: bool,
    /// Digits after the point.
    places: usize,
    amounts: Vec<Option<i32>>,
}

/// Lines of a statement, in order, and their digits after the point. The first is always there.
const LINES: [(&str, usize); 12] = [
    ("Net sales", 0),
    ("Cost of sales", 0),
    ("Gross profit", 0),
    ("Selling, general and administrative expenses", 0),
    ("Research and development", 0),
    ("Total operating expenses", 0),
    ("Operating income (loss)", 0),
    ("Interest expense", 0),
    ("Income before income taxes", 0),
    ("Net income (loss)", 0),
    ("Diluted earnings per share", 2),
    ("Other items of no known kind", 0),
];

fn statement() -> impl Strategy<Value = Statement> {
    (any::<bool>(), any::<bool>(), any::<bool>(), prop::collection::vec(any::<bool>(), LINES.len() - 1)).prop_flat_map(
        |(thousands, to_date, changes, kept)| {
            let columns = if to_date { 4 } else { 2 };
            let lines: Vec<(&str, usize)> =
                std::iter::once(true).chain(kept).zip(LINES).filter_map(|(kept, line)| kept.then_some(line)).collect();
            let rows: Vec<_> = lines.into_iter().map(|(label, places)| row(label, places, columns)).collect();
            rows.prop_map(move |rows| Statement { thousands, to_date, changes, rows })
        },
    )
}

fn row(label: &'static str, places: usize, columns: usize) -> impl Strategy<Value = Row> {
    let first = label == LINES[0].0;
    let amount = move || {
        let some = if first { 1_000..9_000_000_i32 } else { -900_000..900_000_i32 };
        let some = some.prop_filter("a figure of its own", |amount| amount.abs() > 99).prop_map(Some);
        if first { some.boxed() } else { prop_oneof![12 => some, 1 => Just(None)].boxed() }
    };
    (prop::collection::vec(amount(), columns), any::<bool>()).prop_map(move |(amounts, money)| Row {
        label,
        money: money || first,
        places,
        amounts,
    })
}

impl Statement {
    /// How many rows have a figure in every column: only these tell a statement that was broken into lines from broken prose.
    fn full_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.amounts.iter().all(Option::is_some)).count()
    }

    fn unit(&self) -> &'static str {
        if self.thousands { "(In thousands, except per share data)" } else { "(In millions, except per share amounts)" }
    }

    fn groups(&self) -> &'static [&'static str] {
        if self.to_date {
            &["Three Months Ended September 30,", "Nine Months Ended September 30,"]
        } else {
            &["Three Months Ended September 30,"]
        }
    }

    fn heads(&self) -> Vec<&'static str> {
        let group: &[&str] = if self.changes { &["2024", "2023", "% Change"] } else { &["2024", "2023"] };
        self.groups().iter().flat_map(|_| group.iter().copied()).collect()
    }

    /// The cells of a row as printed, with the changes between them.
    fn cells(&self, row: &Row) -> Vec<String> {
        let pair = |pair: &[Option<i32>]| {
            let mut cells: Vec<String> = pair.iter().map(|amount| printed(*amount, row)).collect();
            cells.extend(self.changes.then(|| change(pair)));
            cells
        };
        row.amounts.chunks(2).flat_map(pair).collect()
    }

    /// Columns kept apart by blanks.
    fn spaced(&self) -> String {
        self.spaced_with(ToOwned::to_owned)
    }

    /// The same with labels over several lines, each of so many words.
    fn narrow(&self, words: usize) -> String {
        let lines = |label: &str| {
            let parts: Vec<&str> = label.split(' ').collect();
            parts.chunks(words).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
        };
        self.spaced_with(lines)
    }

    fn spaced_with(&self, label: impl Fn(&str) -> String) -> String {
        let width = 16;
        let per_group = self.heads().len() / self.groups().len();
        let over = width * per_group;
        let over: String = self.groups().iter().map(|group| format!("{group:>over$}")).collect();
        let mut text = format!("\n\n{:60}{over}\n{:60}", "", self.unit());
        let line = |cells: &[String]| cells.iter().map(|cell| format!("{cell:>width$}")).collect::<String>();
        let heads: Vec<String> = self.heads().iter().map(ToString::to_string).collect();
        text += &format!("{}\n", line(&heads));
        for row in &self.rows {
            let label = label(row.label);
            let (above, last) = label.rsplit_once('\n').map_or(("", &*label), |(above, last)| (above, last));
            text +=
                &format!("{above}{}{last:60}{}\n", if above.is_empty() { "" } else { "\n" }, line(&self.cells(row)));
        }
        text
    }

    /// Everything in one line.
    fn collapsed(&self) -> String {
        let mut parts = vec![self.unit().to_owned()];
        parts.extend(self.groups().iter().map(ToString::to_string));
        parts.extend(self.heads().iter().map(ToString::to_string));
        for row in &self.rows {
            parts.push(row.label.to_owned());
            parts.extend(self.cells(row));
        }
        format!(" {} ", parts.join(" "))
    }
}

impl Statement {
    /// One cell a line, as it is left of a page whose columns were lost: signs and closing brackets on lines of their own.
    /// `edge` stands before each cell, `apart` between lines.
    fn upright(&self, edge: &str, apart: &str) -> String {
        let heads = [self.unit()].into_iter().chain(self.groups().iter().copied()).chain(self.heads());
        let mut lines: Vec<String> = heads.map(ToOwned::to_owned).collect();
        for row in &self.rows {
            lines.push(row.label.to_owned());
            let marks = self.cells(row).into_iter().flat_map(|cell| marks(&cell));
            lines.extend(marks.map(|mark| format!("{edge}{mark}")));
        }
        format!("\n\n{}\n", lines.join(apart))
    }

    /// Everything in one line, which was then broken at a fixed width, in the middle of rows.
    fn wrapped(&self, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in format!("{BEFORE}{}", self.collapsed()).split_whitespace() {
            let line = lines.last_mut().unwrap();
            if line.is_empty() {
                *line += word;
            } else if line.len() + 1 + word.len() <= width {
                *line += &format!(" {word}");
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.join("\n")
    }

    /// Cells kept apart by bars, with signs and closing brackets in cells of their own.
    fn barred(&self) -> String {
        let line = |cells: &[String]| format!("{}\n", cells.join(" | "));
        let heads = |heads: &[&str]| heads.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut text = format!("\n\n{}\n", self.unit());
        text += &line(&heads(self.groups()));
        text += &line(&heads(&self.heads()));
        for row in &self.rows {
            let marks = self.cells(row).into_iter().flat_map(|cell| marks(&cell));
            text += &line(&std::iter::once(row.label.to_owned()).chain(marks).collect::<Vec<_>>());
        }
        text
    }

    /// As filings write it: signs, figures and closing brackets in cells of their own, columns kept apart by empty ones.
    fn html(&self) -> String {
        let per_group = self.heads().len() / self.groups().len();
        let mut html = format!("<table><tr><td colspan=\"3\">{}</td>", self.unit());
        for group in self.groups() {
            html += &format!("<td></td><td colspan=\"{}\"><b>{group}</b></td>", per_group * 4 - 1);
        }
        html += "</tr><tr><td colspan=\"3\">&#160;</td>";
        for head in self.heads() {
            html += &format!("<td></td><td colspan=\"3\" style=\"text-align:center\">{head}</td>");
        }
        html += "</tr>";
        for row in &self.rows {
            html += &format!("<tr><td colspan=\"3\"><div>{}</div></td>", row.label.replace('&', "&amp;"));
            for cell in self.cells(row) {
                let (sign, figure, mark) = parts(&cell);
                html += &format!(
                    "<td>&#160;</td><td>{sign}</td><td>{}</td><td>{mark}</td>",
                    figure.replace('—', "&#8212;")
                );
            }
            html += "</tr>";
        }
        format!("<p>{BEFORE}</p>{html}</table>")
    }
}

/// The sign before a figure, the figure, and what closes it.
fn parts(cell: &str) -> (&str, &str, &str) {
    let (sign, rest) = cell.split_once("$ ").map_or(("", cell), |(_, rest)| ("$", rest));
    let close = rest.find(')').or_else(|| rest.find('%')).unwrap_or(rest.len());
    let (figure, mark) = rest.split_at(close);
    (sign, figure.trim_end(), mark)
}

/// The parts of a cell that there are.
fn marks(cell: &str) -> Vec<String> {
    let (sign, figure, mark) = parts(cell);
    [sign, figure, mark].into_iter().filter(|mark| !mark.is_empty()).map(ToOwned::to_owned).collect()
}

fn printed(amount: Option<i32>, row: &Row) -> String {
    let Some(amount) = amount else { return "—".to_owned() };
    let digits = if row.places == 2 {
        format!("{}.{:02}", amount.abs() / 10_000, amount.abs() / 100 % 100)
    } else {
        grouped(amount.unsigned_abs())
    };
    let sign = if row.money { "$ " } else { "" };
    if amount < 0 { format!("{sign}({digits})") } else { format!("{sign}{digits}") }
}

fn grouped(amount: u32) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A change as printed, whatever its worth: what matters here is its column.
fn change(pair: &[Option<i32>]) -> String {
    match pair {
        [Some(now), Some(then)] if now > then => "12.5 %".to_owned(),
        [Some(_), Some(_)] => "(3.1) %".to_owned(),
        _ => "n/m".to_owned(),
    }
}

/// What stands before and after a statement in its document.
const BEFORE: &str = "Acme Corp. today reported financial results for the third quarter ended September 30, 2024. The company will hold a call with analysts and investors later today to discuss these results and its plans for the coming year, and a replay will be there for all who could not attend.";

/// The facts of a text: metric, measure, basis, period and figure, in the order of the text.
fn facts(table: &str) -> Vec<String> {
    facts_of(&format!("{BEFORE}{table}"))
}

fn facts_of(text: &str) -> Vec<String> {
    let document = Document { period: "2024-Q3".parse().ok(), ..Document::new("statement.txt", text) };
    let report = analyze(&document);
    let show = |fact: &topline::model::Fact| {
        let basis = fact.basis.map_or("", |basis| basis.name());
        let period = fact.period.map_or(String::new(), |period| period.to_string());
        format!("{} {} {basis} {period} {}", fact.metric.key(), fact.measure.name(), fact.quantity.value())
    };
    report.facts.iter().map(show).collect()
}

proptest! {
    #[test]
    fn the_layout_of_a_statement_changes_no_fact(statement in statement()) {
        let spaced = facts(&statement.spaced());
        prop_assert_eq!(&spaced, &facts(&statement.collapsed()), "{}\n{}", statement.spaced(), statement.collapsed());
        let page = topline::input::html::text(&statement.html());
        prop_assert_eq!(&spaced, &facts_of(&page), "{}\n{}", statement.spaced(), page);
    }

    #[test]
    fn signs_in_cells_of_their_own_change_no_fact(statement in statement()) {
        let spaced = facts(&statement.spaced());
        prop_assert_eq!(&spaced, &facts(&statement.barred()), "{}", statement.barred());
    }

    #[test]
    fn the_width_at_which_a_statement_is_broken_changes_no_fact(statement in statement(), width in 70_usize..120) {
        prop_assume!(statement.full_rows() > 3);
        let spaced = facts(&statement.spaced());
        let wrapped = statement.wrapped(width);
        prop_assert_eq!(&spaced, &facts_of(&wrapped), "{}", wrapped);
    }

    #[test]
    fn labels_over_several_lines_change_no_fact(statement in statement(), words in 2_usize..4) {
        let narrow = statement.narrow(words);
        prop_assert_eq!(&facts(&statement.spaced()), &facts(&narrow), "{}", narrow);
    }

    #[test]
    fn one_cell_a_line_changes_no_fact(statement in statement()) {
        prop_assume!(statement.full_rows() > 3);
        let spaced = facts(&statement.spaced());
        for (edge, apart) in [("", "\n"), ("|", "\n"), ("", "\n\n"), ("", "\n|\n"), (" ", " \n\n\n")] {
            let upright = statement.upright(edge, apart);
            prop_assert_eq!(&spaced, &facts(&upright), "{}", upright);
        }
    }

    #[test]
    fn every_known_line_of_a_statement_is_read(statement in statement()) {
        let known = |row: &&Row| row.label != LINES[LINES.len() - 1].0;
        let levels: usize = statement.rows.iter().filter(known).map(|row| row.amounts.iter().flatten().count()).sum();
        let read = facts(&statement.spaced()).iter().filter(|fact| fact.contains(" level ")).count();
        prop_assert_eq!(levels, read, "{}", statement.spaced());
    }
}
