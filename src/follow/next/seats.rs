//! Movable sessions go into the next block with the place that they had named first: there they stay where nothing is better.

use serde_json::{Map, Value, json};

use crate::model::WEEKDAYS;
use crate::plan::Plan;

/// Names the places of the movable sessions of a plan first in a brief.
pub(super) fn first(brief: &mut Value, plan: &Plan) {
    for seated in &plan.movable {
        let stands = seated.stands.0;
        let day = WEEKDAYS[stands.weekday % 7];
        let session = brief["sessions"].as_array_mut().and_then(|all| all.get_mut(seated.session.wrapping_sub(1)));
        let Some(movable) = session.and_then(|session| session.get_mut("movable")?.as_object_mut()) else { continue };
        let Some(starts) = movable.get(day).and_then(Value::as_array) else { continue };
        let start = json!(stands.start.to_string());
        let others = starts.iter().filter(|other| **other != start).cloned();
        let starts: Vec<Value> = std::iter::once(start.clone()).chain(others).collect();
        let mut sorted = Map::new();
        sorted.insert(day.to_owned(), starts.into());
        sorted.extend(
            movable.iter().filter(|(other, _)| *other != day).map(|(day, starts)| (day.clone(), starts.clone())),
        );
        *movable = sorted;
    }
}
