"""The seminar of 2017 as a record, and keys across published workshops."""
import csv
import io
import json
import re
import unittest

from harness import EMAIL, PASSWORD, Client, Server, new_workshop, set_up


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""), delimiter=";"))


class Archive(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)
        self.anyone = Client(self.server)

    def published(self, title, keys):
        room = new_workshop(self.admin, tittel=title).open()
        phone = room.phone()
        room.stage("rank")
        phone.rank(*keys)
        room.stage("result")
        room.do("publiser")
        return room

    def across(self):
        return json.loads(self.anyone.get("/paa-tvers/nokler.json").body)

    def test_the_record_is_on_the_front_page_and_comes_as_files(self):
        self.assertIn("/arkiv/2017", self.anyone.open("/").source)
        page = self.anyone.open("/arkiv/2017")
        self.assertIn("Det finnes ingen tall bak rangeringen.", page.text)
        record = json.loads(self.anyone.get("/arkiv/2017/arkiv.json").body)
        self.assertEqual((18, 19, 19, [1, 2, 3, 4, 9]),
                         tuple(len(record[part]) for part in ("keys", "supplements", "measures")) + (record["ranked_highest"],))
        self.assertEqual(18 + 5 + 19 + 19, len(rows_of(self.anyone.get("/arkiv/2017/arkiv.csv"))))
        for unknown in ("/arkiv/2018", "/arkiv/2018/arkiv.json", "/arkiv/2017/alt.xlsx", "/paa-tvers/alt.xlsx"):
            self.assertEqual(404, self.anyone.get(unknown).status, unknown)

    def test_a_workshop_like_it_starts_from_its_template(self):
        page = self.admin.open("/styring/nytt?mal=2017")
        answer = self.admin.submit(page, "opprett", tittel="En gang til")
        self.assertEqual(303, answer.status)
        self.assertIn("Avklar HVORFOR", self.admin.open(answer.location + "/oppsett").source)

    def test_whoever_must_log_in_first_arrives_at_the_template(self):
        newcomer = Client(self.server)
        link = re.search(r"/styring/nytt\?mal=2017", newcomer.open("/arkiv/2017").source).group(0)
        login = newcomer.get(link)
        self.assertEqual(303, login.status)
        page = newcomer.open(login.location)
        page = newcomer.submit(page, field="passord", epost=EMAIL, passord="feil passord her")
        self.assertEqual(403, page.status)
        arrived = newcomer.submit(page, field="passord", epost=EMAIL, passord=PASSWORD)
        self.assertEqual("/styring/nytt?mal=2017", arrived.location)
        self.assertIn("Avklar HVORFOR", newcomer.follow(arrived).source)
        elsewhere = Client(self.server)
        for place in ("//ond.example", "/styring/nytt?mal=2017&x=1", "https://ond.example/samarbeid/x"):
            page = elsewhere.open("/logg-inn")
            answer = elsewhere.post("/logg-inn", {"epost": EMAIL, "passord": PASSWORD, "til": place})
            self.assertIn(answer.location, ("/styring", "/styring/arbeid", "/"), place)

    def test_a_key_is_counted_where_it_was_published_and_the_numbers_lead_to_the_reports(self):
        first = self.published("Første", "12345")
        second = self.published("Andre", "16789")
        hidden = new_workshop(self.admin, tittel="Ikke publisert").open()
        [keys] = [each["keys"] for each in self.across()["sets"]]
        why = next(key for key in keys if key["short_name"] == "Avklar HVORFOR")
        self.assertEqual({first.report, second.report, "/arkiv/2017"}, set(why["on_top_in"]))
        self.assertEqual((3, 3), (why["on_top"], why["listed"]))
        diversity = next(key for key in keys if key["short_name"] == "Mangfold")
        self.assertEqual({second.report, "/arkiv/2017"}, set(diversity["on_top_in"]))
        self.assertEqual([first.report], diversity["below_in"])
        page = self.anyone.open("/paa-tvers")
        self.assertIn("2 av 3 verksteder", page.text)
        self.assertIn(first.report, page.source)
        self.assertNotIn(hidden.id, page.source)
        self.assertNotIn("Ikke publisert", page.source)
        self.assertEqual(18, len(rows_of(self.anyone.get("/paa-tvers/nokler.csv"))))
        first.do("avpubliser")
        self.assertNotIn(first.id, self.anyone.open("/paa-tvers").source)

    def test_what_is_kept_follows_every_change_at_once(self):
        first = self.published("Første", "12345")
        for _ in range(3):
            self.assertIn("Første", self.anyone.open("/paa-tvers").text)
        second = self.published("Andre", "16789")
        page = self.anyone.open("/paa-tvers").text
        self.assertIn("Første", page)
        self.assertIn("Andre", page)
        second.do("avpubliser")
        self.assertNotIn(second.id, self.anyone.get("/paa-tvers/nokler.json").body.decode())
        second.do("publiser")
        self.assertIn(second.id, self.anyone.get("/paa-tvers/nokler.csv").body.decode())
        first.do("avpubliser")
        self.assertNotIn(first.id, self.anyone.open("/paa-tvers").source)


if __name__ == "__main__":
    unittest.main()
