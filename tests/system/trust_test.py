"""The log proves itself: receipts, heads, proofs and the log, as a participant, a stranger and an independent tool meet them."""
import base64
import hashlib
import json
import re
import subprocess
import sys
import time
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, set_up
from harness.server import run_program
from harness.workshop import top_five

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


def independent(key, data):
    """What tools/verify_head.py says of a head or a receipt."""
    done = subprocess.run([sys.executable, ROOT / "tools" / "verify_head.py", key, "-"], input=data, capture_output=True, check=False)
    return done.returncode, done.stdout.decode()


def keys_of(client):
    return [entry["public_key"] for entry in json.loads(client.get("/.well-known/knippe-keys").body)["keys"]]


class Trust(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.desk = set_up(cls.server)

    def played(self, title="Tillit 9Z", publish=False):
        room = new_workshop(self.desk, tittel=title).open()
        phone = room.phone(navn="Hemmelig bord", medlemmer="Kari Hemmelig\nOla Hemmelig")
        room.stage("rank")
        phone.rank(*top_five(phone))
        if publish:
            room.stage("result")
            room.do("publiser")
        return room, phone

    def code_of(self, phone):
        return CODE.search(phone.open(phone.path("kvittering")).text).group(0)

    def test_a_receipt_follows_the_ranking_from_hand_in_to_publication(self):
        room, phone = self.played()
        code = self.code_of(phone)
        stranger = Client(self.server)
        page = stranger.open(f"/kvittering/{code}")
        self.assertIn("så langt", page.text)
        self.assertNotIn("Tillit 9Z", page.source, "the title is not public yet")
        room.stage("result")
        room.do("publiser")
        self.assertIn("Ja, dere ble talt med", stranger.open(f"/kvittering/{code}").text)
        found = stranger.get("/kvittering?kode=" + code.lower().replace("-", "%20"))
        self.assertEqual((303, f"/kvittering/{code}"), (found.status, found.location))
        for shown in (stranger.open(f"/kvittering/{code}").source, stranger.get(f"/kvittering/{code}/bevis").text):
            self.assertNotIn("Hemmelig", shown)

    def test_a_later_ranking_replaces_the_receipt_and_a_wrong_code_is_unknown(self):
        room, phone = self.played()
        first = self.code_of(phone)
        phone.rank(5, 4, 3, 2, 1)
        second = self.code_of(phone)
        self.assertNotEqual(first, second)
        stranger = Client(self.server)
        self.assertIn("nyere", stranger.open(f"/kvittering/{first}").text)
        self.assertIn("så langt", stranger.open(f"/kvittering/{second}").text)
        wrong = stranger.get("/kvittering/0000-0000-0000")
        self.assertEqual(404, wrong.status)
        bad = stranger.get("/kvittering?kode=hei")
        self.assertEqual(422, bad.status)
        self.assertIn("hei", bad.source)

    def test_heads_and_receipts_hold_for_a_tool_that_is_not_ours(self):
        room, phone = self.played()
        client = Client(self.server)
        key = keys_of(client)[-1]
        head = client.get(f"/logg/{room.id}/hode").body
        outcome, said = independent(key, head)
        self.assertEqual(0, outcome, said)
        self.assertIn(f"/rom/{room.id}", said)
        receipt = client.get(f"/kvittering/{self.code_of(phone)}/bevis").body
        outcome, said = independent(key, receipt)
        self.assertEqual(0, outcome, said)
        self.assertIn("RankingHandedIn", said)
        self.assertEqual(1, independent(base64.b64encode(bytes(32)).decode(), head)[0])
        self.assertEqual(1, independent(key, head.replace(b"/rom/", b"/Rom/", 1))[0])
        lines = receipt.split(b"\n")
        lines[2] = b"index 0"
        self.assertEqual(1, independent(key, b"\n".join(lines))[0])

    def test_the_log_is_for_all_after_publication_and_holds_no_secrets(self):
        room, phone = self.played()
        client = Client(self.server)
        self.assertEqual(404, client.get(f"/logg/{room.id}/pakke.jsonl").status)
        room.stage("result")
        room.do("publiser")
        bundle = client.get(f"/logg/{room.id}/pakke.jsonl").body
        lines = [json.loads(line) for line in bundle.splitlines()]
        self.assertEqual("knippe-log-1", lines[0]["format"])
        records = [line for line in lines if "seq" in line]
        self.assertEqual(list(range(1, lines[0]["size"] + 1)), [record["seq"] for record in records])
        given = [record for record in records if "body" in record]
        self.assertTrue(any(record["kind"] == "RankingHandedIn" for record in given))
        for record in given:
            digest = hashlib.sha256(bytes.fromhex(record["salt"]) + record["body"].encode()).hexdigest()
            self.assertEqual(record["commitment"], digest, record["seq"])
        self.assertNotIn("Hemmelig", "".join(json.dumps(record, ensure_ascii=False) for record in records))

    def test_the_proof_page_shows_a_proof_between_two_heads(self):
        room, _ = self.played()
        client = Client(self.server)
        size = int(client.get(f"/logg/{room.id}/hode").body.decode().splitlines()[1])
        page = client.open(f"/rom/{room.id}/bevis?fra=2&til={size}")
        self.assertIn("RFC 6962", page.text)
        for query in (f"fra=2&til={size + 1000}", "fra=0&til=1", "fra=3&til=2", "fra=x&til=2"):
            self.assertEqual(422, client.get(f"/rom/{room.id}/bevis?{query}").status, query)
            self.assertEqual(422, client.get(f"/logg/{room.id}/samsvar?{query}").status, query)
        self.assertEqual(404, client.get("/logg/000000000000z/hode").status)
        self.assertEqual(404, client.get("/resultater/0000000000001").status)

    def test_the_system_room_notes_every_log(self):
        room, _ = self.played(publish=True)
        client = Client(self.server)
        deadline = time.monotonic() + 20
        while True:
            noted = [json.loads(json.loads(line)["body"]) for line in client.get("/logg/0000000000001/pakke.jsonl").body.splitlines()
                     if b"RoomHeadNoted" in line]
            ours = [each for each in noted if each["room"] == room.id]
            if "published" in [each["why"] for each in ours] or time.monotonic() > deadline:
                break
            time.sleep(0.2)
        self.assertIn("published", [each["why"] for each in ours])
        listed = {log["room"] for log in json.loads(client.get("/logg").body)["logs"]}
        self.assertLessEqual({room.id, "0000000000001"}, listed)


class Keys(unittest.TestCase):
    def test_a_rotated_key_signs_and_the_old_one_stays_listed(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            client = Client(server)
            old = keys_of(client)
            self.assertEqual(1, len(old))
            outcome, shown = run_program("key", "--rotate", "--data", server.folder)
            self.assertEqual(0, outcome, shown)
            new = keys_of(client)
            self.assertEqual(old, new[:1])
            self.assertEqual(2, len(new))
            self.assertIn(new[1], shown)
            head = client.get(f"/logg/{room.id}/hode").body
            self.assertEqual(0, independent(new[1], head)[0])
            self.assertEqual(1, independent(old[0], head)[0])
            self.assertEqual(1, len(json.loads(client.get("/.well-known/knippe-keys").body)["rotations"]))
            for secret in (server.folder / "keys").iterdir():
                self.assertEqual(0o600, secret.stat().st_mode & 0o777, secret)
            server.stop()
            server.start()
            self.assertEqual(new, keys_of(Client(server)))


if __name__ == "__main__":
    unittest.main()
