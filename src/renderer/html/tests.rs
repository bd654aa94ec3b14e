//! The page as a browser reads it: whole, harmless, and with everything that was found.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use scraper::{ElementRef, Html as Page, Selector};
use sha2::{Digest, Sha256};

use crate::model::{Report, Role};
use crate::renderer::html::Html;
use crate::renderer::{Overview, Renderer, Summary, Tally, View, sample};
use crate::{Document, analyze};

/// The page of these reports, which must be one that a browser has nothing to mend in.
fn written(reports: &[Report], view: View) -> String {
    let renderer = Html::new(view);
    let rows: Vec<Summary> = reports.iter().map(Summary::of).collect();
    let mut tally = Tally::default();
    rows.iter().for_each(|row| tally.add(Some(row)));
    let overview = Overview { rows, tally };
    let mut out = Vec::new();
    renderer.begin_with(&overview, &mut out).unwrap();
    for (number, report) in (1..).zip(reports) {
        let mut part = Vec::new();
        renderer.report(report, &mut part);
        renderer.place(number, &part, &mut out).unwrap();
    }
    renderer.finish(&overview, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(reports: &[Report], view: View) -> Page {
    let page = Page::parse_document(&written(reports, view));
    assert_eq!(page.errors, Vec::<String>::new());
    page
}

fn several() -> View {
    View { several: true, ..View::default() }
}

fn all<'a>(page: &'a Page, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// A report whose text is what somebody wrote to do harm.
fn hostile() -> Report {
    const BEFORE: &str = "<script>alert('1')</script> \"&amp;<img src=x onerror=alert(2)>\u{1b}[31m\u{202e}\0| ";
    let mut report = sample::hostile();
    report.document.text = format!("{BEFORE}{}", report.text()).into();
    for fact in &mut report.facts {
        fact.evidence.span.start += BEFORE.len();
        fact.evidence.span.end += BEFORE.len();
        fact.source = Some("\" onmouseover=\"alert(3)".into());
    }
    report
}

/// A report in which nothing was found.
fn nothing() -> Report {
    let mut report = sample::meta();
    (report.line_items, report.facts, report.ratios, report.checks) = Default::default();
    (report.company.name, report.period) = (None, None);
    report
}

#[track_caller]
fn check_whole(reports: &[Report], view: &View) {
    let page = page(reports, view.clone());
    let ids: Vec<&str> = all(&page, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id is there twice");
    for link in all(&page, "a") {
        let place = link.attr("href").unwrap().strip_prefix('#').unwrap();
        assert!(known.contains(place), "nothing is at {place}");
    }
    for (number, report) in (1..).zip(reports) {
        for fact in view.facts(report) {
            assert!(known.contains(format!("d{number}-f{}", fact.id).as_str()), "{fact:?}");
        }
    }
    assert!(all(&page, "[src], object, iframe, form, base, [onclick], [style]").is_empty());
}

#[test]
fn every_fact_has_its_place_and_every_link_leads_somewhere() {
    check_whole(&[sample::meta()], &View::default());
    check_whole(&[hostile()], &View::default());
    check_whole(&[sample::meta(), hostile(), sample::meta()], &several());
    check_whole(&[sample::meta()], &View { metrics: vec![sample::metric("capex")], ..View::default() });
    check_whole(&[sample::meta()], &View { roles: vec![Role::Guidance], ..View::default() });
    check_whole(&[], &several());
    check_whole(&[nothing()], &View::default());
}

#[test]
fn every_fixture_makes_a_whole_page() {
    let fixtures = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures")).unwrap();
    let articles = fixtures.filter_map(|entry| std::fs::read_to_string(entry.unwrap().path().join("article.txt")).ok());
    let reports: Vec<Report> = articles.map(|text| analyze(&Document::new("article.txt", text))).collect();
    assert!(reports.len() > 10);
    check_whole(&reports, &several());
    reports.iter().for_each(|report| check_whole(std::slice::from_ref(report), &View::default()));
}

#[test]
fn what_is_in_a_text_stays_text() {
    let written = written(&[hostile()], View::default());
    assert!(!written.contains(['\u{1b}', '\u{202e}', '\0', '\r']));
    let page = page(&[hostile()], View::default());
    assert_eq!(all(&page, "script").len(), 1);
    assert!(all(&page, "img, b, [onerror], [onmouseover]").is_empty());
    let prose = text(all(&page, ".prose")[0]);
    assert!(
        prose.contains("<script>alert('1')</script> \"&amp;<img src=x onerror=alert(2)>\\u{1b}[31m\\u{202e}\\u{0}|")
    );
    assert!(text(all(&page, "h1")[0]).starts_with("=HYPERLINK(\"x\")\\u{1b}[31m\\u{202e}|<b>"));
}

#[test]
fn what_is_pointed_at_is_explained_and_leads_to_its_row() {
    let page = page(&[sample::meta()], View::default());
    assert_eq!(all(&page, ".prose mark").len(), 7);
    let link = all(&page, "#d1-f2 a")[0];
    assert_eq!(text(link), "$46.99 billion");
    assert_eq!(link.attr("title"), Some("Revenue · Q4 2024\nestimate · $46.99B\nby Wall Street · line 1"));
    let row = all(&page, link.attr("href").unwrap())[0];
    let name = Selector::parse("th a").unwrap();
    assert_eq!(row.select(&name).next().unwrap().attr("href"), Some("#d1-f0"));
}

#[test]
fn a_document_without_a_company_has_the_name_of_its_file() {
    let page = page(&[nothing()], View::default());
    assert_eq!(text(all(&page, "h1")[0]), "meta.txt");
    assert_eq!(text(all(&page, ".findings .note")[0]), "No figures found.");
}

#[test]
fn headings_leave_no_step_out() {
    for (reports, view, steps) in [(1, View::default(), "h1h2"), (3, several(), "h1h2h3")] {
        let page = page(&vec![sample::meta(); reports], view);
        let mut found: Vec<&str> = all(&page, "h1, h2, h3, h4").iter().map(|heading| heading.value().name()).collect();
        assert_eq!(found.first(), Some(&"h1"));
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.concat(), steps);
    }
}

#[track_caller]
fn check_count(page: &Page, selector: &str, expected: usize) {
    assert_eq!(all(page, selector).len(), expected, "{selector}");
}

#[test]
fn every_chart_has_a_mark_for_each_thing_compared() {
    let page = page(&[sample::meta()], View::default());
    check_count(&page, ".surprise .bar.beat", 2);
    check_count(&page, ".surprise .whisker", 2);
    check_count(&page, ".outlook .plot .bar.guided", 1);
    check_count(&page, ".outlook .plot circle.last", 1);
    check_count(&page, ".growth .bar.rose", 1);
    check_count(&page, ".growth .bar.guided", 1);
    let told: Vec<String> = all(&page, "svg[role=img] > title").into_iter().map(text).collect();
    assert_eq!(
        told,
        [
            "Revenue: $48.4B against $46.99B expected, +3.0% beat",
            "EPS (adj.): $8.02 against $6.76 expected, +18.6% beat",
            "Capital expenditures FY 2025: guided $60–65B; last actual $39B",
            "Revenue: +21%",
            "Capital expenditures, FY 2025: guided +54% to +67%",
        ]
    );
    check_count(&page, "svg[role=img]", told.len());
}

#[test]
fn a_folder_has_a_row_for_each_document_and_when_there_are_many_a_skyline() {
    let few = page(&vec![sample::meta(); 3], several());
    check_count(&few, ".surprises circle.beat", 3);
    check_count(&few, ".surprises path.beat", 3);
    check_count(&few, ".documents tbody tr", 3);
    check_count(&few, "details.document > .body", 3);
    let many = page(&vec![sample::meta(); 61], several());
    check_count(&many, ".skylines .bar", 2 * 61);
    check_count(&many, ".documents tbody tr", 61);
}

#[test]
fn tables_can_be_read_by_ear() {
    let page = page(&[sample::meta()], View::default());
    check_count(&page, "table", 3);
    check_count(&page, "table > caption", 3);
    check_count(&page, "th:not([scope])", 0);
    check_count(&page, "tbody tr > :first-child:not(th)", 0);
    // Nothing stands in the columns of prior guidance and consensus.
    let headings: Vec<String> = all(&page, ".guidance thead th").into_iter().map(text).collect();
    assert_eq!(headings, ["Metric", "Period", "Guidance", "Action", "Last actual", "Growth"]);
}

#[test]
fn the_policy_allows_the_script_of_the_page_and_no_other() {
    let page = page(&[sample::meta()], View::default());
    let hash = BASE64_STANDARD.encode(Sha256::digest(text(all(&page, "script")[0])));
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none';"));
    assert!(policy.ends_with(&format!("script-src 'sha256-{hash}'")), "write sha256-{hash} into the policy");
}
