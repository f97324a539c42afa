//! Customers.

use juspay_client::Version;
use juspay_client::client::GetCustomerParameters;
use juspay_client::customers::{CreateCustomer, UpdateCustomer};

use crate::shop::{Shop, Way};

everywhere!(a_customer_is_kept);

async fn a_customer_is_kept<V: Version, W: Way>(shop: &Shop<V, W>) {
    let mut new = CreateCustomer::new("cust-1", "9876543210");
    new.first_name = Some("Asha".to_owned());
    let created = shop.send(shop.client.create_customer(new)).await;
    assert_eq!(created.object_reference_id.as_deref(), Some("cust-1"));

    let change = UpdateCustomer::new().with_last_name("Rao");
    shop.send(shop.client.update_customer(&created.id, change)).await;
    // By either id; the token is asked for.
    let token = GetCustomerParameters::new().get_client_auth_token(true);
    let found = shop.send(shop.client.get_customer("cust-1").with(token)).await;
    assert_eq!((found.id.as_str(), found.first_name.as_deref()), (created.id.as_str(), Some("Asha")));
    assert_eq!(found.last_name.as_deref(), Some("Rao"));
    assert!(found.juspay.as_ref().is_some_and(|auth| auth.client_auth_token.is_some()));
    let found = shop.send(shop.client.get_customer(&created.id)).await;
    assert!(found.juspay.is_none());

    assert!(shop.fail(shop.client.get_customer("cust-2")).await.is_not_found());
}
