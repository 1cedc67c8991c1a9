//! The format of gzip (RFC 1952), without its compression.

/// The longest block that is stored as it is.
const BLOCK: usize = 0xFFFF;

/// The bytes as the content of one gzip member.
pub(super) fn stored(bytes: &[u8]) -> Vec<u8> {
    // Deflate, no name, no time, no system.
    let mut member = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
    let mut blocks = bytes.chunks(BLOCK).peekable();
    if blocks.peek().is_none() {
        member.extend([1, 0, 0, 0xFF, 0xFF]);
    }
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).expect("a block is cut to what 16 bits count");
        member.push(u8::from(blocks.peek().is_none()));
        member.extend(length.to_le_bytes());
        member.extend((!length).to_le_bytes());
        member.extend(block);
    }
    member.extend(checksum(bytes).to_le_bytes());
    // The length modulo 2³², as the format has it.
    member.extend((bytes.len() as u64).to_le_bytes().get(..4).unwrap_or_default());
    member
}

fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        let mixed = sum ^ u32::from(*byte);
        (0..8).fold(mixed, |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_has_its_checksum_and_length() {
        // The check value of CRC-32 in its specifications.
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        let member = stored(b"123456789");
        assert_eq!(member[10..15], [1, 9, 0, 0xF6, 0xFF]);
        assert_eq!(member[24..], [0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0]);
        assert_eq!(stored(&vec![0; BLOCK + 1]).len(), 10 + 2 * 5 + BLOCK + 1 + 8);
        assert_eq!(stored(b"").len(), 10 + 5 + 8);
    }
}
