"""The steps of a workshop, as a facilitator and phones without scripts take them."""
import json
import re
from urllib.parse import urlsplit

from .client import Client
from .qr import texts_on

NAME, EMAIL, PASSWORD = "Kari Nordmann", "kari@fjordvik.example", "seks bukker ved brua 2026"
STAGES = ["welcome", "keys", "supplement", "rank", "measures", "pitch", "result"]


def set_up(server):
    """Redeems the set-up link of a first start; a browser that is logged in as its administrator."""
    admin = Client(server)
    page = admin.open(server.set_up_link())
    answer = admin.submit(page, field="passord", navn=NAME, epost=EMAIL, passord=PASSWORD)
    admin.follow(answer)
    return admin


def log_in(server, email=EMAIL, password=PASSWORD):
    client = Client(server)
    client.follow(client.submit(client.open("/logg-inn"), field="passord", epost=email, passord=password))
    return client


class Room:
    """One workshop, seen from the desk."""

    def __init__(self, desk, room):
        self.desk, self.id = desk, room

    @property
    def path(self):
        return f"/styring/{self.id}"

    @property
    def report(self):
        return f"/resultater/{self.id}"

    def page(self):
        return self.desk.open(self.path)

    def do(self, op, **fields):
        """Presses a button of the desk; the page it leads to."""
        return self.desk.follow(self.desk.post(self.path, {"op": op, **fields}))

    def open(self):
        self.do("apne")
        return self

    def stage(self, stage):
        return self.do(f"steg:{stage}")

    def code(self):
        """The six digits, as the desk shows them."""
        source = self.page().source
        found = re.search(r"/v/(\d{6})\b", source) or re.search(r"\b(\d{3})(?:\s|&nbsp;|&#160;|\u202f|<wbr>)?(\d{3})\b",
                                                               self.page().text)
        assert found, "the desk shows no code"
        return "".join(found.groups())

    def bundle(self):
        """The published result bundle."""
        answer = Client(self.desk.server).get(self.report + "/pakke.json")
        assert answer.status == 200, f"{answer.status}: {answer.text[:600]}"
        return json.loads(answer.body)

    def ballots(self):
        """The lists that count."""
        return [ballot["choices"] for ballot in self.bundle()["rounds"][-1]["ballots"]]

    def group_links(self, sheets="ark"):
        """The paths in the QR codes of the printed sheets (or of the posters), by group."""
        links = [urlsplit(text).path for text in texts_on(self.desk.open(f"{self.path}/{sheets}").source)]
        return [link for link in links if link.startswith("/g/")]

    def phone(self, **fields):
        return Phone(self.desk.server).join(self.code(), self.id, **fields)


def new_workshop(desk, **fields):
    """A draft made from the template of 2017."""
    answer = desk.submit(desk.open("/styring/nytt"), "opprett", **fields)
    assert answer.status == 303, f"{answer.status}: {answer.text[:600]}"
    found = re.search(r"/styring/([0-9a-z]{13})(?:/|$)", answer.location)
    assert found, f"a new workshop leads to {answer.location}"
    return Room(desk, found.group(1))


class Phone(Client):
    """A phone at a table."""
    room = ""

    def join(self, code, room, gruppe="ny", **fields):
        page = self.follow(self.submit(self.open("/"), field="kode", kode=code))
        form = page.form_of("gruppe")
        answer = self.send(self.here(form.action), {**form.values, "gruppe": str(gruppe), **fields})
        self.follow(answer)
        self.room = room
        return self

    def path(self, stage=""):
        return f"/rom/{self.room}" + (f"/{stage}" if stage else "")

    def page(self, stage=""):
        return self.open(self.path(stage))

    def use(self, op, **fields):
        """Presses a button of the present stage's page; the page that follows."""
        return self.follow(self.submit(self.page(), op, **fields))

    def rank(self, *keys):
        """Empties the sheet, chooses these keys in order and hands in."""
        for op in [op for op in self.page().ops() if op.startswith("fjern:")]:
            self.use(op)
        for key in keys:
            self.use(f"velg:{key}")
        return self.use("lever")


def top_five(phone):
    """The first five keys that the ranking page offers."""
    offered = [op.split(":")[1] for op in phone.page().ops() if op.startswith("velg:")]
    return list(dict.fromkeys(offered))[:5]
