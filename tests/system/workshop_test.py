"""A whole workshop without a line of JavaScript, to a report that can be recounted."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from harness import Client, Phone, Server, new_workshop, set_up, top_five

RECOUNT = Path(__file__).resolve().parents[2] / "tools" / "recount.py"


def recount(bundle):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(bundle)
        file.flush()
        return subprocess.run([sys.executable, RECOUNT, file.name], capture_output=True, text=True, timeout=30, check=False)


class OneGroup(unittest.TestCase):
    def test_ranks_and_reads_its_result_in_the_report(self):
        with Server() as server:
            room = new_workshop(set_up(server), tittel="Samling i Fjordvik", sted="Biblioteket").open()
            phone = room.phone(navn="Måkene", medlemmer="Ola\nKari")
            room.stage("rank")
            keys = top_five(phone)
            self.assertEqual(5, len(keys))
            phone.rank(*keys)
            room.stage("result")
            room.do("publiser")

            report = Client(server).get(room.report)
            self.assertEqual(200, report.status)
            self.assertIn("Samling i Fjordvik", report.text)
            bundle = Client(server).get(room.report + "/pakke.json")
            self.assertEqual("knippe-result-1", json.loads(bundle.body)["format"])
            counted = recount(bundle.body)
            self.assertEqual(0, counted.returncode, counted.stdout + counted.stderr)

    def test_a_bundle_that_was_tampered_with_does_not_recount(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("rank")
            phone.rank(*top_five(phone))
            room.stage("result")
            room.do("publiser")
            bundle = room.bundle()
            self.assertEqual(0, recount(json.dumps(bundle).encode()).returncode)
            bundle["rounds"][0]["ranking"][0]["points"] += 1
            self.assertNotEqual(0, recount(json.dumps(bundle).encode()).returncode)


class AllStages(unittest.TestCase):
    def test_two_groups_from_welcome_to_result(self):
        with Server() as server:
            room = new_workshop(set_up(server), tittel="Alle sju").open()
            gulls, eiders = room.phone(navn="Måkene"), room.phone(navn="Ærfuglene")

            room.stage("keys")
            self.assertIn("Handlingsrom", gulls.page().text)

            room.stage("supplement")
            gulls.use("send", tekst="Spør ungdomsrådet først")
            eiders.use("send", tekst="Server alltid mat")
            self.assertNotIn("Spør ungdomsrådet først", eiders.page().text)
            waiting = room.desk.open(room.path + "/nokler")
            accept = [op for op in waiting.ops() if op.startswith("godkjenn:")]
            self.assertEqual(2, len(accept))
            room.do(accept[0])
            room.do([op for op in waiting.ops() if op.startswith("returner:")][1], grunn="Det er nøkkel 14")
            for page in (gulls.page(), eiders.page()):
                self.assertIn("Spør ungdomsrådet først", page.text)
            self.assertIn("Det er nøkkel 14", eiders.page().text)
            self.assertNotIn("Det er nøkkel 14", gulls.page().text)

            room.stage("rank")
            offered = [op for op in gulls.page().ops() if op.startswith("velg:")]
            self.assertIn("velg:19", offered)
            gulls.rank(19, 2, 7, 1, 15)
            eiders.rank(2, 19, 3, 9, 15)

            room.stage("measures")
            gulls.use("legg-til", hva="Ringe ungdomsrådet", hvem="Ola", naar="2026-12-01")
            self.assertIn("Ringe ungdomsrådet", gulls.page().text)

            room.stage("pitch")
            room.do("pitch-start:1")
            eiders.use("send", til="1", slag="new_key", tekst="Begynn med et måltid")
            room.do("pitch-ferdig")
            self.assertIn("Begynn med et måltid", gulls.page().text)

            room.stage("result")
            room.do("publiser")
            report = Client(server).get(room.report)
            for text in ("Spør ungdomsrådet først", "Ringe ungdomsrådet"):
                self.assertIn(text, report.text)
            self.assertNotIn("Ola", Client(server).get(room.report + "/pakke.json").source)
            self.assertEqual([[19, 2, 7, 1, 15], [2, 19, 3, 9, 15]], room.ballots())

            server.restart()
            again = Client(server).get(room.report)
            self.assertEqual(report.text, again.text)
            self.assertEqual(200, gulls.page().status)
            room.do("avpubliser")
            self.assertEqual(404, Client(server).get(room.report).status)

    def test_the_last_round_counts_and_the_first_stays_readable(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("rank")
            phone.rank(1, 2, 3, 4, 5)
            room.stage("measures")
            room.stage("rank")
            phone.rank(6, 7, 8, 9, 10)
            room.stage("result")
            room.do("publiser")
            self.assertEqual([[6, 7, 8, 9, 10]], room.ballots())
            self.assertEqual([1, 2, 3, 4, 5], room.bundle()["rounds"][0]["ballots"][0]["choices"])
            self.assertIn("Avklar HVORFOR", phone.page("ranger").text)


class Sharing(unittest.TestCase):
    def test_two_phones_share_one_sheet(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            first = room.phone(navn="Måkene")
            second = room.phone(gruppe=1, fornavn="Anne")
            room.stage("rank")
            first.use("velg:3")
            self.assertIn("fjern:3", second.page().ops())

    def test_a_latecomer_lands_in_the_present_stage(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            room.stage("measures")
            self.assertIn("legg-til", room.phone().page().ops())

    def test_nobody_joins_through_a_closed_door(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            code = room.code()
            room.do("dor:lukket")
            with self.assertRaises(AssertionError):
                Phone(server).join(code, room.id)
            room.do("dor:apen")
            Phone(server).join(code, room.id)

    def test_a_replaced_code_no_longer_opens(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            before = room.code()
            room.do("ny-kode")
            self.assertNotEqual(before, room.code())
            self.assertEqual(422, Phone(server).post("/bli-med", {"kode": before}).status)

    def test_the_qr_code_of_a_sheet_leads_to_its_group_after_one_button(self):
        with Server() as server:
            room = new_workshop(set_up(server), tittel="Ved bord to").open()
            for name in ("Måkene", "Ærfuglene"):
                room.do("ny-gruppe", navn=name)
            phone = Phone(server)
            page = phone.open(room.group_links()[1])
            self.assertIn("Ved bord to", page.text)
            self.assertIn("Ærfuglene", page.text)
            self.assertEqual(303, phone.submit(page, field="fornavn").status)
            self.assertIn("Gruppe 2", phone.open(f"/rom/{room.id}").text)

    def test_a_call_for_help_reaches_the_desk_and_is_answered(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            phone.use("be")
            self.assertIn("hjelp:1", room.page().ops())
            room.do("hjelp:1")
            self.assertIn("be", phone.page().ops())

    def test_a_paper_group_is_typed_in(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            room.do("ny-gruppe", navn="Papirbordet", antall="6", papir="ja")
            room.stage("rank")
            places = {f"plass{place}": str(key) for place, key in enumerate((4, 8, 12, 16, 18), 1)}
            desk = room.desk
            desk.follow(desk.submit(desk.open(room.path + "/gruppe/1"), "lever", **places))
            room.stage("result")
            room.do("publiser")
            self.assertEqual([[4, 8, 12, 16, 18]], room.ballots())


if __name__ == "__main__":
    unittest.main()
