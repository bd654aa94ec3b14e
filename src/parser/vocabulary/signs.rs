//! Words that are looked for in a text as it stands, all of them at once.

use std::ops::Range;

use aho_corasick::packed::Searcher;
use memchr::memmem::Finder;

/// Words to look for, in just this case, wherever they stand.
pub(crate) struct Signs {
    finders: Vec<Finder<'static>>,
    /// Looks for all at once, where the machine can.
    all: Option<Searcher>,
}

impl Signs {
    /// Of these words.
    pub(crate) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let finders: Vec<_> = words.into_iter().map(|word| Finder::new(word).into_owned()).collect();
        let all = Searcher::new(finders.iter().map(Finder::needle));
        Self { finders, all }
    }

    /// Where the next of them stands from `at` on, in bytes.
    pub(crate) fn find(&self, text: &[u8], at: usize) -> Option<Range<usize>> {
        let rest = text.get(at..)?;
        let found = match &self.all {
            Some(all) => all.find(rest).map(|found| found.start()..found.end()),
            None => {
                let each = |finder: &Finder<'_>| Some((finder.find(rest)?, finder.needle().len()));
                self.finders.iter().filter_map(each).min().map(|(start, length)| start..start + length)
            }
        }?;
        Some(at + found.start..at + found.end)
    }

    /// Whether the text has any of them.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.find(text.as_bytes(), 0).is_some()
    }

    /// How many of the words the text has. No word may overlap another.
    pub(crate) fn distinct(&self, text: &str) -> usize {
        let mut found = vec![false; self.finders.len()];
        match &self.all {
            Some(all) => all.find_iter(text).for_each(|sign| found[sign.pattern().as_usize()] = true),
            None => found.iter_mut().zip(&self.finders).for_each(|(found, finder)| {
                *found = finder.find(text.as_bytes()).is_some();
            }),
        }
        found.into_iter().filter(|found| *found).count()
    }

    /// How often the text has any of them.
    pub(crate) fn count(&self, text: &str) -> usize {
        self.finders.iter().map(|finder| finder.find_iter(text.as_bytes()).count()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn both_ways_of_looking_find_the_same() {
        let slow = || Signs { all: None, ..Signs::of(["cent", "million", "dollar"]) };
        for signs in [Signs::of(["cent", "million", "dollar"]), slow()] {
            let text = "Five million dollars and two cents, or two million";
            assert_eq!(signs.find(text.as_bytes(), 0), Some(5..12));
            assert_eq!(signs.find(text.as_bytes(), 6), Some(13..19));
            assert_eq!((signs.distinct(text), signs.count(text), signs.any(text)), (3, 4, true));
            assert_eq!((signs.distinct("Five"), signs.any("Five"), signs.find(b"Five", 9)), (0, false, None));
        }
    }
}
