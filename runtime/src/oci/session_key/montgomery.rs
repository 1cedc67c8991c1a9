//! Powers modulo an odd number (P. L. Montgomery, Modular Multiplication Without Trial Division, 1985).

use zeroize::Zeroizing;

use super::natural::{Natural, halves, subtract};

/// An odd number to take powers modulo of. Within, each number stands for itself times R, the power of two just above the
/// modulus in whole digits.
pub(super) struct Modulus<'number> {
    number: &'number Natural,
    /// What times the lowest digit of the modulus gives -1, in one digit.
    negative_inverse: u64,
    /// R * R, modulo the number: what brings a number within.
    square: Natural,
}

impl<'number> Modulus<'number> {
    /// This number must be odd, and above one.
    pub(super) fn new(number: &'number Natural) -> Self {
        let lowest = number.digits().first().copied().unwrap_or_default();
        // Newton: each step doubles the bits that are right, of which three are at the beginning.
        let inverse = (0..5)
            .fold(lowest, |inverse: u64, _| inverse.wrapping_mul(2_u64.wrapping_sub(lowest.wrapping_mul(inverse))));
        let square = power_of_two(number, number.digits().len() * 128);
        Self { number, negative_inverse: inverse.wrapping_neg(), square }
    }

    /// A power of a number, which may be larger than the modulus by no more than as many digits.
    pub(super) fn power(&self, base: &Natural, exponent: &Natural) -> Natural {
        let within = self.product(base, &self.square);
        let mut power = self.product(&Natural::from(1), &self.square);
        for index in (0..exponent.bits()).rev() {
            power = self.product(&power, &power);
            if exponent.bit(index) {
                power = self.product(&power, &within);
            }
        }
        self.product(&power, &Natural::from(1))
    }

    /// The square of a number, modulo this one.
    pub(super) fn squared(&self, number: &Natural) -> Natural {
        let within = self.product(number, &self.square);
        self.product(&within, number)
    }

    /// The product of two numbers divided by R, modulo this one. One of the two is below the modulus, the other below R.
    fn product(&self, left: &Natural, right: &Natural) -> Natural {
        let modulus = self.number.digits();
        let size = modulus.len();
        let mut sum = Zeroizing::new(vec![0; size + 2]);
        for index in 0..size {
            let digit = left.digits().get(index).copied().unwrap_or_default();
            add_product(&mut sum, right.digits(), digit);
            // Makes the lowest digit zero, which is then left out.
            let factor = sum[0].wrapping_mul(self.negative_inverse);
            add_product(&mut sum, modulus, factor);
            sum.copy_within(1.., 0);
            sum[size + 1] = 0;
        }
        let product = Natural::of_digits(sum);
        if product < *self.number { product } else { product.minus(self.number) }
    }
}

/// Adds the product of a number and a digit.
fn add_product(sum: &mut [u64], number: &[u64], digit: u64) {
    let mut carry = 0;
    let (low, high) = sum.split_at_mut(number.len());
    for (place, other) in low.iter_mut().zip(number) {
        let wide = u128::from(*other) * u128::from(digit) + u128::from(*place) + u128::from(carry);
        (*place, carry) = halves(wide);
    }
    for place in high {
        let (added, over) = place.overflowing_add(carry);
        *place = added;
        carry = u64::from(over);
    }
}

/// A power of two modulo a number, by doubling.
fn power_of_two(number: &Natural, exponent: usize) -> Natural {
    let modulus = number.digits();
    let mut power = Zeroizing::new(vec![0; modulus.len() + 1]);
    power[0] = 1;
    for _ in 0..exponent {
        let mut carry = 0;
        for digit in power.iter_mut() {
            let above = *digit >> 63;
            *digit = (*digit << 1) | carry;
            carry = above;
        }
        let is_above = power[modulus.len()] > 0 || power[..modulus.len()].iter().rev().ge(modulus.iter().rev());
        if is_above {
            subtract(&mut power, modulus);
        }
    }
    Natural::of_digits(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_agree_with_those_of_the_machine() {
        for modulus in [3_u64, 61, 65_537, 0xFFFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0001] {
            let number = Natural::from(modulus);
            let montgomery = Modulus::new(&number);
            for base in [0, 1, 2, modulus - 1, modulus / 2] {
                let mut expected = 1 % modulus;
                for exponent in 0..20 {
                    let power = montgomery.power(&Natural::from(base), &Natural::from(exponent));
                    assert_eq!(power, Natural::from(expected), "{base}^{exponent} modulo {modulus}");
                    let wide = u128::from(expected) * u128::from(base) % u128::from(modulus);
                    expected = u64::try_from(wide).unwrap();
                }
                let square = u128::from(base) * u128::from(base) % u128::from(modulus);
                let expected = Natural::from(u64::try_from(square).unwrap());
                assert_eq!(montgomery.squared(&Natural::from(base)), expected);
            }
        }
    }

    /// Fermat, of a prime of several digits: 2^521 - 1.
    #[test]
    fn a_power_to_one_less_than_a_prime_is_one() {
        let mut digits = vec![u64::MAX; 8];
        digits.push(0x1FF);
        let prime = Natural::of_digits(Zeroizing::new(digits));
        let power = Modulus::new(&prime).power(&Natural::from(3), &prime.minus_one());
        assert_eq!(power, Natural::from(1));
    }
}
