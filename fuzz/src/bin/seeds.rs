//! Writes what the targets start from: `seeds CORPUS`, one folder a target, made from the examples and the files of the tests.

use std::error::Error;
use std::fs;
use std::path::Path;

use runweave::render;
use runweave_fuzz::seeds::{brief, plan, shortened, small_plan};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = std::env::args().nth(1).ok_or("usage: seeds CORPUS")?;
    let corpus = Path::new(&corpus);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for target in ["brief", "plan", "log", "activity", "busy", "pipeline"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    for example in fs::read_dir(root.join("plans"))? {
        let example = example?;
        let name = example.file_name().into_string().map_err(|_| "a folder's name is no text")?;
        let document: Value = serde_json::from_slice(&fs::read(example.path().join("brief.json"))?)?;
        fs::write(corpus.join("brief").join(&name), document.to_string())?;
        for weeks in [1, 2] {
            let short = shortened(document.clone(), weeks);
            // A brief that names a later week cannot be shortened to one.
            let Some(planned) = brief(&short).and_then(|brief| plan(&brief, 1)) else { continue };
            fs::write(corpus.join("pipeline").join(format!("{name}-{weeks}")), short.to_string())?;
            let small = serde_json::from_str::<Value>(&render::json(&planned))?.to_string();
            fs::write(corpus.join("plan").join(format!("{name}-{weeks}")), small)?;
        }
    }
    fs::write(corpus.join("log/every-type"), log())?;
    for (from, to) in [("tests/busy", "busy"), ("tests/activity", "activity")] {
        for file in fs::read_dir(root.join(from))? {
            let path = file?.path();
            let name = path.file_name().ok_or("a file without a name")?;
            if path.extension().is_some_and(|end| end == "ics" || end == "gpx" || end == "tcx") {
                fs::copy(&path, corpus.join(to).join(name))?;
            }
        }
    }
    fs::write(corpus.join("activity/watch.fit"), fit())?;
    Ok(())
}

/// A log that says something of each kind about the small plan.
fn log() -> String {
    let plan = small_plan();
    let mut lines: Vec<String> = Vec::new();
    for (index, run) in plan.runs().enumerate() {
        let (id, date) = (&run.id, run.start.0.date());
        lines.push(match index % 3 {
            0 => format!(r#"{{"type":"done","id":"{id}","date":"{date}","start":"07:00","minutes":31,"rpe":4,"distance_km":5.1,"note":"fine"}}"#),
            1 => format!(r#"{{"type":"missed","id":"{id}","date":"{date}","note":"ill"}}"#),
            _ => format!(r#"{{"type":"done","id":"{id}"}}"#),
        });
    }
    let date = plan.weeks[0].start;
    lines.push(format!(r#"{{"type":"added","date":"{date}","start":"12:00","minutes":25,"kind":"easy"}}"#));
    lines.push(format!(
        r#"{{"type":"added","date":"{date}","minutes":60,"kind":"strength","focus":"lower","effort":"heavy"}}"#
    ));
    lines.push(format!(
        r#"{{"type":"check_in","date":"{date}","sleep_hours":6.5,"fatigue":5,"soreness":4,"stress":3,"pain":1,"signs":["poor_sleep"],"signs_days":3,"days_off":0}}"#
    ));
    lines.join("\n") + "\n"
}

/// A recording with one session: a run of half an hour and five kilometres.
fn fit() -> Vec<u8> {
    let fields: [(u8, u8, u8); 5] = [(253, 4, 0x86), (2, 4, 0x86), (5, 1, 0), (8, 4, 0x86), (9, 4, 0x86)];
    let mut body = vec![0x40, 0, 0, 18, 0, fields.len() as u8];
    for (number, size, kind) in fields {
        body.extend([number, size, kind]);
    }
    body.push(0);
    body.extend(1_165_000_000_u32.to_le_bytes());
    body.extend(1_164_998_200_u32.to_le_bytes());
    body.push(1);
    body.extend(1_800_000_u32.to_le_bytes());
    body.extend(500_000_u32.to_le_bytes());
    let mut file = vec![14, 0x20, 0, 0];
    file.extend((body.len() as u32).to_le_bytes());
    file.extend(b".FIT\0\0");
    file.extend(body);
    file.extend([0, 0]);
    file
}
