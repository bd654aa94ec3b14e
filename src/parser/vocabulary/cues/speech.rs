//! Who expects, and who speaks.

use crate::parser::vocabulary::cues::Cue::{Analyst, Company, EstimateNoun, Expect, Say};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
    CueRow {
        cues: &[Expect],
        phrases: &[
            "expected", "estimated", "forecast", "forecasted", "projected", "predicted", "anticipated", "looking for",
            "had expected", "were expecting", "was expecting", "expecting", "were looking for", "was looking for",
            "had forecast", "had projected", "had anticipated", "penciled in", "pencilled in", "predict", "predicting",
            "anticipating", "modeled", "modelled", "modeling", "modelling", "were modeling", "were modelling",
            "calling for", "call for", "called for", "had predicted", "had estimated", "have forecast",
            "have expected", "projecting", "forecasting", "was anticipating", "were anticipating", "was for",
            "were for", "had been expecting", "have been expecting", "seen by", "pegged", "have been looking for",
            "had been looking for", "had been forecasting", "had modeled", "hoped for", "had put", "have put",
            "had pegged", "have pegged",
        ],
    },
    CueRow {
        cues: &[Analyst],
        phrases: &[
            "analysts", "analyst", "wall street", "the street", "street", "brokerages", "consensus", "lseg", "factset",
            "refinitiv", "bloomberg", "visible alpha", "streetaccount", "zacks", "thomson reuters", "capital iq",
            "smartestimates", "smartestimate", "thomson financial", "first call", "reuters estimates", "i/b/e/s",
            "ibes", "company compiled consensus", "market expectations", "market estimates", "market consensus",
            "market forecasts", "analysts polled", "analysts surveyed", "poll", "a survey", "brokers",
            "zacks investment research", "thomson first call", "factset research", "yahoo finance", "vara research",
            "infront", "thomson reuters i/b/e/s", "s&p capital iq", "ibes data", "consensus estimate",
            "consensus estimates",
        ],
    },
    // Houses whose analysts are told of by the name of the house; in a text on such a house they are companies, no more.
    CueRow {
        cues: &[Analyst, Company],
        phrases: &[
            "bank of america", "bofa", "royal bank of canada", "jpmorgan", "j.p. morgan", "jp morgan", "goldman sachs",
            "morgan stanley", "bofa securities", "bofa global research", "merrill lynch", "barclays", "ubs",
            "credit suisse", "deutsche bank", "citigroup", "citi", "jefferies", "wells fargo", "bmo", "bmo capital",
            "bmo capital markets", "rbc", "rbc capital", "rbc capital markets", "td cowen", "td securities",
            "scotiabank", "hsbc", "macquarie", "nomura", "daiwa", "mizuho", "clsa", "bernstein", "evercore",
            "evercore isi", "wedbush", "keybanc", "piper sandler", "stifel", "raymond james", "oppenheimer", "needham",
            "berenberg", "exane", "kepler cheuvreux", "numis", "peel hunt", "investec", "panmure gordon",
            "motilal oswal", "kotak institutional equities", "nuvama", "emkay", "emkay global", "prabhudas lilladher",
            "icici securities", "nirmal bang", "drexel", "drexel burnham", "drexel burnham lambert", "shearson lehman",
            "prudential bache", "kidder peabody", "painewebber", "salomon brothers", "first boston", "smith barney",
            "dean witter",
        ],
    },
    CueRow {
        cues: &[EstimateNoun],
        phrases: &[
            "estimate", "estimates", "expectation", "expectations", "forecast", "forecasts", "projection",
            "projections", "consensus", "view", "views", "prediction", "predictions", "average estimate",
            "average estimates", "consensus estimate", "consensus estimates", "consensus projections", "mean estimate",
            "average forecast", "average analyst estimate", "median estimate", "consensus forecast", "consensus view",
            "average expectation", "average expectations", "average of estimates", "smartestimate", "smartestimates",
            "market expectations", "market estimates", "market forecasts", "market consensus", "average view",
            "mean forecast", "median forecast", "average analyst forecast", "consensus of",
            "company compiled consensus", "compiled consensus",
        ],
    },
    CueRow {
        cues: &[Say],
        phrases: &[
            "said", "says", "told", "wrote", "added that", "noted", "saying", "adding that", "according to", "say",
            "tells", "stated", "commented", "explained",
        ],
    },
];
