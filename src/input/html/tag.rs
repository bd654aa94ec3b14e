//! What the names of elements mean for the text: which end a line, which belong to a table, which are never seen.

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph, a heading, a division: lines of its own.
    Block,
    /// An item of a list.
    Item,
    /// `<br>`.
    Break,
    /// White space counts.
    Preformatted,
    /// A table.
    Table,
    /// The words above a table.
    Caption,
    /// A row of a table.
    Row,
    /// A cell of a table, heading or not.
    Cell,
    /// Raised text, such as the mark of a footnote.
    Raised,
    /// The title, which is seen where nothing else is.
    Title,
    /// Never seen.
    Unseen,
    /// Joins with the text around it.
    Inline,
}

impl Tag {
    /// By the element's name in lower case.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "address" | "article" | "aside" | "blockquote"
            | "body" | "center" | "dd" | "details" | "dir" | "dl" | "dt" | "fieldset" | "figcaption" | "figure"
            | "footer" | "form" | "header" | "hgroup" | "hr" | "legend" | "main" | "menu" | "ol" | "option"
            | "page" | "section" | "summary" | "ul" => Self::Block,
            "li" => Self::Item,
            "br" => Self::Break,
            "pre" | "listing" | "xmp" | "plaintext" => Self::Preformatted,
            "table" => Self::Table,
            "caption" => Self::Caption,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "sup" => Self::Raised,
            "title" => Self::Title,
            "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "audio" | "video"
            | "canvas" | "button" | "select" | "textarea" | "nav" | "noframes" | "ix:header" => Self::Unseen,
            _ => Self::Inline,
        }
    }
}

/// Elements that only change how letters look. They are read past, since pages leave them open and crossed by the
/// hundred, and a tree that honours that grows without need.
pub(super) fn is_looks(name: &str) -> bool {
    matches!(
        name,
        "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
    )
}
