"""Mixed tables: a list goes in by paste or file, tables come out, are printed and become groups; the list goes when the workshop ends."""
import re
import unittest
from pathlib import Path

from harness import Server, new_workshop, set_up

EDGE = "----knippeEdge7Q"
PEOPLE = "Navn;Sted;Rolle\n" + "".join(
    f"Person{n:02}7Q;{('Nord', 'Sør', 'Midt')[n % 3]};{'politiker' if n < 8 else 'innbygger'}\n" for n in range(24))


class MixedTables(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)
        self.room = new_workshop(self.desk, tittel="Blandet")
        self.path = f"{self.room.path}/bord"

    def send(self, text, tables="4"):
        return self.desk.post(self.path, {"op": "les-inn", "liste": text, "bord": tables})

    def upload(self, content):
        page = self.desk.open(self.path)
        fields = {**page.form_of("liste").values, "op": "les-inn", "bord": "4"}
        fields.pop("listefil", None)
        parts = [f'--{EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields.items()]
        parts.append(f'--{EDGE}\r\nContent-Disposition: form-data; name="listefil"; filename="l.csv"\r\nContent-Type: text/csv\r\n\r\n'.encode()
                     + content + b"\r\n")
        return self.desk.request("POST", self.path, b"".join(parts) + f"--{EDGE}--\r\n".encode(),
                                 {"Content-Type": f"multipart/form-data; boundary={EDGE}"})

    def tables(self):
        """Names by table, from the printed list."""
        source = self.desk.open(f"{self.path}/liste").source
        return [re.findall(r"Person\d\d7Q", part) for part in source.split("<h2>")[1:]]

    def files_with(self, word):
        return [file.name for file in Path(self.server.folder).rglob("*") if file.is_file() and word.encode() in file.read_bytes()]

    def test_a_pasted_list_becomes_even_tables(self):
        self.desk.follow(self.send(PEOPLE))
        page = self.desk.open(self.path)
        self.assertIn("24 personer ved 4 bord", page.text)
        self.assertIn("Rolle: så jevnt fordelt som det går", page.text)
        self.assertIn("Bordene er så jevnt blandet som det er mulig", page.text)
        tables = self.tables()
        self.assertEqual([6, 6, 6, 6], [len(table) for table in tables])
        for table in tables:
            self.assertEqual(2, sum(int(name[6:8]) < 8 for name in table))
            self.assertEqual([2, 2, 2], [sum(int(name[6:8]) % 3 == place for name in table) for place in range(3)])
        door = self.desk.open(f"{self.path}/dor").text
        self.assertLess(door.index("Person007Q"), door.index("Person237Q"))

    def test_a_file_with_bom_and_commas_gives_the_same_tables(self):
        self.desk.follow(self.send(PEOPLE))
        pasted = self.tables()
        self.desk.follow(self.upload(b"\xef\xbb\xbf" + PEOPLE.replace(";", ",").replace("\n", "\r\n").encode()))
        self.assertEqual(pasted, self.tables())

    def test_mixing_again_gives_other_tables_and_moving_moves_one(self):
        self.desk.follow(self.send(PEOPLE))
        first = self.tables()
        self.desk.follow(self.desk.submit(self.desk.open(self.path), "bland"))
        self.assertNotEqual([set(table) for table in first], [set(table) for table in self.tables()])
        before = self.tables()
        page = self.desk.open(self.path)
        name = before[0][0]
        number = re.search(rf'value="(\d+)"[^>]*>{name}', page.source).group(1)
        self.desk.follow(self.desk.submit(page, "flytt", person=number, til="3"))
        after = self.tables()
        self.assertEqual(set(before[0]) - {name}, set(after[0]))
        self.assertEqual(set(before[2]) | {name}, set(after[2]))
        self.assertIn("sitter det fra 5 til 7 ved hvert bord", self.desk.open(self.path).text)
        self.assertEqual(422, self.desk.submit(page, "flytt", person="").status)

    def test_what_is_wrong_is_said_with_its_line_and_the_text_is_kept(self):
        for text, words in (("", "Lista er tom"), ("Navn;Sted\nKari;Nord\nOla\n", "Linje 3 har ikke like mange"), ("Navn;Sted\n;Nord\n", "Linje 2 mangler"),
                            ("Navn;Sted\n", "ingen personer"), ("Navn;Sted\n\"Kari;Nord\n", "Linje 2 har et anførselstegn")):
            answer = self.send(text)
            self.assertEqual(422, answer.status, words)
            self.assertIn(words, answer.text)
            self.assertEqual(text.strip(), answer.form_of("liste").values["liste"].strip())
        latin = self.upload("Navn;Sted\nBjørn;Sør\n".encode("latin-1"))
        self.assertEqual(422, latin.status)
        self.assertIn("CSV UTF-8", latin.text)
        for tables in ("0", "25", "fem"):
            self.assertEqual(422, self.send(PEOPLE, tables).status, tables)

    def test_names_from_the_list_are_text_never_markup(self):
        self.desk.follow(self.send('Navn;<i>Rolle</i>\n<script>alert(1)</script>;b"><img src=x>\nOla;b\n', "1"))
        for rest in ("", "/liste", "/dor"):
            source = self.desk.open(self.path + rest).source
            self.assertNotIn("<script>alert", source)
            self.assertNotIn("<img src=x", source)

    def test_tables_become_groups_once(self):
        self.desk.follow(self.send(PEOPLE))
        page = self.desk.open(self.path)
        form = page.form_with("lag-grupper")
        fields = {**form.values, "op": "lag-grupper", "navn": "ja"}
        self.desk.follow(self.desk.post(self.path, fields))
        self.assertIn("4 grupper · 24 personer", self.room.page().text)
        group = self.desk.open(f"{self.room.path}/gruppe/1")
        self.assertEqual(sorted(self.tables()[0]), sorted(group.form_of("medlemmer").values["medlemmer"].split()))
        self.assertEqual(409, self.desk.post(self.path, {**fields, "kommando": ""}).status)
        self.assertIn("4 grupper", self.room.page().text)

    def test_the_list_never_enters_the_log_and_goes_when_the_workshop_closes(self):
        self.desk.follow(self.send(PEOPLE))
        self.assertNotEqual([], self.files_with("Person117Q"))
        self.room.open()
        self.room.do("avslutt")
        self.assertEqual([], self.files_with("Person117Q"))
        self.assertNotIn("Person117Q", self.desk.open(self.path).source)

    def test_a_reason_keeps_it_until_it_is_erased(self):
        self.desk.follow(self.send(PEOPLE))
        self.desk.follow(self.desk.submit(self.desk.open(self.path), "ta-vare", grunn="Samme bord neste uke"))
        self.room.open()
        self.room.do("avslutt")
        self.assertIn("Person117Q", self.desk.open(self.path).source)
        self.desk.follow(self.desk.submit(self.desk.open(self.path), "slett-liste"))
        self.assertEqual([], self.files_with("Person117Q"))

    def test_deleting_the_workshop_takes_the_list_along(self):
        self.desk.follow(self.send(PEOPLE))
        self.desk.post(f"{self.room.path}/slett", {"op": "slett", "forstatt": "ja"})
        self.assertEqual([], self.files_with("Person117Q"))


if __name__ == "__main__":
    unittest.main()
