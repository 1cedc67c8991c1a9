//! As much of DER as private keys need (X.690): elements with definite lengths and tags of one byte.

use zeroize::Zeroizing;

pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
const BIT_STRING: u8 = 0x03;

/// The identifier of RSA keys with what follows it, as an `AlgorithmIdentifier` (RFC 8017, appendix A.1).
const RSA_ENCRYPTION: [u8; 15] =
    [SEQUENCE, 13, OBJECT_IDENTIFIER, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00];

/// Reads elements one after the other. What is read is borrowed: nothing of a key is copied.
#[derive(Clone, Copy)]
pub(super) struct Reader<'der>(&'der [u8]);

impl<'der> Reader<'der> {
    pub(super) fn new(der: &'der [u8]) -> Self {
        Self(der)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The next element, if it has this tag: its content.
    pub(super) fn read(&mut self, tag: u8) -> Option<&'der [u8]> {
        let (&found, rest) = self.0.split_first()?;
        if found != tag {
            return None;
        }
        let (&first, mut rest) = rest.split_first()?;
        let mut length = usize::from(first);
        if first >= 0x80 {
            let size = usize::from(first & 0x7F);
            if !(1..=4).contains(&size) || size > rest.len() {
                return None;
            }
            let (bytes, after) = rest.split_at(size);
            length = bytes.iter().try_fold(0_usize, |length, byte| {
                length.checked_mul(256).and_then(|length| length.checked_add(usize::from(*byte)))
            })?;
            rest = after;
        }
        if length > rest.len() {
            return None;
        }
        let (content, after) = rest.split_at(length);
        self.0 = after;
        Some(content)
    }

    /// The next element, whatever it is: its content.
    pub(super) fn any(&mut self) -> Option<&'der [u8]> {
        self.read(*self.0.first()?)
    }

    /// The next element, if it is a sequence: a reader of its elements.
    pub(super) fn sequence(&mut self) -> Option<Self> {
        self.read(SEQUENCE).map(Self)
    }

    /// The next element, if it is an integer that is not negative: its bytes without leading zeros.
    pub(super) fn unsigned(&mut self) -> Option<&'der [u8]> {
        let bytes = self.read(INTEGER)?;
        if bytes.first().is_none_or(|first| *first >= 0x80) {
            return None;
        }
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        bytes.get(zeros..)
    }
}

/// The algorithm of a private key in PKCS#8, and the key itself (RFC 5208, section 5).
pub(super) fn pkcs8_algorithm(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut outer = Reader::new(der);
    let mut info = outer.sequence()?;
    info.read(INTEGER)?;
    let algorithm = info.sequence()?.read(OBJECT_IDENTIFIER)?;
    let key = info.read(OCTET_STRING)?;
    outer.is_empty().then_some((algorithm, key))
}

/// Bytes in lower-case hexadecimal, with something between them.
pub(super) fn hexadecimal(bytes: &[u8], between: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between)
}

/// How many bits there are to a number without leading zeros.
pub(super) fn bits(number: &[u8]) -> usize {
    let spare = number.first().map_or(0, |first| first.leading_zeros());
    number.len() * 8 - usize::try_from(spare).unwrap_or_default()
}

/// The `SubjectPublicKeyInfo` of an RSA key (RFC 5280, section 4.1.2.7; RFC 8017, appendix A.1.1).
pub(super) fn subject_public_key_info(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let mut numbers = element(INTEGER, &positive(modulus));
    numbers.extend(element(INTEGER, &positive(exponent)));
    let mut key = vec![0];
    key.extend(element(SEQUENCE, &numbers));
    let mut info = RSA_ENCRYPTION.to_vec();
    info.extend(element(BIT_STRING, &key));
    element(SEQUENCE, &info)
}

/// A sequence of integers that are not negative, each big-endian without leading zeros, in a buffer that is not moved as
/// it fills.
pub(super) fn integers(numbers: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let room: usize = numbers.iter().map(|number| number.len() + 8).sum();
    let mut content = Zeroizing::new(Vec::with_capacity(room));
    for number in numbers {
        let positive = Zeroizing::new(positive(number));
        content.extend_from_slice(&Zeroizing::new(element(INTEGER, &positive)));
    }
    Zeroizing::new(element(SEQUENCE, &content))
}

/// With a zero in front where the number would be read as negative.
fn positive(number: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(number.len() + 1);
    if number.first().is_none_or(|first| *first >= 0x80) {
        bytes.push(0);
    }
    bytes.extend_from_slice(number);
    bytes
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    // With room for all of it at once: what grows is moved, and left behind where it was.
    let mut element = Vec::with_capacity(content.len() + 10);
    element.push(tag);
    let length = content.len().to_be_bytes();
    let zeros = length.iter().take_while(|byte| **byte == 0).count();
    let length = &length[zeros..];
    if content.len() >= 0x80 {
        element.extend(u8::try_from(length.len()).map(|size| size | 0x80));
    }
    element.extend_from_slice(if content.is_empty() { &[0] } else { length });
    element.extend_from_slice(content);
    element
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for length in [0, 1, 127, 128, 255, 256, 65_535, 65_536] {
            let content = vec![7; length];
            let written = element(0x04, &content);
            let mut reader = Reader::new(&written);
            assert_eq!(reader.read(0x04), Some(content.as_slice()), "{length}");
            assert!(reader.is_empty());
        }
    }

    #[test]
    fn what_is_cut_or_has_an_absurd_length_is_nothing() {
        let bad: [&[u8]; 8] = [
            &[],
            &[0x04],
            &[0x04, 2, 1],
            &[0x04, 0x80, 0, 0],
            &[0x04, 0x82, 1],
            &[0x04, 0x85, 0, 0, 0, 0, 0],
            &[0x04, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 1],
            &[0x05, 0],
        ];
        for der in bad {
            assert_eq!(Reader::new(der).read(0x04), None, "{der:?}");
        }
        assert_eq!(Reader::new(&[INTEGER, 1, 0x80]).unsigned(), None);
        assert_eq!(Reader::new(&[INTEGER, 0]).unsigned(), None);
        assert_eq!(Reader::new(&[INTEGER, 2, 0, 0x80]).unsigned(), Some([0x80].as_slice()));
    }

    #[test]
    fn counts_bits() {
        assert_eq!(bits(&[]), 0);
        assert_eq!(bits(&[1]), 1);
        assert_eq!(bits(&[0x80, 0]), 16);
    }
}
