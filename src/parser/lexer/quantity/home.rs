//! The country whose dollars a text means by a bare "$", where it is plainly not the United States.

use std::sync::LazyLock;

use memchr::memmem;

use crate::model::Currency;
use crate::parser::vocabulary::currencies::home::{ABROAD, AMERICAN, EXCEPTING, HOMES, HomeRow, STATING};
use crate::parser::vocabulary::signs::Signs;

/// The currency of a bare "$": what the text says that its amounts are in, else that of the readers or of the exchange
/// that it is written for. A text that tells the country's dollars by letters ("C$5") means others by "$". A dispatch that
/// writes "dlrs" means those of the place that it is dated from.
pub fn home(text: &str) -> Option<Currency> {
    if memchr::memchr(b'$', text.as_bytes()).is_none() {
        return dispatched(text);
    }
    let marks = marks(text);
    if marks.is_empty() {
        return None;
    }
    let mut home = HOMES.iter().filter(|row| speaks_for(text, &marks, row));
    let row = home.next().filter(|_| home.next().is_none())?;
    let told = row.told_by.iter().any(|letters| tells_amounts(text, letters));
    let american = || AMERICAN.iter().any(|dollars| is_stated(text, dollars));
    if told || american() { None } else { Currency::new(row.code) }
}

/// What may speak for any country: in most texts there is nothing of it.
static MARKS: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of(HOMES.iter().flat_map(|row| [row.agencies, row.exchanges, row.dollars]).flatten().copied())
});

/// Those of them that the text has, each once.
fn marks(text: &str) -> Vec<&str> {
    let (mut marks, mut at) = (Vec::new(), 0);
    while let Some(found) = MARKS.find(text.as_bytes(), at) {
        at = found.end;
        marks.extend(text.get(found).filter(|mark| !marks.contains(mark)));
    }
    marks
}

/// A dispatch has its dateline in one of so many lines.
const DATELINE: usize = 5;

/// The currency of the place in the dateline of a text without signs: "TORONTO, March 5 -".
fn dispatched(text: &str) -> Option<Currency> {
    let from = |line: &str| {
        let (city, rest) = line.split_once(", ")?;
        let place = rest.split([',', '.']).next()?;
        let dated = place.bytes().any(|byte| byte.is_ascii_digit());
        let here = |row: &&HomeRow| if dated { row.cities.contains(&city) } else { row.regions.contains(&place) };
        HOMES.iter().find(here).and_then(|row| Currency::new(row.code))
    };
    text.lines().take(DATELINE).find_map(from)
}

fn speaks_for(text: &str, marks: &[&str], row: &HomeRow) -> bool {
    let any = |of: &[&str]| of.iter().any(|mark| marks.contains(mark));
    let abroad = || ABROAD.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
    row.dollars.iter().any(|dollars| marks.contains(dollars) && is_stated(text, dollars))
        || any(row.agencies)
        || (any(row.exchanges) && !abroad())
}

/// How far before or behind the name of a currency what makes it a statement may stand, in bytes.
const NEAR: usize = 30;

/// Whether the text says that its amounts are in these dollars: "expressed in Canadian dollars".
fn is_stated(text: &str, dollars: &str) -> bool {
    memmem::find_iter(text.as_bytes(), dollars.as_bytes()).any(|at| {
        let start = text.floor_char_boundary(at.saturating_sub(NEAR));
        let before = text.get(start..at).unwrap_or_default().trim_end().to_ascii_lowercase();
        let end = at + dollars.len();
        let behind = text.get(end..text.floor_char_boundary(end + NEAR)).unwrap_or_default();
        let whole = !behind.starts_with(|next: char| next.is_ascii_alphanumeric());
        let stated = STATING.iter().any(|lead| before.ends_with(lead));
        let excepted = || EXCEPTING.iter().any(|word| behind.trim_start_matches([',', ' ']).starts_with(word));
        whole && (stated || excepted())
    })
}

/// Whether the text writes amounts with these letters: "C$5".
fn tells_amounts(text: &str, letters: &str) -> bool {
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, letters.as_bytes()).any(|at| {
        let alone = at.checked_sub(1).and_then(|before| bytes.get(before)).is_none_or(|b| !b.is_ascii_alphanumeric());
        let mut behind = bytes.iter().skip(at + letters.len()).skip_while(|byte| **byte == b' ');
        alone && behind.next().is_some_and(u8::is_ascii_digit)
    })
}

#[cfg(test)]
mod tests {
    use super::home;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(home(text).map(|home| home.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_text_says_whose_dollars_it_counts_in() {
        check("Sales rose to $5 million. (All figures are expressed in Canadian dollars.)", Some("CAD"));
        check("Sales of $5 million (in thousands of Australian dollars, except shares)", Some("AUD"));
        check("Sales were $5 million. All amounts in New Zealand dollars unless noted.", Some("NZD"));
        check("Sales rose to $5 million. This report by The Canadian Press was first published today.", Some("CAD"));
        check("Acme Foods Inc. (TSX: ACM) said sales rose to $5 million.", Some("CAD"));
        check("Acme Ltd (ASX:ACM) made $5 million, and paid US$3 million for a mine.", Some("AUD"));
        check("Acme Ltd, listed on the Singapore Exchange, made $5 million.", Some("SGD"));
    }

    #[test]
    fn a_dispatch_counts_in_the_dollars_of_its_place() {
        check("ACME 4TH QTR NET\nTORONTO, March 5 -\n\nNet 5 mln vs 3 mln", Some("CAD"));
        check("ACME 4TH QTR NET\nLETHBRIDGE, Alberta, March 16 -\n\nNet 5 mln vs 3 mln", Some("CAD"));
        check("ACME YEAR LOSS\nMELBOURNE, March 27 -\n\nAcme reported a 16.15 mln dlr net loss", Some("AUD"));
        check("ACME 4TH QTR NET\nMELBOURNE, March 16 - Acme made $5 mln (A$7 mln).", None);
    }

    #[test]
    fn elsewhere_it_is_american() {
        check("Sales rose to $5 million in Canada, in Canadian dollars by 6%.", None);
        check("Acme (NYSE: ACM; TSX: ACM) said sales rose to $5 million.", None);
        check("Acme (TSX: ACM) made $5 million (C$7 million). The Canadian Press", None);
        check("Acme (TSX: ACM) made $5 million. All amounts are in U.S. dollars.", None);
        check("TORONTO (AP) - Acme, whose shares trade on the Toronto Stock Exchange, made $5 million.", None);
        check("Acme (TSX: ACM) and its rival (ASX: RVL) made $5 million.", None);
        check("Sales rose to 5 million euros. The Canadian Press", None);
        check("ACME 4TH QTR NET\nMELBOURNE, Fla., March 16 -\nNet 5 mln dlrs", None);
        check("Sales rose 5 mln dlrs in its shops in\nTORONTO, March sales said.", None);
    }
}
