//! Customers.

use super::{MOST, World, forget_oldest};
use crate::refusal::Refusal;
use juspay_client::customers::{CreateCustomer, Customer, UpdateCustomer};

impl World {
    /// Creates a customer. A repeat with the same reference answers with the customer: what the API does is not known.
    pub(crate) fn create_customer(&mut self, merchant: String, new: CreateCustomer) -> Customer {
        let stamp = self.now.stamp();
        let auth = (new.get_client_auth_token == Some(true)).then(|| self.client_auth());
        let id = self.ids.id("cst_");
        let customer = self.customers.entry((merchant, new.object_reference_id.clone())).or_insert_with(|| {
            let mut customer = Customer::new(id);
            customer.object = Some("customer".to_owned());
            customer.object_reference_id = Some(new.object_reference_id);
            customer.mobile_number = Some(new.mobile_number);
            customer.mobile_country_code = new.mobile_country_code;
            customer.email_address = new.email_address;
            customer.first_name = new.first_name;
            customer.last_name = new.last_name;
            customer.date_created = Some(stamp.clone());
            customer.last_updated = Some(stamp);
            customer
        });
        let mut answer = customer.clone();
        forget_oldest(&mut self.customers, MOST);
        answer.juspay = auth;
        answer
    }

    /// A merchant's customer, by the double's id or the merchant's reference.
    pub(crate) fn customer_mut(&mut self, merchant: &str, id: &str) -> Result<&mut Customer, Refusal> {
        let mut own = self.customers.iter_mut().filter(|((of, _), _)| of == merchant);
        let found = own.find(|((_, reference), customer)| reference == id || customer.id == id);
        let none = || Refusal::not_found("customer_not_found", format!("There is no customer {id}."));
        found.map(|(_, customer)| customer).ok_or_else(none)
    }

    pub(crate) fn update_customer(
        &mut self,
        merchant: &str,
        id: &str,
        change: UpdateCustomer,
    ) -> Result<Customer, Refusal> {
        let stamp = self.now.stamp();
        let customer = self.customer_mut(merchant, id)?;
        customer.last_updated = Some(stamp);
        let fields = [
            (&mut customer.mobile_number, change.mobile_number),
            (&mut customer.mobile_country_code, change.mobile_country_code),
            (&mut customer.email_address, change.email_address),
            (&mut customer.first_name, change.first_name),
            (&mut customer.last_name, change.last_name),
        ];
        for (held, value) in fields {
            if value.is_some() {
                *held = value;
            }
        }
        Ok(customer.clone())
    }
}
