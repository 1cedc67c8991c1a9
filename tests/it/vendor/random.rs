//! Requests of random content, the same ones each time.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime};

use super::library::PROFILES;
use super::signed::Unsigned;

const METHODS: [&str; 6] = ["GET", "HEAD", "DELETE", "POST", "PUT", "PATCH"];

/// The last ones have a port that is not their scheme's.
const ORIGINS: [&str; 7] = [
    "https://cdexhub.us-chicago-1.oci.oraclecloud.com",
    "https://CDEXHUB.us-chicago-1.OCI.oraclecloud.com",
    "http://localhost",
    "http://127.0.0.1:8080",
    "http://[::1]:8080",
    "https://example.com:80",
    "http://example.com:443",
];

const TYPES: [&str; 4] =
    ["application/json", "text/plain; charset=utf-8", "application/octet-stream", "a/b;c=\"d, e\""];

/// What values are made of: unreserved characters, all that mean something in a path or a query, and some of two to four bytes.
const CHARACTERS: &str = "aZ09-._~aZ09-._~ /%+&=?#\"\\;:@!$'()*,<>[]{}|^`äß漢😀\u{7f}\n";

/// What may stand in a path, and in a query, without being encoded.
const BARE: &str = "!$&'()*+,;=:@";

/// Numbers that look random: splitmix64, by Sebastiano Vigna.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Less than the limit.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("it is less than a usize")
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub(super) fn text(&mut self) -> String {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        (0..self.below(12)).map(|_| self.one_of(&characters)).collect()
    }

    /// A text for a path or a query, where all that need not be encoded may be so or not, but for unreserved characters:
    /// the vendor's library takes back the encoding of those.
    fn encoded(&mut self, bare: &str) -> String {
        let mut encoded = String::new();
        for character in self.text().chars() {
            let unreserved = character.is_ascii_alphanumeric() || "-._~".contains(character);
            if unreserved || bare.contains(character) && !self.one_in(3) {
                encoded.push(character);
                continue;
            }
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                write!(encoded, "%{byte:02X}").expect("a string takes everything");
            }
        }
        // The vendor's library takes out what climbs, or stands still.
        if encoded == "." || encoded == ".." { format!("{encoded}x") } else { encoded }
    }

    fn target(&mut self) -> String {
        let mut target = "/20180828".to_owned();
        for _ in 0..self.below(5) {
            target.push('/');
            target += &self.encoded(BARE);
        }
        for index in 0..self.below(4) {
            target.push(if index == 0 { '?' } else { '&' });
            target.push('q');
            target += &self.encoded("!$'()*+,;:@/?");
            if !self.one_in(4) {
                target.push('=');
                target += &self.encoded("!$'()*+,;=:@/?");
            }
        }
        target
    }

    fn body(&mut self) -> Vec<u8> {
        match self.below(4) {
            0 => Vec::new(),
            1 => format!("{{\"text\":{:?}}}", self.text()).into_bytes(),
            2 => self.text().into_bytes(),
            _ => (0..self.below(2000)).map(|_| self.next().to_le_bytes()[0]).collect(),
        }
    }

    pub(super) fn time(&mut self) -> SystemTime {
        // From 1970 to 2100.
        SystemTime::UNIX_EPOCH + Duration::from_millis(self.next() % 4_102_444_800_000)
    }

    pub(super) fn request(&mut self) -> Unsigned {
        let mut headers = vec![("accept", "application/json".to_owned())];
        if !self.one_in(2) {
            headers.push(("content-type", self.one_of(&TYPES).to_owned()));
        }
        if self.one_in(2) {
            headers.push(("opc-request-id", format!("{:016X}", self.next())));
        }
        if self.one_in(4) {
            headers.push(("if-match", format!("\"{:x}\"", self.next())));
        }
        Unsigned {
            profile: self.one_of(&PROFILES),
            method: self.one_of(&METHODS),
            url: format!("{}{}", self.one_of(&ORIGINS), self.target()),
            headers,
            body: self.body(),
            now: self.time(),
        }
    }
}
