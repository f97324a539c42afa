//! How a payment is made, and what its order shows of that. A whole card number and a security code are never kept.

use juspay_client::Secret;
use juspay_client::orders::Order;
use juspay_client::payments::{AuthType, Card, PaymentMethodType, TxnDetail, TxnFlowType, Upi, Wallet};
use juspay_client::txns::StartTxn;

/// How a payment is made.
#[derive(Default)]
pub(crate) struct Method {
    /// The mandate that it uses: then the customer has nothing to do.
    pub(crate) mandate_id: Option<String>,
    /// Whether it sets a mandate up, though the order did not ask for one.
    pub(crate) sets_up_mandate: bool,
    shown: Shown,
}

/// What an order shows of it.
struct Shown {
    kind: PaymentMethodType,
    name: Option<String>,
    auth: Option<AuthType>,
    flow: TxnFlowType,
    card: Option<Card>,
    vpa: Option<String>,
    app: Option<String>,
    emi_bank: Option<String>,
    emi_tenure: Option<i64>,
}

impl Default for Shown {
    /// A request to the customer's UPI app.
    fn default() -> Self {
        Self {
            kind: PaymentMethodType::Upi,
            name: Some("UPI".to_owned()),
            auth: None,
            flow: TxnFlowType::Collect,
            card: None,
            vpa: Some("customer@dummy".to_owned()),
            app: None,
            emi_bank: None,
            emi_tenure: None,
        }
    }
}

impl Method {
    /// The method of a call.
    pub(crate) fn of_call(call: &StartTxn) -> Self {
        let card = call.payment_method_type == PaymentMethodType::Card;
        let emi = call.is_emi == Some(true);
        let shown = Shown {
            kind: call.payment_method_type.clone(),
            name: call.payment_method.clone(),
            auth: call.auth_type.clone().or_else(|| card.then_some(AuthType::ThreeDs)),
            flow: flow(call),
            card: card.then(|| shown_of(call)),
            vpa: call.upi_vpa.clone(),
            app: call.upi_app.clone(),
            emi_bank: call.emi_bank.clone().filter(|_| emi),
            emi_tenure: call.emi_tenure.filter(|_| emi),
        };
        Self { mandate_id: call.mandate_id.clone(), sets_up_mandate: call.should_create_mandate == Some(true), shown }
    }

    /// Writes the method into an order and its attempt; what an attempt before had left is gone.
    pub(crate) fn show(&self, order: &mut Order, detail: &mut TxnDetail) {
        let shown = &self.shown;
        let is = |kind: &PaymentMethodType| shown.kind == *kind;
        order.payment_method_type = Some(shown.kind.clone());
        order.payment_method.clone_from(&shown.name);
        order.auth_type.clone_from(&shown.auth);
        order.card.clone_from(&shown.card);
        order.emi_bank.clone_from(&shown.emi_bank);
        order.emi_tenure = shown.emi_tenure;
        order.upi = is(&PaymentMethodType::Upi).then(|| {
            let mut upi = Upi::new();
            upi.payer_vpa.clone_from(&shown.vpa);
            upi.payer_app.clone_from(&shown.app);
            upi.txn_flow_type = Some(shown.flow.clone());
            upi
        });
        order.payer_vpa = shown.vpa.clone().filter(|_| is(&PaymentMethodType::Upi));
        order.wallet = is(&PaymentMethodType::Wallet).then(|| {
            let mut wallet = Wallet::new();
            wallet.txn_flow_type = Some(shown.flow.clone());
            wallet
        });
        detail.txn_flow_type = Some(shown.flow.clone());
        detail.redirect = Some(self.mandate_id.is_none());
        detail.express_checkout = Some(shown.card.as_ref().is_some_and(|card| card.using_saved_card == Some(true)));
    }
}

fn flow(call: &StartTxn) -> TxnFlowType {
    match call.payment_method_type {
        _ if call.is_emi == Some(true) => TxnFlowType::Emi,
        PaymentMethodType::Card => TxnFlowType::CardTransaction,
        PaymentMethodType::NetBanking => TxnFlowType::NetBanking,
        PaymentMethodType::Upi if call.txn_type.as_deref() == Some("UPI_PAY") => TxnFlowType::Intent,
        PaymentMethodType::Upi => TxnFlowType::Collect,
        PaymentMethodType::Wallet if call.direct_wallet_token.is_some() => TxnFlowType::DirectDebit,
        PaymentMethodType::Wallet => TxnFlowType::RedirectDebit,
        PaymentMethodType::ConsumerFinance => TxnFlowType::PayLater,
        PaymentMethodType::Cash => TxnFlowType::CashPay,
        _ => TxnFlowType::Redirect,
    }
}

/// What an order shows of a card.
fn shown_of(call: &StartTxn) -> Card {
    let number = call.card_number.as_ref().map(Secret::expose).unwrap_or_default();
    let (isin, last) = ends(number);
    let mut card = Card::new();
    card.expiry_month.clone_from(&call.card_exp_month);
    card.expiry_year = call.card_exp_year.as_deref().map(full_year);
    card.name_on_card.clone_from(&call.name_on_card);
    card.card_brand.clone_from(&call.payment_method);
    card.saved_to_locker = Some(call.save_to_locker == Some(true));
    card.using_saved_card = Some(call.card_token.is_some());
    card.using_token = Some(false);
    card.token_type = Some("CARD".to_owned());
    card.card_fingerprint = Some(fingerprint(&[&isin, &last, call.card_exp_month.as_deref().unwrap_or_default()]));
    card.card_isin = Some(isin);
    card.last_four_digits = Some(last);
    card.card_reference = Some(String::new());
    card
}

/// The first six and the last four digits of a card number; nothing of what is too short to be one.
fn ends(number: &str) -> (String, String) {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 12 {
        return (String::new(), String::new());
    }
    (digits.iter().take(6).collect(), digits.iter().skip(digits.len() - 4).collect())
}

fn full_year(year: &str) -> String {
    let short = year.len() == 2 && year.bytes().all(|digit| digit.is_ascii_digit());
    if short { format!("20{year}") } else { year.to_owned() }
}

/// The same for the same parts. It is made of what the order shows anyway, so nothing can be found out by it.
fn fingerprint(parts: &[&str]) -> String {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, mix))
}

#[cfg(test)]
mod tests {
    use super::{ends, fingerprint, full_year};

    #[test]
    fn of_a_card_only_its_ends_are_kept() {
        let is = |number: &str, isin: &str, last: &str| assert_eq!(ends(number), (isin.to_owned(), last.to_owned()));
        is("4111 1111 1111 1234", "411111", "1234");
        is("411111111111", "411111", "1111");
        is("41111111111", "", "");
        is("not a number", "", "");
        assert_eq!(full_year("28"), "2028");
        assert_eq!(full_year("2028"), "2028");
        assert_eq!(fingerprint(&["411111", "1234"]), fingerprint(&["411111", "1234"]));
        assert_ne!(fingerprint(&["411111", "1234"]), fingerprint(&["4111111", "234"]));
    }
}
