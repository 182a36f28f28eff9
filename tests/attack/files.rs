//! What holds for a calendar, a page and a text, whatever words a person's brief puts into them.

use runweave::plan::Plan;

/// Elements that have no end.
const VOID: [&str; 6] = ["meta", "link", "br", "hr", "input", "img"];

/// What a calendar file breaks.
pub(crate) fn calendar(ics: &str, plan: &Plan) -> Vec<String> {
    let mut broken = Vec::new();
    let Some(whole) = ics.strip_suffix("\r\n") else { return vec!["the calendar has no last line end".to_owned()] };
    for line in whole.split("\r\n") {
        if line.len() > 75 || line.is_empty() || line.chars().any(|letter| letter.is_control() && letter != '\t') {
            broken.push(format!("a calendar line that cannot be: {line:?}"));
        }
    }
    let mut open: Vec<&str> = Vec::new();
    let mut events = 0;
    let unfolded = whole.replace("\r\n ", "");
    for line in unfolded.split("\r\n") {
        let Some((name, value)) = line.split_once(':') else {
            broken.push(format!("a calendar line without a value: {line:?}"));
            continue;
        };
        let property = name.split(';').next().unwrap_or_default();
        if property.is_empty()
            || !property.bytes().all(|byte| byte.is_ascii_uppercase() || b"-0123456789".contains(&byte))
        {
            broken.push(format!("a calendar line that names nothing: {line:?}"));
        }
        match property {
            "BEGIN" => {
                events += usize::from(value == "VEVENT");
                open.push(value);
            }
            "END" if open.pop() != Some(value) => broken.push(format!("{value} ends out of order")),
            _ => {}
        }
    }
    let entries: usize = plan.weeks.iter().map(|week| week.sessions.len()).sum();
    if !open.is_empty() || events != entries + plan.cancelled.len() {
        broken.push(format!("{events} events for {entries} entries, left open {open:?}"));
    }
    broken
}

/// What a page breaks.
pub(crate) fn page(html: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let Some(end) = tag_end(rest) else {
            broken.push(format!("a tag without an end: {:?}", rest.chars().take(40).collect::<String>()));
            break;
        };
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if tag.starts_with('!') || VOID.contains(&name) || tag.ends_with('/') {
            continue;
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                broken.push(format!("{name} ends out of order"));
            }
        } else {
            open.push(name);
        }
        if matches!(name, "script" | "iframe" | "object" | "embed" | "base" | "form") {
            broken.push(format!("the page has a {name}"));
        }
        if tag.split_whitespace().any(|word| word.to_lowercase().starts_with("on") && word.contains('=')) {
            broken.push(format!("the page listens: {tag}"));
        }
    }
    if !open.is_empty() {
        broken.push(format!("the page leaves open {open:?}"));
    }
    if let Some(letter) = html.chars().find(|letter| letter.is_control() && *letter != '\n' && *letter != '\t') {
        broken.push(format!("the page holds {letter:?}"));
    }
    broken
}

/// Where a tag ends: at the first `>` outside of quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })
}

/// What a text for a terminal breaks: it moves no cursor and turns no direction of reading.
pub(crate) fn terminal(text: &str) -> Vec<String> {
    let acts = |letter: char| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    text.lines()
        .filter(|line| line.chars().any(acts))
        .map(|line| format!("a line acts on the terminal: {line:?}"))
        .collect()
}
