//! As much arithmetic of large natural numbers as two primes ask for.
//!
//! What these numbers are is a secret. They are zeroed when they are done with. How long a step takes is not hidden: each
//! number is worked on once, at a time that nobody else chooses; what is done again and again with a key is ring's.

use std::cmp::Ordering;

use zeroize::Zeroizing;

/// A natural number; its digits are of 64 bits, the lowest first, without zeros at the end.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Natural(Zeroizing<Vec<u64>>);

/// Both halves of a number of 128 bits, low and high.
#[expect(clippy::cast_possible_truncation, reason = "the halves are what is asked for")]
pub(super) fn halves(wide: u128) -> (u64, u64) {
    (wide as u64, (wide >> 64) as u64)
}

impl Natural {
    /// Without the zeros at the end.
    pub(super) fn of_digits(mut digits: Zeroizing<Vec<u64>>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }

    /// Bytes with the highest first.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        let mut digits = Zeroizing::new(Vec::with_capacity(bytes.len() / 8 + 1));
        for chunk in bytes.rchunks(8) {
            digits.push(chunk.iter().fold(0, |digit, byte| (digit << 8) | u64::from(*byte)));
        }
        Self::of_digits(digits)
    }

    /// Bytes with the highest first, without zeros before it.
    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.0.len() * 8));
        for digit in self.0.iter().rev() {
            for byte in digit.to_be_bytes() {
                if byte != 0 || !bytes.is_empty() {
                    bytes.push(byte);
                }
            }
        }
        bytes
    }

    pub(super) fn digits(&self) -> &[u64] {
        &self.0
    }

    pub(super) fn bits(&self) -> usize {
        let spare = self.0.last().map_or(0, |digit| digit.leading_zeros());
        self.0.len() * 64 - usize::try_from(spare).unwrap_or_default()
    }

    /// The bit of this weight.
    pub(super) fn bit(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|digit| (digit >> (index % 64)) & 1 == 1)
    }

    /// How many zeros there are below the lowest one.
    pub(super) fn trailing_zeros(&self) -> usize {
        (0..self.bits()).take_while(|index| !self.bit(*index)).count()
    }

    pub(super) fn shifted_right(&self, bits: usize) -> Self {
        let (whole, part) = (bits / 64, bits % 64);
        let digit = |index: usize| self.0.get(index).copied().unwrap_or_default();
        let length = self.0.len().saturating_sub(whole);
        let mut digits = Zeroizing::new(Vec::with_capacity(length));
        for index in whole..whole + length {
            let above = if part == 0 { 0 } else { digit(index + 1) << (64 - part) };
            digits.push((digit(index) >> part) | above);
        }
        Self::of_digits(digits)
    }

    /// This less another, which is not larger.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut digits = self.0.clone();
        subtract(&mut digits, other.digits());
        Self::of_digits(digits)
    }

    /// One less; of zero there is none.
    pub(super) fn minus_one(&self) -> Self {
        self.minus(&Self::from(1))
    }

    /// The product of two numbers.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut digits = Zeroizing::new(vec![0; self.0.len() + other.0.len()]);
        for (offset, left) in self.0.iter().enumerate() {
            let mut carry = 0;
            for (index, right) in other.0.iter().enumerate() {
                let place = &mut digits[offset + index];
                let sum = u128::from(*left) * u128::from(*right) + u128::from(*place) + u128::from(carry);
                (*place, carry) = halves(sum);
            }
            digits[offset + other.0.len()] = carry;
        }
        Self::of_digits(digits)
    }

    /// The rest of this divided by something else than zero.
    pub(super) fn rest(&self, divisor: u64) -> u64 {
        self.0.iter().rev().fold(0, |rest, digit| {
            let wide = (u128::from(rest) << 64) | u128::from(*digit);
            halves(wide % u128::from(divisor)).0
        })
    }

    /// What times `exponent` leaves the rest one when it is divided by this; this and the exponent have no factor in
    /// common, and the exponent is prime.
    ///
    /// That is `(1 + factor * this) / exponent`, with the factor that makes the division leave no rest.
    pub(super) fn inverse_exponent(&self, exponent: u64) -> Self {
        let rest = self.rest(exponent);
        let factor = exponent - small_power(rest, exponent - 2, exponent);
        let mut product = self.times(&Self::from(factor));
        // The exponent is odd and the factor below it: there is room for one more in the lowest digits or a new one
        // above.
        product.increase();
        product.divided(exponent)
    }

    fn increase(&mut self) {
        for digit in self.0.iter_mut() {
            let (sum, over) = digit.overflowing_add(1);
            *digit = sum;
            if !over {
                return;
            }
        }
        let mut digits = Zeroizing::new(Vec::with_capacity(self.0.len() + 1));
        digits.extend_from_slice(&self.0);
        digits.push(1);
        self.0 = digits;
    }

    fn divided(&self, divisor: u64) -> Self {
        let mut digits = Zeroizing::new(vec![0; self.0.len()]);
        let mut rest = 0;
        for (place, digit) in digits.iter_mut().zip(self.0.iter()).rev() {
            let wide = (u128::from(rest) << 64) | u128::from(*digit);
            *place = halves(wide / u128::from(divisor)).0;
            rest = halves(wide % u128::from(divisor)).0;
        }
        Self::of_digits(digits)
    }
}

/// Takes a number from one that is not smaller.
pub(super) fn subtract(digits: &mut [u64], other: &[u64]) {
    let mut borrow = false;
    for (index, digit) in digits.iter_mut().enumerate() {
        let (difference, first) = digit.overflowing_sub(other.get(index).copied().unwrap_or_default());
        let (difference, second) = difference.overflowing_sub(u64::from(borrow));
        *digit = difference;
        borrow = first || second;
    }
}

/// A power modulo a small number.
fn small_power(base: u64, exponent: u64, modulus: u64) -> u64 {
    let product = |left: u64, right: u64| halves(u128::from(left) * u128::from(right) % u128::from(modulus)).0;
    let (mut base, mut exponent, mut power) = (base, exponent, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            power = product(power, base);
        }
        base = product(base, base);
        exponent /= 2;
    }
    power
}

impl From<u64> for Natural {
    fn from(digit: u64) -> Self {
        Self::of_digits(Zeroizing::new(vec![digit]))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
impl std::fmt::Debug for Natural {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:x?}", self.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(number: u128) -> Natural {
        Natural::of_bytes(&number.to_be_bytes())
    }

    #[test]
    fn agrees_with_the_numbers_of_the_machine() {
        let numbers: [u128; 7] = [0, 1, 2, 0xFFFF_FFFF_FFFF_FFFF, 1 << 64, (1 << 64) + 5, 0x1234_5678_9ABC_DEF0 << 40];
        for left in numbers {
            assert_eq!(wide(left).bits(), usize::try_from(128 - left.leading_zeros()).unwrap());
            assert_eq!(wide(left).rest(65_537), u64::try_from(left % 65_537).unwrap());
            assert_eq!(wide(left).divided(65_537), wide(left / 65_537));
            for shift in [0, 1, 63, 64, 65, 127] {
                assert_eq!(wide(left).shifted_right(shift), wide(left >> shift));
            }
            for right in numbers {
                assert_eq!(wide(left).cmp(&wide(right)), left.cmp(&right));
                if left >= right {
                    assert_eq!(wide(left).minus(&wide(right)), wide(left - right));
                }
                if let Some(product) = left.checked_mul(right) {
                    assert_eq!(wide(left).times(&wide(right)), wide(product));
                }
            }
        }
    }

    #[test]
    fn bytes_come_back_without_zeros_in_front() {
        let bytes = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        assert_eq!(Natural::of_bytes(&bytes).to_bytes().as_slice(), &bytes[2..]);
        assert!(Natural::from(0).to_bytes().is_empty());
    }

    #[test]
    fn a_carry_goes_all_the_way() {
        let mut number = wide(u128::MAX);
        number.increase();
        assert_eq!(number.bits(), 129);
        assert_eq!(number.trailing_zeros(), 128);
        assert_eq!(number.minus_one(), wide(u128::MAX));
    }
}
