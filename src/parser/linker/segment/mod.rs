//! The business line, product or region that a figure is of: a name before the metric ("U.S. commercial revenue"), a
//! phrase behind it ("revenue from equities trading"), or a phrase of place ("in the U.S., Acme reported").

mod noun;
mod told;

pub(super) use noun::named_before;
pub(super) use told::brings;

use crate::model::{Metric, MetricUnit, Span};
use crate::parser::linker::aside;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::segment::noun::{
    describes, is_business_year, is_inner_bank, is_whole, modifies, tells_which, topic,
};
use crate::parser::linker::segment::told::{described, doer, listed, sold, told_of};
use crate::parser::linker::slot::Lead;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::headings::SORTS;

const SKIPPED: CueSet =
    CueSet::of(&[Cue::Filler, Cue::Adjusted, Cue::Gaap, Cue::Organic, Cue::ConstantCurrency, Cue::Period, Cue::Prior]);

/// The segment of the quantity at `at`, whose metric stands at `subject`.
pub(super) fn read(scene: &Scene<'_>, at: usize, subject: Option<usize>) -> Option<Span> {
    if let Some(other) = subject.and_then(|subject| those_of(scene, subject, at)) {
        return Some(other);
    }
    let named = subject.and_then(|subject| before_metric(scene, subject).or_else(|| behind(scene, subject, at)));
    named
        .or_else(|| behind(scene, at, at))
        .or_else(|| abroad(scene, at))
        .or_else(|| head(scene, at))
        .or_else(|| doer(scene, at))
        .or_else(|| subject.and_then(|subject| sold(scene, subject, at)))
        .or_else(|| subject.and_then(|subject| listed(scene, subject, at).or_else(|| told_of(scene, subject))))
}

/// "U.S. commercial revenue", "Azure cloud business revenue".
fn before_metric(scene: &Scene<'_>, subject: usize) -> Option<Span> {
    let (mut place, mut first, mut last) = (subject, None, None);
    for _ in 0..7 {
        let Some(next) = (0..place).rev().find(|p| !matches!(scene.symbol(*p), Some('"' | '“' | '”' | '-'))) else {
            break;
        };
        let cues = scene.cues(next);
        let name = (cues.has(Cue::Plain) && !is_adverb(scene, next) && !is_word(scene, next, &["end", "over"]))
            && !is_code(scene, next)
            || cues.has(Cue::SegmentNoun)
            || tells_which(scene, next)
            || (cues.has(Cue::Block) && last.is_some())
            || (cues.has(Cue::Filler) && first == Some(next + 1) && is_named(scene, next));
        let joins = (cues.has(Cue::And) || scene.symbol(next) == Some('&'))
            && last.is_some()
            && scene.has(next.saturating_sub(1), Cue::Plain);
        if name {
            first = Some(next);
            last = last.or(Some(next));
        } else if !joins && (!cues.meets(SKIPPED) || cues.has(Cue::Report)) {
            break;
        }
        place = next;
    }
    let (first, last) = (past_infinitive(scene, first?, last?)?, last?);
    // "Its 257 new-vehicle stores": half a word is no name, and what a company is, is told of all of it.
    let halved = first.checked_sub(2).is_some_and(|before| is_hyphenated(scene, before, first));
    if halved || (scene.left(first).is_some_and(|the| scene.has(the, Cue::Determiner)) && describes(scene, first, last))
    {
        return None;
    }
    span(scene, first, last)
}

/// "On track to deliver cost savings": where the name begins behind a verb that "to" leads; nothing where it is all there is.
fn past_infinitive(scene: &Scene<'_>, first: usize, last: usize) -> Option<usize> {
    let verb = scene.token(first).is_some_and(|token| !token.capital);
    let to = scene.left(first).is_some_and(|to| first == to + 1 && scene.has(to, Cue::To));
    if !(verb && to) { Some(first) } else { (first + 1..=last).next() }
}

/// Whether the words at two places are one with a hyphen.
fn is_hyphenated(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (scene.token(one), scene.token(other)) else { return false };
    other.span.start == one.span.end + 1 && scene.text.as_bytes().get(one.span.end) == Some(&b'-')
}

/// "Radio sales fell 5%, while those of the recorders rose": what the metric is said of again.
fn those_of(scene: &Scene<'_>, subject: usize, at: usize) -> Option<Span> {
    let of = (subject + 1..at).rev().find(|place| {
        let again = || scene.left(*place).is_some_and(|before| is_word(scene, before, &["those", "that"]));
        scene.has(*place, Cue::Of) && again()
    })?;
    let first = scene.right_past(of, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let names = CueSet::of(&[Cue::Plain, Cue::SegmentNoun]);
    let last = (first..at).take_while(|place| scene.cues(*place).meets(names) || scene.is_mark(*place)).last()?;
    span(scene, first, last)
}

/// Whether a word is the end of a code: "OS" of "7974.OS".
fn is_code(scene: &Scene<'_>, place: usize) -> bool {
    let start = scene.token(place).map_or(0, |token| token.span.start);
    let before = scene.text.get(..start).unwrap_or_default().as_bytes();
    matches!(before, [.., stem, b'.'] if stem.is_ascii_alphanumeric())
}

fn is_adverb(scene: &Scene<'_>, place: usize) -> bool {
    const OTHERS: &[&str] = &[
        "today", "yesterday", "earlier", "again", "report", "post", "bring", "bringing", "brought", "seen", "see",
        "replacement", "cost", "nine-month", "six-month", "nine", "month", "twelve-month", "trailing", "rupee",
        "dollar", "euro", "sterling", "yen", "downside", "upside", "outpacing", "interim", "final", "ordinary", "pre",
        "cat", "world", "partial", "asset",
    ];
    is_word(scene, place, OTHERS) || scene.token(place).is_some_and(|token| token.span.of(scene.text).ends_with("ly"))
}

/// "Revenue from equities trading", "GMV in the United States", "at its AI computing segment".
fn behind(scene: &Scene<'_>, from: usize, at: usize) -> Option<Span> {
    let mut place = scene.right_past(from, CueSet::of(&[Cue::Noun]))?;
    if !scene.cues(place).meets(CueSet::of(&[Cue::In, Cue::From, Cue::At, Cue::For, Cue::Of])) {
        return None;
    }
    let preposition = place;
    place = scene.right_past(place, CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Company, Cue::Prior]))?;
    let (first, mut last) = (place, None);
    while place < scene.tokens().len() && (place < at || from >= at) {
        let cues = scene.cues(place);
        let plain = cues.has(Cue::Plain) && cues != CueSet::of(&[Cue::Determiner]);
        let name = plain || cues.has(Cue::SegmentNoun) || tells_which(scene, place);
        let joins = cues.has(Cue::And) || scene.symbol(place) == Some('&');
        if name {
            last = Some(place);
        } else if aside::parts(scene, place) || !(scene.is_mark(place) || joins && last.is_some()) {
            break;
        }
        place += 1;
    }
    let last = last?;
    // "In an Emca poll of analysts".
    if scene.cues(last + 1).meets(CueSet::of(&[Cue::Analyst, Cue::EstimateNoun])) || is_word(scene, last, POLLS) {
        return None;
    }
    let first = named_last(scene, first, last);
    // "Profits at Indian drugmaker Acme": what stands before a company's name says what it is.
    let timed = scene.period(last + 1).is_some() || is_business_year(scene, last);
    if scene.company(last + 1).is_some() || timed || describes(scene, first, last) || is_whole(scene, first, last) {
        return None;
    }
    let proper = scene.token(first)?.capital
        || (first..=last).any(|p| scene.has(p, Cue::SegmentNoun))
        || is_inner_bank(scene, last)
        || scene.has(preposition, Cue::From)
        || (scene.has(preposition, Cue::Of) && is_word(scene, from, &["sales"]));
    let money = scene.quantity(place).is_some() && !proper;
    if !proper || money { None } else { span(scene, first, last) }
}

/// Where a data vendor's name stands before what it asked analysts for.
const POLLS: &[&str] = &["poll", "survey"];

/// "1,250 in the United States and 2,400 internationally".
fn abroad(scene: &Scene<'_>, at: usize) -> Option<Span> {
    const WHERE: [&str; 4] = ["internationally", "domestically", "overseas", "abroad"];
    let next = scene.right(at).filter(|next| is_word(scene, *next, &WHERE))?;
    span(scene, next, next)
}

/// "Of the blood cell booster Acmol": where the name begins that the words from `first` on only describe.
fn named_last(scene: &Scene<'_>, first: usize, last: usize) -> usize {
    let capital = |place: &usize| scene.token(*place).is_some_and(|token| token.capital);
    let name = (first..=last).rev().take_while(capital).last();
    name.filter(|_| !capital(&first)).unwrap_or(first)
}

/// "In the U.S., Acme reported", "The beauty division posted".
fn head(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let start = scene.clause_start(at);
    let spoken = !scene.has_any(CueSet::of(&[Cue::Say])) || (0..at).all(|p| !scene.has(p, Cue::Say));
    let from = if spoken { 0 } else { start };
    let banks = || memchr::memmem::find(scene.sentence.span.of(scene.text).as_bytes(), b" bank").is_some();
    let nouns = if scene.has_any(CueSet::of(&[Cue::SegmentNoun])) || banks() { from..at } else { at..at };
    let noun = nouns
        .rev()
        .take_while(|p| scene.company(*p).is_none())
        .filter(|p| scene.has(*p, Cue::SegmentNoun) && scene.metric(*p).is_none() || is_inner_bank(scene, *p))
        .find(|p| !modifies(scene, *p) && !is_business_year(scene, *p) && !aside::is_within(scene, *p, at));
    if let Some(noun) = noun {
        let first = (from..noun)
            .rev()
            .take_while(|p| {
                is_named(scene, *p) || scene.has(*p, Cue::And) || is_joint(scene, *p) || tells_which(scene, *p)
            })
            .filter(|p| !is_joint(scene, *p))
            .last();
        // "Emca Corp. unit".
        let company = scene.left(noun).filter(|name| first.is_none() && scene.company(*name).is_some());
        let first = first.or(company).or_else(|| topic(scene, noun)).unwrap_or(noun);
        let first = first.checked_sub(2).filter(|half| is_hyphenated(scene, *half, first)).unwrap_or(first);
        if let Some(name) = described(scene, first) {
            return span(scene, name, name);
        }
        return if is_word(scene, noun, SORTS) && !is_inner_bank(scene, noun) || is_whole(scene, first, noun) {
            None
        } else {
            span(scene, first, noun)
        };
    }
    let first = (start..at).find(|p| !scene.is_mark(*p))?;
    let opens = scene.has(first, Cue::In) || scene.has(first, Cue::At);
    let name = scene.right_past(first, CueSet::of(&[Cue::Determiner])).filter(|_| opens)?;
    let capital = |place: usize| scene.token(place).is_some_and(|token| token.capital && token.cues.has(Cue::Plain));
    // "In North America, sales rose".
    let last = (name..at).take_while(|place| capital(*place)).last()?;
    span(scene, name, last)
}

/// Whether a word may be of a name: one that says nothing else, or one of topics that begins with a capital, as in "Tax".
fn is_named(scene: &Scene<'_>, place: usize) -> bool {
    let capital = |place: usize| scene.token(place).is_some_and(|token| token.capital);
    let topic = scene.cues(place).meets(CueSet::of(&[Cue::Block, Cue::Filler])) && capital(place);
    // "Global Investors", "New York".
    let begins = scene.has(place, Cue::Filler) && scene.has(place + 1, Cue::Plain) && capital(place + 1);
    scene.has(place, Cue::Plain) || (topic && place > 0 && (begins || is_joint(scene, place + 1)))
}

/// What may stand between the words of one name: "Tax & Accounting".
fn is_joint(scene: &Scene<'_>, place: usize) -> bool {
    scene.is_mark(place) || scene.symbol(place) == Some('&')
}

fn is_word(scene: &Scene<'_>, place: usize, list: &[&str]) -> bool {
    let Some(span) = scene.token(place).map(|token| token.span) else { return false };
    let word = scene.text.as_bytes().get(span.start..span.end).unwrap_or_default();
    list.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
}

/// "Profit at its Homeware unit rose 2 percent and revenue rose 3 percent": what is joined to a figure of a part is of it as well.
pub(super) fn joined(scene: &Scene<'_>, metric: Metric, subject: Option<usize>, last: Option<&Draft>) -> Option<Span> {
    const OWN: CueSet = CueSet::of(&[Cue::Company, Cue::Pronoun, Cue::Determiner, Cue::Filler, Cue::Say, Cue::Period]);
    let last = last.filter(|last| last.metric != metric)?;
    let (subject, before) = (subject?, last.subject?);
    let placed = scene.right(before).is_some_and(|at| scene.has(at, Cue::At));
    let goes_on = |place: usize| scene.has(place, Cue::And) || is_word(scene, place, &["even as", "while"]);
    let mut between = last.at + 1..subject;
    let plain = between.clone().all(|place| !scene.cues(place).meets(OWN) && scene.symbol(place) != Some(';'));
    let words = scene.token(subject).map_or("", |token| token.span.of(scene.text));
    let first = words.split(' ').next().unwrap_or_default();
    let whole = ["total", "group", "consolidated"].iter().any(|whole| first.eq_ignore_ascii_case(whole));
    // "Refining lost $18 million on revenue of $593 million".
    let on = scene.right(last.at).filter(|on| scene.has(*on, Cue::On));
    let on = on.is_some_and(|on| scene.right_past(on, CueSet::of(&[Cue::Determiner, Cue::Filler])) == Some(subject));
    (plain && !whole && (on || placed && between.any(goes_on))).then_some(last.segment).flatten()
}

/// The segment of the figure that this one is set beside, or of the sentence that its metric is carried from.
pub(super) fn inherited(
    metric: Metric,
    lead: Lead,
    (subject, last): (Option<usize>, Option<&Draft>),
    carried: Option<Span>,
) -> Option<Span> {
    // A part has no shares.
    if metric.row().unit == MetricUnit::PerShare {
        return None;
    }
    let beside = last.filter(|last| last.metric == metric || lead == Lead::Same);
    match (lead, beside) {
        (Lead::Plain | Lead::Change | Lead::By, _) | (_, None) if subject.is_none() => carried,
        (Lead::Plain | Lead::Change | Lead::By, _) => None,
        (_, last) => last.and_then(|last| last.segment),
    }
}

fn span(scene: &Scene<'_>, first: usize, last: usize) -> Option<Span> {
    Some(Span::new(scene.token(first)?.span.start, scene.token(last)?.span.end))
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let report = crate::analyze(&Document::new("x", text));
        let segment = report.facts.first().and_then(|fact| fact.segment.as_deref());
        assert_eq!(segment, expected, "{text}");
    }

    #[test]
    fn what_the_company_is_names_no_part_of_it() {
        check("Profits at Indian drugmaker Acme Ltd fell to $5 million.", None);
        check("India's largest private sector lender saw its net earnings rise to $10 million.", None);
        check("Acme Corp. (NASDAQ: ACME) today reported revenue of $22 million.", None);
        check("Acme reported a 1986 year end net loss of 3.0 mln dlrs.", None);
        check("The news and weather provider reported earnings per share of 11 cents.", None);
        check("Acme, which owns 257 new-vehicle stores, has grown.", None);
        check("Sales were up 27% from the same 2007 period.", None);
        check("Acme sees a profit of 3 billion yen in the business year to March 2009.", None);
    }

    #[test]
    fn a_part_is_named() {
        check("The main cabin reported revenue of $3 million.", Some("main cabin"));
        check("Acme said sales of the pain booster Acmol fell 25 percent.", Some("Acmol"));
        check(
            "Acme had a good year. The older drug Zymol, used in hospitals, saw sales fall 11 percent.",
            Some("Zymol"),
        );
        check("Its Pulp & Paper unit reported sales of $3 million.", Some("Pulp & Paper unit"));
        check("Acme said revenue at the Pulp & Paper division was $3 million.", Some("Pulp & Paper division"));
        check(
            "Acme Corp. (NYSE: ACM) had a good year. Homeware, its largest division, posted revenue of $3 million.",
            Some("Homeware"),
        );
    }

    #[test]
    fn verbs_and_ways_to_reckon_name_no_part() {
        check("It will report profits of $9 million.", None);
        check("Replacement cost profit fell to $5 million.", None);
        check("Nine-month revenue rose to $5 million.", None);
        check("Trailing 12-month free cash flow was $5 million.", None);
    }

    #[test]
    fn a_part_is_described_before_it_is_named() {
        check(
            "Acme said sales of the blood cell booster Acmol -- long seen as its best product -- fell 25 percent to $761 million.",
            Some("Acmol"),
        );
        let opened = "Profit rose 9% to £2.8bn.";
        let report = crate::analyze(&Document::new("x", format!("{opened} Its Global Investors wing made £347m.")));
        let segments: Vec<_> = report.facts.iter().filter_map(|fact| fact.segment.as_deref()).collect();
        assert_eq!(segments, ["Global Investors wing"]);
        check("Acme said its Tax & Accounting unit reported sales of $341 million.", Some("Tax & Accounting unit"));
    }

    #[test]
    fn a_sentence_is_told_of_a_product() {
        let opened = "Acme Corp. (NYSE: ACM) reported its results.";
        check(
            &format!("{opened} Zymol, a treatment for arthritis, did very well as sales rose 30 percent."),
            Some("Zymol"),
        );
        check(&format!("{opened} Zymol, a treatment for arthritis, did well and its sales rose 30 percent."), None);
        check(&format!("{opened} Smith, the finance chief, said sales rose 30 percent."), None);
    }

    #[test]
    fn a_part_is_listed() {
        let text = "Acme Corp. reported. Revenue breakdown: Care and Service, $3 billion (Emca estimate: $2 billion); Ads, $1 billion.";
        check(text, Some("Care and Service"));
        let report = crate::analyze(&Document::new("x", text));
        let segments: Vec<_> = report.facts.iter().map(|fact| fact.segment.as_deref().unwrap_or("-")).collect();
        assert_eq!(segments, ["Care and Service", "Care and Service", "Ads"]);
        check("Revenue rose; in short, $5 billion.", None);
    }

    #[test]
    fn a_part_goes_on_behind_and() {
        let of = |text: &str| {
            let report = crate::analyze(&Document::new("x", text));
            report.facts.iter().map(|fact| fact.segment.clone().unwrap_or_default()).collect::<Vec<_>>().join(", ")
        };
        let opened = "Acme Corp. (NYSE: ACM) had a good year. Profit at Garden Tools Europe rose 2 percent";
        assert_eq!(of(&format!("{opened} and revenue rose 3 percent.")), "Garden Tools Europe, Garden Tools Europe");
        assert_eq!(of(&format!("{opened} and total revenue rose 3 percent.")), "Garden Tools Europe, ");
        assert_eq!(of(&format!("{opened} and its revenue rose 3 percent.")), "Garden Tools Europe, ");
    }
}
