//! A list that may be absent: what it is made of, and what it becomes.

use juspay_runtime::List;

#[test]
fn a_list_that_is_not_there_is_told_from_an_empty_one() {
    let (absent, empty) = (List::<i64>::ABSENT, List::from(Vec::<i64>::new()));
    assert!(absent.is_absent() && !empty.is_absent());
    assert!(absent.is_empty() && empty.is_empty());
    assert_ne!(absent, empty);
    assert_eq!((absent.into_option(), empty.into_option()), (None, Some(Vec::new())));
}

#[test]
fn items_are_added_at_the_end_and_make_the_list_be_there() {
    let mut list = List::ABSENT;
    list.push(1);
    list.extend([2, 3]);
    list.push(4);
    assert_eq!(*list, [1, 2, 3, 4]);
    let mut nothing_more = List::<i64>::ABSENT;
    nothing_more.extend([]);
    assert!(!nothing_more.is_absent());
}

#[test]
fn items_come_out_as_they_went_in() {
    let list: List<i64> = (1..=3).collect();
    assert_eq!(list.clone().map(|item| item * 2).into_option(), Some(vec![2, 4, 6]));
    assert_eq!(list.clone().into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(list.into_option(), Some(vec![1, 2, 3]));
    assert_eq!(List::<i64>::ABSENT.map(|item| item * 2).into_option(), None);
}
