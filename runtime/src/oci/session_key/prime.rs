//! Large random primes.

use ring::rand::SystemRandom;
use zeroize::Zeroizing;

use super::fill;
use super::montgomery::Modulus;
use super::natural::Natural;
use crate::auth::CredentialsError;

/// How often Miller and Rabin's test is made: FIPS 186-5, table B.1 asks for five rounds for primes of 1024 bits.
const ROUNDS: usize = 5;

/// Numbers with a factor below this are found without a power.
const SMALL: u64 = 8192;

/// A random prime of so many bits, the highest two of them set, which has no factor in common with the exponent when it
/// is one less (FIPS 186-5, appendix A.1.3).
pub(super) fn random(bits: usize, exponent: u64, random: &SystemRandom) -> Result<Natural, CredentialsError> {
    let small = small_primes();
    let mut bytes = Zeroizing::new(vec![0; bits / 8]);
    loop {
        fill(random, &mut bytes)?;
        if let Some(highest) = bytes.first_mut() {
            *highest |= 0xC0;
        }
        if let Some(lowest) = bytes.last_mut() {
            *lowest |= 1;
        }
        let candidate = Natural::of_bytes(&bytes);
        if small.iter().all(|prime| candidate.rest(*prime) != 0)
            && candidate.rest(exponent) != 1
            && is_probably_prime(&candidate, random)?
        {
            return Ok(candidate);
        }
    }
}

/// The odd primes below a limit.
fn small_primes() -> Vec<u64> {
    let mut primes: Vec<u64> = Vec::new();
    for number in (3..SMALL).step_by(2) {
        let factors = primes.iter().take_while(|prime| **prime * **prime <= number);
        if factors.into_iter().all(|prime| number % prime != 0) {
            primes.push(number);
        }
    }
    primes
}

/// Whether an odd number above three is prime, as far as Miller and Rabin can tell (FIPS 186-5, appendix B.3.1).
fn is_probably_prime(number: &Natural, random: &SystemRandom) -> Result<bool, CredentialsError> {
    let less = number.minus_one();
    let twos = less.trailing_zeros();
    let odd = less.shifted_right(twos);
    let modulus = Modulus::new(number);
    let one = Natural::from(1);
    let mut bytes = Zeroizing::new(vec![0; number.bits().div_ceil(8)]);
    for _ in 0..ROUNDS {
        let base = loop {
            fill(random, &mut bytes)?;
            let base = Natural::of_bytes(&bytes);
            if base > one && base < less {
                break base;
            }
        };
        let mut power = modulus.power(&base, &odd);
        let mut squares = 0;
        while power != less && (squares > 0 || power != one) {
            squares += 1;
            if squares >= twos {
                return Ok(false);
            }
            power = modulus.squared(&power);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_primes_from_others() {
        let random = SystemRandom::new();
        let is_prime = |number: u64| is_probably_prime(&Natural::from(number), &random).unwrap();
        let small = small_primes();
        for number in (5..2000).step_by(2) {
            assert_eq!(is_prime(number), small.contains(&number), "{number}");
        }
        // The largest prime of 64 bits; Carmichael's numbers; strong pseudoprimes to several small bases.
        assert!(is_prime(18_446_744_073_709_551_557));
        for composite in [561, 41_041, 825_265, 3_215_031_751, 3_825_123_056_546_413_051] {
            assert!(!is_prime(composite), "{composite}");
        }
    }

    #[test]
    fn has_its_highest_bits_and_no_factor_of_the_exponent() {
        let prime = random(256, 3, &SystemRandom::new()).unwrap();
        assert_eq!(prime.bits(), 256);
        assert!(prime.bit(254) && prime.bit(0));
        assert_eq!(prime.rest(3), 2);
    }
}
