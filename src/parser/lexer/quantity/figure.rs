//! Digits to exact numbers. What is too large for the arithmetic is a number without a value; what is finer than it can
//! tell is rounded.

use rust_decimal::Decimal;

/// A number as printed: `mantissa` times ten to the `exponent`, the last printed digit being the mantissa's last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    mantissa: i128,
    exponent: i32,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "34".
    Integer,
    /// "2024".
    Year,
    /// "495,570".
    Grouped,
    /// "8.02".
    Decimal,
    /// "007": a part of a code.
    Code,
    /// "twenty-two".
    Spelled,
}

impl Figure {
    /// More than can be reckoned with.
    const BEYOND: Self = Self { mantissa: 1, exponent: 1_000 };

    /// `mantissa` times ten to the `exponent`.
    pub(super) const fn new(mantissa: i128, exponent: i32) -> Self {
        Self { mantissa, exponent }
    }

    /// The same digits, `by` places larger.
    pub(super) fn scaled(self, by: i32) -> Self {
        Self { exponent: self.exponent.saturating_add(by), ..self }
    }

    /// Its value; `None` where a decimal cannot hold it.
    pub(super) fn value(self) -> Option<Decimal> {
        to_decimal(self.mantissa, self.exponent)
    }

    /// Half of the last printed digit's place.
    pub(super) fn half_step(self) -> Option<Decimal> {
        to_decimal(5, self.exponent.checked_sub(1)?)
    }

    /// The sum, printed as finely as the finer of the two.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let aligned = |figure: Self| figure.mantissa.checked_mul(power(figure.exponent.checked_sub(exponent)?)?);
        Some(Self { mantissa: aligned(self)?.checked_add(aligned(other)?)?, exponent })
    }

    /// The digits of a fraction that are printed without their zero: 27 in "$.27" is 0.27.
    pub(super) fn as_fraction(self, digits: usize) -> Option<Self> {
        Some(Self { exponent: -i32::try_from(digits).ok()?, ..self })
    }
}

fn power(exponent: i32) -> Option<i128> {
    POWERS.get(usize::try_from(exponent).ok()?).copied()
}

/// The powers of ten, as far as they go.
static POWERS: [i128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

fn to_decimal(mantissa: i128, exponent: i32) -> Option<Decimal> {
    let (mantissa, places) = match power(exponent) {
        Some(1) => (mantissa, 0),
        Some(power) => (mantissa.checked_mul(power)?, 0),
        None => (mantissa, u32::try_from(exponent.checked_neg()?).ok()?),
    };
    Decimal::try_from_i128_with_scale(mantissa, places).ok().map(|value| value.normalize())
}

/// So many digits always fit in a word of the machine, which is the quick way.
const FEW_DIGITS: usize = 18;

/// The number that these digits and separators write.
pub(super) fn digits(text: &str) -> Option<(Figure, Shape)> {
    let (whole, fraction, shape) = parts(text)?;
    let figure = figure(whole, fraction).unwrap_or(Figure::BEYOND);
    let shape = match shape {
        Shape::Integer if whole.len() > 1 && whole.starts_with('0') => Shape::Code,
        Shape::Integer if whole.len() == 4 && (1900..=2100).contains(&figure.mantissa) => Shape::Year,
        shape => shape,
    };
    Some((figure, shape))
}

/// As many digits as a decimal surely holds.
const MOST_DIGITS: usize = 28;
/// No figure is printed with as many digits behind its point as this; the rest is rounded away.
pub(super) const FINEST: usize = 18;

/// The digits of a number in one; `None` where there are too many before the point.
fn figure(whole: &str, fraction: &str) -> Option<Figure> {
    let places = fraction.len().min(FINEST).min(MOST_DIGITS.saturating_sub(whole.len()));
    let (kept, rest) = fraction.split_at_checked(places)?;
    let digits = whole.bytes().chain(kept.bytes()).filter(u8::is_ascii_digit).map(|byte| byte - b'0');
    let mantissa = if whole.len() + kept.len() <= FEW_DIGITS {
        i128::from(digits.fold(0_u64, |number, digit| number * 10 + u64::from(digit)))
    } else {
        let mut digits = digits.map(i128::from);
        digits.try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit))?
    };
    let up = rest.starts_with(['5', '6', '7', '8', '9']);
    Some(Figure::new(mantissa.checked_add(i128::from(up))?, -i32::try_from(places).ok()?))
}

/// The digits before and behind the decimal point or comma.
fn parts(text: &str) -> Option<(&str, &str, Shape)> {
    let separates = |byte: &u8| matches!(byte, b',' | b'.');
    let Some(first) = text.bytes().position(|byte| separates(&byte)) else { return Some((text, "", Shape::Integer)) };
    let last = text.as_bytes().iter().rposition(separates)?;
    let (whole, fraction) = (text.get(..last)?, text.get(last + 1..)?);
    let (opening, closing) = (text.get(first..=first)?, text.get(last..=last)?);
    let alone = first == last;
    if alone && (closing == "." || fraction.len() < 3 || whole == "0") {
        return Some((whole, fraction, Shape::Decimal));
    }
    if opening == closing {
        return is_grouped(text, opening).then_some((text, "", Shape::Grouped));
    }
    is_grouped(whole, opening).then_some((whole, fraction, Shape::Decimal))
}

/// "1,234,567", and the Indian "12,34,567".
fn is_grouped(text: &str, separator: &str) -> bool {
    let mut groups = text.split(separator).map(str::len).enumerate().peekable();
    let mut middle = 0;
    while let Some((place, length)) = groups.next() {
        let fits = match (place, groups.peek().is_some()) {
            (0, _) => (1..=3).contains(&length),
            (_, false) => length == 3,
            (1, true) => {
                middle = length;
                length == 3 || length == 2
            }
            (_, true) => length == middle,
        };
        if !fits {
            return false;
        }
    }
    !text.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::{Figure, digits};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = digits(text)
            .and_then(|(figure, shape)| Some(format!("{} ±{} {shape:?}", figure.value()?, figure.half_step()?)));
        assert_eq!(found.as_deref().unwrap_or("-"), expected, "{text}");
    }

    #[test]
    fn digits_and_separators() {
        check("48.4", "48.4 ±0.05 Decimal");
        check("500", "500 ±0.5 Integer");
        check("1,234,567", "1234567 ±0.5 Grouped");
        check("12,34,567.5", "1234567.5 ±0.05 Decimal");
        check("1.234.567,8", "1234567.8 ±0.05 Decimal");
        check("12,5", "12.5 ±0.05 Decimal");
        check("2024", "2024 ±0.5 Year");
        check("0199", "199 ±0.5 Code");
        check("30.09.2024", "-");
        check("1,2,3", "-");
        check("0.10", "0.1 ±0.005 Decimal");
    }

    #[test]
    fn what_no_decimal_holds_has_no_value_and_what_is_too_fine_is_rounded() {
        for text in ["9".repeat(400), "9".repeat(32), format!("{}.5", "1".repeat(39))] {
            assert_eq!(digits(&text).and_then(|(figure, _)| figure.value()), None, "{text}");
        }
        check(&format!("0.{}", "1".repeat(5000)), "0.111111111111111111 ±0.0000000000000000005 Decimal");
        check(&format!("1.{}", "9".repeat(20)), "2 ±0.0000000000000000005 Decimal");
        check(&format!("{}.25", "9".repeat(28)), "9999999999999999999999999999 ±0.5 Decimal");
        assert_eq!(Figure::new(10, 30).scaled(12).value(), None);
        assert_eq!(Figure::new(1, 0).scaled(i32::MAX).value(), None);
        assert_eq!(Figure::new(1, i32::MIN).value(), None);
        assert_eq!(Figure::new(1, i32::MIN).half_step(), None);
    }
}
