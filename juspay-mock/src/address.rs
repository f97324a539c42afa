//! Addresses that callers send: they must be absolute.

/// Whether this is an absolute address as RFC 3986 writes one. Its scheme may be that of an app.
pub(crate) fn is_absolute(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let Some(rest) = rest.strip_prefix("//") else { return is_scheme(scheme) && is_path(rest) };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    is_scheme(scheme) && is_authority(authority) && is_path(path)
}

fn is_scheme(text: &str) -> bool {
    let rest = text.trim_start_matches(|first: char| first.is_ascii_alphabetic());
    rest.len() < text.len() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// A path, perhaps with a query and a fragment.
fn is_path(text: &str) -> bool {
    text.matches('#').count() <= 1 && is_written(text)
}

fn is_authority(text: &str) -> bool {
    let (user, host) = text.rsplit_once('@').unwrap_or(("", text));
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, ""),
    };
    let numeric = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    let known = match numeric {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => is_written(name) && !name.contains([':', '@']),
    };
    known && is_written(user) && !user.contains('@') && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether there are only characters that an address may have, and a percent sign begins two digits.
fn is_written(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fine = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?#".contains(&byte),
        };
        if !fine {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_absolute;

    #[test]
    fn addresses_are_absolute_and_well_written() {
        for fine in [
            "https://shop.example/back",
            "http://127.0.0.1:8080",
            "HTTPS://u:p@shop.example:/a%20b?x=1#y",
            "http://[::1]:80/",
            "shop-app://back?x=1",
            "a2+b:c",
        ] {
            assert!(is_absolute(fine), "{fine}");
        }
        for wrong in [
            "",
            "back",
            "shop.example/back",
            "//shop.example",
            "://x",
            "2https://shop.example",
            "ht tp://shop.example",
            "https://shop example",
            "https://shop.example/{x}",
            "https://shop.example/%2",
            "https://shop.example/%zz",
            "https://shop.example:x/",
            "https://[::1",
            "https://[::g]/",
            "https://a@b@c/",
            "https://a/#b#c",
            "https://a/[b]",
            "https://\u{fc}.example/",
            "https://a/\n",
        ] {
            assert!(!is_absolute(wrong), "{wrong:?}");
        }
    }
}
