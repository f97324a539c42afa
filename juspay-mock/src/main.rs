//! `juspay-mock`: the double as a command, for people and for other languages.

use anyhow::Context as _;
use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use juspay_mock::{Clock, Mock, Outcomes, Repeat, Settings, UnknownOrder, Webhooks};
use juspay_runtime::Secret;
use std::io::Write as _;
use std::process::ExitCode;

/// A double of the Juspay Express Checkout API on this machine. It moves no money and forgets all when it ends.
///
/// The first line that it prints is where it answers; there it has a page for people.
#[derive(Debug, Parser)]
#[command(name = "juspay-mock", version)]
struct Options {
    /// Port of the loopback address; 0 for any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Refuses unknown parameters, calls that name no version, and a form where JSON belongs
    #[arg(long)]
    strict: bool,
    /// Insists on the colon behind the key
    #[arg(long)]
    colon: bool,
    /// Decides ids and tokens: the same seed and calls give the same answers
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Time at which the clock stands until it is told otherwise, such as 2026-01-01T00:00:00Z; without, it runs
    #[arg(long, value_parser = clock)]
    clock: Option<Clock>,
    /// The only key that is taken; without, a merchant's first one is its key
    #[arg(long, env = "JUSPAY_MOCK_KEY", hide_env_values = true, value_parser = NonEmptyStringValueParser::new())]
    key: Option<String>,
    /// The only x-merchantid that is taken; any will do without
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    merchant_id: Option<String>,
    /// What creating an order or a refund again does
    #[arg(long, value_enum, default_value = "answer")]
    repeat: Repeat,
    /// How the lookup of an unknown order is answered
    #[arg(long, value_enum, default_value = "not-found")]
    unknown_order: UnknownOrder,
    /// What becomes of payments and refunds by themselves
    #[arg(long, value_enum, default_value = "scripted")]
    outcomes: Outcomes,
    /// Address on this machine to which events are posted
    #[arg(long, requires = "webhook_version")]
    webhook_url: Option<String>,
    /// Version at which events are written, as the dashboard sets it
    #[arg(long, requires = "webhook_url")]
    webhook_version: Option<String>,
    /// User name of the events' basic credentials
    #[arg(long, requires_all = ["webhook_url", "webhook_password"])]
    webhook_user: Option<String>,
    /// Password of the events' basic credentials
    #[arg(long, env = "JUSPAY_MOCK_WEBHOOK_PASSWORD", hide_env_values = true, requires = "webhook_user")]
    webhook_password: Option<String>,
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("juspay-mock: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs until it is interrupted or terminated.
fn run(options: Options) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mock = Mock::with(settings(options)?)?;
    let signals = {
        let _inside = runtime.enter();
        signals()?
    };
    // Scripts read the first line. If nobody does, that is no reason to stop.
    let _ = writeln!(std::io::stdout(), "{}", mock.url()).and_then(|()| std::io::stdout().flush());
    runtime.block_on(signals);
    Ok(())
}

/// Waits for whatever ends a program; from now on, none of it kills.
#[cfg(unix)]
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Waits for whatever ends a program.
#[cfg(not(unix))]
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// A point in time such as 2026-01-01T00:00:00Z.
fn clock(text: &str) -> Result<Clock, jiff::Error> {
    Ok(Clock::Standing(text.parse::<jiff::Timestamp>()?.as_second()))
}

fn settings(options: Options) -> anyhow::Result<Settings> {
    let mut settings = Settings::default();
    settings.port = options.port;
    settings.strict = options.strict;
    settings.colon = options.colon;
    settings.seed = options.seed;
    settings.key = options.key.map(Secret::from);
    settings.merchant_id = options.merchant_id;
    settings.repeat = options.repeat;
    settings.unknown_order = options.unknown_order;
    settings.outcomes = options.outcomes;
    settings.clock = options.clock.unwrap_or(Clock::Running);
    if let (Some(url), Some(version)) = (options.webhook_url, options.webhook_version) {
        let version = version.parse().with_context(|| format!("--webhook-version {version}"))?;
        let mut webhooks = Webhooks::new(url, version);
        if let (Some(user), Some(password)) = (options.webhook_user, options.webhook_password) {
            webhooks = webhooks.credentials(user, password);
        }
        settings.webhooks = Some(webhooks);
    }
    Ok(settings)
}
