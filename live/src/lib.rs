//! runweave in a browser. A page hands a request in as JSON text and gets an answer as JSON text; the planner itself is the library's
//! `app`, the same that the command line calls.
//!
//! Memory goes across in three calls: `reserve` gives room for a request, `answer` reads it there and returns where its answer is,
//! `release` takes that back.

use std::sync::{Once, OnceLock};

mod asks;
mod request;
mod zip;

/// The answer to a request, both JSON text. It never fails: what is wrong is an answer, too.
pub fn answer_text(request: &[u8]) -> String {
    keep_panics();
    match serde_json::from_slice(request) {
        Ok(request) => asks::answer(&request).to_string(),
        Err(error) => request::refused(&format!("the request is no JSON: {error}"), None).to_string(),
    }
}

/// Room for a request of `bytes` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; bytes].into_boxed_slice()).cast()
}

/// Answers the request of `bytes` bytes at `request`, which is taken back. Returns where the answer is: its length in bytes as four
/// bytes, the lowest first, then the text.
///
/// # Safety
/// `request` comes from [`reserve`] with the same `bytes` and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn answer(request: *mut u8, bytes: usize) -> *mut u8 {
    // SAFETY: `reserve` made a boxed slice of this length there, and the caller gives it up.
    let request = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(request, bytes)) };
    let text = answer_text(&request);
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let answer = [&length.to_le_bytes(), text.as_bytes()].concat();
    Box::into_raw(answer.into_boxed_slice()).cast()
}

/// Where the planner says why it stopped, as [`answer()`] writes text; only after it did.
#[unsafe(no_mangle)]
pub extern "C" fn stopped() -> *const u8 {
    let text = STOPPED.get().map_or(&[][..], String::as_bytes);
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    Box::into_raw([&length.to_le_bytes(), text].concat().into_boxed_slice()).cast::<u8>().cast_const()
}

/// What the planner said when it stopped.
static STOPPED: OnceLock<String> = OnceLock::new();

/// Keeps what a panic says, so that the page can show it.
fn keep_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|panic| drop(STOPPED.set(panic.to_string())))));
}

/// Takes back an answer of `bytes` bytes of text.
///
/// # Safety
/// `answer` comes from [`answer()`], `bytes` is the length written there, and neither is used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn release(answer: *mut u8, bytes: usize) {
    // SAFETY: `answer` made a boxed slice of this length and the four bytes before it there.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(answer, bytes + 4)) });
}

/// Random numbers for hash maps: always the same ones, so that the same request has the same answer.
#[cfg(target_arch = "wasm32")]
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(to: *mut u8, bytes: usize) -> Result<(), getrandom::Error> {
    // SAFETY: the caller gives `bytes` bytes at `to`.
    unsafe { std::ptr::write_bytes(to, 0x5a, bytes) };
    Ok(())
}
