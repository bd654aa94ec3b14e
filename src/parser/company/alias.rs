//! Whether two names are of one company: "Delta" and "Delta Air Lines", "GYG" and "Guzman y Gomez".

/// Whether the two names, as the text spells them, can be of one company.
pub(super) fn related(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if !same_first_letter(short, long) {
        return drops_initials(short, long);
    }
    begins(short, long) || abbreviates(short, long) || shortens(short, long) || drops_initials(short, long)
}

/// The words of a name: parted at blanks, hyphens and ampersands, as far as spelling is free there.
fn words(name: &str) -> impl Iterator<Item = &str> + Clone {
    name.split([' ', '&', '.', '\n']).filter(|word| !word.is_empty()).map(without_possessive)
}

fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// Whether two words are the same but for case and hyphens: "Wal-Mart", "Walmart".
fn same(one: &str, other: &str) -> bool {
    let letters =
        |word: &'_ str| word.bytes().filter(|b| *b != b'-').map(|b| b.to_ascii_lowercase()).collect::<Vec<_>>();
    one.eq_ignore_ascii_case(other) || (one.contains('-') != other.contains('-') && letters(one) == letters(other))
}

fn same_first_letter(one: &str, other: &str) -> bool {
    match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => false,
    }
}

/// "Delta" of "Delta Air Lines", "McDonald" of "McDonald's".
fn begins(short: &str, long: &str) -> bool {
    let mut longer = words(long);
    words(short).all(|word| longer.next().is_some_and(|next| same(word, next)))
}

/// "TSMC" of "Taiwan Semiconductor Manufacturing Co", "P&G" of "Procter & Gamble", "RIM" of "Research In Motion".
pub(super) fn abbreviates(short: &str, long: &str) -> bool {
    let letters = || short.bytes().filter(u8::is_ascii_alphabetic);
    let capitals = short.bytes().all(|b| b.is_ascii_uppercase() || b == b'&');
    if !capitals || !(2..=6).contains(&letters().count()) {
        return false;
    }
    // "GYG" counts the "y" of "Guzman y Gomez", "RBC" leaves out the "of" of "Royal Bank of Canada".
    fits(short, words(long)) || fits(short, words(long).filter(|word| !word.starts_with(|c: char| c.is_lowercase())))
}

/// Whether the letters are the initials of the words; one word may be left over: a legal form, or "Group".
fn fits<'n>(letters: &str, words: impl Iterator<Item = &'n str> + Clone) -> bool {
    let mut initials = words.clone().filter_map(|word| word.bytes().next()).map(|b| b.to_ascii_uppercase());
    let mut letters = letters.bytes().filter(u8::is_ascii_alphabetic);
    letters.all(|letter| initials.next() == Some(letter)) && words.count() >= 2 && initials.count() <= 1
}

/// "HCL Tech" of "HCL Technologies", "Citi" of "Citigroup".
fn shortens(short: &str, long: &str) -> bool {
    let same_length = words(short).count() == words(long).count();
    same_length && words(short).zip(words(long)).all(|(a, b)| same(a, b) || (a.len() >= 4 && cuts(a, b)))
}

/// "Citi" of "Citigroup", and not "Acme" of its unit "AcmeSecurities".
fn cuts(short: &str, long: &str) -> bool {
    let Some((begin, rest)) = long.split_at_checked(short.len()) else { return false };
    let joins = short.ends_with(|c: char| c.is_lowercase()) && rest.starts_with(|c: char| c.is_uppercase());
    short.eq_ignore_ascii_case(begin) && !joins
}

/// "Penney" of "J.C. Penney".
fn drops_initials(short: &str, long: &str) -> bool {
    if !matches!(long.as_bytes().get(1), Some(b'.' | b' ')) {
        return false;
    }
    let mut longer = words(long).skip_while(|word| word.len() == 1).peekable();
    longer.peek().is_some_and(|first| first.len() > 2)
        && words(long).next().is_some_and(|first| first.len() == 1)
        && words(short).all(|word| longer.next().is_some_and(|next| same(word, next)))
}

#[cfg(test)]
mod tests {
    use super::related;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(related(one, other), expected, "{one} / {other}");
        assert_eq!(related(other, one), expected, "{other} / {one}");
    }

    #[test]
    fn short_names_belong_to_long_ones() {
        check("Delta", "Delta Air Lines", true);
        check("GYG", "Guzman y Gomez", true);
        check("TSMC", "Taiwan Semiconductor Manufacturing Co", true);
        check("P&G", "Procter & Gamble", true);
        check("RIM", "Research In Motion", true);
        check("HCL Tech", "HCL Technologies", true);
        check("Citi", "Citigroup", true);
        check("Penney", "J.C. Penney", true);
        check("Walmart", "Wal-Mart Stores", true);
        check("RBC", "Royal Bank of Canada", true);
        check("McDonald", "McDonald's", true);
    }

    #[test]
    fn others_do_not() {
        check("Delta", "Deltona", false);
        check("Dollar General", "Dollar Tree", false);
        check("Acme", "AcmeSecurities", false);
        check("American Tower", "American Airlines", false);
        check("BP", "Bharat", false);
        check("AI", "Applied Industrial Technologies Group Holdings", false);
        check("", "Acme", false);
    }
}
