//! What is wrong with a brief, as data.

use serde_json::{Value, json};

use crate::brief::Problems;

/// So many problems are listed.
const MOST: usize = 50;

/// The problems of a brief, each with its place, what is wrong and what would be right.
pub fn problems_data(problems: &Problems) -> Vec<Value> {
    let of = |problem| {
        let (line, column) = problems.position(problem);
        json!({
            "kind": problem.kind(), "line": line, "column": column, "message": problem.message(), "help": problem.help(),
        })
    };
    problems.iter().take(MOST).map(of).collect()
}
