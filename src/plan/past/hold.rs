//! How hard the published runs are held where they stand.

use crate::rules::Rulebook;

/// The rule about runs that were published before.
const HELD: &str = "stay_put";

/// Gives the rule about published runs another weight.
pub fn hold(rules: &mut Rulebook, weight: i32) {
    for rule in rules.all_mut().into_iter().filter(|rule| rule.card().id == HELD) {
        for number in rule.numbers() {
            *number.value = weight;
        }
    }
}
