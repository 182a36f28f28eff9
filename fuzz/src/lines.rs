//! Mutations of a text of lines: lines come again, move, go, or change within.

use serde_json::Value;

use crate::dice::Dice;
use crate::json;

/// A mutated text in `data`, and its length.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice::new(seed);
    if dice.below(3) > 0 {
        let mut lines: Vec<Vec<u8>> = data[..size].split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        change(&mut lines, &mut dice);
        let text = lines.join(&b'\n');
        if text.len() <= most.min(data.len()) {
            data[..text.len()].copy_from_slice(&text);
            return text.len();
        }
    }
    libfuzzer_sys::fuzzer_mutate(data, size, most)
}

fn change(lines: &mut Vec<Vec<u8>>, dice: &mut Dice) {
    let at = dice.below(lines.len());
    let to = dice.below(lines.len());
    match dice.below(5) {
        0 if lines.len() > 1 => drop(lines.remove(at)),
        1 => lines.insert(to, lines[at].clone()),
        2 => lines.swap(at, to),
        3 => {
            // The head of one line with the tail of another.
            let (head, tail) = (&lines[at], &lines[to]);
            let cut = |line: &[u8], dice: &mut Dice| dice.below(line.len() + 1);
            let (first, second) = (cut(head, dice), cut(tail, dice));
            lines[at] = [&head[..first], &tail[second..]].concat();
        }
        _ => {
            if let Ok(value) = serde_json::from_slice::<Value>(&lines[at]) {
                lines[at] = json::mutated(value, dice).to_string().into_bytes();
            }
        }
    }
}
