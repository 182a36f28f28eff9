//! Who may ask for what: the name this was asked under, the site that asks, and the path.

use super::http::Request;
use super::reply::Reply;
use super::secret::Secrets;

/// Lets through what was meant for this program.
#[derive(Debug)]
pub(super) struct Guard {
    secrets: Secrets,
    hosts: [String; 3],
    port: u16,
}

/// What a path opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens<'a> {
    /// The folder: what follows its secret.
    Folder(&'a str),
    /// The busy times alone.
    Busy(&'a str),
}

impl Guard {
    /// For a server at this port.
    pub(super) fn new(secrets: Secrets, port: u16) -> Self {
        let hosts = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"));
        Self { secrets, hosts, port }
    }

    /// What is printed once.
    pub(super) fn addresses(&self, has_page: bool) -> String {
        let Secrets { all, busy } = &self.secrets;
        let at = format!("http://127.0.0.1:{}", self.port);
        let page = if has_page { format!("page      {at}/{all}/\n") } else { String::new() };
        format!("training  {at}/{all}/training.ics\nbusy      {at}/{busy}/busy.ics\n{page}")
    }

    /// Refuses what was asked under another name, or by another site.
    pub(super) fn check(&self, request: &Request) -> Result<(), Reply> {
        let known = |host: &str| {
            self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
                || self.port == 80
                    && self.hosts.iter().any(|known| known.trim_end_matches(":80").eq_ignore_ascii_case(host))
        };
        if !request.header("host").is_some_and(known) {
            return Err(Reply::text(421, "this is not served under that name"));
        }
        let is_own =
            |origin: &str| origin.strip_prefix("http://").is_some_and(|host| request.header("host") == Some(host));
        if request.count("origin") > 0 && !request.header("origin").is_some_and(is_own) {
            return Err(Reply::text(403, "another site may not ask"));
        }
        let by = request.header("sec-fetch-site");
        if request.method == "POST" && by.is_some_and(|site| site != "same-origin") {
            return Err(Reply::text(403, "another site may not ask"));
        }
        Ok(())
    }

    /// What a path opens; nothing where its secret is neither.
    pub(super) fn opens<'a>(&self, path: &'a str) -> Option<Opens<'a>> {
        let path = path.strip_prefix('/')?;
        let (secret, rest) = path.split_at_checked(path.find('/').unwrap_or(path.len()))?;
        // Both are always compared whole, so that the time it takes tells nothing.
        let (all, busy) = (is_same(secret, &self.secrets.all), is_same(secret, &self.secrets.busy));
        match (all, busy) {
            (true, _) => Some(Opens::Folder(rest)),
            (_, true) => Some(Opens::Busy(rest)),
            _ => None,
        }
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_secret_opens_its_own() {
        let secrets = Secrets { all: "a".repeat(32), busy: "b".repeat(32) };
        let guard = Guard::new(secrets, 8642);
        assert_eq!(guard.opens(&format!("/{}/training.ics", "a".repeat(32))), Some(Opens::Folder("/training.ics")));
        assert_eq!(guard.opens(&format!("/{}", "a".repeat(32))), Some(Opens::Folder("")));
        assert_eq!(guard.opens(&format!("/{}/busy.ics", "b".repeat(32))), Some(Opens::Busy("/busy.ics")));
        for path in
            ["", "/", "//", "/training.ics", &format!("/{}/", "a".repeat(31)), "/é/", &format!("/{}/", "A".repeat(32))]
        {
            assert_eq!(guard.opens(path), None, "{path}");
        }
    }
}
