//! Counted things: "495,570 vehicles", "3.35 billion daily active users".

/// Things of one sort.
#[derive(Debug)]
pub(crate) struct NounRow {
    /// The nouns, singular where a hyphen may stand before it ("a 500-store chain").
    pub(crate) words: &'static [&'static str],
    /// Texts that count them.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the row, read by its test"))]
    pub(crate) reads: &'static [&'static str],
}

/// Every counted thing.
pub(crate) static ROWS: &[NounRow] = &[
    NounRow {
        words: &[
            "user", "users", "subscriber", "subscribers", "subs", "customer", "customers", "member", "members",
            "account", "accounts", "subscription", "subscriptions", "client", "clients", "policyholders", "policies",
            "policy", "viewers", "visitors", "visits", "guests", "guest", "passengers", "passenger", "patients",
            "patient", "students", "student", "players", "listeners", "readers", "shoppers", "travelers", "travellers",
            "riders", "drivers", "couriers", "merchants", "sellers", "buyers", "advertisers", "developers",
            "households", "homes", "residents", "consumers", "daus", "maus", "dau", "mau", "dauq", "connections",
            "postpaid", "additions", "adds", "net adds", "downloads", "installs", "logins", "enrollments",
            "enrollment", "registrations", "borrowers", "investors", "lives", "seats", "licenses", "devices", "lines",
            "phones", "cards", "streams", "hosts", "creators", "companies", "businesses", "firms", "shareholders",
            "participants",
        ],
        reads: &["It has 3.35 billion daily active users.", "It added 405,000 postpaid phone customers."],
    },
    NounRow {
        words: &[
            "vehicle", "vehicles", "car", "cars", "truck", "trucks", "deliveries", "delivery", "shipments", "units",
            "orders", "order", "transactions", "transaction", "bookings", "trips", "rides", "parcels", "packages",
            "containers", "teu", "teus", "aircraft", "planes", "plane", "jets", "jet", "airplanes", "ships", "vessels",
            "vessel", "rigs", "rig", "wells", "homesites", "lots", "closings", "communities", "nights", "rooms",
            "room", "keys", "beds", "bed", "smartphones", "handsets", "consoles", "tablets", "pcs", "bikes",
            "motorcycles", "tvs", "chips", "wafers", "servers", "gpus", "boxes", "cases", "bottles", "meals",
            "tickets", "copies", "titles", "games", "films", "movies", "items", "products", "models", "patents",
            "loans", "mortgages", "contracts", "contract", "acres", "acre", "engines", "engine", "stalls", "chargers",
            "robots", "sets", "skus", "satellites", "launches", "flights", "carloads", "loads", "intermodal",
        ],
        reads: &["The company delivered 495,570 vehicles.", "It shipped 34 aircraft."],
    },
    NounRow {
        words: &[
            "store", "stores", "restaurant", "restaurants", "shop", "shops", "location", "locations", "branch",
            "branches", "outlets", "outlet", "supermarkets", "supermarket", "cafes", "hotels", "hotel", "clubs",
            "club", "warehouses", "warehouse", "centers", "centres", "center", "offices", "sites", "properties",
            "property", "plants", "plant", "factories", "factory", "facilities", "facility", "clinics", "hospitals",
            "hospital", "dealers", "dealerships", "franchises", "salons", "gyms", "theaters", "theatres", "screens",
            "schools", "pharmacies", "banks", "atms", "terminals", "stations", "towers", "apartments", "buildings",
            "mines", "projects", "boutiques", "studios", "markets", "openings", "closures", "concessions", "depots",
        ],
        reads: &["It opened 34 net new stores.", "It runs 2,773 shops.", "It is a 500-store chain."],
    },
    NounRow {
        words: &[
            "employee", "employees", "jobs", "job", "people", "person", "workers", "worker", "staff", "positions",
            "roles", "headcount", "associates", "colleagues", "engineers", "salespeople", "representatives", "reps",
            "agents", "advisers", "advisors", "consultants", "physicians", "nurses", "pilots", "layoffs",
            "redundancies", "hires", "ftes", "contractors", "bankers", "teammates",
        ],
        reads: &["It will cut 100,000 jobs.", "It employs 14,000 people."],
    },
    NounRow {
        words: &[
            "barrel", "barrels", "bbl", "bbls", "boe", "boepd", "bpd", "mboe", "mmboe", "mboed", "boed", "bopd",
            "tonne", "tonnes", "ton", "tons", "mt", "mtpa", "ounce", "ounces", "oz", "koz", "kilograms", "kg", "kilos",
            "gallons", "liters", "litres", "hectoliters", "hectolitres", "bushels", "cubic feet", "cubic meters",
            "cubic metres", "mcf", "bcf", "bcfe", "mcfe", "mmcf", "tcf", "mmbtu", "cfd", "megawatt", "megawatts", "mw",
            "mwh", "gw", "gwh", "gigawatt", "gigawatts", "gigawatt hours", "megawatt hours", "kilowatt hours", "kwh",
            "twh", "terawatt hours", "kilowatts", "kw", "carats", "square feet", "square foot", "square meters",
            "square metres", "sq", "miles", "kilometers", "kilometres", "km", "feet", "meters", "metres", "hectares",
            "doses", "tokens", "terabytes", "petabytes", "gigabytes", "mmt", "kt", "dwt", "asms", "rpms", "pounds of",
        ],
        reads: &["It pumped 23,000 barrels a day.", "It sold 3.9 million tons.", "A 68 megawatt solar plant."],
    },
    NounRow {
        words: &[
            "shares", "share", "options", "warrants", "adss", "securities", "votes", "bitcoin", "bitcoins", "btc",
            "ether", "coins", "common shares", "rsus",
        ],
        reads: &["It bought back 2.6 million shares."],
    },
];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| row.words.iter().copied())
}
