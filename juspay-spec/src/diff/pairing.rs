//! Which item of one spec is which of the other.

use std::collections::BTreeMap;

/// The items of two lists with equal keys, and those that stand alone, by key.
pub(super) fn pair_up<'o, 'n, O, N, K: Ord>(
    old: impl IntoIterator<Item = &'o O>,
    new: impl IntoIterator<Item = &'n N>,
    old_key: impl Fn(&O) -> K,
    new_key: impl Fn(&N) -> K,
) -> Vec<(Option<&'o O>, Option<&'n N>)> {
    let mut pairs: BTreeMap<K, (Option<&'o O>, Option<&'n N>)> = BTreeMap::new();
    for item in old {
        pairs.entry(old_key(item)).or_default().0 = Some(item);
    }
    for item in new {
        pairs.entry(new_key(item)).or_default().1 = Some(item);
    }
    pairs.into_values().collect()
}

/// Takes every two items that are the same and the same as no other out of two lists.
pub(super) fn take_pairs<'o, 'n, O, N>(
    old: &mut Vec<&'o O>,
    new: &mut Vec<&'n N>,
    same: impl Fn(&O, &N) -> bool,
) -> Vec<(&'o O, &'n N)> {
    let mut pairs = Vec::new();
    for one in old.iter() {
        let mut hits = new.iter().filter(|other| same(one, other));
        if let (Some(other), None) = (hits.next(), hits.next())
            && old.iter().filter(|rival| same(rival, other)).count() == 1
        {
            pairs.push((*one, *other));
        }
    }
    old.retain(|one| !pairs.iter().any(|(taken, _)| std::ptr::eq(*taken, *one)));
    new.retain(|one| !pairs.iter().any(|(_, taken)| std::ptr::eq(*taken, *one)));
    pairs
}
