//! Numbers that are no figures: days, spans of time, the names of things.

/// Months, before or after a day.
pub(crate) static MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// What makes a number a span of time, an hour, a multiple or an ordinal.
pub(crate) static MEASURES: &[&str] = &[
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "second",
    "seconds", "quarter", "quarters", "decade", "decades", "century", "yr", "yrs", "mths", "mos", "hrs", "mins", "qtr",
    "qtrs", "night", "nights", "weekend", "weekends", "season", "seasons", "semester", "halves", "a.m.", "p.m.", "a.m",
    "p.m", "am", "pm", "et", "est", "edt", "pt", "gmt", "times", "time", "fold", "x", "st", "nd", "rd", "th",
    "degrees", "mph", "percentile", "thirds", "quarterly",
];

/// What may stand between the number and its span of time: "26 trading weeks".
pub(crate) static MEASURE_ADJECTIVES: &[&str] = &[
    "fiscal", "trading", "business", "calendar", "consecutive", "straight", "working", "more", "full", "additional",
    "financial", "further", "odd", "or", "so", "successive", "plus", "sequential", "operating", "selling",
];

/// What stands before the number of a page, a rule, an index or a product.
pub(crate) static HEADS: &[&str] = &[
    "note", "notes", "page", "pages", "section", "sections", "item", "items", "no", "nos", "number", "phase", "level",
    "tier", "step", "chapter", "figure", "table", "exhibit", "rule", "form", "suite", "room", "floor", "top",
    "version", "appendix", "part", "article", "grade", "category", "type", "class", "series", "line", "track",
    "channel", "route", "flight", "slide", "slides", "figures", "tables", "exhibits", "phases", "schedule", "title",
    "act", "clause", "paragraph", "footnote", "stage", "generation", "gen", "model", "iphone", "galaxy", "windows",
    "ps", "playstation", "xbox", "boeing", "airbus", "covid", "iso", "s&p", "nasdaq", "russell", "ftse", "stoxx",
    "nikkei", "kospi", "dax", "cac", "fortune", "dow", "asx", "tsx", "topix", "sensex", "nifty", "csi", "msci",
    "bloomberg", "area", "block", "highway", "interstate", "building", "unit", "lot", "pier", "terminal", "gate",
    "week", "day", "year", "month", "quarter", "q", "fy", "fiscal", "age", "aged", "ages", "chapter", "ifrs", "ias",
    "asc", "asu", "basel", "scope", "zone", "week", "since", "code", "ext", "extension", "passcode", "pin", "id",
    "euro", "mach",
];

/// Words after which a plain whole number is a figure: "brings the total to 773".
pub(crate) static CUES: &[&str] = &[
    "of", "to", "at", "was", "were", "is", "are", "from", "be", "been", "reached", "totaled", "totalled", "hit", "by",
    "versus", "vs", "against", "above", "below", "over", "under", "than", "or", "with", "about", "around",
    "approximately", "nearly", "roughly", "posted", "reported", "lost", "earned", "opened", "closed", "cut", "added",
    "and", "between",
];

/// Words that never stand between a number and the thing it counts.
pub(crate) static STOPS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "than", "that",
    "which", "who", "as", "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "per", "up", "down",
    "vs", "versus", "compared", "its", "their", "our", "this", "last", "when", "while", "if", "after", "before",
    "over", "into", "through", "during", "since", "until", "because", "we", "it", "they", "he", "she", "you", "i",
    "not", "so", "expected", "estimated", "forecast", "ahead", "above", "below", "between", "against", "about",
    "within", "million", "billion", "among", "across", "out", "also", "said", "did", "do", "does", "can", "could",
    "should", "may", "might",
];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    [MONTHS, MEASURES, MEASURE_ADJECTIVES, HEADS, CUES, STOPS].into_iter().flatten().copied()
}
