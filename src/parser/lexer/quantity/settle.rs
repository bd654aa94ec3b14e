//! Names that several countries give their money, settled by what the article itself says: after "6.46 billion Danish
//! crowns", "1.98 billion crowns" are Danish as well.

use std::collections::BTreeMap;

use crate::model::{Currency, Quantity, Unit};
use crate::parser::lexer::quantity::QuantityMention;
use crate::parser::lexer::quantity::tables::TABLES;
use crate::parser::lexer::word::{self, Word};
use crate::parser::vocabulary::lexicon::WordId;

/// Bare "dollars" and "cents" are American unless another country's stand within so many bytes, or before them: a
/// dividend that is converted at the end of a text says nothing of the figures at its head.
const AHEAD: usize = 300;

/// Gives each bare "crowns", "cents", "pesos", "dollars" of an article the currency that the article last named in full
/// before it, or else the first that it names after it. `mentions` are all of the article's, in order; a bare "$", and
/// a bare name that nothing settles, are of the `home` country where the article has one.
pub fn settle(text: &str, mentions: &mut [&mut QuantityMention], home: Option<Currency>) {
    let names: Vec<Option<Named>> = mentions.iter().map(|mention| named(text, mention)).collect();
    let full =
        names.iter().zip(mentions.iter()).filter_map(|(name, mention)| Some((name.filter(|n| n.full)?, mention)));
    let known = full.rev().map(|(name, mention)| (name.word, (name.currency, mention.span.start)));
    let mut latest: BTreeMap<WordId, (Currency, usize)> = known.collect();
    for (mention, name) in mentions.iter_mut().zip(&names) {
        match name {
            Some(name) if name.full => {
                latest.insert(name.word, (name.currency, mention.span.start));
            }
            Some(name) => {
                let near = |at: usize| name.currency != Currency::USD || at < mention.span.end + AHEAD;
                if let Some((currency, _)) = latest.get(&name.word).filter(|(_, at)| near(*at)) {
                    mention.quantity = with_currency(mention, *currency);
                } else if let Some(home) = home.filter(|_| name.currency == Currency::USD) {
                    mention.quantity = with_currency(mention, home);
                }
            }
            None => {
                if let Some(home) = home.filter(|_| is_bare_dollar(text, mention)) {
                    mention.quantity = with_currency(mention, home);
                }
            }
        }
    }
}

/// Whether the amount has "$" and no letters that say whose: "$5 million", and not "US$5" or "$5 million US".
fn is_bare_dollar(text: &str, mention: &QuantityMention) -> bool {
    let quote = mention.span.of(text);
    mention.quantity.unit().currency() == Some(Currency::USD) && quote.starts_with('$') && !quote.contains("US")
}

/// The name of a currency at the end of a quote.
#[derive(Clone, Copy)]
struct Named {
    word: WordId,
    currency: Currency,
    /// Whether the name says whose money it is: "Danish crowns".
    full: bool,
}

fn named(text: &str, mention: &QuantityMention) -> Option<Named> {
    let currency = mention.quantity.unit().currency()?;
    let quote = mention.span.of(text);
    if !quote.ends_with(|last: char| last.is_alphabetic())
        || quote.starts_with(|first: char| !first.is_ascii_alphanumeric())
    {
        return None;
    }
    let mut words: Vec<Word> = Vec::new();
    word::read(text, mention.span, &mut words);
    let last = words.last()?;
    let name = |start: &usize| TABLES.names.after(&words, *start).is_some_and(|(end, _)| end == words.len());
    let start = (0..words.len()).find(name)?;
    Some(Named { word: last.id, currency, full: start + 1 < words.len() })
}

fn with_currency(mention: &QuantityMention, currency: Currency) -> Quantity {
    let unit = match mention.quantity.unit() {
        Unit::Money(_) => Unit::Money(currency),
        Unit::PerShare(_) => Unit::PerShare(currency),
        unit @ (Unit::Percent | Unit::Points | Unit::BasisPoints | Unit::Count) => unit,
    };
    mention.quantity.clone().with_unit(unit)
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::model::{Currency, Span};
    use crate::parser::lexer::{quantity, word};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        check_at_home(text, None, expected);
    }

    #[track_caller]
    fn check_at_home(text: &str, home: Option<&str>, expected: &str) {
        let (mut words, mut mentions) = (Vec::new(), Vec::new());
        word::read(text, Span::new(0, text.len()), &mut words);
        quantity::read(text, &words, &mut mentions);
        settle(text, &mut mentions.iter_mut().collect::<Vec<_>>(), home.and_then(Currency::new));
        let units: Vec<String> = mentions.iter().map(|mention| mention.quantity.unit().to_string()).collect();
        assert_eq!(units.join(" "), expected, "{text}");
    }

    #[test]
    fn a_bare_name_takes_the_country_that_was_named() {
        check("Sales of 6.46 billion Danish crowns beat 6.3 billion crowns.", "DKK DKK");
        check("A dividend of 40.6 Australian cents, of which 14.4 cents are special.", "AUD AUD");
        check("It made 5 million pesos, or 6 million Philippine pesos.", "PHP PHP");
        check("Sales of A$5 million ($3 million) and 5 cents.", "AUD USD USD");
        check("Sales of 5 billion crowns.", "SEK");
        let far = "The plants did well. ".repeat(20);
        check(&format!("It made 67 cents a share. {far}The dividend is 18.77 Australian cents."), "USD/share AUD");
    }
    #[test]
    fn a_bare_dollar_is_that_of_the_home_country() {
        check_at_home("It made $5 million, or 7 cents a share.", Some("CAD"), "CAD CAD/share");
        check_at_home("It made $5 million and US$3 million, and owes $US2 million.", Some("AUD"), "AUD USD USD");
        check_at_home("It made 5 million dollars, $1.20 per share, and €3 million.", Some("CAD"), "CAD CAD/share EUR");
        check_at_home("It made 5 million pounds, up 3%.", Some("CAD"), "GBP percent");
    }
}
