//! What is answered.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Instant;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::http::Request;

/// The namespace of every tag; drawn once at random.
const NAMESPACE: Uuid = Uuid::from_u128(0x1b9d_6bcd_bbfd_4b2d_9b5d_ab8d_fbbd_4bed);

/// So many bytes are written at a time.
const PIECE: usize = 64 << 10;

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// What names these bytes and no others.
pub(super) fn tag(bytes: &[u8]) -> String {
    format!("\"{}\"", Uuid::new_v5(&NAMESPACE, bytes).simple())
}

impl Reply {
    /// A status with a sentence.
    pub(super) fn text(status: u16, text: &str) -> Self {
        Self::of(status, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
    }

    /// Data.
    pub(super) fn json(status: u16, data: &Value) -> Self {
        Self::of(status, "application/json", crate::render::json_line(data).into_bytes())
    }

    /// Bytes of a kind.
    pub(super) fn of(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("Content-Type", kind.to_owned())], body }
    }

    /// The same with a header.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Bytes with what tells whether they are new to whoever asks; where they are not, that alone is answered.
    pub(super) fn kept(request: &Request, kind: &str, body: Vec<u8>, changed: Option<DateTime<Utc>>) -> Self {
        let tag = tag(&body);
        let is_known = match request.header("if-none-match") {
            Some(known) => {
                known.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*")
            }
            None => {
                changed.is_some_and(|changed| seen(request).is_some_and(|seen| changed.timestamp() <= seen.timestamp()))
            }
        };
        let mut reply = if is_known {
            Self { status: 304, headers: Vec::new(), body: Vec::new() }
        } else {
            Self::of(200, kind, body)
        };
        reply.headers.push(("ETag", tag));
        reply.headers.extend(changed.map(|changed| ("Last-Modified", changed.format(HTTP_DATE).to_string())));
        reply
    }

    /// Sends it, the headers alone where only they were asked for. A client that does not take it in time is left.
    pub(super) fn send(&self, mut stream: &TcpStream, head_only: bool, until: Instant) {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, phrase(self.status));
        for (name, value) in &self.headers {
            head.extend([*name, ": ", value, "\r\n"]);
        }
        if self.status != 304 {
            head.extend(["Content-Length: ", &self.body.len().to_string(), "\r\n"]);
        }
        head.push_str(ALWAYS);
        let body = if head_only { &[][..] } else { &self.body };
        for piece in std::iter::once(head.as_bytes()).chain(body.chunks(PIECE)) {
            let mut piece = piece;
            while !piece.is_empty() {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() || stream.set_write_timeout(Some(left)).is_err() {
                    return;
                }
                match stream.write(piece) {
                    Ok(0) | Err(_) => return,
                    Ok(written) => piece = &piece[written..],
                }
            }
        }
    }

    #[cfg(test)]
    pub(super) fn status(&self) -> u16 {
        self.status
    }
}

/// Everything is looked up anew, and nothing of it is for another site.
const ALWAYS: &str = "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\nContent-Security-Policy: frame-ancestors 'none'\r\n\
    Connection: close\r\n\r\n";

const HTTP_DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// When whoever asks has last seen it.
fn seen(request: &Request) -> Option<DateTime<Utc>> {
    let text = request.header("if-modified-since")?;
    chrono::NaiveDateTime::parse_from_str(text, HTTP_DATE).ok().map(|seen| seen.and_utc())
}

fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Internal Server Error",
    }
}
