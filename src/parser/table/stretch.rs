//! Where in a text tables may stand: the lines with figures side by side, and those above them that may be their heads. The
//! rest, most of a text, need not be looked at closely.

use std::ops::Range;

/// So many lines that are not blank may stand between the top of a table and its first figures.
const ABOVE: usize = 15;

/// So many lines below the last figures side by side may be rows with a figure or two among words.
const BELOW: usize = 3;

/// A part of a text, in bytes, and the number of its first line, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) place: Range<usize>,
    pub(super) line: usize,
}

/// The stretches of a text in which tables may stand, in order and apart.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut above = [(0, 0); ABOVE];
    let (mut start, mut filled, mut since) = (0, 0, BELOW + 1);
    for (number, end) in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).enumerate() {
        let line = text.as_bytes().get(start..end).unwrap_or_default();
        let is_filled = line.iter().any(|byte| !byte.is_ascii_whitespace());
        if has_cells(line) {
            since = 0;
            let (from, first) = if filled < ABOVE { above[0] } else { above[filled % ABOVE] };
            let (from, first) = if filled == 0 { (start, number) } else { (from, first) };
            match stretches.last_mut().filter(|last| from <= last.place.end) {
                Some(last) => last.place.end = end,
                None => stretches.push(Stretch { place: from..end, line: first }),
            }
        }
        if is_filled {
            if let Some(last) = stretches.last_mut().filter(|_| (1..=BELOW).contains(&since)) {
                last.place.end = end;
            }
            since += 1;
            above[filled % ABOVE] = (start, number);
            filled += 1;
        }
        start = end + 1;
    }
    stretches
}

/// Whether a figure follows another with nothing but blanks and signs between, or a wide gap, as they do in tables alone.
fn has_cells(line: &[u8]) -> bool {
    let (mut after, mut blanks, mut at) = (false, 0, 0);
    while let Some(byte) = line.get(at) {
        at += 1;
        match byte {
            b'0'..=b'9' if (after && blanks > 0) || blanks > 1 => return true,
            b'0'..=b'9' => {
                (after, blanks) = (true, 0);
                let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
                at += line.get(at..).unwrap_or_default().iter().take_while(|byte| is_part(byte)).count();
            }
            b' ' | b'|' => blanks += 1,
            b'\t' => blanks += 2,
            b'$' | b'(' | b')' | b'%' => {}
            b'.' if line.get(at).is_some_and(u8::is_ascii_digit) => {}
            _ => (after, blanks) = (false, 0),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::stretches;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let found: Vec<(usize, &str)> =
            stretches(text).into_iter().map(|found| (found.line, &text[found.place])).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_with_figures_side_by_side_and_those_above() {
        check("We grew 5% to $3 million in 2023.\nSo we did.", &[]);
        check("Sales   5   6", &[(0, "Sales   5   6")]);
        let prose = "We are glad.\n".repeat(20);
        let table = "              2023  2022\nSales         $ 5   $ 4";
        let found = stretches(&format!("{prose}{table}\n{prose}"));
        assert_eq!(found.len(), 1);
        let below = 3 * "\nWe are glad.".len();
        assert_eq!((found[0].line, found[0].place.end), (5, prose.len() + table.len() + below));
    }

    #[test]
    fn tables_far_apart_are_stretches_of_their_own() {
        let prose = "We are glad.\n".repeat(40);
        assert_eq!(stretches(&format!("Sales  5  4\n{prose}Sales  5  4\n")).len(), 2);
    }
}
