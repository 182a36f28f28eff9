//! What a tool would write: told first, written only when the same call comes again with the name of its preview.

use serde_json::{Value, json};
use uuid::Uuid;

use super::arguments::Arguments;
use super::desk::{Desk, NAMESPACE};
use crate::app::Now;
use crate::world::{Folder, Stop, files};

/// A preview is good for so many seconds.
const GOOD_FOR: i64 = 3600;

/// What would be written, and how it is told.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// The folder inside the one that is served, where it is not that itself.
    pub inside: Option<String>,
    /// Files with their whole texts, in the order in which they are written.
    pub files: Vec<(String, String)>,
    /// A file and the lines that are added to its end.
    pub added: Option<(&'static str, String)>,
    /// What a person reads.
    pub text: String,
    /// The same as data.
    pub data: Value,
}

/// The name of a preview: the moment it was made, and what it was made from and would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    moment: i64,
    call: Uuid,
    inputs: Uuid,
    written: Uuid,
}

impl Change {
    /// Leaves out the files that say already what they would say.
    pub(super) fn without_what_is_there(mut self, folder: &Folder) -> Result<Self, Stop> {
        let mut new = Vec::new();
        for (name, text) in self.files {
            let place = if let Some(inside) = &self.inside { format!("{inside}/{name}") } else { name.clone() };
            if folder.read(&place)?.as_deref() != Some(text.as_bytes()) {
                new.push((name, text));
            }
        }
        self.files = new;
        Ok(self)
    }

    /// Whether there is nothing to write.
    pub(super) fn is_nothing(&self) -> bool {
        self.files.is_empty() && self.added.is_none()
    }

    /// What it writes, a name each, with the folder inside the one that is served.
    pub(super) fn written(&self) -> Vec<String> {
        let inside = self.inside.as_deref().map(|inside| format!("{inside}/")).unwrap_or_default();
        let whole = self.files.iter().map(|(name, _)| format!("{inside}{name}"));
        whole.chain(self.added.iter().map(|(name, _)| (*name).to_owned())).collect()
    }

    /// What its preview is called.
    pub(super) fn name(&self, tool: &str, arguments: Arguments<'_>, desk: &Desk<'_>) -> Name {
        let call = json!([tool, arguments.without_apply()]).to_string();
        let written = json!([self.inside, self.files, self.added]).to_string();
        Name {
            moment: desk.now.unix_seconds(),
            call: Uuid::new_v5(&NAMESPACE, call.as_bytes()),
            inputs: desk.inputs(),
            written: Uuid::new_v5(&NAMESPACE, written.as_bytes()),
        }
    }

    /// Writes it. Nobody else may be writing in the folder.
    pub(super) fn write(&self, folder: &Folder) -> Result<(), Stop> {
        let place = match &self.inside {
            Some(inside) => folder.inner(inside)?,
            None => folder.clone(),
        };
        let cannot = |error| files::cannot_write_into(place.path(), &error);
        std::fs::create_dir_all(place.path()).map_err(cannot)?;
        let whole: Vec<(&str, &str)> = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        place.write(&whole)?;
        match &self.added {
            Some((name, lines)) => files::append(&folder.within(name)?, lines),
            None => Ok(()),
        }
    }
}

impl Name {
    /// The preview that an assistant names, while it is still good.
    pub(super) fn read(text: &str, now: Now) -> Result<Self, Stop> {
        let mut parts = text.trim().split('.');
        let moment = parts.next().and_then(|part| part.parse().ok());
        let mut uuid = || parts.next().and_then(|part| Uuid::try_parse(part).ok());
        let name = (|| Some(Self { moment: moment?, call: uuid()?, inputs: uuid()?, written: uuid()? }))();
        let name = name.filter(|name| name.to_string() == text.trim()).ok_or_else(|| {
            refused(
                "`apply` is not the name of a preview",
                "call without `apply` first, and give the `preview` it returns",
            )
        })?;
        match now.unix_seconds().checked_sub(name.moment) {
            Some(0..=GOOD_FOR) => Ok(name),
            _ => Err(refused("the preview is more than an hour old", "call again without `apply` for a new one")),
        }
    }

    /// The moment it was made.
    pub(super) fn moment(&self) -> Now {
        Now::from_unix_seconds(self.moment)
    }

    /// Refuses to write where the same call comes to something else now.
    pub(super) fn hold_against(&self, now: &Self) -> Result<(), Stop> {
        let again = "nothing was written; call again without `apply`, and show what comes of it";
        if self.call != now.call {
            Err(refused("the arguments are not those of the preview", again))
        } else if self.inputs != now.inputs {
            Err(refused("a file of the folder has changed since the preview", again))
        } else if self == now {
            Ok(())
        } else {
            Err(refused("what would be written is not what the preview showed", again))
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}.{}", self.moment, self.call.simple(), self.inputs.simple(), self.written.simple())
    }
}

fn refused(what: &str, hint: &str) -> Stop {
    Stop::wrong(what, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(moment: i64) -> Name {
        let one = Uuid::new_v5(&NAMESPACE, b"one");
        Name { moment, call: one, inputs: one, written: one }
    }

    #[test]
    fn a_preview_is_good_for_an_hour_and_for_what_it_showed() {
        let now = Now::from_unix_seconds(10_000);
        let read = |name: &Name| Name::read(&name.to_string(), now);
        assert_eq!(read(&name(10_000)).ok(), Some(name(10_000)));
        assert_eq!(read(&name(6_400)).ok(), Some(name(6_400)));
        for moment in [6_399, 10_001, i64::MIN, i64::MAX] {
            assert!(read(&name(moment)).is_err());
        }
        for text in ["", "1.2.3.4", "now", &format!("{}.x", name(10_000)), &format!("+{}", name(10_000))] {
            assert!(Name::read(text, now).is_err(), "{text}");
        }
        let other = Uuid::new_v5(&NAMESPACE, b"other");
        let says = |changed: &Name| name(1).hold_against(changed).err().map(|stop| stop.text().to_owned());
        assert_eq!(says(&name(1)), None);
        assert!(says(&Name { call: other, ..name(1) }).is_some_and(|text| text.contains("arguments")));
        assert!(says(&Name { inputs: other, ..name(1) }).is_some_and(|text| text.contains("file of the folder")));
        assert!(says(&Name { written: other, ..name(1) }).is_some_and(|text| text.contains("showed")));
    }
}
