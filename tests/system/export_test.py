"""Files and paper: everything comes out, nothing runs in a spreadsheet, and the public gets no names."""
import csv
import io
import json
import unittest
import zipfile

from harness import Client, Server, new_workshop, set_up

FORMULA = '=HYPERLINK("http://ond.example";"klikk")'
TABLES = ("nokler", "suppleringer", "grupper", "rangeringer", "hver-for-seg", "tiltak", "svar", "notater", "bilder")


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.admin = set_up(cls.server)
        cls.room = new_workshop(cls.admin, tittel="Uttrekk").open()
        cls.phone = cls.room.phone(navn="=1+1", medlemmer="Kari Hemmelig")
        cls.room.stage("supplement")
        cls.phone.use("send", tekst=FORMULA)
        cls.phone.use("send", tekst="Denne kommer i retur")
        cls.room.do("godkjenn:1")
        cls.room.do("returner:2", grunn="Dekket av nøkkel 4")
        cls.room.stage("rank")
        cls.phone.rank(*"12345")
        cls.room.stage("measures")
        cls.phone.use("legg-til", hva="+ringe alle", hvem="Ola Hemmelig")

    def table(self, name, client=None, area=None):
        answer = (client or self.admin).get(f"{area or self.room.path}/eksport/{name}.csv")
        self.assertEqual(200, answer.status, name)
        self.assertTrue(answer.body.startswith(b"\xef\xbb\xbf"))
        self.assertTrue(answer.body.endswith(b"\r\n"))
        return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""), delimiter=";"))

    def test_the_desk_gets_everything_while_the_workshop_runs(self):
        self.assertEqual(19, len(self.table("nokler")))
        supplements = self.table("suppleringer")
        self.assertEqual(["godkjent", "returnert"], [row["Status"] for row in supplements])
        self.assertEqual("Dekket av nøkkel 4", supplements[1]["Begrunnelse"])
        self.assertEqual(5, len(self.table("rangeringer")))
        self.assertEqual("Ola Hemmelig", self.table("tiltak")[0]["Ansvarlig"])
        self.assertEqual("Kari Hemmelig", self.table("grupper")[0]["Medlemmer"])

    def test_no_cell_is_a_formula(self):
        self.assertEqual("'" + FORMULA, self.table("suppleringer")[0]["Tekst"])
        self.assertEqual("'=1+1", self.table("grupper")[0]["Navn"])
        self.assertEqual("'+ringe alle", self.table("tiltak")[0]["Tekst"])
        book = zipfile.ZipFile(io.BytesIO(self.admin.get(self.room.path + "/eksport/alt.xlsx").body))
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        self.assertEqual(len(TABLES), len(sheets))
        for name in sheets:
            self.assertNotIn(b"<f>", book.read(name))
        self.assertIn("HYPERLINK", "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/")))

    def test_json_says_the_same(self):
        data = json.loads(self.admin.get(self.room.path + "/eksport/alt.json").body)
        self.assertEqual("knippe-export-1", data["format"])
        self.assertEqual(FORMULA, data["supplements"][0]["text"])
        self.assertEqual(sum(1 for key in data["keys"] if key["points"] == 0), 14)

    def test_the_public_gets_the_published_part_without_names(self):
        public = Client(self.server)
        for name in ("alt.xlsx", "alt.json", "tiltak.csv"):
            self.assertEqual(404, public.get(f"{self.room.report}/eksport/{name}").status)
        self.assertEqual(404, public.get(self.room.report + "/lysark").status)
        self.room.do("publiser")
        self.addCleanup(self.room.do, "avpubliser")
        everything = public.get(self.room.report + "/eksport/alt.json").body.decode()
        self.assertNotIn("Hemmelig", everything)
        self.assertNotIn("Denne kommer i retur", everything)
        self.assertEqual(1, len(self.table("suppleringer", public, self.room.report)))
        self.assertEqual(404, public.get(self.room.report + "/eksport/finnes-ikke.csv").status)
        self.assertEqual(200, public.get(self.room.report + "/lysark").status)

    def test_the_page_offers_every_table(self):
        page = self.admin.open(self.room.path + "/eksport")
        self.assertEqual({f"{name}.csv" for name in TABLES}, {link.rsplit("/", 1)[1] for link in page.read.links if link.endswith(".csv")})

    def test_slides_and_posters_hold_what_they_should(self):
        slides = self.admin.open(self.room.path + "/lysark").text
        for words in ("Uttrekk", "Topp 5", "Nøkler vi la til", "+ringe alle", "Takk for innsatsen"):
            self.assertIn(words, slides)
        poster = self.admin.open(self.room.path + "/plakat").text
        for words in ("Disse 5 nøklene rangerer vi høyest", "Føre folk sammen", "Det første vi skal gjøre når vi kommer hjem er å", "Notater"):
            self.assertIn(words, poster)


class QuickEntry(unittest.TestCase):
    def test_five_numbers_in_one_field_are_a_ranking(self):
        with Server() as server:
            admin = set_up(server)
            room = new_workshop(admin).open()
            phone = room.phone(navn="Telefonbord")
            room.do("ny-gruppe", navn="Papirbord", papir="on")
            room.stage("supplement")
            phone.use("send", tekst="Ny nøkkel")
            room.do("godkjenn:1")
            room.stage("rank")
            path = room.path + "/gruppe/2"
            for typed, words in (("1 3 99 2 A", "ingen nøkkel «99»"), ("1 3 7 2", "5 nøkler"), ("1 1 7 2 A", "")):
                answer = admin.submit(admin.open(path), "hurtig", hurtig=typed)
                self.assertIn(answer.status, (409, 422), typed)
                self.assertIn(words, answer.text)
                self.assertEqual(typed, answer.form_of("hurtig").values["hurtig"])
            admin.follow(admin.submit(admin.open(path), "hurtig", hurtig=" 1,3  7 2 a"))
            room.do("publiser")
            self.assertEqual([[1, 3, 7, 2, 19]], room.ballots())


if __name__ == "__main__":
    unittest.main()
