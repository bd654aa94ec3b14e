//! What sort of text a document is, from how it begins.

use memchr::memmem;

use crate::model::{Document, Kind};
use crate::parser::sentence::Sentence;

/// How much of the text is looked at, in bytes.
const BEGINNING: usize = 6000;

/// Words that only a company's own announcement has at its beginning.
static RELEASE: &[&str] = &[
    "FOR IMMEDIATE RELEASE", "News Release", "NEWS RELEASE", "Press Release", "PRESS RELEASE", "BUSINESS WIRE",
    "GLOBE NEWSWIRE", "GlobeNewswire", "PRNewswire", "Exhibit 99", "FORM 8-K", "Investor Relations Contact",
];

/// Words that announcements have more of than others: three of them make one.
static RELEASE_SIGNS: &[&str] = &[
    "today announced", "today reported", "(NYSE:", "(NASDAQ:", "(Nasdaq:", "ighlights", "HIGHLIGHTS",
    "forward-looking", "naudited", "diluted EPS", "on-GAAP", "•",
];

/// Words that only a call has.
static CALL: &[&str] = &[
    "earnings call", "conference call", "Joining me", "joining us", "turn the call", "hand the call", "turn it over",
    "[Operator", "Operator", "Good morning", "Good afternoon", "Slide ", "slide ", "Q&A", "prepared remarks",
    "Thank you", "Thanks",
];

/// Words of the company speaking of itself.
static OURSELVES: &[&str] = &[" we ", "We ", " our ", "Our ", "we're", "We're", "we've", "We've"];

/// Words of a wire's brief.
static BRIEF: &[&str] = &["Shr ", "shr ", " vs ", "Net ", "Revs ", " mln", " cts", " dlrs", "Reuter\n"];

/// The kind of a document.
pub fn kind(document: &Document, sentences: &[Sentence]) -> Kind {
    let end = (0..=BEGINNING.min(document.text.len())).rev().find(|end| document.text.is_char_boundary(*end));
    let head = document.text.get(..end.unwrap_or_default()).unwrap_or_default();
    let count = |needles: &[&str]| needles.iter().map(|needle| occurrences(head, needle)).sum::<usize>();
    if has_any(head, RELEASE) || signs(head, RELEASE_SIGNS) > 2 {
        return Kind::PressRelease;
    }
    let briefs = count(BRIEF);
    if document.text.len() < 2500 && briefs >= 4 && briefs * 250 >= head.len() {
        return Kind::Brief;
    }
    let ourselves = count(OURSELVES);
    let told = occurrences(head, "\"") + occurrences(head, "“") + occurrences(head, " said");
    let lines = sentences.iter().take_while(|sentence| sentence.span.end <= head.len()).count();
    let of_call = signs(head, CALL);
    let speaks = ourselves * 500 >= head.len() && (lines > 8 || of_call > 0);
    if ourselves > 2 * told && (speaks || of_call > 2) {
        return Kind::Transcript;
    }
    Kind::Article
}

/// How many of the words the text has.
fn signs(text: &str, needles: &[&str]) -> usize {
    needles.iter().filter(|needle| memmem::find(text.as_bytes(), needle.as_bytes()).is_some()).count()
}

fn has_any(text: &str, needles: &[&str]) -> bool {
    needles.iter().any(|needle| memmem::find(text.as_bytes(), needle.as_bytes()).is_some())
}

fn occurrences(text: &str, needle: &str) -> usize {
    memmem::find_iter(text.as_bytes(), needle.as_bytes()).count()
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
