//! Somebody who checks signatures and has nothing of ours: it reads the bytes of a request, and ring's verification.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{Request, Uri};
use ring::digest::{SHA256, digest};
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

use crate::key_text;

/// A request as it was heard.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    pub(crate) method: Vec<u8>,
    pub(crate) target: Vec<u8>,
    /// In the order of the wire, names in lower case.
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

impl Heard {
    /// Reads a whole request (RFC 9112); `None` while some of it is missing. Answers with the number of its bytes too.
    pub(crate) fn parse(bytes: &[u8]) -> Option<(Self, usize)> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let mut lines = bytes[..end].split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let mut words = lines.next()?.split(|byte| *byte == b' ');
        let (method, target) = (words.next()?.to_vec(), words.next()?.to_vec());
        assert_eq!((words.next(), words.next()), (Some(&b"HTTP/1.1"[..]), None), "one space between three words");
        let headers: Vec<(String, Vec<u8>)> = lines
            .map(|line| {
                let colon = line.iter().position(|byte| *byte == b':').expect("a colon");
                let name = std::str::from_utf8(&line[..colon]).expect("a name").to_ascii_lowercase();
                (name, line[colon + 1..].trim_ascii().to_vec())
            })
            .collect();
        let heard = Self { method, target, headers, body: Vec::new() };
        let length = heard.header("content-length").map_or(0, |length| number(&length));
        let start = end + 4;
        let body = bytes.get(start..start + length)?.to_vec();
        Some((Self { body, ..heard }, start + length))
    }

    /// A request that is not sent, with the target that would be.
    pub(crate) fn of_request(request: &Request<&str>, target: &str) -> Self {
        let headers = request.headers().iter();
        Self {
            method: request.method().as_str().into(),
            target: target.into(),
            headers: headers.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect(),
            body: request.body().as_bytes().to_vec(),
        }
    }

    /// The target that hyper writes for a uri: its `Display`, without scheme and server.
    pub(crate) fn target_of(uri: &Uri) -> String {
        uri.to_string().split_once("example.com").expect("the server").1.to_owned()
    }

    /// The value of a header that is there once.
    pub(crate) fn header(&self, name: &str) -> Option<Vec<u8>> {
        let mut found = self.headers.iter().filter(|(found, _)| found == name);
        let value = found.next().map(|(_, value)| value.clone());
        assert!(found.next().is_none(), "{name} is there twice");
        value
    }

    /// Whether the request is signed with the key of the tests, and its headers tell the truth of its body.
    pub(crate) fn verify(&self) -> Result<(), String> {
        let authorization = self.header("authorization").ok_or("it is not signed")?;
        let authorization = String::from_utf8(authorization).map_err(|error| error.to_string())?;
        let parameters = authorization.strip_prefix("Signature ").ok_or("another scheme")?;
        let parameter = |name: &str| {
            let start = parameters.find(&format!("{name}=\"")).ok_or(format!("no {name}"))? + name.len() + 2;
            let length = parameters[start..].find('"').ok_or("an open quote")?;
            Ok::<_, String>(&parameters[start..start + length])
        };
        let has_content = [&b"POST"[..], b"PUT", b"PATCH"].contains(&self.method.as_slice());
        let list = parameter("headers")?;
        let expected = if has_content {
            "date (request-target) host content-length content-type x-content-sha256"
        } else {
            "date (request-target) host"
        };
        if (list, parameter("version")?, parameter("algorithm")?) != (expected, "1", "rsa-sha256") {
            return Err(format!("it signs {list}"));
        }
        let mut lines = Vec::new();
        for name in list.split(' ') {
            let value = match name {
                "(request-target)" => [self.method.to_ascii_lowercase().as_slice(), self.target.as_slice()].join(&b' '),
                name => self.header(name).ok_or(format!("no {name}"))?,
            };
            lines.push([name.as_bytes(), value.as_slice()].join(&b": "[..]));
        }
        let signature = STANDARD.decode(parameter("signature")?).map_err(|error| error.to_string())?;
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public_key())
            .verify(&lines.join(&b'\n'), &signature)
            .map_err(|_| "the signature is not of what was sent".to_owned())?;
        if has_content {
            let hash = STANDARD.encode(digest(&SHA256, &self.body));
            if self.header("x-content-sha256") != Some(hash.into_bytes()) {
                return Err("the hash is not that of the body".to_owned());
            }
            if self.header("content-length").map(|length| number(&length)) != Some(self.body.len()) {
                return Err("the length is not that of the body".to_owned());
            }
        }
        Ok(())
    }
}

fn number(text: &[u8]) -> usize {
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).expect("a number")
}

/// The public key of `rsa2048.pem` in PKCS#1, as OpenSSL wrote it.
fn public_key() -> Vec<u8> {
    let pem = key_text("public_pkcs1.pem");
    let lines: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(lines).expect("base64")
}
