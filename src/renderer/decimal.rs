//! Decimals written exactly: every digit, no exponent, no binary float in between, and no allocation.

use rust_decimal::Decimal;

/// Sign, 29 digits, the point and the zero before it fit well.
const ROOM: usize = 40;

/// A decimal as text: `48400000000`, `-0.65`. Trailing zeros are left out, and zero has no sign.
#[derive(Clone, Copy)]
pub(crate) struct Digits {
    bytes: [u8; ROOM],
    start: usize,
}

impl Digits {
    /// The digits of this decimal.
    pub(crate) fn of(value: Decimal) -> Self {
        let size = value.mantissa().unsigned_abs();
        let mut digits = match u64::try_from(size) {
            Ok(size) => Self::of_small(size, value.scale()),
            Err(_) => Self::of_large(size, value.scale()),
        };
        if value.is_sign_negative() && size != 0 {
            digits.put(b'-');
        }
        digits
    }

    /// The digits of a whole number.
    pub(crate) fn of_integer(value: u64) -> Self {
        Self::of_small(value, 0)
    }

    /// The last `scale` digits stand behind the point.
    fn of_small(mut rest: u64, mut scale: u32) -> Self {
        while scale > 0 && rest.is_multiple_of(10) {
            (rest, scale) = (rest / 10, scale - 1);
        }
        let mut digits = Self { bytes: [0; ROOM], start: ROOM };
        digits.put_rest(rest, 0, scale);
        digits
    }

    /// The same for more digits than a word of the machine holds.
    fn of_large(mut rest: u128, mut scale: u32) -> Self {
        while scale > 0 && rest.is_multiple_of(10) {
            (rest, scale) = (rest / 10, scale - 1);
        }
        let mut digits = Self { bytes: [0; ROOM], start: ROOM };
        let mut places = 0;
        while rest > u128::from(u64::MAX) {
            digits.put_digit((rest % 10) as u8, &mut places, scale);
            rest /= 10;
        }
        digits.put_rest(rest as u64, places, scale);
        digits
    }

    fn put_rest(&mut self, mut rest: u64, mut places: u32, scale: u32) {
        while rest > 0 || places <= scale {
            self.put_digit((rest % 10) as u8, &mut places, scale);
            rest /= 10;
        }
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("0")
    }

    /// The text as bytes, all of them ASCII.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// Digits come last first; the point stands before the last `scale` of them.
    fn put_digit(&mut self, digit: u8, places: &mut u32, scale: u32) {
        if *places == scale && scale > 0 {
            self.put(b'.');
        }
        self.put(b'0' + digit);
        *places += 1;
    }

    fn put(&mut self, byte: u8) {
        let Some(at) = self.start.checked_sub(1) else { return };
        if let Some(slot) = self.bytes.get_mut(at) {
            *slot = byte;
            self.start = at;
        }
    }
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
