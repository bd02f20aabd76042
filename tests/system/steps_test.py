"""Dates of cases, as people and as their programs read them: pages, calendar files (RFC 5545) and feeds (RFC 4287)."""
import re
import unittest

from harness import Client, Server, new_case, new_workshop, set_up
from harness.atom import entries, text_of

HOSTILE = 'Møte; "<script>alert(1)</script>, \\n & ]]> æøå ' + "🔑" * 12


def parsed(answer):
    """The events of a calendar file, read by the letter of the RFC: rows, unfolding, properties, text values."""
    raw = answer.source.encode("utf-8")
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "each row ends with CRLF"
    for row in raw.split(b"\r\n"):
        assert len(row) <= 75, row
        row.decode("utf-8")
    stack, events = [], []
    for line in raw.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]:
        name, value = re.fullmatch(r"([A-Z-]+)(?:;[A-Z-]+=[^:;]+)*:(.*)", line, re.S).groups()
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in events[-1], f"{name} twice"
            text = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value) if name in ("SUMMARY", "DESCRIPTION", "LOCATION") else value
            events[-1][name] = text
    assert not stack
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event), event
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]), event["DTSTAMP"]
    return events


class Steps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def meeting(self, case, op="steg:0", **changes):
        fields = {"slag": "event", "fra": "20.01.2098", "til": "", "kl_fra": "18:00", "kl_til": "20:00", "stegtittel": "Folkemøte", "stegsted": "Kulturhuset"}
        return case.tell(op, **{**fields, **changes})

    def test_a_moved_and_cancelled_meeting_reaches_pages_calendars_and_feeds(self):
        case = new_case(self.owner, "Torget").fill()
        self.assertEqual(303, self.meeting(case).status)
        public = Client(self.server)
        for rest in ("/kalender.ics", "/fase/1/kalender.ics", "/endringer.atom", "/svar.atom"):
            self.assertEqual(404, public.get(case.public + rest).status, rest)
        case.open()
        page = public.open(case.public)
        for words in ("Folkemøte", "Kulturhuset", "20. januar 2098 kl. 18:00–20:00"):
            self.assertIn(words, page.text)
        for rest in ("kalender.ics", "endringer.atom", "svar.atom"):
            self.assertRegex(page.source, rf'<link rel="alternate"[^>]*href="{case.public}/{rest}"')
        [first] = parsed(public.get(f"{case.public}/kalender.ics"))
        self.assertEqual(("20980120T170000Z", "20980120T190000Z", "CONFIRMED", "Kulturhuset"), tuple(first[k] for k in ("DTSTART", "DTEND", "STATUS", "LOCATION")))

        refused = self.meeting(case, "steg:1", fra="21.01.2098")
        self.assertEqual(422, refused.status)
        self.assertIn('value="21.01.2098"', refused.source)
        self.assertEqual(303, self.meeting(case, "steg:1", fra="21.01.2098", endring="Salen er opptatt.").status)
        shown = public.open(case.public).text
        for words in ("Endret etter åpning", "Salen er opptatt.", "21. januar 2098"):
            self.assertIn(words, shown)
        [moved] = parsed(public.get(f"{case.public}/fase/1/kalender.ics"))
        self.assertEqual(first["UID"], moved["UID"])
        self.assertGreater(int(moved["SEQUENCE"]), int(first["SEQUENCE"]))

        self.assertEqual(303, case.tell("fjern-steg:1", endring="Storm").status)
        [gone] = parsed(public.get(f"{case.public}/kalender.ics"))
        self.assertEqual(("CANCELLED", first["UID"]), (gone["STATUS"], gone["UID"]))
        self.assertIn(first["UID"], [event["UID"] for event in parsed(public.get("/kalender.ics"))])
        titles = [text_of(entry, "title") for entry in entries(public.get(f"{case.public}/endringer.atom"))]
        self.assertIn("Avlyst: Folkemøte", titles)
        self.assertEqual(2, titles.count("Endret etter åpning: Datoene"))
        self.assertNotIn("Folkemøte", public.open("/kalender").text)

    def test_the_calendar_of_all_open_cases(self):
        case = new_case(self.owner, "Elva").fill()
        case.tell("steg:0", slag="hearing", fra="01.01.2098", til="31.01.2098")
        draft = new_case(self.owner, "Hemmelig utkast").fill()
        self.meeting(draft)
        case.open()
        page = Client(self.server).open("/kalender")
        for words in ("Elva", "Høring", "1. januar 2098 – 31. januar 2098", "Høringen er kortere enn seks uker"):
            self.assertIn(words, page.text)
        self.assertNotIn("Hemmelig utkast", page.text)
        events = parsed(Client(self.server).get("/kalender.ics"))
        self.assertNotIn("Folkemøte: Hemmelig utkast", [event["SUMMARY"] for event in events])
        [hearing] = [event for event in events if event["SUMMARY"] == "Høring: Elva"]
        self.assertEqual(("20980101", "20980201"), (hearing["DTSTART"], hearing["DTEND"]))

    def test_hostile_words_are_only_words(self):
        case = new_case(self.owner, HOSTILE).fill()
        self.meeting(case, stegtittel=HOSTILE, stegsted=HOSTILE)
        case.theme(HOSTILE)
        case.open()
        self.assertEqual(303, case.answer(1, verdikt="partly", rompunkt="1", begrunnelse=HOSTILE).status)
        public = Client(self.server)
        for path in (case.public, "/kalender"):
            self.assertNotIn("<script>alert", public.open(path).source)
        [event] = parsed(public.get(f"{case.public}/kalender.ics"))
        self.assertEqual(HOSTILE, event["LOCATION"])
        self.assertIn(HOSTILE, [text_of(entry, "title") for entry in entries(public.get(f"{case.public}/endringer.atom"))])
        [answer] = entries(public.get(f"{case.public}/svar.atom"))
        self.assertEqual(HOSTILE, text_of(answer, "summary"))

    def test_what_has_not_changed_is_not_sent_again(self):
        case = new_case(self.owner).fill().open()
        public = Client(self.server)
        for path in (f"{case.public}/kalender.ics", f"{case.public}/endringer.atom", f"{case.public}/svar.atom", "/resultater.atom", "/kalender.ics"):
            first = public.get(path)
            self.assertEqual(200, first.status, path)
            self.assertEqual(304, public.get(path, **{"If-None-Match": first.headers["etag"]}).status, path)

    def test_a_workshop_of_the_case_is_linked_once_it_is_published(self):
        room = new_workshop(self.owner, tittel="Elveverkstedet").open()
        case = new_case(self.owner, "Elva igjen").fill()
        self.assertEqual(422, case.tell("steg:0", slag="workshop", fra="20.01.2098", verksted="0" * 13).status)
        self.assertEqual(303, case.tell("steg:0", slag="workshop", fra="20.01.2098", verksted=room.id).status)
        self.assertIn("Elveverkstedet – er en del av saken", case.basis().text)
        self.assertIn("Elveverkstedet", self.owner.open(f"{case.path}/tiltak").text)
        other = new_case(self.owner, "En annen sak").fill()
        self.assertNotIn("Elveverkstedet", other.basis().text, "it has a case")
        self.assertEqual(409, other.tell("steg:0", slag="workshop", fra="20.01.2098", verksted=room.id).status)
        case.open()
        public = Client(self.server)
        self.assertNotIn("Elveverkstedet", public.open(case.public).text)
        room.stage("result")
        room.do("publiser")
        self.assertIn(f'/resultater/{room.id}', public.open(case.public).source)
        self.assertIn("Verkstedet er en del av saken Elva igjen", public.get(room.report).text)
        self.assertIn("Elveverkstedet", [text_of(entry, "title") for entry in entries(public.get("/resultater.atom"))])


if __name__ == "__main__":
    unittest.main()
