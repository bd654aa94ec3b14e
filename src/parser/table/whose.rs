//! Words of a label that say whose figure it is, of which stock, and of what it is a part.

/// Takes out classes of stock: "Class A and Class C common stock" is common stock.
pub(super) fn without_classes(words: &mut Vec<String>) {
    let is = |at: usize, what: &str, words: &[String]| words.get(at).is_some_and(|word| word == what);
    while let Some(at) = words.windows(2).position(|pair| pair[0] == "class" && pair[1].len() == 1) {
        let and = is(at + 2, "and", words) && is(at + 3, "class", words);
        words.drain(at..at + 2 + usize::from(and));
    }
}

/// Where a label says that the figure is what the company's own holders have: "attributable to Acme", "to common shareholders".
pub(super) fn of_holders(words: &[String]) -> Option<usize> {
    let next = |at: usize| words.get(at + 1).map_or("", String::as_str);
    let says = |at: &usize| match &*words[*at] {
        "attributable" | "available" | "applicable" => *at > 0 || next(*at) == "to",
        "to" | "for" => *at > 0 && next(*at) == "common",
        _ => false,
    };
    let at = (0..words.len()).find(says)?;
    let is_other = |word: &String| matches!(&**word, "discontinued" | "participating" | "preferred" | "redeemable");
    (!words[at..].iter().any(is_other)).then_some(at)
}

/// Where a label says that the figure is a part of another: "as a percentage of".
pub(super) fn as_part(words: &[String]) -> Option<usize> {
    let is_part = |pair: &[String]| matches!(&*pair[0], "%" | "percentage" | "percent") && pair[1] == "of";
    let of = words.windows(2).position(is_part)?;
    Some(words[..of].iter().rposition(|word| word == "as").unwrap_or(of))
}

/// Where a label ends in saying that what was given up is left out: "from continuing operations".
pub(super) fn of_what_goes_on(words: &[String]) -> Option<usize> {
    let ends = [&["from", "continuing", "operations"][..], &["continuing", "operations"]];
    let start = |end: &&[&str]| words.len().checked_sub(end.len()).filter(|from| *from > 0 && words[*from..] == **end);
    ends.iter().find_map(start)
}
