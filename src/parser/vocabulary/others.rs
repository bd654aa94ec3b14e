//! Profits and losses that are none of a period: on one thing, or of one kind.

/// Words right before "loss", "income" and the like that make it one of a kind: "impairment loss", "comprehensive income".
pub(crate) static KINDS: &[&str] = &[
    "impairment", "underwriting", "exchange", "currency", "fx", "forex", "translation", "hedging", "hedge",
    "derivative", "derivatives", "actuarial", "comprehensive", "investment", "investments", "capital", "credit",
    "loan", "inventory", "disposal", "unrealized", "unrealised", "realized", "realised", "retained", "undistributed",
    "job", "trading", "dividend", "royalty", "licence", "license", "licensing", "deferred", "taxable", "equity",
    "nonoperating", "finance", "financing", "personal", "disposable", "household", "lease", "securities", "portfolio",
    "hurricane", "storm", "weather", "fire", "wildfire", "flood", "earthquake", "insured", "crop", "litigation",
    "paper", "market", "goodwill", "writedown", "exceptional", "extraordinary", "valuation", "revaluation", "default",
    "asset", "accumulated", "cumulative", "potential", "extinguishment", "divestiture", "settlement", "swap", "bond",
    "bonds", "catastrophe", "discontinued", "value", "associates", "associate", "affiliates", "ventures",
];

/// Things that a gain or a loss is made on or from, whatever the period brings: "a loss on the sale of a plant".
pub(crate) static THINGS: &[&str] = &[
    "sale", "disposal", "disposals", "disposition", "dispositions", "divestiture", "divestitures", "divestment",
    "discontinued", "derivative", "derivatives", "extinguishment", "settlement", "litigation", "hedge", "hedges",
    "hedging", "swap", "swaps", "investments", "investment", "securities", "bonds", "bond", "loan", "loans",
    "contract", "contracts", "stake", "purchase", "takeover", "holding", "holdings", "deconsolidation", "termination",
    "impairment", "revaluation", "remeasurement", "liquidation", "foreign", "currency", "exchange", "affiliates",
    "affiliate", "associates", "reversal", "refinancing", "redemption", "retirement", "early", "arbitrage", "warrants",
    "change", "changes",
];

/// Words after "on the" that give a reason and name no such thing: "a loss on the strength of the dollar".
pub(crate) static REASONS: &[&str] = &["strength", "heels", "back", "basis", "year", "day", "week", "whole", "top"];

/// What is done with debt or cash besides having it: "repaid $50 million of debt", "pays $5 million in cash".
pub(crate) static DEALT_WITH: &[&str] = &[
    "repaid", "repay", "repaying", "retired", "retire", "retiring", "redeemed", "redeem", "redeeming", "prepaid",
    "refinanced", "refinancing", "issued", "issuing", "down", "off", "eliminated", "extinguished", "raised", "raising",
    "borrowed", "pay", "paid", "pays", "paying", "receive", "received", "receives", "returned", "spend", "spent",
    "generated", "used", "burned", "for",
];

/// Who is more than the company, or besides it: "industry sales", "peers' revenue".
pub(crate) static WIDER: &[&str] =
    &["industry", "sector", "economy", "peers", "rivals", "competitors", "industrywide", "sectorwide", "nationwide"];

/// Who else a sentence may be about: "the market is expected to reach $57 billion in sales".
pub(crate) static MARKETS: &[&str] = &["market", "markets"];
