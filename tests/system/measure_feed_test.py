"""A case's measures as a feed: what was planned, moved, reached and answered, and nothing that was taken away."""
import re
import unittest

from harness import Client, Server, new_case, set_up
from harness.atom import entries, text_of

MEASURE = {"tekst": "Bilfritt torg på dagtid", "eier": "Nora Dahl", "dato": "01.05.2099"}
HOSTILE = "]]></entry><script>alert(1)</script> & \"to\""


def titles(answer):
    return sorted(text_of(entry, "title") for entry in entries(answer))


class Feed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def opened(self, title="Torget"):
        return new_case(self.owner, title).fill().open()

    def feed(self, case):
        return Client(self.server).get(f"{case.public}/tiltak.atom")

    def test_everything_that_happens_to_a_measure_is_told_once(self):
        case = self.opened()
        self.assertEqual([], titles(self.feed(case)))
        case.after("tiltak:0", **MEASURE)
        self.assertEqual(["Nytt tiltak: Bilfritt torg på dagtid"], titles(self.feed(case)))
        before = {text_of(entry, "id") for entry in entries(self.feed(case))}
        case.after("milepael:1", tekst="Skiltene står", dato="01.03.2099")
        case.after("naadd:1:1")
        case.after("tiltak:1", **{**MEASURE, "dato": "01.06.2099"})
        case.after("svar:1", framdrift="done", tekst="Alle er fornøyde", dato="")
        self.assertEqual(["Ferdig: Bilfritt torg på dagtid", "Milepæl nådd: Skiltene står", "Ny frist: Bilfritt torg på dagtid", "Nytt tiltak: Bilfritt torg på dagtid"],
                         titles(self.feed(case)))
        self.assertLess(before, {text_of(entry, "id") for entry in entries(self.feed(case))}, "ids never change")
        summaries = [entry.find("{http://www.w3.org/2005/Atom}summary").text for entry in entries(self.feed(case))]
        self.assertIn("Alle er fornøyde", summaries)
        self.assertIn("Ny dato: 1. juni 2099", summaries)

    def test_the_pages_lead_to_it_and_a_draft_has_none(self):
        case = self.opened()
        case.after("tiltak:0", **MEASURE)
        for path in (case.public, f"{case.public}/tiltak/1"):
            source = Client(self.server).get(path).source
            self.assertRegex(source, rf'<link rel="alternate" type="application/atom\+xml" [^>]*href="{case.public}/tiltak.atom"')
            self.assertRegex(source, rf'<a [^>]*href="{case.public}/tiltak.atom"[^>]*>Følg tiltakene')
        self.assertRegex(Client(self.server).get("/saker").source, r'<a [^>]*href="/tiltak.atom"')
        draft = new_case(self.owner, "Utkast")
        for client in (Client(self.server), self.owner):
            self.assertEqual(404, client.get(f"{draft.public}/tiltak.atom").status)

    def test_the_whole_organisations_names_the_case_and_leaves_drafts_out(self):
        case = self.opened("Havna")
        case.after("tiltak:0", **{**MEASURE, "tekst": "Nye fendere"})
        new_case(self.owner, "Hemmelig utkast").fill()
        answer = Client(self.server).get("/tiltak.atom")
        self.assertIn("Nytt tiltak: Nye fendere – Havna", titles(answer))
        self.assertNotIn("Hemmelig", answer.source)
        self.assertIn(f"{case.public}/tiltak/1", answer.source)

    def test_what_is_withdrawn_or_erased_is_not_in_it(self):
        case = self.opened()
        case.after("tiltak:0", **{**MEASURE, "tekst": "Trukket tiltak"})
        case.after("bort:1")
        case.after("tiltak:0", **MEASURE)
        case.after("svar:2", framdrift="under_way", tekst="Kari ringte om dette")
        self.assertNotIn("Trukket tiltak", self.feed(case).source)
        self.owner.follow(self.owner.submit(self.owner.open(f"{case.path}/tekster?hva=measure:2&hva=follow_ups:2"), "slett"))
        source = self.feed(case).source
        for gone in ("Bilfritt", "Nora", "Kari"):
            self.assertNotIn(gone, source)
        self.assertEqual(2, len(titles(self.feed(case))))
        self.assertNotIn("Kari", Client(self.server).get("/tiltak.atom").source)

    def test_text_too_sharp_for_xml_is_only_text(self):
        case = self.opened(HOSTILE)
        case.after("tiltak:0", tekst=HOSTILE, eier=HOSTILE[:40], dato="01.05.2099")
        [entry] = entries(self.feed(case))
        self.assertEqual(f"Nytt tiltak: {HOSTILE}", text_of(entry, "title"))
        self.assertIn(f"Nytt tiltak: {HOSTILE} – {HOSTILE}", titles(Client(self.server).get("/tiltak.atom")))
        self.assertIsNone(re.search("<script>", self.feed(case).source))
