"""A contribution's and a support's place in the log: shown, checked without the server, and telling no more than it should."""
import base64
import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from harness import Client, Server, new_case, receipt_of, set_up
from harness.server import run_program
from trust_test import CODE, independent, keys_of


class Receipts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)
        cls.folder = Path(tempfile.mkdtemp(prefix="knippe-receipt-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.case = new_case(cls.owner).fill().open()
        cls.resident = Client(cls.server)
        cls.code = receipt_of(cls.case.send(cls.resident, tekst="Hemmelig mening"))
        cls.case.moderate("publiser:1")
        answer = cls.resident.submit(cls.resident.open(cls.case.public), op="stott:1")
        cls.way = answer.location
        cls.support = re.search(r"stottet=(\w{12})", answer.location)[1]
        cls.stranger = Client(cls.server)
        cls.bundle = cls.folder / "pakke.jsonl"
        cls.bundle.write_bytes(cls.stranger.get(f"/logg/{cls.case.id}/pakke.jsonl").body)

    def page(self, code):
        return self.stranger.open(f"{self.case.public}/kvittering/{code}/logg")

    def file(self, code):
        return self.stranger.get(f"{self.case.public}/kvittering/{code}/bevis.tlog-proof").body

    def test_a_contributions_receipt_leads_to_its_place_in_the_log(self):
        receipt = self.stranger.open(f"{self.case.public}/kvittering/{self.code}")
        self.assertIn(f"{self.case.public}/kvittering/{self.code}/logg", receipt.read.links)
        page = self.page(self.code)
        self.assertIn("Tatt imot, og står i loggen", page.text)
        self.assertRegex(page.source, r'src="/assets/kvittering\.\w+\.js"')
        self.assertNotIn("Hemmelig mening", page.text)

    def test_a_supports_receipt_is_offered_to_who_gave_it_and_does_not_say_what(self):
        shown = self.resident.open(self.way.split("#")[0])
        self.assertIn(f"{self.case.public}/kvittering/{self.support}/logg", shown.read.links)
        self.assertNotIn(f"kvittering/{self.support}", self.stranger.open(self.way.split("#")[0]).source)
        page = self.page(self.support)
        self.assertIn("Hva du støttet, står ikke her", page.text)
        self.assertNotIn("Hemmelig mening", page.text)
        envelope = base64.b64decode(re.search(rb"extra (\S+)", self.file(self.support))[1])
        self.assertIn(b"ContributionSupported", envelope)
        self.assertNotRegex(envelope.decode(), r'"contribution"|"supported"')

    def test_both_hold_without_the_server(self):
        key = keys_of(self.stranger)[-1]
        for code in (self.code, self.support):
            receipt = self.folder / f"{code}.tlog-proof"
            receipt.write_bytes(self.file(code))
            self.assertEqual(0, independent(key, receipt.read_bytes())[0])
            outcome, said = run_program("verify", receipt, self.bundle)
            self.assertEqual(0, outcome, said)
            self.assertIn("Tatt imot og urørt", said)
            record = CODE.search(self.page(code).text)[0]
            outcome, said = run_program("verify", record, self.bundle)
            self.assertEqual(0, outcome, said)
            lines = receipt.read_bytes().split(b"\n")
            receipt.write_bytes(b"\n".join([lines[0], lines[1][:-6] + b"AAAA==", *lines[2:]]))
            self.assertEqual(1, run_program("verify", receipt, self.bundle)[0])
        self.assertEqual(1, run_program("verify", "0000-0000-0000", self.bundle)[0])

    def test_from_the_public_log_nobody_gets_to_an_envelope(self):
        leaves = [json.loads(line)["leaf"] for line in self.bundle.read_text().splitlines() if '"leaf"' in line]
        self.assertEqual(3, len(leaves), "a contribution, its words, and a support")
        alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        for leaf in leaves:
            bits = int(leaf[:16], 16)
            code = "".join(alphabet[bits >> (59 - 5 * n) & 31] for n in range(12))
            for path in (f"/kvittering/{code}", f"/kvittering/{code}/bevis", f"{self.case.public}/kvittering/{code}/logg",
                         f"{self.case.public}/kvittering/{code}/bevis.tlog-proof"):
                self.assertEqual(404, self.stranger.get(path).status, path)

    def test_the_page_that_checks_any_code_knows_them(self):
        for code in (self.code, self.support):
            found = self.stranger.get(f"/kvittering/{code[:4]}-{code[4:8]}-{code[8:]}")
            self.assertEqual((303, f"{self.case.public}/kvittering/{code}/logg"), (found.status, found.location))
        self.assertIn(f"{self.case.public}/kvittering/{self.code}", self.page(self.code).read.links)

    def test_codes_that_are_not_ours_and_other_files_do_not_exist(self):
        other = self.support[:-1] + ("Y" if self.support.endswith("X") else "X")
        for path in (f"kvittering/{'0' * 12}/logg", f"kvittering/{other}/logg", f"kvittering/{self.code}/passord.txt", "kvittering/x/logg"):
            self.assertEqual(404, self.stranger.get(f"{self.case.public}/{path}").status, path)


if __name__ == "__main__":
    unittest.main()
