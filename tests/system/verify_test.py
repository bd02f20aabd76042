"""knippe verify and knippe witness, as somebody outside uses them: on a bundle, an address, a folder; against damage and against a server
that goes back in time."""
import hashlib
import json
import shutil
import sqlite3
import tempfile
import time
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, set_up
from harness.server import run_program
from harness.workshop import top_five
from trust_test import CODE


def verify(*what):
    outcome, said = run_program("verify", *what, "--format", "json")
    return outcome, json.loads(said)


def broken(said):
    return [(check["check"], check["where"]) for log in said["logs"] for check in log["checks"] if check["verdict"] == "broken"]


def fingerprint(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Published(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.room = new_workshop(set_up(cls.server)).open()
        cls.phone = cls.room.phone()
        cls.room.stage("rank")
        cls.phone.rank(*top_five(cls.phone))
        cls.code = CODE.search(cls.phone.open(cls.phone.path("kvittering")).text).group(0)
        cls.room.stage("result")
        cls.room.do("publiser")
        cls.folder = Path(tempfile.mkdtemp(prefix="knippe-verify-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.client = Client(cls.server)
        cls.bundle = cls.folder / "pakke.jsonl"
        cls.bundle.write_bytes(cls.client.get(f"/logg/{cls.room.id}/pakke.jsonl").body)
        cls.receipt = cls.folder / "kvittering.tlog-proof"
        cls.receipt.write_bytes(cls.client.get(f"/kvittering/{cls.code}/bevis").body)

    def test_the_bundle_holds_and_a_changed_one_does_not(self):
        outcome, said = verify(self.bundle)
        self.assertEqual(0, outcome, said)
        changed = self.folder / "endret.jsonl"
        changed.write_bytes(self.bundle.read_bytes().replace(b'"kind":"RankingHandedIn","time":1', b'"kind":"RankingHandedIn","time":2'))
        outcome, said = verify(changed)
        self.assertEqual(1, outcome)
        self.assertIn("tree", [check for check, _ in broken(said)])
        self.assertEqual(2, run_program("verify", self.folder / "finnes-ikke")[0])

    def test_a_receipt_is_found_in_the_bundle_by_code_and_by_file(self):
        for receipt in (self.code, self.code.lower().replace("-", ""), self.receipt):
            outcome, said = run_program("verify", receipt, self.bundle)
            self.assertEqual(0, outcome, said)
            self.assertIn("Talt med", said)
        self.assertEqual(1, run_program("verify", "0000-0000-0000", self.bundle)[0])

    def test_the_server_is_checked_by_its_address(self):
        outcome, said = verify(f"{self.server.address}/resultater/{self.room.id}")
        self.assertEqual(0, outcome, said)
        deadline = time.monotonic() + 10
        while True:  # heads are signed at most once a second, beside those who write
            outcome, said = verify(self.server.address)
            if len(said["logs"]) == 2 or time.monotonic() > deadline:
                break
            time.sleep(0.1)
        self.assertEqual(0, outcome, said)
        self.assertEqual(2, len(said["logs"]), "the room and the log of logs")

    def test_a_folder_is_checked_while_its_server_runs_and_nothing_in_it_changes(self):
        before = fingerprint(self.server.folder)
        outcome, said = verify(self.server.folder)
        self.assertIn(outcome, (0, 2), said)
        self.assertEqual([], broken(said))
        after = fingerprint(self.server.folder)
        for changing in ("knippe.db-shm", "knippe.db-wal", "knippe.db", "search.db-shm", "search.db-wal", "search.db"):  # the server's own
            before.pop(changing, None), after.pop(changing, None)
        self.assertEqual(before, after)


class Damaged(unittest.TestCase):
    """A copy of a data folder with one thing changed."""

    @classmethod
    def setUpClass(cls):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("rank")
            phone.rank(*top_five(phone))
            server.stop()
            cls.source = Path(tempfile.mkdtemp(prefix="knippe-whole-")) / "data"
            cls.addClassCleanup(shutil.rmtree, cls.source.parent)
            shutil.copytree(server.folder, cls.source, ignore=shutil.ignore_patterns("*.sock"))
            cls.number = sqlite3.connect(cls.source / "knippe.db").execute("SELECT max(room) FROM room_head").fetchone()[0]

    def after(self, sql, *arguments, files=lambda folder: None):
        folder = Path(tempfile.mkdtemp(prefix="knippe-damaged-")) / "data"
        self.addCleanup(shutil.rmtree, folder.parent)
        shutil.copytree(self.source, folder)
        with sqlite3.connect(folder / "knippe.db") as database:
            changed = database.execute(sql, arguments).rowcount if sql else 1
        database.close()
        self.assertEqual(1, changed, sql)
        files(folder)
        before = fingerprint(folder)
        outcome, said = verify(folder)
        self.assertEqual(before, fingerprint(folder), "verify changed something")
        return outcome, broken(said)

    def test_a_whole_folder_holds(self):
        outcome, said = verify(self.source)
        self.assertEqual([], broken(said))
        self.assertIn(outcome, (0, 2))

    def test_a_changed_record_is_found(self):
        outcome, found = self.after("UPDATE event SET time = time + 1 WHERE room = ? AND seq = 3", self.number)
        self.assertEqual(1, outcome)
        self.assertIn("tree", [check for check, _ in found])

    def test_a_changed_text_and_a_changed_salt_are_located(self):
        where = "WHERE pos = (SELECT pos FROM event WHERE room = ? AND seq = 4)"
        for sql in (f"UPDATE event_body SET body = CAST(replace(CAST(body AS TEXT), '{{', '{{ ') AS BLOB) {where}",
                    f"UPDATE event_body SET salt = zeroblob(32) {where}"):
            outcome, found = self.after(sql, self.number)
            self.assertEqual((1, [("commitments", "record 4")]), (outcome, found))

    def test_a_removed_record_is_found(self):
        outcome, found = self.after("DELETE FROM event WHERE room = ? AND seq = 5", self.number)
        self.assertEqual(1, outcome)
        self.assertIn("records", [check for check, _ in found])

    def test_a_changed_head_is_located(self):
        outcome, found = self.after("UPDATE signed_head SET note = replace(note, 'rom', 'ron') WHERE room = ? AND size ="
                                    " (SELECT max(size) FROM signed_head WHERE room = ?)", self.number, self.number)
        self.assertEqual(1, outcome)
        self.assertIn("signatures", [check for check, _ in found])

    def test_a_changed_root_in_the_table_of_heads_is_located(self):
        outcome, found = self.after("UPDATE room_head SET root = zeroblob(32) WHERE room = ?", self.number)
        self.assertEqual(1, outcome)
        self.assertTrue(any(check == "tree" and where.startswith("room_head") for check, where in found), found)

    def test_a_log_rewritten_with_its_table_of_heads_is_seen_by_the_log_of_logs(self):
        outcome, found = self.after("UPDATE event SET time = time + 1 WHERE room = ? AND seq = 1", self.number)
        self.assertEqual(1, outcome)
        self.assertTrue(any(check == "tree" and where.startswith("system room record") for check, where in found), found)

    def test_a_damaged_snapshot_is_located(self):
        outcome, found = self.after("INSERT INTO snapshot (room, seq, fold_version, digest, state) VALUES (?, 3, 1, zeroblob(32), x'00')", self.number)
        self.assertEqual((1, [("snapshot", "snapshot")]), (outcome, found))

    def test_a_changed_picture_is_located(self):
        digest = hashlib.sha256(b"bilde").hexdigest()

        def place(folder):
            path = folder / "files" / digest[:2] / f"{digest}.jpg"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"bildf")
        outcome, found = self.after("INSERT INTO photo (room, commitment, salt, display, thumbnail) VALUES (?, 'c', x'00', ?, ?)", self.number,
                                    digest, digest, files=place)
        self.assertEqual(1, outcome)
        self.assertEqual({"files"}, {check for check, _ in found})
        self.assertIn(digest, found[0][1])


class Witness(unittest.TestCase):
    def test_a_witness_sees_the_server_go_back_in_time(self):
        with Server() as server:
            state, shouted = server.folder.parent / "vitne", server.folder.parent / "ropt"
            look = lambda: run_program("witness", server.address, "--state", state, "--run", f"cat > {shouted}")
            room = new_workshop(set_up(server)).open()
            self.assertEqual(0, look()[0])
            server.stop()
            backup = server.folder.parent / "kopi"
            shutil.copytree(server.folder, backup, ignore=shutil.ignore_patterns("*.sock"))
            server.start()
            from harness import log_in
            room.desk = log_in(server)
            room.stage("keys")
            outcome, said = look()
            self.assertEqual(0, outcome, said)
            server.stop()
            shutil.rmtree(server.folder)
            shutil.copytree(backup, server.folder)
            server.start()
            outcome, said = look()
            self.assertEqual(1, outcome, said)
            self.assertIn("rollback", said)
            self.assertIn(room.id, shouted.read_text())
            server.stop()
            self.assertEqual(2, look()[0], "out of reach is not an alarm")


    def test_a_deleted_workshop_keeps_its_log_and_is_no_fork(self):
        with Server() as server:
            state = server.folder.parent / "vitne"
            look = lambda: run_program("witness", server.address, "--state", state)
            desk = set_up(server)
            room = new_workshop(desk).open()
            self.assertEqual(0, look()[0])
            desk.submit(desk.open(f"{room.path}/slett"), "slett", forstatt="ja")
            outcome, said = look()
            self.assertEqual(0, outcome, said)
            self.assertEqual(410, Client(server).get(room.report).status)
            outcome, said = verify(server.folder)
            self.assertEqual([], broken(said))


if __name__ == "__main__":
    unittest.main()
