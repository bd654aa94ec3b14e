//! The report page in a real browser: it loads without a complaint and without a request, leads from a line item to its
//! evidence and back, draws what was found, and fits a phone; all of it also without its script.
#![cfg(unix)] // A shell hands the browser its pipe.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

#[path = "page/browser.rs"]
mod browser;
mod support;

use std::path::PathBuf;

use browser::Browser;
use serde_json::{Value, json};
use support::Folder;

const ARTICLE: &str = include_str!("../fixtures/meta-q4-2024/article.txt");
const RAISES: &str = include_str!("../fixtures/retailer-raises/article.txt");
const CALL: &str = include_str!("../fixtures/call-excerpt/article.txt");
const HOSTILE: &str = "\
Acme <script>document.title = 'harmed'</script> & \"Sons\" reported revenue of $5.1 billion, beating the $5 billion that \
analysts expected. <img src=\"https://example.com/x.png\" onerror=\"document.title = 'harmed'\"> \u{1b}[31m \u{202e}

| Acme | <b>expects</b> revenue of $6 billion to $7 billion in 2025. |
";

/// A page of one article, long enough that its text has to be scrolled.
fn one(folder: &Folder) -> PathBuf {
    folder.write("article.txt", format!("{}\n\n{ARTICLE}", "Nothing is said here.\n\n".repeat(60)).as_bytes());
    folder.topline(&["article.txt", "-f", "html", "-o", "one.html"]).succeeds();
    folder.path("one.html")
}

/// A page of several.
fn several(folder: &Folder) -> PathBuf {
    for (name, text) in [("meta.txt", ARTICLE), ("raises.txt", RAISES), ("<b>call.txt", CALL), ("hostile.txt", HOSTILE)]
    {
        folder.write(&format!("all/{name}"), text.as_bytes());
    }
    folder.topline(&["all", "-f", "html", "-o", "several.html"]).succeeds();
    folder.path("several.html")
}

/// Whether an element can be seen without scrolling.
const SEEN: &str = "(place => { const box = place.getBoundingClientRect(); \
                    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; })";

#[test]
fn the_documents_that_are_asked_for_stand_in_the_order_asked_for() {
    let folder = Folder::with(&[("all/a.txt", CALL), ("all/b.txt", ARTICLE), ("all/c.txt", RAISES)]);
    let page = folder.topline(&["all", "-f", "html", "--sort", "company", "--top", "2"]).succeeds().stdout.clone();
    assert!(page.contains("<h1>2 documents</h1>"));
    let parts: Vec<&str> = page.split("<details").skip(1).collect();
    assert!(parts.len() == 2 && parts[0].contains("Ardent Tool") && parts[1].contains("Kessler Home"));
}

#[test]
fn loads_without_a_complaint_and_without_a_request() {
    let Some(mut browser) = Browser::start("loads") else { return };
    let folder = Folder::with(&[]);
    for (page, title) in [(one(&folder), "Meta Q4 2024 · topline"), (several(&folder), "4 documents · topline")] {
        browser.open(&page);
        assert_eq!(browser.value("document.title"), title, "nothing in a text is run");
        assert_eq!(browser.value("document.documentElement.className"), "js", "the policy lets the script run");
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }
}

#[test]
fn a_line_item_leads_to_its_evidence_and_back() {
    let Some(mut browser) = Browser::start("leads") else { return };
    let folder = Folder::with(&[]);
    browser.look(1280, 900, "light");
    browser.open(&one(&folder));
    browser.point(".results tbody tr:nth-child(2) a", true);
    let found = "[document.querySelector('.at').textContent, document.activeElement.textContent, scrollY]";
    assert_eq!(browser.value(found), json!(["$8.02", "$8.02", 0]), "the figures stay where they are");
    assert_eq!(browser.value(&format!("{SEEN}(document.querySelector('.at'))")), true);

    let told = "document.querySelector('#tip').hidden ? '' : document.querySelector('#tip').textContent";
    assert!(browser.value(told).as_str().unwrap().starts_with("EPS · Q4 2024\nactual · $8.02\nline "));
    browser.press("Escape", 27);
    assert_eq!(browser.value(told), "");
    browser.point("mark.estimate a", false);
    assert!(browser.value(told).as_str().unwrap().contains("estimate · $46.99B"));

    browser.press("Enter", 13);
    assert_eq!(browser.value("document.querySelector('.at th').textContent"), "EPS");
    assert_eq!(browser.value(&format!("{SEEN}(document.querySelector('.at'))")), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_finger_sees_the_note_before_it_is_led_on() {
    let Some(mut browser) = Browser::start("finger") else { return };
    let folder = Folder::with(&[]);
    browser.look(390, 844, "light");
    browser.call("Emulation.setTouchEmulationEnabled", json!({"enabled": true}));
    browser.open(&one(&folder));
    browser.value("document.querySelector('mark.estimate a').scrollIntoView({block: 'center'})");
    browser.tap("mark.estimate a");
    let tip = "[document.querySelector('#tip').textContent.slice(0, 7), location.hash]";
    browser.comes_to(tip, &json!(["Revenue", ""]));
    browser.tap("mark.estimate a");
    browser.comes_to("document.querySelector('.at th')?.textContent", &json!("Revenue"));
}

#[test]
fn without_its_script_the_page_is_whole() {
    let Some(mut browser) = Browser::start("whole") else { return };
    let folder = Folder::with(&[]);
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.look(1280, 900, "light");
    browser.open(&one(&folder));
    assert_eq!(browser.value("document.documentElement.className"), "");
    let title = browser.value("document.querySelector('mark.estimate a').title");
    assert!(title.as_str().unwrap().starts_with("Revenue · Q4 2024\nestimate · $46.99B\nby Wall Street"));
    browser.point(".results tbody tr:nth-child(2) a", true);
    assert_eq!(browser.value("document.querySelector(':target').textContent"), "$8.02");
    assert_eq!(browser.value(&format!("{SEEN}(document.querySelector(':target'))")), true);

    browser.open(&several(&folder));
    assert_eq!(browser.value("document.querySelectorAll('details[open]').length"), 0);
    browser.point(".documents tbody tr:nth-child(1) a", true);
    assert_eq!(
        browser.value("document.querySelector('details[open] :target').id"),
        "d1",
        "a link unfolds its document"
    );
}

/// How many marks a chart has that can be seen, and lie within its drawing.
fn drawn(browser: &mut Browser, selector: &str) -> Value {
    browser.value(&format!(
        "[...document.querySelectorAll('{selector}')].filter(mark => {{ \
           const box = mark.getBoundingClientRect(), room = mark.closest('.plot').getBoundingClientRect(); \
           return box.width >= 1 && box.height >= 1 && box.left >= room.left && box.right <= room.right; \
         }}).length"
    ))
}

#[test]
fn charts_draw_what_was_found_and_fit_a_phone() {
    let Some(mut browser) = Browser::start("charts") else { return };
    let folder = Folder::with(&[]);
    let (one, several) = (one(&folder), several(&folder));
    let mut papers = Vec::new();
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"), (320, "light")] {
        browser.look(width, 900, scheme);
        browser.open(&one);
        assert_eq!(drawn(&mut browser, ".surprise .bar.beat"), 2);
        assert_eq!(drawn(&mut browser, ".outlook .plot .bar.guided"), 1);
        assert_eq!(drawn(&mut browser, ".outlook .plot .last"), 1);
        assert_eq!(drawn(&mut browser, ".growth .bar"), 2);
        papers.push(browser.value("getComputedStyle(document.body).backgroundColor"));
        let too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.value(too_wide), 0, "{width}");
        browser.open(&several);
        assert_eq!(drawn(&mut browser, ".surprises circle"), 3);
        assert_eq!(drawn(&mut browser, ".surprises path"), 1);
        browser.value("document.querySelectorAll('details').forEach(folded => { folded.open = true; })");
        assert_eq!(browser.value(too_wide), 0, "{width}");
    }
    assert!(papers[0] != papers[1] && papers[0] == papers[2] && papers[1] == papers[3], "{papers:?}");
}
