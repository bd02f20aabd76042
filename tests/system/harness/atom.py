"""Atom feeds (RFC 4287), read as a reader of feeds does, with what the RFC demands checked."""
import re
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
OF_FEED = {"id", "title", "updated", "author", "link", "entry"}
OF_ENTRY = {"id", "title", "updated", "link", "summary"}
TAG = re.compile(r"tag:[\w.-]+,\d{4}-\d\d-\d\d:\S+")  # RFC 4151
WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # RFC 3339


def text_of(element, name):
    return element.find(ATOM + name).text


def check(element, known):
    """Elements that must be there once (4.1.1, 4.1.2), none that we do not write, ids that are IRIs, dates as they must be."""
    assert {child.tag for child in element} <= {ATOM + name for name in known}, [child.tag for child in element]
    for name in ("id", "title", "updated"):
        assert len(element.findall(ATOM + name)) == 1, name
    assert len(element.findall(ATOM + "summary")) <= 1
    assert TAG.fullmatch(text_of(element, "id")), text_of(element, "id")
    assert WHEN.fullmatch(text_of(element, "updated")), text_of(element, "updated")
    for link in element.findall(ATOM + "link"):
        assert re.match(r"https?://", link.get("href")), link.attrib
    assert [link.get("rel") for link in element.findall(ATOM + "link")].count("alternate") == 1


def entries(answer):
    """The entries of a feed, newest first."""
    assert answer.headers["content-type"].startswith("application/atom+xml"), answer.headers
    feed = ElementTree.fromstring(answer.source.encode("utf-8"))
    assert feed.tag == ATOM + "feed"
    check(feed, OF_FEED)
    assert feed.find(f"{ATOM}author/{ATOM}name").text, "an author for all its entries (4.1.1)"
    [itself] = [link for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    assert itself.get("href").endswith(answer.path), itself.get("href")
    found = feed.findall(ATOM + "entry")
    for entry in found:
        check(entry, OF_ENTRY)
    ids = [text_of(entry, "id") for entry in found]
    assert len(ids) == len(set(ids)), "no two entries share an id (4.1.1)"
    dates = [text_of(entry, "updated") for entry in found]
    assert dates == sorted(dates, reverse=True)
    assert not dates or text_of(feed, "updated") == dates[0]
    return found
