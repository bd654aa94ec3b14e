//! What the marks of an article mean: a line above it.

use crate::renderer::View;
use crate::renderer::annotated::ink::Ink;
use crate::renderer::annotated::shade::Shade;
use crate::renderer::mark::Mark;

/// How many facts there are, and how they are marked.
pub(super) fn legend(marks: &[Mark<'_>], view: &View) -> String {
    let mut ink = Ink::default();
    ink.plain(&match marks.iter().map(|mark| mark.facts.len()).sum::<usize>() {
        0 => "no facts found".to_owned(),
        1 => "1 fact".to_owned(),
        facts => format!("{facts} facts"),
    });
    if view.color {
        for shade in Shade::FIGURES.iter().filter(|shade| marks.iter().any(|mark| has(mark, **shade))) {
            ink.plain(view.style().dot());
            ink.shaded(shade.name(), *shade);
        }
    } else if marks.iter().any(|mark| !mark.facts.is_empty()) {
        let dot = view.style().dot();
        ink.plain(&format!("{dot}[figure](metric{dot}period{dot}role)"));
    }
    let mut shown = String::new();
    for row in ink.rows(view.width, view.width) {
        ink.write(&row, view.color, &mut shown);
        shown.push('\n');
    }
    shown
}

fn has(mark: &Mark<'_>, shade: Shade) -> bool {
    match shade {
        Shade::Unlinked => mark.unlinked.is_some(),
        _ => mark.facts.iter().any(|fact| Shade::of(fact) == shade),
    }
}
