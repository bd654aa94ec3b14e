//! The lines of an income statement, from revenue to the figures for each share.

use crate::parser::vocabulary::statements::{LineLabel, level};

pub(super) static LINES: &[LineLabel] = &[
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
            "ebit margin",
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
    )
    .anywhere(),
    level("net_margin", &["net margin", "net income margin", "net profit margin", "net earnings margin"]),
    level("eps", &["eps", "earnings per share", "profit per share", "loss per share", "income per share"]),
    level(
        "cost_of_revenue",
        &[
            "cost of sales", "cost of revenue", "cost of revenues", "cost of goods sold", "cost of products sold",
            "costs of revenue", "cost of net revenues", "cost of net sales", "cost of net revenue",
            "costs of goods sold", "cost of products and services sold", "cost of sales and services",
        ],
    )
    .cost(),
    level(
        "operating_expenses",
        &[
            "operating expenses", "costs and expenses", "operating costs and expenses", "operating costs",
            "operating expense",
        ],
    )
    .cost(),
    level(
        "rnd_expense",
        &[
            "research and development", "research and development expense", "research and development expenses",
            "research and development costs", "research development and engineering",
        ],
    )
    .cost(),
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
    )
    .cost(),
    level("interest_expense", &["interest expense", "interest expenses"]).cost(),
    level(
        "income_tax",
        &[
            "provision for income taxes", "income tax expense", "income taxes", "provision for taxes on income",
            "income tax provision", "provision for taxes", "tax expense", "income taxes expense", "taxes on income",
        ],
    )
    .tax(),
    level(
        "tax_rate",
        &[
            "effective tax rate", "tax rate", "effective income tax rate", "annual effective tax rate",
            "income tax rate",
        ],
    ),
    level("ebitda", &["ebitda"]).anywhere(),
    level("ebitda_margin", &["ebitda margin", "ebitda margin percentage"]),
];
