//! Advice: whoever follows it gets the score that was promised.

use runweave::schedule::advise;

use super::{brief, examples, planned};

#[test]
fn the_first_advice_followed_gives_exactly_the_promised_score() {
    let mut helped = 0;
    for (name, before) in examples(2) {
        let found = advise(&before, &[], 1).unwrap();
        let Some(first) = found.best.first() else { continue };
        helped += 1;
        let plan = planned(&brief(&first.change.brief).unwrap());
        let promised = first.outlook.score;
        assert_eq!(
            [plan.score.unplaced, plan.score.unplaced_value, plan.score.should, plan.score.preference],
            [promised.left_out, promised.left_value, promised.should, promised.preference].map(i64::from),
            "{name}: {}",
            first.change.text
        );
    }
    assert!(helped > 0, "no example can be helped");
}
