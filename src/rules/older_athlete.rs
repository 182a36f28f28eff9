//! Past sixty, more room to recover.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Minutes;

/// What age asks for.
#[derive(Clone, Debug)]
pub struct OlderAthlete {
    age: i32,
    asked_from: i32,
    senior_age: i32,
    deload_every: i32,
    growth_percent: i32,
    senior_quality_runs: i32,
    warm_up_minutes: i32,
}

pub(super) static CARD: Card = Card {
    id: "older_athlete",
    binding: Binding::Advice,
    summary: "From sixty on runners grow more slowly, deload more often and run hard at most once a week; hard work stays.",
    docs: "Masters runners are hurt more often, mostly at the calf and the Achilles tendon, and performance falls with \
           age. How much they train explains about half of the fall of their fitness, and that recovery itself is slower is \
           less sure than it is said to be: so volume and short hard work stay. The numbers here are cautious \
           judgement: smaller steps, more deloads, longer warm-ups. Who is younger is only asked how they recover. Strength \
           work and balance are advised for everybody of that age.",
    evidence: &[
        "Bull 2020, British Journal of Sports Medicine: strength and balance in older adults.",
        "Borges 2016, Journal of Aging and Physical Activity: the effect of age on recovery may be smaller than thought.",
        "Burtscher 2022, a review of masters athletes: change of training explains much of the fall of fitness.",
        "Judgement, after surveys of masters runners: ages and sizes.",
    ],
    words: None,
};

impl ForAthlete for OlderAthlete {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            age: setting.age.unwrap_or(0),
            asked_from: 50,
            senior_age: 60,
            deload_every: 3,
            growth_percent: 5,
            senior_quality_runs: 1,
            warm_up_minutes: 10,
        }
    }
}

impl OlderAthlete {
    fn is_senior(&self) -> bool {
        self.age >= self.senior_age
    }

    /// Every which week is a deload, where others take every `usual`th.
    pub fn deload_every(&self, usual: i32) -> i32 {
        if self.is_senior() { usual.min(self.deload_every) } else { usual }
    }

    /// The most percent that a week usually grows by.
    pub fn growth_percent(&self) -> i32 {
        if self.is_senior() { self.growth_percent } else { 100 }
    }

    /// Whether hard runs leave out hills and repetitions, the hardest on calf and Achilles tendon.
    pub fn spares_calves(&self) -> bool {
        self.is_senior()
    }

    /// The least minutes of a warm-up, where others warm up for `usual`.
    pub fn warm_up(&self, usual: Minutes) -> Minutes {
        if self.is_senior() { usual.max(self.warm_up_minutes) } else { usual }
    }

    /// Quality runs a week, where others run `usual`.
    pub fn quality_runs(&self, usual: i32) -> i32 {
        if self.is_senior() { usual.min(self.senior_quality_runs) } else { usual }
    }

    /// A sentence for the page: a question first, advice from the older age on.
    pub fn advice(&self) -> Option<String> {
        if self.is_senior() {
            return Some(format!(
                "Warm up for {} min or more before anything brisk; strength and balance work count as much as running. Short \
                 hard work stays; hills and repetitions wait until calves and Achilles tendons have been quiet for eight weeks.",
                self.warm_up_minutes
            ));
        }
        (self.age >= self.asked_from).then(|| {
            "How do you recover? If you still feel a hard run two days later, tell it: the weeks get easier then, whatever \
             your age."
                .to_owned()
        })
    }
}

impl Rule for OlderAthlete {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("asked_from", "from which the page asks how one recovers", "years", &mut self.asked_from, (30, 100)).at_most(),
            Number::new("senior_age", "from which weeks grow less, deloads come more often and quality runs are capped", "years", &mut self.senior_age, (40, 100)).at_most(),
            Number::new("deload_every", "every which week is a deload", "weeks", &mut self.deload_every, (2, 12)).at_most(),
            Number::new("growth_percent", "a growing week over the mean of the last full weeks", "%", &mut self.growth_percent, (0, 20))
                .at_most(),
            Number::new("senior_quality_runs", "quality runs", "a week", &mut self.senior_quality_runs, (0, 3)).at_most(),
            Number::new("warm_up_minutes", "of warm-up", "min", &mut self.warm_up_minutes, (0, 30)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn age_asks_for_more_deloads_and_smaller_steps() {
        let aged = |age| {
            let (goal, level) = (Goal::Endurance, Level::Advanced);
            OlderAthlete::for_athlete(&Setting { age, ..Setting::of(goal, level) })
        };
        let of = |age| (aged(age).deload_every(4), aged(age).growth_percent(), aged(age).quality_runs(2));
        assert_eq!(of(Some(49)), (4, 100, 2));
        assert_eq!(of(Some(59)), (4, 100, 2));
        assert_eq!(of(Some(60)), (3, 5, 1));
        assert_eq!(of(Some(66)), (3, 5, 1));
        assert_eq!(of(None), (4, 100, 2));
    }
}
