//! The words of statement tables: what stands over their columns, and in their unit lines.

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
    (HeadTerm::Guidance, &["outlook", "guidance", "forecast", "guidance range", "outlook range", "expectations"]),
    (
        HeadTerm::Prior,
        &["prior", "previous", "previously issued", "prior guidance", "previous guidance", "prior outlook"],
    ),
    (
        HeadTerm::Filler,
        &[
            "unaudited", "audited", "ended", "ending", "as of", "at", "for the", "for", "and", "the", "in", "to",
            "amount", "actual", "actuals", "$", "%", "million", "millions", "$m", "thousands", "$ million",
            "$ millions", "low", "high", "results", "current", "updated", "revised", "new", "approximately", "vs",
            "vs.", "versus", "compared to", "of", "period", "periods", "fiscal period", "restated", "preliminary",
            "us$", "usd", "€", "£", "-", "–", "/", "as", "range", "fully diluted", "gaap to non-gaap",
            "non-gaap to gaap", "gaap and non-gaap", "year", "quarter", "summary", "measures", "measure",
        ],
    ),
];

/// The number of a month by its name or what is short for it, in lower case.
pub(crate) fn month(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let is = |name: &&str| *name == word || name.get(..3) == Some(word) || (*name == "september" && word == "sept");
    let place = MONTHS.iter().position(is).filter(|_| word.len() > 2)?;
    u8::try_from(place + 1).ok()
}

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
];

/// Words of a unit line that say by which power of ten its amounts are to be multiplied.
pub(crate) static SCALES: &[(&str, u32)] = &[
    ("thousands", 3),
    ("thousand", 3),
    ("000's", 3),
    ("000s", 3),
    ("'000", 3),
    ("000", 3),
    ("k", 3),
    ("lakh", 5),
    ("lakhs", 5),
    ("lacs", 5),
    ("millions", 6),
    ("million", 6),
    ("mm", 6),
    ("m", 6),
    ("mn", 6),
    ("mln", 6),
    ("crore", 7),
    ("crores", 7),
    ("cr", 7),
    ("billions", 9),
    ("billion", 9),
    ("bn", 9),
    ("b", 9),
    ("trillions", 12),
    ("trillion", 12),
];

/// Words of a unit line that tell the money.
pub(crate) static UNIT_CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("dollars", "USD"),
    ("u.s.$", "USD"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("pounds", "GBP"),
    ("sterling", "GBP"),
    ("¥", "JPY"),
    ("jpy", "JPY"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("rs", "INR"),
    ("inr", "INR"),
    ("rupees", "INR"),
    ("rmb", "CNY"),
    ("cny", "CNY"),
    ("chf", "CHF"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("cad", "CAD"),
    ("c$", "CAD"),
    ("aud", "AUD"),
    ("a$", "AUD"),
    ("krw", "KRW"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("brl", "BRL"),
    ("r$", "BRL"),
];

/// One kind of line in a statement.
#[derive(Debug)]
pub(crate) struct LineLabel {
    /// The metric's key.
    pub(crate) metric: &'static str,
    /// Whether the line states a rate of change: "Net revenue growth".
    pub(crate) change: bool,
    /// Its labels in plain form: lower case, without notes, basis, "total" at the beginning and "net" at the end.
    pub(crate) words: &'static [&'static str],
}

const fn level(metric: &'static str, words: &'static [&'static str]) -> LineLabel {
    LineLabel { metric, change: false, words }
}

const fn change(metric: &'static str, words: &'static [&'static str]) -> LineLabel {
    LineLabel { metric, change: true, words }
}

/// The lines that are read. A label must be one of these as a whole: "cost of net sales" is not "net sales".
pub(crate) static LINES: &[LineLabel] = &[
    level(
        "revenue",
        &[
            "revenue", "revenues", "net revenue", "net revenues", "sales", "net sales", "sales to customers",
            "operating revenue", "operating revenues", "net operating revenues", "sales and other revenue", "turnover",
            "revenue from operations", "revenues and other income", "sales and revenues", "net sales and revenues",
            "revenue net of interest expense", "estimated sales", "trading revenue", "sales revenue",
            "net sales and other revenue", "net revenues and other income", "worldwide sales",
            "net sales and operating revenues", "group revenue", "revenues from operations",
        ],
    ),
    level("gross_profit", &["gross profit", "gross margin", "gross profits", "gross income", "gross earnings"]),
    level(
        "gross_margin",
        &[
            "gross margin percentage", "gross profit rate", "gross profit margin", "gross margin rate",
            "gross profit percentage", "gross margin percent", "gross profit percent",
        ],
    ),
    level(
        "operating_income",
        &[
            "operating income",
            "operating profit",
            "income from operations",
            "operating earnings",
            "profit from operations",
            "earnings from operations",
            "ebit",
            "loss from operations",
            "operating loss",
            "income loss from operations",
            "operating result",
            "operating income from continuing operations",
            "results from operating activities",
            "profit from operating activities",
            "operating profits",
        ],
    ),
    level(
        "operating_margin",
        &[
            "operating margin",
            "operating income margin",
            "operating profit margin",
            "operating income rate",
            "operating margin percentage",
            "operating income as a percentage of revenue",
            "operating margin rate",
        ],
    ),
    level(
        "pretax_income",
        &[
            "income before income taxes",
            "income before taxes",
            "earnings before income taxes",
            "earnings before taxes",
            "income before provision for income taxes",
            "earnings before provision for taxes on income",
            "loss before income taxes",
            "profit before tax",
            "profit before taxes",
            "profit before income tax",
            "income from continuing operations before income taxes",
            "income before income tax",
            "pretax income",
            "pre tax income",
            "earnings before provision for income taxes",
            "loss before provision for income taxes",
            "income before benefit from provision for income taxes",
            "earnings from continuing operations before income taxes",
            "income before income tax expense",
            "earnings before income tax expense",
            "income before tax",
            "income before income taxes and equity in earnings of affiliated companies",
            "profit before taxation",
            "loss before taxes",
            "income from operations before income taxes",
        ],
    ),
    level(
        "net_income",
        &[
            "net income", "net earnings", "net profit", "net loss", "profit for the period", "income for the period",
            "profit for the year", "net income loss", "net profits", "net earnings loss", "net loss income",
            "profit after tax", "profit after taxation", "loss for the period", "net income for the period",
            "profit for the quarter",
        ],
    ),
    level("net_margin", &["net margin", "net income margin", "net profit margin", "net earnings margin"]),
    level("eps", &["eps", "earnings per share", "profit per share", "loss per share", "income per share"]),
    level(
        "cost_of_revenue",
        &[
            "cost of sales", "cost of revenue", "cost of revenues", "cost of goods sold", "cost of products sold",
            "costs of revenue", "cost of net revenues", "cost of net sales", "cost of net revenue",
            "costs of goods sold", "cost of products and services sold", "cost of sales and services",
        ],
    ),
    level(
        "operating_expenses",
        &[
            "operating expenses", "costs and expenses", "operating costs and expenses", "expenses", "operating costs",
            "operating expense",
        ],
    ),
    level(
        "rnd_expense",
        &[
            "research and development", "research and development expense", "research and development expenses",
            "research and development costs", "research development and engineering",
        ],
    ),
    level(
        "sga_expense",
        &[
            "selling general and administrative",
            "selling general and administrative expenses",
            "selling general and administrative expense",
            "selling marketing and administrative expenses",
            "marketing general and administrative",
            "selling and administrative expenses",
            "sga",
            "sga expenses",
            "selling marketing general and administrative expenses",
            "marketing administration and research costs",
        ],
    ),
    level("interest_expense", &["interest expense", "interest expenses"]),
    level(
        "income_tax",
        &[
            "provision for income taxes", "income tax expense", "income taxes", "provision for taxes on income",
            "income tax provision", "provision for taxes", "tax expense", "income taxes expense", "taxes on income",
        ],
    ),
    level(
        "tax_rate",
        &[
            "effective tax rate", "tax rate", "effective income tax rate", "annual effective tax rate",
            "income tax rate",
        ],
    ),
    level("ebitda", &["ebitda"]),
    level("ebitda_margin", &["ebitda margin", "ebitda margin percentage"]),
    level(
        "operating_cash_flow",
        &[
            "net cash provided by operating activities",
            "net cash provided by used in operating activities",
            "net cash provided by used for operating activities",
            "net cash from operating activities",
            "net cash used in operating activities",
            "net cash used for operating activities",
            "operating cash flow",
            "cash flow from operations",
            "cash flows from operations",
            "cash provided by operating activities",
            "net cash flows from operating activities",
            "cash provided by operations",
            "cash from operations",
            "net cash provided by continuing operating activities",
            "net cash generated from operating activities",
            "cash generated from operations",
            "net cash inflow from operating activities",
            "cash flow from operating activities",
            "net cash used in provided by operating activities",
            "net cash flow from operating activities",
            "cash generated by operations",
            "net cash provided by operations",
            "operating cash flows",
            "cash flows from operating activities",
            "net cash provided by operating activities from continuing operations",
            "net cash provided by operating activities of continuing operations",
        ],
    ),
    level(
        "capex",
        &[
            "capital expenditures",
            "capital expenditure",
            "capital spending",
            "purchases of property and equipment",
            "purchases of property plant and equipment",
            "purchase of property and equipment",
            "purchase of property plant and equipment",
            "additions to property plant and equipment",
            "additions to property and equipment",
            "payments for property plant and equipment",
            "acquisition of property plant and equipment",
            "acquisitions of property plant and equipment",
            "payments for acquisition of property plant and equipment",
            "purchases of property plant and equipment net",
            "expenditures for property plant and equipment",
            "investment in property plant and equipment",
            "purchases of property equipment and technology",
            "property and equipment expenditures",
            "additions to property plant equipment and intangible assets",
            "capex",
            "net capital spending",
            "purchase of property plant and equipment and intangible assets",
            "purchases of property equipment and software",
            "purchases of property and equipment and intangible assets",
            "payments to acquire property plant and equipment",
            "purchase of property plant and equipment and other intangible assets",
            "purchases of property plant and equipment and other intangible assets",
            "additions to property plant and equipment net",
            "net additions to property plant and equipment",
            "purchases of property plant equipment and software",
            "capital expenditures including capitalized software",
            "purchases of equipment and leasehold improvements",
        ],
    ),
    level("free_cash_flow", &["free cash flow", "free cash flows"]),
    level(
        "cash",
        &[
            "cash and cash equivalents",
            "cash and equivalents",
            "cash",
            "cash and cash equivalents at end of period",
            "cash and cash equivalents end of period",
            "cash and cash equivalents at end of year",
            "cash and cash equivalents end of year",
            "cash and cash equivalents at the end of the period",
            "cash and cash equivalents at the end of period",
            "cash and cash equivalents at end of the period",
            "cash and cash equivalents at end of quarter",
            "cash and cash equivalents end of quarter",
        ],
    ),
    level("total_assets", &["assets"]),
    level(
        "inventory",
        &[
            "inventories", "inventory", "merchandise inventories", "merchandise inventory", "inventories net",
            "inventory net",
        ],
    ),
    level("debt", &["debt", "borrowings", "total debt"]),
    level("net_debt", &["net debt"]),
    level(
        "shares_outstanding",
        &[
            "weighted average shares outstanding diluted",
            "weighted average diluted shares outstanding",
            "average shares outstanding diluted",
            "weighted average common shares outstanding diluted",
            "diluted weighted average shares outstanding",
            "shares used in computing diluted net income per share",
            "diluted weighted average common shares outstanding",
            "weighted average shares diluted",
            "diluted shares",
            "weighted average number of diluted shares outstanding",
            "diluted weighted average shares",
            "weighted average diluted shares",
            "diluted shares outstanding",
            "average diluted shares outstanding",
            "shares used in computing diluted net income loss per share",
        ],
    ),
    level(
        "dividend_per_share",
        &[
            "dividends declared per share",
            "dividends per share",
            "cash dividends declared per share",
            "cash dividends declared per common share",
            "dividends declared per common share",
            "dividends per common share",
            "dividend per share",
            "cash dividends per share",
            "cash dividends per common share",
            "dividends declared per share of common stock",
        ],
    ),
    level(
        "dividends_paid",
        &[
            "dividends paid", "cash dividends paid", "payments of dividends", "payment of dividends",
            "dividends paid to shareholders", "cash dividends paid to shareholders", "dividends to shareholders",
            "payments of cash dividends",
        ],
    ),
    level(
        "share_repurchases",
        &[
            "share repurchases", "repurchases of common stock", "repurchase of common stock",
            "repurchase of common shares", "purchases of treasury stock", "treasury stock purchases",
            "common stock repurchases", "repurchases of common shares", "stock repurchases",
            "purchase of treasury stock", "share repurchase",
        ],
    ),
    level(
        "same_store_sales",
        &[
            "comparable sales",
            "comparable store sales",
            "same store sales",
            "comparable sales growth",
            "comparable sales change",
            "comparable sales increase",
            "comparable store sales growth",
            "comparable store sales increase",
            "same store sales growth",
            "like for like sales",
            "comparable sales percentage change",
            "comparable company sales",
            "enterprise comparable sales change",
            "global comparable sales",
            "comparable sales increase decrease",
            "comparable store sales increase decrease",
            "comparable sales decrease increase",
        ],
    ),
    level("depreciation_amortization", &["depreciation and amortization", "depreciation and amortization expense"]),
    level(
        "stock_compensation",
        &[
            "stock based compensation", "share based compensation", "stock based compensation expense",
            "share based compensation expense", "equity based compensation",
        ],
    ),
    level("net_interest_income", &["net interest income"]),
    level("noninterest_income", &["noninterest income", "non interest income"]),
    level("credit_provision", &["provision for credit losses", "provision for loan losses", "credit loss expense"]),
    level("loans", &["loans", "loans and leases", "net loans", "loans net"]),
    level("deposits", &["deposits"]),
    level("net_interest_margin", &["net interest margin"]),
    level("headcount", &["employees", "headcount", "average employee headcount", "full time employees"]),
    level("deferred_revenue", &["deferred revenue", "unearned revenue"]),
    level("backlog", &["remaining performance obligation", "remaining performance obligations", "backlog"]),
    change(
        "revenue",
        &[
            "net revenue growth", "revenue growth", "net sales growth", "sales growth", "revenue change",
            "net sales change", "net revenue change", "change in revenue", "revenue increase",
            "revenue year over year growth",
        ],
    ),
    change("eps", &["eps change", "eps growth", "earnings per share growth", "earnings per share change"]),
    change("operating_cash_flow", &["operating cash flow growth"]),
    change("backlog", &["remaining performance obligation growth"]),
    change("operating_income", &["operating profit growth", "operating income growth", "operating profit change"]),
    change("net_income", &["net income growth", "net earnings growth"]),
];

#[cfg(test)]
mod tests {
    use super::{HEADS, LINES, month};
    use std::collections::HashSet;

    #[test]
    fn each_phrase_stands_once_and_in_lower_case() {
        let mut seen = HashSet::new();
        for phrase in HEADS.iter().flat_map(|(_, phrases)| phrases.iter()) {
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(seen.insert(*phrase), "'{phrase}' is in two rows");
        }
    }

    #[test]
    fn each_line_is_of_a_metric_and_no_label_is_of_two() {
        let mut seen = HashSet::new();
        for line in LINES {
            assert!(crate::parser::vocabulary::metrics::by_key(line.metric).is_some(), "{}", line.metric);
            for words in line.words {
                assert!(seen.insert(*words), "'{words}' is in two rows");
            }
        }
    }

    #[test]
    fn months_by_name() {
        for (word, expected) in
            [("june", Some(6)), ("sept.", Some(9)), ("dec", Some(12)), ("ma", None), ("marks", None)]
        {
            assert_eq!(month(word), expected, "{word}");
        }
    }
}
