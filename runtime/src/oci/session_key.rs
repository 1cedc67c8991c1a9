//! RSA keys that live as long as a session.
//!
//! ring signs, but makes no RSA keys. What of that is missing is made here: two primes, and the few numbers that follow
//! from them. ring checks the result when it reads it as a key.

mod montgomery;
mod natural;
mod prime;

use ring::rand::{SecureRandom, SystemRandom};
use zeroize::Zeroizing;

use self::montgomery::Modulus;
use self::natural::Natural;
use super::der;
use super::private_key::PrivateKey;
use crate::auth::CredentialsError;

/// The length of each prime; the modulus has twice as many bits, as in the vendor's own clients.
const PRIME_BITS: usize = 1024;

/// The public exponent (NIST SP 800-56B, revision 2, section 6.2: at least this).
const EXPONENT: u64 = 65_537;

/// A fresh RSA key of 2048 bits. It takes a tenth of a second of processor time, at times several.
pub(super) fn generate() -> Result<PrivateKey, CredentialsError> {
    let random = SystemRandom::new();
    let first = prime::random(PRIME_BITS, EXPONENT, &random)?;
    loop {
        let second = prime::random(PRIME_BITS, EXPONENT, &random)?;
        // FIPS 186-5, appendix A.1.3: primes that are close to each other are found from the modulus.
        let difference = if first > second { first.minus(&second) } else { second.minus(&first) };
        if difference.bits() > PRIME_BITS - 100 {
            let (larger, smaller) = if first > second { (&first, &second) } else { (&second, &first) };
            let der = pkcs1(larger, smaller);
            return PrivateKey::from_pkcs1_der(&der).map_err(|error| {
                CredentialsError::new("the key that was made for a session is none").with_source(error)
            });
        }
    }
}

/// The key of two primes in PKCS#1 (RFC 8017, appendix A.1.2).
fn pkcs1(larger: &Natural, smaller: &Natural) -> Zeroizing<Vec<u8>> {
    let (p, q) = (larger.minus_one(), smaller.minus_one());
    // Fermat: what a number's power to P - 2 is times that number is one, modulo P.
    let coefficient = Modulus::new(larger).power(smaller, &p.minus_one());
    let numbers = [
        Natural::from(0),
        larger.times(smaller),
        Natural::from(EXPONENT),
        p.times(&q).inverse_exponent(EXPONENT),
        larger.clone(),
        smaller.clone(),
        p.inverse_exponent(EXPONENT),
        q.inverse_exponent(EXPONENT),
        coefficient,
    ];
    let parts: Vec<Zeroizing<Vec<u8>>> = numbers.iter().map(Natural::to_bytes).collect();
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_slice()).collect();
    der::integers(&parts)
}

/// Random bytes.
fn fill(random: &SystemRandom, bytes: &mut [u8]) -> Result<(), CredentialsError> {
    // ring's own error says nothing, by intent.
    random.fill(bytes).map_err(|_| CredentialsError::new("the system has no random bytes to make a session key of"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Signer;

    /// ring checks the numbers of a key against each other when it reads it, and verifies what it signs.
    #[tokio::test]
    async fn a_key_that_was_made_signs() {
        let key = generate().unwrap();
        let signature = key.sign(b"message").await.unwrap();
        let public = ring::signature::UnparsedPublicKey::new(
            &ring::signature::RSA_PKCS1_2048_8192_SHA256,
            key.public_key_pkcs1().to_vec(),
        );
        public.verify(b"message", &signature).unwrap();
        assert!(public.verify(b"massage", &signature).is_err());
        assert_eq!(signature.len() * 8, 2 * PRIME_BITS);
    }

    #[test]
    fn the_numbers_of_a_key_follow_from_its_primes() {
        // RFC 8017 has no small example; these are the usual ones of textbooks, with another exponent.
        let (p, q) = (Natural::from(61), Natural::from(53));
        let exponent = 17;
        assert_eq!(p.times(&q), Natural::from(3233));
        assert_eq!(p.minus_one().times(&q.minus_one()).inverse_exponent(exponent), Natural::from(2753));
        assert_eq!(p.minus_one().inverse_exponent(exponent), Natural::from(53));
        assert_eq!(q.minus_one().inverse_exponent(exponent), Natural::from(49));
        assert_eq!(Modulus::new(&p).power(&q, &p.minus_one().minus_one()), Natural::from(38));
    }
}
