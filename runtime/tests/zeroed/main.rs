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

/// The length of what is looked for, in bytes.
const PART: usize = 20;

/// A secret, by parts that are long enough not to occur by chance. Of memory that was freed, any part may be used anew.
struct Wanted {
    name: &'static str,
    masked: Vec<Vec<u8>>,
}

impl Wanted {
    fn new(name: &'static str, secret: &[u8]) -> Self {
        let parts = secret.chunks_exact(PART);
        Self { name, masked: parts.map(|part| part.iter().map(|byte| byte ^ MASK).collect()).collect() }
    }

    fn is_in(&self, memory: &[u8]) -> bool {
        let mut begins = [false; 256];
        for part in &self.masked {
            begins[usize::from(part[0] ^ MASK)] = true;
        }
        let is_part = |window: &[u8], part: &[u8]| window.iter().zip(part).all(|(byte, masked)| byte ^ MASK == *masked);
        // Most memory is zero, and most of the rest begins nothing.
        let starts = memory.iter().enumerate().filter(|(_, byte)| **byte != 0 && begins[usize::from(**byte)]);
        starts
            .filter_map(|(start, _)| memory.get(start..start + PART))
            .any(|window| self.masked.iter().any(|part| is_part(window, part)))
    }
}

/// Looks through memory, in buffers that are there beforehand: what it allocated itself might be where a secret was.
struct Search {
    maps: Vec<u8>,
    chunk: Vec<u8>,
}

impl Search {
    fn new() -> Self {
        Self { maps: vec![0; 256 * 1024], chunk: vec![0; 256 * 1024] }
    }

    /// Which of those are somewhere in the memory of this process that can be written.
    fn found(&mut self, wanted: &[Wanted; 4]) -> [bool; 4] {
        let mut file = File::open("/proc/self/maps").expect("the maps can be read");
        let mut length = 0;
        loop {
            match file.read(&mut self.maps[length..]).expect("the maps can be read") {
                0 => break,
                more => length += more,
            }
        }
        let maps = std::str::from_utf8(&self.maps[..length]).expect("the maps are text");
        let mut memory = File::open("/proc/self/mem").expect("the memory can be read");
        let mut found = [false; 4];
        for line in maps.lines().filter(|line| line.contains(" rw")) {
            let (range, _) = line.split_once(' ').expect("a range");
            let (start, end) = range.split_once('-').expect("two addresses");
            let address = |text| u64::from_str_radix(text, 16).expect("an address");
            let (mut start, end) = (address(start), address(end));
            while start < end {
                let size = usize::try_from(end - start).map_or(self.chunk.len(), |left| left.min(self.chunk.len()));
                let chunk = &mut self.chunk[..size];
                // Some of it may have gone since the maps were read.
                if memory.seek(SeekFrom::Start(start)).is_ok() && memory.read_exact(chunk).is_ok() {
                    for (found, wanted) in found.iter_mut().zip(wanted) {
                        *found = *found || wanted.is_in(chunk);
                    }
                }
                // It holds what was found, until now.
                chunk.fill(0);
                // What lies across two chunks is seen whole in the next one.
                start += if size > PART && start + (size as u64) < end { (size - PART) as u64 } else { size as u64 };
            }
        }
        found
    }
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
    let wanted = [Wanted::new("PEM", &lines), Wanted::new("DER", &der[303..559])];
    assert!(length > 559);
    pem.fill(0);
    lines.fill(0);
    der.fill(0);
    std::hint::black_box((&pem, &lines, &der));
    wanted
}

/// Writes a file of masked bytes, and leaves no copy of it.
fn write(path: &PathBuf, masked: &[&[u8]]) {
    let mut text: Vec<u8> = Vec::with_capacity(masked.iter().map(|part| part.len()).sum());
    for part in masked {
        text.extend(part.iter().map(|byte| byte ^ MASK));
    }
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
    let mut search = Search::new();
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    let (passphrase, token) = (made_up(7), made_up(11));
    let mask = |text: &str| text.bytes().map(|byte| byte ^ MASK).collect::<Vec<u8>>();
    let key = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/keys/rsa2048.pem");
    let head = format!("[DEFAULT]\nkey_file={}\nsecurity_token_file=~/token\npass_phrase=", key.display());
    write(&home.join("config"), &[&mask(&head), &passphrase, &mask("\n")]);
    write(&home.join("token"), &[&token, &mask("\n")]);
    let [pem, der] = of_the_key();
    let parts = |masked: &[u8]| masked.chunks_exact(PART).map(<[u8]>::to_vec).collect();
    let wanted = [
        pem,
        der,
        Wanted { name: "passphrase", masked: parts(&passphrase) },
        Wanted { name: "token", masked: parts(&token) },
    ];
    let names = wanted.each_ref().map(|wanted| wanted.name);
    assert_eq!(names, ["PEM", "DER", "passphrase", "token"]);
    let nothing = [false; 4];
    // Of the key, only what ring keeps is left; the others are needed to read the files again.
    let what_is_needed = [false, false, true, true];
    assert_eq!(search.found(&wanted), nothing, "{names:?}: the test itself leaves something behind");

    let environment = Environment::default().with_home(home).with_config_file("~/config");
    let profile = Profile::from_environment(environment, "DEFAULT").expect("a sound profile");
    let credentials = profile.credentials().expect("sound files");
    assert_eq!(search.found(&wanted), what_is_needed, "{names:?}");
    drop(profile);
    assert_eq!(search.found(&wanted), what_is_needed, "{names:?}");
    drop(credentials);
    assert_eq!(search.found(&wanted), nothing, "{names:?}");

    let mut text = String::with_capacity(40);
    text.extend(passphrase.iter().map(|byte| char::from(byte ^ MASK)));
    let secret = Secret::from(text);
    assert_eq!(search.found(&wanted), [false, false, true, false], "{names:?}");
    drop(secret);
    assert_eq!(search.found(&wanted), nothing, "{names:?}");
}
