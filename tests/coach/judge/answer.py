"""What one check says of one plan."""

from dataclasses import dataclass

HOLDS, FAILS, PASSES_BY = "holds", "fails", "does not apply"


@dataclass
class Answer:
    """A check's state and one sentence with numbers."""

    state: str
    text: str

    @property
    def failed(self):
        return self.state == FAILS


def holds(text=""):
    return Answer(HOLDS, text)


def fails(text):
    return Answer(FAILS, text)


def no_matter(text):
    return Answer(PASSES_BY, text)


def all_hold(faults, good=""):
    """Fails with the first faults and their number, or holds."""
    faults = list(faults)
    if not faults:
        return holds(good)
    more = f" (and {len(faults) - 2} more)" if len(faults) > 2 else ""
    return fails("; ".join(faults[:2]) + more)
