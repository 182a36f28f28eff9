//! Where the movable sessions of a plan stand, and what their other places would cost.

use serde::{Deserialize, Serialize};

use super::Plan;
use crate::brief::Brief;
use crate::model::{Clock, WEEKDAYS, WeekTime, count, list, weekday};
use crate::schedule;

/// A day and hour of every week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Place(pub WeekTime);

/// A place as the file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    day: String,
    start: String,
}

impl From<Place> for Written {
    fn from(Place(time): Place) -> Self {
        Self { day: WEEKDAYS[time.weekday % 7].to_owned(), start: time.start.to_string() }
    }
}

impl TryFrom<Written> for Place {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let place = weekday(&written.day).zip(Clock::parse(&written.start));
        place
            .map(|(weekday, start)| Self(WeekTime { weekday, start }))
            .ok_or("no day and hour such as `thu` and `18:00`")
    }
}

/// A session whose place was for planning to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seated {
    /// Its number in the brief, from 1: `1` for `w01-s1`.
    pub session: usize,
    /// The person's name for it.
    pub name: String,
    /// Where it stands in every week.
    pub stands: Place,
    /// Whether no other way to place the movable sessions costs less.
    pub proven: bool,
    /// Its other places, the cheapest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherPlace>,
}

/// Another place of a movable session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherPlace {
    /// The place.
    pub at: Place,
    /// Points that the block costs more with it there, all other movable sessions and the runs placed anew; none where no plan is
    /// possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<i32>,
    /// Whether leg days then stand side by side, or two strength sessions on one day, which no run is worth.
    #[serde(default, skip_serializing_if = "is_false")]
    pub crowds: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// The movable sessions of a brief where they stand in it, without prices.
pub(super) fn seated(brief: &Brief) -> Vec<Seated> {
    let places = brief.movable.iter().zip(brief.places());
    let seated = places.map(|(movable, place)| Seated {
        session: movable.session + 1,
        name: brief.sessions[movable.session].name.clone(),
        stands: Place(place),
        proven: false,
        others: Vec::new(),
    });
    seated.collect()
}

/// Writes the prices of the other places into a plan, and says them at the head of what it tells.
pub fn price_places(plan: &mut Plan, proven: bool, prices: &[schedule::Elsewhere]) {
    for (at, seated) in plan.movable.iter_mut().enumerate() {
        seated.proven = proven;
        let own = prices.iter().filter(|price| price.session == at);
        let other = |price: &schedule::Elsewhere| OtherPlace {
            at: Place(price.place),
            points: price.points,
            crowds: price.crowds,
        };
        seated.others = own.map(other).collect();
        seated.others.sort_by_key(|other| (other.points.is_none(), other.crowds, other.points));
    }
    let told: Vec<String> = plan.movable.iter().map(Seated::told).collect();
    plan.warnings.splice(0..0, told);
}

impl Seated {
    /// Where it stands and what its other places would cost, in a sentence or two.
    pub fn told(&self) -> String {
        let Self { name, stands, others, .. } = self;
        let how = if self.proven { "the best of its places" } else { "the best of its places that was found" };
        let stands = format!("{name} stands on {}, {how}", stands.0);
        if others.is_empty() {
            return format!("{stands}.");
        }
        let others: Vec<String> = others.iter().map(OtherPlace::told).collect();
        format!("{stands}: {}.", list(&others))
    }

    /// Its other places on a weekday, at an hour where one is said.
    pub fn others_on(&self, weekday: usize, start: Option<Clock>) -> impl Iterator<Item = &OtherPlace> {
        self.others
            .iter()
            .filter(move |other| other.at.0.weekday == weekday && start.is_none_or(|start| other.at.0.start == start))
    }
}

impl OtherPlace {
    /// What it would cost, in words.
    pub fn told(&self) -> String {
        let place = self.at.0;
        let price = match self.points {
            None => return format!("{place} leaves no plan"),
            Some(0) => "be as good".to_owned(),
            Some(points) if points < 0 => format!("cost {} less", of_points(-points)),
            Some(points) => format!("cost {} more", of_points(points)),
        };
        let crowds = if self.crowds { ", but put leg days or strength sessions too close" } else { "" };
        format!("{place} would {price}{crowds}")
    }
}

fn of_points(points: i32) -> String {
    count(points as usize, "point")
}

impl Plan {
    /// A brief with its movable sessions where they stand in this plan, as far as it is of the same sessions.
    pub(super) fn seat(&self, mut brief: Brief) -> Brief {
        let stands = self.standing_places(&brief);
        for (movable, place) in brief.movable.iter().zip(stands) {
            if let (Some(session), Some(place)) = (brief.sessions.get_mut(movable.session), place) {
                (session.weekday, session.start) = (place.weekday, place.start);
            }
        }
        brief
    }

    /// Where each movable session of a brief stands in this plan, if it may still stand there.
    pub fn standing_places(&self, brief: &Brief) -> Vec<Option<WeekTime>> {
        let standing = |movable: &crate::brief::Movable| {
            let own = self.movable.iter().find(|seated| seated.session == movable.session + 1)?;
            movable.places.contains(&own.stands.0).then_some(own.stands.0)
        };
        brief.movable.iter().map(standing).collect()
    }
}
