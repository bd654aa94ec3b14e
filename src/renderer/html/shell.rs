//! What stands around the documents: the head, with the style and a policy that allows no request to anywhere, and the
//! foot, with the script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::renderer::Overview;
use crate::renderer::html::document::heading;
use crate::renderer::html::overview::documents;

const STYLE: &str = include_str!("page.css");

/// Nothing may be loaded, and no script run but the one whose hash this is; a test holds the two together.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
     script-src 'sha256-p9UZKW6yEXvu1HauHpFE47PpiJVcUF5Mxab7SgPpSlA='";

/// What comes after the last document.
pub(super) const CLOSING: &str = concat!(
    "</main><footer><p>Made by topline. Every figure was read from the text; derived figures show no more digits than \
     those in the text support.</p></footer><div id=\"tip\" role=\"tooltip\" hidden></div><script>",
    include_str!("page.js"),
    "</script></body></html>\n"
);

/// The title: company and period of one document, the number of several.
pub(super) fn title(overview: &Overview, several: bool) -> String {
    match overview.rows.first() {
        Some(row) if !several => heading(row),
        _ => documents(overview.rows.len()),
    }
}

/// What comes before the first document; `top` tells of all of them. Its elements are closed by [`CLOSING`].
pub(super) fn opening(title: &str, top: Option<Markup>) -> String {
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            title { (title) " · topline" }
            link rel="icon" href="data:,";
            style { (PreEscaped(STYLE)) }
        }
        (PreEscaped("<body><main>"))
        @if let Some(top) = top { (top) }
    }
    .into_string()
}
