//! Headings that name a business line, so that what stands below them is of it: "Consumer Leasing Results".

use memchr::memmem;

use crate::model::{Basis, Metric, MetricUnit, Span};
use crate::parser::lexer::token::{Token, TokenKind};
use crate::parser::linker::basis;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::state::TITLE;
use crate::parser::sentence::Sentence;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::headings::{ENDS, GENERAL, PARTS};

/// A name in a heading has so many words at most.
const LONGEST: usize = 5;

/// So often more must a text say a name that nothing else tells.
const AGAIN: usize = 2;

/// The business line that a heading names, if it names one.
pub(super) fn segment(text: &str, tokens: &[Token]) -> Option<Span> {
    // Most lines say more than a name.
    let named = tokens.iter().filter(|token| !token.mark);
    let named: Vec<&Token> = if named.clone().nth(LONGEST + 1).is_none() { named.collect() } else { return None };
    let word = |token: &Token| token.span.of(text);
    let is_one_of = |word: &str, list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let (last, rest) = named.split_last()?;
    let told = is_one_of(word(last), ENDS);
    let name = if told { rest } else { named.as_slice() };
    let proper = |token: &&Token| {
        let named = token.cues.meets(CueSet::of(&[Cue::Plain, Cue::SegmentNoun, Cue::Company]));
        let joins = token.cues.has(Cue::And) || token.kind == TokenKind::Symbol('&');
        (named && token.capital) || joins
    };
    let general = || name.iter().all(|token| word(token).split([' ', '-']).all(|part| is_one_of(part, GENERAL)));
    if name.is_empty() || name.len() > LONGEST || !name.iter().all(proper) || general() {
        return None;
    }
    let span = Span::new(name.first()?.span.start, name.last()?.span.end);
    let letters = span.of(text).chars().any(char::is_lowercase);
    let again = || memmem::find_iter(text.as_bytes(), span.of(text)).nth(AGAIN).is_some();
    (letters && (told || again())).then_some(span)
}

/// "Revenue by segment:", "Operating profit, geographic breakdown": the metric that the list below gives for each part.
pub(super) fn parted(text: &str, sentence: Sentence, tokens: &[Token]) -> Option<Metric> {
    let by = |token: &Token| PARTS.iter().any(|part| token.span.of(text).eq_ignore_ascii_case(part));
    let mut metrics = tokens.iter().filter_map(|token| match token.kind {
        TokenKind::Metric(metric) => Some(metric),
        _ => None,
    });
    let metric = metrics.next().filter(|_| metrics.next().is_none())?;
    // "Operating profit includes -".
    let open = sentence.span.of(text).trim_end().ends_with(['-', ':']);
    let includes = |token: &Token| open && token.cues.has(Cue::Share);
    tokens.iter().any(|token| by(token) || includes(token)).then_some(metric)
}

/// "Statutory results:", "Non-GAAP": the one basis of what stands below a short heading.
pub(super) fn basis(tokens: &[Token]) -> Option<Basis> {
    let mut told = tokens.iter().filter_map(|token| basis::told(token.cues));
    let basis = told.next().filter(|_| tokens.len() <= TITLE && told.next().is_none())?;
    matches!(basis, Basis::Adjusted | Basis::Gaap).then_some(basis)
}

/// Whether a figure of the metric, in a sentence that names no business line, is of the one that the heading names: what
/// only a whole company has is not, nor what the sentence calls so.
pub(super) fn covers(scene: &Scene<'_>, metric: Metric) -> bool {
    const WHOLE: [&str; 8] = [
        "share_repurchases", "dividends_paid", "cash", "debt", "net_debt", "total_assets", "shares_outstanding",
        "tax_rate",
    ];
    let says_whole = |place: usize| {
        let words = scene.words(place).to_ascii_lowercase();
        ["consolidated", "company-wide", "companywide"].iter().any(|whole| words.starts_with(whole))
    };
    let per_share = metric.row().unit == MetricUnit::PerShare;
    !per_share && !WHOLE.contains(&metric.key()) && !(0..scene.tokens().len()).any(says_whole)
}

#[cfg(test)]
mod tests {
    use crate::model::{Document, Kind};

    #[track_caller]
    fn check(heading: &str, sentence: &str, expected: Option<&str>) {
        let text = format!(
            "DENVER, May 3, 2024 (GLOBE NEWSWIRE) -- Acme Corp. (NASDAQ: ACME) today reported revenue of $90 million.\n\n\
             {heading}\n\n{sentence}\n\nAbout Acme\n\nAcme makes anvils.\n"
        );
        let report = crate::analyze(&Document::new("x", text.as_str()));
        assert_eq!(report.kind, Kind::PressRelease);
        let segment = report.facts.get(1).map(|fact| fact.segment.as_deref());
        assert_eq!(segment, Some(expected), "{heading}: {sentence}");
    }

    #[test]
    fn a_heading_names_what_stands_below() {
        check("Consumer Leasing Results", "Revenues were $55 million.", Some("Consumer Leasing"));
        check("**Home Robots**", "* Revenue was $18 million. Home Robots and Home Robots again.", Some("Home Robots"));
        check("Consumer Leasing Results", "Consolidated revenues were $55 million.", None);
        check("Consumer Leasing Results", "It ended with cash of $55 million.", None);
        check("Consumer Leasing Results", "Diluted EPS was $1.20.", None);
    }

    #[test]
    fn a_list_gives_a_metric_for_each_part() {
        let text = "Acme Corp. reported its results.\n\nRevenue by segment:\n- Cloud: $5 billion, up 5%\n- Office Furniture $2 \
                    billion vs $1 billion\n- Headcount: 500 people\n\nIt was a good year at the Cloud unit, with $7 billion.\n";
        let report = crate::analyze(&Document::new("x", text));
        let facts = report.facts.iter().map(|fact| {
            format!("{} {} {}", fact.metric.key(), fact.segment.as_deref().unwrap_or("-"), fact.evidence.span.of(text))
        });
        assert_eq!(
            facts.collect::<Vec<_>>(),
            [
                "revenue Cloud $5 billion", "revenue Cloud 5%", "revenue Office Furniture $2 billion",
                "revenue Office Furniture $1 billion", "headcount - 500",
            ]
        );
    }

    #[test]
    fn most_headings_name_none() {
        check("Second Quarter Financial Highlights", "Revenues were $55 million.", None);
        check("Liquidity and Capital Allocation", "Revenues were $55 million.", None);
        check("Strong Demand Lifts Sales", "Revenues were $55 million.", None);
        check("Bold Steps", "Revenues were $55 million.", None);
    }
}
