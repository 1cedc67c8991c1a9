//! What was read of secrets is nowhere in memory when it is done with.
//!
//! It is a program of its own, with one test, since it looks through all of its memory: other tests would leave there what
//! they read themselves.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use trueform_runtime::Secret;
use trueform_runtime::oci::{Environment, Profile};

/// What secrets are masked with, so that the test does not find its own knowledge of them.
const MASK: u8 = 0xA5;

/// A part of a secret that is long enough not to occur by chance.
struct Wanted {
    name: &'static str,
    masked: Vec<u8>,
}

impl Wanted {
    fn new(name: &'static str, secret: &[u8]) -> Self {
        Self { name, masked: secret.iter().map(|byte| byte ^ MASK).collect() }
    }

    fn is_in(&self, memory: &[u8]) -> bool {
        let first = self.masked[0] ^ MASK;
        memory.windows(self.masked.len()).any(|window| {
            window[0] == first && window.iter().zip(&self.masked).all(|(byte, masked)| byte ^ MASK == *masked)
        })
    }
}

/// The names of those that are somewhere in the memory of this process that can be written.
fn found(wanted: &[Wanted]) -> Vec<&'static str> {
    let maps = fs::read_to_string("/proc/self/maps").expect("the maps can be read");
    let mut memory = File::open("/proc/self/mem").expect("the memory can be read");
    let mut found = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (range, _) = line.split_once(' ').expect("a range");
        let (start, end) = range.split_once('-').expect("two addresses");
        let address = |text| u64::from_str_radix(text, 16).expect("an address");
        let length = usize::try_from(address(end) - address(start)).expect("it is in memory");
        let mut bytes = vec![0; length];
        // Some of it may have gone since the maps were read.
        if memory.seek(SeekFrom::Start(address(start))).is_ok() && memory.read_exact(&mut bytes).is_ok() {
            found.extend(wanted.iter().filter(|wanted| wanted.is_in(&bytes)).map(|wanted| wanted.name));
        }
        bytes.fill(0);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Text of the key in PEM and bytes of its private exponent, which ring does not keep.
fn of_the_key() -> [Wanted; 2] {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/keys/rsa2048.pem");
    let mut pem = fs::read(&path).expect("the key can be read");
    let mut lines: Vec<u8> = Vec::with_capacity(pem.len());
    for line in pem.split(|byte| *byte == b'\n').filter(|line| !line.starts_with(b"-")) {
        lines.extend_from_slice(line);
    }
    let mut der = vec![0; lines.len()];
    let length = STANDARD.decode_slice(&lines, &mut der).expect("base64");
    // The private exponent stands from byte 303 to 559 of the DER of a key of 2048 bits.
    let wanted = [Wanted::new("PEM", &lines[640..680]), Wanted::new("DER", &der[400..440])];
    assert!(length > 440);
    pem.fill(0);
    lines.fill(0);
    der.fill(0);
    std::hint::black_box((&pem, &lines, &der));
    wanted
}

/// Writes a file of masked bytes, and leaves no copy of it.
fn write(path: &PathBuf, masked: &[&[u8]]) {
    let mut text: Vec<u8> = Vec::with_capacity(masked.iter().map(|part| part.len()).sum());
    masked.iter().for_each(|part| text.extend(part.iter().map(|byte| byte ^ MASK)));
    fs::write(path, &text).expect("the file can be written");
    text.fill(0);
    std::hint::black_box(&text);
}

/// A secret that stands nowhere in the program.
fn made_up(seed: u8) -> Vec<u8> {
    (0..40_u8).map(|index| (b'A' + (index.wrapping_mul(seed) ^ seed) % 26) ^ MASK).collect()
}

#[test]
fn secrets_are_gone_when_they_are_done_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    let (passphrase, token) = (made_up(7), made_up(11));
    let mask = |text: &str| text.bytes().map(|byte| byte ^ MASK).collect::<Vec<u8>>();
    let key = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/keys/rsa2048.pem");
    let head = format!("[DEFAULT]\nkey_file={}\nsecurity_token_file=~/token\npass_phrase=", key.display());
    write(&home.join("config"), &[&mask(&head), &passphrase, &mask("\n")]);
    write(&home.join("token"), &[&token, &mask("\n")]);
    let [pem, der] = of_the_key();
    let wanted = [Wanted { name: "passphrase", masked: passphrase }, Wanted { name: "token", masked: token }, pem, der];
    assert_eq!(found(&wanted), [""; 0], "the test itself leaves nothing behind");

    let environment = Environment::default().with_home(home).with_config_file("~/config");
    let profile = Profile::from_environment(environment, "DEFAULT").expect("a sound profile");
    let credentials = profile.credentials().expect("sound files");
    assert_eq!(found(&wanted), ["passphrase", "token"], "of the key, only what ring keeps is left");
    drop(profile);
    assert_eq!(found(&wanted), ["passphrase", "token"], "they are needed to read the files again");
    drop(credentials);
    assert_eq!(found(&wanted), [""; 0]);

    let mut text = String::with_capacity(40);
    text.extend(wanted[0].masked.iter().map(|byte| char::from(byte ^ MASK)));
    let secret = Secret::from(text);
    assert_eq!(found(&wanted), ["passphrase"]);
    drop(secret);
    assert_eq!(found(&wanted), [""; 0]);
}
