//! A plan's feeds, and the page that plans, for programs on this machine alone: HTTP on loopback, under a path that nobody guesses.

mod api;
mod feed;
mod guard;
mod http;
mod page;
mod reply;
mod route;
mod secret;

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::world::{Folder, Stop};
use guard::Guard;
use page::Page;
use reply::Reply;
use secret::Secrets;

pub(crate) use feed::write;

/// The port that is used where none is named, so that an address stays the same.
pub(crate) const PORT: u16 = 8642;

/// So many connections are answered at a time.
const MOST_OPEN: usize = 256;
/// A request has to be here whole within this time.
const REQUEST: Duration = Duration::from_secs(5);
/// What is saved has to be here whole within this time, and an answer to be taken.
const BODY: Duration = Duration::from_secs(30);
/// Room for reading a plan that is nested deeply.
const STACK: usize = 8 << 20;

/// What is served.
pub(crate) struct Offer {
    /// The folder of the plan.
    pub folder: PathBuf,
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// The file of the page, where it is named.
    pub page: Option<PathBuf>,
    /// Whether the feed leaves out the sessions.
    pub only_runs: bool,
}

/// What every connection is answered from.
struct Site {
    folder: Folder,
    guard: Guard,
    page: Page,
    only_runs: bool,
}

/// Serves until the process ends; `told` gets the addresses once they answer.
pub(crate) fn serve(offer: &Offer, told: impl FnOnce(&str) -> Result<(), Stop>) -> Result<(), Stop> {
    let folder = Folder::of(&offer.folder)?;
    let page = Page::find(offer.page.as_deref(), &folder)?;
    let secrets = Secrets::of(&folder)?;
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, offer.port)).map_err(|error| cannot_listen(offer.port, &error))?;
    let port = listener.local_addr().map_err(|error| cannot_listen(offer.port, &error))?.port();
    let guard = Guard::new(secrets, port);
    told(&guard.addresses(page.is_there()))?;
    let site = Arc::new(Site { folder, guard, page, only_runs: offer.only_runs });
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // No more files may be open: those that are will close.
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        let (site, open_here) = (Arc::clone(&site), Arc::clone(&open));
        if open.fetch_add(1, Ordering::SeqCst) >= MOST_OPEN {
            open.fetch_sub(1, Ordering::SeqCst);
            let _ = stream.set_nonblocking(true);
            Reply::text(503, "too many connections at a time").send(&stream, false, Instant::now() + REQUEST);
            continue;
        }
        let answered = thread::Builder::new().stack_size(STACK).spawn(move || {
            answer(&site, &stream);
            open_here.fetch_sub(1, Ordering::SeqCst);
        });
        if answered.is_err() {
            open.fetch_sub(1, Ordering::SeqCst);
        }
    }
    Ok(())
}

/// One request, one answer, and the connection is closed.
fn answer(site: &Site, stream: &TcpStream) {
    let (reply, head_only) = match http::read(stream, Instant::now() + REQUEST, Instant::now() + BODY) {
        Ok(request) => (route::reply(site, &request), request.method == "HEAD"),
        Err(Some(refused)) => (refused, false),
        Err(None) => return,
    };
    reply.send(stream, head_only, Instant::now() + BODY);
    http::leave(stream);
}

fn cannot_listen(port: u16, error: &io::Error) -> Stop {
    let stop = Stop::cannot(&format!("listen on port {port} of this machine"), error);
    stop.with_hint(
        "is `runweave serve` running already? `--port N` takes another port, and the addresses change with it",
    )
}
