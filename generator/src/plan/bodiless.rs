//! Statuses that have no body by HTTP, within ranges that have one in the document.

use crate::api::{Carries, Content, Docs, Reply, Status};

/// RFC 9110, sections 15.3.5 and 15.3.6.
const SUCCESSES: [u16; 2] = [204, 205];
/// RFC 9110, section 15.4.5.
const NOT_MODIFIED: u16 = 304;

/// What `2XX` stands for beside the replies that have its body: successes without one, which the document does not state
/// apart. Nothing could be read as JSON there.
pub(super) fn successes(replies: &[Reply]) -> Vec<Reply> {
    let range = replies.iter().find(|reply| reply.status == Status::Range(2) && is_json(reply));
    let implied = |range: &Reply| {
        let docs = Docs { description: range.docs.description.clone(), ..Docs::default() };
        let reply = |code| Reply { status: Status::Code(code), content: None, docs: docs.clone(), ..range.clone() };
        missing(&SUCCESSES, replies).map(reply).collect()
    };
    range.map(implied).unwrap_or_default()
}

/// The statuses without a body that arms would take whose body is JSON, and that are no success of `2XX`.
pub(super) fn unexpected(replies: &[Reply]) -> Vec<u16> {
    let has = |status| replies.iter().any(|reply| reply.status == status && is_json(reply));
    let only_default = !replies.iter().any(|reply| super::reply::is_success(reply.status));
    let successes = if only_default && has(Status::Default) { &SUCCESSES[..] } else { &[] };
    let redirections = if has(Status::Range(3)) { &[NOT_MODIFIED][..] } else { &[] };
    missing(successes, replies).chain(missing(redirections, replies)).collect()
}

fn missing<'r>(codes: &'r [u16], replies: &'r [Reply]) -> impl Iterator<Item = u16> + 'r {
    codes.iter().copied().filter(|code| replies.iter().all(|reply| reply.status != Status::Code(*code)))
}

fn is_json(reply: &Reply) -> bool {
    matches!(reply.content, Some(Content { carries: Carries::Json(_), .. }))
}
