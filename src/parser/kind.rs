//! What sort of text a document is, from how it begins.

use std::sync::LazyLock;

use crate::model::{Document, Kind};
use crate::parser::sentence::Sentence;
use crate::parser::vocabulary::signs::Signs;

/// How much of the text is looked at, in bytes.
const BEGINNING: usize = 5000;

/// Words that only a company's own announcement has at its beginning.
static RELEASE: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of([
        "FOR IMMEDIATE RELEASE", "News Release", "NEWS RELEASE", "Press Release", "PRESS RELEASE", "BUSINESS WIRE",
        "GLOBE NEWSWIRE", "GlobeNewswire", "PRNewswire", "Exhibit 99", "FORM 8-K", "Investor Relations Contact",
        "CONSOLIDATED STATEMENTS OF", "Consolidated Statements of",
    ])
});

/// Words that announcements have more of than others: three of them make one.
static RELEASE_SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of([
        "today announced", "today reported", "(NYSE:", "(NASDAQ:", "(Nasdaq:", "ighlights", "HIGHLIGHTS",
        "forward-looking", "naudited", "diluted EPS", "on-GAAP", "•",
    ])
});

/// Words that only a call has.
static CALL: LazyLock<Signs> = LazyLock::new(|| {
    Signs::of([
        "earnings call", "conference call", "Joining me", "joining us", "turn the call", "hand the call",
        "turn it over", "Operator", "Good morning", "Good afternoon", "Slide ", "slide ", "Q&A", "prepared remarks",
        "Thank you", "Thanks",
    ])
});

/// Words of the company speaking of itself.
static OURSELVES: LazyLock<Signs> = LazyLock::new(|| Signs::of([" we ", "We ", " our ", "Our ", "We'"]));

/// Signs of somebody else telling what was said.
static TOLD: LazyLock<Signs> = LazyLock::new(|| Signs::of(["\"", "“", " said"]));

/// Words of a wire's brief.
static BRIEF: LazyLock<Signs> =
    LazyLock::new(|| Signs::of(["Shr ", "shr ", " vs ", "Net ", "Revs ", " mln", " cts", " dlrs", "Reuter\n"]));

/// The kind of a document.
pub fn kind(document: &Document, sentences: &[Sentence]) -> Kind {
    let end = (0..=BEGINNING.min(document.text.len())).rev().find(|end| document.text.is_char_boundary(*end));
    let head = document.text.get(..end.unwrap_or_default()).unwrap_or_default();
    if RELEASE.any(head) || RELEASE_SIGNS.distinct(head) > 2 {
        Kind::PressRelease
    } else if is_brief(document, head) {
        Kind::Brief
    } else if is_call(head, sentences) {
        Kind::Transcript
    } else {
        Kind::Article
    }
}

fn is_brief(document: &Document, head: &str) -> bool {
    let signs = if document.text.len() < 2500 { BRIEF.count(head) } else { 0 };
    signs >= 4 && signs * 250 >= head.len()
}

/// In a call the company speaks of itself, and nobody tells what it said.
fn is_call(head: &str, sentences: &[Sentence]) -> bool {
    let ourselves = OURSELVES.count(head);
    if ourselves < 2 || ourselves <= 2 * TOLD.count(head) {
        return false;
    }
    let lines = sentences.iter().take_while(|sentence| sentence.span.end <= head.len()).count();
    let speaks = ourselves * 500 >= head.len();
    let of_call = || CALL.distinct(head);
    (speaks && lines > 8) || of_call() > if speaks { 0 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::model::Document;
    use crate::parser::sentence;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = Document::new("text", text);
        assert_eq!(kind(&document, &sentence::split(text)).name(), expected, "{text}");
    }

    #[test]
    fn kinds_show_in_the_beginning() {
        check("Acme profit rises\n\nAcme Inc said its profit rose 5%. \"We are glad,\" its CEO said.", "article");
        check("FOR IMMEDIATE RELEASE\n\nAcme Inc. Reports First Quarter Results", "press_release");
        check(
            "ACME INC <ACM> 1ST QTR NET\n    Shr 34 cts vs 27 cts\n    Net 2,405,000 vs 1,908,000\n Reuter\n",
            "brief",
        );
        check("Good morning. Joining me is our CFO. We had a strong quarter. Our revenue rose 5%.", "transcript");
        check("", "article");
    }
}
