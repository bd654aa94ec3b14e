//! The words of a label while it is read, and which of those that are asked for are among them.

use std::borrow::Cow;

/// The words of a label, of which less and less is left.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) words: Vec<Cow<'a, str>>,
    /// A bit for how each word begins and ends and how long it is, those taken out too: most words asked for are told
    /// apart by it from all that are there.
    looks: u128,
}

impl<'a> Words<'a> {
    /// Nothing yet, with room for so many words.
    pub(super) fn with_room_for(words: usize) -> Self {
        Self { words: Vec::with_capacity(words), looks: 0 }
    }

    fn look(word: &str) -> u128 {
        let (first, last) = (word.bytes().next().unwrap_or_default(), word.bytes().next_back().unwrap_or_default());
        1 << ((usize::from(first) * 5 + usize::from(last) * 3 + word.len()) % 128)
    }

    /// Adds a word.
    pub(super) fn push(&mut self, word: Cow<'a, str>) {
        self.looks |= Self::look(&word);
        self.words.push(word);
    }

    /// Adds a word without what is glued to it: "sales2,5" is "sales", "&" is "and".
    pub(super) fn push_part(&mut self, part: &'a str) {
        self.push(plain(part));
    }

    /// Puts another word in the place of one.
    pub(super) fn put(&mut self, at: usize, word: &'static str) {
        self.looks |= Self::look(word);
        self.words.get_mut(at).into_iter().for_each(|own| *own = Cow::Borrowed(word));
    }

    /// Where the first of these words stands. Inlined, so that how they look is reckoned once and for all.
    #[inline]
    pub(super) fn place<const N: usize>(&self, words: [&str; N]) -> Option<usize> {
        let looks = words.iter().fold(0, |looks, word| looks | Self::look(word));
        if self.looks & looks == 0 {
            return None;
        }
        self.words.iter().position(|own| words.iter().any(|word| own == word))
    }

    /// Whether one of these words is there.
    #[inline]
    pub(super) fn has<const N: usize>(&self, words: [&str; N]) -> bool {
        self.place(words).is_some()
    }

    /// Takes one of these words out, wherever it stands.
    #[inline]
    pub(super) fn drop<const N: usize>(&mut self, words: [&str; N]) {
        if self.has(words) {
            self.words.retain(|own| words.iter().all(|word| own != word));
        }
    }
}

/// A word without what is glued to it: "sales2,5" is "sales", "&" is "and".
fn plain(part: &str) -> Cow<'_, str> {
    if part == "&" {
        return Cow::Borrowed("and");
    }
    let stem = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let word = if stem.len() > 3 { stem } else { part };
    if word.contains(['&', '\'']) { Cow::Owned(word.replace(['&', '\''], "")) } else { Cow::Borrowed(word) }
}
