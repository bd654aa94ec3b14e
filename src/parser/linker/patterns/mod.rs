//! The phrases that give a quantity its role, in families, the most trusted first.

mod consensus;
mod prior;

use crate::parser::linker::pattern::{Extent, Pattern, matches};
use crate::parser::linker::scene::Scene;

static FAMILIES: [&[Pattern]; 2] = [prior::ROWS, consensus::ROWS];

/// The first pattern that matches around the quantity at `at`.
pub(super) fn find(scene: &Scene<'_>, at: usize) -> Option<(&'static Pattern, Extent)> {
    FAMILIES.iter().flat_map(|family| family.iter()).find_map(|row| Some((row, matches(row, scene, at)?)))
}

#[cfg(test)]
mod tests {
    use super::FAMILIES;
    use crate::model::Document;

    #[test]
    fn every_row_reads_its_examples_and_leaves_the_others_alone() {
        for row in FAMILIES.iter().flat_map(|family| family.iter()) {
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
