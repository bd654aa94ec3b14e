//! The usual wordings of the lines of statements, by what they are read as.

use crate::parser::table::label::Label;
use crate::parser::table::scan;

/// The key of a metric, and labels parted by bars.
static WORDINGS: &[(&str, &str)] = &[
    (
        "revenue",
        "Revenue growth on a constant currency basis | Revenue growth at constant currency | Constant-currency \
         revenue growth | Constant currency net sales growth | Revenue growth, constant currency | Revenue growth \
         (constant currency) | Revenue growth in constant currency | Constant currency revenue growth | Organic \
         revenue growth (%) | Organic net sales growth | Revenue growth y/y | Percentage change in revenue | Revenue \
         growth, year over year | Revenue | Revenues | Net revenue | Net revenues | Total revenue | Total revenues | \
         Total net revenue | Total net revenues | Net sales | Sales | Total net sales | Total sales",
    ),
    (
        "cost_of_revenue",
        "Cost of revenue | Cost of revenues | Total cost of revenue | Total cost of revenues | Total costs of revenue \
         | Cost of sales | Total cost of sales | Cost of goods sold | Cost of products sold | Costs of goods sold | \
         Cost of goods sold, including occupancy costs | Cost of sales, including buying and occupancy | Cost of \
         sales (exclusive of depreciation and amortization) | Cost of revenue (exclusive of items shown below) | Cost \
         of services | Costs of sales | Cost of sales and occupancy | Cost of merchandise sold | Cost of goods sold \
         and occupancy | Cost of sales, exclusive of depreciation | Cost of revenues, excluding depreciation and \
         amortization | Cost of product sales | Cost of net revenues | Cost of sales, buying and occupancy costs",
    ),
    (
        "gross_profit",
        "Gross profit | Gross margin | Total gross profit | Gross profit (loss) | Gross income | Gross profit, as \
         reported | GAAP gross profit | Consolidated gross profit | Gross (loss) profit | Gross loss | Non-GAAP gross \
         profit | Adjusted gross profit | Gross profit, as adjusted",
    ),
    (
        "gross_margin",
        "Gross profit margin | Gross margin percentage | Gross profit as a percentage of net sales | Gross profit as \
         a percent of sales | Gross profit percentage | Gross margin rate | Gross margin as a percentage of revenue | \
         Gross profit rate | Gross margin percent | Gross profit, % of sales | Adjusted gross profit margin",
    ),
    (
        "rnd_expense",
        "Research and development | Research and development expenses | Research & development | Research, \
         development and related expenses | R&D | R&D expense | Product development | Technology and development | \
         Research and development, net | Research and development costs | Research, development and engineering | \
         Product development and technology",
    ),
    (
        "sga_expense",
        "Selling, general and administrative | Selling, general and administrative expenses | Selling, general & \
         administrative | Selling, general and administrative expense | SG&A | SG&A expenses | Selling and \
         administrative | Selling and administrative expenses | Selling, general and administrative, net | Marketing, \
         general and administrative | Selling, informational and administrative expenses | Selling, general and \
         administrative costs | Selling, administrative and general expenses | Selling, operating and administrative \
         expenses | Selling, distribution and administrative expenses | Operating, selling, general and \
         administrative expenses | General, administrative and selling expenses | Selling, general, and \
         administrative | Total selling, general and administrative expenses | Marketing, selling and administrative",
    ),
    (
        "operating_expenses",
        "Total operating expenses | Operating expenses | Total costs and expenses | Costs and expenses | Total \
         operating costs and expenses | Total operating costs | Total operating expenses, net | \
         Total costs and operating expenses | Total noninterest expense | Total non-interest \
         expense | Noninterest expense | Non-GAAP operating expenses | Total benefits and expenses",
    ),
    (
        "operating_income",
        "Non-GAAP operating loss | Non-GAAP operating profit | Adjusted operating income (loss) | Underlying \
         operating profit | Core operating income | Adjusted operating earnings | Operating income, as adjusted | \
         Adjusted EBIT | Adjusted income from operations | Adjusted operating profit | Non-GAAP income from \
         operations | Non-GAAP operating income | Adjusted operating income | Operating income | Income from \
         operations | Operating profit | Operating income (loss) | (Loss) income from operations | Income (loss) from \
         operations | Operating (loss) income | Operating loss | Loss from operations | Earnings from operations",
    ),
    (
        "operating_margin",
        "Operating margin | Operating margin % | Operating income margin | Operating profit margin | Operating income \
         as a percentage of net sales | Operating income as a percent of sales | Income from operations as a \
         percentage of revenue | Operating margin percentage | GAAP operating margin | Operating margin (%) | \
         Adjusted operating margin | Non-GAAP operating margin | Adjusted operating income margin",
    ),
    (
        "interest_expense",
        "Interest expense | Interest expense, net | Interest expense (net) | Net interest expense | Total interest \
         expense | Interest and debt expense | Interest expense and other financing costs | Interest charges | \
         Interest and other debt expense | Interest expense, net of capitalized interest | Interest expense, net of \
         interest income | Interest and financing costs | Finance costs | Interest and related charges | Interest \
         expense, net of amounts capitalized",
    ),
    (
        "pretax_income",
        "PBT | Income (loss) from continuing operations before income taxes | Total profit before tax | Income before \
         income taxes and equity method investments | Earnings from operations before income taxes | Income from \
         operations before income taxes | Consolidated income before income taxes | Profit before taxation | Earnings \
         before income tax | Loss before benefit from income taxes | Income before benefit from (provision for) \
         income taxes | Income before (benefit from) provision for income taxes | Income before provision for taxes | \
         Income before income taxes | Income before taxes | Earnings before income taxes | Income (loss) before \
         income taxes | (Loss) income before income taxes | Loss before income taxes | Income before provision for \
         income taxes | Income before income tax expense | Income before income tax provision | Loss before provision \
         for income taxes | Income (loss) before provision for income taxes",
    ),
    (
        "income_tax",
        "Income tax expense, net | Provision for income tax | Federal income tax expense | Applicable income taxes | \
         Tax provision | Income tax (provision) benefit | Provision for federal and state income taxes | Total income \
         taxes | Total income tax expense | Federal and state income taxes | Taxation | Income tax | Total tax \
         expense | Provision for income taxes | Income tax expense | Income taxes | Income tax provision | Provision \
         (benefit) for income taxes | (Benefit from) provision for income taxes | Income tax expense (benefit) | \
         Income tax (benefit) expense | Income tax benefit (expense) | Benefit from income taxes | Income tax benefit",
    ),
    (
        "tax_rate",
        "Effective tax rate | Effective income tax rate | Tax rate | Effective tax rate (%) | GAAP effective tax rate \
         | Income tax rate | Effective tax rate on continuing operations | GAAP tax rate | Non-GAAP effective tax \
         rate | Adjusted effective tax rate | Non-GAAP tax rate",
    ),
    (
        "net_income",
        "Ongoing earnings | Core earnings | Non-GAAP net loss | Adjusted net income (loss) | Adjusted net loss | Core \
         net income | Adjusted earnings | Non-GAAP net income attributable to common stockholders | Net income, as \
         adjusted | Net income, adjusted | Adjusted net income attributable to Acme | Adjusted net earnings | \
         Non-GAAP net income | Net income | Net earnings | Net loss | Net income (loss) | Net (loss) income | Net \
         earnings (loss) | Net (loss) earnings | Net profit | Profit for the period | Profit for the year | Net \
         income attributable to common stockholders | Net income attributable to common shareholders | Net income",
    ),
    (
        "eps",
        "Diluted EPS excluding special items | Adjusted net income per share | Ongoing earnings per share | Operating \
         earnings per share | Adjusted earnings per share - diluted | Adjusted diluted earnings per common share | \
         Underlying diluted earnings per share | Adjusted EPS (diluted) | Adjusted diluted net income per share | \
         Core EPS | Core earnings per share | Adjusted net earnings per share | Adjusted net income per share - \
         diluted | Diluted earnings per share | Diluted EPS | Earnings per share - diluted | Earnings per share, \
         diluted | Earnings per diluted share | Earnings per common share - diluted | Earnings per common share, \
         diluted | Diluted earnings per common share | Net income per share - diluted | Net income per share, diluted",
    ),
    (
        "ebitda",
        "EBITDA | Consolidated EBITDA | Adjusted EBITDA | Adjusted EBITDA (non-GAAP) | Consolidated Adjusted EBITDA | \
         Total Adjusted EBITDA | Adjusted EBITDA (1) | EBITDA, as adjusted | Adjusted EBITDA, net | Adjusted EBITDA \
         from continuing operations | Core EBITDA | Non-GAAP adjusted EBITDA | Operational EBITDA",
    ),
    (
        "ebitda_margin",
        "Adjusted EBITDA margin | Adjusted EBITDA margin % | Adjusted EBITDA as a percentage of revenue | Adjusted \
         EBITDA as a % of net sales | Adjusted EBITDA margin (%) | Adjusted EBITDA % of sales",
    ),
    (
        "shares_outstanding",
        "Number of shares used in diluted per share calculation | Average diluted common shares outstanding | \
         Weighted average common stock outstanding - diluted | Diluted common shares outstanding | Diluted common \
         shares | Average shares - diluted | Weighted average number of diluted shares | Weighted-average number of \
         shares used in computing diluted earnings per share | Weighted average diluted common shares outstanding | \
         Shares used in computation of diluted earnings per share | Shares used in computing net loss per share, \
         basic and diluted | Weighted average common shares outstanding assuming dilution | Weighted average common \
         shares - diluted | Weighted average shares outstanding - diluted | Weighted-average shares outstanding - \
         diluted | Weighted average diluted shares outstanding | Weighted average common shares outstanding - diluted \
         | Diluted weighted average shares outstanding | Diluted weighted-average shares | Diluted shares outstanding \
         | Diluted shares | Weighted average number of shares outstanding - diluted | Weighted average number of \
         common shares outstanding - diluted | Weighted average shares - diluted",
    ),
    (
        "dividend_per_share",
        "Dividends declared per share | Cash dividends declared per share | Dividends per share | Cash dividends \
         declared per common share | Dividends declared per common share | Cash dividends per share | Dividends paid \
         per share | Cash dividends paid per share | Cash dividends paid per common share | Dividend per share | Cash \
         dividend declared per share | Cash dividends declared per share of common stock | Dividends per common share \
         | Dividend declared per share | Dividends declared per share of common stock | Common dividends declared per \
         share | Cash dividends per common share declared | Distributions declared per common share | Distributions \
         per share | Cash dividends declared per common share outstanding | Dividends per share declared",
    ),
    (
        "cash",
        "Cash and cash equivalents | Cash & cash equivalents | Cash and equivalents | Cash | Total cash and cash \
         equivalents | Cash and cash equivalents, end of period | Unrestricted cash and cash equivalents",
    ),
    ("total_assets", "Total assets | TOTAL ASSETS | Total Assets | Total consolidated assets"),
    (
        "inventory",
        "Inventories | Inventory | Inventories, net | Merchandise inventories | Merchandise inventory | Inventory, \
         net | Total inventories | Total inventory | Inventories, at cost | Merchandise inventories, net | \
         Inventories - net | Net inventories",
    ),
    (
        "debt",
        "Total debt | Total debt, net | Debt | Total borrowings | Total debt outstanding | Total outstanding debt",
    ),
    ("net_debt", "Net debt | Total net debt | Net debt (non-GAAP)"),
    ("deferred_revenue", "Deferred revenue | Total deferred revenue | Unearned revenue | Deferred revenues"),
    (
        "backlog",
        "Remaining performance obligations | Total remaining performance obligations | Backlog | Total backlog | \
         Backlog (at period end) | Ending backlog | Order backlog",
    ),
    (
        "operating_cash_flow",
        "Total operating cash flow | GAAP net cash provided by operating activities | GAAP operating cash flow | Net \
         cash flows from operations | Net cash (used for) provided by operating activities | Cash used in operating \
         activities | Cash provided by (used in) operating activities | Net cash from operations | Net cash provided \
         (used) by operating activities | Net cash (used) provided by operating activities | Cash flow from operating \
         activities | Net cash provided by operating activities - continuing operations | Net cash (used in) \
         generated from operating activities | Net cash provided by operating activities | Net cash provided by (used \
         in) operating activities | Net cash (used in) provided by operating activities | Net cash used in operating \
         activities | Net cash from operating activities | Net cash flows from operating activities | Net cash flow \
         from operating activities | Net cash flows provided by operating activities | Cash provided by operating \
         activities | Cash flows from operating activities | Cash flow from operations",
    ),
    (
        "capex",
        "Capital expenditures paid | Property additions | Additions to fixed assets | Additions to plant and \
         equipment | Expenditures for plant and equipment | Purchases of premises and equipment | Purchases of \
         property and equipment and capitalized software | Purchases of property and equipment and capitalized \
         internal-use software costs | Purchase of property, equipment and software | Less: purchases of property and \
         equipment | Less: Purchases of property and equipment | Less: Capital expenditures | Property and equipment \
         additions | Capital expenditures | Purchases of property and equipment | Purchase of property and equipment \
         | Purchases of property, plant and equipment | Purchase of property, plant and equipment | Additions to \
         property, plant and equipment | Additions to property and equipment | Property, plant and equipment \
         additions | Payments for property, plant and equipment | Payments for acquisition of property, plant and \
         equipment | Acquisitions of property and equipment | Acquisition of property and equipment",
    ),
    (
        "free_cash_flow",
        "Free cash flow | Free cash flow (non-GAAP) | Non-GAAP free cash flow | Free cash flows | Total free cash \
         flow | Free cash flow (1) | Free cash flow (used) | Free cash flow (FCF)",
    ),
    (
        "dividends_paid",
        "Dividends paid | Cash dividends paid | Payment of dividends | Payments of dividends | Dividends | Cash \
         dividends | Payment of cash dividends | Dividends paid to stockholders | Dividends paid to common \
         shareholders | Dividends paid on common stock | Common stock dividends paid | Dividends to shareholders | \
         Dividend payments | Payments for dividends and dividend equivalents | Common stock dividends | Payments of \
         cash dividends to stockholders | Payment of dividends on common stock | Common dividends paid",
    ),
    (
        "share_repurchases",
        "Repurchase of shares of common stock | Acquisition of common stock | Common stock purchased | Purchases of \
         common stock for treasury | Repurchase of Class A common stock | Payments related to repurchase of common \
         stock | Repurchases and retirements of common stock | Shares repurchased | Share buybacks | Repurchases of \
         common shares | Purchase of Company stock | Repurchase of treasury stock | Purchase of treasury shares | \
         Repurchases of common stock | Repurchase of common stock | Share repurchases | Purchases of treasury stock | \
         Purchase of treasury stock | Purchases of treasury shares | Treasury stock purchases | Repurchase of common \
         shares | Purchase of common stock | Purchases of common stock | Stock repurchases | Common stock repurchased",
    ),
    (
        "depreciation_amortization",
        "Depreciation and amortization | Depreciation & amortization | Depreciation and amortization expense | \
         Depreciation, depletion and amortization | Total depreciation and amortization | Depreciation, amortization \
         and accretion",
    ),
    (
        "stock_compensation",
        "Stock-based compensation | Share-based compensation | Stock-based compensation expense | Share-based \
         compensation expense | Stock compensation expense | Stock compensation | Equity-based compensation | \
         Equity-based compensation expense | Non-cash stock compensation | Stock based compensation | Share-based \
         payments | Share-based payment expense | Non-cash stock-based compensation | Stock-based compensation, net | \
         Share based compensation | Total stock-based compensation | Stock-based compensation cost | Amortization of \
         stock-based compensation | Noncash stock-based compensation | Equity compensation",
    ),
    ("net_interest_income", "Net interest income | Total net interest income | Net interest income (FTE)"),
    (
        "net_interest_margin",
        "Net interest margin | Net interest margin (FTE) | Net interest margin, tax equivalent | Net interest margin \
         (taxable equivalent) | Net interest margin (tax-equivalent basis) | Net interest margin (non-GAAP) | Net \
         interest margin (annualized) | Net interest margin %",
    ),
    (
        "credit_provision",
        "Provision for credit losses | Provision for loan losses | Provision for loan and lease losses | Credit loss \
         expense | Provision for credit loss expense | Provision (benefit) for credit losses | (Benefit) provision \
         for credit losses | Provision for (reversal of) credit losses | Provision (credit) for credit losses | Total \
         provision for credit losses | Provision expense | Provision (reversal) for credit losses | Provision for \
         losses on loans | (Reversal of) provision for credit losses | Provision for loan losses, net",
    ),
    (
        "noninterest_income",
        "Noninterest income | Non-interest income | Total noninterest income | Total non-interest income | Total \
         noninterest revenue | Total non interest income",
    ),
    (
        "loans",
        "Loans | Total loans | Loans, net | Net loans | Loans and leases | Total loans and leases | Loans, net of \
         unearned income | Loans held for investment | Total loans held for investment | Loans receivable, net | \
         Gross loans | Total loans, net | Loans, gross | Total gross loans | Loans, net of unearned discount | Total \
         loans receivable | Loans and leases, net | Loans, net of deferred fees | Net loans and leases | Loans \
         receivable | Loans outstanding | Total loans outstanding",
    ),
    ("deposits", "Deposits | Total deposits | Customer deposits | Total customer deposits"),
    (
        "charge_offs",
        "Net charge-offs | Net loan charge-offs | Net charge-offs (recoveries) | Total net charge-offs | Net loans \
         charged off | Net chargeoffs",
    ),
    (
        "assets_under_management",
        "Assets under management | Total assets under management | AUM | Total AUM | Ending assets under management | \
         Assets under management (end of period)",
    ),
    (
        "premiums",
        "Net premiums written | Net premiums earned | Gross premiums written | Premiums | Premiums earned | Net \
         written premiums | Gross written premiums | Net earned premiums | Earned premiums | Total premiums | Written \
         premiums | Total premiums earned | Premiums written | Direct premiums written | Net premium earned | Net \
         premiums | Gross premium written | Net premium written | Total net premiums earned | Insurance premiums | \
         Premium revenue | Premiums earned, net",
    ),
    (
        "combined_ratio",
        "Combined ratio | GAAP combined ratio | Combined ratio (%) | Net combined ratio | Consolidated combined ratio \
         | Total combined ratio | Combined ratio (GAAP) | Reported combined ratio",
    ),
    (
        "catastrophe_losses",
        "Catastrophe losses | Total catastrophe losses | Net catastrophe losses | Catastrophe losses, net of \
         reinsurance | Pre-tax catastrophe losses | Catastrophe losses, pre-tax",
    ),
    (
        "ffo_per_share",
        "Core Funds From Operations per diluted share | Operating FFO per diluted share | FFO, as adjusted, per \
         diluted share | Core FFO per common share - diluted | Normalized FFO per share | Adjusted funds from \
         operations per share | Core funds from operations per share | Adjusted FFO per diluted share | AFFO per \
         diluted share | Normalized FFO per diluted share | Adjusted FFO per share | AFFO per share | Core FFO per \
         diluted share | FFO per share | FFO per diluted share | Funds from operations per share | Funds from \
         operations per diluted share | FFO per common share - diluted | Diluted FFO per share | FFO per share - \
         diluted | NAREIT FFO per share | Nareit FFO per diluted share | FFO per diluted common share",
    ),
    (
        "same_store_sales",
        "Systemwide comparable sales | Increase in comparable store sales | Same store sales growth (decline) | \
         Comparable sales increase (decrease) | Global comparable store sales | Comparable store sales % change | \
         Like-for-like sales growth | Like-for-like sales | Identical sales | Comparable store sales increase \
         (decrease) | Same-store sales increase | Comparable brand revenue growth | Comparable store net sales | \
         Comparable sales | Comparable store sales | Same-store sales | Same store sales | Comparable sales growth | \
         Comparable store sales growth | Same-store sales growth | Comparable sales change | Comparable store sales \
         (decrease) increase | Comparable restaurant sales | Comparable restaurant sales growth",
    ),
    (
        "restructuring_charge",
        "Restructuring charges | Restructuring | Restructuring costs | Restructuring expense | Restructuring and \
         other charges | Restructuring and other | Restructuring charges, net | Restructuring and related charges | \
         Restructuring expenses | Restructuring and other costs | Restructuring and related costs | Restructuring \
         costs and other | Restructuring and related expenses",
    ),
    (
        "impairment",
        "Impairment charges | Goodwill impairment | Impairment of goodwill | Impairment of long-lived assets | Asset \
         impairments | Asset impairment charges | Goodwill impairment charge | Impairment | Impairments | Impairment \
         charge | Goodwill and intangible asset impairment | Impairment of assets | Asset impairment",
    ),
    (
        "headcount",
        "Headcount | Employees | Number of employees | Total employees | Full-time employees | Total headcount | \
         Employees at period end | Employees (period end)",
    ),
    (
        "stores",
        "Number of stores | Stores | Total stores | Store count | Stores at end of period | Number of stores at end \
         of period | Ending store count | Stores open at end of period | Number of restaurants | Restaurants at end \
         of period | Total restaurants | Total store count | Stores in operation at end of period | Number of stores, \
         end of period | Total stores at end of period | Number of stores open at end of period",
    ),
    ("arpu", "ARPU | Average revenue per user | Average revenue per user (ARPU)"),
    (
        "bookings",
        "Bookings | Total bookings | Net bookings | Orders | New orders | Total orders | Net orders | Orders received",
    ),
    ("billings", "Billings | Total billings | Calculated billings"),
    (
        "arr",
        "Annual recurring revenue | ARR | Total ARR | Annualized recurring revenue | Ending ARR | Annual recurring \
         revenue (ARR) | Annualized Recurring Revenue (ARR) | Total annual recurring revenue",
    ),
    (
        "payment_volume",
        "Total payment volume | Payment volume | Payments volume | Gross payment volume | Total Payment Volume (TPV) \
         | TPV",
    ),
    (
        "gross_merchandise_value",
        "Gross merchandise volume | Gross merchandise value | GMV | Gross merchandise volume (GMV) | Gross \
         Merchandise Sales | Gross bookings",
    ),
    (
        "net_flows",
        "Net flows | Net inflows | Net new assets | Net inflows (outflows) | Total net flows | Long-term net flows",
    ),
    ("net_margin", "Net margin | Net income margin | Net profit margin | Net margin %"),
];

#[test]
fn each_wording_is_read() {
    for (key, labels) in WORDINGS {
        for label in labels.split(" | ") {
            let read = Label::read(&scan::all(label).items).line().map(|line| line.metric.key());
            assert_eq!(read, Some(*key), "{label}");
        }
    }
}
