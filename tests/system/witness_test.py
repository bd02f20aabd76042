"""A witness signs the heads it saw, the server shows who saw what, and takes nothing from strangers, nothing old and nothing altered."""
import base64
import re
import subprocess
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

from harness import Client, Server, new_workshop, run_program, set_up

NAME = "avisa.example.no/vitne"


class Witness(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)
        self.room = new_workshop(self.desk, tittel="Sett utenfra").open()
        self.folder = Path(tempfile.mkdtemp())

    def look(self, key="own", state="state", *more):
        return run_program("witness", self.server.address, "--state", str(self.folder / state), "--sign", str(self.folder / key), "--as", NAME, "--publish", *more)

    def list_witness(self):
        """The operator writes down the key that the witness prints."""
        _, said = self.look(state="first")
        vkey = re.search(re.escape(NAME) + r"\+[0-9a-f]{8}\+\S+", said).group(0)
        Path(self.server.folder, "keys", "witnesses.txt").write_text("# vitner\n" + vkey + "\ntull\n")
        return vkey

    def see(self):
        """Until the server has kept a newer head and the witness has signed it."""
        file = self.folder / "state" / f"{self.room.id}.cosigned"
        before = file.read_text() if file.exists() else None
        end = time.monotonic() + 60
        while time.monotonic() < end:
            code, said = self.look()
            if code == 0 and file.exists() and file.read_text() != before:
                return said
            time.sleep(0.1)
        self.fail(said)

    def send(self, note, **headers):
        body = urllib.parse.urlencode({"note": note})
        return Client(self.server).request("POST", f"/logg/{self.room.id}/vitner", body.encode(),
                                           {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.server.address, **headers})

    def cosigned(self):
        return (self.folder / "state" / f"{self.room.id}.cosigned").read_text()

    def sign(self, head, at):
        """`head` as the listed witness would sign it at second `at`: with its key, by another program than ours (docs/formats/checkpoint.md)."""
        seed = bytes.fromhex((self.folder / "own").read_text().split()[1])
        files = self.folder / "key.der", self.folder / "said"
        files[0].write_bytes(bytes.fromhex("302e020100300506032b657004220420") + seed)  # RFC 8410, section 7
        files[1].write_text(f"cosignature/v1\ntime {at}\n{head}")
        signature = subprocess.run(["openssl", "pkeyutl", "-sign", "-keyform", "DER", "-inkey", files[0], "-rawin", "-in", files[1]], capture_output=True, check=True).stdout
        key_id = base64.b64decode(self.cosigned().splitlines()[-1].split(" ")[2])[:4]
        return f"{head}\n\u2014 {NAME} {base64.b64encode(key_id + at.to_bytes(8, 'big') + signature).decode()}\n"

    def test_a_listed_witness_is_shown_with_date_and_records_and_can_be_checked(self):
        proof = f"/rom/{self.room.id}/bevis"
        self.assertNotIn("Vitner", Client(self.server).open(proof).text)
        self.assertIn("Ingen vitner er oppgitt", Client(self.server).open("/kontroll").text)
        code, said = self.look(state="early")
        self.assertEqual(2, code, "a server that does not know the witness takes nothing")
        self.assertIn("note.unknown_key", said)
        vkey = self.list_witness()
        self.assertIn("har ikke signert noe", Client(self.server).open(proof).text)
        self.see()
        self.assertRegex(Client(self.server).open(proof).text, rf"Sett av {NAME} .* poster")
        self.assertIn(f"Sett av {NAME}", Client(self.server).open("/kontroll").text)
        note = Client(self.server).get(f"/logg/{self.room.id}/vitner").body.decode()
        self.assertEqual(self.cosigned(), note)
        self.room.stage("result")
        self.room.do("publiser")
        self.see()
        bundle = self.folder / "pakke.jsonl"
        bundle.write_bytes(Client(self.server).get(f"/logg/{self.room.id}/pakke.jsonl").body)
        code, said = run_program("verify", str(bundle), "--witness", vkey)
        self.assertEqual(0, code, said)
        self.assertIn(f"Vitnet {NAME} har signert", said)
        code, said = run_program("verify", str(bundle), "--witness", "en.annen+" + vkey.split("+", 1)[1])
        self.assertEqual(2, code, "no such key")
        line = next(line for line in bundle.read_text().splitlines() if NAME in line)
        data = re.search(re.escape(NAME) + r" (\S+?)\\n", line).group(1)
        raw = bytearray(base64.b64decode(data))
        raw[10] ^= 1
        altered = self.folder / "altered.jsonl"
        altered.write_text(bundle.read_text().replace(data, base64.b64encode(raw).decode(), 1))
        code, said = run_program("verify", str(altered), "--witness", vkey)
        self.assertEqual(1, code, said)

    def test_nothing_old_wrong_or_altered_is_taken(self):
        self.list_witness()
        self.see()
        old = self.cosigned()
        self.assertEqual(200, self.send(old).status, "the same again changes nothing")
        self.assertEqual(403, self.send(old, Origin="http://elsewhere.example").status)
        head, line = old.rsplit("\n", 2)[0] + "\n", old.splitlines()[-1]
        raw = bytearray(base64.b64decode(line.split(" ")[2]))
        for at in (0, 9, 20, 75):  # the key's id, the time, the signature
            changed = bytearray(raw)
            changed[at] ^= 1
            answer = self.send(head + f"\u2014 {NAME} {base64.b64encode(changed).decode()}\n")
            self.assertIn(answer.status, (409, 422), at)
        self.assertEqual(422, self.send("tull").status)
        self.room.stage("rank")
        self.see()
        newer = self.cosigned()
        self.assertNotEqual(old, newer)
        answer = self.send(old)
        self.assertEqual((409, "head.old"), (answer.status, answer.body.decode().strip()))
        shown = Client(self.server).get(f"/logg/{self.room.id}/vitner").body.decode()
        self.assertEqual(newer, shown)

    def test_a_well_signed_head_must_be_of_this_log_and_of_now(self):
        self.list_witness()
        self.see()
        own = self.cosigned()
        head = own[:own.index("\n\n") + 1]
        origin, size, root = head.splitlines()
        now = int(time.time())
        for said, at, refusal in ((f"{origin}\n{size}\n{base64.b64encode(bytes(32)).decode()}\n", now, "head.wrong"),
                                  (f"{origin}\n{int(size) + 1000}\n{root}\n", now, "head.wrong"),
                                  (f"{origin}\n0\n{root}\n", now, "head.wrong"),
                                  (head, now + 3600, "head.time"),
                                  (f"{origin}\n{size}\n", now, "head.malformed")):
            answer = self.send(self.sign(said, at))
            self.assertIn(answer.status, (409, 422), refusal)
            self.assertEqual(refusal, answer.body.decode().strip())
            self.assertEqual(own, Client(self.server).get(f"/logg/{self.room.id}/vitner").body.decode())
        self.assertEqual(200, self.send(self.sign(head, now + 5)).status, "the same head, seen again later")
        self.assertIn(self.sign(head, now + 5).splitlines()[-1], Client(self.server).get(f"/logg/{self.room.id}/vitner").body.decode())

    def test_a_head_of_another_room_is_no_head_of_this(self):
        self.list_witness()
        self.see()
        newer = self.cosigned()
        other = new_workshop(self.desk, tittel="Et annet").open()
        body = urllib.parse.urlencode({"note": newer}).encode()
        answer = Client(self.server).request("POST", f"/logg/{other.id}/vitner", body, {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.server.address})
        self.assertEqual("head.malformed", answer.body.decode().strip())


if __name__ == "__main__":
    unittest.main()
