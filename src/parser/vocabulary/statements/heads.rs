//! The phrases over the columns of a statement.

use crate::model::Basis;

/// What a phrase over a column says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadTerm {
    /// So many months: "Quarter Ended".
    Months(u8),
    /// One quarter of a year: "Second Quarter".
    Quarter(u8),
    /// One half of a year.
    Half(u8),
    /// A whole year: "Full Year".
    Year,
    /// From the year's beginning: "Year to date".
    ToDate,
    /// How much the figure moved: "% Change".
    Change,
    /// The figure as a part of another: "% of sales".
    Share,
    /// The accounting basis.
    On(Basis),
    /// What the company expects: "Outlook".
    Guidance,
    /// What it expected before: "Prior".
    Prior,
    /// Says nothing of the column: "Unaudited".
    Filler,
}

/// Phrases over columns, in lower case; the longest one that fits is taken.
pub(crate) static HEADS: &[(HeadTerm, &[&str])] = &[
    (
        HeadTerm::Months(3),
        &[
            "three months", "3 months", "quarter ended", "quarters ended", "fiscal quarter ended",
            "fiscal quarters ended", "quarter ending", "12 weeks", "13 weeks", "14 weeks", "16 weeks", "17 weeks",
            "twelve weeks", "thirteen weeks", "fourteen weeks", "sixteen weeks", "seventeen weeks",
            "thirteen week period", "quarterly period ended", "three month period", "for the quarter ended",
            "three fiscal months", "three-months",
        ],
    ),
    (
        HeadTerm::Months(6),
        &[
            "six months", "6 months", "first six months", "24 weeks", "26 weeks", "27 weeks", "28 weeks",
            "twenty-four weeks", "twenty-six weeks", "twenty-seven weeks", "twenty-eight weeks", "half year ended",
            "half-year ended", "two fiscal quarters ended", "two quarters ended", "six fiscal months", "six-months",
            "six month period", "fiscal six months",
        ],
    ),
    (
        HeadTerm::Months(9),
        &[
            "nine months", "9 months", "first nine months", "36 weeks", "39 weeks", "40 weeks", "thirty-six weeks",
            "thirty-nine weeks", "forty weeks", "three fiscal quarters ended", "three quarters ended", "nine-months",
            "nine month period", "nine fiscal months", "fiscal nine months",
        ],
    ),
    (
        HeadTerm::Months(12),
        &[
            "twelve months", "12 months", "year ended", "years ended", "fiscal year ended", "fiscal years ended",
            "52 weeks", "53 weeks", "fifty-two weeks", "fifty-three weeks", "year ending", "fiscal year ending",
            "four fiscal quarters ended", "for the year ended", "for the years ended", "twelve-months",
            "twelve month period",
        ],
    ),
    (HeadTerm::Quarter(1), &["first quarter", "q1", "1q", "first-quarter", "1st quarter", "first fiscal quarter"]),
    (HeadTerm::Quarter(2), &["second quarter", "q2", "2q", "second-quarter", "2nd quarter", "second fiscal quarter"]),
    (HeadTerm::Quarter(3), &["third quarter", "q3", "3q", "third-quarter", "3rd quarter", "third fiscal quarter"]),
    (HeadTerm::Quarter(4), &["fourth quarter", "q4", "4q", "fourth-quarter", "4th quarter", "fourth fiscal quarter"]),
    (HeadTerm::Half(1), &["first half", "h1", "1h", "first-half"]),
    (HeadTerm::Half(2), &["second half", "h2", "2h", "second-half"]),
    (HeadTerm::Year, &["full year", "full-year", "fiscal year", "fy", "fiscal", "full fiscal year", "fye"]),
    (HeadTerm::ToDate, &["year to date", "year-to-date", "ytd", "fiscal year to date", "fiscal year-to-date"]),
    (
        HeadTerm::Change,
        &[
            "change", "% change", "$ change", "percent change", "percentage change", "change %", "change $",
            "inc/ dec", "inc dec", "inc/(dec", "increase decrease", "increase/decrease", "increase/(decrease",
            "increase / decrease", "% increase decrease", "% increase", "percent increase", "increase", "% inc/(dec",
            "variance", "% variance", "y/y", "yoy", "y/y %", "yoy %", "% yoy", "% y/y", "growth", "% growth",
            "reported ∆%", "∆%", "∆", "reported δ%", "δ%", "% chg", "chg", "% chg.", "better worse", "better/worse",
            "fav/unfav", "growth %", "q/q", "qoq", "% q/q", "yr/yr", "year over year", "year-over-year",
            "amount of change", "percent", "change vs", "b/w", "% b/w", "comparable constant currency ∆%",
            "currency ∆%", "constant currency ∆%", "currency δ%", "inc/", "constant currency change", "total change",
            "organic growth", "reported change",
        ],
    ),
    (
        HeadTerm::Share,
        &[
            "% of sales", "% of net sales", "% of revenue", "% of net revenue", "% of total", "percent to sales",
            "percent of sales", "percent of revenue", "% of revenues", "% of net revenues", "as a % of sales",
            "percentage of sales", "% of total revenue", "% of total revenues", "% to sales", "% sales",
        ],
    ),
    (HeadTerm::On(Basis::Gaap), &["gaap", "as reported", "reported", "gaap results", "gaap measure", "u.s. gaap"]),
    (
        HeadTerm::On(Basis::Adjusted),
        &[
            "non-gaap", "adjusted", "core", "non gaap", "as adjusted", "non-gaap results", "non‑gaap",
            "adjusted non-gaap",
        ],
    ),
    (HeadTerm::On(Basis::ConstantCurrency), &["constant currency", "constant currencies"]),
    (HeadTerm::On(Basis::Organic), &["organic"]),
    (
        HeadTerm::Guidance,
        &[
            "outlook", "guidance", "forecast", "guidance range", "outlook range", "expectations", "financial outlook",
            "business outlook", "financial guidance", "financial estimates", "estimates", "earnings guidance",
            "earnings outlook", "financial targets",
        ],
    ),
    (HeadTerm::Prior, &["prior", "previous", "previously issued"]),
    (
        HeadTerm::Filler,
        &[
            "unaudited", "audited", "ended", "ending", "as of", "at", "for the", "for", "and", "the", "in", "to",
            "amount", "actual", "actuals", "$", "%", "million", "millions", "$m", "thousands", "$ million",
            "$ millions", "low", "high", "results", "current", "updated", "revised", "new", "approximately", "vs",
            "vs.", "versus", "compared to", "of", "period", "periods", "fiscal period", "restated", "preliminary",
            "us$", "usd", "€", "£", "-", "–", "/", "as", "range", "fully diluted", "gaap to non-gaap",
            "non-gaap to gaap", "gaap and non-gaap", "year", "quarter", "summary", "measures", "measure",
            "is as follows", "as follows", "are as follows",
        ],
    ),
];
