//! Whatever a client accepts is sent exactly as it was signed. The bytes are those that came through a socket.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use trueform_runtime::oci::FixedKey;
use trueform_runtime::{Error, HyperTransport, Pipeline, SystemClock};

use crate::operation::{Delete, Get, Head, Patch, Post, Put, SERVICE, Segment, Sent, Verb};
use crate::signing_key;
use crate::verifier::Heard;

const CASES: usize = 240;

/// `SplitMix64`: the same cases in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below the bound")
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// Any text: often of what paths, queries and headers are made of, sometimes of what none of them can hold.
    fn text(&mut self) -> String {
        let length = self.below(24);
        (0..length)
            .filter_map(|_| match self.below(10) {
                0..4 => Some(char::from(self.pick(b" /?#&=+%;:@,~.-_\"'\\<>{}|^`[]*!$()"))),
                4..8 => u8::try_from(32 + self.below(95)).ok().map(char::from),
                8 => Some(self.pick(&['é', '中', '\u{1F600}', '\u{2028}', '\u{0}', '\r', '\n', '\t', '\u{7f}'])),
                _ => u32::try_from(self.below(0x11_0000)).ok().and_then(char::from_u32),
            })
            .collect()
    }

    /// What can stand in a header, most of the time.
    fn header(&mut self) -> String {
        if self.below(8) == 0 {
            return self.text();
        }
        let length = 1 + self.below(24);
        (0..length).filter_map(|_| u8::try_from(33 + self.below(94)).ok().map(char::from)).collect()
    }
}

/// Answers every request of a connection, and hands on what it heard.
async fn serve(mut stream: TcpStream, heard: mpsc::UnboundedSender<Heard>) {
    let mut bytes = Vec::new();
    loop {
        while let Some((request, length)) = Heard::parse(&bytes) {
            bytes.drain(..length);
            let body: &[u8] = if request.method == b"HEAD" { b"" } else { b"null" };
            heard.send(request).expect("the test listens");
            let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n";
            stream.write_all(&[answer, body].concat()).await.expect("the client listens");
        }
        match stream.read_buf(&mut bytes).await {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

async fn server() -> (u16, mpsc::UnboundedReceiver<Heard>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    let port = listener.local_addr().expect("an address").port();
    let (sender, receiver) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, sender.clone()));
        }
    });
    (port, receiver)
}

fn request<V: Verb>(pipeline: &Pipeline, random: &mut Random) -> (Sent<V>, Option<String>) {
    let mut request = Sent::<V>::new(pipeline);
    request.path.push(Segment::Literal(random.pick(&["/", "/a b/", "/20180828/ü/", "/x/..%2F/", "/{}/"])));
    for _ in 0..random.below(3) {
        request.path.push(Segment::Value(random.text()));
        request.path.push(Segment::Literal(random.pick(&["/", "/z", "", ";v="])));
    }
    if random.below(6) == 0 {
        request.path.push(Segment::Literal("?fixed=a+b%20&c"));
    }
    for _ in 0..random.below(4) {
        request.query.push((random.pick(&["limit", "sort by", "ä", "a[b]"]), random.text()));
    }
    if random.below(2) == 0 {
        request.note = Some(random.header());
    }
    if random.below(2) == 0 {
        request.body = Some(("application/json", random.text().into_bytes()));
    }
    let content_type = (random.below(3) == 0).then(|| random.header());
    if let Some(content_type) = &content_type {
        request = request.header("content-type", content_type);
    }
    if random.below(4) == 0 {
        request =
            request.header("date", "Thu, 01 Jan 1970 00:00:00 GMT").header("x-content-sha256", "of something else");
    }
    (request, content_type)
}

/// Sends one request; whether the client accepted it.
async fn case<V: Verb>(pipeline: &Pipeline, random: &mut Random, heard: &mut mpsc::UnboundedReceiver<Heard>) -> bool {
    let (request, content_type) = request::<V>(pipeline, random);
    match request.send().await {
        Ok(_) => {}
        Err(Error::Refused(_)) => {
            assert!(heard.try_recv().is_err(), "a refused request was sent: {request:?}");
            return false;
        }
        // The reply to a HEAD has no body, and so no JSON.
        Err(Error::Undecodable(_)) if V::METHOD.as_str() == "HEAD" => {}
        Err(error) => panic!("{error}: {request:?}"),
    }
    let sent = heard.try_recv().expect("the request was heard before it was answered");
    sent.verify().unwrap_or_else(|reason| panic!("{reason}: {sent:?}"));
    let expected = |name: &str, value: Option<&String>| {
        if let Some(value) = value {
            assert_eq!(sent.header(name).as_deref(), Some(value.as_bytes()), "{request:?}");
        }
    };
    expected("x-note", request.note.as_ref());
    expected("content-type", content_type.as_ref());
    assert!(heard.try_recv().is_err(), "it was sent twice");
    true
}

#[tokio::test]
async fn whatever_a_client_accepts_is_sent_as_it_was_signed() {
    let (port, mut heard) = server().await;
    let pipeline = Pipeline::builder(&SERVICE)
        .endpoint(format!("http://127.0.0.1:{port}/base%20path"))
        .transport(HyperTransport::new(Duration::from_secs(30)))
        .clock(SystemClock)
        .credentials(FixedKey::new(signing_key()))
        .build()
        .expect("sound settings");
    let mut random = Random(0x005E_ED0F_5160);
    let mut accepted = 0;
    for index in 0..CASES {
        accepted += usize::from(match index % 6 {
            0 => case::<Get>(&pipeline, &mut random, &mut heard).await,
            1 => case::<Post>(&pipeline, &mut random, &mut heard).await,
            2 => case::<Put>(&pipeline, &mut random, &mut heard).await,
            3 => case::<Delete>(&pipeline, &mut random, &mut heard).await,
            4 => case::<Patch>(&pipeline, &mut random, &mut heard).await,
            _ => case::<Head>(&pipeline, &mut random, &mut heard).await,
        });
    }
    assert!(accepted > CASES / 3, "only {accepted} of {CASES} requests were accepted");
    assert!(accepted < CASES, "nothing was refused, so that nothing hard was tried");
}

/// The verifier must be able to fail: each part that is signed is spoiled once.
#[tokio::test]
async fn the_verifier_sees_what_was_changed_on_the_way() {
    let mut request = http::Request::post("https://example.com/a%20b?c=d").body("text").expect("a request");
    let now = std::time::SystemTime::now();
    trueform_runtime::oci::sign(&mut request, &signing_key(), now).await.expect("a signature");
    let sound = Heard::of_request(&request, "/a%20b?c=d");
    sound.verify().expect("it is as it was signed");
    let spoiled: [fn(&mut Heard); 5] = [
        |heard| heard.method = b"PUT".to_vec(),
        |heard| heard.target = b"/a+b?c=d".to_vec(),
        |heard| heard.body.push(b'x'),
        |heard| heard.headers.retain(|(name, _)| name != "date"),
        |heard| heard.headers.retain(|(name, _)| name != "authorization"),
    ];
    for spoil in spoiled {
        let mut heard = sound.clone();
        spoil(&mut heard);
        assert!(heard.verify().is_err(), "{heard:?}");
    }
    for signed in ["date", "host", "content-length", "content-type", "x-content-sha256"] {
        let mut heard = sound.clone();
        let header = heard.headers.iter_mut().find(|(name, _)| name == signed).expect("it is signed");
        header.1.push(b'0');
        assert!(heard.verify().is_err(), "{signed}");
    }
}
