//! Reading one HTTP/1.1 request, strictly: what is not plainly one is refused.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::reply::Reply;

/// The line and headers of a request have so many bytes at most.
const MOST_HEAD: usize = 16 << 10;
/// A request has so many headers at most.
const MOST_HEADERS: usize = 100;
/// What is saved has so many bytes at most.
const MOST_BODY: usize = 16 << 20;
/// What a client still sends after its answer is read for so long, so that the answer reaches it.
const LEAVE: Duration = Duration::from_millis(300);

/// A request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    /// `GET`, in capitals as it came.
    pub method: String,
    /// The path, without what follows a question mark.
    pub path: String,
    /// Names in small letters, and values.
    headers: Vec<(String, String)>,
    /// What is saved.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header that comes once.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(known, _)| known == name);
        let (one, more) = (all.next(), all.next());
        one.filter(|_| more.is_none()).map(|(_, value)| value.as_str())
    }

    /// How often a header comes.
    pub(super) fn count(&self, name: &str) -> usize {
        self.headers.iter().filter(|(known, _)| known == name).count()
    }
}

/// Reads a request: its head until one moment, its body until another. Nothing where the client has left.
pub(super) fn read(mut stream: &TcpStream, head: Instant, whole: Instant) -> Result<Request, Option<Reply>> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if bytes.len() > MOST_HEAD {
            return Err(Some(Reply::text(431, "the head of the request is too large")));
        }
        if !more(stream, &mut bytes, head)? {
            return Err((!bytes.is_empty()).then(|| Reply::text(400, "the request is not whole")));
        }
    };
    if end > MOST_HEAD {
        return Err(Some(Reply::text(431, "the head of the request is too large")));
    }
    let mut request = parsed(&bytes[..end]).map_err(Some)?;
    if request.method != "POST" {
        return Ok(request);
    }
    if request.count("transfer-encoding") > 0 {
        return Err(Some(Reply::text(501, "the length of the body has to be known")));
    }
    let length = request.header("content-length").filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(length) = length.and_then(|text| text.parse::<usize>().ok()) else {
        return Err(Some(Reply::text(411, "`Content-Length` has to say how long the body is")));
    };
    if length > MOST_BODY {
        return Err(Some(Reply::text(413, "the body is too large")));
    }
    let mut body = bytes.split_off(end + 4);
    if request.header("expect").is_some_and(|value| value.eq_ignore_ascii_case("100-continue")) {
        let _ = stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n");
    }
    while body.len() < length {
        if !more(stream, &mut body, whole)? {
            return Err(Some(Reply::text(400, "the body is not whole")));
        }
    }
    body.truncate(length);
    request.body = body;
    Ok(request)
}

/// Reads what has come; false where the client sends no more.
fn more(mut stream: &TcpStream, to: &mut Vec<u8>, until: Instant) -> Result<bool, Option<Reply>> {
    let left = until.saturating_duration_since(Instant::now());
    let too_slow = || Some(Reply::text(408, "the request took too long"));
    if left.is_zero() {
        return Err(too_slow());
    }
    stream.set_read_timeout(Some(left)).map_err(|_| None)?;
    let mut part = [0; 8192];
    match stream.read(&mut part) {
        Ok(read) => {
            to.extend_from_slice(&part[..read]);
            Ok(read > 0)
        }
        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Ok(true),
        Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
            Err(too_slow())
        }
        Err(_) => Err(None),
    }
}

/// The request that a head says.
fn parsed(head: &[u8]) -> Result<Request, Reply> {
    let bad = |what: &str| Reply::text(400, what);
    let head = std::str::from_utf8(head).map_err(|_| bad("the head of the request is no text"))?;
    if head.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\r' | b'\n' | b'\t') || byte == 0x7f) {
        return Err(bad("the head of the request holds control characters"));
    }
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap_or_default();
    let mut parts = line.split(' ');
    let (Some(method), Some(target), Some(version), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(bad("the first line is not that of a request"));
    };
    if !matches!(version, "HTTP/1.1" | "HTTP/1.0") {
        return Err(Reply::text(505, "this speaks HTTP/1.1"));
    }
    let is_method = !method.is_empty() && method.len() <= 20 && method.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_method || !target.starts_with('/') || head.contains(['\t']) && line.contains('\t') {
        return Err(bad("the first line is not that of a request"));
    }
    let mut request = Request {
        method: method.to_owned(),
        path: target.split(['?', '#']).next().unwrap_or_default().to_owned(),
        ..Request::default()
    };
    for line in lines {
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
        };
        let (name, value) =
            line.split_once(':').filter(|(name, _)| is_name(name)).ok_or_else(|| bad("a header is none"))?;
        if value.contains(['\r', '\n']) || request.headers.len() == MOST_HEADERS {
            return Err(bad("the headers are no headers, or too many"));
        }
        request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    Ok(request)
}

/// Lets a client read its answer before the connection goes: what it still sends is read for a moment and dropped.
pub(super) fn leave(stream: &TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let until = Instant::now() + LEAVE;
    let mut dropped = Vec::new();
    while dropped.len() < MOST_HEAD * 16 && matches!(more(stream, &mut dropped, until), Ok(true)) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(head: &str) -> Result<String, u16> {
        parsed(head.as_bytes()).map(|request| request.path).map_err(|reply| reply.status())
    }

    #[test]
    fn a_request_is_read_and_what_is_none_is_refused() {
        assert_eq!(path("GET /a/b?c=d HTTP/1.1\r\nHost: x"), Ok("/a/b".to_owned()));
        for bad in [
            "",
            "GET",
            "GET /",
            "get / HTTP/1.1",
            "GET  / HTTP/1.1",
            "GET http://x/ HTTP/1.1",
            "GET * HTTP/1.1",
            "GET / HTTP/1.1\r\n folded: x",
            "GET / HTTP/1.1\r\nno colon",
            "GET / HTTP/1.1\r\nA b: c",
            "GET / HTTP/1.1\r\nA: b\nC: d",
            "GET /\0 HTTP/1.1",
        ] {
            assert_eq!(path(bad), Err(400), "{bad:?}");
        }
        assert_eq!(path("GET / HTTP/2.0"), Err(505));
    }

    #[test]
    fn a_header_that_comes_twice_says_nothing() {
        let request = parsed(b"GET / HTTP/1.1\r\nHost: a\r\nHOST: b\r\nX: y").unwrap();
        assert_eq!((request.header("host"), request.count("host"), request.header("x")), (None, 2, Some("y")));
    }
}
