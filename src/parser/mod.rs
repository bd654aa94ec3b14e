//! Document to facts: the order of the stages and nothing else.

pub mod assemble;
pub mod calendar;
pub mod company;
pub mod kind;
pub mod lexer;
pub mod linker;
pub mod sentence;
pub mod vocabulary;

use crate::model::{Company, Document, Reading};
use crate::parser::assemble::Assembly;
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::token::Finds;
use crate::parser::lexer::word::Opening;
use crate::parser::sentence::Sentence;

/// Reads a document. Never fails: odd text gives fewer facts.
pub fn read(document: &Document) -> Reading {
    let text = &*document.text;
    let sentences = sentence::split(text);
    let kind = kind::kind(document, &sentences);
    let opening = Opening::read(text, &sentences, Companies::reach(kind));
    let companies = Companies::survey_as(document, &sentences, &opening, kind);
    let (kept, mut finds, periods) = lex(text, &sentences, &opening, &companies);
    let mut quantities: Vec<_> = finds.quantities.iter_mut().collect();
    lexer::quantity::settle(text, &mut quantities);
    let calendar = Calendar::new(document, &periods);
    let mut assembly = Assembly::new(text, &companies);
    let mut state = linker::State::default();
    for (sentence, lexed) in kept.iter().zip(finds.sentences()) {
        if lexed.quantities.is_empty() {
            state.note(&lexed, linker::is_lead(text, *sentence));
            continue;
        }
        let (drafts, loose) = linker::link(text, *sentence, &lexed, (&calendar, &companies), &mut state);
        assembly.add(*sentence, &lexed, drafts, loose);
    }
    let main = companies.main();
    Reading {
        kind,
        company: Company {
            name: main.map(|main| companies.name(main).to_string()),
            ticker: main.and_then(|main| companies.ticker(main)).map(str::to_owned),
        },
        period: calendar.reporting(),
        facts: assembly.facts,
        claims: assembly.claims,
        unlinked: assembly.unlinked,
        warnings: document.warnings.iter().cloned().chain(calendar.warnings().iter().cloned()).collect(),
    }
}

/// How many sentences are read for their periods whether or not they have a figure.
const OPENING: usize = 40;

/// A line without figures that is as long as this, in bytes, announces nothing.
const LINE: usize = 200;

type Periods = Vec<(usize, lexer::period::PeriodMention)>;

/// Lexes the sentences that may have a figure, and the opening ones, which say what period is spoken of. Gives those
/// that have figures or lead what follows them, what was found in these, and the periods of all.
fn lex(
    text: &str,
    sentences: &[Sentence],
    opening: &Opening,
    companies: &Companies,
) -> (Vec<Sentence>, Finds, Periods) {
    let (mut kept, mut finds, mut periods) = (Vec::new(), Finds::default(), Vec::new());
    let mut buffer = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let span = sentence.span.of(text);
        if index >= OPENING && !may_have_figure(span) {
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
        if !quantities.is_empty() || (span.len() < LINE && (lead || (index < OPENING && !words.is_empty()))) {
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

fn may_have_figure(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit())
        || ["illion", "cent", "hundred", "dollar"]
            .iter()
            .any(|word| memchr::memmem::find(sentence.as_bytes(), word.as_bytes()).is_some())
}
