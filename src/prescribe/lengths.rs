//! How a week's minutes are shared among its runs.

use crate::model::Minutes;
use crate::rules::LongRunShare;

/// No run of its own is shorter, as far as the person ever ran that long.
pub(super) const SHORTEST: Minutes = 20;
/// The shortest run that has room for a warm-up, hard work and a cool-down.
const SHORTEST_QUALITY: Minutes = 30;
/// An easy run or a quality run as long as this would be hard on the legs for its length alone.
pub(super) const LONGEST_EASY: Minutes = 70;
/// What a quality run takes where the week has it to give.
const USUAL_QUALITY: Minutes = 45;

/// What a length that is no multiple of five costs, where a minute off the target costs two.
const ODD: i32 = 9;

/// What it costs that a week that may grow does not: more than odd lengths of every kind.
const STUCK: i32 = 3 * ODD + 1;

/// What a week's runs should come to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask<'a> {
    /// Easy runs, all of one length.
    pub easy: i32,
    /// Quality runs, all of one length.
    pub quality: i32,
    /// Whether there is a long run.
    pub long: bool,
    /// Minutes that the week aims at.
    pub target: Minutes,
    /// A week that may grow should hold more than so many minutes, if by odd lengths; 0 for any other.
    pub more_than: Minutes,
    /// The least minutes of the week.
    pub low: Minutes,
    /// The most minutes of the week.
    pub high: Minutes,
    /// The shortest that a run of its own may be.
    pub shortest: Minutes,
    /// The longest that any run may be.
    pub run_limit: Minutes,
    /// The lengths of the last full week.
    pub usual: Lengths,
    /// The longest that an easy and that a quality run may be.
    pub kind_limits: (Minutes, Minutes),
    /// The least and the most of the long run.
    pub long_range: (Minutes, Minutes),
    /// How much of the week the long run may be.
    pub share: &'a LongRunShare,
    /// Percent of that share the long run should take.
    pub eagerness: i32,
    /// What a minute off that costs, where a minute off the target costs two.
    pub long_weight: i32,
    /// What is known to be cut: the shares and the least minutes hold for what is left.
    pub cut: &'a Cut,
}

/// Runs that the diary was seen to cut, and to how many minutes each.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    /// Easy runs.
    pub easy: Vec<Minutes>,
    /// Quality runs.
    pub quality: Vec<Minutes>,
    /// The long run.
    pub long: Option<Minutes>,
}

impl Cut {
    /// What is left of the long run.
    fn long(&self, lengths: Lengths) -> Minutes {
        self.long.map_or(lengths.long, |most| most.min(lengths.long))
    }

    /// Minutes that these lengths lose.
    pub(super) fn loss(&self, lengths: Lengths) -> Minutes {
        let of = |full: Minutes, cut: &[Minutes]| cut.iter().map(|most| (full - most).max(0)).sum::<Minutes>();
        of(lengths.easy, &self.easy) + of(lengths.quality, &self.quality) + lengths.long - self.long(lengths)
    }
}

/// The lengths found, in minutes; 0 where there is no such run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lengths {
    /// Of each easy run.
    pub easy: Minutes,
    /// Of each quality run.
    pub quality: Minutes,
    /// Of the long run.
    pub long: Minutes,
}

impl Lengths {
    /// Minutes of so many easy and quality runs and a long one.
    pub(super) fn total(self, easy: i32, quality: i32) -> Minutes {
        easy * self.easy + quality * self.quality + self.long
    }
}

impl Ask<'_> {
    fn runs(&self) -> i32 {
        self.easy + self.quality + i32::from(self.long)
    }

    /// The lengths that come nearest to the target, in steps of five minutes where that does; `None` if nothing fits.
    pub(super) fn lengths(&self) -> Option<Lengths> {
        self.candidates().filter(|lengths| self.allows(*lengths)).min_by_key(|lengths| self.cost(*lengths))
    }

    fn total(&self, lengths: Lengths) -> Minutes {
        lengths.total(self.easy, self.quality)
    }

    fn candidates(&self) -> impl Iterator<Item = Lengths> {
        let longs = if self.long { self.shortest..=self.run_limit.min(self.long_range.1) } else { 0..=0 };
        longs.flat_map(move |long| self.qualities().flat_map(move |quality| self.with(long, quality)))
    }

    fn qualities(&self) -> impl Iterator<Item = Minutes> {
        let most = self.run_limit.min(LONGEST_EASY).min(self.kind_limits.1);
        let steps = (SHORTEST_QUALITY..=most).filter(move |minutes| minutes % 5 == 0 || *minutes == most);
        steps.chain(std::iter::once(0)).filter(|minutes| (*minutes == 0) == (self.quality == 0))
    }

    /// The easy lengths around what is left for them.
    fn with(&self, long: Minutes, quality: Minutes) -> impl Iterator<Item = Lengths> + use<> {
        let (easy, left) = (self.easy, self.target - long - self.quality * quality);
        let even = if easy == 0 { 0 } else { left / easy };
        let around = [even, even + 1, even / 5 * 5, even / 5 * 5 + 5].map(|minutes| minutes.max(self.shortest));
        let longest = self.run_limit.min(LONGEST_EASY).min(self.kind_limits.0);
        // The long run stays the longest, if only by a little.
        let longest = if self.long { longest.min(long - 1) } else { longest };
        let choices = around.into_iter().chain([longest / 5 * 5]);
        let choices = choices.map(move |minutes| if easy == 0 { 0 } else { minutes.min(longest) });
        choices.map(move |easy| Lengths { easy, quality, long })
    }

    fn allows(&self, lengths: Lengths) -> bool {
        let total = self.total(lengths);
        let left = total - self.cut.loss(lengths);
        let Lengths { easy, quality, long } = lengths;
        let long_fits = !self.long
            || (long > easy
                && long >= quality
                && long >= self.long_range.0
                && self.share.fits(long, self.runs(), total)
                && self.share.fits(self.cut.long(lengths), self.runs(), left));
        left >= self.low && total <= self.high && long_fits && (self.easy == 0 || easy >= self.shortest)
    }

    /// How far from what is wanted; ties go to the longer run that comes first.
    fn cost(&self, lengths: Lengths) -> (Minutes, Minutes) {
        let Lengths { easy, quality, long } = lengths;
        let total = self.total(lengths);
        let stuck = if total <= self.more_than { STUCK } else { 0 };
        let off = (total - self.target).abs() * 2 + stuck;
        // The longest run there may be is no odd length, or a small runner would never get past it; and where the
        // week does not grow, what a run was before is none, or it would hold less.
        let is_odd = |&(minutes, usual): &(Minutes, Minutes)| {
            minutes % 5 != 0 && minutes != self.run_limit && (self.more_than > 0 || minutes != usual)
        };
        let usual = self.usual;
        let each = [(easy, usual.easy), (quality, usual.quality), (long, usual.long)];
        let odd = each.iter().filter(|one| is_odd(one)).count() as i32 * ODD;
        let wished = self.share.longest_in(self.runs(), total) * self.eagerness / 100;
        let long_off = if self.long { (long - wished).abs() * self.long_weight } else { 0 };
        let quality_off = if self.quality > 0 { (quality - USUAL_QUALITY.max(easy)).abs() / 2 } else { 0 };
        (off + odd + long_off + quality_off, -long)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::{ForAthlete, Setting};

    fn share() -> LongRunShare {
        let (goal, level) = (Goal::Endurance, Level::Intermediate);
        LongRunShare::for_athlete(&Setting::of(goal, level))
    }

    fn ask(share: &LongRunShare, runs: (i32, i32, bool), target: Minutes, limit: Minutes) -> Option<Lengths> {
        let (easy, quality, long) = runs;
        let (low, high) = (0, target * 120 / 100);
        let long_range = (SHORTEST, share.longest());
        let kind_limits = (Minutes::MAX, Minutes::MAX);
        let run_limit = limit;
        Ask {
            easy,
            quality,
            long,
            target,
            more_than: 0,
            low,
            high,
            shortest: SHORTEST,
            run_limit,
            usual: Lengths::default(),
            kind_limits,
            long_range,
            share,
            eagerness: 95,
            long_weight: 1,
            cut: &Cut::default(),
        }
        .lengths()
    }

    #[test]
    fn lengths_are_multiples_of_five_where_the_target_allows() {
        let found = ask(&share(), (2, 0, true), 100, 60).unwrap();
        assert_eq!(found, Lengths { easy: 30, quality: 0, long: 40 });
    }

    #[test]
    fn a_small_runner_grows_by_single_minutes() {
        assert_eq!(ask(&share(), (1, 0, false), 38, 38).unwrap().easy, 38);
    }

    #[test]
    fn no_run_passes_the_limit() {
        let found = ask(&share(), (2, 1, true), 240, 33).unwrap();
        assert!(found.easy <= 32 && found.long == 33 && found.quality <= 33, "{found:?}");
    }

    #[test]
    fn too_few_minutes_for_so_many_runs_find_nothing() {
        assert_eq!(ask(&share(), (3, 0, true), 50, 40), None);
    }
}
