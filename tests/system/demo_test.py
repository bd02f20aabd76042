"""The demonstration: five links, something to watch, nothing left behind."""
import os
import pathlib
import re
import select
import signal
import subprocess
import tempfile
import time
import unittest

from harness import PROGRAM, Client
from harness.atom import entries, text_of

SECONDS_TO_MOVE = 10


class Demo:
    """`knippe demo` on a port of its own, in a temporary folder of the test's."""

    def __init__(self, *arguments):
        self.scratch = tempfile.TemporaryDirectory(prefix="knippe-test-")
        self.process = subprocess.Popen([str(PROGRAM), "demo", "--listen", "127.0.0.1:0", "--pause", "600", *arguments], bufsize=0,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "TMPDIR": self.scratch.name})
        self.links = self.read_links()
        self.port = int(re.search(r":(\d+)/", self.links["projector"]).group(1))

    def read_links(self):
        links, until = {}, time.monotonic() + 60
        while len(links) < 5 and time.monotonic() < until:
            if not select.select([self.process.stdout], [], [], 1)[0]:
                continue
            line = self.process.stdout.readline().decode()
            assert line, "the demonstration ended by itself"
            if found := re.search(r"/ (\w+)\s+(http://\S+)", line):
                links[found.group(1)] = found.group(2)
        return links

    def path(self, name):
        return re.sub(r"^http://[^/]+", "", self.links[name])

    def left_behind(self):
        return list(pathlib.Path(self.scratch.name).iterdir())

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        return code


class Demonstration(unittest.TestCase):
    def setUp(self):
        self.demo = Demo()
        self.addCleanup(self.demo.scratch.cleanup)
        self.addCleanup(lambda: self.demo.process.poll() is None and self.demo.process.kill())

    def browser(self):
        return Client(self.demo)

    def test_the_links_lead_where_they_say(self):
        self.assertEqual({"projector", "desk", "phone", "report", "cases"}, set(self.demo.links))
        for name in ("projector", "phone", "report"):
            page = self.browser().open(self.demo.path(name))
            self.assertEqual(200, page.status, name)
            self.assertRegex(page.text.lower(), "simuler", name)
        guest = self.browser()
        door = guest.open(self.demo.path("desk"))
        self.assertEqual(200, door.status)
        desk = guest.follow(guest.submit(door, field="til"), 303)
        self.assertIn("Fjordvik", desk.text)
        self.assertNotEqual(200, self.browser().open(self.demo.path("desk")).status, "the link works once")
        self.assertEqual(0, self.demo.end())

    def test_there_is_a_case_in_each_state_and_each_says_that_it_is_made_up(self):
        guest = self.browser()
        cases = guest.open("/saker")
        for state in ("Åpen for innspill", "Innspillene besvares", "Til informasjon", "Avsluttet"):
            self.assertIn(state, cases.text)
        found = re.findall(r'id="sak-\w+"[^>]* href="(/saker/\w+)"|href="(/saker/\w+)"[^>]* id="sak-\w+"', cases.source)
        self.assertEqual(7, len(found), "the eighth is a draft")
        for one in found:
            self.assertIn("Eksempel: saken er oppdiktet", guest.open("".join(one)).text)
        self.assertNotIn("gamle Fjordvik skole", cases.text)
        front = guest.open("/").text
        for words in ("Trygg skolevei på Nesset", "Siste svar", "saker er åpne nå"):
            self.assertIn(words, front)
        school = guest.open(re.search(r'<a [^>]*href="(/saker/\w+)"[^>]*>Trygg skolevei på Nesset', cases.source).group(1))
        self.assertIn("Tegning av undergangen", school.source)
        photo = guest.get(re.search(r'src="(/saker/\w+/innspill/\d+/bilde/liten)"', school.source).group(1))
        self.assertEqual((200, "image/jpeg"), (photo.status, photo.headers["content-type"]))
        desk = self.browser()
        desk.follow(desk.submit(desk.open(self.demo.path("desk")), field="til"), 303)
        self.assertIn("gamle Fjordvik skole", desk.open("/styring/saker").text)

    def test_a_case_that_was_followed_up_has_measures_results_and_a_feed(self):
        guest = self.browser()
        path = re.search(r'<a [^>]*href="(/saker/\w+)"[^>]*>Lekeplassene i Øvre Fjordvik', guest.open("/saker").source).group(1)
        page = guest.open(path).text
        for words in ("Prøvd og lært av", "Over fristen", "Ferdig", "Planlagt", "1 milepæl er over fristen"):
            self.assertIn(words, page)
        self.assertIn("Dobbelt så mange barn kom gående", guest.open(f"{path}/tiltak/2").text)
        self.assertIn("4B prøvde dem først", guest.open(f"{path}/resultat").text)
        told = [text_of(entry, "title") for entry in entries(guest.get(f"{path}/tiltak.atom"))]
        self.assertIn("Prøvd og lært av: Stenge Bakketunveien for biler mellom klokka 14 og 17", told)
        self.assertGreater(len(entries(guest.get("/tiltak.atom"))), len(told))
        self.assertEqual(0, self.demo.end())

    def test_the_projector_moves_within_ten_seconds_and_nothing_is_left(self):
        guest = self.browser()
        first, until = guest.open(self.demo.path("projector")).text, time.monotonic() + SECONDS_TO_MOVE
        while guest.open(self.demo.path("projector")).text == first:
            self.assertLess(time.monotonic(), until, "nothing moved")
            time.sleep(0.3)
        self.assertTrue(self.demo.left_behind())
        self.assertEqual(0, self.demo.end(signal.SIGINT))
        self.assertEqual([], self.demo.left_behind())

    def test_a_taken_port_is_said_and_nothing_is_left(self):
        done = subprocess.run([str(PROGRAM), "demo", "--listen", f"127.0.0.1:{self.demo.port}"], capture_output=True, text=True, timeout=60,
                              env={**os.environ, "TMPDIR": self.demo.scratch.name}, check=False)
        self.assertNotEqual(0, done.returncode)
        self.assertIn(str(self.demo.port), done.stdout + done.stderr)
        self.assertEqual(1, len(self.demo.left_behind()), "only the first one's folder")
        self.assertEqual(0, self.demo.end())


if __name__ == "__main__":
    unittest.main()
