//! Work on many things at the same time, with a progress bar.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};

/// How many jobs run at the same time: as many as were asked for, or one for each processor.
pub(crate) fn jobs(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1)
}

/// Does the work on each of the items, and gives what came of them in their order.
pub(crate) fn each<Item: Sync, Done: Send>(
    items: &[Item],
    noun: &'static str,
    asked: Option<usize>,
    work: impl Fn(&Item) -> Done + Sync,
) -> Vec<Done> {
    let bar = bar(items.len(), noun);
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(items.len())));
    thread::scope(|scope| {
        for _ in 0..jobs(asked).min(items.len()) {
            scope.spawn(|| {
                while let Some((at, item)) = take(&next, items) {
                    let done = work(item);
                    found.lock().expect("no thread stops while it holds the list").push((at, done));
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let mut found = found.into_inner().expect("no thread stops while it holds the list");
    found.sort_unstable_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, done)| done).collect()
}

fn take<'items, Item>(next: &AtomicUsize, items: &'items [Item]) -> Option<(usize, &'items Item)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    items.get(at).map(|item| (at, item))
}

/// Drawn on standard error, where that is a terminal.
pub(crate) fn bar(length: usize, noun: &'static str) -> ProgressBar {
    let template = format!("{{bar:40}} {{pos}}/{{len}} {noun}, {{eta}} left");
    let style = ProgressStyle::with_template(&template).expect("the template is sound");
    ProgressBar::new(length as u64).with_style(style)
}
