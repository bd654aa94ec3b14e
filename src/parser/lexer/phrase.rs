//! The phrases of the vocabulary, found in a sentence: the longest that begins at a word. Hyphens count as blanks.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use crate::model::Metric;
use crate::parser::lexer::begins::Begins;
use crate::parser::lexer::word::Word;
use crate::parser::vocabulary::cues::{self, Cue, CueSet};
use crate::parser::vocabulary::lexicon::{Fnv, Lexicon, WordId, WordSet, split};
use crate::parser::vocabulary::metrics;

/// What a phrase means: a metric, cues, or both ("net loss" is net income, and negative).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The metric that it names.
    pub metric: Option<Metric>,
    /// What it does in a sentence.
    pub cues: CueSet,
}

/// The phrases as a tree of words. The steps of one node lie side by side, so that a phrase is walked without hashing; and
/// all numbers are small, so that the tree stays at hand.
struct Tree {
    nodes: Vec<Node>,
    /// What the phrases mean, behind the meaning of what is none.
    meanings: Vec<Meaning>,
    /// The steps of all nodes, each over a word to a node; those of one node in the order of the words.
    steps: Vec<(WordId, u16)>,
    /// The node that each word leads to from the root; 0 where it begins no phrase.
    starts: Vec<u16>,
    /// The words that carry one on.
    goes_on: WordSet,
}

/// What is known where some words of phrases end.
struct Node {
    /// Which of the meanings; 0 where no phrase ends.
    meaning: u16,
    /// Which of the steps go on from here: the first, and the one behind the last.
    steps: (u16, u16),
}

static TREE: LazyLock<Tree> = LazyLock::new(|| {
    let mut draft =
        Draft { meanings: vec![None], edges: HashMap::with_capacity_and_hasher(PHRASE_WORDS, Default::default()) };
    for metric in metrics::all() {
        for phrase in metric.row().words {
            let meaning = draft.add(phrase);
            meaning.metric = Some(*metric);
            meaning.cues = meaning.cues.with(CueSet::of(&[Cue::Metric]));
        }
    }
    for row in cues::rows() {
        for phrase in row.phrases {
            let meaning = draft.add(phrase);
            meaning.cues = meaning.cues.with(CueSet::of(row.cues));
        }
    }
    draft.laid_out()
});

/// As many words as all phrases have, or more.
const PHRASE_WORDS: usize = 8192;

/// The tree as it grows.
struct Draft {
    meanings: Vec<Option<Meaning>>,
    /// The steps: from a node, over a word, to a node. Node and word are one number, which is soon hashed and compared.
    edges: HashMap<u64, (WordId, u32), BuildHasherDefault<Fnv>>,
}

impl Draft {
    fn add(&mut self, phrase: &str) -> &mut Meaning {
        let mut node = 0;
        for word in split(phrase) {
            let id = Lexicon::get().id(word.as_bytes());
            let fresh = u32::try_from(self.meanings.len()).unwrap_or_default();
            let edge = (u64::from(node) << 32) | id.index() as u64;
            node = self.edges.entry(edge).or_insert((id, fresh)).1;
            if node == fresh {
                self.meanings.push(None);
            }
        }
        self.meanings[node as usize].get_or_insert_default()
    }

    fn laid_out(self) -> Tree {
        let (nodes, meanings) = (Vec::with_capacity(self.meanings.len()), vec![Meaning::default()]);
        let mut tree = Tree { nodes, meanings, steps: Vec::new(), starts: Vec::new(), goes_on: WordSet::new([]) };
        let small = |number: usize| u16::try_from(number).unwrap_or_default();
        let mut edges: Vec<_> = self.edges.into_iter().collect();
        edges.sort_unstable_by_key(|(edge, _)| *edge);
        let mut edges = edges.into_iter().peekable();
        for (number, meaning) in (0..).zip(self.meanings) {
            let first = tree.steps.len();
            while let Some((_, (word, node))) = edges.next_if(|(edge, _)| edge >> 32 == number) {
                tree.steps.push((word, small(node as usize)));
            }
            let place = if meaning.is_some() { tree.meanings.len() } else { 0 };
            tree.meanings.extend(meaning);
            tree.nodes.push(Node { meaning: small(place), steps: (small(first), small(tree.steps.len())) });
        }
        let first = tree.nodes.first().map_or(0, |root| usize::from(root.steps.1));
        for &(id, node) in tree.steps.iter().take(first) {
            tree.starts.resize(id.index() + 1, 0);
            tree.starts[id.index()] = node;
        }
        tree.goes_on = WordSet::new(tree.steps.iter().skip(first).map(|(id, _)| *id));
        tree
    }
}

impl Tree {
    fn steps_of(&self, node: &Node) -> &[(WordId, u16)] {
        self.steps.get(usize::from(node.steps.0)..usize::from(node.steps.1)).unwrap_or_default()
    }

    fn step(&self, node: &Node, word: WordId) -> Option<u16> {
        let steps = self.steps_of(node);
        let found = if steps.len() > FEW {
            steps.get(steps.partition_point(|(id, _)| *id < word)).filter(|(id, _)| *id == word)
        } else {
            steps.iter().find(|(id, _)| *id == word)
        };
        found.map(|(_, node)| *node)
    }

    fn longest(&self, words: &[Word], at: usize, limit: usize) -> Option<(&Meaning, usize)> {
        let (meaning, end) = self.walk(words, at, limit)?;
        let rival = (at + 1..end).find(|start| {
            self.walk(words, *start, limit).is_some_and(|(rival, other)| {
                // "The total expense": a metric goes before a pronoun.
                let named = usize::from(meaning.cues.has(Cue::Pronoun) && rival.metric.is_some());
                other > end && other - start + named > end - at && !is_of_a_line(meaning, rival)
            })
        });
        match rival {
            Some(start) => self.walk(words, at, start),
            None => Some((meaning, end)),
        }
    }

    /// The longest phrase from `words[at]` on, as it stands there.
    fn walk(&self, words: &[Word], at: usize, limit: usize) -> Option<(&Meaning, usize)> {
        let first = words.get(at).filter(|word| word.begins.any(Begins::PHRASE))?;
        let (mut node, mut next, mut best) = (*self.starts.get(first.id.index())?, at + 1, None);
        loop {
            let here = self.nodes.get(usize::from(node))?;
            if here.meaning != 0 {
                best = self.meanings.get(usize::from(here.meaning)).map(|meaning| (meaning, next));
            }
            if here.steps.0 == here.steps.1 {
                return best;
            }
            while next < limit && is_joint(words, next) {
                next += 1;
            }
            if is_either(words, next) {
                next += EITHER;
            }
            let Some(word) = words.get(next).filter(|word| next < limit && self.goes_on.has(word.id)) else {
                return best;
            };
            let Some(step) = self.step(here, word.id) else { return best };
            node = step;
            next += 1;
        }
    }
}

/// The longest word of each phrase that does one of these: where no such word stands, no such phrase does.
pub fn longest_words(cues: CueSet) -> WordSet {
    let rows = cues::rows().filter(|row| CueSet::of(row.cues).meets(cues));
    let longest = |phrase: &&'static str| split(phrase).max_by_key(|word| word.len());
    let words = rows.flat_map(|row| row.phrases.iter().filter_map(longest));
    WordSet::new(words.map(|word| Lexicon::get().id(word.as_bytes())))
}

/// As many steps are as soon looked through one by one as halved.
const FEW: usize = 8;

/// Whether a phrase names a house whose analysts are told of by its name: it stands in the row of those who are both.
pub fn is_house(meaning: &Meaning) -> bool {
    meaning.cues == CueSet::of(&[Cue::Analyst, Cue::Company])
}

/// Whether such a house is named at `words[at]`.
pub fn opens_with_house(words: &[Word], at: usize) -> bool {
    longest(words, at, words.len()).is_some_and(|(meaning, _)| is_house(meaning))
}

/// The longest phrase that begins at `words[at]` and ends before `words[limit]`: its meaning, and the index of the
/// word after it. A longer one that begins inside it takes its words back: "core earnings per share" is "core" and
/// "earnings per share", not "core earnings" and "per share"; but "operating profit for the year" is operating profit.
#[inline]
pub fn longest(words: &[Word], at: usize, limit: usize) -> Option<(&'static Meaning, usize)> {
    words.get(at).filter(|word| word.begins.any(Begins::PHRASE))?;
    TREE.longest(words, at, limit)
}

/// Whether a phrase begins with this word.
pub(super) fn begins_with(word: WordId) -> bool {
    TREE.starts.get(word.index()).is_some_and(|node| *node != 0)
}

/// "Operating profit for the year": whether a phrase names a line above net income, and the one inside it only that.
fn is_of_a_line(meaning: &Meaning, rival: &Meaning) -> bool {
    const LINES: [&str; 3] = ["operating_income", "pretax_income", "gross_profit"];
    let line = meaning.metric.is_some_and(|metric| LINES.contains(&metric.key()));
    line && rival.metric.is_some_and(|metric| metric.key() == "net_income")
}

/// How many words a sign in brackets has.
pub const EITHER: usize = 3;

/// Losses, where a table or a sentence leaves open whether a result is one.
static LOSSES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(["loss", "losses"].map(|word| Lexicon::get().id(word.as_bytes()))));

/// Whether a loss stands in brackets at `words[at]`, which names no more than what a result may also be: "net income
/// (loss) per share".
pub fn is_either(words: &[Word], at: usize) -> bool {
    let opens = words.get(at).is_some_and(|word| word.is('('));
    opens && matches!(words.get(at + 1..at + EITHER), Some([word, close]) if LOSSES.has(word.id) && close.is(')'))
}

/// A hyphen, slash or comma inside a phrase: "same-store", "i/b/e/s", "cash, cash equivalents".
fn is_joint(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.glued) else { return false };
    let follows = words.get(at + 1).is_some_and(|next| next.glued || word.is(','));
    follows && (word.is('-') || word.is('\u{2010}') || word.is('\u{2011}') || word.is('/') || word.is(','))
}

#[cfg(test)]
mod tests {
    use super::{TREE, longest};
    use crate::model::Span;
    use crate::parser::lexer::word;

    #[track_caller]
    fn check(text: &str, metric: Option<&str>, length: usize) {
        let mut words = Vec::new();
        word::read(text, Span::new(0, text.len()), &mut words);
        let found = longest(&words, 0, words.len());
        assert_eq!(found.and_then(|(meaning, _)| meaning.metric).map(|m| m.key()), metric, "{text}");
        assert_eq!(found.map_or(0, |(_, end)| end), length, "{text}");
    }

    #[test]
    fn small_numbers_are_enough_for_the_tree() {
        let most = TREE.nodes.len().max(TREE.steps.len()).max(TREE.meanings.len());
        assert!(most < usize::from(u16::MAX), "{most}");
    }

    #[test]
    fn the_longest_phrase_wins() {
        check("net income rose", Some("net_income"), 2);
        check("Same-store sales", Some("same_store_sales"), 4);
        check("same store sales", Some("same_store_sales"), 3);
        check("cash, cash equivalents and marketable securities", Some("cash"), 7);
        check("compared with", None, 2);
        check("core earnings per share", None, 1);
        check("operating profit for the year", Some("operating_income"), 2);
        check("the total expense guidance", None, 1);
        check("pre-tax profit from continuing operations", Some("pretax_income"), 4);
        check("net income (loss) per diluted share", Some("eps"), 8);
        check("net (loss) earnings per share", Some("eps"), 7);
        check("income (loss) from operations", Some("operating_income"), 6);
        check("net income (loss) rose", Some("net_income"), 2);
        check("zebra", None, 0);
    }
}
