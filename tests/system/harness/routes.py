"""The site's own list of routes, read from where it stands, so that a new route is walked without being named here."""
import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3] / "src" / "web" / "routes.cpp"
ROUTE = re.compile(r'\{(get|post|put|del),\s*"([^"]+)",\s*(\w+),\s*\w+(?:, Pace::\w+)?\}')


def all_routes():
    """[(method, pattern, who may)]"""
    found = [(method.upper(), pattern, needs) for method, pattern, needs in ROUTE.findall(SOURCE.read_text("utf-8"))]
    assert len(found) > 30, "the list of routes is no longer where it was"
    return found


def fill(pattern, **parts):
    """The path of a pattern; a part that is not given stays as it is."""
    return re.sub(r"\{(\w+)\}", lambda name: str(parts.get(name[1], name[0])), pattern)
