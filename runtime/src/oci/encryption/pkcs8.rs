//! Encrypted PKCS#8 (RFC 5958, section 3) by PBES2 and PBKDF2 (RFC 8018), which is what OpenSSL writes.
//!
//! There are crates for the whole of it; with them come 20 others, among them second versions of hashes that ring has. Here ring
//! derives the key, and only the ciphers are others'.

use std::num::NonZeroU32;

use ring::pbkdf2;
use zeroize::Zeroizing;

use super::cipher::Cipher;
use crate::auth::Secret;
use crate::oci::der::{self, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, Reader};
use crate::oci::key_error::KeyError;

const PBES2: [u8; 9] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D];
const PBKDF2: [u8; 9] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C];
const SCRYPT: [u8; 9] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B];
/// More rounds than anybody asks for, some seconds of them. A file must not keep a program busy for hours.
const MOST_ROUNDS: u32 = 10_000_000;

/// How a key is encrypted.
struct Parameters<'der> {
    prf: pbkdf2::Algorithm,
    salt: &'der [u8],
    rounds: NonZeroU32,
    cipher: Cipher,
    vector: &'der [u8],
}

/// The PKCS#8 within an encrypted one.
pub(in crate::oci) fn decrypt_pkcs8(der: &[u8], passphrase: Option<&Secret>) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let mut outer = Reader::new(der);
    let mut info = outer.sequence().ok_or(KeyError::DamagedDer)?;
    let mut scheme = info.sequence().ok_or(KeyError::DamagedDer)?;
    let encrypted = info.read(OCTET_STRING).ok_or(KeyError::DamagedDer)?;
    let parameters = parameters(&mut scheme)?;
    let passphrase = passphrase.ok_or(KeyError::PassphraseMissing)?;
    let mut key = Zeroizing::new(vec![0; parameters.cipher.key_length()]);
    pbkdf2::derive(parameters.prf, parameters.rounds, parameters.salt, passphrase.reveal().as_bytes(), &mut key);
    let encrypted = Zeroizing::new(encrypted.to_vec());
    parameters.cipher.decrypt(&key, parameters.vector, encrypted).ok_or(KeyError::PassphraseWrong)
}

fn parameters<'der>(scheme: &mut Reader<'der>) -> Result<Parameters<'der>, KeyError> {
    let damaged = KeyError::DamagedDer;
    let oid = scheme.read(OBJECT_IDENTIFIER).ok_or(damaged.clone())?;
    if oid != PBES2 {
        return Err(unsupported(oid));
    }
    let mut parameters = scheme.sequence().ok_or(damaged.clone())?;
    let mut derivation = parameters.sequence().ok_or(damaged.clone())?;
    let mut encryption = parameters.sequence().ok_or(damaged.clone())?;
    let oid = derivation.read(OBJECT_IDENTIFIER).ok_or(damaged.clone())?;
    if oid != PBKDF2 {
        return Err(unsupported(oid));
    }
    let mut derivation = derivation.sequence().ok_or(damaged.clone())?;
    let salt = derivation.read(OCTET_STRING).ok_or(damaged.clone())?;
    let rounds = derivation.unsigned().ok_or(damaged.clone())?;
    // The length of the key, which the cipher tells as well.
    let _ = derivation.read(INTEGER);
    let prf = match derivation.sequence() {
        None => pbkdf2::PBKDF2_HMAC_SHA1,
        Some(mut prf) => pseudo_random(prf.read(OBJECT_IDENTIFIER).ok_or(damaged.clone())?)?,
    };
    let cipher = cipher(encryption.read(OBJECT_IDENTIFIER).ok_or(damaged.clone())?)?;
    let vector = encryption.read(OCTET_STRING).ok_or(damaged)?;
    Ok(Parameters { prf, salt, rounds: number_of_rounds(rounds)?, cipher, vector })
}

fn number_of_rounds(bytes: &[u8]) -> Result<NonZeroU32, KeyError> {
    let too_many = || KeyError::UnsupportedEncryption { method: format!("more than {MOST_ROUNDS} rounds of PBKDF2") };
    let rounds = bytes.iter().try_fold(0_u32, |rounds, byte| rounds.checked_mul(256)?.checked_add(u32::from(*byte)));
    let rounds = rounds.filter(|rounds| *rounds <= MOST_ROUNDS).ok_or_else(too_many)?;
    NonZeroU32::new(rounds).ok_or(KeyError::DamagedDer)
}

fn pseudo_random(oid: &[u8]) -> Result<pbkdf2::Algorithm, KeyError> {
    match oid {
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x07] => Ok(pbkdf2::PBKDF2_HMAC_SHA1),
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09] => Ok(pbkdf2::PBKDF2_HMAC_SHA256),
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x0A] => Ok(pbkdf2::PBKDF2_HMAC_SHA384),
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x0B] => Ok(pbkdf2::PBKDF2_HMAC_SHA512),
        other => Err(unsupported(other)),
    }
}

fn cipher(oid: &[u8]) -> Result<Cipher, KeyError> {
    match oid {
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x02] => Ok(Cipher::Aes128),
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x16] => Ok(Cipher::Aes192),
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A] => Ok(Cipher::Aes256),
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x03, 0x07] => Ok(Cipher::TripleDes),
        other => Err(unsupported(other)),
    }
}

fn unsupported(oid: &[u8]) -> KeyError {
    let method = match oid {
        oid if *oid == SCRYPT => "scrypt".to_owned(),
        // PBES1 and the schemes of PKCS#12: single DES, RC2, or a derivation that is not used elsewhere.
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, _] => "PBES1".to_owned(),
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01, _] => "a scheme of PKCS#12".to_owned(),
        other => format!("the method {}", der::hexadecimal(other, "")),
    };
    KeyError::UnsupportedEncryption { method }
}
