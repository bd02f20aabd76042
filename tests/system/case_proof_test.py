"""A case's log as a stranger, a witness and a damaged disk meet it."""
import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from harness import Client, Server, new_case, new_workshop, set_up
from harness.server import run_program
from trust_test import independent, keys_of
from verify_test import broken, verify

SECRET = "Kari Hemmelig"


def played(owner):
    """An open case with two published contributions, one waiting, one removed, one support, and an answer."""
    case = new_case(owner, "Trygg skolevei").fill().open()
    case.theme("Lys ved Hemmelig bru")
    for text in ("Flere lys", "Flere benker", f"{SECRET} er lat", f"Noe om {SECRET}"):
        assert case.send(tekst=text, gruppe=SECRET, tema="1").status == 303
    for op, fields in (("publiser:1", {}), ("publiser:2", {}), ("fjern:3", {"regel": "personal", "grunn": "Navnet på en nabo: " + SECRET})):
        assert case.moderate(op, **fields).status == 303
    friend = Client(owner.server)
    assert friend.submit(friend.open(case.public), op="stott:1").status == 303
    assert case.answer(1, verdikt="partly", rompunkt="1", begrunnelse="Fire av sju lys kommer.").status == 303
    return case


class Public(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)
        cls.case = played(cls.owner)
        cls.client = Client(cls.server)
        cls.folder = Path(tempfile.mkdtemp(prefix="knippe-case-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.bundle = cls.folder / "pakke.jsonl"
        cls.bundle.write_bytes(cls.client.get(f"/logg/{cls.case.id}/pakke.jsonl").body)

    def records(self):
        return [line for line in map(json.loads, self.bundle.read_text().splitlines()) if "seq" in line]

    def test_the_page_shows_heads_and_a_proof_between_two_of_them(self):
        page = self.client.open(f"/rom/{self.case.id}/bevis?fra=2&til=9")
        self.assertIn("Trygg skolevei", page.text)
        self.assertIn("RFC 6962", page.text)
        self.assertIn(f"/saker/{self.case.id}", page.read.links)
        self.assertIn(f"/logg/{self.case.id}/pakke.jsonl", page.read.links)

    def test_the_bundle_holds_and_tells_nobodys_name_words_or_number(self):
        outcome, said = verify(self.bundle)
        self.assertEqual(0, outcome, said)
        text = self.bundle.read_text()
        for secret in ("Hemmelig", "phone:", "Flere", "Fire av sju", "Trygg skolevei"):
            self.assertNotIn(secret, text)
        kinds = [record.get("kind") for record in self.records()]
        for given in ("InvolvementOpened", "ContributionPublished", "ContributionRemoved", "ThemeMade", "AnswerGiven"):
            self.assertIn(given, kinds)
        for hidden in ("ContributionReceived", "ContributionWorded", "ContributionSupported"):
            self.assertNotIn(hidden, kinds)
        self.assertEqual(9, kinds.count(None), "four contributions with their words, and a support, are leaves")
        counts = json.loads(json.loads(self.bundle.read_text().splitlines()[-1])["result"])
        self.assertEqual((2, 1, 1), (counts["contributions"], counts["removed"], counts["supports"]))
        self.assertEqual([{"theme": 1, "contributions": 2, "supports": 1, "verdict": "partly"}], counts["themes"])

    def test_one_flipped_bit_of_any_record_is_found_and_a_text_is_located(self):
        lines = self.bundle.read_bytes().splitlines(keepends=True)
        changed = self.folder / "endret.jsonl"
        first = next(n for n, line in enumerate(lines) if b'"seq":1,' in line)
        for n in range(first, len(lines) - 1, 3):
            at = lines[n].index(b'"leaf":"' if b'"leaf"' in lines[n] else b'"commitment":"') + 20
            bad = lines[n][:at] + bytes([lines[n][at] ^ 1]) + lines[n][at + 1:]
            changed.write_bytes(b"".join(lines[:n] + [bad] + lines[n + 1:]))
            self.assertEqual(1, verify(changed)[0], lines[n])
        answer = next(n for n, line in enumerate(lines) if b'"AnswerGiven"' in line)
        number = json.loads(lines[answer])["seq"]
        changed.write_bytes(b"".join(lines).replace(b'\\"partly\\",\\"item', b'\\"taken_in\\",\\"item'))
        outcome, said = verify(changed)
        self.assertEqual(1, outcome)
        self.assertIn(["commitments", f"record {number}"], [list(each) for each in broken(said)])

    def test_published_numbers_that_the_log_does_not_give_are_found(self):
        changed = self.folder / "tall.jsonl"
        for said, other in (('\\"removed\\": 1', '\\"removed\\": 0'), ('\\"verdict\\": \\"partly\\"', '\\"verdict\\": \\"taken_in\\"'),
                            ('\\"supports\\": 1', '\\"supports\\": 70')):
            text = self.bundle.read_text()
            self.assertIn(said, text)
            changed.write_text(text.replace(said, other))
            outcome, found = verify(changed)
            self.assertEqual(1, outcome, other)
            self.assertEqual({"recount"}, {check for check, _ in broken(found)})

    def test_the_server_and_its_folder_hold(self):
        outcome, said = verify(f"{self.server.address}/saker/{self.case.id}")
        self.assertEqual(0, outcome, said)
        outcome, said = verify(self.server.folder)
        self.assertEqual([], broken(said))
        checks = [check["words"] for log in said["logs"] for check in log["checks"] if check["check"] == "recount"]
        self.assertTrue(any("Innspill: 2. Støtte: 1." in words for words in checks), checks)

    def test_a_head_holds_for_openssl_and_for_a_tool_of_the_standard_alone(self):
        head = self.client.get(f"/logg/{self.case.id}/hode").body
        key = keys_of(self.client)[-1]
        self.assertEqual(0, independent(key, head)[0])
        if not shutil.which("openssl"):
            self.skipTest("no openssl here: the head was checked by tools/verify_head.py alone")
        import base64
        text, _, signatures = head.decode().rpartition("\n\n")
        signature = base64.b64decode(signatures.strip().split(" ")[-1])[4:]
        (self.folder / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + base64.b64decode(key))
        (self.folder / "signature").write_bytes(signature)

        def openssl(note):
            (self.folder / "note").write_text(note)
            return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", self.folder / "key.der", "-rawin",
                                   "-in", self.folder / "note", "-sigfile", self.folder / "signature"], capture_output=True, check=False).returncode
        self.assertEqual(0, openssl(text + "\n"))
        self.assertNotEqual(0, openssl(text.replace("\n", "\n1", 1) + "\n"))


class Unlisted(unittest.TestCase):
    def listed(self, client):
        return {log["room"] for log in json.loads(client.get("/logg").body)["logs"]}

    def noted(self, client):
        """The log of logs, once it has come to rest: the restarted server signs what is left."""
        seen = [b"", b"x"]
        while seen[-1] != seen[-2]:
            time.sleep(0.7)
            seen.append(client.get("/logg/0000000000001/pakke.jsonl").body)
        return seen[-1].decode()

    def test_drafts_and_rehearsals_are_told_to_nobody_until_they_open(self):
        with Server() as server:
            desk = set_up(server)
            client = Client(server)
            draft, workshop = new_case(desk, "Hemmelig utkast"), new_workshop(desk, tittel="Hemmelig verksted")
            again = desk.submit(desk.open(f"{workshop.path}/mer"), "ov")
            rehearsal = re.search(r"/styring/([0-9a-z]{13})", again.location)[1]
            desk.post(f"/styring/{rehearsal}", {"op": "apne"})
            server.restart()  # every head is signed and noted at the start
            noted = self.noted(client)
            for room in (draft.id, workshop.id, rehearsal):
                self.assertNotIn(room, self.listed(client))
                self.assertNotIn(room, noted)
            page = client.open(f"/rom/{draft.id}/bevis")
            self.assertNotIn("Hemmelig", page.text)
            self.assertEqual(404, client.get(f"/logg/{draft.id}/pakke.jsonl").status)
            draft.fill().open()
            workshop.open()
            server.restart()
            noted = self.noted(client)
            for room in (draft.id, workshop.id):
                self.assertIn(room, self.listed(client))
                self.assertIn(room, noted)
            self.assertNotIn(rehearsal, self.listed(client))


class Damaged(unittest.TestCase):
    def test_a_changed_text_of_a_case_is_located_in_the_folder(self):
        with Server() as server:
            case = played(set_up(server))
            server.stop()
            with sqlite3.connect(server.folder / "knippe.db") as database:
                row = database.execute("SELECT e.pos, e.seq FROM event e WHERE e.kind = 'ContributionWorded' ORDER BY seq LIMIT 1").fetchone()
                database.execute("UPDATE event_body SET body = CAST(replace(CAST(body AS TEXT), 'lys', 'lyS') AS BLOB) WHERE pos = ?", row[:1])
            database.close()
            outcome, said = verify(server.folder)
            self.assertEqual(1, outcome)
            self.assertIn(("commitments", f"record {row[1]}"), broken(said))
            self.assertTrue(case.id)


class Witnessed(unittest.TestCase):
    def test_a_case_that_goes_back_in_time_or_branches_is_shouted(self):
        with Server() as server:
            state = server.folder.parent / "vitne"
            look = lambda: run_program("witness", server.address, "--state", state)
            case = played(set_up(server))
            self.assertEqual(0, look()[0])
            server.stop()
            backup = server.folder.parent / "kopi"
            shutil.copytree(server.folder, backup, ignore=shutil.ignore_patterns("*.sock"))

            def back():
                server.stop()
                shutil.rmtree(server.folder)
                shutil.copytree(backup, server.folder)
                server.start()
            server.start()
            self.assertEqual(303, case.send(tekst="Dette skal bort").status)
            outcome, said = look()
            self.assertEqual(0, outcome, said)
            back()
            outcome, said = look()
            self.assertEqual(1, outcome, said)
            self.assertIn("rollback", said)
            self.assertIn(case.id, said)
            for text in ("En annen", "Og en til"):
                self.assertEqual(303, case.send(tekst=text).status)
            outcome, said = look()
            self.assertEqual(1, outcome, said)
            self.assertIn("fork", said)


if __name__ == "__main__":
    unittest.main()
