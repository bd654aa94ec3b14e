//! Whose dollars a bare "$" is: what says that a text counts in those of one country and leaves the country out.

/// A country other than the United States whose texts write its dollars as "$".
#[derive(Debug)]
pub(crate) struct HomeRow {
    /// The ISO 4217 code.
    pub(crate) code: &'static str,
    /// Letters before "$" by which a text that counts in other dollars tells this country's: "C" in "C$5".
    pub(crate) told_by: &'static [&'static str],
    /// News agencies that write for the country's own readers.
    pub(crate) agencies: &'static [&'static str],
    /// Exchanges on which the company's shares are listed.
    pub(crate) exchanges: &'static [&'static str],
    /// Its dollars in the statement that all amounts are in them: "expressed in Canadian dollars".
    pub(crate) dollars: &'static [&'static str],
    /// Cities that a dispatch from the country is dated from, as datelines write them.
    pub(crate) cities: &'static [&'static str],
    /// Its provinces, which datelines name behind a town that few know: "LETHBRIDGE, Alberta, March 16".
    pub(crate) regions: &'static [&'static str],
}

/// Every such country.
pub(crate) static HOMES: [HomeRow; 5] = [
    HomeRow {
        code: "CAD",
        told_by: &["C$", "CA$", "CAD", "Cdn$", "CDN$"],
        agencies: &["The Canadian Press", "THE CANADIAN PRESS"],
        exchanges: &["TSX:", "TSXV:", "TSX-V:", "TSX VENTURE:", "Toronto Stock Exchange"],
        dollars: &["Canadian dollars", "Canadian funds", "Canadian currency", "CAD", "C$"],
        cities: &["TORONTO", "MONTREAL", "OTTAWA", "CALGARY", "EDMONTON", "VANCOUVER", "WINNIPEG", "QUEBEC"],
        regions: &[
            "Ontario", "Ont", "Quebec", "Alberta", "British Columbia", "Manitoba", "Saskatchewan", "Nova Scotia",
            "New Brunswick", "Newfoundland",
        ],
    },
    HomeRow {
        code: "AUD",
        told_by: &["A$", "AU$", "AUD"],
        agencies: &["Australian Associated Press"],
        exchanges: &["ASX:", "Australian Securities Exchange", "Australian Stock Exchange"],
        dollars: &["Australian dollars", "Australian currency", "AUD", "A$"],
        cities: &["SYDNEY", "MELBOURNE", "PERTH", "BRISBANE", "ADELAIDE", "CANBERRA"],
        regions: &[],
    },
    HomeRow {
        code: "NZD",
        told_by: &["NZ$", "NZD"],
        agencies: &[],
        exchanges: &["NZX:", "New Zealand Exchange"],
        dollars: &["New Zealand dollars", "NZD", "NZ$"],
        cities: &["WELLINGTON", "AUCKLAND"],
        regions: &[],
    },
    HomeRow {
        code: "SGD",
        told_by: &["S$", "SGD"],
        agencies: &[],
        exchanges: &["SGX:", "Singapore Exchange"],
        dollars: &["Singapore dollars", "SGD", "S$"],
        cities: &["SINGAPORE"],
        regions: &[],
    },
    HomeRow {
        code: "HKD",
        told_by: &["HK$", "HKD"],
        agencies: &[],
        exchanges: &["HKEX:", "SEHK:"],
        dollars: &["Hong Kong dollars", "HKD", "HK$"],
        cities: &["HONG KONG"],
        regions: &[],
    },
];

/// American dollars in the statement that all amounts are in them.
pub(crate) static AMERICAN: &[&str] =
    &["U.S. dollars", "US dollars", "U.S. Dollars", "US Dollars", "United States dollars", "USD", "US$", "U.S. funds"];

/// What makes the mention of a currency such a statement, right before it.
pub(crate) static STATING: &[&str] = &[
    "expressed in", "stated in", "presented in", "reported in", "amounts in", "amounts are in", "figures in",
    "figures are in", "results in", "thousands of", "millions of", "in millions", "in thousands", "dollars are in",
    "values are in", "denominated in",
];

/// What makes it one right behind it.
pub(crate) static EXCEPTING: &[&str] = &["unless", "except"];

/// Exchanges and agencies of the United States: beside these a listing at home says little.
pub(crate) static ABROAD: &[&str] =
    &["NYSE", "Nasdaq", "NASDAQ", "New York Stock Exchange", "(AP)", "The Associated Press", "(Reuters)"];
