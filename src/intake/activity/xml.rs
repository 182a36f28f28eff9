//! What GPX and TCX have in common: XML, read tag by tag. Prefixes and namespaces mean nothing here.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{ActivityError, Recordings, gpx, health, tcx};
use crate::intake::text;

/// Tags within tags: recordings have about ten.
const DEEPEST: usize = 64;

/// The longest tag, in bytes: nobody's recording has longer ones.
const LONGEST_TAG: usize = 4096;

/// Hears of the parts of a document, one after the other.
pub(super) trait Document {
    /// A tag begins. `path` holds the names of the tags around it and its own.
    fn open(&mut self, path: &[&str], attribute: &dyn Fn(&str) -> Option<String>);
    /// A tag ends, with the text directly in it.
    fn close(&mut self, path: &[&str], text: &str);
}

/// Reads a GPX or a TCX file.
pub(super) fn read(bytes: &[u8]) -> Result<Recordings, ActivityError> {
    let text = text::decoded(bytes);
    let text = text.trim_start();
    if !text.starts_with('<') {
        return Err(ActivityError::NotKnown);
    }
    match root(text)?.as_str() {
        "gpx" => {
            let mut document = gpx::Gpx::default();
            walk(text, &mut document)?;
            document.recordings()
        }
        "TrainingCenterDatabase" => {
            let mut document = tcx::Tcx::default();
            walk(text, &mut document)?;
            document.recordings()
        }
        "HealthData" => {
            let mut document = health::Health::default();
            walk(text, &mut document)?;
            Ok(document.recordings())
        }
        _ => Err(ActivityError::NotKnown),
    }
}

/// The name of the outermost tag.
fn root(text: &str) -> Result<String, ActivityError> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|error| damaged(&error.to_string()))? {
            Event::Start(tag) | Event::Empty(tag) => return Ok(local(&tag)),
            Event::Eof => return Err(ActivityError::NotKnown),
            _ => {}
        }
    }
}

/// Tells a document from its first to its last tag.
fn walk(text: &str, document: &mut dyn Document) -> Result<(), ActivityError> {
    let mut reader = Reader::from_str(text);
    let mut path: Vec<&'static str> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    loop {
        let event = reader.read_event().map_err(|error| damaged(&error.to_string()))?;
        match event {
            Event::Start(tag) => {
                begin(&tag, &mut path, document)?;
                texts.push(String::new());
            }
            Event::Empty(tag) => {
                begin(&tag, &mut path, document)?;
                document.close(&path, "");
                path.pop();
            }
            Event::End(_) => {
                document.close(&path, texts.pop().unwrap_or_default().trim());
                path.pop();
            }
            Event::Text(part) => add(&mut texts, &part.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(part) => add(&mut texts, &part.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => add(&mut texts, letter.encode_utf8(&mut [0; 4])),
                _ => add(&mut texts, " "),
            },
            Event::DocType(definition) if definition.xml_content(XmlVersion::Implicit1_0).contains('[') => {
                return Err(damaged("it defines a document type of its own"));
            }
            Event::Eof if path.is_empty() => return Ok(()),
            Event::Eof => {
                return Err(damaged(&format!(
                    "it breaks off inside `{}`",
                    path.iter().rev().find(|name| !name.is_empty()).unwrap_or(&"a tag")
                )));
            }
            _ => {}
        }
    }
}

fn begin(tag: &BytesStart<'_>, path: &mut Vec<&'static str>, document: &mut dyn Document) -> Result<(), ActivityError> {
    if tag.len() > LONGEST_TAG {
        return Err(damaged(&format!("a tag is longer than {LONGEST_TAG} bytes")));
    }
    if path.len() >= DEEPEST {
        return Err(damaged(&format!("more than {DEEPEST} tags lie within one another")));
    }
    path.push(known(tag));
    let attribute = |name: &str| {
        let mut attributes = tag.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
        Some(found.value.into_owned())
    };
    document.open(path, &attribute);
    Ok(())
}

/// No text that matters is longer, in bytes.
const LONGEST_TEXT: usize = 1000;

fn add(texts: &mut [String], part: &str) {
    if let Some(text) = texts.last_mut()
        && text.len() + part.len() <= LONGEST_TEXT
    {
        text.push_str(part);
    }
}

/// The names that mean something here.
const NAMES: [&str; 28] = [
    "HealthData",
    "Workout",
    "WorkoutStatistics",
    "gpx",
    "trk",
    "trkseg",
    "trkpt",
    "time",
    "type",
    "name",
    "rte",
    "wpt",
    "TrainingCenterDatabase",
    "Activities",
    "Activity",
    "Id",
    "Lap",
    "TotalTimeSeconds",
    "DistanceMeters",
    "Track",
    "Trackpoint",
    "Time",
    "LatitudeDegrees",
    "LongitudeDegrees",
    "AverageHeartRateBpm",
    "Value",
    "Course",
    "Workout",
];

/// The name of a tag if it means something, else nothing.
fn known(tag: &BytesStart<'_>) -> &'static str {
    let name = tag.local_name();
    let name: &str = name.as_ref();
    NAMES.iter().find(|known| **known == name).copied().unwrap_or_default()
}

/// The name of a tag without its prefix.
fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn damaged(how: &str) -> ActivityError {
    ActivityError::Damaged(how.to_owned())
}
