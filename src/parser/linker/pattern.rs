//! Phrases around a quantity that say of what standing it is, as rows of steps, and the matcher that walks them.
//! The matcher knows no phrase.

use crate::model::Role;
use crate::parser::linker::scene::Scene;
use crate::parser::vocabulary::cues::CueSet;

/// One step of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// One token that does one of these.
    One(CueSet),
    /// One token that does one of these and nothing else.
    Only(CueSet),
    /// Up to so many tokens, each of which does one of these.
    UpTo(usize, CueSet),
    /// Up to so many tokens of any kind but quantities, commas, semicolons and brackets.
    Any(usize),
}

impl Step {
    /// Whether a sentence whose tokens do all this may have it.
    fn may_be_in(self, cues: CueSet) -> bool {
        match self {
            Self::One(set) | Self::Only(set) => cues.meets(set),
            Self::UpTo(..) | Self::Any(_) => true,
        }
    }
}

/// A phrase around a quantity.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The name, which reads like the phrase.
    pub(super) name: &'static str,
    /// The steps that end just before the quantity, in reading order.
    pub(super) before: &'static [Step],
    /// The steps that begin just after it.
    pub(super) after: &'static [Step],
    /// The role of the quantity.
    pub(super) role: Role,
    /// Sentences, each with the figure that gets the role.
    #[cfg_attr(not(test), expect(dead_code, reason = "proof of the row, read by the tests"))]
    pub(super) reads: &'static [(&'static str, &'static str)],
    /// Sentences, each with a figure that does not.
    #[cfg_attr(not(test), expect(dead_code, reason = "proof of the row, read by the tests"))]
    pub(super) ignores: &'static [(&'static str, &'static str)],
}

/// The part of the sentence that a pattern took: first and last place.
pub(super) type Extent = (usize, usize);

/// Matches a pattern around the quantity at `at`.
pub(super) fn matches(pattern: &Pattern, scene: &Scene<'_>, at: usize) -> Option<Extent> {
    if ![pattern.before, pattern.after].iter().all(|steps| steps.iter().all(|step| step.may_be_in(scene.lexed.cues))) {
        return None;
    }
    let first = walk(pattern.before, scene, at, Direction::Left)?;
    let last = walk(pattern.after, scene, at, Direction::Right)?;
    Some((first, last))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
}

/// The last place that the steps reach from `at`, the nearest step first.
fn walk(steps: &[Step], scene: &Scene<'_>, at: usize, direction: Direction) -> Option<usize> {
    let (step, rest) = match direction {
        Direction::Left => steps.split_last(),
        Direction::Right => steps.split_first(),
    }
    .map_or((None, steps), |(step, rest)| (Some(*step), rest));
    let go = |from: usize| match direction {
        Direction::Left => scene.left(from),
        Direction::Right => scene.right(from),
    };
    match step {
        None => Some(at),
        Some(Step::One(set)) => {
            let next = go(at).filter(|next| scene.cues(*next).meets(set))?;
            walk(rest, scene, next, direction)
        }
        Some(Step::Only(set)) => {
            let next = go(at).filter(|next| scene.cues(*next).meets(set) && scene.cues(*next).within(set))?;
            walk(rest, scene, next, direction)
        }
        Some(Step::UpTo(most, set)) => skip(rest, scene, at, direction, most, |place| scene.cues(place).meets(set)),
        Some(Step::Any(most)) => skip(rest, scene, at, direction, most, |place| {
            scene.quantity(place).is_none() && !matches!(scene.symbol(place), Some(',' | ';' | '(' | ')' | ':'))
        }),
    }
}

fn skip(
    rest: &[Step],
    scene: &Scene<'_>,
    at: usize,
    direction: Direction,
    most: usize,
    passes: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut place = at;
    for taken in 0..=most {
        if let Some(end) = walk(rest, scene, place, direction) {
            return Some(end);
        }
        let next = match direction {
            Direction::Left => scene.left(place),
            Direction::Right => scene.right(place),
        };
        match next.filter(|next| taken < most && passes(*next)) {
            Some(next) => place = next,
            None => return None,
        }
    }
    None
}
