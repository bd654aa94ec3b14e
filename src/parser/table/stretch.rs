//! Where in a text tables may stand: the lines with figures side by side, and those above them that may be their heads. The
//! rest, most of a text, need not be looked at closely.

use std::ops::Range;

/// So many lines that are not blank may stand between the top of a table and its first figures.
const ABOVE: usize = 24;

/// So many lines below the last figures side by side may be rows with a figure or two among words.
const BELOW: usize = 3;

/// A part of a text, in bytes, and the number of its first line, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) place: Range<usize>,
    pub(super) line: usize,
    /// How much its lines look like rows.
    weight: usize,
}

/// With less there is no table.
const CERTAIN: usize = 2;

/// What the lines with digits tell of a text.
pub(super) struct Glance {
    /// The stretches in which tables may stand, in order and apart.
    pub(super) stretches: Vec<Stretch>,
    /// How many lines begin like a cell, are no longer than one, and stand right below another.
    pub(super) cells: usize,
}

/// No line with nothing but a cell on it is longer, in bytes.
pub(super) const LONGEST_CELL: usize = 32;

/// Between two cells of a row on lines of their own stand fewer bytes: empty lines, signs and the edges of columns.
const BESIDE: usize = 24;

/// Looks at the lines with a digit, and at those around the ones that look like rows.
pub(super) fn glance(text: &str) -> Glance {
    let text = text.as_bytes();
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut start, mut counted) = (0, (0, 0));
    let (mut cells, mut last_cell) = (0, None);
    while let Some(at) = digit(text, far(text, start)) {
        let line = line_around(text, start, at);
        let weight = weight(text.get(line.clone()).unwrap_or_default());
        start = line.end + 1;
        if is_cell(text.get(line.clone()).unwrap_or_default()) {
            cells += usize::from(last_cell.is_some_and(|end| line.start <= end + BESIDE));
            last_cell = Some(line.end);
        }
        if weight == 0 {
            continue;
        }
        // What stands below a row counts only where no other one does.
        let gone_on = stretches.last().is_some_and(|last| line.start <= last.place.end + 1);
        stretches.last_mut().filter(|_| !gone_on).into_iter().for_each(|last| last.end_below(text));
        let floor = stretches.last().map_or(0, |last| last.place.end);
        let from = if gone_on { floor } else { above(text, line.start, floor) };
        match stretches.last_mut().filter(|last| from <= last.place.end) {
            Some(last) => (last.place.end, last.weight) = (line.end, last.weight + weight),
            None => {
                let passed = text.get(counted.0..from).unwrap_or_default();
                counted = (from, counted.1 + memchr::memchr_iter(b'\n', passed).count());
                stretches.push(Stretch { place: from..line.end, line: counted.1, weight });
            }
        }
    }
    stretches.last_mut().into_iter().for_each(|last| last.end_below(text));
    stretches.retain(|stretch| stretch.weight >= CERTAIN);
    Glance { stretches, cells }
}

fn is_cell(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.len() <= LONGEST_CELL && line.iter().take(3).any(u8::is_ascii_digit)
}

/// The line that `at` is on; one begins at `start`, before it.
fn line_around(text: &[u8], start: usize, at: usize) -> Range<usize> {
    let before = text.get(start..at).unwrap_or_default();
    let behind = text.get(at..).unwrap_or_default();
    let first = memchr::memrchr(b'\n', before).map_or(start, |end| start + end + 1);
    first..memchr::memchr(b'\n', behind).map_or(text.len(), |end| at + end)
}

/// Where the lines begin that may be heads of the one that begins at `start`. Looks no further up than to `floor`.
fn above(text: &[u8], start: usize, floor: usize) -> usize {
    let (mut from, mut at, mut filled) = (start, start, 0);
    while let Some(end) = at.checked_sub(1).filter(|end| filled < ABOVE && *end >= floor) {
        at = memchr::memrchr(b'\n', text.get(..end).unwrap_or_default()).map_or(0, |end| end + 1);
        if text.get(at..end).is_some_and(is_filled) {
            (from, filled) = (at, filled + 1);
        }
    }
    from
}

/// Where the lines end that may be rows below the one that ends at `end`.
fn below(text: &[u8], mut end: usize) -> usize {
    let (mut start, mut filled) = (end + 1, 0);
    while let Some(rest) = text.get(start..).filter(|_| filled < BELOW) {
        let line = memchr::memchr(b'\n', rest).and_then(|length| rest.get(..length)).unwrap_or(rest);
        start += line.len();
        if is_filled(line) {
            (end, filled) = (start, filled + 1);
        }
        start += 1;
    }
    end
}

fn is_filled(line: &[u8]) -> bool {
    line.iter().any(|byte| !byte.is_ascii_whitespace() && *byte != b'|')
}

/// Whether a figure follows another on the line, as they do in tables alone.
pub(super) fn has_row(line: &str) -> bool {
    weight(line.as_bytes()) >= CERTAIN
}

/// How much a line looks like a row: a figure follows another with nothing but blanks and signs between, as they do in tables
/// alone, or a wide gap, as it may also do in running text.
fn weight(line: &[u8]) -> usize {
    let (mut weight, mut at, mut follows) = (0, 0, false);
    while let Some(start) = digit(line, at) {
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
        let before = line.get(..start).unwrap_or_default();
        // A point may stand right before the digits: "$ .41".
        let mut before = before.strip_suffix(b".").unwrap_or(before);
        let is_glued = before.ends_with(b"$");
        let mut blanks = 0;
        // Behind no figure it is enough to know that the gap is wide.
        while (follows || blanks < 2)
            && let Some((last, rest)) = before.split_last()
            && let Some(width) = blank(*last)
        {
            (before, blanks) = (rest, blanks + width);
        }
        if follows && (blanks > 0 || is_glued) && before.last().is_some_and(u8::is_ascii_digit) {
            return CERTAIN;
        }
        weight += usize::from(blanks > 1);
        // "Q3 2020" is no row.
        follows = !line.get(..start).is_some_and(|before| before.ends_with(b"Q"));
        at = start + line.get(start..).unwrap_or_default().iter().take_while(|byte| is_part(byte)).count();
    }
    weight
}

/// A place from `at` on before which no digit stands. Many bytes are looked at at once.
fn far(text: &[u8], at: usize) -> usize {
    let (chunks, _) = text.get(at..).unwrap_or_default().as_chunks::<32>();
    let none = |chunk: &&[u8; 32]| chunk.iter().fold(true, |none, byte| none & !byte.is_ascii_digit());
    at + 32 * chunks.iter().take_while(none).count()
}

/// The next digit from `at` on. Eight bytes are looked at at once.
fn digit(line: &[u8], at: usize) -> Option<usize> {
    let rest = line.get(at..)?;
    let (chunks, last) = rest.as_chunks::<8>();
    for (place, chunk) in chunks.iter().enumerate() {
        let digits = digits(u64::from_le_bytes(*chunk));
        if digits != 0 {
            return Some(at + 8 * place + digits.trailing_zeros() as usize / 8);
        }
    }
    last.iter().position(u8::is_ascii_digit).map(|found| at + 8 * chunks.len() + found)
}

/// The highest bit of each of eight bytes that is a digit.
fn digits(bytes: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = 0x80 * ONES;
    let low = bytes & !HIGH;
    (low + (0x80 - 0x30) * ONES) & !(low + (0x80 - 0x3a) * ONES) & !bytes & HIGH
}

/// As how many blanks a byte counts that may stand between two figures of a row; nothing for one that may not.
fn blank(byte: u8) -> Option<usize> {
    match byte {
        b' ' | b'|' => Some(1),
        b'\t' => Some(2),
        b'$' | b'(' | b')' | b'%' => Some(0),
        _ => None,
    }
}

impl Stretch {
    /// Takes in the lines that may be rows below its last one.
    fn end_below(&mut self, text: &[u8]) {
        self.place.end = below(text, self.place.end);
    }

    /// A whole text.
    #[cfg(test)]
    pub(super) fn whole(text: &str) -> Self {
        Self { place: 0..text.len(), line: 0, weight: CERTAIN }
    }
}

#[cfg(test)]
mod tests {
    use super::glance;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let found: Vec<(usize, &str)> =
            glance(text).stretches.into_iter().map(|found| (found.line, &text[found.place])).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_with_figures_side_by_side_and_those_above() {
        check("We grew 5% to $3 million in 2023.\nSo we did.", &[]);
        check("Sales$5$6", &[(0, "Sales$5$6")]);
        check("Sales   5   6", &[(0, "Sales   5   6")]);
        let prose = "We are glad.\n".repeat(30);
        let table = "              2023  2022\nSales         $ 5   $ 4";
        let found = glance(&format!("{prose}{table}\n{prose}")).stretches;
        assert_eq!(found.len(), 1);
        let below = 3 * "\nWe are glad.".len();
        assert_eq!((found[0].line, found[0].place.end), (6, prose.len() + table.len() + below));
    }

    #[test]
    fn every_digit_is_found_and_nothing_else() {
        for byte in 0..=255_u8 {
            let text = [[b'x'; 11].as_slice(), &[byte], b"xxxxxxxx"].concat();
            let expected = byte.is_ascii_digit().then_some(11);
            assert_eq!((super::digit(&text, 0), super::digit(&text, 5)), (expected, expected), "{byte}");
        }
    }

    #[test]
    fn tables_far_apart_are_stretches_of_their_own() {
        let prose = "We are glad.\n".repeat(40);
        assert_eq!(glance(&format!("Sales  5  4\n{prose}Sales  5  4\n")).stretches.len(), 2);
    }
}
