//! Companies and segments as small numbers, so that facts are grouped without comparing words over and over.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use crate::model::{Company, Fact};

/// The number of the company that the report is about.
pub(super) const MAIN: usize = 0;

/// The number of the whole company, where a segment could stand.
pub(super) const WHOLE: usize = 0;

/// The names met so far; a number is a place in its list.
pub(super) struct Names<'a> {
    report: &'a Company,
    companies: List,
    segments: List,
}

/// Names by number, and the number of every spelling met, and of every name in small letters.
struct List {
    names: Vec<Option<Arc<str>>>,
    spellings: HashMap<Arc<str>, usize>,
}

impl<'a> Names<'a> {
    /// The names of a report. Where the report does not know whose it is, and every fact names somebody, it is about the
    /// one who is named first.
    pub(super) fn new(report: &'a Company, facts: &[Fact]) -> Self {
        let named = report.name.as_deref().map(Arc::from);
        let first = || facts.first().filter(|_| facts.iter().all(|fact| fact.company.is_some()))?.company.clone();
        Self { report, companies: List::new(named.or_else(first)), segments: List::new(None) }
    }

    /// The number of a company; a figure of nobody in particular is the report's.
    pub(super) fn company(&mut self, name: Option<&Arc<str>>) -> usize {
        let Some(name) = name.filter(|name| !name.is_empty()) else { return MAIN };
        if self.report.ticker.as_deref().is_some_and(|ticker| ticker.eq_ignore_ascii_case(name)) {
            return MAIN;
        }
        self.companies.place(name, |known| known.position(|known| same_company(known, name)))
    }

    /// The number of a segment; none is the whole company.
    pub(super) fn segment(&mut self, name: Option<&Arc<str>>) -> usize {
        let alike = |known: &List, name: &str| known.spellings.get(name.to_lowercase().as_str()).copied();
        name.map_or(WHOLE, |name| self.segments.place(name, |known| alike(known, name)))
    }

    /// The name of a company, as it was first written.
    pub(super) fn company_name(&self, number: usize) -> Option<Arc<str>> {
        self.companies.names.get(number).cloned().flatten()
    }

    /// The name of a segment, as it was first written.
    pub(super) fn segment_name(&self, number: usize) -> Option<Arc<str>> {
        self.segments.names.get(number).cloned().flatten()
    }
}

impl List {
    fn new(first: Option<Arc<str>>) -> Self {
        Self { names: vec![first], spellings: HashMap::new() }
    }

    /// The number of this spelling, or of the name that `find` takes it for; a new number where there is none.
    fn place(&mut self, name: &Arc<str>, find: impl FnOnce(&Self) -> Option<usize>) -> usize {
        if let Some(number) = self.spellings.get(name) {
            return *number;
        }
        let number = find(self).unwrap_or(self.names.len());
        if number == self.names.len() {
            self.names.push(Some(Arc::clone(name)));
            self.spellings.insert(name.to_lowercase().into(), number);
        }
        self.spellings.insert(Arc::clone(name), number);
        number
    }

    /// The number of the first name that is this one.
    fn position(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        self.names.iter().position(|known| known.as_deref().is_some_and(&is_it))
    }
}

/// "Goldman" and "Goldman Sachs" are one company, "Gold" and "Goldman" are not.
fn same_company(one: &str, other: &str) -> bool {
    opens_with(one, other) || opens_with(other, one)
}

fn opens_with(long: &str, short: &str) -> bool {
    let mut rest = lowered(long);
    lowered(short).all(|letter| rest.next() == Some(letter)) && rest.next().is_none_or(|next| !next.is_alphanumeric())
}

fn lowered(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{MAIN, Names, WHOLE};
    use crate::model::Company;
    use std::sync::Arc;

    #[track_caller]
    fn check(one: &str, other: &str, same: bool) {
        let report = Company { name: Some(one.to_owned()), ticker: Some("ACM".to_owned()) };
        assert_eq!(Names::new(&report, &[]).company(Some(&Arc::from(other))) == MAIN, same, "{one} and {other}");
    }

    #[test]
    fn a_company_goes_by_shorter_names() {
        check("Goldman Sachs", "Goldman", true);
        check("goldman", "Goldman Sachs", true);
        check("Acme", "ACME Inc.", true);
        check("Acme", "acm", true);
        check("Goldman", "Gold", false);
        check("Acme", "Acmeon", false);
    }

    #[test]
    fn segments_are_told_apart_by_their_words_only() {
        let report = Company::default();
        let mut names = Names::new(&report, &[]);
        let (cloud, again, other) =
            (Arc::from("Google Cloud"), Arc::from("GOOGLE cloud"), Arc::from("Google Cloud Platform"));
        assert_eq!(names.segment(None), WHOLE);
        assert_eq!(names.segment(Some(&cloud)), names.segment(Some(&again)));
        assert_ne!(names.segment(Some(&cloud)), names.segment(Some(&other)));
        assert_eq!(names.segment_name(1).as_deref(), Some("Google Cloud"));
    }
}
