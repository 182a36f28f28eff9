//! A line of several sessions cut into one clause for each: "Push Mon 18:00, Pull Wed 18:00".
//!
//! A clause has one group of days and one time. Where a second one comes, a new clause begins: before it, where the line puts
//! days first, and before the words that name the next session, where it puts names first.

use super::items::{Item, Placed};
use super::lexicon::Meaning;

/// Whether an item opens or fills the place of the day, the time or the name in a clause.
fn is_day(item: &Item) -> bool {
    matches!(item, Item::Days(_) | Item::Date(_))
}

fn is_time(item: &Item) -> bool {
    matches!(item, Item::Time(_) | Item::Stretch(_))
}

fn is_name(item: &Item) -> bool {
    matches!(item, Item::Name(meaning) if *meaning != Some(Meaning::Plain)) || matches!(item, Item::Plainly(_))
}

/// Which of its places a row of items fills.
#[derive(Clone, Copy, Default)]
struct Filled {
    day: bool,
    time: bool,
    name: bool,
}

impl Filled {
    fn of(items: &[Placed]) -> Self {
        let has = |judge: fn(&Item) -> bool| items.iter().any(|placed| judge(&placed.item));
        Self { day: has(is_day), time: has(is_time), name: has(is_name) }
    }
}

/// The clauses of a line.
pub(super) fn clauses(items: Vec<Placed>) -> Vec<Vec<Placed>> {
    let mut done: Vec<Vec<Placed>> = Vec::new();
    // The units of the clause that is being put together.
    let mut open: Vec<Vec<Placed>> = Vec::new();
    for (unit, stop) in units(items) {
        let so_far = Filled::of(&open.concat());
        let new = Filled::of(&unit);
        let second = (new.day && so_far.day) || (new.time && so_far.time);
        if second || (stop && so_far.day && so_far.time && so_far.name && (new.day || new.time || new.name)) {
            let whole = |units: &[Vec<Placed>]| {
                let filled = Filled::of(&units.concat());
                filled.day && filled.time && filled.name
            };
            // Names after a clause that was whole belong to the next one, where that has none of its own.
            let begins = (1..open.len()).find(|&at| whole(&open[..at]) && Filled::of(&open[at]).name);
            let moved = begins.filter(|_| !new.name).map(|at| open.split_off(at)).unwrap_or_default();
            done.push(open.concat());
            open = moved;
        }
        open.push(unit);
    }
    done.push(open.concat());
    done.retain(|clause| !clause.is_empty());
    done
}

/// The line cut at commas, stops and "and", and where a second day or time comes without any of them; whether a stop is before.
fn units(items: Vec<Placed>) -> Vec<(Vec<Placed>, bool)> {
    let mut units = Vec::new();
    let (mut open, mut stop): (Vec<Placed>, bool) = (Vec::new(), false);
    let mut rest = items.into_iter().peekable();
    while let Some(placed) = rest.next() {
        // "Chest and back" is one name.
        let within_name = placed.item == Item::And
            && matches!(open.last(), Some(Placed { item: Item::Name(_), .. }))
            && matches!(rest.peek(), Some(Placed { item: Item::Name(_), .. }));
        let cuts = matches!(placed.item, Item::Comma | Item::Stop | Item::And) && !within_name;
        if !cuts {
            open.push(placed);
            continue;
        }
        let stops = placed.item == Item::Stop;
        // The sign stays with what is before it: it parts the words of a name.
        open.push(placed);
        units.extend(
            parted(std::mem::take(&mut open)).into_iter().enumerate().map(|(at, unit)| (unit, stop && at == 0)),
        );
        stop = stops;
    }
    units.extend(parted(open).into_iter().enumerate().map(|(at, unit)| (unit, stop && at == 0)));
    units
}

/// A unit cut where a second day or time comes in it.
fn parted(items: Vec<Placed>) -> Vec<Vec<Placed>> {
    let (mut done, mut open): (Vec<Vec<Placed>>, Vec<Placed>) = (Vec::new(), Vec::new());
    for placed in items {
        let so_far = Filled::of(&open);
        let excepted = open.iter().any(|before| before.item == Item::Except);
        let second_day = is_day(&placed.item) && so_far.day && !(excepted || after_day(&open));
        let second_time = is_time(&placed.item) && so_far.time;
        if second_day || second_time {
            let name_first = open
                .iter()
                .position(|before| is_name(&before.item))
                .is_some_and(|name| open.iter().position(|before| is_day(&before.item)).is_none_or(|day| name < day));
            let when = open.iter().rposition(|before| is_day(&before.item) || is_time(&before.item));
            let next_name = when.and_then(|when| (when..open.len()).find(|&at| is_name(&open[at].item)));
            let moved = next_name.filter(|_| name_first).map(|at| open.split_off(at)).unwrap_or_default();
            done.push(std::mem::replace(&mut open, moved));
        }
        open.push(placed);
    }
    done.push(open);
    done.retain(|unit| !unit.is_empty());
    done
}

/// Whether a day was said last: "Sun 9 Dec" is one day.
fn after_day(open: &[Placed]) -> bool {
    open.last().is_some_and(|placed| is_day(&placed.item))
}
