//! Measures things against each other on a machine that is not quiet.
//!
//! Absolute times say as much about the machine, and about who else uses it, as about the code. So what is to be compared
//! takes turns, in an order that changes with every round. A turn is so short that most are over before the system gives the
//! processor to somebody else, and there are so many that the medians are of those.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// How long one turn takes about: longer than a clock that counts in nanoseconds needs, shorter than a slice of time.
const TURN: Duration = Duration::from_micros(200);

/// What takes longer finds the caches as it needs them for most of the time.
const SHORT: Duration = Duration::from_millis(5);

/// One of the things that are compared.
pub struct Contender<'work> {
    name: &'static str,
    work: Box<dyn FnMut(u32) + 'work>,
    /// How often it does its work in one turn.
    times: u32,
    /// Whether it does its work once before each turn: where that is so short that what the caches hold counts.
    warms_up: bool,
    /// How long it took once, in nanoseconds, by round.
    took: Vec<f64>,
}

impl<'work> Contender<'work> {
    /// What does a piece of work as often as it is told.
    pub fn new(name: &'static str, work: impl FnMut(u32) + 'work) -> Self {
        Self { name, work: Box::new(work), times: 1, warms_up: false, took: Vec::new() }
    }

    /// What does a piece of work once with each call. The result is dropped within the time that is taken.
    pub fn once<T>(name: &'static str, mut work: impl FnMut() -> T + 'work) -> Self {
        Self::new(name, move |times| {
            for _ in 0..times {
                std::hint::black_box(work());
            }
        })
    }

    fn turn(&mut self) -> Duration {
        // Otherwise whoever follows somebody that runs through the same code would find it warm, and the others would not.
        if self.warms_up {
            (self.work)(1);
        }
        let start = Instant::now();
        (self.work)(self.times);
        start.elapsed()
    }

    /// Finds how often the work is to be done in a turn; warms up by the way.
    fn calibrate(&mut self) {
        let tries: Vec<f64> = (0..50).map(|_| self.turn().as_secs_f64()).collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and a million")]
        let times = (TURN.as_secs_f64() / quantile(&tries, 0.5).max(1e-9)).round().clamp(1.0, 1e6) as u32;
        self.times = times;
        self.warms_up = quantile(&tries, 0.5) < SHORT.as_secs_f64();
    }
}

/// Lets the contenders take turns for so many rounds, and says how they compare with the first.
pub fn compare(title: &str, rounds: usize, mut contenders: Vec<Contender<'_>>) -> String {
    for contender in &mut contenders {
        contender.calibrate();
    }
    for round in 0..rounds {
        for turn in 0..contenders.len() {
            let count = contenders.len();
            // Who comes after whom changes too.
            let index =
                if round % 2 == 0 { (turn + round / 2) % count } else { count - 1 - (turn + round / 2) % count };
            let contender = &mut contenders[index];
            let took = contender.turn().as_secs_f64() * 1e9 / f64::from(contender.times);
            contender.took.push(took);
        }
    }
    report(title, rounds, &contenders)
}

fn report(title: &str, rounds: usize, contenders: &[Contender<'_>]) -> String {
    let mut text = format!("{title}, {rounds} rounds\n{:44}{:>12}{:>8}   quartiles\n", "", "median", "ratio");
    let median = |contender: &Contender<'_>| quantile(&contender.took, 0.5);
    let first = contenders.first().map_or(1.0, median);
    for contender in contenders {
        let [low, high] = [0.25, 0.75].map(|part| shown(quantile(&contender.took, part)));
        let (median, ratio) = (shown(median(contender)), median(contender) / first);
        let _ = writeln!(text, "{:44}{median:>12}{ratio:>8.3}   {low} to {high}", contender.name);
    }
    text
}

/// The value below which this part of the values lies; 0 where there are none.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "an index of a few hundred"
    )]
    let index = (last as f64 * part).round() as usize;
    sorted.get(index).copied().unwrap_or_default()
}

/// Nanoseconds in a unit that suits them.
pub fn shown(nanoseconds: f64) -> String {
    match nanoseconds {
        few if few < 1e3 => format!("{few:.0} ns"),
        some if some < 1e6 => format!("{:.1} µs", some / 1e3),
        many if many < 1e9 => format!("{:.1} ms", many / 1e6),
        most => format!("{:.2} s", most / 1e9),
    }
}

/// Whether a bench was asked for: `cargo bench -- WORD…` runs those whose name holds one of the words.
pub fn is_asked_for(bench: &str) -> bool {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    words.is_empty() || words.iter().any(|word| bench.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{quantile, shown};

    #[test]
    fn the_median_is_in_the_middle() {
        let found = [0.0, 0.5, 1.0].map(|part| quantile(&[3.0, 1.0, 2.0], part));
        assert_eq!(found.map(f64::to_bits), [1.0, 2.0, 3.0].map(f64::to_bits));
        assert_eq!(quantile(&[], 0.5).to_bits(), 0);
    }

    #[test]
    fn times_are_shown_in_units_that_suit_them() {
        assert_eq!([12.0, 1.5e3, 2.25e6, 3.0e9].map(shown), ["12 ns", "1.5 µs", "2.2 ms", "3.00 s"]);
    }
}
