//! The phrases that give a quantity its role, in families, the most trusted first.

mod consensus;
mod prior;

pub(super) use prior::BARE;

use crate::parser::linker::pattern::{Extent, Pattern, matches};
use crate::parser::linker::scene::Scene;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Patterns of one kind.
struct Family {
    /// What each has a step for: few sentences have any of it, and the others need no walk.
    needs: CueSet,
    rows: &'static [Pattern],
}

static FAMILIES: [Family; 2] = [
    Family { needs: CueSet::of(&[Cue::Prior, Cue::GuideNoun, Cue::Issue]), rows: prior::ROWS },
    Family { needs: CueSet::of(&[Cue::Analyst, Cue::Expect, Cue::EstimateNoun]), rows: consensus::ROWS },
];

/// The first pattern that matches around the quantity at `at`.
pub(super) fn find(scene: &Scene<'_>, at: usize) -> Option<(&'static Pattern, Extent)> {
    let mut families = FAMILIES.iter().filter(|family| scene.has_any(family.needs));
    families.find_map(|family| family.rows.iter().find_map(|row| Some((row, matches(row, scene, at)?))))
}

#[cfg(test)]
mod tests {
    use super::FAMILIES;
    use crate::model::Document;
    use crate::parser::linker::pattern::Step;

    #[test]
    fn every_row_has_a_step_for_what_its_family_needs() {
        for (family, row) in FAMILIES.iter().flat_map(|family| family.rows.iter().map(move |row| (family, row))) {
            let mut steps = row.before.iter().chain(row.after);
            let is_needed = |step: &Step| matches!(step, Step::One(set) | Step::Only(set) if set.within(family.needs));
            assert!(steps.any(is_needed), "{}", row.name);
        }
    }

    #[test]
    fn every_row_reads_its_examples_and_leaves_the_others_alone() {
        for row in FAMILIES.iter().flat_map(|family| family.rows) {
            assert!(!row.reads.is_empty(), "{}: no example", row.name);
            for (text, figure, expected) in
                row.reads.iter().map(|(t, f)| (t, f, true)).chain(row.ignores.iter().map(|(t, f)| (t, f, false)))
            {
                let report = crate::analyze(&Document::new("x", *text));
                let fact = report.facts.iter().find(|fact| fact.evidence.span.of(text) == *figure);
                assert!(fact.is_some() || !expected, "{}: '{figure}' is no fact of '{text}'", row.name);
                let has_role = fact.is_some_and(|fact| fact.role == row.role);
                assert_eq!(has_role, expected, "{}: '{figure}' in '{text}' is {fact:?}", row.name);
            }
        }
    }
}
