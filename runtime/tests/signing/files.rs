//! Files that change under a running program.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use trueform_runtime::oci::FileCredentials;

use crate::configuration::Home;
use crate::{answer, fingerprint, key_text};

struct Session {
    home: Home,
    credentials: FileCredentials,
}

impl Session {
    fn new() -> Self {
        let home = Home::new();
        home.write("key", &key_text("rsa2048.pem"));
        home.write("token", "first");
        let credentials = FileCredentials::session(home.path().join("token"), home.path().join("key"), None);
        Self { credentials: credentials.expect("sound files"), home }
    }

    async fn id(&self, after_refusal: bool) -> String {
        answer(&self.credentials, after_refusal).await.expect("a key").id().reveal().to_owned()
    }
}

/// Makes a file look as if it was written long ago.
fn age(path: &Path, seconds: u64) {
    let file = File::options().append(true).open(path).expect("the file is there");
    file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).expect("its time can be set");
}

#[tokio::test]
async fn a_token_is_read_again_when_it_changes() {
    let session = Session::new();
    assert_eq!(session.id(false).await, "ST$first");
    session.home.write("token", "second, longer".replace(", ", ".").as_str());
    assert_eq!(session.id(false).await, "ST$second.longer");
    // Of the same length, and perhaps within the same tick of the clock of the file system.
    session.home.write("token", "third..longest");
    assert_eq!(session.id(false).await, "ST$third..longest");
}

#[tokio::test]
async fn a_file_that_was_left_alone_is_not_read_again() {
    let session = Session::new();
    for name in ["token", "key"] {
        age(&session.home.path().join(name), 3600);
    }
    let before = answer(&session.credentials, false).await.expect("a key");
    let again = answer(&session.credentials, false).await.expect("a key");
    assert!(before == again, "the same reading");
    session.home.write("token", "later");
    age(&session.home.path().join("token"), 3500);
    assert_eq!(session.id(false).await, "ST$later", "another time in the past is a change");
}

#[tokio::test]
async fn after_a_refusal_everything_is_read() {
    let session = Session::new();
    let before = answer(&session.credentials, false).await.expect("a key");
    let again = answer(&session.credentials, true).await.expect("a key");
    assert!(before == again, "what is the same is not tried again as if it were new");
    session.home.write("token", "fresh");
    session.home.write("key", &key_text("rsa3072.pem"));
    let fresh = answer(&session.credentials, true).await.expect("a key");
    assert_eq!(fresh.id().reveal(), "ST$fresh");
    assert_eq!(
        fresh.signer().sign(b"text").await.expect("a signature").len(),
        3072 / 8,
        "the key is of the same reading"
    );
}

#[tokio::test]
async fn a_key_that_changes_alone_is_read_with_its_token() {
    let session = Session::new();
    session.home.write("key", &key_text("rsa4096.pem"));
    let changed = answer(&session.credentials, false).await.expect("a key");
    assert_eq!(changed.id().reveal(), "ST$first");
    assert_eq!(changed.signer().sign(b"text").await.expect("a signature").len(), 4096 / 8);
}

#[tokio::test]
async fn what_was_read_is_kept_while_a_file_is_not_right_until_the_service_refuses_it() {
    let session = Session::new();
    session.home.write("token", "");
    assert_eq!(session.id(false).await, "ST$first");
    let error = answer(&session.credentials, true).await.expect_err("the file is empty");
    assert!(error.to_string().contains("the file of the session token is empty"), "{error}");
    std::fs::remove_file(session.home.path().join("token")).expect("the token can be removed");
    assert_eq!(session.id(false).await, "ST$first");
    let error = answer(&session.credentials, true).await.expect_err("there is no file");
    assert!(error.to_string().contains("the session token is not there"), "{error}");
    session.home.write("token", "again");
    assert_eq!(session.id(false).await, "ST$again");
}

#[tokio::test]
async fn an_api_key_that_is_replaced_by_another_is_that_of_another_fingerprint() {
    let home = Home::with(&format!("[P]\nuser=u\ntenancy=t\nkey_file=~/.oci/key.pem\nfingerprint={}\n", fingerprint()));
    let credentials = home.profile("P").expect("a sound profile").credentials().expect("a key");
    home.write(".oci/key.pem", &key_text("rsa3072.pem"));
    assert!(answer(&credentials, false).await.expect("the old key").id().reveal().ends_with(&fingerprint()));
    let error = answer(&credentials, true).await.expect_err("another key");
    assert!(error.to_string().contains("not the key of the fingerprint"), "{error}");
    // Without a fingerprint that was stated, that of the new key is taken.
    let credentials = FileCredentials::api_key("t", "u", home.path().join(".oci/key.pem"), None).expect("a key");
    home.write(".oci/key.pem", &key_text("rsa2048.pem"));
    assert_eq!(answer(&credentials, false).await.expect("a key").id().reveal(), format!("t/u/{}", fingerprint()));
}

#[tokio::test]
async fn files_that_change_all_the_time_end_as_they_were_written_last() {
    let session = Session::new();
    let writer = {
        let (token, key) = (session.home.path().join("token"), session.home.path().join("key"));
        let keys = [key_text("rsa2048.pem"), key_text("rsa3072.pem")];
        std::thread::spawn(move || {
            for round in 0..40 {
                // Written aside and renamed, so that none is ever half written.
                for (path, text) in [(&key, keys[round % 2].as_str()), (&token, ["even", "odd"][round % 2])] {
                    let aside = path.with_extension("new");
                    std::fs::write(&aside, text).expect("the file can be written");
                    std::fs::rename(&aside, path).expect("the file can be renamed");
                }
            }
        })
    };
    while !writer.is_finished() {
        let key = answer(&session.credentials, true).await.expect("a key");
        assert!(["ST$first", "ST$even", "ST$odd"].contains(&key.id().reveal()));
    }
    writer.join().expect("all was written");
    let key = answer(&session.credentials, false).await.expect("a key");
    assert_eq!(key.id().reveal(), "ST$odd");
    assert_eq!(key.signer().sign(b"text").await.expect("a signature").len(), 3072 / 8);
}

#[test]
fn files_are_read_outside_of_a_runtime_too() {
    let session = Session::new();
    session.home.write("token", "changed");
    let mut future = std::pin::pin!(session.id(false));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(id) => assert_eq!(id, "ST$changed"),
        std::task::Poll::Pending => panic!("there is nothing to wait for"),
    }
}
