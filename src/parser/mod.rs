//! Document to facts: the order of the stages and nothing else.

pub mod assemble;
pub mod calendar;
pub mod company;
pub mod kind;
pub mod lexer;
pub mod linker;
pub mod sentence;
pub mod table;
pub mod vocabulary;

use std::ops::Range;
use std::sync::LazyLock;

use crate::model::{Company, Document, Reading, Span};
use crate::parser::assemble::Assembly;
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::token::Finds;
use crate::parser::lexer::word::Opening;
use crate::parser::sentence::Sentence;
use crate::parser::table::{Frame, Tables};
use crate::parser::vocabulary::signs::Signs;

/// Reads a document. Never fails: odd text gives fewer facts.
pub fn read(document: &Document) -> Reading {
    let text = &*document.text;
    let tables = Tables::find(text);
    let prose = tables.blanked(text);
    let sentences = sentence::split(prose.as_deref().unwrap_or(text));
    let kind = kind::kind(document, &sentences);
    let opening = Opening::read(text, &sentences, Companies::reach(kind));
    let companies = Companies::survey_as(document, &sentences, &opening, kind);
    let (kept, mut finds, periods) = lex(text, &sentences, &opening, &companies);
    let mut quantities: Vec<_> = finds.quantities.iter_mut().collect();
    let home = lexer::quantity::home(text);
    lexer::quantity::settle(text, &mut quantities, home);
    let calendar = Calendar::new(document, &periods).or_by_columns(|| tables.reported());
    let main = companies.main();
    let mut assembly = Assembly::new(text, (&companies, home), finds.quantities.len());
    let (mut state, mut links) = (linker::State::of(kind, home), linker::Links::default());
    for (sentence, lexed) in kept.iter().zip(finds.sentences()) {
        if lexed.quantities.is_empty() {
            state.note(text, *sentence, &lexed, linker::is_lead(text, *sentence));
            assembly.claims(*sentence, &lexed, calendar.reporting());
            continue;
        }
        linker::link(text, *sentence, &lexed, (&calendar, &companies), &mut state, &mut links);
        if links.drafts.is_empty() && linker::is_lead(text, *sentence) {
            state.note(text, *sentence, &lexed, true);
        }
        assembly.add(*sentence, &lexed, &links);
        assembly.claims(*sentence, &lexed, calendar.reporting());
    }
    let company = main.map(|main| &**companies.name(main));
    let (reporting, end) = (calendar.reporting(), calendar.end());
    let tables = tables.read(Frame { text, reporting, end, company, said: &assembly.facts, home });
    assembly.cells(tables);
    Reading {
        kind,
        company: Company {
            name: main.map(|main| companies.name(main).to_string()),
            ticker: main.and_then(|main| companies.ticker(main)).map(str::to_owned),
        },
        period: calendar.reporting().filter(|_| document.period.is_some() || !assembly.facts.is_empty()),
        facts: assembly.facts,
        claims: assembly.claims,
        unlinked: assembly.unlinked,
        warnings: document.warnings.iter().cloned().chain(calendar.warnings().iter().cloned()).collect(),
    }
}

/// How many sentences are read for their periods whether or not they have a figure.
const OPENING: usize = 40;

/// A line without figures that is as long as this, in bytes, announces nothing.
const LINE: usize = 400;

/// Most sentences have fewer words.
const USUAL_WORDS: usize = 64;

type Periods = Vec<(usize, lexer::period::PeriodMention)>;

/// Lexes the sentences that may have a figure, and the opening ones, which say what period is spoken of. Gives those
/// that have figures or lead what follows them, what was found in these, and the periods of all.
fn lex(
    text: &str,
    sentences: &[Sentence],
    opening: &Opening,
    companies: &Companies,
) -> (Vec<Sentence>, Finds, Periods) {
    let (mut kept, mut finds) = (Vec::with_capacity(sentences.len()), Finds::with_room_for(text.len()));
    let (mut periods, mut buffer) = (Vec::with_capacity(sentences.len()), Vec::with_capacity(USUAL_WORDS));
    let mut figures = Figures::of(text);
    for (index, sentence) in sentences.iter().enumerate() {
        let span = sentence.span.of(text);
        if index >= OPENING && !figures.may_be_in(sentence.span) {
            continue;
        }
        let words = opening.of(index).unwrap_or_else(|| {
            buffer.clear();
            lexer::word::read(text, sentence.span, &mut buffer);
            &buffer
        });
        finds.begin(text, words);
        let (quantities, found) = finds.begun();
        periods.extend(found.iter().map(|mention| (index, mention.clone())));
        let lead = linker::is_lead(text, *sentence);
        let tells = || lead || (index < OPENING && (linker::may_tell(words) || linker::may_turn(span)));
        if !quantities.is_empty() || (span.len() < LINE && tells()) {
            finds.keep(text, words, companies);
        } else if lead {
            finds.keep_bare();
        } else {
            continue;
        }
        kept.push(*sentence);
    }
    (kept, finds, periods)
}

/// Looks through a text for digits and the words of figures, each once from end to end.
struct Figures<'a> {
    text: &'a [u8],
    /// Where the next of the words stands, as far as it was looked for; the end of the text where none does.
    next: Option<Range<usize>>,
}

/// One of these is in every figure without a digit.
static FIGURE_WORDS: LazyLock<Signs> = LazyLock::new(|| Signs::of(["illion", "cent", "hundred", "dollar"]));

impl<'a> Figures<'a> {
    fn of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), next: None }
    }

    /// Whether a sentence may have a figure. To be asked of sentence after sentence.
    fn may_be_in(&mut self, sentence: Span) -> bool {
        let Some(bytes) = self.text.get(sentence.start..sentence.end) else { return false };
        if has_digit(bytes) {
            return true;
        }
        let known = self.next.take().filter(|next| next.start >= sentence.start);
        let next = known.or_else(|| FIGURE_WORDS.find(self.text, sentence.start));
        let next = self.next.insert(next.unwrap_or(self.text.len()..usize::MAX));
        next.end <= sentence.end
    }
}

/// Whether there is a digit, many bytes at a time.
fn has_digit(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<32>();
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    chunks.iter().any(|chunk| any(chunk)) || any(rest)
}
