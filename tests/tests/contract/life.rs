//! A life of orders in which everything happens that the double can show.

use crate::call::{Answer, Caller, to, with};
use juspay_mock::{Command, Fault, MandateOutcome, Mock, PaymentOutcome, RefundOutcome, Settings};
use juspay_spec::version::ApiVersion;
use std::time::Duration;

/// What is answered at a version, step by step: the same steps at each.
pub(crate) fn answers(version: ApiVersion) -> Vec<Answer> {
    let mock = Mock::with(Settings::default()).expect("a double");
    let mut life = Life { caller: Caller::new(&mock, version), answers: Vec::new() };
    life.orders();
    life.payments();
    life.preauth();
    life.refunds();
    life.extras();
    life.mandates();
    life.sessions();
    life.customers();
    life.refusals();
    life.failures();
    life.answers
}

struct Life<'a> {
    caller: Caller<'a>,
    answers: Vec<Answer>,
}

impl Life<'_> {
    fn call(&mut self, operation: &str, how: crate::call::With<'_>) -> Answer {
        let answer = self.caller.call(operation, how);
        self.answers.push(answer.clone());
        answer
    }

    fn ok(&mut self, operation: &str, how: crate::call::With<'_>) -> Answer {
        let answer = self.call(operation, how);
        assert_eq!(answer.status, 200, "{}: {}", answer.step, answer.body);
        answer
    }

    fn refused(&mut self, operation: &str, how: crate::call::With<'_>, status: u16) {
        let answer = self.call(operation, how);
        assert_eq!(answer.status, status, "{}: {}", answer.step, answer.body);
    }

    /// Creates an order of 100.50 with more of a form.
    fn order(&mut self, order_id: &str, more: &str) {
        let form = format!("order_id={order_id}&amount=100.50&metadata.shelf=7{more}");
        self.ok("create_order", with(&form));
        self.look(order_id);
    }

    fn look(&mut self, order_id: &str) -> Answer {
        self.ok("order_status", to(order_id).query("options.add_full_gateway_response=true"));
        self.ok("order_status", to(order_id))
    }

    fn pay(&mut self, order_id: &str, outcome: PaymentOutcome) {
        self.caller.mock.pay(order_id, outcome).expect(order_id);
        self.look(order_id);
    }

    fn tell(&mut self, order_id: &str, command: Command) {
        self.caller.mock.perform(command).expect(order_id);
        self.look(order_id);
    }

    fn orders(&mut self) {
        self.order("plain", "");
        self.ok("create_order", with("order_id=plain&amount=100.50"));
        let token = "&options.get_client_auth_token=true&options.get_upi_deep_links=true&customer_id=c&udf1=a&udf6=b_";
        self.order("token", token);
        self.ok("create_order", with(r#"{"order_id": "json", "amount": 7, "options.get_client_auth_token": true}"#));
        self.ok("update_order", to("plain").body("amount=42&udf2=changed&billing_address_city=Pune"));
        self.ok("update_order", to("plain"));
    }

    fn payments(&mut self) {
        let methods = [
            ("card", "CARD&payment_method=VISA&card_number=4111111111111111&card_exp_month=07&card_exp_year=29"),
            ("saved", "CARD&payment_method=RUPAY&card_token=tok&is_emi=true&emi_bank=HDFC&emi_tenure=3&auth_type=OTP"),
            ("upi", "UPI&payment_method=UPI&txn_type=UPI_COLLECT&upi_vpa=a%40dummy"),
            ("bank", "NB&payment_method=NB_DUMMY"),
            ("wallet", "WALLET&payment_method=DUMMY&direct_wallet_token=w"),
            ("later", "CONSUMER_FINANCE"),
        ];
        for (order_id, method) in methods {
            self.order(order_id, "&return_url=https://shop.example/back");
            let form = format!("merchant_id=shop&order_id={order_id}&format=json&payment_method_type={method}");
            self.ok("start_txn", with(&form));
            self.look(order_id);
        }
        self.pay("card", PaymentOutcome::AuthenticationFailed);
        self.pay("card", PaymentOutcome::AuthorizationFailed);
        self.pay("card", PaymentOutcome::Declined);
        self.pay("card", PaymentOutcome::Pending);
        self.pay("card", PaymentOutcome::Charged);
        self.refused("update_order", to("card").body("amount=9"), 400);
    }

    /// The id of an order's attempt for captures and releases.
    fn held(&mut self, order_id: &str) -> String {
        self.order(order_id, "&metadata.txns.auto_capture=false");
        self.pay(order_id, PaymentOutcome::Charged);
        self.look(order_id).text("/txn_uuid")
    }

    fn preauth(&mut self) {
        let uuid = self.held("captured");
        self.ok("capture_txn", to(&uuid).body("amount=40.25"));
        self.tell("captured", Command::EndCapture { order_id: "captured".to_owned(), succeeds: true });
        self.ok("refund_order", to("captured").body("unique_request_id=cap&amount=0.25"));
        self.ok("capture_txn", to(&uuid));
        self.tell("captured", Command::EndCapture { order_id: "captured".to_owned(), succeeds: true });
        let uuid = self.held("failing");
        self.ok("capture_txn", to(&uuid));
        self.tell("failing", Command::EndCapture { order_id: "failing".to_owned(), succeeds: false });
        self.refused("capture_txn", to(&uuid).body("amount=100.51"), 400);
        let uuid = self.held("released");
        for succeeds in [false, true] {
            self.ok("void_txn", to(&uuid));
            self.tell("released", Command::EndVoid { order_id: "released".to_owned(), succeeds });
        }
        self.refused("void_txn", to(&uuid), 400);
    }

    fn refunds(&mut self) {
        self.refused("refund_order", to("plain").body("unique_request_id=r"), 400);
        self.order("given", "");
        self.pay("given", PaymentOutcome::Charged);
        let outcomes = [RefundOutcome::Success, RefundOutcome::Failure, RefundOutcome::ManualReview];
        for (number, outcome) in outcomes.into_iter().enumerate() {
            let form = format!("unique_request_id=r{number}&amount=1.0{number}");
            self.ok("refund_order", to("given").body(&form));
            self.look("given");
            self.caller.mock.end_refund("given", &format!("r{number}"), outcome).expect("a refund");
            self.look("given");
        }
        self.ok("refund_order", to("given").body("unique_request_id=r0&amount=1.00"));
        self.refused("refund_order", to("given").body("unique_request_id=r9&amount=1000"), 400);
        let txn = self.look("given").text("/txn_id");
        let form = format!("unique_request_id=t1&txn_id={txn}&amount=2&refund_type=INSTANT");
        self.ok("refund_txn", with(&form));
        self.ok("refund_txn", with("unique_request_id=t2&order_id=given&amount=3"));
        self.look("given");
        for (order_id, outcome) in [("back", RefundOutcome::Success), ("stuck", RefundOutcome::Failure)] {
            self.order(order_id, "");
            self.pay(order_id, PaymentOutcome::Charged);
            self.tell(order_id, Command::AutoRefund { order_id: order_id.to_owned() });
            let id = self.request_id(order_id);
            self.caller.mock.end_refund(order_id, &id, outcome).expect("a refund");
            self.look(order_id);
        }
    }

    /// The request id of an order's only refund; whether a version shows it does not matter.
    fn request_id(&self, order_id: &str) -> String {
        let caller = Caller::new(self.caller.mock, crate::API.latest());
        caller.call("order_status", to(order_id)).text("/refunds/0/unique_request_id")
    }

    fn extras(&mut self) {
        let order_id = || "rich".to_owned();
        self.order("rich", "&metadata.JUSPAY:gateway_reference_id=account-9");
        self.pay("rich", PaymentOutcome::Charged);
        self.tell("rich", Command::Redeem { order_id: order_id(), points: 20 });
        self.tell("rich", Command::GatewayOffer { order_id: order_id(), discount: 5, granted: true });
        self.tell("rich", Command::GatewayOffer { order_id: order_id(), discount: 5, granted: false });
        self.tell("rich", Command::Chargeback { order_id: order_id() });
    }

    fn mandates(&mut self) {
        self.order(
            "mandate",
            "&options.create_mandate=REQUIRED&mandate.max_amount=500&mandate.frequency=MONTHLY&mandate.rule_value=5",
        );
        self.pay("mandate", PaymentOutcome::AuthorizationFailed);
        self.pay("mandate", PaymentOutcome::Charged);
        let id = self.look("mandate").text("/mandate/mandate_id");
        self.order("used", "");
        let form = format!("merchant_id=shop&order_id=used&format=json&payment_method_type=CARD&mandate_id={id}");
        self.ok("start_txn", with(&form));
        self.pay("used", PaymentOutcome::Charged);
        for outcome in [MandateOutcome::Paused, MandateOutcome::Resumed, MandateOutcome::Revoked] {
            self.tell("mandate", Command::ChangeMandate { order_id: "mandate".to_owned(), outcome });
        }
        self.order("unused", "");
        let form = form.replace("order_id=used", "order_id=unused");
        self.refused("start_txn", with(&form), 400);
    }

    fn sessions(&mut self) {
        let body = r#"{"order_id": "page", "amount": "7.00", "customer_id": "c", "payment_page_client_id": "shop",
            "action": "paymentPage", "return_url": "https://shop.example/back", "udf6": null}"#;
        self.ok("create_session", with(body));
        self.ok("create_session", with(body));
        self.look("page");
        self.refused("create_session", with(r#"{"order_id": "page"}"#), 400);
    }

    fn customers(&mut self) {
        let form = "object_reference_id=customer-1&mobile_number=0000000000&email_address=c%40shop.example";
        self.ok("create_customer", with(form));
        let id = self.ok("create_customer", with(&format!("{form}&options.get_client_auth_token=true"))).text("/id");
        self.ok("get_customer", to(&id));
        self.ok("get_customer", to("customer-1").query("options.get_client_auth_token=true"));
        self.ok("update_customer", to(&id).body("first_name=A"));
        self.refused("update_customer", to(&id).body("first_name=A&first_name=B"), 400);
        self.refused("create_customer", with("object_reference_id=customer-2"), 400);
    }

    /// What is wrong with calls, in every operation that says so.
    fn refusals(&mut self) {
        self.refused("create_order", with("order_id=x&amount=0.99"), 400);
        self.refused("create_order", with("amount=1&udf1=%21&return_url=/back"), 400);
        self.refused("order_status", to("plain").query("options.add_full_gateway_response=maybe"), 400);
        self.refused("get_customer", to("customer-1").query("options.get_client_auth_token=1"), 400);
        self.refused("refund_txn", with("unique_request_id=r"), 400);
        let start = "merchant_id=shop&order_id=nobody&format=json&payment_method_type=UPI";
        self.refused("start_txn", with(start), 404);
        for operation in ["order_status", "update_order", "get_customer", "update_customer", "capture_txn", "void_txn"]
        {
            self.refused(operation, to("nobody"), 404);
        }
        self.refused("refund_order", to("nobody").body("unique_request_id=r"), 404);
        self.refused("refund_txn", with("unique_request_id=r&order_id=nobody"), 404);
    }

    /// What no call is to blame for: a missing key, and what a server may answer to anything.
    fn failures(&mut self) {
        for endpoint in &crate::API.endpoints {
            for status in endpoint.responses.iter().map(|response| response.status) {
                match status {
                    401 => self.refused(&endpoint.name, to("plain").anonymous(), 401),
                    403 | 500.. => self.scripted(&endpoint.name, status),
                    // The page has this status twice, and nothing that leads to it.
                    404 if endpoint.name == "create_session" => self.scripted(&endpoint.name, status),
                    _ => {}
                }
            }
        }
        self.caller.mock.advance(Duration::from_secs(5 * 86_400));
        self.look("given");
        self.look("captured");
    }

    fn scripted(&mut self, operation: &str, status: u16) {
        self.caller.mock.inject(Fault::status(status)).expect("a status");
        self.refused(operation, to("plain"), status);
    }
}
