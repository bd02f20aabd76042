"""What tests of erasure, retention and deletion share, whatever the kind of room: a server of their own, and a look into every file."""
import sqlite3
import unittest
from pathlib import Path

from .server import Server, run_program
from .workshop import set_up


def knippe(*arguments):
    code, said = run_program(*arguments)
    assert code == 0, said


class Forgetting(unittest.TestCase):
    words = ()  # what must be forgotten

    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)

    def found(self, words=None, folder=None):
        """Words in any file of the data folder, and in what the server has logged, whatever the case of their letters."""
        content = [file.read_bytes().lower() for file in Path(folder or self.server.folder).rglob("*") if file.is_file()]
        content.append(self.server.output().encode().lower() if not folder else b"")
        return {word for word in (self.words if words is None else words) if any(word.encode().lower() in each for each in content)}

    def keep(self, room, gaar, dager="90", grunn=""):
        return self.desk.submit(self.desk.open(f"{room.path}/lagring"), "lagre", gaar=gaar, dager=dager, grunn=grunn)

    def let_time_pass(self):
        """As if every room's time were up: the due time is moved, not the clock."""
        self.server.stop()
        database = sqlite3.connect(Path(self.server.folder, "knippe.db"))
        with database:
            database.execute("UPDATE retention SET due = 1 WHERE due IS NOT NULL")
        database.close()
        self.server.start()
