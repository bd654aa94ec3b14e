//! Where companies stand in a sentence: by name, or by what they are.

use std::ops::Range;

use crate::model::Span;
use crate::parser::company::hints::{Hints, is, is_letters, is_possessive};
use crate::parser::company::ticker;
use crate::parser::company::{Alias, Companies, CompanyMention, Named};
use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::companies::Hint;
use crate::parser::vocabulary::lexicon::Lexicon;

/// Words between "the" and what the company is: "the world's largest contract chip maker".
const DESCRIPTION: usize = 9;

/// The first bytes of all names, as a set, so that most words are passed over at a glance.
pub(super) fn first_bytes(all: &[Named]) -> u64 {
    let firsts = all.iter().flat_map(|named| &named.aliases).filter_map(|alias| alias.words.first()?.bytes().next());
    firsts.fold(0, |set, byte| set | bit(byte.to_ascii_lowercase()) | bit(byte.to_ascii_uppercase()))
}

fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

/// Appends the mentions in one sentence.
pub(super) fn read(companies: &Companies, text: &str, words: &[Word], out: &mut Vec<CompanyMention>) {
    let (hints, the) = (Hints::get(), Lexicon::get().id(b"the"));
    let begins_none = |word: &Word| {
        let first = text.as_bytes().get(word.span.start).copied().unwrap_or_default();
        word.id != the && companies.first_bytes & bit(first) == 0
    };
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if begins_none(word) {
            at += 1;
            continue;
        }
        let found = named(companies, text, words, at, hints)
            .or_else(|| companies.main.and_then(|main| described(text, words, at, hints).map(|end| (end, main, true))));
        match found {
            Some((end, company, anaphor)) => {
                let last = words.get(end.saturating_sub(1)).unwrap_or(word);
                let span = Span::new(word.span.start, last.span.end);
                let owner = is_owner(text, words, at..end, hints);
                out.push(CompanyMention { words: at..end, span, company, owner, anaphor });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The company named at `at`: end of the name, company.
fn named(companies: &Companies, text: &str, words: &[Word], at: usize, hints: Hints) -> Option<(usize, usize, bool)> {
    let word = words.get(at).filter(|word| word.kind != WordKind::Symbol('.'))?;
    let first = *text.as_bytes().get(word.span.start)?;
    if companies.first_bytes & bit(first) == 0 || at.checked_sub(1).is_some_and(|before| glued_on(words, before, at)) {
        return None;
    }
    let fits = |alias: &Alias| matches(alias, text, words, at) && (!alias.weak || stands_alone(words, at + 1, hints));
    let candidates = companies.all.iter().enumerate();
    let longest = candidates
        .flat_map(|(company, named)| named.aliases.iter().map(move |alias| (company, alias)))
        .filter(|(_, alias)| fits(alias))
        .max_by_key(|(_, alias)| alias.words.len())?;
    let end = at + longest.1.words.len();
    Some((full_name(text, words, end, hints), longest.0, false))
}

/// A name is not the tail of a compound: "non-Acme" is none, and ".Acme" is a domain.
fn glued_on(words: &[Word], before: usize, at: usize) -> bool {
    words.get(at).is_some_and(|word| word.glued)
        && words.get(before).is_some_and(|word| word.is('.') || word.is('@') || word.is('$'))
}

fn matches(alias: &Alias, text: &str, words: &[Word], at: usize) -> bool {
    alias.words.iter().enumerate().all(|(step, expected)| {
        words.get(at + step).is_some_and(|word| {
            let found = word.span.of(text);
            let all_capitals = || found.len() > 3 && found.bytes().all(|b| !b.is_ascii_lowercase());
            found == &**expected || (found.eq_ignore_ascii_case(expected) && all_capitals())
        })
    })
}

/// "American said", "American's": what is no name elsewhere is one here.
fn stands_alone(words: &[Word], next: usize, hints: Hints) -> bool {
    is_possessive(words.get(next))
        || words.get(next).is_some_and(|word| !word.capital)
            && hints.any(words.get(next), Hint::SAYS.and(Hint::REPORTS))
}

/// Takes in a legal form behind the name.
fn full_name(text: &str, words: &[Word], end: usize, hints: Hints) -> usize {
    let skip = usize::from(is(words.get(end), ',') || is(words.get(end), '&'));
    let form = words.get(end + skip);
    let legal = hints.any(form, Hint::LEGAL)
        && form.is_some_and(|word| word.capital || matches!(word.span.of(text), "plc" | "p.l.c."));
    if !legal {
        return end;
    }
    let full = end + skip + 1;
    let dot = words.get(full).is_some_and(|word| word.is('.') && word.glued) && words.len() > full + 1;
    full_name(text, words, full + usize::from(dot), hints)
}

/// How many of the words make up the short name: all but the legal form.
pub(super) fn without_legal_form(text: &str, words: &[Word]) -> usize {
    let hints = Hints::get();
    (1..words.len()).find(|end| full_name(text, words, *end, hints) == words.len()).unwrap_or(words.len())
}

/// Whether the mention stands where the owner of figures does.
fn is_owner(text: &str, words: &[Word], mention: Range<usize>, hints: Hints) -> bool {
    let before = mention.start.checked_sub(1).and_then(|at| words.get(at));
    let mut after = mention.end;
    if is_possessive(words.get(after)) || before.is_some_and(|word| hints.of(word).any(Hint::AT)) {
        return true;
    }
    // "Walmart U.S. said".
    after += usize::from(words.get(after).is_some_and(|word| word.capital && hints.of(word).any(Hint::PLACE)));
    if let Some(ticker) = words.get(after.saturating_sub(1)).and_then(|last| ticker::read(text, last.span.end)) {
        after = words.partition_point(|word| word.span.start < ticker.end);
    }
    if is(words.get(after), ',') {
        let close = words.iter().skip(after + 1).take(16).position(|word| word.is(','));
        after += close.map_or(0, |close| close + 2);
    }
    after += (after..after + 5).take_while(|at| hints.any(words.get(*at), Hint::BETWEEN)).count();
    let next = words.get(after);
    let alone = next.is_none() || is(next, ':') || next.is_some_and(Word::is_dash);
    let verb = hints.any(next, Hint::SAYS.and(Hint::REPORTS).and(Hint::HEADLINE)) && is_letters(next);
    let metric = next.is_some_and(|word| !word.capital && hints.is_metric(word)) && !hints.any(next, Hint::PART);
    let opens = words.iter().take(mention.start).all(|word| !is_letters(Some(word)));
    verb || (alone && opens) || metric
}

/// "The company", "the Dutch semiconductor-equipment maker": end of the description that begins at `at`.
fn described(text: &str, words: &[Word], at: usize, hints: Hints) -> Option<usize> {
    let article = words.get(at)?;
    let length = article.span.end.saturating_sub(article.span.start);
    if length != 3 || !article.span.of(text).eq_ignore_ascii_case("the") || in_apposition(words, at) {
        return None;
    }
    let mut end = None;
    for (step, word) in words.iter().enumerate().skip(at + 1).take(DESCRIPTION) {
        let hint = hints.of(word);
        let inner = hints.any(words.get(step.saturating_sub(1)), Hint::INNER);
        if hint.any(Hint::SORT) && !word.capital && !inner {
            end = Some(step + 1);
        } else if end.is_some() || !describes(word, hint) {
            break;
        }
    }
    let end = end?;
    let next = words.get(end);
    let compound = is_letters(next) && hints.any(next, Hint::PART.and(Hint::COMMON).and(Hint::RIVAL));
    let hyphen = next.is_some_and(|word| word.is_dash() && word.glued);
    (!compound && !hyphen).then_some(end)
}

/// Whether the word can stand between "the" and what the company is.
fn describes(word: &Word, hint: Hint) -> bool {
    let word_like = word.kind != WordKind::Symbol(',')
        && (word.kind == WordKind::Letters || word.is_dash() || word.is('\'') || word.is('.'));
    let verb = !word.capital
        && hint.any(Hint::REPORTS.and(Hint::JOINER).and(Hint::SAYS))
        && !hint.any(Hint::COMMON.and(Hint::HEADLINE));
    let breaks = !word.capital && hint.any(Hint::NEVER) && !hint.any(Hint::PLACE.and(Hint::COMMON));
    word_like && !verb && !breaks
}

/// "Acme, the retailer": what the name before the comma is, and no new mention.
fn in_apposition(words: &[Word], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| words.get(at));
    is(before(1), ',') && before(2).is_some_and(|word| word.capital || word.is(')'))
}

#[cfg(test)]
mod tests {
    use crate::model::{Document, Span};
    use crate::parser::company::Companies;
    use crate::parser::lexer::word;
    use crate::parser::sentence;

    /// The mentions in the last sentence: "Acme" owns, "(Acme)" is an aside, "the retailer=Acme" an anaphor.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::new("text", text);
        let sentences = sentence::split(text);
        let companies = Companies::survey(&document, &sentences);
        let span = sentences.last().map(|sentence| sentence.span).unwrap_or_default();
        let (mut words, mut mentions) = (Vec::new(), Vec::new());
        word::read(text, Span::new(span.start, span.end), &mut words);
        companies.read(text, &words, &mut mentions);
        let show = |mention: &crate::parser::company::CompanyMention| {
            let found = mention.span.of(text);
            match (mention.anaphor, mention.owner) {
                (true, _) => format!("{found}={}", companies.name(mention.company)),
                (false, true) => found.to_owned(),
                (false, false) => format!("({found})"),
            }
        };
        assert_eq!(mentions.iter().map(show).collect::<Vec<_>>(), expected, "{:?}", companies.all());
    }

    #[test]
    fn the_main_company_by_name_and_by_what_it_is() {
        check(
            "Acme profit rises\n\nAcme Corp. (ACM.N) said on Monday that Acme's sales rose.",
            &["Acme Corp.", "Acme"],
        );
        check(
            "Acme profit rises\n\nAcme posted a loss. The Dutch chip-equipment maker said so.",
            &["The Dutch chip-equipment maker=Acme"],
        );
        check("Acme profit rises\n\nAcme said its supply chain held. Acme, the retailer, fell.", &["Acme"]);
        check("Acme profit rises\n\nAcme fell. The supply chain and the airline industry held.", &[]);
    }

    #[test]
    fn other_companies_own_figures_or_are_named_in_passing() {
        check("Acme profit rises\n\nAcme said so. Rival Emca reported a 5% rise.", &["Emca"]);
        check("Acme profit rises\n\nAcme said so. It holds a stake in chipmaker Emca.", &["(Emca)"]);
        check("Acme profit rises\n\nAcme reported 7%, whereas EMC came in at 4%.", &["Acme", "EMC"]);
        check("Acme profit rises\n\nAcme said its Emca unit posted a profit.", &["Acme"]);
        check("Acme profit rises\n\nAcme fell, said Emca analyst Jane Doe. Doe reported from Paris.", &[]);
    }

    #[test]
    fn a_ticker_runs_into_the_name() {
        let text = "Acme Global ACMG reported its Q2 earnings.\n\nAcme Global missed estimates. Acme\nGlobal said so.";
        let companies = Companies::survey(&Document::new("text", text), &sentence::split(text));
        let main = companies.main().expect("a company is named");
        assert_eq!((&**companies.name(main), companies.ticker(main)), ("Acme Global", Some("ACMG")));
    }

    #[test]
    fn odd_texts_have_no_mentions() {
        for text in ["", "(", "'s", "A", "The", "Inc.", "É. & (É", "the the the company-"] {
            let document = Document::new("text", text);
            let sentences = sentence::split(text);
            let companies = Companies::survey(&document, &sentences);
            let (mut words, mut mentions) = (Vec::new(), Vec::new());
            word::read(text, Span::new(0, text.len()), &mut words);
            companies.read(text, &words, &mut mentions);
            assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text}");
        }
    }
}
