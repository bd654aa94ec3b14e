//! The lines of banks, insurers, asset managers, retailers and those who tell how much is sold over them.

use crate::parser::vocabulary::statements::{LineLabel, level};

pub(super) static LINES: &[LineLabel] = &[
    level("net_interest_income", &["net interest income", "net interest income fte", "net interest revenue"]),
    level(
        "noninterest_income",
        &[
            "noninterest income", "non interest income", "noninterest revenue", "non interest revenue",
            "noninterest revenues",
        ],
    ),
    level(
        "credit_provision",
        &[
            "provision for credit losses",
            "provision for loan losses",
            "credit loss expense",
            "provision for loan and lease losses",
            "provision for credit loss expense",
            "provision expense",
            "provision for losses on loans",
            "credit loss provision",
            "provision for possible loan losses",
            "provision for credit losses on loans",
            "provision for credit loss",
            "provision for loan loss",
            "provision for loan and lease credit losses",
            "provisions for credit losses",
            "provision for credit losses and unfunded commitments",
            "provision for credit losses loans",
        ],
    ),
    level(
        "loans",
        &[
            "loans", "loans and leases", "net loans", "loans net", "loans net of unearned income",
            "loans held for investment", "loans receivable", "loans receivable net", "gross loans", "loans gross",
            "loans net of unearned discount", "loans net of deferred fees", "net loans and leases",
            "loans and leases net", "loans outstanding", "loans held for investment net", "loans net of allowance",
        ],
    )
    .stock(),
    level("deposits", &["deposits", "customer deposits"]).stock(),
    level(
        "net_interest_margin",
        &[
            "net interest margin",
            "net interest margin tax equivalent",
            "net interest margin taxable equivalent",
            "net interest margin fte",
            "net interest margin fully taxable equivalent",
            "net yield on earning assets",
            "net yield on interest earning assets",
            "net interest margin annualized",
        ],
    ),
    level(
        "charge_offs",
        &[
            "net charge offs", "net loan charge offs", "net loans charged off", "net chargeoffs",
            "net loan and lease charge offs", "net credit losses",
        ],
    )
    .cost(),
    level(
        "assets_under_management",
        &[
            "assets under management",
            "aum",
            "ending assets under management",
            "ending aum",
            "assets under management end of period",
            "assets under management at end of period",
            "period end aum",
            "end of period assets under management",
        ],
    )
    .stock(),
    level(
        "premiums",
        &[
            "net premiums written", "net premiums earned", "gross premiums written", "premiums", "premiums earned",
            "net written premiums", "gross written premiums", "gross written premium", "net written premium",
            "net earned premiums", "net earned premium", "earned premiums", "written premiums", "premiums written",
            "direct premiums written", "net premium earned", "net premiums", "gross premium written",
            "net premium written", "insurance premiums", "premium revenue", "premium revenues", "premium income",
            "premiums earned net", "gross premiums", "direct written premiums", "life insurance premiums",
        ],
    ),
    level(
        "combined_ratio",
        &["combined ratio", "net combined ratio", "consolidated combined ratio", "combined loss and expense ratio"],
    ),
    level(
        "catastrophe_losses",
        &[
            "catastrophe losses",
            "net catastrophe losses",
            "catastrophe losses net of reinsurance",
            "pre tax catastrophe losses",
            "pretax catastrophe losses",
            "catastrophe losses pre tax",
            "catastrophe losses net of reinsurance and reinstatement premiums",
        ],
    )
    .cost(),
    level("ffo_per_share", &["ffo per share"]),
    level("arpu", &["arpu", "average revenue per user"]),
    level(
        "stores",
        &[
            "number of stores", "stores", "store count", "stores at end of period",
            "number of stores at end of period", "ending store count", "stores open at end of period",
            "number of restaurants", "restaurants at end of period", "restaurants",
            "stores in operation at end of period", "number of stores end of period",
            "number of stores open at end of period", "stores end of period", "stores open end of period",
            "stores at period end", "store count end of period", "stores at end of quarter",
            "restaurants open at end of period", "number of stores open", "stores in operation",
        ],
    )
    .stock(),
    level(
        "headcount",
        &[
            "employees",
            "headcount",
            "average employee headcount",
            "full time employees",
            "number of employees",
            "employees at period end",
            "full time equivalent employees",
            "number of full time equivalent employees",
            "employees at end of period",
        ],
    )
    .stock(),
    level(
        "deferred_revenue",
        &["deferred revenue", "unearned revenue", "deferred revenues", "unearned revenues", "deferred income"],
    )
    .stock(),
    level(
        "backlog",
        &[
            "remaining performance obligation", "remaining performance obligations", "backlog", "ending backlog",
            "order backlog", "backlog at end of period", "backlog end of period", "rpo", "contracted backlog",
        ],
    )
    .stock(),
    level(
        "bookings",
        &["bookings", "net bookings", "new orders", "net orders", "orders received", "order intake", "orders"],
    ),
    level("billings", &["billings", "calculated billings"]),
    level(
        "arr",
        &[
            "annual recurring revenue", "arr", "annualized recurring revenue", "ending arr",
            "ending annual recurring revenue",
        ],
    )
    .stock(),
    level(
        "payment_volume",
        &["payment volume", "payments volume", "gross payment volume", "tpv", "gross dollar volume"],
    ),
    level(
        "gross_merchandise_value",
        &["gross merchandise volume", "gross merchandise value", "gmv", "gross merchandise sales", "gross bookings"],
    ),
    level("net_flows", &["net flows", "net inflows", "net new assets", "long term net flows", "net inflows outflows"]),
];
