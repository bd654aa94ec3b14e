//! Sentences, words, quantities, periods and phrases, without what is made of them.
#![no_main]

#[allow(dead_code, reason = "each target uses some of the laws")]
#[path = "../../tests/support/laws.rs"]
mod laws;

use libfuzzer_sys::fuzz_target;
use topline::parser::lexer::{period, phrase, word};
use topline::parser::sentence;

fuzz_target!(|text: &str| {
    laws::mentions(text);
    let (mut words, mut periods) = (Vec::new(), Vec::new());
    for sentence in sentence::split(text) {
        words.clear();
        periods.clear();
        word::read(text, sentence.span, &mut words);
        period::read(text, &words, &mut periods);
        assert!(periods.iter().all(|period| period.words.end <= words.len()));
        assert!(periods.iter().all(|period| text.get(period.span.start..period.span.end).is_some()));
        for at in 0..words.len() {
            let end = phrase::longest(&words, at, words.len()).map_or(at, |(_, end)| end);
            assert!((at..=words.len()).contains(&end));
        }
    }
});
