"""What a session does to the legs: heavy, moderate, upper (strength that spares them) or none."""


def effort_of(rpe):
    return None if rpe is None else "light" if rpe <= 3 else "moderate" if rpe <= 6 else "heavy"


def of(session):
    works = session.focus in ("lower", "full_body")
    if session.match and session.focus not in ("upper", "core"):
        return "heavy"
    if session.kind == "strength":
        if session.focus is None or session.effort is None:
            return "heavy"  # not described: the safe reading
        if not works:
            return "upper"
        return "heavy" if session.effort == "heavy" else "moderate"
    if session.kind == "mobility":
        return "moderate" if session.effort in ("moderate", "heavy") else "none"
    if session.focus in ("upper", "core") or session.effort == "light":
        return "none"
    return "moderate" if session.effort == "moderate" else "heavy"


def hard(session):
    """A hard session by itself: heavy legs, or other sport that works them hard."""
    return session.legs == "heavy"
