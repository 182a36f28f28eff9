//! Five heart-rate zones.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// Where the five zones begin, and the formula for the maximum where it was not measured.
#[derive(Clone, Debug)]
pub struct HeartRate {
    /// Maximum at age 0 in the formula, beats per minute.
    pub max_at_birth: i32,
    /// What ten years of age take from it, beats per minute.
    pub lost_in_ten_years: i32,
    /// Standard error of a maximum from age, beats per minute, by the kinder and the harsher account.
    pub error_beats: (i32, i32),
    /// Lower ends of the zones, percent of the maximum; a zone ends below the next.
    pub of_max_percent: [i32; 5],
    /// Lower ends of the zones, percent of the reserve (maximum less resting rate).
    pub of_reserve_percent: [i32; 5],
    /// Seconds below which a step has no target: the pulse lags behind.
    pub shortest_seconds: i32,
}

pub(super) static CARD: Card = Card {
    id: "heart_rate",
    binding: Binding::Advice,
    summary: "Heart-rate zones come from the measured maximum, or from age with the error that has.",
    docs: "With a known resting rate the zones are shares of the reserve, which run close to shares of oxygen uptake and \
           so agree with the paces; without one they are shares of the maximum. A formula from age can be off by many \
           beats either way: a measured maximum wins, and how the run feels wins over both.",
    evidence: &[
        "Tanaka 2001, J Am Coll Cardiol: maximum = 208 - 0.7 x age.",
        "Robergs and Landwehr 2002, J Exerc Physiol Online: formulas from age err by 7-11 beats.",
        "Karvonen 1957, Ann Med Exp Biol Fenn: target = rest + share x (maximum - rest).",
        "Haugen 2022, Sports Med Open: a five-zone scale by share of the maximum, effort and talk test.",
        "Buchheit and Laursen 2013, Sports Medicine: heart rate lags behind short intervals.",
        "Judgement: no heart rate under 2 min; zones of the reserve are cut where the shares of VO2max of the training paces lie.",
    ],
    words: None,
};

impl ForAthlete for HeartRate {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            max_at_birth: 208,
            lost_in_ten_years: 7,
            error_beats: (7, 11),
            of_max_percent: [60, 73, 83, 88, 93],
            of_reserve_percent: [50, 62, 75, 83, 91],
            shortest_seconds: 120,
        }
    }
}

impl HeartRate {
    /// Whether a step of so many seconds has a heart rate to aim at.
    pub fn has_target(&self, seconds: i32) -> bool {
        seconds >= self.shortest_seconds
    }
}

impl Rule for HeartRate {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let mut all = vec![
            Number::new(
                "max_at_birth",
                "the maximum the formula starts from",
                "beats/min",
                &mut self.max_at_birth,
                (150, 260),
            ),
            Number::new(
                "lost_in_ten_years",
                "what ten years of age take from the maximum",
                "beats/min",
                &mut self.lost_in_ten_years,
                (0, 20),
            ),
        ];
        all.push(Number::new(
            "shortest_seconds",
            "the shortest step with a heart rate to aim at",
            "s",
            &mut self.shortest_seconds,
            (0, 600),
        ));
        let of_max = [
            "zone_one_of_max_percent",
            "zone_two_of_max_percent",
            "zone_three_of_max_percent",
            "zone_four_of_max_percent",
            "zone_five_of_max_percent",
        ];
        for (name, value) in of_max.into_iter().zip(&mut self.of_max_percent) {
            all.push(Number::new(name, "where the zone begins, as a share of the maximum", "%", value, (30, 99)));
        }
        let of_reserve = [
            "zone_one_of_reserve_percent",
            "zone_two_of_reserve_percent",
            "zone_three_of_reserve_percent",
            "zone_four_of_reserve_percent",
            "zone_five_of_reserve_percent",
        ];
        for (name, value) in of_reserve.into_iter().zip(&mut self.of_reserve_percent) {
            all.push(Number::new(name, "where the zone begins, as a share of the reserve", "%", value, (20, 99)));
        }
        all
    }
}
