//! Patterns that name items: `orders.*`, `Order`, `order_status`.

/// A pattern, `*` standing for any run of characters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'a>(pub(crate) &'a str);

impl Pattern<'_> {
    /// Whether it names the item of a module, with or without the module.
    pub(crate) fn names(self, module: &str, item: &str) -> bool {
        match self.0.split_once('.') {
            Some((own, rest)) => matches(own, module) && matches(rest, item),
            None => matches(self.0, item),
        }
    }
}

/// Whether a text matches, in time linear in both for each star.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, text, expected) in [
            ("Order", "Order", true),
            ("Order", "Orders", false),
            ("*", "", true),
            ("Order*", "OrderStatus", true),
            ("*Status", "OrderStatus", true),
            ("O*S*s", "OrderStatus", true),
            ("O*x*s", "OrderStatus", false),
            ("ab*ba", "aba", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn a_module_may_be_named() {
        assert!(Pattern("orders.*").names("orders", "Order"));
        assert!(!Pattern("orders.*").names("payments", "Order"));
        assert!(Pattern("*.Order").names("orders", "Order"));
        assert!(Pattern("Order").names("orders", "Order"));
    }
}
