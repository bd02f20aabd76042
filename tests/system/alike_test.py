"""Before a supplement is sent the group looks at what is alike; the facilitator merges, parts and groups. All without scripts."""
import csv
import io
import unittest

from harness import Client, Server, new_workshop, set_up

FIRST = "Felles forståelse og avklaring av roller"
ALIKE = "Tydeliggjøring av roller og mandater internt og eksternt"
NEW = "Server alltid mat"


class AlikeTest(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.room = new_workshop(set_up(self.server)).open()
        self.gulls, self.eiders = self.room.phone(navn="Måkene"), self.room.phone(navn="Ærfuglene")
        self.room.stage("supplement")

    def own(self, phone):
        return [op for op in phone.page().ops() if op.startswith("trekk:")]

    def send_anyway(self, phone, text):
        answer = phone.post(phone.path("suppler"), {"op": "send-likevel", "tekst": text})
        self.assertEqual(303, answer.status, answer.text[:300])

    def moderation(self):
        return self.room.desk.open(self.room.path + "/nokler")

    def do(self, op, **fields):
        return self.room.desk.post(self.room.path, {"op": op, "tilbake": "nokler", **fields})


class Check(AlikeTest):
    def test_what_is_new_is_sent_at_once(self):
        self.assertEqual(303, self.gulls.submit(self.gulls.page(), "send", tekst=NEW).status)
        self.assertEqual(1, len(self.own(self.gulls)))

    def test_what_is_alike_is_shown_first_and_the_text_stays(self):
        self.send_anyway(self.eiders, FIRST)
        check = self.gulls.submit(self.gulls.page(), "send", tekst=ALIKE)
        self.assertEqual(409, check.status)
        self.assertIn("<mark>roller</mark>", check.source)
        self.assertIn("ikke godkjent ennå", check.text)
        self.assertIn("Felles mål", check.text)
        self.assertEqual(ALIKE, check.form_with("send-likevel").values["tekst"].strip())
        self.assertEqual([], self.own(self.gulls))
        self.assertEqual(303, self.gulls.submit(check, "send-likevel", tekst=ALIKE + "!").status)
        self.assertIn(ALIKE + "!", self.gulls.page().text)

    def test_a_covered_one_is_not_sent_and_stays_a_draft(self):
        self.send_anyway(self.eiders, FIRST)
        check = self.gulls.submit(self.gulls.page(), "send", tekst=ALIKE)
        page = self.gulls.submit(check, "dekket")
        self.assertEqual(200, page.status)
        self.assertIn("Ikke sendt", page.text)
        self.assertEqual(ALIKE, page.form_with("send").values["tekst"].strip())
        self.assertEqual([], self.own(self.gulls))

    def test_a_command_whose_answer_was_lost_gets_that_answer_and_not_the_check(self):
        page = self.gulls.page()
        for _ in range(2):
            self.assertEqual(303, self.gulls.submit(page, "send", tekst=NEW).status)
        self.assertEqual(1, len(self.own(self.gulls)))
        self.assertEqual(409, self.gulls.submit(self.gulls.page(), "send", tekst=NEW).status, "typed anew it is asked about")

    def test_a_confirmed_one_sent_twice_counts_once(self):
        self.send_anyway(self.eiders, FIRST)
        check = self.gulls.submit(self.gulls.page(), "send", tekst=ALIKE)
        for _ in range(2):
            self.assertEqual(303, self.gulls.submit(check, "send-likevel").status)
        self.assertEqual(1, len(self.own(self.gulls)))

    def test_a_closed_stage_is_said_before_anything_is_compared(self):
        page = self.gulls.page()
        self.room.stage("rank")
        answer = self.gulls.submit(page, "send", tekst="Tidlig involvering")
        self.assertEqual(409, answer.status)
        self.assertIn("Tidlig involvering", answer.source)
        self.assertNotIn("send-likevel", answer.ops())

    def test_the_facilitator_types_in_without_being_asked(self):
        answer = self.room.desk.post(self.room.path + "/gruppe/1", {"op": "suppler", "tekst": "Tidlig involvering"})
        self.assertEqual(303, answer.status)


class Merge(AlikeTest):
    def setUp(self):
        super().setUp()
        self.send_anyway(self.gulls, FIRST)
        self.send_anyway(self.eiders, ALIKE)
        self.send_anyway(self.eiders, NEW)
        self.do("godkjenn:1")

    def test_merged_and_parted_again(self):
        page = self.moderation()
        self.assertIn("slaa-sammen:2", page.ops())
        self.assertIn("<mark>roller</mark>", page.source)
        answer = self.room.desk.submit(page, "slaa-sammen:2", tekst="Roller og mandater for alle", kortnavn="Roller og mandater")
        self.assertEqual(303, answer.status)
        page = self.moderation()
        for words in (FIRST, ALIKE, "Roller og mandater for alle"):
            self.assertIn(words, page.text)
        mine = self.eiders.page()
        self.assertIn("Slått sammen til nøkkel A: Roller og mandater", mine.text)
        self.assertEqual(["trekk:3"], self.own(self.eiders))
        self.assertIn("fra gruppe 1 og 2", self.gulls.page().text)
        self.room.stage("rank")
        self.assertIn("Gruppe 1 og 2", self.eiders.page().text)
        self.assertEqual(303, self.room.desk.submit(self.moderation(), "del:1").status)
        self.assertIn(FIRST, self.moderation().text)
        self.assertNotIn("Roller og mandater for alle", self.moderation().text)

    def test_two_on_rankings_are_not_merged_and_the_text_is_kept(self):
        self.do("godkjenn:2")
        self.room.stage("rank")
        self.gulls.post(self.gulls.path("ranger"), {"op": "velg:19"})
        self.eiders.post(self.eiders.path("ranger"), {"op": "velg:20"})
        answer = self.do("slaa-sammen:0", **{"kilde-1": "ja", "kilde-2": "ja", "tekst": "Min nye ordlyd"})
        self.assertEqual(409, answer.status)
        self.assertIn("Min nye ordlyd", answer.source)
        self.assertIn("kan ikke slås sammen", answer.text)

    def test_one_alone_is_no_merging(self):
        answer = self.do("slaa-sammen:0", **{"kilde-1": "ja", "tekst": "Alene"})
        self.assertEqual(422, answer.status)
        self.assertIn("Alene", answer.source)

    def test_a_phone_cannot_merge_or_group(self):
        for op in ("slaa-sammen:0", "del:1", "nytt-tema:0", "tema:1", "tema-fjern:1", "tema-navn:1"):
            answer = self.gulls.post(self.room.path, {"op": op, "kilde-1": "ja", "kilde-2": "ja", "navn": "Kapret"})
            self.assertIn(answer.status, (303, 403), op)
        self.assertNotIn("Kapret", self.moderation().text)

    def test_projector_and_report_say_from_whom(self):
        self.do("slaa-sammen:2", **{"kilde-1": "ja", "kilde-2": "ja", "kortnavn": "Roller"})
        self.do("publiser")
        report = Client(self.server).open(self.room.report)
        self.assertIn("fra gruppe 1 og 2", report.text)
        self.assertIn(ALIKE, report.text)
        self.assertIn("Ordene som går igjen", report.text)
        supplements = self.room.bundle()["supplements"]
        self.assertEqual(["accepted", "merged", "waiting"], [each["status"] for each in supplements])
        self.assertEqual([None, 1, None], [each["merged_into"] for each in supplements])


class Themes(AlikeTest):
    def setUp(self):
        super().setUp()
        for phone, text in ((self.gulls, FIRST), (self.eiders, ALIKE), (self.eiders, NEW)):
            self.send_anyway(phone, text)
        for number in (1, 2, 3):
            self.do(f"godkjenn:{number}")

    def test_proposed_named_moved_and_removed(self):
        page = self.moderation()
        self.assertEqual(303, self.room.desk.submit(page, "nytt-tema:1", navn="Roller og rammer").status)
        self.assertEqual(303, self.do("nytt-tema:0", navn="Mat").status)
        self.assertEqual(303, self.room.desk.submit(self.moderation(), "tema:3", tema="2").status)
        self.do("publiser")
        report = Client(self.server).open(self.room.report).source
        self.assertLess(report.index("Roller og rammer"), report.index(NEW))
        self.assertLess(report.index(">Mat<"), report.index(NEW))
        rows = self.exported()
        self.assertEqual(["Roller og rammer", "Roller og rammer", "Mat"], [row["Tema"] for row in rows])
        self.assertEqual(303, self.do("tema-navn:2", navn="Måltider").status)
        self.assertEqual(303, self.do("tema-fjern:1").status)
        self.assertEqual(["", "", "Måltider"], [row["Tema"] for row in self.exported()])

    def exported(self):
        answer = Client(self.server).get(self.room.report + "/eksport/suppleringer.csv")
        return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";"))

    def test_a_name_is_taken_once_and_what_was_typed_is_kept(self):
        self.do("nytt-tema:0", navn="Roller")
        answer = self.do("nytt-tema:0", navn="Roller")
        self.assertEqual(409, answer.status)
        self.assertEqual("Roller", answer.form_with("nytt-tema:0").values["navn"])
        self.assertEqual(422, self.do("nytt-tema:0", navn="x" * 41).status)


if __name__ == "__main__":
    unittest.main()
