//! Pages as exhibits and news sites write them, and the text that comes out.

mod hostile;
mod prose;
mod tables;

/// The text of a page, without the line end behind it.
#[track_caller]
fn check(html: &str, expected: &str) {
    let text = super::text(html);
    assert_eq!(text.trim_end_matches('\n'), expected, "\n{text}");
}
