"""knippe tally on a terminal: a bar while it reads and counts for long, wiped when it is done; nothing where standard error is no terminal."""
import os
import pty
import subprocess
import time
import unittest

from harness import PROGRAM


BALLOTS = "#/Candidates: A;B\nA > B\n"


def on_a_terminal(*parts, pause=0.0):
    """What a terminal at standard error shows, and what standard output got, while the parts come in on standard input."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([PROGRAM, "tally", "-", "--rule", "irv"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        for part in parts:
            running.stdin.write(part.encode())
            running.stdin.flush()
            time.sleep(pause)
        running.stdin.close()
        out, shown = running.stdout.read(), b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:
            pass  # Linux: the other end is closed
        os.close(ours)
    return running.returncode, out.decode(), shown.decode()


class LongWork(unittest.TestCase):
    def test_waiting_for_ballots_is_seen_and_wiped(self):
        code, out, shown = on_a_terminal(BALLOTS, "B > A * 2\n", pause=0.7)
        self.assertEqual(0, code)
        self.assertRegex(shown, r"\[ *###### *\] -")
        self.assertTrue(shown.endswith("\r\x1b[K"), shown[-80:])
        self.assertTrue(out.startswith("irv\n\n   1  B"), out)

    def test_short_work_shows_nothing(self):
        self.assertEqual("", on_a_terminal(BALLOTS)[2])

    def test_no_terminal_no_bar(self):
        running = subprocess.Popen([PROGRAM, "tally", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.7)
        self.assertEqual(b"", running.communicate(BALLOTS.encode(), timeout=60)[1])


if __name__ == "__main__":
    unittest.main()
