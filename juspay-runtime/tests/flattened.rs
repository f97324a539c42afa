//! Flattened objects in flattened objects: what is absent takes only its own fields along.
#![allow(clippy::unwrap_used, reason = "tests")]

use juspay_runtime::{self as rt, Rule, Shape, Wire, field, flat};

#[derive(Debug, PartialEq)]
struct Visit {
    id: String,
    place: Option<Place>,
    note: Option<String>,
}

const VISIT_FIELDS: &[rt::Field] = &[
    field("id", 0).required(),
    field("place_city", 1),
    field("place_floor_number", 2),
    field("place_floor_door", 3),
    field("place_zip", 4),
    field("note", 5),
];
static VISIT: Shape = Shape::new("Visit", VISIT_FIELDS)
    .flats(&[flat(1, 5), flat(2, 4)])
    .rules(&[(4, &[Rule::MaxLength(2)]), (5, &[Rule::MaxLength(2)])]);

rt::record! {
    Visit VISIT;
    plain: 0 id, 5 note;
    flat_option: 1..5 place;
}

#[derive(Debug, PartialEq)]
struct Place {
    city: Option<String>,
    floor: Option<Floor>,
    zip: Option<String>,
}

const PLACE_FIELDS: &[rt::Field] =
    &[field("city", 0), field("floor_number", 1), field("floor_door", 2), field("zip", 3)];
static PLACE: Shape = Shape::new("Place", PLACE_FIELDS).flats(&[flat(1, 3)]);

rt::record! {
    Place PLACE;
    plain: 0 city, 3 zip;
    flat_option: 1..3 floor;
}

#[derive(Debug, PartialEq)]
struct Floor {
    number: Option<i64>,
    door: Option<String>,
}

const FLOOR_FIELDS: &[rt::Field] = &[field("number", 0), field("door", 1)];
static FLOOR: Shape = Shape::new("Floor", FLOOR_FIELDS);

rt::record! {
    Floor FLOOR;
    plain: 0 number, 1 door;
}

#[test]
fn an_absent_object_takes_only_its_own_fields_along() {
    for form in [
        "id=1",
        "id=1&note=x",
        "id=1&place_city=Goa&place_zip=40&note=x",
        "id=1&place_zip=40",
        "id=1&place_floor_door=b&note=x",
        "id=1&place_city=Goa&place_floor_number=2&place_floor_door=b&place_zip=40",
    ] {
        let pairs: Vec<String> = form
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| match key {
                "place_floor_number" => format!("\"{key}\":{value}"),
                _ => format!("\"{key}\":\"{value}\""),
            })
            .collect();
        let json = format!("{{{}}}", pairs.join(","));
        let visit = Visit::from_json(&json).unwrap();
        assert_eq!((visit.to_form(), visit.to_json()), (form.to_owned(), json));
    }
}

#[test]
fn what_comes_behind_an_absent_object_is_checked() {
    let place = Place { city: None, floor: None, zip: Some("403".to_owned()) };
    let visit = Visit { id: "1".to_owned(), place: Some(place), note: Some("long".to_owned()) };
    let fields: Vec<String> = visit.check().into_iter().map(|violation| violation.field).collect();
    assert_eq!(fields, ["place_zip", "note"]);
    let fields: Vec<String> = Visit { place: None, ..visit }.check().into_iter().map(|found| found.field).collect();
    assert_eq!(fields, ["note"]);
}
