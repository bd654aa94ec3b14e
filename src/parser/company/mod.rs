//! The companies of a document: whose results it tells, who else is named, and where each stands in a sentence.
//! Which figure is whose is left to the linker.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Document, Kind, Span};
use crate::parser::lexer::phrase;
use crate::parser::lexer::word::{self, Opening, Word};
use crate::parser::sentence::Sentence;

mod alias;
mod census;
mod evidence;
mod hints;
mod mention;
mod name;
mod survey;
mod ticker;

/// A company named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyMention {
    /// The words that name it, as indices into the sentence's words, without the possessive.
    pub words: Range<usize>,
    /// Their place in the article.
    pub span: Span,
    /// The company's place in [`Companies::all`].
    pub company: usize,
    /// Whether it stands where the owner of figures does: before a verb or a metric, with a possessive, behind "at",
    /// or alone. "A stake in Acme" and "rivals like Acme" are asides.
    pub owner: bool,
    /// Whether it is named by what it is: "the retailer". `company` is then the main one, which is right unless the
    /// sentences before speak of another.
    pub anaphor: bool,
}

/// One company, as the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name that the text uses, short rather than full.
    pub name: Arc<str>,
    /// The ticker, as the text or the reader gives it.
    pub ticker: Option<Arc<str>>,
    /// Every spelling of the name, the longest first.
    pub(crate) aliases: Vec<Alias>,
}

/// One spelling of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alias {
    /// The words as the lexer parts them, joined by nothing but their own text.
    pub words: Vec<Box<str>>,
    /// Whether it names the company only where something else says so: "American" of "American Airlines".
    pub weak: bool,
}

/// The companies of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Companies {
    all: Vec<Named>,
    main: Option<usize>,
    /// Where each company's own heading stands, in order, and the company.
    sections: Vec<(usize, usize)>,
    first_bytes: u64,
    of_house: bool,
    nameless: Arc<str>,
}

impl Companies {
    /// Surveys the document: who it is about, and who else is named. Reads the beginning of the text only.
    pub fn survey(document: &Document, sentences: &[Sentence]) -> Self {
        let kind = crate::parser::kind::kind(document, sentences);
        let opening = Opening::read(&document.text, sentences, Self::reach(kind));
        Self::survey_as(document, sentences, &opening, kind)
    }

    /// How much of a document of this kind is surveyed, in bytes.
    pub fn reach(kind: Kind) -> usize {
        survey::reach(kind)
    }

    /// The same, where the document's kind and the words within reach are known already.
    pub fn survey_as(document: &Document, sentences: &[Sentence], opening: &Opening, kind: Kind) -> Self {
        let survey = survey::survey(document, sentences, opening, kind);
        let first_bytes = mention::first_bytes(&survey.all);
        let main = survey.main.and_then(|main| survey.all.get(main));
        let of_house = main.is_some_and(|main| names_house(&main.name));
        let nameless = Arc::default();
        Self { all: survey.all, main: survey.main, sections: survey.sections, first_bytes, of_house, nameless }
    }

    /// Whether the document is about a house whose analysts are told of by its name.
    pub fn is_house(&self) -> bool {
        self.of_house
    }

    /// The company that the document is about, as a place in [`Companies::all`].
    pub fn main(&self) -> Option<usize> {
        self.main
    }

    /// Whom the text speaks of at an offset where it names nobody: the company whose own heading stands last before
    /// it, else the main one.
    pub fn subject(&self, offset: usize) -> Option<usize> {
        let before = self.sections.partition_point(|(at, _)| *at <= offset);
        before.checked_sub(1).and_then(|last| self.sections.get(last)).map(|(_, company)| *company).or(self.main)
    }

    /// Every company, the main one first.
    pub fn all(&self) -> &[Named] {
        &self.all
    }

    /// The name of a company, as the text gives it; empty where there is no such company.
    pub fn name(&self, company: usize) -> &Arc<str> {
        self.all.get(company).map_or(&self.nameless, |named| &named.name)
    }

    /// The ticker of a company, as the text or the reader gives it.
    pub fn ticker(&self, company: usize) -> Option<&str> {
        self.all.get(company)?.ticker.as_deref()
    }

    /// Appends the mentions in one sentence, in order and apart.
    pub fn read(&self, text: &str, words: &[Word], out: &mut Vec<CompanyMention>) {
        // In many a call nobody says whose it is.
        if !self.all.is_empty() {
            mention::read(self, text, words, out);
        }
    }
}

/// Whether a name begins with that of a house whose analysts are told of by its name.
fn names_house(name: &str) -> bool {
    let mut words = Vec::new();
    word::read(name, Span::new(0, name.len()), &mut words);
    phrase::opens_with_house(&words, 0)
}
