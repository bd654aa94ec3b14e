//! Currencies: every way in which an amount says whose money it is.

pub(crate) mod home;
mod prefix;
mod scaled;
mod sign;

pub(crate) use prefix::is_glued_prefix;
pub(crate) use scaled::SCALED_CODES;
pub(crate) use sign::of_sign;

/// One currency.
#[derive(Debug)]
pub(crate) struct CurrencyRow {
    /// The ISO 4217 code.
    pub(crate) code: &'static str,
    /// Signs that mean it: '€'.
    pub(crate) signs: &'static [char],
    /// Letters before "$" that mean it: "NT" in "NT$5".
    pub(crate) dollars: &'static [&'static str],
    /// Letters besides the code that stand before or after a number, in just this case: "Rs".
    pub(crate) letters: &'static [&'static str],
    /// Names of the whole unit, behind the number.
    pub(crate) words: &'static [&'static str],
    /// Names of the hundredth, behind the number.
    pub(crate) minor: &'static [&'static str],
    /// Texts whose one quantity is of this currency.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the row, read by its test"))]
    pub(crate) reads: &'static [&'static str],
}

const NONE: CurrencyRow =
    CurrencyRow { code: "", signs: &[], dollars: &[], letters: &[], words: &[], minor: &[], reads: &[] };

/// Every currency. Of names that several countries use, the first row has the bare name.
pub(crate) static ROWS: &[CurrencyRow] = &[
    CurrencyRow {
        code: "USD",
        signs: &['$', '＄'],
        dollars: &["US", "U.S.", "USD"],
        letters: &[],
        words: &[
            "dollars", "dollar", "dlrs", "dlr", "bucks", "us dollars", "us dollar", "us dlrs", "u.s. dollars",
            "u.s. dollar", "u.s dollars", "u.s. dlrs", "american dollars", "united states dollars",
        ],
        minor: &["cents", "cent", "cts", "ct", "us cents", "u.s. cents", "us cent", "u.s. cent", "cps"],
        reads: &[
            "Sales of $5 million.", "Sales of US$5m.", "Sales of US $5m.", "Sales of USD 5m.",
            "Sales of 5 million U.S. dollars.", "Earnings of 46 US cents per share.", "Sales of 5.2 mln dlrs.",
            "A loss of 12 cts.", "Sales of $US5 million.", "Sales of $.25.",
        ],
    },
    CurrencyRow {
        code: "EUR",
        signs: &['€'],
        dollars: &[],
        letters: &["Eur", "EURO"],
        words: &["euros", "euro"],
        minor: &["euro cents", "euro cent", "eurocents", "eurocent"],
        reads: &["Sales of €5m.", "Sales of 5 million EUR.", "Sales of 5 million euros.", "It earned 12 euro cents."],
    },
    CurrencyRow {
        code: "GBP",
        signs: &['£'],
        dollars: &[],
        letters: &["STG", "stg"],
        words: &["pounds sterling", "british pounds", "pounds", "pound", "sterling", "quid", "stg"],
        minor: &["pence", "penny", "new pence"],
        reads: &["Sales of £5m.", "Sales of 5 million pounds.", "A dividend of 26p.", "A dividend of 26.4 pence."],
    },
    CurrencyRow {
        code: "JPY",
        signs: &['¥', '￥'],
        dollars: &[],
        letters: &[],
        words: &["yen", "japanese yen"],
        reads: &["Sales of ¥5 billion.", "Sales of 5 billion Japanese yen."],
        ..NONE
    },
    CurrencyRow {
        code: "CNY",
        letters: &["RMB", "Rmb", "CNH"],
        words: &["yuan", "renminbi", "chinese yuan", "yuan renminbi"],
        reads: &["Sales of RMB 5 million.", "Sales of RMB5m.", "Sales of 5 billion yuan."],
        ..NONE
    },
    CurrencyRow {
        code: "INR",
        signs: &['₹'],
        letters: &["Rs", "RS", "Re"],
        words: &["rupees", "rupee", "indian rupees"],
        minor: &["paise"],
        reads: &["Sales of Rs. 5 crore.", "Sales of Rs5-crore.", "Sales of ₹5 lakh.", "A fee of 25 lakh rupees."],
        ..NONE
    },
    CurrencyRow {
        code: "CAD",
        dollars: &["C", "CA", "CDN", "Cdn", "CAD"],
        words: &["canadian dollars", "canadian dollar", "canadian dlrs"],
        minor: &["canadian cents"],
        reads: &["Sales of C$5m.", "Sales of 5 million Canadian dollars."],
        ..NONE
    },
    CurrencyRow {
        code: "AUD",
        dollars: &["A", "AU", "AUD"],
        words: &["australian dollars", "australian dollar", "aussie dollars", "australian dlrs"],
        minor: &["australian cents", "australian cent"],
        reads: &["Sales of A$5m.", "Sales of AUD 5m.", "A dividend of 40.6 Australian cents."],
        ..NONE
    },
    CurrencyRow {
        code: "NZD",
        dollars: &["NZ", "NZD"],
        words: &["new zealand dollars", "kiwi dollars"],
        minor: &["new zealand cents"],
        reads: &["Sales of NZ$5m."],
        ..NONE
    },
    CurrencyRow {
        code: "HKD",
        dollars: &["HK", "HKD"],
        words: &["hong kong dollars", "hong kong dollar", "hong kong dlrs"],
        minor: &["hong kong cents"],
        reads: &["Sales of HK$5m.", "Sales of 5 million Hong Kong dollars."],
        ..NONE
    },
    CurrencyRow {
        code: "SGD",
        dollars: &["S", "SG", "SGD"],
        words: &["singapore dollars", "singapore dollar"],
        minor: &["singapore cents"],
        reads: &["Sales of S$5m."],
        ..NONE
    },
    CurrencyRow {
        code: "TWD",
        dollars: &["NT", "TW", "TWD", "NTD"],
        letters: &["NTD"],
        words: &["new taiwan dollars", "taiwan dollars", "taiwanese dollars", "new taiwan dollar"],
        reads: &["Sales of NT$5bn.", "Sales of 5 billion new Taiwan dollars."],
        ..NONE
    },
    CurrencyRow {
        code: "BRL",
        dollars: &["R", "BRL"],
        words: &["reais", "brazilian reais", "brazilian real"],
        reads: &["Sales of R$5m.", "Sales of 5 million reais."],
        ..NONE
    },
    CurrencyRow {
        code: "MXN",
        dollars: &["MX", "Mex", "MXN"],
        words: &["pesos", "peso", "mexican pesos"],
        reads: &["Sales of MX$5m.", "Sales of 5 million pesos."],
        ..NONE
    },
    CurrencyRow {
        code: "CHF",
        letters: &["SFr", "Sfr", "Fr"],
        words: &["swiss francs", "francs", "swiss franc", "franc"],
        reads: &["Sales of CHF 5m.", "Sales of 5 million Swiss francs."],
        ..NONE
    },
    CurrencyRow {
        code: "SEK",
        letters: &["Skr", "SKr", "kr"],
        words: &["swedish crowns", "swedish kronor", "swedish krona", "kronor", "crowns", "krona"],
        reads: &["Sales of SEK 5m.", "Sales of 5 million Swedish crowns.", "Sales of 500 kr."],
        ..NONE
    },
    CurrencyRow {
        code: "DKK",
        letters: &["Dkr", "DKr"],
        words: &["danish crowns", "danish kroner", "danish krone", "kroner", "krone"],
        reads: &["Sales of DKK 5m.", "Sales of 5 billion Danish crowns."],
        ..NONE
    },
    CurrencyRow {
        code: "NOK",
        letters: &["Nkr", "NKr"],
        words: &["norwegian crowns", "norwegian kroner", "norwegian krone"],
        reads: &["Sales of NOK5m.", "Sales of 5 billion Norwegian crowns."],
        ..NONE
    },
    CurrencyRow {
        code: "KRW",
        signs: &['₩', '￦'],
        words: &["won", "korean won", "south korean won"],
        reads: &["Sales of ₩5 trillion.", "Sales of 5 trillion won."],
        ..NONE
    },
    CurrencyRow {
        code: "ZAR",
        letters: &["R"],
        words: &["rand", "rands", "south african rand"],
        reads: &["Sales of R5.5 billion.", "Sales of 5 billion rand."],
        ..NONE
    },
    CurrencyRow {
        code: "MYR",
        letters: &["RM"],
        words: &["ringgit", "malaysian ringgit"],
        minor: &["sen"],
        reads: &["Sales of RM5m.", "Sales of 5 million ringgit."],
        ..NONE
    },
    CurrencyRow {
        code: "THB",
        signs: &['฿'],
        words: &["baht", "thai baht"],
        reads: &["Sales of 5 billion baht."],
        ..NONE
    },
    CurrencyRow {
        code: "IDR",
        letters: &["Rp"],
        words: &["rupiah", "indonesian rupiah"],
        reads: &["Sales of Rp5 trillion.", "Sales of 5 trillion rupiah."],
        ..NONE
    },
    CurrencyRow {
        code: "PHP",
        signs: &['₱'],
        letters: &["Php"],
        words: &["philippine pesos", "philippine peso"],
        reads: &["Sales of ₱5m."],
        ..NONE
    },
    CurrencyRow {
        code: "VND",
        signs: &['₫'],
        words: &["dong", "vietnamese dong"],
        reads: &["Sales of 5 trillion dong."],
        ..NONE
    },
    CurrencyRow {
        code: "TRY",
        signs: &['₺'],
        letters: &["TL"],
        words: &["lira", "turkish lira", "liras", "turkish liras"],
        reads: &["Sales of ₺5m.", "Sales of 5 million lira."],
        ..NONE
    },
    CurrencyRow {
        code: "PLN",
        words: &["zloty", "zlotys", "polish zloty", "polish zlotys", "zloties", "złoty", "zł"],
        reads: &["Sales of 5 million zlotys."],
        ..NONE
    },
    CurrencyRow {
        code: "CZK",
        words: &["czech crowns", "koruna", "czech koruna", "korunas", "kč"],
        reads: &["Sales of 5 billion Czech crowns."],
        ..NONE
    },
    CurrencyRow {
        code: "HUF",
        words: &["forints", "forint", "hungarian forints"],
        reads: &["Sales of 5 billion forints."],
        ..NONE
    },
    CurrencyRow { code: "RON", words: &["lei", "romanian lei"], reads: &["Sales of 5 million lei."], ..NONE },
    CurrencyRow {
        code: "RUB",
        signs: &['₽'],
        words: &["roubles", "rubles", "rouble", "ruble", "russian roubles"],
        reads: &["Sales of 5 billion roubles."],
        ..NONE
    },
    CurrencyRow {
        code: "UAH",
        signs: &['₴'],
        words: &["hryvnia", "hryvnias"],
        reads: &["Sales of 5 million hryvnia."],
        ..NONE
    },
    CurrencyRow { code: "KZT", signs: &['₸'], words: &["tenge"], reads: &["Sales of 5 billion tenge."], ..NONE },
    CurrencyRow {
        code: "AED",
        letters: &["Dhs", "Dh"],
        words: &["dirhams", "dirham", "uae dirhams"],
        reads: &["Sales of AED 5m.", "Sales of 5 million dirhams."],
        ..NONE
    },
    CurrencyRow {
        code: "SAR",
        letters: &["SR"],
        words: &["riyals", "riyal", "saudi riyals"],
        reads: &["Sales of 5 billion riyals."],
        ..NONE
    },
    CurrencyRow {
        code: "QAR",
        letters: &["QR"],
        words: &["qatari riyals", "qatar riyals"],
        reads: &["Sales of 5 million Qatari riyals."],
        ..NONE
    },
    CurrencyRow {
        code: "KWD",
        words: &["kuwaiti dinars", "dinars", "dinar"],
        reads: &["Sales of 5 million dinars."],
        ..NONE
    },
    CurrencyRow { code: "OMR", words: &["omani rials"], reads: &["Sales of OMR 5 million."], ..NONE },
    CurrencyRow { code: "BHD", words: &["bahraini dinars"], reads: &["Sales of BHD 5 million."], ..NONE },
    CurrencyRow {
        code: "ILS",
        signs: &['₪'],
        letters: &["NIS"],
        words: &["shekels", "shekel", "israeli shekels"],
        reads: &["Sales of NIS 5 million.", "Sales of 5 million shekels."],
        ..NONE
    },
    CurrencyRow { code: "EGP", words: &["egyptian pounds"], reads: &["Sales of 5 million Egyptian pounds."], ..NONE },
    CurrencyRow {
        code: "NGN",
        signs: &['₦'],
        words: &["naira", "nigerian naira"],
        reads: &["Sales of ₦5 billion.", "Sales of 5 billion naira."],
        ..NONE
    },
    CurrencyRow {
        code: "KES",
        letters: &["Ksh", "KSh", "Kshs"],
        words: &["kenyan shillings", "shillings", "kenya shillings"],
        reads: &["Sales of Ksh 5 billion.", "Sales of 5 billion shillings."],
        ..NONE
    },
    CurrencyRow { code: "GHS", words: &["cedis", "cedi"], reads: &["Sales of 5 million cedis."], ..NONE },
    CurrencyRow { code: "MAD", words: &["moroccan dirhams"], reads: &["Sales of 5 million Moroccan dirhams."], ..NONE },
    CurrencyRow { code: "PKR", words: &["pakistani rupees"], reads: &["Sales of PKR 5 million."], ..NONE },
    CurrencyRow {
        code: "LKR",
        words: &["sri lankan rupees"],
        reads: &["Sales of 5 million Sri Lankan rupees."],
        ..NONE
    },
    CurrencyRow {
        code: "BDT",
        signs: &['৳'],
        letters: &["Tk"],
        words: &["taka"],
        reads: &["Sales of Tk 5 crore."],
        ..NONE
    },
    CurrencyRow {
        code: "ARS",
        dollars: &["AR", "ARS"],
        words: &["argentine pesos", "argentinian pesos"],
        reads: &["Sales of 5 billion Argentine pesos."],
        ..NONE
    },
    CurrencyRow {
        code: "CLP",
        dollars: &["CLP", "Ch"],
        words: &["chilean pesos"],
        reads: &["Sales of 5 billion Chilean pesos."],
        ..NONE
    },
    CurrencyRow {
        code: "COP",
        dollars: &["COP", "Col"],
        words: &["colombian pesos"],
        reads: &["Sales of 5 billion Colombian pesos."],
        ..NONE
    },
    CurrencyRow { code: "PEN", words: &["soles", "peruvian soles"], reads: &["Sales of 5 million soles."], ..NONE },
    CurrencyRow { code: "ISK", words: &["icelandic kronur"], reads: &["Sales of ISK 5 million."], ..NONE },
    CurrencyRow {
        code: "DEM",
        letters: &["DM"],
        words: &["marks", "german marks"],
        reads: &["Sales of 5 mln marks."],
        ..NONE
    },
    CurrencyRow { code: "FRF", words: &["french francs"], reads: &["Sales of 5 mln French francs."], ..NONE },
    CurrencyRow { code: "BEF", words: &["belgian francs"], reads: &["Sales of 5 mln Belgian francs."], ..NONE },
    CurrencyRow { code: "ITL", words: &["lire", "italian lire"], reads: &["Sales of 5 billion lire."], ..NONE },
    CurrencyRow { code: "ATS", words: &["schillings"], reads: &["Sales of 5 mln schillings."], ..NONE },
    CurrencyRow { code: "NLG", words: &["guilders", "dutch guilders"], reads: &["Sales of 5 mln guilders."], ..NONE },
    CurrencyRow { code: "ESP", words: &["pesetas"], reads: &["Sales of 5 billion pesetas."], ..NONE },
    CurrencyRow { code: "FIM", words: &["markka", "finnish markka"], reads: &["Sales of 5 mln markka."], ..NONE },
];

/// Things weighed in pounds: "71 million pounds of copper" is no money.
pub(crate) static WEIGHED: &[&str] = &[
    "copper", "beef", "pork", "chicken", "uranium", "lithium", "zinc", "nickel", "cobalt", "coffee", "cheese", "food",
    "meat", "molybdenum", "lead", "titanium", "payload", "product", "plastic", "aluminum", "aluminium", "thrust",
];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let names = |row: &'static CurrencyRow| {
        let lists = [row.dollars, row.letters, row.words, row.minor];
        lists.into_iter().flatten().copied().chain([row.code])
    };
    ROWS.iter().flat_map(names).chain(SCALED_CODES.iter().map(|row| row.0)).chain(WEIGHED.iter().copied())
}
