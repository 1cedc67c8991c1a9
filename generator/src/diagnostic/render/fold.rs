//! Many diagnostics alike as one. Alike is what one function makes: the same mistake at different places.

use std::collections::BTreeMap;

use super::Located;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// How many errors alike are shown in full: each is to be mended.
const ERRORS: usize = 20;
/// How many warnings or notes alike are shown in full, where there are no more of them. Of more, one is.
const OTHERS: usize = 3;
/// How many messages are told apart in what is folded.
const MESSAGES: usize = 6;
/// How many places are named for one message.
const PLACES: usize = 6;

/// What is folded into one diagnostic.
pub(super) struct Folded<'report> {
    /// How many diagnostics.
    pub(super) count: usize,
    /// What they say, most frequent first.
    pub(super) sayings: Vec<Saying<'report>>,
    /// How many of them say what is not among the sayings.
    pub(super) unsaid: usize,
}

/// One thing that is said in what is folded, and where.
pub(super) struct Saying<'report> {
    pub(super) message: &'report str,
    pub(super) help: Option<&'report str>,
    spans: Vec<Span>,
}

/// A diagnostic that is shown in full, and what is folded into it.
pub(super) type Shown<'report> = (Located<'report>, Option<Folded<'report>>);

pub(super) fn alone(diagnostic: Located<'_>) -> Shown<'_> {
    (diagnostic, None)
}

/// What is shown in full, in its order, with what is folded into the last one of its kind.
pub(super) fn fold<'report>(located: &[Located<'report>]) -> Vec<Shown<'report>> {
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, (_, diagnostic)) in located.iter().enumerate() {
        alike.entry((diagnostic.severity, diagnostic.made_at())).or_default().push(index);
    }
    let mut shown: BTreeMap<usize, Option<Folded<'report>>> = BTreeMap::new();
    for ((severity, _), indices) in alike {
        let most = match (severity, indices.len()) {
            (Severity::Error, _) => ERRORS,
            (Severity::Warning | Severity::Note, 0..=OTHERS) => OTHERS,
            (Severity::Warning | Severity::Note, _) => 1,
        };
        let (full, rest) = indices.split_at(most.min(indices.len()));
        shown.extend(full.iter().map(|&index| (index, None)));
        if let Some(&last) = full.last().filter(|_| !rest.is_empty()) {
            shown.insert(last, Some(folded(rest.iter().map(|&index| located[index]))));
        }
    }
    shown.into_iter().map(|(index, folded)| (located[index], folded)).collect()
}

fn folded<'report>(rest: impl ExactSizeIterator<Item = Located<'report>>) -> Folded<'report> {
    let count = rest.len();
    let mut places: BTreeMap<_, Vec<Span>> = BTreeMap::new();
    for (span, diagnostic) in rest {
        places.entry((diagnostic.message.as_str(), diagnostic.help.as_deref())).or_default().push(span);
    }
    let saying = |((message, help), spans)| Saying { message, help, spans };
    let mut sayings: Vec<Saying<'report>> = places.into_iter().map(saying).collect();
    sayings.sort_by_key(|saying| (usize::MAX - saying.spans.len(), saying.spans.first().map(|span| span.start)));
    let unsaid = sayings.iter().skip(MESSAGES).map(|saying| saying.spans.len()).sum();
    sayings.truncate(MESSAGES);
    Folded { count, sayings, unsaid }
}

impl Folded<'_> {
    /// The only thing that is said, where that is what the diagnostic itself says.
    pub(super) fn same(&self, diagnostic: &Diagnostic) -> Option<&Saying<'_>> {
        match &self.sayings[..] {
            [saying] if saying.message == diagnostic.message && saying.help == diagnostic.help.as_deref() => {
                Some(saying)
            }
            _ => None,
        }
    }
}

impl Saying<'_> {
    /// Where it is said, for example `3:7, 9:7 and 4 more`.
    pub(super) fn places(&self) -> String {
        let named: Vec<String> =
            self.spans.iter().take(PLACES).map(|span| format!("{}:{}", span.line, span.column)).collect();
        let more = self.spans.len() - named.len();
        let named = named.join(", ");
        if more == 0 { named } else { format!("{named} and {more} more") }
    }
}
