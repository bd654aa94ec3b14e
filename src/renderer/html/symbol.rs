//! Signs beside words, so that nothing is told by colour alone. The words say all; a screen reader passes over the signs.

use maud::{Markup, html};

use crate::model::Verdict;
use crate::renderer::label;

/// The class of a verdict in the style sheet.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Beat => "beat",
        Verdict::Miss => "miss",
        Verdict::InLine => "in-line",
    }
}

/// A size with its verdict: "▲ +3.0% beat".
pub(super) fn verdict(size: &str, verdict: Verdict) -> Markup {
    let sign = match verdict {
        Verdict::Beat => "▲",
        Verdict::Miss => "▼",
        Verdict::InLine => "=",
    };
    html! {
        span.verdict.(class(verdict)) {
            span.sign aria-hidden="true" { (sign) } " " (size) @if !size.is_empty() { " " } (label::verdict(verdict))
        }
    }
}

/// What was done with guidance: "▲ raised".
pub(super) fn action(name: &str) -> Markup {
    let (sign, class) = match name {
        "raised" => ("▲", "beat"),
        "lowered" => ("▼", "miss"),
        "withdrawn" => ("✕", "miss"),
        "narrowed" => ("↔", "in-line"),
        "widened" => ("↔", "in-line"),
        "reaffirmed" => ("=", "in-line"),
        _ => ("•", "in-line"),
    };
    html! { span.verdict.(class) { span.sign aria-hidden="true" { (sign) } " " (name) } }
}
