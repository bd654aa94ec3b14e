//! The part of the page that one document has: what it says at a glance, in tables and charts, and then itself.

use maud::{Markup, html};

use crate::model::{Kind, Period, Report};
use crate::renderer::html::anchor::Anchor;
use crate::renderer::html::sheet::Sheet;
use crate::renderer::html::{article, chart, findings, guidance, results};
use crate::renderer::table::page::source;
use crate::renderer::text::printable;
use crate::renderer::{Summary, View};

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
                a.skip href={ "#" (Anchor::Article) } { "Skip to the text" }
                header.masthead id=(Anchor::Document) { h1 { (name) } (origin(report)) }
                (body(&sheet))
            }
        }
    }
}

/// Whose results, and of which period.
fn name(report: &Report) -> Markup {
    let (company, ticker) = (report.company.name.as_deref(), report.company.ticker.as_deref());
    html! {
        (who(company, ticker, &report.document.name))
        @if let Some(ticker) = ticker.filter(|_| company.is_some()) { " " span.ticker { (printable(ticker)) } }
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

/// Whose results a document has: the company, or else its ticker, or else the last part of the document's name.
pub(super) fn who(company: Option<&str>, ticker: Option<&str>, document: &str) -> String {
    let file = document.rsplit(['/', '\\']).next().unwrap_or_default();
    company.or(ticker).map_or_else(|| source(file).into_owned(), |name| printable(name).into_owned())
}

/// Whose results, and of which period, in one line.
pub(super) fn heading(row: &Summary) -> String {
    let who = who(row.company.as_deref(), row.ticker.as_deref(), &row.document);
    [Some(who), row.period.map(Period::label)].into_iter().flatten().collect::<Vec<_>>().join(" ")
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
