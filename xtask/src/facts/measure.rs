//! All facts of a document, on all processors.

use trueform::facts::{Fact, Facts, Verdict};

use crate::parallel;

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
    let verdicts = parallel::each(&chosen, "facts", jobs, |fact| (*fact, verdict(fact)));
    Measured { verdicts, facts: facts.all().len() }
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
