//! What OpenSSL wrote before PKCS#8: PKCS#1 with `DEK-Info` (RFC 1421, section 4.6.1.3), and a key derived by one round of MD5.

use zeroize::Zeroizing;

use super::cipher::Cipher;
use crate::auth::Secret;
use crate::oci::key_error::KeyError;

/// The PKCS#1 within an encrypted one.
pub(in crate::oci) fn decrypt_pkcs1(
    encrypted: Zeroizing<Vec<u8>>,
    dek_info: &str,
    passphrase: Option<&Secret>,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let (name, vector) = dek_info.split_once(',').ok_or(KeyError::DamagedDer)?;
    let cipher = match name.trim().to_ascii_uppercase().as_str() {
        "AES-128-CBC" => Cipher::Aes128,
        "AES-192-CBC" => Cipher::Aes192,
        "AES-256-CBC" => Cipher::Aes256,
        "DES-EDE3-CBC" => Cipher::TripleDes,
        other => return Err(KeyError::UnsupportedEncryption { method: other.to_owned() }),
    };
    let vector = bytes(vector.trim()).ok_or(KeyError::DamagedDer)?;
    let salt = vector.get(..8).ok_or(KeyError::DamagedDer)?;
    let passphrase = passphrase.ok_or(KeyError::PassphraseMissing)?;
    let key = derive(passphrase, salt, cipher.key_length());
    cipher.decrypt(&key, &vector, encrypted).ok_or(KeyError::PassphraseWrong)
}

/// `EVP_BytesToKey` of OpenSSL with MD5 and a count of one.
fn derive(passphrase: &Secret, salt: &[u8], length: usize) -> Zeroizing<Vec<u8>> {
    let mut key = Zeroizing::new(Vec::with_capacity(length.next_multiple_of(16)));
    while key.len() < length {
        let mut hash = md5::Context::new();
        hash.consume(&key[key.len().saturating_sub(16)..]);
        hash.consume(passphrase.reveal());
        hash.consume(salt);
        key.extend_from_slice(&*Zeroizing::new(hash.finalize().0));
    }
    key.truncate(length);
    key
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    if !hexadecimal.is_ascii() || !hexadecimal.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..hexadecimal.len()).step_by(2).map(|at| hexadecimal.get(at..at + 2));
    pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}
