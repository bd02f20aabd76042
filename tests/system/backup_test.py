"""A backup is taken while the server runs, and a restored folder is the same installation."""
import tempfile
import unittest
from pathlib import Path

from harness import Client, Server, log_in, new_workshop, run_program, set_up


class Backup(unittest.TestCase):
    def test_a_backup_taken_online_restores_workshops_accounts_and_codes(self):
        with tempfile.TemporaryDirectory() as kept, Server() as server:
            room = new_workshop(set_up(server), tittel="Før brannen").open()
            code = room.code()
            said = run_program("backup", Path(kept, "copy"), "--data", server.folder)
            self.assertEqual(0, said[0], said[1])
            new_workshop(room.desk, tittel="Etter kopien")

            restored = Path(kept, "data")
            said = run_program("restore", Path(kept, "copy"), "--data", restored)
            self.assertEqual(0, said[0], said[1])
            with Server(folder=restored) as again:
                desk = log_in(again)
                listed = desk.open("/styring").text
                self.assertIn("Før brannen", listed)
                self.assertNotIn("Etter kopien", listed)
                self.assertEqual(303, Client(again).post("/bli-med", {"kode": code}).status)

    def test_restore_never_overwrites_a_folder_in_use(self):
        with tempfile.TemporaryDirectory() as kept, Server() as server:
            set_up(server)
            self.assertEqual(0, run_program("backup", Path(kept, "copy"), "--data", server.folder)[0])
            self.assertNotEqual(0, run_program("restore", Path(kept, "copy"), "--data", server.folder)[0])
            self.assertEqual(200, Client(server).get("/").status)


if __name__ == "__main__":
    unittest.main()
