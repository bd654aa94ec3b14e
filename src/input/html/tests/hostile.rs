//! Pages that are made to hurt: they take no more than their share of room.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::sample::select;

use super::super::text;

/// The text may be longer than the page by this much, which is the room that columns take.
#[track_caller]
fn check(html: &str, most: usize) {
    let text = text(html);
    assert!(text.len() <= most.saturating_mul(html.len()) + 1, "{} bytes from {}", text.len(), html.len());
}

#[test]
fn deep_pages() {
    check(&format!("{}deep", "<div>".repeat(100_000)), 1);
    for tag in ["div", "span", "b", "table", "ul", "font size=1", "table><tr><td"] {
        let html = format!("{}deep{}", format!("<{tag}>").repeat(20_000), "</div>".repeat(1000));
        check(&html, 1);
        assert!(text(&html).contains("deep"), "{tag}");
    }
    let crossed = "<p><font color=a><i>text</p></font>".repeat(20_000);
    check(&crossed, 1);
}

#[test]
fn long_and_wide_tables() {
    check(&format!("<table>{}</table>", "<tr><td>Sales<td>5<td>(4)".repeat(30_000)), 2);
    check(&format!("<table>{}</table>", "<tr><td colspan=9999>a<td rowspan=65535>1<td>2".repeat(20_000)), 2);
    check(&format!("<table><tr>{}</table>", "<td>1".repeat(100_000)), 2);
    let wide = format!("<tr><td>a{}", "<td>$1,234,567,890,123,456".repeat(500));
    check(&format!("<table>{wide}{}</table>", "<tr><td>a<td colspan=400>1<td>2".repeat(20_000)), 2);
}

#[test]
fn tags_without_end() {
    check(&"<".repeat(100_000), 1);
    check(&"<a b=\"".repeat(100_000), 1);
    check(&"<!--".repeat(100_000), 1);
    check(&"&#99999999;&bogus;".repeat(10_000), 1);
    check(&"</p>".repeat(50_000), 1);
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    check(&format!("<p{attributes}>x"), 1);
}

const PIECES: &[&str] = &[
    "<table>", "</table>", "<tr>", "<td colspan=3 rowspan=2>", "<td>", "</td>", "</tr>", "<th>", "<caption>", "<p>",
    "</p>", "<div>", "</div>", "<b>", "</b>", "<a>", "<a href=x>", "</a>", "<font style='display:none'>", "</font>",
    "<sup>", "</sup>", "<li>", "<ul>", "</ul>", "<br>", "<pre>", "</pre>", "<select>", "<option>", "<template>",
    "</template>", "<svg>", "<math><mi>", "</svg>", "<frameset>", "<form>", "</form>", "<script>", "</script>", "<!--",
    "-->", "<title>", "</title>", "<body>", "</body>", "</html>", "<head>", "<col>", "<tbody>", "<![CDATA[", "]]>",
    "<ix:header>", "<hr>", "<button>", "<nobr>", "<textarea>", "</textarea>", "<plaintext>", "<p hidden>", "&nbsp;",
    "&#151;", "&#0;", "\0", "1,234", "$", "(5", ")", "%", "—", "2023", "Net sales", "to", "•", "(1)", " ", "\n", "x",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_page_is_read(pieces in vec(select(PIECES), 0..200)) {
        check(&pieces.concat(), 40);
    }
}
