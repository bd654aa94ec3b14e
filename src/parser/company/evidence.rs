//! What the words around a name say about it: a company's or a person's, the teller's or a part's.

use crate::parser::company::hints::{Hints, is, is_letters, is_possessive};
use crate::parser::company::name::Name;
use crate::parser::company::ticker::{self, Ticker};
use crate::parser::lexer::word::Word;
use crate::parser::vocabulary::companies::Hint;

/// How often each thing was seen beside one spelling of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// Inside a sentence, where a capital is no accident.
    pub inside: u16,
    /// As the first words of a sentence.
    pub opening: u16,
    /// With a legal form: "Acme Inc".
    pub legal: u16,
    /// Before "posted" and the like.
    pub reports: u16,
    /// Before "said" and the like.
    pub says: u16,
    /// With a possessive.
    pub owns: u16,
    /// With a possessive that belongs to the name: "McDonald's said".
    pub apostrophe: u16,
    /// Behind a word that announces a company: "chipmaker Acme".
    pub sort: u16,
    /// Behind a word that announces another company: "rival Acme".
    pub rival: u16,
    /// Beside a title: "CEO Jane Doe".
    pub person: u16,
    /// As the employer of those whose opinion is told.
    pub opinion: u16,
    /// Before "today announced", or as the registrant of a filing.
    pub announces: u16,
    /// As a part of a company: "its Acme unit".
    pub part: u16,
    /// The ticker behind it.
    pub ticker: Option<Ticker>,
}

impl Evidence {
    /// Adds what was seen elsewhere.
    pub(super) fn add(&mut self, other: &Self) {
        for (to, from) in [
            (&mut self.inside, other.inside),
            (&mut self.opening, other.opening),
            (&mut self.legal, other.legal),
            (&mut self.reports, other.reports),
            (&mut self.says, other.says),
            (&mut self.owns, other.owns),
            (&mut self.apostrophe, other.apostrophe),
            (&mut self.sort, other.sort),
            (&mut self.rival, other.rival),
            (&mut self.person, other.person),
            (&mut self.opinion, other.opinion),
            (&mut self.announces, other.announces),
            (&mut self.part, other.part),
        ] {
            *to = to.saturating_add(from);
        }
        self.ticker = self.ticker.filter(|ticker| ticker.certain).or(other.ticker).or(self.ticker);
    }
}

/// What the words around `name` say.
pub(super) fn gather(text: &str, words: &[Word], name: &Name, hints: Hints) -> Evidence {
    let mut evidence = Evidence { legal: u16::from(name.legal), ..Evidence::default() };
    if opens(words, name.words.start) {
        evidence.opening = 1;
    } else {
        evidence.inside = 1;
    }
    before(text, words, name, hints, &mut evidence);
    let mut after = name.end;
    if is_possessive(words.get(after)) {
        after += 1;
        // "McDonald's said": the name ends so.
        let spoken = words.get(after).is_some_and(|word| matches!(word.span.of(text), "said" | "reported" | "posted"));
        evidence.owns = u16::from(!spoken);
        evidence.apostrophe = u16::from(spoken);
    }
    evidence.ticker = words.get(after.saturating_sub(1)).and_then(|last| ticker::read(text, last.span.end));
    if let Some(ticker) = evidence.ticker {
        after += words.iter().skip(after).take_while(|word| word.span.start < ticker.end).count();
    }
    behind(text, words, after, hints, &mut evidence);
    evidence
}

/// Whether the word at `at` is the first of its sentence, quotation marks aside.
fn opens(words: &[Word], at: usize) -> bool {
    words.iter().take(at).all(|word| !is_letters(Some(word)))
        || at.checked_sub(1).is_some_and(|before| {
            words.get(before).is_some_and(|word| word.is('"') || word.is('“') || word.is(':') || word.is('•'))
        })
}

fn before(text: &str, words: &[Word], name: &Name, hints: Hints, evidence: &mut Evidence) {
    let start = name.words.start;
    let back = |steps: usize| start.checked_sub(steps).and_then(|at| words.get(at));
    let lower =
        |steps: usize, hint: Hint| back(steps).is_some_and(|word| !word.capital) && hints.any(back(steps), hint);
    evidence.person =
        u16::from(hints.any(back(1), Hint::TITLE) || (is(back(1), '.') && hints.any(back(2), Hint::TITLE)));
    evidence.sort = u16::from(lower(1, Hint::SORT) && !lower(1, Hint::PART));
    let such_as = hints.any(back(3), Hint::RIVAL) && hints.any(back(1), Hint::NEVER);
    let like = hints.any(back(2), Hint::RIVAL) && hints.any(back(1), Hint::NEVER) && !is_possessive(back(1));
    evidence.rival = u16::from(hints.any(back(1), Hint::RIVAL) || such_as || like);
    let owned = is_possessive(back(1)) && !hints.any(back(2), Hint::PLACE) && is_letters(back(2));
    let pronoun =
        |steps: usize| back(steps).is_some_and(|word| matches!(word.span.of(text), "its" | "Its" | "their" | "our"));
    let owned = owned || pronoun(1);
    let owned_adjective = is_possessive(back(2)) && is_letters(back(1)) && evidence.sort + evidence.rival == 0;
    // "The Tokyo, Japan-based company" names a place.
    let based = (0..3).any(|steps| {
        let at = |more: usize| words.get(name.end + steps + more);
        at(0).is_some_and(|word| word.is('-') && word.glued) && at(1).is_some_and(|word| word.span.of(text) == "based")
    });
    evidence.part = u16::from(owned || owned_adjective || based || lower(1, Hint::PART));
    let employer = hints.any(back(1), Hint::NEVER) && is_letters(back(1)) && !is(back(1), ',');
    let told = (2..7).any(|steps| hints.any(back(steps), Hint::OPINION.and(Hint::TITLE)));
    evidence.opinion = u16::from(employer && told && evidence.rival == 0);
}

/// "By Jane Doe", "(Reporting by Jane Doe; editing by John Doe)".
fn is_byline(text: &str, words: &[Word], start: usize) -> bool {
    let back = |steps: usize| start.checked_sub(steps).and_then(|at| words.get(at)).map(|word| word.span.of(text));
    let by = matches!(back(1), Some("By"))
        || matches!(back(1), Some("by"))
            && matches!(back(2), Some("Reporting" | "Editing" | "editing" | "reporting" | "Writing"));
    by || matches!(back(1), Some("and")) && words.iter().take(4).any(|word| matches!(word.span.of(text), "By"))
}

fn behind(text: &str, words: &[Word], after: usize, hints: Hints, evidence: &mut Evidence) {
    let at = |steps: usize| words.get(after + steps);
    if is(at(0), ',') {
        apposition(words, after, hints, evidence);
        return;
    }
    let near = (0..3).take_while(|steps| is_letters(at(*steps)));
    evidence.opinion += u16::from(near.clone().any(|steps| hints.any(at(steps), Hint::OPINION)));
    evidence.part +=
        u16::from(evidence.owns == 0 && at(0).is_some_and(|word| !word.capital && hints.of(word).any(Hint::PART)));
    let verb = after + skipped(text, words, after, hints);
    let today = verb.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.span.of(text) == "today");
    evidence.announces = u16::from(today && hints.any(words.get(verb), Hint::REPORTS));
    judge_verb(words, verb, hints, evidence);
}

fn judge_verb(words: &[Word], verb: usize, hints: Hints, evidence: &mut Evidence) {
    let verb = words.get(verb);
    let lower = verb.is_some_and(|word| !word.capital);
    evidence.reports = u16::from(lower && evidence.owns == 0 && hints.any(verb, Hint::REPORTS));
    evidence.says = u16::from(hints.any(verb, Hint::SAYS.and(Hint::TITLE)));
}

/// Words between a name and its verb: "on Thursday", "also", "earlier this month".
fn skipped(text: &str, words: &[Word], after: usize, hints: Hints) -> usize {
    let mut steps = 0;
    while steps < 5
        && words.get(after + steps).is_some_and(|word| {
            let day = word.capital && hints.of(word).any(Hint::NEVER);
            day || matches!(
                word.span.of(text),
                "on" | "today"
                    | "also"
                    | "each"
                    | "earlier"
                    | "this"
                    | "last"
                    | "month"
                    | "week"
                    | "again"
                    | "recently"
                    | "late"
                    | "early"
            )
        })
    {
        steps += 1;
    }
    steps
}

/// "Acme, the second-biggest lender, saw …" and "Jane Doe, chief executive": `comma` is the first comma.
fn apposition(words: &[Word], comma: usize, hints: Hints, evidence: &mut Evidence) {
    let inside = words.iter().skip(comma + 1);
    let length = inside.clone().take(16).position(|word| word.is(','));
    let reach = length.unwrap_or(4);
    let person = |word: &Word| !word.capital && hints.of(word).any(Hint::TITLE.and(Hint::OPINION));
    if inside.clone().take(reach.min(3)).any(person) {
        evidence.person += 1;
        return;
    }
    let Some(length) = length else { return };
    let opens = inside.clone().next().is_some_and(|word| hints.of(word).any(Hint::NEVER) && !word.capital);
    let has =
        |hint: Hint| words.iter().skip(comma + 1).take(length).any(|word| !word.capital && hints.of(word).any(hint));
    if opens {
        let owned = words.iter().skip(comma + 1).take(3).any(|word| is_possessive(Some(word)));
        let sort = has(Hint::SORT);
        evidence.part += u16::from(owned && sort && has(Hint::PART));
        judge_verb(words, comma + length + 2, hints, evidence);
        evidence.sort += u16::from(sort && !owned && evidence.reports > 0);
    }
}
