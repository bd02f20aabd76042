"""Each person ranks alone before the group: nobody's choice is to be found, and marks and ballots are equal in number."""
import io
import json
import re
import sqlite3
import sys
import time
import unittest
import zipfile
from pathlib import Path

from harness import Client, Server, new_workshop, run_program, set_up
from harness.stream import Stream

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import recount  # noqa: E402

# Long enough to be nobody else's: a ballot lies in the box as text.
CHOICES = {1: [18, 17, 16, 15, 14], 2: [14, 15, 16, 17, 18], 3: [1, 9, 2, 8, 3], 4: [3, 8, 2, 9, 1], 5: [11, 4, 12, 5, 13]}


def rank(phone, keys):
    for key in keys:
        phone.use(f"velg:{key}")
    return phone.use("lever")


def raw(server):
    return {path: path.read_bytes() for path in Path(server.folder).rglob("*") if path.is_file()}


def written(choices):
    """As the box holds a handed-in ballot."""
    return f'"handed_in":{json.dumps(choices, separators=(",", ":"))}'.encode()


def records(server, kind):
    with sqlite3.connect(f"file:{server.folder}/knippe.db?mode=ro", uri=True) as database:
        rows = database.execute("SELECT e.actor, b.body FROM event e JOIN event_body b USING (pos) WHERE e.kind = ? ORDER BY seq", (kind,))
        return [(actor, json.loads(body)) for actor, body in rows]


def five_at_a_table(server, seats=5):
    room = new_workshop(set_up(server), tittel="Hver for seg", alene="ja").open()
    people = {1: room.phone(navn="Måkene")}
    for n in range(2, seats + 1):
        people[n] = room.phone(gruppe=1, fornavn=f"Person {n}")
    room.stage("rank")
    return room, people


class Alone(unittest.TestCase):
    def files_with_ballots(self, server, seconds=5):
        """Files that hold a ballot as it lay in the box; the log is emptied as soon as no reader needs it."""
        end = time.monotonic() + seconds
        while True:
            found = [str(path) for path, content in raw(server).items() if any(written(choices) in content for choices in CHOICES.values())]
            if not found or time.monotonic() > end:
                return found
            time.sleep(0.05)

    def test_the_whole_way_from_silence_to_the_report(self):
        with Server() as server:
            room, people = five_at_a_table(server, seats=6)
            self.assertIn("Bare du ser dette", people[1].page().text)
            for n in range(1, 6):
                rank(people[n], CHOICES[n])
            self.assertIn("Rangeringen din er levert", people[1].page().text)
            self.assertIn("5 av 6 er ferdige", people[6].page().text)
            self.assertNotIn("fjern:18", people[6].page().ops())
            self.assertIn("5 av 6", room.page().text)
            room.do("alene-ferdig")

            page = people[6].page()
            self.assertIn("Bli enige om 5", page.text)
            self.assertIn("2 av 5 valgte den", page.text)
            self.assertIn("5 svarte alene", page.text)
            people[6].rank(9, 8, 7, 6, 5)
            room.stage("result")
            room.do("publiser")
            self.assertEqual([[9, 8, 7, 6, 5]], room.ballots())
            bundle = room.bundle()
            self.assertEqual([(1, 5, sorted(CHOICES[n] for n in range(1, 6)))],
                             [(one["round"], one["handed_in"], one["ballots"]) for one in bundle["alone"]])
            self.assertEqual([], recount.faults(bundle))
            bundle["alone"][0]["ballots"].pop()
            self.assertNotEqual([], recount.faults(bundle))
            report = Client(server).get(room.report).text
            self.assertIn("Hver for seg og sammen", report)
            self.assertIn("5 personer rangerte i stillhet", report)
            exported = Client(server).get(room.report + "/eksport/hver-for-seg.csv").body
            self.assertEqual(1 + 5 * 5, len(exported.strip().splitlines()))

    def test_when_all_have_handed_in_the_picks_come_by_themselves(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            with Stream(people[1], f"/rom/{room.id}/strom") as stream:
                for n in range(1, 5):
                    rank(people[n], CHOICES[n])
                self.assertNotIn("valgte den", people[1].page().text)
                self.assertIn(f"/rom/{room.id}/kvittering", people[1].page().read.links)
                rank(people[5], CHOICES[5])
                self.assertTrue(stream.until(lambda text: "av 5 valgte den" in text), "by itself")
            self.assertIn("5 svarte alene", people[2].page().text)
            self.assertIn("din egen rangering, aldri hva du valgte", people[2].get(f"/rom/{room.id}/kvittering").text)

    def test_before_time_is_up_nobody_but_the_facilitator_goes_on(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            for n in range(1, 5):
                rank(people[n], CHOICES[n])
            answer = people[1].submit(people[1].page(), "videre")
            self.assertEqual(409, answer.status)
            self.assertIn("Noen holder på å velge", answer.text)
            self.assertEqual([], records(server, "BoxOpened"))

    def play_where_persons_count(self, server, ballots):
        room = new_workshop(set_up(server), tittel="Hver for seg", alene="ja", alene_teller="ja").open()
        people = {1: room.phone(navn="Måkene")}
        for n in range(2, 6):
            people[n] = room.phone(gruppe=1, fornavn=f"Person {n}")
        room.stage("rank")
        for n in ballots:
            rank(people[n], CHOICES[n])
        if len(ballots) < 5:
            room.do("alene-ferdig")
        people[1].rank(9, 8, 7, 6, 5)
        room.stage("result")
        room.do("publiser")
        return room, people

    def receipt_of(self, server, phone):
        """What the receipt of the phone's group says."""
        code = re.search(r"/kvittering/[0-9A-Z]{4}(?:-[0-9A-Z]{4})+", phone.open(phone.path("kvittering")).source).group(0)
        return Client(server).open(code).text

    def test_the_persons_make_the_result_when_the_set_up_says_so(self):
        with Server() as server:
            room, people = self.play_where_persons_count(server, (1, 2, 3, 4, 5))
            bundle = room.bundle()
            self.assertEqual(("persons", 1, True), (bundle["counted_by"], bundle["counted_round"], bundle["rule"]["persons_count"]))
            self.assertEqual([], recount.faults(bundle))
            self.assertNotEqual([], recount.faults({**bundle, "counted_by": "groups"}))
            best = next(key["short_name"] for key in bundle["keys"] if key["id"] == bundle["alone"][0]["ranking"][0]["key"])
            report = Client(server).get(room.report).text
            self.assertIn("Det er de som gir resultatet", report)
            self.assertIn("5 personer rangerte i stillhet", report)
            table = Client(server).get(room.report + "/rangering.csv").body.decode("utf-8-sig").splitlines()
            self.assertIn(best, table[1])
            self.assertIn("Personer som leverte", table[0])
            self.assertIn("personer har levert, hver for seg", people[1].page().text)
            self.assertIn("5 personer har rangert", room.page().text)
            receipt = self.receipt_of(server, people[1])
            self.assertIn("personenes egne rangeringer som gir resultatet", receipt)
            self.assertNotIn("Ja, dere ble talt med", receipt)
            self.assertIn("Personer har levert", Client(server).get(re.search(r"/skjerm/[\w-]{16,}", room.page().source).group(0)).text)
            code, said = run_program("verify", server.address)
            self.assertEqual(0, code, said)

    def test_where_fewer_than_five_handed_in_the_groups_make_it_after_all(self):
        with Server() as server:
            room, _ = self.play_where_persons_count(server, (1, 2, 3, 4))
            bundle = room.bundle()
            self.assertEqual("groups", bundle["counted_by"])
            self.assertEqual([], recount.faults(bundle))
            self.assertIn("er det gruppenes som er talt", Client(server).get(room.report).text)
            code, said = run_program("verify", server.address)
            self.assertEqual(0, code, said)

    def published_files(self, server, room):
        """Everything that anybody can take out of a published workshop, by address; a workbook as its texts."""
        client, found = Client(server), {}
        for rest in ("", "/pakke.json", "/rangering.csv", "/lysark", "/eksport/alt.json", "/eksport/alt.xlsx", "/eksport/hver-for-seg.csv", "/eksport/rangeringer.csv", "/eksport/nokler.csv"):
            for language in ("nb", "nn", "en"):
                client.cookies["spraak"] = language
                answer = client.get(room.report + rest)
                self.assertEqual(200, answer.status, rest)
                body = answer.body
                if rest.endswith(".xlsx"):
                    with zipfile.ZipFile(io.BytesIO(body)) as book:
                        body = b"".join(book.read(name) for name in book.namelist())
                found[rest, language] = body.decode("utf-8", "replace")
        found["log", "nb"] = client.get(f"/logg/{room.id}/pakke.jsonl").body.decode()
        return found

    def test_four_persons_are_in_no_report_export_or_log_and_five_are(self):
        few = {"nb": "ærre enn 5", "nn": "ærre enn 5", "en": "ewer than 5"}
        for persons in (4, 5):
            with self.subTest(persons=persons), Server() as server:
                room, _ = self.play_where_persons_count(server, tuple(range(1, persons + 1)))
                files = self.published_files(server, room)
                shown = {name for name, body in files.items() if re.search(r"14,\s*15,\s*16,\s*17,\s*18", body)}
                self.assertEqual({("/pakke.json", lang) for lang in few} | {("log", "nb")} if persons == 5 else set(), shown)
                bundle = json.loads(files["/pakke.json", "nb"])
                self.assertEqual(persons == 5, bundle["alone"][0]["ballots"] is not None)
                self.assertEqual(("persons" if persons == 5 else "groups", 5), (bundle["counted_by"], bundle["rule"]["persons_shown_from"]))
                for name in ("", "/eksport/alt.json", "/eksport/alt.xlsx", "/eksport/hver-for-seg.csv"):
                    for language, words in few.items():
                        self.assertEqual(persons == 4, words in files[name, language], (name, language))
                boxes = [line for line in files["log", "nb"].splitlines() if '"BoxOpened"' in line]
                self.assertEqual([persons == 4], ['"withheld":"few"' in line for line in boxes])
                self.assertEqual([], recount.faults(bundle))
                code, said = run_program("verify", server.address)
                self.assertEqual(0, code, said)

    def test_fewer_than_five_are_counted_but_their_lists_not_published(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            for n in (1, 2, 3, 4):
                rank(people[n], CHOICES[n])
            room.do("alene-ferdig")
            people[1].rank(9, 8, 7, 6, 5)
            room.stage("result")
            room.do("publiser")
            self.assertEqual([{"round": 1, "handed_in": 4, "ballots": None, "ranking": None}], room.bundle()["alone"])
            self.assertIn("Færre enn 5", Client(server).get(room.report).text)

    def test_what_others_do_never_brings_a_list_to_a_phone(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            with Stream(people[2], f"/rom/{room.id}/strom") as stream:
                self.assertTrue(stream.until(lambda text: "0 av 5 er ferdige" in text))
                rank(people[1], CHOICES[1])
                self.assertTrue(stream.until(lambda text: "1 av 5 er ferdige" in text))
                for mark in ("fjern:", "plass-18", "velg:"):
                    self.assertNotIn(mark, stream.text)

    def test_a_simulated_hall_of_people_is_counted(self):
        with Server() as server:
            set_up(server)
            code, said = run_program("simulate", server.address, "--data", server.folder, "--groups", "3", "--people", "14", "--alone")
            self.assertEqual(0, code, said)
            self.assertEqual(14, json.loads(said)["alone"])

    def test_as_many_ballots_as_marks_and_none_under_a_name(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            for n in range(1, 5):
                rank(people[n], CHOICES[n])
            for key in CHOICES[5]:
                people[5].use(f"velg:{key}")
            people[5].use("ned:11")
            held = b"".join(raw(server).values())
            for n in (1, 2, 3, 4):
                self.assertIn(written(CHOICES[n]), held)
            self.assertEqual([], records(server, "BoxOpened"), "the fifth has not handed in")
            people[5].use("lever")

            marks, opened = records(server, "PersonHandedIn"), records(server, "BoxOpened")
            self.assertEqual(5, len(marks))
            self.assertEqual({"phone:1", "phone:2", "phone:3", "phone:4", "phone:5"}, {actor for actor, _ in marks})
            self.assertEqual(1, len(opened))
            actor, box = opened[0]
            self.assertEqual("phone:5", actor, "the last hand-in opens it")
            self.assertEqual(sorted([*[CHOICES[n] for n in range(1, 5)], [4, 11, 12, 5, 13]]), box["ballots"])
            self.assertEqual([], self.files_with_ballots(server), "while it runs")
            server.stop()
            self.assertEqual([], self.files_with_ballots(server), "after its end")

    def test_killed_with_an_open_box_it_goes_on_where_it_was(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            for n in (1, 2, 3):
                rank(people[n], CHOICES[n])
            people[4].use("velg:7")
            server.kill()
            server.start()
            self.assertIn("fjern:7", people[4].page().ops())
            self.assertIn("Rangeringen din er levert", people[1].page().text)
            room.do("alene-ferdig")
            server.kill()
            server.start()
            self.assertEqual(sorted(CHOICES[n] for n in (1, 2, 3)), records(server, "BoxOpened")[0][1]["ballots"])
            server.stop()
            self.assertFalse([path for path, content in raw(server).items() if written(CHOICES[1]) in content])

    def test_leaving_the_stage_opens_the_box_and_a_new_round_has_a_new_one(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            rank(people[1], CHOICES[1])
            room.stage("measures")
            room.stage("rank")
            self.assertNotIn("fjern:18", people[1].page().ops())
            rank(people[2], CHOICES[2])
            room.do("avslutt")
            self.assertEqual([{"round": 1, "ballots": [CHOICES[1]]}, {"round": 2, "ballots": [CHOICES[2]]}],
                             [body for _, body in records(server, "BoxOpened")])

    def test_few_at_a_table_see_no_picks(self):
        with Server() as server:
            room, people = five_at_a_table(server)
            for n in (1, 2, 3):
                rank(people[n], CHOICES[n])
            room.do("alene-ferdig")
            self.assertNotIn("valgte den", people[4].page().text)

    def test_too_few_keys_are_refused_in_words(self):
        with Server() as server:
            _, people = five_at_a_table(server)
            people[1].use("velg:3")
            page = people[1].page()
            answer = people[1].submit(page, "lever")
            self.assertEqual(409, answer.status)
            self.assertIn("Velg 5 nøkler før", answer.text)
            self.assertIn("fjern:3", answer.ops())

    def test_a_workshop_without_it_begins_with_the_group(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("rank")
            self.assertNotIn("Bare du ser dette", phone.page().text)
            self.assertEqual(403, Client(server).post(f"/rom/{room.id}/alene", {"op": "lever"}).status)


if __name__ == "__main__":
    unittest.main()
