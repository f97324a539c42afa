//! `juspay-mock`: the double as a command, for people and for other languages.

use anyhow::Context as _;
use clap::Parser;
use juspay_mock::{Clock, Mock, Outcomes, Repeat, Settings, UnknownOrder, Webhooks};
use juspay_runtime::Secret;

/// A double of the Juspay Express Checkout API on this machine. It moves no money and forgets all when it ends.
#[derive(Debug, Parser)]
#[command(name = "juspay-mock")]
struct Options {
    /// Port of the loopback address; 0 for any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Refuses unknown parameters, and calls that name no version
    #[arg(long)]
    strict: bool,
    /// Insists on the colon behind the key
    #[arg(long)]
    colon: bool,
    /// Decides ids and tokens: the same seed and calls give the same answers
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// The only key that is taken; any will do without
    #[arg(long, env = "JUSPAY_MOCK_KEY", hide_env_values = true)]
    key: Option<String>,
    /// The only x-merchantid that is taken; any will do without
    #[arg(long)]
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
    #[arg(long)]
    webhook_version: Option<String>,
    /// User name of the events' basic credentials
    #[arg(long, requires = "webhook_password")]
    webhook_user: Option<String>,
    /// Password of the events' basic credentials
    #[arg(long, env = "JUSPAY_MOCK_WEBHOOK_PASSWORD", hide_env_values = true, requires = "webhook_user")]
    webhook_password: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let port = options.port;
    let settings = settings(options)?;
    let mock = Mock::with(settings).with_context(|| format!("port {port} of this machine cannot be had"))?;
    println!("{}", mock.url());
    mock.wait();
    Ok(())
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
    settings.clock = Clock::Running;
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
