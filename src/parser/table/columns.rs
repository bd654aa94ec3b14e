//! Heads to columns: which time, basis and standing each column of a table has. Heads over one to several lines are laid
//! together by their number and order, and where that does not tell, by where they stand.

use std::ops::Range;

use crate::model::{Basis, PeriodSpan};
use crate::parser::table::days;
use crate::parser::table::head::{self, Head, Token};
use crate::parser::table::item::{Gap, Item};
use crate::parser::table::leaves;
use crate::parser::table::over;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Amounts, rates, counts.
    Level,
    /// How these moved.
    Change,
    /// How large a part of another figure they are.
    Share,
    /// What no known head tells.
    Unknown,
}

/// Which time a column is of, as far as its heads tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// How many months it covers; none for a point in time.
    pub(super) months: Option<u8>,
    /// A named part of a year.
    pub(super) label: Option<PeriodSpan>,
    /// From the year's beginning.
    pub(super) to_date: bool,
    /// The year as printed: of the end, or of the label.
    pub(super) year: Option<u16>,
    /// Month and day of its end.
    pub(super) day: Option<(u8, u8)>,
}

impl Time {
    /// Whether it tells which part of which year it is, or a day.
    pub(super) fn is_told(&self) -> bool {
        self.day.is_some() || self.label.is_some() || self.to_date || (self.months.is_some() && self.year.is_some())
    }
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) content: Content,
    pub(super) time: Time,
    pub(super) basis: Option<Basis>,
    pub(super) guidance: bool,
    pub(super) prior: bool,
}

/// The columns under these heads; nothing where the heads do not fit together.
pub(super) fn lay(heads: &[Token], items: &[Item]) -> Option<Vec<Column>> {
    let heads = days::fused(heads, items);
    let kind = leaf_kind(&heads)?;
    let first = heads.iter().position(|token| kind.holds(token.head))?;
    let last = heads.iter().rposition(|token| kind.holds(token.head))?;
    let line = heads.get(last)?.line;
    let parted = kind == Kind::Part && is_parted(&heads, line);
    let is_leaf = |at: usize, token: &Token| {
        if parted {
            let named = matches!(token.head, Head::Label(..) | Head::Year(_) | Head::Change | Head::Share);
            return token.line == line && named;
        }
        let beside = matches!(token.head, Head::Change | Head::Share) && at > first && token.line == line;
        // The title of a table of guidance says "Outlook" too.
        kind.holds(token.head) && (kind != Kind::Plan || token.line == line) || beside
    };
    let known = heads.iter().enumerate().filter(|(at, token)| is_leaf(*at, token));
    let mut leaves: Vec<Leaf> =
        known.map(|(_, token)| Leaf { head: Some(token.head), items: token.items.clone(), line: token.line }).collect();
    leaves.extend(unknown(items, line, heads.get(first)?));
    let start = heads.get(first)?.items.start;
    if heads.iter().any(|token| token.head == Head::Change && token.items.start < start) {
        leaves.extend(leaves::marks(items, line, heads.get(first)?));
    }
    leaves.sort_by_key(|leaf| leaf.items.start);
    leaves::interleave(&mut leaves, items);
    let mut columns: Vec<Column> = leaves.iter().map(column).collect();
    let groups = |holds: fn(Head) -> bool| -> Vec<&Token> {
        let is_above = |token: &Token| if parted { token.line != line } else { !kind.holds(token.head) };
        let is_group = |token: &&Token| holds(token.head) && is_above(token);
        heads.iter().filter(is_group).collect()
    };
    spread(&mut columns, &leaves, &days(&heads, kind), items)?;
    let lengths = groups(|head| matches!(head, Head::Length(_) | Head::ToDate | Head::Label(..)));
    let years = groups(|head| matches!(head, Head::Year(_) | Head::Date(..)));
    if kind == Kind::Basis || (matches!(kind, Kind::Part | Kind::Plan) && years.len() == 1) {
        spread(&mut columns, &leaves, &years, items)?;
    }
    spread(&mut columns, &leaves, &times(lengths, kind), items)?;
    spread(&mut columns, &leaves, &groups(|head| matches!(head, Head::On(_))), items)?;
    let plans = groups(|head| matches!(head, Head::Guidance | Head::Prior));
    plan(&mut columns, &leaves, &plans, items)?;
    Some(columns)
}

/// Takes months over ranges as the times at which a year's guidance was given: the last is in force.
pub(super) fn as_plans(columns: &mut [Column]) {
    let said = |column: &Column| (column.time.year, column.time.day);
    let last = columns.iter().map(said).max();
    for column in columns {
        column.guidance = true;
        column.prior = Some(said(column)) != last;
        column.time = Time { label: Some(PeriodSpan::Year), year: last.and_then(|(year, _)| year), ..Time::default() };
    }
}

/// Which heads are the columns, and not over several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Date,
    Year,
    /// Lengths and named parts of one year: "Q1", "Q2", "Six months".
    Part,
    Month,
    Basis,
    Plan,
}

impl Kind {
    fn holds(self, head: Head) -> bool {
        match self {
            Self::Date => matches!(head, Head::Date(..)),
            Self::Year => matches!(head, Head::Year(_)),
            Self::Part => matches!(head, Head::Label(..) | Head::Length(_) | Head::ToDate),
            Self::Basis => matches!(head, Head::On(_)),
            Self::Month => matches!(head, Head::Month(..)),
            Self::Plan => matches!(head, Head::Guidance),
        }
    }
}

/// What stands right over one column.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// Nothing where it is no known head.
    pub(super) head: Option<Head>,
    /// Indices of its items.
    pub(super) items: Range<usize>,
    pub(super) line: usize,
}

/// The parts of a line beside the known heads that are none.
fn unknown(items: &[Item], line: usize, first: &Token) -> Vec<Leaf> {
    let start = first.items.start;
    // In a text that has run together the last part is the label of the first row.
    let is_label = items.last().is_some_and(|last| last.line == line);
    let label = items.iter().rposition(|item| is_label && item.gap != Gap::Narrow).unwrap_or(items.len());
    let rest = items.get(start..label).unwrap_or_default();
    let mut at = start;
    let mut leaves = Vec::new();
    for part in rest.chunk_by(|_, next| next.gap == Gap::Narrow) {
        let here = at..at + part.len();
        at = here.end;
        let apart = part.first().is_some_and(|item| item.line == line && item.gap == Gap::Wide && !item.crowded);
        if apart && !head::is_known(part) {
            leaves.push(Leaf { head: None, items: here, line });
        }
    }
    leaves
}

/// Whether lengths stand over parts that are named with their years, and over years: "Three Months Ended   Year to Date" over "Q3
/// 2005   Q2 2005   2005   2004".
fn is_parted(heads: &[Token], line: usize) -> bool {
    let named = |token: &Token| token.line == line && matches!(token.head, Head::Label(_, Some(_)));
    let long = |token: &Token| token.line != line && matches!(token.head, Head::Length(_) | Head::ToDate);
    heads.iter().any(named) && heads.iter().any(long)
}

fn leaf_kind(heads: &[Token]) -> Option<Kind> {
    let count = |kind: Kind| heads.iter().filter(|token| kind.holds(token.head)).count();
    let dated = heads.iter().filter(|token| matches!(token.head, Head::Label(_, Some(_)))).count();
    let (years, dates, parts) = (count(Kind::Year), count(Kind::Date), count(Kind::Part));
    if years + dates + dated == 1 && parts < 2 && count(Kind::Basis) > 1 {
        return Some(Kind::Basis);
    }
    if is_by_basis(heads) {
        return Some(Kind::Basis);
    }
    if is_revised(heads) {
        return Some(Kind::Plan);
    }
    if (dated > 0 && dated >= years && dated >= dates) || (years == 1 && parts > 1) {
        return Some(Kind::Part);
    }
    let kinds = [Kind::Date, Kind::Year, Kind::Month, Kind::Part, Kind::Plan];
    kinds.into_iter().find(|kind| count(*kind) > 0)
}

/// Whether each of several times stands over columns of more than one basis: "June 30, 2025   June 30, 2024" over "GAAP
/// Non-GAAP   GAAP   Non-GAAP".
fn is_by_basis(heads: &[Token]) -> bool {
    let Some(line) = heads.last().map(|token| token.line) else { return false };
    let (last, above): (Vec<&Token>, Vec<&Token>) = heads.iter().partition(|token| token.line == line);
    let dated = |token: &&&Token| matches!(token.head, Head::Date(..) | Head::Year(_) | Head::Label(_, Some(_)));
    let bases = last.iter().filter(|token| matches!(token.head, Head::On(_))).count();
    let times = above.iter().filter(dated).count();
    times > 1 && bases > times && bases.is_multiple_of(times) && !last.iter().any(|token| token.head.is_time())
}

/// Whether the last line of heads is of what was and is expected for one time, which stands above: "Prior Outlook   Current
/// Outlook".
fn is_revised(heads: &[Token]) -> bool {
    let Some(line) = heads.last().map(|token| token.line) else { return false };
    let here = || heads.iter().filter(|token| token.line == line).map(|token| token.head);
    let plans = here().filter(|head| *head == Head::Guidance).count();
    plans > 1 && here().any(|head| head == Head::Prior) && !here().any(Head::is_time)
}

fn column(leaf: &Leaf) -> Column {
    let content = match leaf.head {
        Some(Head::Change) => Content::Change,
        Some(Head::Share) => Content::Share,
        Some(_) => Content::Level,
        None => Content::Unknown,
    };
    let mut column = Column { content, time: Time::default(), basis: None, guidance: false, prior: false };
    leaf.head.into_iter().for_each(|head| column.hear(head));
    column
}

impl Column {
    /// What is expected of a year and no more is said of is of all of it: "2026 Outlook".
    pub(super) fn expect_year(&mut self) {
        let time = &mut self.time;
        if self.guidance && time.year.is_some() && !time.is_told() {
            time.label = Some(PeriodSpan::Year);
        }
    }

    /// Takes up what a head over it says.
    fn hear(&mut self, head: Head) {
        let time = &mut self.time;
        match head {
            Head::Length(months) => time.months = time.months.or(Some(months)),
            Head::Label(span, year) => {
                time.label = time.label.or(Some(span));
                time.year = time.year.or(year);
            }
            Head::ToDate => time.to_date = time.label.is_none(),
            Head::Year(year) => time.year = time.year.or(Some(year)),
            Head::Day(month, day) => time.day = time.day.or(Some((month, day))),
            Head::Date(year, month, day) => (time.year, time.day) = (Some(year), Some((month, day))),
            Head::Month(year, month) => (time.year, time.day) = (Some(year), Some((month, 28))),
            Head::On(basis) => self.basis = self.basis.or(Some(basis)),
            Head::Guidance => self.guidance = true,
            Head::Prior => (self.guidance, self.prior) = (true, true),
            Head::Change | Head::Share => {}
        }
    }
}

/// The days that stand over years.
fn days(heads: &[Token], kind: Kind) -> Vec<&Token> {
    let is_day = |token: &&Token| kind == Kind::Year && matches!(token.head, Head::Day(..));
    heads.iter().filter(is_day).collect()
}

/// The lengths and named parts that stand over dates or years. A named part beside lengths only repeats what the title says.
fn times(tokens: Vec<&Token>, kind: Kind) -> Vec<&Token> {
    let lengths = tokens.iter().filter(|token| matches!(token.head, Head::Length(_) | Head::ToDate)).count();
    let named = tokens.len() - lengths;
    let over_dates = matches!(kind, Kind::Date | Kind::Year);
    let over_all = matches!(kind, Kind::Basis | Kind::Plan);
    let keep = |token: &&Token| match token.head {
        Head::Label(_, year) => over_all || over_dates && year.is_none() && (lengths == 0 || lengths == named),
        _ => true,
    };
    tokens.into_iter().filter(keep).collect()
}

/// Hands each head of a group to the columns that it stands over.
fn spread(columns: &mut [Column], leaves: &[Leaf], groups: &[&Token], items: &[Item]) -> Option<()> {
    if groups.is_empty() {
        return Some(());
    }
    let owners = over::owners(columns, leaves, groups, items)?;
    for (column, owner) in columns.iter_mut().zip(owners) {
        if let Some(group) = owner.and_then(|owner| groups.get(owner)) {
            column.hear(group.head);
        }
    }
    Some(())
}

/// Marks the columns of what is expected: all of them under one head for all, else those that a head stands at. Those at
/// "Prior" are of what was expected before.
fn plan(columns: &mut [Column], leaves: &[Leaf], plans: &[&Token], items: &[Item]) -> Option<()> {
    let Some(first) = leaves.first() else { return Some(()) };
    let plain = || plans.iter().filter(|plan| plan.head == Head::Guidance);
    let over_all = plain().any(|plan| plan.items.start < first.items.start || plan.line < first.line);
    let at_each = plain().count() >= leaves.len().min(2) || plans.iter().any(|plan| plan.head == Head::Prior);
    for plan in plans {
        let follows = leaves.iter().position(|leaf| leaf.line == plan.line && leaf.items.start >= plan.items.start);
        let near = || over::nearest(leaves, &[plan], items).iter().position(Option::is_some);
        let owner = if plan.head == Head::Prior { follows.or_else(near)? } else { near()? };
        let column = columns.get_mut(owner)?;
        column.guidance = true;
        column.prior |= plan.head == Head::Prior;
    }
    if over_all || at_each {
        columns.iter_mut().filter(|_| !plans.is_empty()).for_each(|column| column.guidance = true);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Content, lay};
    use crate::parser::table::{head, scan};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let items = scan::all(text).items;
        let heads = head::last(&items).map_or(Vec::new(), |(heads, _)| heads);
        let columns = lay(&heads, &items).unwrap_or_default();
        let show = |column: &super::Column| {
            let time = column.time;
            let content = match column.content {
                Content::Level => "",
                Content::Change => "change ",
                Content::Share => "share ",
                Content::Unknown => "unknown ",
            };
            let length = time.months.map_or(String::new(), |months| format!("{months}M "));
            let label = time.label.map_or(String::new(), |label| format!("{label:?} "));
            let day = time.day.map_or(String::new(), |(month, day)| format!("{month}-{day} "));
            let basis = column.basis.map_or("", |basis| basis.name());
            let plan = match (column.guidance, column.prior) {
                (_, true) => "prior ",
                (true, false) => "plan ",
                (false, false) => "",
            };
            let year = time.year.map_or(String::new(), |year| year.to_string());
            let ytd = if time.to_date { "ytd " } else { "" };
            format!("{content}{plan}{length}{label}{ytd}{day}{year} {basis}").trim_end().to_owned()
        };
        assert_eq!(columns.iter().map(show).collect::<Vec<_>>().join(" | "), expected, "{text}");
    }

    #[test]
    fn heads_of_one_line() {
        check("Q4 23 Q4 22 Change\nNet", "Quarter(4) 2023 | Quarter(4) 2022 | change");
        check(
            "Three Months Ended December 31, Twelve Months Ended December 31, 2025 2024 % change 2025 2024 % change",
            "3M 12-31 2025 | 3M 12-31 2024 | change 3M 12-31 | 12M 12-31 2025 | 12M 12-31 2024 | change 12M 12-31",
        );
    }

    #[test]
    fn groups_of_unlike_size() {
        check(
            "Fiscal Quarter Ended Fiscal Year Ended October 29, July 30, October 30, October 29, October 30, 2023 2023 2022 2023 2022",
            "3M 10-29 2023 | 3M 7-30 2023 | 3M 10-30 2022 | 12M 10-29 2023 | 12M 10-30 2022",
        );
    }

    #[test]
    fn heads_over_several_lines() {
        check(
            "    13 Weeks Ended\n   April 29,    April 30,\n(Dollars in millions)   2023     2022",
            "3M 4-29 2023 | 3M 4-30 2022",
        );
        check("   Three Months Ended\n (In Millions)    Apr 1, 2023   Apr 2, 2022", "3M 4-1 2023 | 3M 4-2 2022");
        check(
            "  12 Weeks     12 Weeks     36 Weeks     36 Weeks\n               Adjusted*                 Adjusted*\nU.S.",
            "3M | 3M  adjusted | 9M | 9M  adjusted",
        );
        check("    ended   August 28,   May 7, 2023   2022\nCash", "5-7 2023 | 8-28 2022");
        check("    Q3'24   Q4'24\n              Forecast\nRevenue", "Quarter(3) 2024 | plan Quarter(4) 2024");
        let title =
            "results for its third quarter.\n\nFiscal 2025 Outlook\n\nFor fiscal 2025 the company now expects:\n\n";
        check(&format!("{title}        Prior Outlook    Current Outlook\nNet"), "prior Year 2025 | plan Year 2025");
        check(&format!("{title}        Prior    Current\nNet"), "prior Year 2025 | plan Year 2025");
        check(
            "                 Quarter ended                  Year ended\n  Jun 30, 2025   Mar 31, 2025   Jun 30, 2024   Mar 31, 2025\nNet",
            "3M 6-30 2025 | 3M 3-31 2025 | 3M 6-30 2024 | 12M 3-31 2025",
        );
        check(
            "     Three Months Ended June 30, 2025    Three Months Ended June 30, 2024\n   GAAP   Charges   Adjusted   GAAP   Charges   Adjusted\nNet",
            "3M 6-30 2025 gaap | unknown 3M 6-30 2025 | 3M 6-30 2025 adjusted | 3M 6-30 2024 gaap | unknown 3M 6-30 2024 | 3M \
             6-30 2024 adjusted",
        );
        let crowded = "Quarter ended Year ended Jun 30, 2025 Mar 31, 2025 Jun 30, 2024 Mar 31, 2025 Net revenue and so on, all in \
                       one line, as it comes out of a page whose lines were thrown together";
        check(crowded, "");
        check("    Prior FY23 Outlook     Updated FY23 Outlook", "prior Year 2023 | plan Year 2023");
    }
}
