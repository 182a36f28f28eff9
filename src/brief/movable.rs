//! Sessions that may stand on several days and hours, of which planning chooses one for the whole block.

use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use super::shape::{Key, Shape, list, may};
use super::{Brief, form};
use crate::model::{Clock, Minutes, Session, WEEKDAYS, WeekTime, weekday};

/// Minutes between two starts that a stretch of hours offers.
const STEP: u16 = 30;
/// So many ways to place all movable sessions of a brief are looked at, at most.
pub(crate) const MOST_WAYS: usize = 2000;
const DAY: u16 = 24 * 60;

/// A session whose place is for planning to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movable {
    /// Its number among the brief's sessions, from 0.
    pub session: usize,
    /// Where it may stand, in the order of the brief: of places that are worth the same the first is taken.
    pub places: Vec<WeekTime>,
}

impl Brief {
    /// The same with its movable sessions at these places, one for each in order.
    #[must_use]
    pub fn with_places(&self, places: &[WeekTime]) -> Self {
        let mut brief = self.clone();
        for (movable, place) in self.movable.iter().zip(places) {
            if let Some(session) = brief.sessions.get_mut(movable.session) {
                (session.weekday, session.start) = (place.weekday, place.start);
            }
        }
        brief
    }

    /// Where the movable sessions stand, in order.
    pub fn places(&self) -> Vec<WeekTime> {
        let session = |movable: &Movable| self.sessions.get(movable.session);
        self.movable.iter().filter_map(session).map(Session::week_time).collect()
    }
}

/// What `movable` may hold.
pub(super) fn shape() -> Shape {
    let of_day = |day: &&'static str| -> Key {
        may(
            day,
            "Starts on this weekday (`18:00`), or hours that it fits into (`17:00-20:00`).",
            list(Shape::Form(form::Form::Start), 48),
        )
    };
    Shape::Object(WEEKDAYS.iter().map(of_day).collect())
}

/// The places of a movable session that takes so many minutes. One that has none is told.
pub(super) fn places(node: &Node, minutes: Minutes, told: &mut Told) -> Vec<WeekTime> {
    let mut places = Vec::new();
    for member in node.members() {
        let Some(day) = weekday(&member.key) else { continue };
        for item in member.node.items() {
            let text = item.as_text().unwrap_or_default();
            let starts = match (Clock::parse(text), form::window(text)) {
                (Some(start), _) => vec![start],
                (None, Some(window)) => {
                    let to = if window.to > window.from.0 { window.to } else { window.to + DAY };
                    let fits = |start: &u16| Minutes::from(*start) + minutes <= Minutes::from(to);
                    let starts = (window.from.0..DAY).step_by(STEP.into()).take_while(fits);
                    let starts: Vec<Clock> = starts.map(Clock).collect();
                    if starts.is_empty() {
                        let help = format!(
                            "the session takes {minutes} min: give it longer hours, or a start such as `18:00`"
                        );
                        told.problems.push(Wrong::NoPlace { what: format!("`{text}`"), help }.at(item.span));
                    }
                    starts
                }
                (None, None) => Vec::new(),
            };
            for place in starts.into_iter().map(|start| WeekTime { weekday: day, start }) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
    }
    if places.is_empty() && told.problems.is_empty() {
        let help = "name a day with a start, such as `\"thu\": [\"18:00\"]`".to_owned();
        told.problems.push(Wrong::NoPlace { what: "`movable`".to_owned(), help }.at(node.span));
    }
    places
}

/// Tells of movable sessions that could be placed in more ways than are looked at.
pub(super) fn too_many(movable: &[Movable], at: &Node, told: &mut Told) {
    let ways = movable.iter().fold(1_usize, |ways, one| ways.saturating_mul(one.places.len().max(1)));
    if ways > MOST_WAYS {
        told.problems.push(Wrong::TooManyWays { most: MOST_WAYS, found: ways }.at(at.span));
    }
}
