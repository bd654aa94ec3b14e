//! HTML to the text that a reader sees: paragraphs, list items, and tables with their columns kept by spaces.
//!
//! Parsing is left to the parser that browsers have; colours, sizes and scripts are left to them altogether.

mod detect;
mod filing;
mod flow;
mod parse;
mod sink;
mod style;
mod table;
mod tag;
mod tree;
mod trim;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use detect::is_html;

/// The text of a page, or of the exhibits in a filing. Empty where a reader would see nothing.
///
/// ```
/// let row = "<table><tr><td>Net sales</td><td>$</td><td>1,200</td></tr></table>";
/// assert!(topline::input::html::text(row).contains("$1,200"));
/// ```
pub fn text(html: &str) -> String {
    let parts: Vec<String> = filing::parts(html).map(part_text).filter(|text| !text.is_empty()).collect();
    parts.join("\n")
}

fn part_text(part: filing::Part<'_>) -> String {
    match part {
        filing::Part::Page(html) => flow::joined(&walk::walk(&parse::parse(&trim::trimmed(html)))),
        filing::Part::Lines(lines) => lines,
    }
}
