//! Decimals written exactly: every digit, no exponent, no binary float in between, and no allocation.

use rust_decimal::Decimal;

/// Sign, 29 digits, the point and the zero before it fit well.
const ROOM: usize = 2 * PAIRS;
/// How many pairs of digits that are.
const PAIRS: usize = 20;

/// A decimal as text: `48400000000`, `-0.65`. Trailing zeros are left out, and zero has no sign.
#[derive(Clone, Copy)]
pub(crate) struct Digits {
    bytes: [u8; ROOM],
    start: u8,
    end: u8,
}

impl Digits {
    /// The digits of this decimal.
    pub(crate) fn of(value: Decimal) -> Self {
        let size = value.mantissa().unsigned_abs();
        let mut digits = match u64::try_from(size) {
            Ok(size) => Self::of_integer(size),
            Err(_) => Self::of_large(size),
        };
        if value.scale() > 0 {
            digits.set_point(value.scale() as usize);
        }
        if value.is_sign_negative() && size != 0 {
            digits.put_before(b'-');
        }
        digits
    }

    /// The digits of a whole number.
    pub(crate) fn of_integer(mut rest: u64) -> Self {
        let mut pairs = ZEROS;
        let mut slots = pairs.iter_mut().rev();
        while rest > 0
            && let Some(slot) = slots.next()
        {
            *slot = pair(rest % 100);
            rest /= 100;
        }
        let free = slots.len();
        Self::of_pairs(pairs, free)
    }

    /// The same for more digits than a word of the machine holds.
    fn of_large(mut rest: u128) -> Self {
        let mut pairs = ZEROS;
        let mut slots = pairs.iter_mut().rev();
        while rest > 0
            && let Some(slot) = slots.next()
        {
            *slot = pair((rest % 100) as u64);
            rest /= 100;
        }
        let free = slots.len();
        Self::of_pairs(pairs, free)
    }

    /// The digits that stand in all pairs but the first ones.
    fn of_pairs(pairs: [[u8; 2]; PAIRS], free: usize) -> Self {
        let mut bytes = [b'0'; ROOM];
        bytes.copy_from_slice(pairs.as_flattened());
        let start = (2 * free).min(ROOM - 1);
        let lead = usize::from(bytes.get(start) == Some(&b'0') && start < ROOM - 1);
        Self { bytes, start: (start + lead) as u8, end: ROOM as u8 }
    }

    /// Sets the point before the last `scale` digits, and leaves out the zeros that end them.
    fn set_point(&mut self, scale: usize) {
        let point = ROOM.saturating_sub(scale).max(2);
        let start = usize::from(self.start).min(point - 1);
        let fraction = self.bytes.get(point..).unwrap_or_default();
        let kept = fraction.iter().rposition(|digit| *digit != b'0').map(|last| point + last + 1);
        self.start = start as u8;
        self.end = kept.unwrap_or(point) as u8;
        if kept.is_some() {
            self.bytes.copy_within(start..point, start - 1);
            self.bytes.get_mut(point - 1).into_iter().for_each(|slot| *slot = b'.');
            self.start -= 1;
        }
    }

    fn put_before(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        self.bytes.get_mut(usize::from(self.start)).into_iter().for_each(|slot| *slot = byte);
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("0")
    }

    /// The text as bytes, all of them ASCII.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(usize::from(self.start)..usize::from(self.end)).unwrap_or_default()
    }
}

/// No digits yet.
const ZEROS: [[u8; 2]; PAIRS] = [*b"00"; PAIRS];

/// The two digits of a number below a hundred.
fn pair(number: u64) -> [u8; 2] {
    [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}

#[cfg(test)]
mod tests {
    use super::Digits;
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use rust_decimal::Decimal;

    proptest! {
        #[test]
        fn agrees_with_the_decimal_itself(mantissa in any::<i64>(), factor in 0_i128..1_000_000, scale in 0_u32..29) {
            if let Ok(value) = Decimal::try_from_i128_with_scale(i128::from(mantissa) * factor, scale) {
                let digits = Digits::of(value);
                prop_assert_eq!(digits.as_str(), value.normalize().to_string());
            }
        }
    }

    #[track_caller]
    fn check(value: Decimal, expected: &str) {
        assert_eq!(Digits::of(value).as_str(), expected);
    }

    #[test]
    fn writes_every_digit_and_nothing_else() {
        for text in ["0", "1", "-1", "10", "48400000000", "0.05", "-0.65", "21.5", "39794238683.13", "100.01"] {
            check(text.parse().unwrap(), text);
        }
        check("1.50".parse().unwrap(), "1.5");
        check("-0.00".parse().unwrap(), "0");
        check(Decimal::new(5_000, 3), "5");
        check(Decimal::MAX, "79228162514264337593543950335");
        check(Decimal::MIN, "-79228162514264337593543950335");
        check(Decimal::new(1, 28), "0.0000000000000000000000000001");
        check(-(Decimal::MAX / Decimal::from(10)), &(-(Decimal::MAX / Decimal::from(10))).normalize().to_string());
    }
}
