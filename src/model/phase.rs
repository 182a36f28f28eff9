//! The shape of a block.

use super::words;

words! {
    /// What a week is for.
    pub enum Phase {
        /// Easy volume.
        Base = "base",
        /// Threshold, then faster work; the long run grows.
        Build = "build",
        /// Race pace; volume holds.
        Peak = "peak",
        /// Less volume before a race.
        Taper = "taper",
        /// After a race or an illness.
        Recovery = "recovery",
    }
}
