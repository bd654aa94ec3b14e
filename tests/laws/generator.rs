//! Texts put together of real phrases, numbers, periods, companies, rows of tables, and noise.

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;

const COMPANIES: &[&str] = &[
    "Acme", "Acme Inc. (NYSE: ACM)", "Halloran Industries", "the company", "It", "Nordic Rail AB", "Löwen & Söhne AG",
    "ACM", "Its Cloud unit", "We", "U.S. Widget Co.",
];
const METRICS: &[&str] = &[
    "revenue", "Net sales", "net income", "EPS", "diluted earnings per share", "operating margin", "gross margin",
    "free cash flow", "capital expenditures", "adjusted EBITDA", "same-store sales", "Cloud revenue", "users",
    "profit", "net loss", "operating income", "dividend", "the top line", "order backlog",
];
const PERIODS: &[&str] = &[
    "in the fourth quarter", "in Q2 2024", "for fiscal 2025", "a year earlier", "in the three months ended March 31",
    "this year", "in the first half", "year over year", "sequentially", "for the full year", "in 2019", "by 2030",
    "FY25", "in the second quarter of 2024", "from the prior quarter",
];
const VERBS: &[&str] = &[
    "was", "rose to", "fell by", "reported", "posted", "came in at", "of", "expects", "raised its forecast to",
    "reaffirmed its outlook of", "beat the", "missed", "versus", "compared with", "up from", "topping the", "will be",
    "analysts expected", "down", "up", "between", "from", "to", "and", "or", "more than", "about", "up to", ":", ",",
    "while", "including", "respectively", "per share", "excluding items",
];
const NOISE: &[&str] = &[
    "(", ")", "[", "“", "”", "\"", "'", "’s", "$", "€", "%", "-", "–", "—", "−", "...", ";", "|", "•", "* ", "- ", "#",
    "\u{a0}", "\u{ad}", "\u{2009}", "\u{202e}", "\u{feff}", "\u{0}", "\u{1b}[31m", "５", "½", "²", "📈", "İ", "ß",
    "\t", "   ", "\r\n", "<td>", "&nbsp;", "=", "/", "\\", "1/2", "10-Q", "3M", "G7", "24/7", "+44 20 7946 0000",
    "2024-10-30", "9:30 a.m.", "http://a.b/c?d=5", "x", "a", "U.S.", "No.", "million",
    "hundreds of millions of dollars", "half a billion",
];

/// A number as somebody might print it.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<u16>().prop_map(|n| n.to_string()),
        (0_u32..2000, 0_u32..100).prop_map(|(whole, part)| format!("{whole}.{part:02}")),
        (1_u32..1000, 0_u32..1000, 0_u32..1000).prop_map(|(a, b, c)| format!("{a},{b:03},{c:03}")),
        (1_u32..100, 0_u32..10).prop_map(|(whole, part)| format!("{whole},{part}")),
        "[0-9]{1,40}",
        "[0-9]{0,3}[.,][0-9]{0,40}",
        select(&["two", "twenty-five", "a hundred", "five hundred", "1½", "0", "00", "1e9", "a couple of"][..])
            .prop_map(str::to_owned),
    ]
}

/// A quantity: a number with its signs and its scale.
fn quantity() -> impl Strategy<Value = String> {
    let before = select(&["", "", "$", "$", "€", "£", "US$", "Rs ", "-$", "($", "~", "-", "+", "SEK ", "mid-"][..]);
    let behind = select(
        &[
            "", "", " million", " billion", "bn", "m", "k", "%", " percent", " percentage points", " basis points",
            " cents", " a share", " per share", " crore", " trillion", ")", " million users", " stores", "x",
            " billion euros", "-plus",
        ][..],
    );
    (before, number(), behind).prop_map(|(before, number, behind)| format!("{before}{number}{behind}"))
}

fn word() -> impl Strategy<Value = String> {
    let known = |list: &'static [&'static str]| select(list).prop_map(str::to_owned);
    prop_oneof![
        2 => known(COMPANIES), 4 => known(METRICS), 3 => known(PERIODS), 5 => known(VERBS), 5 => quantity(),
        1 => known(NOISE), 1 => "\\PC{0,6}",
    ]
}

/// A sentence of words in any order, or one that somebody could have written.
fn sentence() -> impl Strategy<Value = String> {
    let loose = proptest::collection::vec(word(), 1..14).prop_map(|words| words.join(" "));
    let result = (select(COMPANIES), select(METRICS), quantity(), quantity(), select(PERIODS))
        .prop_map(|(who, what, one, other, when)| format!("{who} reported {what} of {one}, up from {other} {when}."));
    let expected = (select(METRICS), quantity(), quantity())
        .prop_map(|(what, one, other)| format!("The {what} was {one}, topping the {other} analysts expected."));
    let guidance = (select(COMPANIES), select(METRICS), quantity(), quantity(), select(PERIODS))
        .prop_map(|(who, what, one, other, when)| format!("{who} expects {what} of {one} to {other} {when}."));
    let row = (select(METRICS), number(), number(), number())
        .prop_map(|(what, a, b, c)| format!("{what}          $ {a}     $ {b}    {c}%\n"));
    let head = Just("(in millions)      Q4 2024    Q4 2023   Change\n".to_owned());
    prop_oneof![3 => loose, 2 => result, 2 => expected, 2 => guidance, 2 => row, 1 => head, 1 => "\\PC{0,30}"]
}

/// A text.
pub(crate) fn document() -> impl Strategy<Value = String> {
    let gap = select(&[" ", " ", "\n", "\n\n", "", ". ", "\r\n", "\n- "][..]);
    proptest::collection::vec((sentence(), gap), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(sentence, gap)| [sentence, gap.to_owned()]).collect())
}

/// A text with one figure in a sentence of its own: what stands before, the figure with `#` for two digits of it, what
/// stands behind.
pub(crate) fn statement() -> impl Strategy<Value = (String, String, String)> {
    let figure = select(&["$4.# billion", "4.#%", "$4.#", "#4,321 users", "$4#.7 million", "4# basis points"][..]);
    (document(), select(METRICS), figure, document()).prop_map(|(before, what, figure, after)| {
        (format!("{before}\n\nMeanwhile the {what} was "), figure.to_owned(), format!(".\n\n{after}"))
    })
}
