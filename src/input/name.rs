//! What a file's name suggests: `AAP_q4_2020.txt` is about AAP and the fourth quarter of 2020.
//! Hints only: whether they are used is for those to say who read the text.

use crate::model::{Period, PeriodSpan};

/// What a name suggests of the text behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The ticker, in capitals: `AAP`.
    pub ticker: Option<String>,
    /// The period, always with its year.
    pub period: Option<Period>,
}

/// Reads a path, a file name or an identifier. Only its last part counts, without the endings.
///
/// ```
/// let hints = topline::input::name_hints("transcripts/AAP_q4_2020.txt");
/// assert_eq!(hints.ticker.as_deref(), Some("AAP"));
/// assert_eq!(hints.period.map(|period| period.to_string()).as_deref(), Some("2020-Q4"));
/// ```
pub fn name_hints(name: &str) -> Hints {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let atoms = atoms(last);
    let found = (0..atoms.len()).find_map(|at| {
        let rest = atoms.get(at..)?;
        SHAPES.iter().find_map(|shape| Some((at, at + shape.steps.len(), shape.read(rest)?)))
    });
    let Some((start, end, period)) = found else { return Hints::default() };
    let beside = if start > 0 { atoms.first() } else { atoms.get(end) };
    Hints { ticker: beside.and_then(|atom| ticker(atom)), period: Some(period) }
}

/// One piece that a period may be written with in a name.
#[derive(Clone, Copy)]
enum Step {
    /// One of these words, whatever the case.
    Word(&'static str),
    /// The number of a quarter, half or month, up to this; it becomes the part of the year.
    Part(u8),
    /// `2024` or `24`.
    Year,
    /// `2024` alone.
    LongYear,
}

/// One way to write a period in a name.
struct Shape {
    steps: &'static [Step],
    span: fn(u8) -> PeriodSpan,
    /// Names that are written so, and the period that they tell.
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples prove the row in a test"))]
    reads: &'static [(&'static str, &'static str)],
}

use Step::{LongYear, Part, Word, Year};

/// Longer shapes first: `4Q FY21` must not be read as `FY21`.
static SHAPES: &[Shape] = &[
    Shape {
        steps: &[Word("q"), Part(4), Word("fy"), Year],
        span: PeriodSpan::Quarter,
        reads: &[("HPQ-Q3-FY24.txt", "2024-Q3"), ("q2fy2025_acme", "2025-Q2")],
    },
    Shape {
        steps: &[Part(4), Word("q"), Word("fy"), Year],
        span: PeriodSpan::Quarter,
        reads: &[("4Q FY21 call", "2021-Q4")],
    },
    Shape { steps: &[Part(4), Word("qfy"), Year], span: PeriodSpan::Quarter, reads: &[("4QFY21", "2021-Q4")] },
    Shape {
        steps: &[Word("fy"), Year, Word("q"), Part(4)],
        span: PeriodSpan::Quarter,
        reads: &[("acme-fy2024-q1.html", "2024-Q1")],
    },
    Shape {
        steps: &[Word("q"), Part(4), Year],
        span: PeriodSpan::Quarter,
        reads: &[("AAP_q4_2020.txt", "2020-Q4"), ("meta-q4-2024.txt", "2024-Q4"), ("Q3'23 call", "2023-Q3")],
    },
    Shape { steps: &[Part(4), Word("q"), Year], span: PeriodSpan::Quarter, reads: &[("JPM 2Q24.md", "2024-Q2")] },
    Shape { steps: &[LongYear, Word("q"), Part(4)], span: PeriodSpan::Quarter, reads: &[("2024Q1-acme", "2024-Q1")] },
    Shape { steps: &[LongYear, Part(4), Word("q")], span: PeriodSpan::Quarter, reads: &[("2024_3Q.txt", "2024-Q3")] },
    Shape { steps: &[Word("h"), Part(2), Year], span: PeriodSpan::Half, reads: &[("acme_h1_2025.txt", "2025-H1")] },
    Shape { steps: &[Part(2), Word("h"), Year], span: PeriodSpan::Half, reads: &[("acme-2H24.txt", "2024-H2")] },
    Shape { steps: &[LongYear, Word("h"), Part(2)], span: PeriodSpan::Half, reads: &[("acme-2024-h2", "2024-H2")] },
    Shape { steps: &[Word("fy"), Year], span: |_| PeriodSpan::Year, reads: &[("acme_FY24.txt", "2024-FY")] },
    Shape { steps: &[LongYear, Word("fy")], span: |_| PeriodSpan::Year, reads: &[("acme 2024 FY", "2024-FY")] },
];

impl Shape {
    fn read(&self, atoms: &[&str]) -> Option<Period> {
        let (mut part, mut year) = (0, None);
        for (index, step) in self.steps.iter().enumerate() {
            let atom = *atoms.get(index)?;
            match step {
                Word(word) => atom.eq_ignore_ascii_case(word).then_some(())?,
                Part(most) => part = atom.parse().ok().filter(|n| atom.len() == 1 && (1..=*most).contains(n))?,
                Year if atom.len() == 2 => year = Some(atom.parse::<u16>().ok()?.checked_add(2000)?),
                Year | LongYear => year = Some(long_year(atom)?),
            }
        }
        Some(Period::new(year?, (self.span)(part)))
    }
}

fn long_year(atom: &str) -> Option<u16> {
    atom.parse().ok().filter(|year| atom.len() == 4 && (1980..2100).contains(year))
}

/// Runs of letters and runs of digits: `AAP_q4_2020.txt` is AAP, q, 4, 2020, txt.
fn atoms(name: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
    let mut atoms = Vec::new();
    let mut start = 0;
    let mut before = (false, false);
    for (at, c) in name.char_indices() {
        if kind(c) != before {
            atoms.extend(name.get(start..at).filter(|_| before != (false, false)));
            (start, before) = (at, kind(c));
        }
    }
    atoms.extend(name.get(start..).filter(|_| before != (false, false)));
    atoms
}

/// One to five capitals beside a period are a ticker; `meta` may be any word.
fn ticker(atom: &str) -> Option<String> {
    let capitals = atom.bytes().all(|byte| byte.is_ascii_uppercase());
    (capitals && (1..=5).contains(&atom.len())).then(|| atom.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, name_hints};

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let hints = name_hints(name);
        let period = hints.period.map(|period| period.to_string());
        let text = [hints.ticker, period].into_iter().flatten().collect::<Vec<_>>().join(" ");
        assert_eq!(text, expected, "{name}");
    }

    #[test]
    fn every_shape_reads_its_examples() {
        for shape in SHAPES {
            assert!(!shape.reads.is_empty());
            for (name, period) in shape.reads {
                assert_eq!(name_hints(name).period.map(|p| p.to_string()).as_deref(), Some(*period), "{name}");
            }
        }
    }

    #[test]
    fn a_ticker_stands_in_capitals_beside_the_period() {
        check("a/b/AAP_q4_2020.txt", "AAP 2020-Q4");
        check(r"calls\Q1_2021-AAPL.txt.gz", "AAPL 2021-Q1");
        check("meta-q4-2024.txt", "2024-Q4");
        check("REPORT_q4_2020.txt", "2020-Q4");
    }

    #[test]
    fn other_names_suggest_nothing() {
        for name in
            ["", "article.txt", "2024-10-30.txt", "NEWS.txt", "IBM.md", "q5_2020", "news/012-acme.txt", "ÄÖ_q", "fy"]
        {
            check(name, "");
        }
    }
}
