//! The week's load varies from day to day.

use super::{Binding, Card, DayView, ForAthlete, Listener, Number, Rule, Setting, Tally, Timetable, Verdict, WeekRule, Words};
use crate::model::RunShape;

/// Monotony (mean daily load over its standard deviation) that a week should stay below.
#[derive(Clone, Debug)]
pub struct Monotony {
    should_hundredths: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "monotony",
    binding: Binding::Should,
    summary: "The week's load varies from day to day: mean over standard deviation stays low.",
    docs: "Weeks in which every day is alike were followed by more illness than weeks of hard and easy days. The \
           population standard deviation of the seven days is taken, the stricter reading. Runs count at the length they were \
           meant to have. The limit is practice.",
    evidence: &[
        "Foster 1998, Medicine and Science in Sports and Exercise: illness followed when monotony and strain passed a person's own threshold.",
    ],
    words: Some(Words {
        aim: "easy and hard days by turns",
        better: "easier and harder days by turns",
        one: "one more week with easy and hard days by turns",
        many: "{n} more weeks with easy and hard days by turns",
        obstacle: None,
    }),
};

impl ForAthlete for Monotony {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(_: &Setting) -> Self {
        Self { should_hundredths: 200, weight: 1 }
    }
}

impl Rule for Monotony {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("should_hundredths", "monotony, times a hundred", "hundredths", &mut self.should_hundredths, (50, 1000))
                .at_most(),
            Number::weight("for each tenth above it", &mut self.weight),
        ]
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

/// Larger daily loads count as this much, so that squares stay in range.
const MOST_A_DAY: i32 = 16_000;

/// Monotony is no more than this, however alike the days are.
const MOST: i64 = 10;

/// Monotony times a hundred, rounded, of a week with this sum and sum of squares of daily loads; 1000 at most.
pub fn monotony_hundredths(sum: i64, squares: i64) -> i32 {
    times_monotony(100, sum, squares) as i32
}

/// Strain, the sum of the daily loads times their monotony before that is rounded.
pub fn strain(sum: i64, squares: i64) -> i64 {
    times_monotony(sum, sum, squares)
}

/// So many times the monotony, rounded to the nearest whole: mean over deviation is sum / sqrt(7 squares - sum^2).
fn times_monotony(times: i64, sum: i64, squares: i64) -> i64 {
    let spread = 7 * i128::from(squares) - i128::from(sum).pow(2);
    let most = times.saturating_mul(MOST);
    if spread <= 0 {
        return if sum == 0 { 0 } else { most };
    }
    // The root of twice the number is an integer of which half, rounded up, is the number rounded.
    let twice_squared = 4 * (i128::from(times) * i128::from(sum)).pow(2) / spread;
    i64::try_from((twice_squared as u128).isqrt().div_ceil(2)).unwrap_or(most).min(most)
}

impl WeekRule for Monotony {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, _: &Timetable) -> Tally {
        let runs: i32 = day.runs.iter().map(|place| RunShape { minutes: place.full_minutes, ..place.run }.load()).sum();
        let load = (day.facts.load + runs).min(MOST_A_DAY);
        tally[0] += load;
        tally[1] += load * load;
        tally[2] |= i32::from(day.runs.iter().any(|place| place.judged));
        tally
    }

    fn close(&self, tally: Tally, _: i32, _: &Timetable, hear: &mut dyn Listener) -> Tally {
        let monotony = monotony_hundredths(i64::from(tally[0]), i64::from(tally[1]));
        if tally[2] == 1 {
            let tenths = (monotony - self.should_hundredths + 9).div_euclid(10).max(0);
            hear.hear(Verdict::should(tenths, self.weight), &|| {
                let limit = f64::from(self.should_hundredths) / 100.0;
                format!("Monotony {:.2}; below {limit:.1} would be better.", f64::from(monotony) / 100.0)
            });
        }
        Tally::default()
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[0] <= b[0] && a[1] >= b[1] && a[2] <= b[2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monotony_is_mean_over_population_deviation() {
        let of = |loads: [i64; 7]| {
            monotony_hundredths(loads.iter().sum(), loads.iter().map(|load| load * load).sum())
        };
        assert_eq!(of([360, 120, 0, 360, 120, 300, 0]), 122);
        assert_eq!(of([200, 200, 200, 200, 200, 200, 0]), 245);
        assert_eq!(of([100; 7]), 1000);
        assert_eq!(of([0; 7]), 0);
    }

    #[test]
    fn strain_is_taken_before_monotony_is_rounded() {
        let of = |loads: [i64; 7]| strain(loads.iter().sum(), loads.iter().map(|load| load * load).sum());
        assert_eq!(of([360, 120, 0, 360, 120, 300, 0]), 1543);
        assert_eq!(of([100; 7]), 7000);
        assert_eq!(of([0; 7]), 0);
        assert_eq!(of([14_400 * 300, 0, 0, 0, 0, 0, 0]), 1_763_633);
    }

    #[test]
    fn seven_days_alike_are_monotonous_and_hard_and_easy_days_are_not() {
        use crate::model::{Goal, Level};
        use crate::rules::diary::{rule, week};
        let rule = rule::<Monotony>(Goal::Endurance, Level::Advanced);
        let alike = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} easy 06:00-06:30"));
        assert_eq!(week(&alike.join(", ")).breaks(&rule), ["should 80: Monotony 10.00; below 2.0 would be better."]);
        assert!(week("mon easy 06:00-06:30, wed easy 06:00-06:30, sat long 06:00-07:30").breaks(&rule).is_empty());
    }
}
