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
use crate::parser::lexer::token::Lexed;
use crate::parser::sentence::Sentence;

/// Reads a document. Never fails: odd text gives fewer facts.
pub fn read(document: &Document) -> Reading {
    let text = &*document.text;
    let sentences = sentence::split(text);
    let companies = Companies::survey(document, &sentences);
    let (mut lexed, periods) = lex(text, &sentences, &companies);
    let mut quantities: Vec<_> = lexed.iter_mut().flat_map(|(_, lexed)| &mut lexed.quantities).collect();
    lexer::quantity::settle(text, &mut quantities);
    let calendar = Calendar::new(document, &periods);
    let mut assembly = Assembly::new(text, &companies);
    let mut state = linker::State::default();
    for (sentence, lexed) in &lexed {
        if lexed.quantities.is_empty() {
            state.note(lexed, linker::is_lead(text, *sentence));
            assembly.claims(*sentence, lexed, calendar.reporting());
            continue;
        }
        let (drafts, loose) = linker::link(text, *sentence, lexed, (&calendar, &companies), &mut state);
        assembly.add(*sentence, lexed, drafts, loose);
        assembly.claims(*sentence, lexed, calendar.reporting());
    }
    let main = companies.main();
    Reading {
        kind: kind::kind(document, &sentences),
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

type Periods = Vec<(usize, lexer::period::PeriodMention)>;

/// Lexes the sentences that may have a figure, and the opening ones, which say what period is spoken of.
fn lex(text: &str, sentences: &[Sentence], companies: &Companies) -> (Vec<(Sentence, Lexed)>, Periods) {
    let (mut found, mut periods) = (Vec::new(), Vec::new());
    let mut buffer = Lexed::default();
    for (index, sentence) in sentences.iter().enumerate() {
        let span = sentence.span.of(text);
        if index >= OPENING && !may_have_figure(span) {
            continue;
        }
        buffer.read(text, sentence.span, companies);
        periods.extend(buffer.periods.iter().map(|mention| (index, mention.clone())));
        if !buffer.quantities.is_empty()
            || (index < OPENING && !buffer.tokens.is_empty())
            || linker::is_lead(text, *sentence)
        {
            found.push((*sentence, std::mem::take(&mut buffer)));
        }
    }
    (found, periods)
}

fn may_have_figure(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit())
        || ["illion", "cent", "hundred", "dollar"]
            .iter()
            .any(|word| memchr::memmem::find(sentence.as_bytes(), word.as_bytes()).is_some())
}
