//! What the words around a name say about it: a company's or a person's, the teller's or a part's.

use crate::parser::company::hints::{Hints, is, is_letters, is_possessive};
use crate::parser::company::name::Name;
use crate::parser::company::ticker::{self, Ticker};
use crate::parser::lexer::word::Word;
use crate::parser::vocabulary::companies::Hint;

/// How often each thing was seen beside a name.
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
    /// Before "today announced", or as the registrant of a filing.
    pub announces: u16,
    /// Beside a title: "CEO Jane Doe".
    pub person: u16,
    /// Before "said" and then "he": those who have a gender are people.
    pub gendered: u16,
    /// As the host of a call: "welcome to the Acme call", "Acme's third-quarter results".
    pub hosts: u16,
    /// As the employer of those whose opinion is told.
    pub opinion: u16,
    /// As a part of a company, or of another word: "its Acme unit", "Acme-based".
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
            (&mut self.announces, other.announces),
            (&mut self.person, other.person),
            (&mut self.gendered, other.gendered),
            (&mut self.hosts, other.hosts),
            (&mut self.opinion, other.opinion),
            (&mut self.part, other.part),
        ] {
            *to = to.saturating_add(from);
        }
        self.ticker = self.ticker.filter(|ticker| ticker.certain).or(other.ticker).or(self.ticker);
    }

    /// Whether the name is a person's: nothing but a company has a legal form or a ticker.
    pub(super) fn is_person(&self) -> bool {
        self.person > 0 && self.legal == 0 && self.ticker.is_none()
    }
}

/// Words behind a host that may part it from what it hosts: "fiscal 2021 third quarter earnings".
const HOSTED: usize = 6;
/// Words behind "said" among which "he" stands.
const GENDERED: usize = 8;

fn ends_clause(word: &Word) -> bool {
    [',', ';', ':', '(', ')', '.'].iter().any(|symbol| word.is(*symbol))
}

/// A name among the words of its sentence.
pub(super) struct Place<'s> {
    pub text: &'s str,
    pub words: &'s [Word],
    pub hints: Hints,
}

impl Place<'_> {
    /// What the words around `name` say.
    pub(super) fn gather(&self, name: &Name) -> Evidence {
        let mut evidence = Evidence { legal: u16::from(name.legal), ..Evidence::default() };
        if self.opens(name.words.start) {
            evidence.opening = 1;
        } else {
            evidence.inside = 1;
        }
        self.before(name, &mut evidence);
        let mut after = name.end;
        if is_possessive(self.words.get(after)) {
            after += 1;
            let spoken = self.any(after, Hint::SPEAKS);
            evidence.owns = u16::from(!spoken);
            evidence.apostrophe = u16::from(spoken);
        }
        let last = after.checked_sub(1).and_then(|at| self.words.get(at));
        evidence.ticker = last.and_then(|last| ticker::read(self.text, last.span.end));
        if let Some(ticker) = evidence.ticker {
            after = after.max(self.words.partition_point(|word| word.span.start < ticker.end));
        }
        self.behind(after, &mut evidence);
        evidence.hosts = u16::from(self.is_host(name.words.start, after, &evidence));
        evidence
    }

    /// "Welcome to the Acme call", "attributable to Acme", "Acme's third-quarter results", "Acme's CEO".
    fn is_host(&self, start: usize, after: usize, evidence: &Evidence) -> bool {
        let back = |steps: usize| start.checked_sub(steps);
        let article = usize::from(back(1).is_some_and(|at| self.any(at, Hint::NEVER) && !self.any(at, Hint::TO)));
        let to = back(1 + article).is_some_and(|at| self.any(at, Hint::TO));
        let welcomed = to && back(2 + article).is_some_and(|at| self.any(at, Hint::WELCOMES));
        let mut near =
            (after..after + HOSTED).take_while(|at| self.words.get(*at).is_some_and(|word| !ends_clause(word)));
        let own = Hint::HOSTED.and(Hint::TITLE);
        welcomed || (evidence.owns > 0 && near.any(|at| self.any(at, own)))
    }

    fn any(&self, at: usize, hints: Hint) -> bool {
        self.hints.any(self.words.get(at), hints)
    }

    /// Whether the word at `at` says any of these, and is no part of a name or title.
    fn lower(&self, at: usize, hints: Hint) -> bool {
        self.words.get(at).is_some_and(|word| !word.capital && self.hints.of(word).any(hints))
    }

    /// Whether the word at `at` is the first of its sentence, or of a quotation.
    fn opens(&self, at: usize) -> bool {
        let quote = |word: &Word| word.is('"') || word.is('“') || word.is(':') || word.is('•');
        self.words.iter().take(at).all(|word| !is_letters(Some(word)))
            || at.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(quote)
    }

    fn before(&self, name: &Name, evidence: &mut Evidence) {
        let start = name.words.start;
        let back = |steps: usize| start.checked_sub(steps);
        let any = |steps: usize, hint: Hint| back(steps).is_some_and(|at| self.any(at, hint));
        let lower = |steps: usize, hint: Hint| back(steps).is_some_and(|at| self.lower(at, hint));
        let word = |steps: usize| back(steps).and_then(|at| self.words.get(at));
        let titled = any(1, Hint::TITLE.and(Hint::OPINION)) || (is(word(1), '.') && any(2, Hint::TITLE));
        // "I will hand the call over to Jane", "Thank you, Jane".
        let handed = any(1, Hint::TO) && any(2, Hint::HANDS);
        let thanked = any(1, Hint::THANKS) || (is(word(1), ',') && any(2, Hint::THANKS));
        evidence.person = u16::from(titled || handed || thanked || self.is_byline(start));
        evidence.sort = u16::from(lower(1, Hint::SORT) && !lower(1, Hint::PART));
        // "Rivals such as Acme", "unlike peers like Acme".
        let among = any(1, Hint::NEVER) && !is_possessive(word(1)) && (any(2, Hint::RIVAL) || any(3, Hint::RIVAL));
        evidence.rival = u16::from(any(1, Hint::RIVAL) || among);
        let owned = is_possessive(word(1)) && is_letters(word(2)) && !any(2, Hint::PLACE);
        let owned_sort = is_possessive(word(2)) && is_letters(word(1)) && evidence.sort + evidence.rival == 0;
        let bracketed = is(word(1), '(') && is(self.words.get(name.end), ')');
        let its = any(1, Hint::ITS);
        evidence.part = u16::from(owned || owned_sort || its || bracketed || lower(1, Hint::PART));
        let employer = any(1, Hint::NEVER) && is_letters(word(1));
        let told = (2..7).any(|steps| any(steps, Hint::OPINION.and(Hint::TITLE)));
        evidence.opinion = u16::from(employer && told && evidence.rival == 0);
    }

    /// "By Jane Doe", "Reporting by Jane Doe; editing by John Doe": who wrote, and not who reports.
    fn is_byline(&self, start: usize) -> bool {
        let is = |steps: usize, expected: &str| {
            start
                .checked_sub(steps)
                .and_then(|at| self.words.get(at))
                .is_some_and(|w| w.span.of(self.text).eq_ignore_ascii_case(expected))
        };
        let by = |steps: usize| {
            let opens =
                start == steps || start.checked_sub(steps + 1).is_some_and(|at| !is_letters(self.words.get(at)));
            is(steps, "by") && (opens || ["reporting", "editing", "writing"].iter().any(|verb| is(steps + 1, verb)))
        };
        by(1) || (is(1, "and") && (2..6).any(by))
    }

    fn behind(&self, after: usize, evidence: &mut Evidence) {
        if is(self.words.get(after), ',') {
            self.apposition(after, evidence);
            return;
        }
        let near = (after..after + 3).take_while(|at| is_letters(self.words.get(*at)));
        evidence.opinion += u16::from(near.clone().any(|at| self.any(at, Hint::OPINION)));
        let compound = self.words.get(after).is_some_and(|word| word.is_dash() && word.glued);
        let part = evidence.owns == 0 && self.lower(after, Hint::PART);
        evidence.part += u16::from(part || compound || self.is_seat(after));
        let verb = self.verb(after);
        let today = verb > after && self.words.get(verb - 1).is_some_and(|w| w.span.of(self.text) == "today");
        evidence.announces = u16::from(today && self.any(verb, Hint::REPORTS));
        self.judge_verb(verb, evidence);
        let said = verb == after && evidence.owns == 0 && self.lower(verb, Hint::SPEAKS);
        evidence.gendered = u16::from(said && (verb..verb + GENDERED).any(|at| self.lower(at, Hint::PERSONAL)));
    }

    /// "The Tokyo, Japan-based company": a place.
    fn is_seat(&self, after: usize) -> bool {
        (after..after + 3).any(|at| {
            self.words.get(at).is_some_and(|word| word.is_dash() && word.glued)
                && self.words.get(at + 1).is_some_and(|word| word.span.of(self.text) == "based")
        })
    }

    fn judge_verb(&self, verb: usize, evidence: &mut Evidence) {
        evidence.reports = u16::from(evidence.owns == 0 && self.lower(verb, Hint::REPORTS));
        evidence.says = u16::from(self.any(verb, Hint::SAYS.and(Hint::TITLE)));
    }

    /// Index of the verb behind a name, past "on Thursday", "also", "earlier this month".
    fn verb(&self, after: usize) -> usize {
        let between = (after..after + 5).take_while(|at| self.any(*at, Hint::BETWEEN));
        after + between.count()
    }

    /// "Acme, the second-biggest lender, saw …" and "Jane Doe, chief executive": `comma` is the first comma.
    fn apposition(&self, comma: usize, evidence: &mut Evidence) {
        let start = comma + 1;
        let length = self.words.iter().skip(start).take(16).position(|word| word.is(','));
        let reach = start + length.unwrap_or(3).min(3);
        if (start..reach).any(|at| self.lower(at, Hint::TITLE.and(Hint::OPINION))) {
            evidence.person += 1;
            return;
        }
        evidence.part += u16::from(self.is_seat(start));
        let Some(end) = length.map(|length| start + length) else { return };
        if self.lower(start, Hint::NEVER) {
            let owned =
                (start..end.min(start + 4)).any(|at| is_possessive(self.words.get(at)) || self.any(at, Hint::ITS));
            let sort = (start..end).any(|at| self.lower(at, Hint::SORT));
            evidence.part += u16::from(owned && sort);
            self.judge_verb(self.verb(end + 1), evidence);
            evidence.sort += u16::from(sort && !owned && evidence.reports + evidence.says > 0);
        }
    }
}
