//! All facts of a document, on all processors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use trueform::facts::{Fact, Facts, Verdict};

/// What became of each fact that was changed.
pub(super) struct Measured<'facts> {
    /// In the order of the document.
    pub(super) verdicts: Vec<(&'facts Fact, Verdict)>,
    /// How many facts the document has, changed or not.
    pub(super) facts: usize,
}

impl Measured<'_> {
    /// How many facts met this verdict.
    pub(super) fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.iter().filter(|(_, each)| *each == verdict).count()
    }

    /// How many in a hundred are honoured, of those whose change left a sound document.
    #[expect(clippy::cast_precision_loss, reason = "a document has fewer than 2^52 facts")]
    pub(super) fn honoured(&self) -> f64 {
        let sound = self.verdicts.len() - self.count(Verdict::Rejected);
        if sound == 0 { 100.0 } else { 100.0 * self.count(Verdict::Honoured) as f64 / sound as f64 }
    }
}

/// Changes each fact, or a sample of so many.
pub(super) fn all(
    facts: &Facts,
    sample: usize,
    seed: u64,
    jobs: Option<usize>,
    verdict: impl Fn(&Fact) -> Verdict + Sync,
) -> Measured<'_> {
    let chosen = choose(facts.all(), sample, seed);
    let jobs = jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).min(chosen.len()).max(1);
    let bar = bar(chosen.len());
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(chosen.len())));
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((at, fact)) = take(&next, &chosen) {
                    let verdict = verdict(fact);
                    found.lock().expect("no thread stops while it holds the list").push((at, verdict));
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let mut found = found.into_inner().expect("no thread stops while it holds the list");
    found.sort_unstable_by_key(|(at, _)| *at);
    let verdicts = found.into_iter().map(|(at, verdict)| (chosen[at], verdict)).collect();
    Measured { verdicts, facts: facts.all().len() }
}

fn take<'facts>(next: &AtomicUsize, chosen: &[&'facts Fact]) -> Option<(usize, &'facts Fact)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    chosen.get(at).map(|fact| (at, *fact))
}

/// So many facts, spread over the document; the same ones for the same seed.
fn choose(all: &[Fact], sample: usize, seed: u64) -> Vec<&Fact> {
    if sample >= all.len() {
        return all.iter().collect();
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| scattered(seed ^ *at as u64));
    let mut chosen: Vec<usize> = order.into_iter().take(sample).collect();
    chosen.sort_unstable();
    chosen.into_iter().map(|at| &all[at]).collect()
}

/// A number that looks like chance, and is the same each time (the finalizer of `SplitMix64`).
fn scattered(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Drawn on standard error, where that is a terminal.
fn bar(length: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} facts, {eta} left").expect("the template is sound");
    ProgressBar::new(length as u64).with_style(style)
}
