//! The words around a company's name: what follows it, what announces it, and what is never one.

/// What a word says about a name, in or beside it. One word may say several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint(u32);

impl Hint {
    /// Ends a company's full name and is left out of its short one: "Inc".
    pub const LEGAL: Self = Self(1);
    /// Ends a company's name and is proof of one, but stays part of it: "Holdings".
    pub const STYLE: Self = Self(1 << 1);
    /// Never begins, continues or makes up a company's name: "Analysts", "However".
    pub const NEVER: Self = Self(1 << 2);
    /// No company when it stands alone: "Germany", "Asian".
    pub const PLACE: Self = Self(1 << 3);
    /// Stands before or after a person's name: "CEO", "Mr".
    pub const TITLE: Self = Self(1 << 4);
    /// What companies do with their own figures: "posted".
    pub const REPORTS: Self = Self(1 << 5);
    /// What companies, and others too, do: "said".
    pub const SAYS: Self = Self(1 << 6);
    /// A sort of company: "retailer". "The retailer" is the company spoken of, and "retailer Acme" is Acme.
    pub const SORT: Self = Self(1 << 7);
    /// Announces another company: "rival".
    pub const RIVAL: Self = Self(1 << 8);
    /// A part of a company: "division".
    pub const PART: Self = Self(1 << 9);
    /// Those whose opinions are told: "analyst".
    pub const OPINION: Self = Self(1 << 10);
    /// Makes up headlines, and is no part of a name there: "Results".
    pub const HEADLINE: Self = Self(1 << 11);
    /// Makes up the names of business lines: "Cloud Services".
    pub const COMMON: Self = Self(1 << 12);
    /// Stands between a name and its verb: "on Thursday".
    pub const BETWEEN: Self = Self(1 << 14);
    /// Says whose: "its".
    pub const ITS: Self = Self(1 << 15);
    /// What nobody but a speaker does: "Acme's said" is no possessive.
    pub const SPEAKS: Self = Self(1 << 16);
    /// Sets one company against another: "whereas".
    pub const CONTRAST: Self = Self(1 << 17);
    /// Puts a figure with its owner: "$6 billion at Acme".
    pub const AT: Self = Self(1 << 18);
    /// Before the one to whom a call is handed: "over to Jane".
    pub const TO: Self = Self(1 << 19);
    /// Hands a call on: "turn it over".
    pub const HANDS: Self = Self(1 << 20);
    /// Thanks somebody: "Thank you, Jane".
    pub const THANKS: Self = Self(1 << 21);
    /// Makes a part of a company of what follows: "the supply chain", "the investment bank".
    pub const INNER: Self = Self(1 << 22);
    /// Stands for a person: "he".
    pub const PERSONAL: Self = Self(1 << 23);
    /// Before the host of a call, or the owner of a profit: "welcome to Acme", "attributable to Acme".
    pub const WELCOMES: Self = Self(1 << 24);
    /// What a company that speaks has: "Acme's earnings call".
    pub const HOSTED: Self = Self(1 << 25);
    /// Stands between the capitals of a name: "Bank of America".
    pub const JOINER: Self = Self(1 << 13);

    /// Both what this and what the other says.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it says any of these.
    pub const fn any(self, hints: Self) -> bool {
        self.0 & hints.0 != 0
    }
}

/// The words of each hint, parted by blanks.
pub(crate) static HINTS: &[(Hint, &[&str])] = &[
    (
        Hint::LEGAL,
        &[
            "inc inc. incorporated corp corporation co cos company ltd limited plc p.l.c. ag se nv n.v. n.v sa",
            "s.a. s.a spa s.p.a. s.p.a ab asa oyj llc l.l.c. lp l.p. gmbh kgaa bhd berhad pjsc jsc tbk pty kk",
            "k.k. b.a. b.v. bv",
        ],
    ),
    (Hint::STYLE, &["group holdings holding bancorp bancshares reit"]),
    (
        Hint::NEVER,
        &[
            // Openers of sentences and headlines.
            "a an the this that these those it its he she his her they their we our us i you your who what which",
            "how why when where while whereas as at in on of for from by with without to and but or nor if so yet",
            "than then there here after before since until during despite although though because however",
            "meanwhile also still even not no yes only just like unlike under over among amid between both each",
            "every all some many most more much less other others another such excluding including adjusted",
            "compared based according given following driven due overall total earlier last next later now today",
            "yesterday tomorrow recently separately additionally looking turning let's we're we've i'm it's",
            "that's don't one two three four five six seven eight nine ten eleven twelve about around across up",
            "down is are was were be been has have had will would can could may should might out off into through",
            "per via vs versus none nothing everyone people watch read note source sources photo image editing",
            "reporting writing",
            // Titles of statements and of what they are filed with.
            "condensed unaudited audited statement amount amounts sheet sheets",
            "ex particulars supplemental supplementary selected",
            // Those who are many, or speak of others.
            "unless let lastly several comments hopefully joining factors slide slides q&a thanks thank okay ok good great",
            "finally further furthermore moreover again please copies information actual forward certain references",
            "reconciliation reconciliations risks statements questions operator joined starting moving throughout within",
            "unfortunately importantly specifically similarly consequently additional participants",
            "registrant exhibit immediate release contact contacts investor relations",
            "analysts analyst economists investors shareholders customers consumers executives management traders",
            "shares share stock stocks officials regulators lawmakers",
            // Calendar.
            "january february march april june july august september october november december jan feb mar apr",
            "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas",
            "easter thanksgiving black covid q1 q2 q3 q4 h1 h2 fy",
            // Newsrooms and wires.
            "reuters reuter cnbc bbc ap afp dpa rtt rttnews marketwatch barron's barron benzinga newswire",
            "newswires globe wire prnewswire journal times",
            // Data vendors, who estimate.
            "lseg factset refinitiv bloomberg zacks streetaccount ibes smartestimates smartestimate consensus",
            "street wall visible alpha",
            // Exchanges, indices, authorities and their papers.
            "nasdaq nyse nikkei dax ftse stoxx sensex nifty bse nse amex fed congress senate sec fda ftc fcc epa",
            "opec eu edgar form gaap ifrs non ebitda ebit eps arpu ai ipo capex roe esg m&a r&d u.s. u.k. u.s usd",
            "eur gbp est edt gmt et am pm yoy cc tcv gmv nii nim ev evs dau mau roi cpi gdp ceos cfos cr crore rs",
            "nt hk mln bln pct dlrs cts shr oper revs avg qtr mths avge",
        ],
    ),
    (
        Hint::PLACE,
        &[
            "america americas american africa african asia asian pacific apac emea europe european eurozone latin",
            "north south east west northern southern eastern western central middle united states kingdom usa uk",
            "u.s. us canada canadian mexico mexican brazil brazilian argentina chile china chinese japan japanese",
            "korea korean taiwan taiwanese hong kong singapore india indian indonesia malaysia thailand vietnam",
            "philippines australia australian zealand britain british england english scotland ireland irish",
            "france french germany german italy italian spain spanish portugal netherlands dutch belgium belgian",
            "switzerland swiss austria sweden swedish norway norwegian denmark danish finland finnish poland",
            "polish russia russian ukraine turkey turkish israel israeli iran iranian saudi arabia qatar dubai",
            "nigeria kenya new york california texas florida arizona illinois chicago boston atlanta seattle",
            "washington london paris frankfurt zurich tokyo beijing shanghai mumbai bengaluru delhi sydney",
            "toronto san francisco los angeles houston dallas detroit silicon valley international global nordic",
            "nordics scandinavia",
        ],
    ),
    (
        Hint::TITLE,
        &[
            "ceo cfo coo cto chairman chairwoman chair chief president vice director executive officer mr mr. mrs",
            "mrs. ms ms. sir minister secretary senator governor judge treasurer spokesman spokeswoman",
            "spokesperson founder strategist economist managing head boss",
        ],
    ),
    (
        Hint::REPORTS,
        &[
            "reported reports posted posts swung swings earned logged recorded booked announced announces notched",
            "registered guided guides",
        ],
    ),
    (
        Hint::SAYS,
        &[
            "said says expects expected forecast sees predicted predicts told has had will would also plans is",
            "was shares stock did does now still warned warns which whose gets jumps soars surges slides sinks",
            "dives tumbles rises falls drops plunges rose fell jumped climbed sank slipped gained gains tanks",
            "bets profit profits revenue sales earnings quarterly results half first second third fourth on q1 q2",
            "q3 q4 each swung blamed added declared returned returns benefited blew conceded attributed",
            "saw came generated delivered topped tops beat beats missed misses lost forecasts raised raises cut cuts",
            "trimmed trims lifted lifts hiked hikes reaffirmed reiterated",
        ],
    ),
    (
        Hint::SORT,
        &[
            "company group firm carrier retailer bank chipmaker automaker carmaker maker giant insurer lender",
            "miner brewer conglomerate chain airline operator manufacturer supplier producer provider developer",
            "drugmaker distributor grocer recruiter broker publisher utility builder homebuilder steelmaker",
            "planemaker streamer startup contractor exchange refiner driller railroad thrift restaurateur",
            "discounter broadcaster telecom telco trust vendor major bellwether corporation wholesaler designer",
            "owner marketplace fintech bakery heavyweight powerhouse titan reit",
            "hotelier landlord shipper trader landscaper caterer outsourcer housebuilder smelter toymaker jeweler",
            "jeweller chocolatier pharmacy drugstore partnership institution",
        ],
    ),
    (Hint::RIVAL, &["rival rivals peer peers competitor competitors archrival contemporary"]),
    (
        Hint::PART,
        &[
            "unit units division divisions segment segments brand brands arm subsidiary subsidiaries business",
            "businesses product products app apps platform service services platforms line franchise stores store",
            "banner chains network wing project mine plant fund funds device devices drug console model models",
        ],
    ),
    (Hint::OPINION, &["analyst analysts economist economists strategist strategists broker brokerage note"]),
    (
        Hint::HEADLINE,
        &[
            "profit profits earnings revenue revenues results result sales loss losses income net first second",
            "third fourth quarter quarterly full fiscal annual year half snapshot outlook guidance forecast",
            "strong record financial better operating preliminary summary highlights update stock shares dividend",
            "gaap comparable diluted margin growth nine six mths months halted sees pleads dlr qtr 4th 1st 2nd",
            "3rd consolidated",
        ],
    ),
    (
        Hint::COMMON,
        &[
            "services cloud data center centers consumer digital media retail wealth home care health beauty",
            "energy commercial corporate industrial technology technologies software hardware products product",
            "solutions systems business banking investment management asset institutional securities insurance",
            "life property casualty reality labs gaming entertainment studios parks networks automotive aerospace",
            "defense government federal enterprise advertising search markets capital equipment foods snacks",
            "beverages fabric family baby feminine grooming segment division unit traffic margins costs demand",
            "growth free cash flow return order orders bookings deposits loans credit traditional premium cargo",
            "passenger fuel crude oil gas gold copper coal iron ore trading fixed equities online membership",
            "pharmaceutical medical innovative medicine medtech logistics supply chain residential mortgage card",
            "payments core underlying group vision news industry sector market other part day week month quarter one",
            "upstream downstream midstream refining marketing exploration production chemicals plastics polymers",
            "lubricants pipelines petrochemicals turbines engines appliances footwear apparel homeware eyewear",
        ],
    ),
    (
        Hint::BETWEEN,
        &[
            "on today also each both earlier this last month week year again recently late early separately later",
            "monday tuesday wednesday thursday friday saturday sunday",
        ],
    ),
    (Hint::CONTRAST, &["whereas while"]),
    (Hint::TO, &["to"]),
    (Hint::HANDS, &["over call back"]),
    (Hint::THANKS, &["thanks thank you hi hello morning afternoon"]),
    (Hint::PERSONAL, &["he she"]),
    (Hint::WELCOMES, &["welcome attributable"]),
    (Hint::HOSTED, &["call conference webcast earnings results quarter website filings board shareholders investor"]),
    (Hint::INNER, &["supply investment private research rating"]),
    (Hint::AT, &["at"]),
    (Hint::ITS, &["its their our his her whose"]),
    (Hint::SPEAKS, &["said reported posted"]),
    (Hint::JOINER, &["of y de del du la le e et und &"]),
];

/// Who estimates, as a report shows them; compared without regard to case, the longest that fits.
pub static ESTIMATE_SOURCES: &[&str] = &[
    "LSEG", "LSEG SmartEstimates", "LSEG IBES", "FactSet", "Refinitiv", "Refinitiv IBES", "Refinitiv SmartEstimate",
    "Refinitiv Eikon", "Thomson Reuters", "Thomson Reuters I/B/E/S", "Thomson Reuters IBES",
    "Thomson Reuters StarMine", "Thomson Financial", "Thomson First Call", "First Call", "Reuters Estimates",
    "Reuters Research", "I/B/E/S", "IBES", "Starmine", "Wall Street", "the Street", "Street", "Visible Alpha",
    "StreetAccount", "Zacks Investment Research", "Zacks", "Bloomberg", "S&P Capital IQ", "Capital IQ",
    "S&P Global Market Intelligence", "Capital IQ Consensus", "Vuma", "Estimize", "Benzinga Pro", "Infront",
    "Modular Finance", "Vara Research", "Inquiry Financial", "SME Direkt", "company-compiled consensus",
    "company-provided consensus",
];

/// The words that the readers of companies look for; a phrase gives each of its words.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let hints = HINTS.iter().flat_map(|(_, lines)| lines.iter().copied());
    hints.chain(ESTIMATE_SOURCES.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::{ESTIMATE_SOURCES, HINTS, Hint};
    use std::collections::HashSet;

    #[test]
    fn words_are_lower_case_and_stand_once_under_a_hint() {
        for (hint, lines) in HINTS {
            let mut seen = HashSet::new();
            for word in lines.iter().flat_map(|line| line.split(' ')) {
                assert_eq!(word, word.to_lowercase());
                assert!(!word.is_empty() && seen.insert(word), "'{word}' stands twice under {hint:?}");
            }
        }
    }

    #[test]
    fn sources_stand_once() {
        let sources: HashSet<String> = ESTIMATE_SOURCES.iter().map(|source| source.to_lowercase()).collect();
        assert_eq!(sources.len(), ESTIMATE_SOURCES.len());
    }

    #[test]
    fn hints_join() {
        let both = Hint::LEGAL.and(Hint::NEVER);
        assert!(both.any(Hint::LEGAL) && both.any(Hint::NEVER) && !both.any(Hint::SORT));
    }
}
