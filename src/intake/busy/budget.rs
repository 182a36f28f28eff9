//! How much work one file may ask for, so that no calendar keeps the planner busy for ever.

use super::BusyError;

/// Dates that may still be laid out.
pub(super) struct Budget(usize);

/// What a rule that never falls on a date costs: the search for its next date gives up only after as many steps.
const DEAD_RULE: usize = 20_000;

impl Default for Budget {
    fn default() -> Self {
        Self(1_000_000)
    }
}

impl Budget {
    /// Takes one date.
    pub(super) fn date(&mut self) -> Result<(), BusyError> {
        self.take(1)
    }

    /// Takes the comparing of one series with its changed instances: files exist in which all events share an identity.
    pub(super) fn changes(&mut self, count: usize) -> Result<(), BusyError> {
        self.take(count)
    }

    /// Takes a search that found nothing.
    pub(super) fn vain_search(&mut self) -> Result<(), BusyError> {
        self.take(DEAD_RULE)
    }

    fn take(&mut self, cost: usize) -> Result<(), BusyError> {
        self.0 = self.0.checked_sub(cost).ok_or(BusyError::TooManyDates)?;
        Ok(())
    }
}
