//! The part of the page that one document has: what it says at a glance, in tables and charts, and then itself.

use maud::{Markup, html};

use crate::model::{Kind, Report};
use crate::renderer::View;
use crate::renderer::html::anchor::Anchor;
use crate::renderer::html::sheet::Sheet;
use crate::renderer::html::{article, chart, findings, guidance, results};
use crate::renderer::text::printable;

/// The part of one document. Among several it can be folded away.
pub(super) fn part(report: &Report, view: &View) -> Markup {
    let sheet = Sheet::of(report, view);
    let name = name(report);
    html! {
        @if view.several {
            details.document {
                summary { h2 { (name) } " " (origin(report)) }
                div.body id=(Anchor::Document) tabindex="-1" { (body(&sheet)) }
            }
        } @else {
            article.document {
                header.masthead id=(Anchor::Document) { h1 { (name) } (origin(report)) }
                (body(&sheet))
            }
        }
    }
}

/// Whose results, and of which period.
fn name(report: &Report) -> Markup {
    let company = report.company.name.as_deref().unwrap_or("Unknown company");
    html! {
        (printable(company))
        @if let Some(ticker) = report.company.ticker.as_deref() { " " span.ticker { (printable(ticker)) } }
        @if let Some(period) = report.period { " " span.period { (period.label()) } }
    }
}

/// What sort of text it is, and where it came from.
fn origin(report: &Report) -> Markup {
    let kind = match report.kind {
        Kind::Article => "Article",
        Kind::PressRelease => "Press release",
        Kind::Transcript => "Transcript",
        Kind::Brief => "Brief",
    };
    html! { p.origin { (kind) " · " span.source { (source(&report.document.name)) } } }
}

/// The name of a document, for a person.
pub(super) fn source(name: &str) -> String {
    if name == "-" { "standard input".to_owned() } else { printable(name).into_owned() }
}

fn body(sheet: &Sheet<'_>) -> Markup {
    let parts = [
        results::headlines(sheet),
        results::table(sheet),
        guidance::table(sheet),
        chart::section(sheet),
        findings::ratios(sheet),
        findings::checks(sheet),
        findings::notes(sheet),
    ];
    html! {
        div.columns {
            div.findings {
                @if sheet.results().next().is_none() && sheet.guidance().next().is_none() { p.note { "No figures found." } }
                @for part in parts.into_iter().flatten() { (part) }
            }
            (article::article(sheet))
        }
    }
}
