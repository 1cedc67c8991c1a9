//! Follows a work request to its end: with a progress bar on a terminal, with plain lines elsewhere.
//!
//! ```text
//! cargo run -p cdexhub --example watch -- --endpoint http://127.0.0.1:8080 ocid1.workrequest.demo.succeeds
//! ```

mod connection;

use std::error::Error;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use std::time::Duration;

use cdexhub::operations::GetWorkRequest;
use cdexhub::runtime::{Event, Snapshot, Snapshots, WaitError};
use indicatif::{ProgressBar, ProgressStyle};

use connection::{Arguments, complain};

const USAGE: &str = "\
Follows a work request to its end.

Usage: watch [OPTIONS] <WORK_REQUEST_ID>

Options:
  --max-wait <SECONDS>      How long to wait [default: 1200]
";

const EXIT_CODES: &str = "
  -h, --help                Print this

Exit codes: 0 it has succeeded, 1 nobody can tell, 2 wrong usage, 3 it has failed, 4 it was canceled, 5 it needs a
person's attention, 6 it has not come to an end in time";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let screen = Screen::new();
    let arguments = Arguments::read(std::env::args().skip(1), &["--max-wait"]);
    let arguments = match arguments {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            println!("{USAGE}{}{EXIT_CODES}", connection::OPTIONS);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => return connection::misused(&*mistake),
    };
    match snapshots(&arguments, &screen) {
        Ok(snapshots) => follow(snapshots, &screen).await,
        Err(error) => {
            complain(&*error);
            ExitCode::FAILURE
        }
    }
}

/// The wait that the arguments ask for. What goes wrong in its course shows on the screen.
fn snapshots(arguments: &Arguments, screen: &Screen) -> Result<Snapshots<GetWorkRequest>, Box<dyn Error>> {
    let screen = screen.clone();
    let builder = arguments.connection.builder()?.observer(move |event: &Event<'_>| {
        if let Event::LookFailed { delay, .. } = event {
            screen.print(&format!("no answer; asking again in {} s", delay.as_secs_f64()));
        }
    });
    let mut wait = builder.build()?.get_work_request(&arguments.id).wait();
    if let Some(text) = arguments.own("--max-wait") {
        let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        wait = wait.max_wait(seconds.ok_or_else(|| format!("--max-wait takes a number of seconds, not `{text}`"))?);
    }
    Ok(wait.snapshots())
}

/// Shows what is seen until the end; the exit code says which end.
async fn follow(mut snapshots: Snapshots<GetWorkRequest>, screen: &Screen) -> ExitCode {
    screen.begin();
    while let Some(next) = snapshots.next().await {
        match next {
            Ok(snapshot) => screen.show(&snapshot),
            Err(error) => {
                if let Some(last) = error.last() {
                    screen.show(last);
                }
                screen.end();
                complain(&error);
                return ExitCode::from(code(&error));
            }
        }
    }
    screen.end();
    ExitCode::SUCCESS
}

fn code(error: &WaitError<GetWorkRequest>) -> u8 {
    match error {
        WaitError::Failed(_) => 3,
        WaitError::Canceled(_) => 4,
        WaitError::NeedsAttention(_) => 5,
        WaitError::Stalled(_) | WaitError::TimedOut(_) => 6,
        _ => 1,
    }
}

/// Where progress is shown.
#[derive(Clone)]
enum Screen {
    Bar(ProgressBar),
    Lines,
}

impl Screen {
    fn new() -> Self {
        if !stderr().is_terminal() {
            return Self::Lines;
        }
        let style = ProgressStyle::with_template("{spinner} {wide_bar} {pos:>3} % {msg} ({elapsed})");
        Self::Bar(ProgressBar::new(100).with_style(style.expect("the template is sound")))
    }

    fn begin(&self) {
        if let Self::Bar(bar) = self {
            // It turns while nothing comes, so that nobody thinks that the program has died.
            bar.enable_steady_tick(Duration::from_millis(120));
        }
    }

    fn show(&self, snapshot: &Snapshot<GetWorkRequest>) {
        let (status, percent) = (&snapshot.status, snapshot.percent_complete);
        match self {
            Self::Bar(bar) => {
                // A percentage fits, and a bar has no use for fractions.
                bar.set_position(percent.clamp(0.0, 100.0) as u64);
                bar.set_message(format!("{} {status}", snapshot.operation_type));
            }
            Self::Lines => {
                let seconds = snapshot.elapsed().as_secs_f64();
                let resources = snapshot.resources.len();
                // Whoever reads the lines may have gone; the exit code is there all the same.
                let _ = writeln!(stdout(), "{seconds:8.1} s  {status:<15} {percent:5.1} %  {resources} resources");
            }
        }
    }

    fn print(&self, line: &str) {
        match self {
            Self::Bar(bar) => bar.println(line),
            Self::Lines => eprintln!("{line}"),
        }
    }

    fn end(&self) {
        if let Self::Bar(bar) = self {
            bar.abandon();
        }
    }
}
