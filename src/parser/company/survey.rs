//! Who a document is about, and who else is named: the census, weighed.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Document, Kind, Span};
use crate::parser::company::census::{self, Candidate};
use crate::parser::company::evidence::Evidence;
use crate::parser::company::{Alias, Named, alias, mention, ticker};
use crate::parser::lexer::word::{self, Opening};
use crate::parser::sentence::Sentence;

/// How much of an article is surveyed, in bytes: nearly every article whole.
const ARTICLE: usize = 12_000;
/// How much of a release or a call is surveyed: there the company says at once who it is.
const OWN_WORDS: usize = 5_000;

/// What the survey finds.
#[derive(Default)]
pub(super) struct Survey {
    /// The companies, the main one first.
    pub all: Vec<Named>,
    /// The main one's place among them.
    pub main: Option<usize>,
    /// Where each company's own heading stands, and the company.
    pub sections: Vec<(usize, usize)>,
}

/// How much of a document is surveyed, in bytes.
pub(super) fn reach(kind: Kind) -> usize {
    match kind {
        Kind::PressRelease | Kind::Transcript => OWN_WORDS,
        Kind::Article | Kind::Brief => ARTICLE,
    }
}

/// Surveys the beginning of the document, as far as its words are given.
pub(super) fn survey(document: &Document, sentences: &[Sentence], opening: &Opening, kind: Kind) -> Survey {
    let own_words = matches!(kind, Kind::PressRelease | Kind::Transcript);
    let (mut candidates, headings) = census::take(&document.text, sentences, opening);
    leave_out_people(&mut candidates);
    let mut clusters = clusters(&candidates);
    let told = document.company.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let main = main_cluster(document, kind, told, &clusters).map(|main| clusters.remove(main));
    clusters.retain(|cluster| !own_words && cluster.is_company());
    let first = main.as_ref().map(|cluster| cluster.named(kind));
    let first = told.map(|told| told_by_reader(told, first.clone())).or(first);
    let mut survey = Survey { main: first.as_ref().map(|_| 0), ..Survey::default() };
    survey.all.extend(first);
    if let Some(named) = survey.all.first_mut() {
        let ticker = document.ticker.as_deref();
        let listed = || ticker::listed_in(&document.text, OWN_WORDS).filter(|_| kind == Kind::PressRelease);
        named.ticker = ticker.map(Arc::from).or(named.ticker.take()).or_else(|| listed().map(Arc::from));
    }
    if !own_words {
        let companies: Vec<&Cluster<'_, '_>> = main.iter().chain(&clusters).collect();
        let offset = usize::from(main.is_none() && survey.main.is_some());
        let company = |name: &str| companies.iter().position(|cluster| cluster.members.iter().any(|m| m.name == name));
        survey.sections = headings.iter().filter_map(|(at, name)| Some((*at, company(name)? + offset))).collect();
        survey.all.extend(clusters.iter().map(|cluster| cluster.named(kind)));
    }
    survey
}

/// The company that the reader of the report names, with the spellings that the text has for it.
fn told_by_reader(told: &str, found: Option<Named>) -> Named {
    let mut named = found.unwrap_or(Named { name: Arc::default(), ticker: None, aliases: Vec::new() });
    named.name = Arc::from(told);
    let alias = alias_of(told, false);
    if !alias.words.is_empty() && !named.aliases.contains(&alias) {
        named.aliases.push(alias);
    }
    named
}

/// Spellings of one name.
struct Cluster<'c, 'a> {
    members: Vec<&'c Candidate<'a>>,
    evidence: Evidence,
}

impl<'a> Cluster<'_, 'a> {
    /// How much speaks for this being whom the document is about.
    fn weight(&self) -> i32 {
        let Evidence {
            inside,
            opening,
            legal,
            reports,
            says,
            owns,
            results,
            sort,
            announces,
            person,
            opinion,
            part,
            ..
        } = self.evidence;
        let capped = |count: u16, most: u16| i32::from(count.min(most));
        let prominence: i32 = self.members.iter().map(|member| i32::from(member.prominence)).sum();
        let told = inside + opening > 1 || legal + reports + says + owns > 0 || self.evidence.ticker.is_some();
        let headline = match self.members.iter().any(|member| member.headline) {
            true if self.members.iter().any(|member| member.first) && told => 12,
            true => 4,
            false => 0,
        };
        let known_as_company = capped(legal, 2) + capped(sort, 2) + 2 * i32::from(self.evidence.ticker.is_some());
        prominence
            + headline
            + 12 * capped(announces, 1)
            + known_as_company
            + capped(reports, 4)
            + capped(says, 4)
            + capped(owns, 4)
            + 5 * capped(results, 2)
            + capped(inside, 6)
            + capped(opening, 2)
            - 6 * capped(person, 3)
            - 3 * capped(part, 3)
            - 4 * capped(opinion, 2)
    }

    /// The same in a call, where the first words are about the weather and those who tell work for the company.
    fn weight_in_call(&self) -> i32 {
        let Evidence { inside, legal, reports, says, owns, announces, person, opinion, part, .. } = self.evidence;
        let capped = |count: u16, most: u16| i32::from(count.min(most));
        if announces > 0 && person == 0 {
            return 60 + capped(inside, 12);
        }
        if inside < 2 || legal + owns + says + reports + opinion == 0 {
            return 0;
        }
        4 * capped(legal, 2)
            + 2 * capped(owns, 3)
            + capped(says + reports, 3)
            + 3 * capped(opinion, 2)
            + capped(inside, 12)
            - 8 * capped(person, 3)
            - 3 * capped(part, 3)
    }

    /// Whether this is surely a company that may own figures.
    fn is_company(&self) -> bool {
        let Evidence { legal, reports, sort, rival, person, opinion, part, .. } = self.evidence;
        let certain = self.evidence.ticker.is_some_and(|ticker| ticker.certain);
        let proven = certain || legal > 0;
        let named = !self.members.iter().all(|member| member.place || member.common);
        let spoken_of = rival > 0 || sort > 0 || reports > 0;
        let told_of = opinion > reports + rival + sort;
        let doubtful = person > 0 || part > 0 || told_of;
        named && person == 0 && (proven || (spoken_of && !doubtful)) && (certain || !told_of)
    }

    /// Whether some spelling is more than a place or a business line.
    fn is_name(&self) -> bool {
        let Evidence { legal, announces, says, reports, ticker, .. } = self.evidence;
        // "UK Coal said" is proof enough of a name in the headline.
        let headline = self.members.iter().any(|member| member.headline && member.name.contains(' '));
        let proven = legal + announces > 0 || ticker.is_some() || (headline && says + reports > 0);
        self.members.iter().any(|member| !member.place && (proven || !member.common))
    }

    /// Whether the candidate is a spelling of the same name.
    fn takes(&self, candidate: &Candidate<'_>) -> bool {
        let of_member = |member: &&Candidate<'_>| {
            alias::related(candidate.name, member.name)
                || member.full.is_some_and(|full| alias::abbreviates(candidate.name, full))
        };
        self.members.iter().any(|member| !member.evidence.is_person() && of_member(member))
    }

    /// Whether one of the spellings fits a name that somebody told us.
    fn fits(&self, name: &str) -> bool {
        self.members.iter().any(|member| !member.place && alias::related(member.name, name))
    }

    fn has_ticker(&self, text_ticker: &str) -> bool {
        self.ticker_text().is_some_and(|ticker| {
            let stem = |code: &str| code.split('.').next().map(str::to_ascii_uppercase);
            stem(ticker) == stem(text_ticker)
        })
    }

    /// The ticker. Letters alone in brackets are one behind a full name, unless they abbreviate it.
    fn ticker_text(&self) -> Option<&'a str> {
        self.members.iter().find_map(|member| {
            let certain = member.evidence.ticker.is_some_and(|ticker| ticker.certain);
            let behind = |code: &&str| {
                let full = member.full.unwrap_or(member.name);
                certain || (self.evidence.legal > 0 && !alias::abbreviates(code, full)) || member.prominence > 6
            };
            member.ticker.filter(behind)
        })
    }

    fn named(&self, kind: Kind) -> Named {
        let mut aliases: Vec<Alias> = Vec::new();
        for member in &self.members {
            let alias = alias_of(member.name, member.place);
            if !alias.words.is_empty() && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        // A name may be broken over two lines.
        let mut name = self.display(kind).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let code = self.code_behind(&name).map(str::to_owned);
        if let Some(code) = &code {
            name.truncate(name.len() - code.len() - 1);
        }
        Named { name: Arc::from(name), ticker: self.ticker_text().or(code.as_deref()).map(Arc::from), aliases }
    }

    /// The ticker that stands right behind the name, where the text also names the company without it: "Acme Global ACMG".
    fn code_behind<'n>(&self, name: &'n str) -> Option<&'n str> {
        let (alone, code) = name.rsplit_once(' ')?;
        let is_code = (2..=5).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let plain = alone.bytes().any(|byte| byte.is_ascii_lowercase());
        (is_code && plain && self.members.iter().any(|member| member.name == alone)).then_some(code)
    }

    /// The name to show: the full one of those who speak for themselves, else the headline's, else the usual one.
    fn display(&self, kind: Kind) -> Cow<'a, str> {
        let full = self.members.iter().filter_map(|member| member.full).max_by_key(|full| full.len());
        let own_words = matches!(kind, Kind::PressRelease | Kind::Transcript);
        let common = self.members.iter().all(|member| member.common);
        if let Some(full) = full.filter(|_| own_words || common) {
            return Cow::Borrowed(full);
        }
        let names = || self.members.iter().filter(|member| !member.place);
        let readable = |member: &&&Candidate<'a>| {
            !member.titled && (member.name.len() < 6 || member.name.bytes().any(|b| b.is_ascii_lowercase()))
        };
        let seen = |member: &&&Candidate<'a>| {
            (member.evidence.inside + member.evidence.opening, std::cmp::Reverse(member.name.len()))
        };
        let headline = names().filter(|member| member.headline);
        let name = headline.clone().filter(readable).max_by_key(|member| member.name.len());
        let name = name.or_else(|| names().filter(readable).max_by_key(seen));
        let name = name.or_else(|| headline.max_by_key(|member| member.name.len())).or_else(|| names().next());
        let name = name.map(|member| member.name).unwrap_or_default();
        match self.evidence.apostrophe {
            0 => Cow::Borrowed(name),
            _ => Cow::Owned(format!("{name}'s")),
        }
    }
}

/// One spelling of a name, parted into words as sentences are.
fn alias_of(name: &str, weak: bool) -> Alias {
    let mut words = Vec::new();
    word::read(name, Span::new(0, name.len()), &mut words);
    let end = mention::without_legal_form(name, &words);
    Alias { words: words.iter().take(end).map(|word| word.span.of(name).into()).collect(), weak }
}

/// "Jane Doe" once beside a title makes a person of every "Doe".
fn leave_out_people(candidates: &mut [Candidate<'_>]) {
    let is_person = |candidate: &Candidate<'_>| candidate.evidence.is_person();
    let people: Vec<&str> =
        candidates.iter().filter(|c| is_person(c)).flat_map(|candidate| candidate.name.split(' ')).collect();
    if people.is_empty() {
        return;
    }
    for candidate in candidates.iter_mut() {
        let mut words = candidate.name.split(' ');
        if candidate.evidence.legal == 0 && candidate.ticker.is_none() && words.all(|word| people.contains(&word)) {
            candidate.evidence.person = candidate.evidence.person.max(1);
        }
    }
}

/// The candidates, spellings of one name together, in the order of the text.
fn clusters<'c, 'a>(candidates: &'c [Candidate<'a>]) -> Vec<Cluster<'c, 'a>> {
    let mut clusters: Vec<Cluster<'c, 'a>> = Vec::new();
    let mut order: Vec<&Candidate<'a>> = candidates.iter().collect();
    // Long names first, so that each short one finds the name that it is short for.
    order.sort_by_key(|candidate| (std::cmp::Reverse(candidate.name.len()), candidate.at));
    for candidate in order {
        let person = candidate.evidence.is_person();
        let home = clusters.iter_mut().find(|cluster| !person && cluster.takes(candidate));
        match home {
            Some(cluster) => {
                cluster.members.push(candidate);
                cluster.evidence.add(&candidate.evidence);
            }
            None => clusters.push(Cluster { members: vec![candidate], evidence: candidate.evidence }),
        }
    }
    for cluster in &mut clusters {
        cluster.members.sort_by_key(|member| member.at);
    }
    clusters.sort_by_key(|cluster| cluster.members.first().map(|member| member.at));
    clusters
}

fn main_cluster(document: &Document, kind: Kind, told: Option<&str>, clusters: &[Cluster<'_, '_>]) -> Option<usize> {
    let by_name = told.and_then(|told| clusters.iter().position(|cluster| cluster.fits(told)));
    let by_ticker =
        || document.ticker.as_deref().and_then(|ticker| clusters.iter().position(|cluster| cluster.has_ticker(ticker)));
    if by_name.is_some() || told.is_some() {
        return by_name;
    }
    by_ticker().or_else(|| {
        let call = kind == Kind::Transcript;
        let weighed = clusters.iter().enumerate().filter(|(_, cluster)| cluster.is_name());
        let weight = |cluster: &Cluster<'_, '_>| if call { cluster.weight_in_call() } else { cluster.weight() };
        // The first of equals: the lower index.
        let best = weighed.map(|(index, cluster)| (weight(cluster), std::cmp::Reverse(index))).max()?;
        (best.0 > if call { 8 } else { 3 }).then_some(best.1.0)
    })
}
