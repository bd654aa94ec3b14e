//! What stands around a figure: parts of the company, topics that are no results, and words that say nothing.

use crate::parser::vocabulary::cues::Cue::{Block, Determiner, Filler, Pronoun, Respectively, SegmentNoun, Share};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
    CueRow {
        cues: &[Block],
        phrases: &[
            "shares", "share", "stock", "stocks", "shares of", "stock price", "share price", "price target",
            "price targets", "target price", "market value", "market cap", "market capitalization",
            "market capitalisation", "valuation", "oil prices", "crude", "crude oil", "brent", "diesel", "fuel prices",
            "prices", "price", "inflation", "index", "s&p", "nasdaq", "dow", "gdp", "stake", "fine", "penalty",
            "lawsuit", "settlement", "barrel", "tariff", "tariffs", "interest rate", "interest rates", "unemployment",
            "lawmakers", "airfare", "wages", "ownership", "dividend yield", "yield", "market share", "odds",
            "probability", "benchmark", "the dollar", "the euro", "deal", "acquisition", "bid", "takeover", "ipo",
            "offering", "refund", "refunds", "gain on", "capacity", "contract", "contracts", "loan facility",
            "credit facility", "revolving facility", "forward pe", "multiple", "multiples", "return on equity", "roe",
            "rotce", "return on assets", "return on tangible common equity", "tangible book value", "book value",
            "book value per share", "tier 1", "cet1", "leverage ratio", "leverage", "turnover rate", "weighting",
            "survey", "respondents", "rating", "grant", "grants", "donation", "bonus", "salary", "compensation",
            "penetration", "occupancy", "utilization", "load factor", "temperature", "odds of", "cash consideration",
            "purchase price", "stakes", "award", "damages", "investment in", "allowance", "exposure", "liquidity",
            "borrowing capacity", "available under", "term loan", "credit line", "maturities", "tax benefit",
            "tax benefits", "benefit", "square feet", "average ticket", "average price", "retention",
            "headcount costs", "hit", "impact", "headwinds", "tailwind", "tailwinds", "charge", "one time charge",
            "gain", "unit cost", "contract value", "total contract value", "tcv", "network sales", "system wide sales",
            "systemwide sales", "goods and services tax", "nonperforming", "delinquencies", "delinquency",
            "cash returned", "cash returns", "cash to shareholders", "cash to our shareholders",
            "cash to stockholders", "cash to our stockholders", "cash towards", "cash toward", "other income",
            "other income/expense", "other income and expense", "interest and other income",
            "interest and other expense", "interest and other income/expense", "other expense",
            "other income (expense)", "other (expense) income", "interest income", "investment income",
            "interest and investment income", "efficiency ratio", "loss ratio", "expense ratio", "average daily rate",
            "revpar",
        ],
    },
    CueRow {
        cues: &[SegmentNoun],
        phrases: &[
            "segment", "segments", "division", "divisions", "unit", "business", "businesses", "brand", "banner",
            "category", "region", "arm", "operations", "business line", "franchise", "subsidiary", "operation",
            "product line", "vertical", "internationally", "domestically", "overseas", "abroad", "services",
            "products", "solutions", "portfolio",
        ],
    },
    CueRow {
        cues: &[Determiner],
        phrases: &[
            "a", "an", "the", "its", "their", "our", "his", "her", "this", "these", "those", "some", "all", "each",
            "every", "any", "my",
        ],
    },
    CueRow {
        cues: &[Pronoun],
        phrases: &[
            "it", "that", "this", "which", "they", "we", "both", "the figure", "those", "these", "he", "she", "i",
            "you", "the result", "the total", "there", "the results", "its", "our", "their", "the company",
            "the group", "the firm", "the bank", "the retailer",
        ],
    },
    CueRow { cues: &[Respectively], phrases: &["respectively"] },
    CueRow {
        cues: &[Share],
        phrases: &[
            "accounted for", "accounts for", "accounting for", "representing", "represented", "made up", "make up",
            "makes up", "comprised", "contributed", "come from", "came from", "comes from", "exposed to",
        ],
    },
    CueRow {
        cues: &[Filler],
        phrases: &[
            "total", "overall", "record", "net", "regular", "effective", "enterprise", "average", "diluted", "basic",
            "consolidated", "combined", "overall", "new", "strong", "solid", "only", "just", "also", "now", "roughly",
            "about", "company", "group", "better", "expected", "reported", "year", "whopping", "significant", "around",
            "nearly", "almost", "approximately", "even", "still", "well", "slightly", "sharply", "further",
            "additional", "extra", "average", "attributable", "worldwide", "global", "globally", "range", "a range",
            "the range", "somewhere", "anywhere", "closer", "available", "common", "annualized", "annualised",
            "comparable", "respective", "single", "double", "full", "entire", "whole", "overall", "own", "latest",
            "recent", "impressive", "robust", "healthy", "modest", "steep", "sharp", "big", "huge", "massive",
            "staggering", "small", "slim", "surprise", "after tax", "tax", "better than expected",
            "weaker than expected", "stronger than expected", "higher than expected", "lower than expected",
            "wider than expected", "smaller than expected", "worse than expected", "as expected",
            "larger than expected", "narrower than expected", "than expected", "more than expected",
            "less than expected", "bigger than expected", "estimate beating", "per", "number", "number of",
            "quarterly", "annual", "sequential", "sequentially", "year over year", "annually", "already", "currently",
            "then", "therefore", "estimated", "gross", "standalone", "unaudited", "audited", "companywide",
            "company wide", "groupwide", "group wide", "firmwide", "weaker", "reportable", "between",
            "in the range of", "a range of", "in a range of", "within a range of", "in the range between",
            "the range of", "you can see", "as you can see", "you will see", "you'll see", "can see", "as you saw",
            "as we can see", "has", "have", "having", "post", "stellar", "spectacular", "stunning", "blowout",
            "bumper", "discontinued operations", "continuing operations", "from continuing operations", "remarkable",
            "excellent", "outstanding", "good", "great", "first ever", "high", "highest", "lowest", "low",
            "other than", "special", "one time", "one off", "third", "second", "eighth", "straight", "consecutive",
            "all in", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "paying", "more",
            "much", "as much as", "as many as", "most", "preliminary", "lower quality", "related", "corporate",
            "companies", "net new", "youll see that", "you'll see that", "you will see that", "youll see",
        ],
    },
];
