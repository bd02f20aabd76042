"""Nobody can tell whose ballot is whose: not from the log, the receipts, the live updates, the access log, nor from when things are
published. Each look has a canary: the same look finds a tie that was laid there."""
import json
import re
import time
import unittest

from harness import Client, Server, new_workshop, set_up
from harness.stream import Stream

CHOICES = {1: [18, 17, 16, 15, 14], 2: [14, 15, 16, 17, 18], 3: [1, 9, 2, 8, 3], 4: [3, 8, 2, 9, 1], 5: [11, 4, 12, 5, 13]}
PERSON = re.compile(r"phone:(\d+)|Person (\d)\b|\"person\"\s*:\s*(\d+)")
ACCESS = re.compile(r"(\S+) (GET|POST) (/\S*) (\d{3}) (\S+) (\d+)us")


def spellings(choices):
    """A ballot as a record, a message or a page could write it."""
    return [separator.join(map(str, choices)) for separator in (",", ", ", "-", " ")]


def ties(surface):
    """The pieces of a surface (records, messages, lines) that hold a person and a ballot."""
    ballots = [spelling for choices in CHOICES.values() for spelling in spellings(choices)]
    return [piece for piece in surface if PERSON.search(piece) and any(ballot in piece for ballot in ballots)]


def order_tells(ballots, hand_ins):
    """Whether ballots lie in the order they came in."""
    return len(ballots) > 1 and ballots == [CHOICES[person] for person in hand_ins]


def sizes_tell(lines):
    """Requests that differ in nothing but the size or the exact time they took."""
    seen = {}
    for line in lines:
        found = ACCESS.search(line)
        if found and found[3].startswith(("/rom/", "/saker/")):
            seen.setdefault((found[2], re.sub(r"\w{13}", "ID", found[3]), found[4]), set()).add((found[5], int(found[6]) % 10_000 > 0))
    return {what: kinds for what, kinds in seen.items() if len({size for size, _ in kinds}) > 1 or any(exact for _, exact in kinds)}


def play(server, desk, order, chosen=None):
    """A room in which `order` hand in, each its own or the `chosen` ballot; the log's sizes on the way."""
    chosen = chosen or CHOICES
    room = new_workshop(desk, tittel="Urna", alene="ja").open()
    people = {1: room.phone(navn="Måkene")}
    for n in range(2, 6):
        people[n] = room.phone(gruppe=1, fornavn=f"Person {n}")
    room.stage("rank")
    client, steps = Client(server), []
    size = lambda: int(client.get(f"/logg/{room.id}/hode").body.decode().splitlines()[1])
    for n in order:
        before = size()
        for key in chosen[n]:
            people[n].use(f"velg:{key}")
        picked = size()
        people[n].use("lever")
        steps.append((picked - before, size() - picked))
    return room, people, steps


def finish(room, people):
    people[1].rank(9, 8, 7, 6, 5)
    room.stage("result")
    room.do("publiser")


class Unlinkable(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.desk = set_up(cls.server)
        cls.order = (2, 5, 1, 4, 3)
        cls.room, cls.people, cls.steps = play(cls.server, cls.desk, cls.order)
        finish(cls.room, cls.people)
        cls.client = Client(cls.server)
        cls.records = [line for line in cls.client.get(f"/logg/{cls.room.id}/pakke.jsonl").body.decode().splitlines() if line.startswith('{"seq"')]

    def box(self, records=None):
        return next(json.loads(json.loads(line)["body"]) for line in records or self.records if '"kind":"BoxOpened"' in line)

    def test_no_record_holds_a_person_and_a_ballot_and_the_box_has_no_order(self):
        lines = [line for line in self.records if '"BoxOpened"' not in line]
        self.assertEqual([], ties(lines))
        ballots = self.box()["ballots"]
        self.assertEqual(sorted(CHOICES.values()), ballots)
        self.assertFalse(order_tells(ballots, self.order))
        self.assertIsNone(PERSON.search(json.loads(next(line for line in self.records if '"BoxOpened"' in line))["body"]))
        planted = self.records[-1].replace('"actor"', '"x":"18,17,16,15,14","actor":"phone:1","y"')
        self.assertEqual(1, len(ties([*lines, planted])), "canary")
        self.assertTrue(order_tells([CHOICES[n] for n in self.order], self.order), "canary")

    def test_who_chose_what_changes_nothing_but_the_random_numbers(self):
        """The same ballots from other persons give the same box and records of the same lengths."""
        turned = dict(zip(CHOICES, [*list(CHOICES.values())[1:], CHOICES[1]]))
        shape = lambda records: [(line["kind"], line["actor"].split(":")[0], len(line.get("body", "")))
                                 for line in map(json.loads, records) if line["kind"] in ("PersonHandedIn", "BoxOpened")]

        def records_with(chosen):
            room, people, _ = play(self.server, self.desk, self.order, chosen)
            finish(room, people)
            return [line for line in self.client.get(f"/logg/{room.id}/pakke.jsonl").body.decode().splitlines() if line.startswith('{"seq"')]
        other = records_with(turned)
        self.assertEqual(self.box()["ballots"], self.box(other)["ballots"])
        self.assertEqual(shape(self.records), shape(other))
        self.assertNotEqual(self.box()["ballots"], self.box(records_with({**CHOICES, 3: [9, 1, 2, 8, 3]}))["ballots"], "canary")

    def test_receipts_hold_a_mark_and_no_ballot(self):
        surface = []
        for person in self.people.values():
            own = person.get(f"/rom/{self.room.id}/kvittering").text
            code = re.findall(r"\b\w{4}-\w{4}-\w{4}\b", own)[-1]
            surface += [self.client.get(f"/kvittering/{code}").text, self.client.get(f"/kvittering/{code}/bevis").body.decode()]
        import base64
        envelopes = [base64.b64decode(line[6:]).decode() for text in surface for line in text.splitlines() if line.startswith("extra ")]
        self.assertEqual(5, sum("PersonHandedIn" in envelope for envelope in envelopes), envelopes)
        self.assertEqual([], ties(surface + envelopes))
        self.assertEqual(1, len(ties([*envelopes, envelopes[0] + " 3,8,2,9,1"])), "canary")

    def test_the_log_grows_alike_whatever_is_chosen(self):
        self.assertEqual({0}, {picked for picked, _ in self.steps}, "choosing leaves no record")
        self.assertEqual({1}, {handed for _, handed in self.steps[:-1]}, "a hand-in is one mark")
        self.assertLess(1, self.steps[-1][1], "canary: the last one opens the box, and that is seen")
        times = {json.loads(line)["time"] for line in self.records if '"BoxOpened"' in line}
        self.assertEqual(1, len(times), "all ballots at once")

    def test_live_updates_name_no_ballot(self):
        room, people, _ = play(self.server, self.desk, ())
        screen = Client(self.server)
        token = re.search(r"/skjerm/([\w-]{16,})", room.page().source)[1]
        with Stream(people[5], f"/rom/{room.id}/strom") as phone, Stream(room.desk, f"/styring/{room.id}/strom") as desk, \
                Stream(screen, f"/skjerm/{token}/strom") as projector:
            for n in (1, 2, 3, 4):
                for key in CHOICES[n]:
                    people[n].use(f"velg:{key}")
                people[n].use("lever")
            for stream in (phone, desk, projector):
                stream.until(lambda text: "4 av 5" in text, seconds=5)
            seen = phone.text + desk.text + projector.text
        self.assertIn("4 av 5", seen, "they were told something")
        pieces = seen.split("\n\n")
        self.assertEqual([], [piece for piece in pieces if any(ballot in piece for choices in CHOICES.values() for ballot in spellings(choices))])
        self.assertEqual(1, len(ties([*pieces, "data: Person 4 3-8-2-9-1"])), "canary")

    def test_the_access_log_has_no_sizes_and_no_exact_times_of_what_a_phone_saw(self):
        time.sleep(0.2)
        lines = [line for line in self.server.output().splitlines() if ACCESS.search(line)]
        ours = [line for line in lines if "/rom/" in line]
        self.assertLess(50, len(ours), "the log is on")
        self.assertEqual({}, sizes_tell(lines))
        leaky = []
        for n, person in self.people.items():
            size = len(person.get(f"/rom/{self.room.id}/ranger").body)
            leaky.append(f"127.0.0.0 GET /rom/{self.room.id}/ranger 200 {size}B {1234 + n}us")
        self.assertNotEqual({}, sizes_tell(leaky), "canary")


if __name__ == "__main__":
    unittest.main()
