//! Races to come: how much each matters, and what they are run on.

use super::words;

words! {
    /// How much a race matters to the block.
    pub enum Priority {
        /// The one that the block leads to.
        A = "A",
        /// One to do well in on the way, with a lighter week.
        B = "B",
        /// One that is run as a hard run.
        C = "C",
    }
}

words! {
    /// What a race is run on.
    pub enum Surface {
        /// Streets and paved paths.
        Road = "road",
        /// A running track.
        Track = "track",
        /// Paths in woods and fields.
        Trail = "trail",
        /// Mountain paths.
        Mountain = "mountain",
    }
}

words! {
    /// What kind of race it is.
    pub enum RaceKind {
        /// Running alone.
        Run = "run",
        /// Running and stations by turns.
        Hyrox = "hyrox",
        /// Running over and under obstacles.
        Obstacle = "obstacle",
        /// Swimming, cycling and running.
        Triathlon = "triathlon",
    }
}
