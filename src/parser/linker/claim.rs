//! Verdicts that the text states: "results beat analysts' expectations".

use std::sync::LazyLock;

use crate::model::{Metric, Span, Verdict};
use crate::parser::lexer::phrase;
use crate::parser::lexer::token::Lexed;
use crate::parser::lexer::word::Word;
use crate::parser::linker::scene::Scene;
use crate::parser::sentence::Sentence;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::lexicon::WordSet;

/// Words of a verdict, and of what is done with guidance.
const VERBS: CueSet =
    CueSet::of(&[Cue::Beat, Cue::Miss, Cue::InLine, Cue::Reaffirm, Cue::Raise, Cue::Lower, Cue::Narrow, Cue::Withdraw]);
/// What these are said of.
const OBJECTS: CueSet = CueSet::of(&[Cue::Analyst, Cue::EstimateNoun, Cue::GuideNoun]);

static TELLING: LazyLock<[WordSet; 2]> = LazyLock::new(|| [VERBS, OBJECTS].map(phrase::longest_words));

/// Whether a sentence without figures may say anything: a verdict, or what is done with guidance.
pub fn may_tell(words: &[Word]) -> bool {
    TELLING.iter().all(|set| words.iter().any(|word| set.has(word.id)))
}

/// A stated verdict: which, of what, and the words.
pub(super) type StatedVerdict = (Verdict, Option<Metric>, Span);

/// The verdicts of one sentence: a word for better, worse or in line, and soon after it whose expectations.
pub fn claims(text: &str, sentence: Sentence, lexed: &Lexed) -> Vec<StatedVerdict> {
    let scene = Scene::new(text, lexed, sentence);
    if !scene.has_any(CueSet::of(&[Cue::Beat, Cue::Miss, Cue::InLine])) {
        return Vec::new();
    }
    (0..scene.tokens().len()).filter_map(|at| claim(&scene, at)).collect()
}

fn claim(scene: &Scene<'_>, at: usize) -> Option<StatedVerdict> {
    let cues = scene.cues(at);
    let verdicts = [(Cue::Beat, Verdict::Beat), (Cue::Miss, Verdict::Miss), (Cue::InLine, Verdict::InLine)];
    let (_, verdict) = verdicts.iter().find(|(cue, _)| cues.has(*cue))?;
    let mut place = at;
    for _ in 0..6 {
        place = scene.right(place)?;
        let next = scene.cues(place);
        if next.has(Cue::Quantity) || scene.symbol(place).is_some() {
            return None;
        }
        if next.meets(CueSet::of(&[Cue::Analyst, Cue::EstimateNoun])) && !next.has(Cue::GuideNoun)
            || next.has(Cue::Analyst)
        {
            let metric = (scene.clause_start(at)..at).rev().find_map(|place| scene.metric(place));
            let span = Span::new(scene.token(at)?.span.start, scene.token(place)?.span.end);
            return Some((*verdict, metric, span));
        }
    }
    None
}
