//! Zwift's workout file, for runs on a treadmill.
//!
//! Zwift knows paces as shares of what its user runs ten kilometres in, and no heart rates; steps without a pace are free, with their
//! words on the screen.

use std::fmt::Write as _;

use super::aim::Aim;
use super::{Body, Workout, name};
use crate::plan::{Bout, Pace, one_by_one};
use crate::render::steps::step as words_of;

/// What each of our files begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<workout_file>\n<author>runweave</author>\n";
/// Ten kilometres in an hour, where nobody knows better.
const TEN_KM: u32 = 3600;
/// Among Zwift's paces the one over ten kilometres.
const PACE_OF_TEN_KM: u8 = 2;

/// A run as a file.
pub(super) fn workout(workout: &Workout<'_>, body: Body) -> String {
    let ten_km = body.ten_km_seconds.filter(|seconds| *seconds > 0).unwrap_or(TEN_KM);
    let mut steps = String::new();
    for bout in one_by_one(&workout.parts) {
        steps.push_str(&step(bout, Aim::of(bout, workout.targets), ten_km, workout.miles));
    }
    let about = format!(
        "{} Paces are right when your 10 km in Zwift is set to {}:{:02}.",
        workout.run.run.purpose,
        ten_km / 60,
        ten_km % 60
    );
    format!(
        "{HEAD}<name>{}</name>\n\
         <description>{}</description>\n<sportType>run</sportType>\n<durationType>time</durationType>\n<tags/>\n<workout>\n\
         {steps}</workout>\n</workout_file>\n",
        escaped(&name::of_run(workout.run)),
        escaped(&name::one_line(&about)),
    )
}

fn step(bout: &Bout<'_>, aim: Aim, ten_km: u32, miles: bool) -> String {
    let told = escaped(&name::one_line(&words_of(bout.step, miles)));
    let told = format!("<textevent timeoffset=\"0\" message=\"{told}\"/>");
    let seconds = bout.seconds;
    match aim {
        Aim::Pace(pace) => {
            let share = |seconds: f64| format!("{:.5}", share(pace, seconds, ten_km));
            let (low, high) = (share(f64::from(pace.slow)), share(f64::from(pace.fast)));
            let middle = share(f64::midpoint(f64::from(pace.slow), f64::from(pace.fast)));
            format!(
                "<SteadyState Duration=\"{seconds}\" Power=\"{middle}\" PowerLow=\"{low}\" PowerHigh=\"{high}\" \
                 pace=\"{PACE_OF_TEN_KM}\">{told}</SteadyState>\n"
            )
        }
        Aim::Beats(..) | Aim::Open => format!("<FreeRide Duration=\"{seconds}\" FlatRoad=\"1\">{told}</FreeRide>\n"),
    }
}

/// A speed as a share of that over ten kilometres.
fn share(pace: Pace, seconds: f64, ten_km: u32) -> f64 {
    let kilometres = if pace.mile { 1.609_344 } else { 1.0 };
    f64::from(ten_km) / 10.0 * kilometres / seconds.max(1.0)
}

/// Text that stays text in XML, without characters that no XML may hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '<' | '>' | '"' | '\'' => {
                let _ = write!(safe, "&#{};", u32::from(letter));
            }
            '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(letter),
        }
    }
    safe
}
