//! The ciphers that private keys are encrypted with, all of them with chained blocks.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use aes::{Aes128, Aes192, Aes256};
use des::TdesEde3;
use zeroize::Zeroizing;

use crate::oci::der::Reader;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cipher {
    Aes128,
    Aes192,
    Aes256,
    TripleDes,
}

impl Cipher {
    /// In bytes.
    pub(super) fn key_length(self) -> usize {
        match self {
            Self::Aes128 => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
        }
    }

    /// A private key in DER. `None` where key and vector do not fit, or what comes out is none: with a wrong passphrase, that
    /// shows at the padding, and where this is right by chance, at the length of the outermost element.
    pub(super) fn decrypt(self, key: &[u8], vector: &[u8], bytes: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
        let der = match self {
            Self::Aes128 => decrypt::<cbc::Decryptor<Aes128>>(key, vector, bytes),
            Self::Aes192 => decrypt::<cbc::Decryptor<Aes192>>(key, vector, bytes),
            Self::Aes256 => decrypt::<cbc::Decryptor<Aes256>>(key, vector, bytes),
            Self::TripleDes => decrypt::<cbc::Decryptor<TdesEde3>>(key, vector, bytes),
        }?;
        let mut reader = Reader::new(&der);
        let whole = reader.sequence().is_some() && reader.is_empty();
        whole.then_some(der)
    }
}

fn decrypt<C: BlockModeDecrypt + KeyIvInit>(
    key: &[u8],
    vector: &[u8],
    mut bytes: Zeroizing<Vec<u8>>,
) -> Option<Zeroizing<Vec<u8>>> {
    let length = C::new_from_slices(key, vector).ok()?.decrypt_padded::<Pkcs7>(&mut bytes).ok()?.len();
    bytes.truncate(length);
    Some(bytes)
}
