//! The words of headings: which only say what kind of thing stands below, and which end the name of a business line.

/// Words of headings that name no business line: "Balance Sheet and Cash Flow".
pub(crate) static GENERAL: &[&str] = &[
    "results", "highlights", "outlook", "summary", "overview", "review", "business", "financial", "financials",
    "operating", "operational", "operations", "company", "corporate", "consolidated", "capital", "allocation",
    "liquidity", "balance", "sheet", "cash", "flow", "dividend", "dividends", "conference", "call", "webcast", "about",
    "information", "contact", "contacts", "guidance", "quarter", "year", "full", "first", "second", "third", "fourth",
    "fiscal", "recent", "key", "other", "statement", "statements", "forward", "looking", "gaap", "measures",
    "reconciliation", "update", "strategic", "strategy", "developments", "management", "commentary", "shareholder",
    "stockholder", "returns", "performance", "discussion", "items", "special", "additional", "selected", "metrics",
    "notes", "contents", "exhibit", "press", "release", "media", "investor", "investors", "relations", "segment",
    "segments", "credit", "quality", "markets", "market", "events", "event", "growth", "total", "group", "comments",
    "priorities", "progress", "people", "sustainability", "governance", "leadership", "appendix", "definitions",
    "details", "data", "accounting", "policies", "introduction", "background", "legal", "risk", "risks", "factors",
    "safe", "harbor", "use", "supplemental", "presentation", "schedule", "table", "tables", "general",
    "administrative", "taxes", "tax", "debt", "financing", "investments", "activities", "repurchase", "repurchases",
    "program", "share", "stock", "buyback", "headwinds", "restructuring", "acquisition", "acquisitions", "subsequent",
    "trends", "environment", "economy", "continuing", "discontinued", "half", "six", "nine", "twelve", "months",
    "annual", "quarterly", "monthly", "board", "changes",
];

/// Words that end the heading of a business line: "Consumer Leasing Results".
pub(crate) static ENDS: &[&str] = &["results", "segment", "division", "business", "performance", "highlights", "group"];

/// What a company is, told in place of its name: "Europe's largest lender".
pub(crate) static SORTS: &[&str] = &[
    "lender", "bank", "insurer", "retailer", "grocer", "brewer", "maker", "carmaker", "automaker", "drugmaker",
    "chipmaker", "planemaker", "steelmaker", "airline", "carrier", "operator", "company", "firm", "giant", "group",
    "chain", "producer", "manufacturer", "miner", "developer", "conglomerate", "supplier", "provider", "distributor",
    "wholesaler", "builder", "utility", "broker", "manager", "exporter", "builder", "refiner", "driller", "seller",
    "outfitter", "owner", "franchisor", "publisher", "broadcaster", "startup", "heavyweight", "bellwether", "behemoth",
    "rival", "pioneer", "outsourcer", "hotelier", "landlord", "shipper", "trader", "caterer", "housebuilder",
    "homebuilder", "smelter", "toymaker", "jeweler", "jeweller", "chocolatier", "telco", "contractor", "recruiter",
    "discounter", "thrift", "railroad", "powerhouse", "titan", "streamer", "vendor",
];

/// What makes a description of it certain.
pub(crate) static GREATEST: &[&str] = &["largest", "biggest", "oldest", "leading", "number", "no", "top", "smallest"];

/// What the figures of a list may be told apart by: "Revenue by segment:".
pub(crate) static PARTS: &[&str] = &[
    "breakdown", "segment", "segments", "division", "divisions", "region", "regions", "geography", "geographies",
    "geographic", "category", "categories", "unit", "units", "market", "markets", "product", "products", "business",
    "businesses", "brand", "brands", "country", "countries", "channel", "channels",
];
