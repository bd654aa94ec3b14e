//! Who a document is about, and who else is named: the census, weighed.

use std::sync::Arc;

use crate::model::{Document, Kind, Span};
use crate::parser::company::census::{self, Candidate};
use crate::parser::company::evidence::Evidence;
use crate::parser::company::{Alias, Named, alias, mention};
use crate::parser::lexer::word;
use crate::parser::sentence::Sentence;

/// How much of an article is surveyed, in bytes: nearly every article whole.
const ARTICLE: usize = 12_000;
/// How much of a release or a call is surveyed: there the company says at once who it is.
const OWN_WORDS: usize = 6_000;

/// The companies of the document, the main one first, and the main one's place.
pub(super) fn survey(document: &Document, sentences: &[Sentence], kind: Kind) -> (Vec<Named>, Option<usize>) {
    let own_words = matches!(kind, Kind::PressRelease | Kind::Transcript);
    let mut candidates = census::take(&document.text, sentences, if own_words { OWN_WORDS } else { ARTICLE });
    leave_out_people(&mut candidates);
    let mut clusters = clusters(&candidates);
    let told = document.company.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let main = main_cluster(document, told, &clusters).map(|main| clusters.remove(main));
    let mut all = Vec::new();
    all.extend(main.as_ref().map(|cluster| cluster.named(kind)));
    if let Some(told) = told {
        let aliases = vec![alias_of(told, false)];
        let mut named = all.pop().unwrap_or(Named { name: Arc::from(told), ticker: None, aliases: Vec::new() });
        named.name = Arc::from(told);
        named.aliases.extend(aliases.into_iter().filter(|alias| !alias.words.is_empty()));
        all.push(named);
    }
    if let (Some(ticker), Some(named)) = (document.ticker.as_deref(), all.first_mut()) {
        named.ticker = Some(Arc::from(ticker));
    }
    let main = (!all.is_empty()).then_some(0);
    if !own_words {
        all.extend(clusters.iter().filter(|cluster| cluster.is_company()).map(|cluster| cluster.named(kind)));
    }
    (all, main)
}

/// Spellings of one name.
struct Cluster<'c, 'a> {
    members: Vec<&'c Candidate<'a>>,
    evidence: Evidence,
}

impl<'a> Cluster<'_, 'a> {
    /// How much speaks for this being whom the document is about.
    fn weight(&self) -> i32 {
        let Evidence { inside, opening, legal, reports, says, owns, sort, announces, person, opinion, part, .. } =
            self.evidence;
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
            + capped(inside, 6)
            + capped(opening, 2)
            - 6 * capped(person, 3)
            - 3 * capped(part, 3)
            - 4 * capped(opinion, 2)
    }

    /// Whether this is surely a company that may own figures.
    fn is_company(&self) -> bool {
        let Evidence { legal, reports, sort, rival, person, opinion, part, .. } = self.evidence;
        let certain = self.evidence.ticker.is_some_and(|ticker| ticker.certain);
        let proven = certain || legal > 0;
        let named = !self.members.iter().all(|member| member.place || member.common);
        let spoken_of = rival > 0 || sort > 0 || reports > 0;
        let doubtful = person > 0 || part > 0 || opinion > reports + rival;
        named && person == 0 && (proven || (spoken_of && !doubtful)) && (certain || opinion <= reports + rival)
    }

    /// Whether some spelling is more than a place or a business line.
    fn is_name(&self) -> bool {
        let proven = self.evidence.legal + self.evidence.announces > 0 || self.evidence.ticker.is_some();
        self.members.iter().any(|member| !member.place && (proven || !member.common))
    }

    /// Whether the candidate is a spelling of the same name.
    fn takes(&self, candidate: &Candidate<'_>) -> bool {
        let person = |c: &Candidate<'_>| c.evidence.person > 0 && c.evidence.legal == 0 && c.ticker.is_none();
        self.members.iter().filter(|member| !person(member)).any(|member| {
            alias::related(candidate.name, member.name)
                || member.full.is_some_and(|full| alias::abbreviates(candidate.name, full))
        })
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

    fn ticker_text(&self) -> Option<&'a str> {
        self.members.iter().find_map(|member| member.ticker)
    }

    fn named(&self, kind: Kind) -> Named {
        let mut aliases: Vec<Alias> = Vec::new();
        for member in &self.members {
            let alias = alias_of(member.name, member.place);
            if !alias.words.is_empty() && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        Named { name: Arc::from(self.display(kind)), ticker: self.ticker_text().map(Arc::from), aliases }
    }

    /// The name to show: the full one of those who speak for themselves, else the headline's, else the first.
    fn display(&self, kind: Kind) -> &'a str {
        let full = self.members.iter().filter_map(|member| member.full).max_by_key(|full| full.len());
        let own = full.filter(|_| matches!(kind, Kind::PressRelease | Kind::Transcript));
        let readable = |member: &&&Candidate<'a>| {
            !member.place && !member.titled && member.name.bytes().any(|b| b.is_ascii_lowercase())
        };
        let headline = self.members.iter().filter(|member| member.headline);
        let long =
            |members: &mut dyn Iterator<Item = &&Candidate<'a>>| members.max_by_key(|m| m.name.len()).map(|m| m.name);
        own.or_else(|| long(&mut headline.clone().filter(readable)))
            .or_else(|| long(&mut headline.clone().filter(|member| !member.place)))
            .or_else(|| self.members.iter().find(|member| !member.place).map(|member| member.name))
            .unwrap_or_default()
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
    let is_person = |candidate: &Candidate<'_>| {
        candidate.evidence.person > 0 && candidate.evidence.legal == 0 && candidate.ticker.is_none()
    };
    let people: Vec<&str> =
        candidates.iter().filter(|c| is_person(c)).flat_map(|candidate| candidate.name.split(' ')).collect();
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
        let person = candidate.evidence.person > 0 && candidate.evidence.legal == 0 && candidate.ticker.is_none();
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

fn main_cluster(document: &Document, told: Option<&str>, clusters: &[Cluster<'_, '_>]) -> Option<usize> {
    let by_name = told.and_then(|told| clusters.iter().position(|cluster| cluster.fits(told)));
    let by_ticker =
        || document.ticker.as_deref().and_then(|ticker| clusters.iter().position(|cluster| cluster.has_ticker(ticker)));
    if by_name.is_some() || told.is_some() {
        return by_name;
    }
    by_ticker().or_else(|| {
        let weighed = clusters.iter().enumerate().filter(|(_, cluster)| cluster.is_name());
        // The first of equals: the lower index.
        let best = weighed.map(|(index, cluster)| (cluster.weight(), std::cmp::Reverse(index))).max()?;
        (best.0 > 3).then_some(best.1.0)
    })
}
