//! What was done, in one word: a type of run or a kind of session.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Kind, RunType};

/// A type of run or a kind of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A run.
    Run(RunType),
    /// Anything else.
    Session(Kind),
}

impl Activity {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Run(kind) => kind.word(),
            Self::Session(kind) => kind.word(),
        }
    }

    /// The activity with this word.
    pub fn parse(word: &str) -> Option<Self> {
        RunType::parse(word)
            .map(Self::Run)
            .or_else(|| Kind::parse(word).filter(|kind| *kind != Kind::Run).map(Self::Session))
    }
}

impl Serialize for Activity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Activity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| serde::de::Error::custom(format!("`{word}` is no kind of run or session")))
    }
}
