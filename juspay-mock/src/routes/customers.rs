//! Customers.

use crate::refusal::Refusal;
use crate::request::Request;
use crate::world::World;
use juspay_client::Wire;
use juspay_client::customers::{CreateCustomer, UpdateCustomer};

pub(super) fn create(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: CreateCustomer = request.body()?;
    Ok(world.create_customer(request.merchant.clone(), body).encode_at(request.version))
}

pub(super) fn get(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let token = request.query("options.get_client_auth_token") == Some("true");
    let auth = token.then(|| world.client_auth());
    let mut customer = world.customer_mut(&request.merchant, &request.id)?.clone();
    customer.juspay = auth;
    Ok(customer.encode_at(request.version))
}

pub(super) fn update(world: &mut World, request: &Request<'_>) -> Result<String, Refusal> {
    let body: UpdateCustomer = request.body()?;
    Ok(world.update_customer(&request.merchant, &request.id, body)?.encode_at(request.version))
}
