//! What attributes say of an element: that it is not seen, that it is raised, how many columns and rows it spans.

use html5ever::Attribute;

/// What the attributes of an element say that matters to its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// Not shown to a reader.
    pub(super) hidden: bool,
    /// Written above the line.
    pub(super) raised: bool,
    /// How many columns a cell spans.
    pub(super) columns: u16,
    /// How many rows a cell spans.
    pub(super) rows: u16,
}

/// More columns than any table has.
const MOST_COLUMNS: u16 = 512;
/// More rows than a cell spans.
const MOST_ROWS: u16 = 1000;

impl Style {
    /// An element without attributes.
    pub(super) const PLAIN: Self = Self { hidden: false, raised: false, columns: 1, rows: 1 };

    pub(super) fn of(attributes: &[Attribute]) -> Self {
        let mut style = Self::PLAIN;
        for attribute in attributes {
            let value = &*attribute.value;
            match &*attribute.name.local {
                "hidden" => style.hidden = true,
                "style" => {
                    style.hidden |= is_unseen(value);
                    style.raised |= is_raised(value);
                }
                "colspan" => style.columns = span(value, MOST_COLUMNS),
                "rowspan" => style.rows = span(value, MOST_ROWS),
                _ => {}
            }
        }
        style
    }
}

fn span(value: &str, most: u16) -> u16 {
    let digits: &str = value.trim();
    let digits = digits.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    // What does not fit the number is a wish for more than there can be.
    if digits.is_empty() { 1 } else { digits.parse().unwrap_or(most).clamp(1, most) }
}

fn is_unseen(style: &str) -> bool {
    declarations(style).any(|(name, value)| {
        (name == "display" && value.starts_with("none"))
            || (name == "visibility" && (value.starts_with("hidden") || value.starts_with("collapse")))
    })
}

/// `vertical-align: super`, and the upward shift that some programs write in its place.
fn is_raised(style: &str) -> bool {
    let lifted = |name: &str, value: &str| name == "top" && value.starts_with('-');
    let relative = || declarations(style).any(|(name, value)| name == "position" && value == "relative");
    declarations(style).any(|(name, value)| {
        (name == "vertical-align" && value.starts_with("super")) || (lifted(&name, &value) && relative())
    })
}

fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    let parts = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    parts.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase()))
}
