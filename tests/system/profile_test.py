"""The organisation's profile: who runs the installation, as every public page says it."""
import re
import unittest

from harness import Client, Server, new_case, new_workshop, set_up
from harness.picture import EDGE, SAMPLES, multipart
from permission_test import invite

FACTS = {"navn": "Fjordvik kommune", "kommune": "5610", "farge": "#8A2846", "kontakt": "Servicetorget", "epost": "post@fjordvik.example",
         "telefon": "+47 55 00 00 00"}


class Profile(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)
        self.visitor = Client(self.server)

    def save(self, **changed):
        return self.admin.submit(self.admin.open("/admin/virksomhet"), "lagre", **(FACTS | changed))

    def upload(self, content, alt="Kommunevåpen: en båt på blå bunn"):
        form = self.admin.open("/admin/virksomhet").form_of("bilde")
        fields = {key: value for key, value in form.values.items() if key != "bilde"} | {"alt": alt}
        return self.admin.request("POST", "/admin/virksomhet/bilde", multipart(fields, "vapen.png", content, "image/png"),
                                  {"Content-Type": f"multipart/form-data; boundary={EDGE}"})

    def test_public_pages_say_who_runs_them(self):
        self.assertNotIn("avsender", self.visitor.open("/").source)
        self.assertEqual(303, self.save().status)
        case = new_case(self.admin, "En sak").fill()
        case.open()
        room = new_workshop(self.admin, tittel="Et verksted").open()
        for path in ("/", "/personvern", "/saker", f"/saker/{case.id}", "/kontroll", "/finnes-ikke"):
            page = self.visitor.get(path)
            with self.subTest(path=path):
                for words in ("Fjordvik kommune", "Kárášjohka", "Servicetorget svarer", "post@fjordvik.example", "+47 55 00 00 00"):
                    self.assertIn(words, page.text)
                self.assertIn("/profil/farge/8a2846.css", page.source)
        self.assertIn("Fjordvik kommune", self.admin.open(f"/resultater/{room.id}").text)
        sheet = self.visitor.get("/profil/farge/8a2846.css")
        self.assertIn("--ds-color-accent-base-default:#8a2846", sheet.source)
        self.assertIn("immutable", sheet.headers["cache-control"])
        self.assertEqual(404, self.visitor.get("/profil/farge/000000.css").status)

    def test_a_pale_colour_is_refused_with_the_contrast_and_one_that_would_do(self):
        answer = self.save(farge="#F0B034", kontakt="Kari som skrev dette")
        self.assertEqual(422, answer.status)
        self.assertRegex(answer.text, r"#f0b034 har kontrast 1,9 mot hvitt. Det må være minst 4,5. #[0-9a-f]{6} er samme farge")
        self.assertIn("Kari som skrev dette", answer.source)
        self.assertNotIn("avsender", self.visitor.open("/").source)

    def test_what_is_malformed_is_refused_beside_its_field(self):
        for field, value, words in (("navn", " ", "Skriv hva virksomheten heter"), ("kommune", "9999", "Velg en kommune"), ("farge", "blå", "som # og seks tegn"),
                                    ("epost", "post", "Skriv en e-postadresse"), ("telefon", "ring", "bare tall"), ("kontakt", "x" * 121, "høyst 120 tegn")):
            answer = self.save(**{field: value})
            self.assertEqual((422, True), (answer.status, words in answer.text), field)

    def test_the_coat_of_arms_has_words_and_leaves_nothing_when_removed(self):
        self.save()
        picture = (SAMPLES / "plain.png").read_bytes()
        self.assertIn("Skriv hva bildet viser", self.upload(picture, alt=" ").text)
        self.assertEqual(422, self.upload(b"<svg onload=alert(1)>").status)
        self.assertEqual(303, self.upload(picture).status)
        self.assertIn('alt="Kommunevåpen: en båt på blå bunn"', self.visitor.open("/personvern").source)
        front = self.visitor.open("/").source
        address = re.search(r'/profil/vapen/[0-9a-f]{64}', front).group(0)
        shown = self.visitor.get(address)
        self.assertEqual((200, "image/jpeg"), (shown.status, shown.headers["content-type"]))
        self.assertIn("sandbox", shown.headers["content-security-policy"])
        self.assertEqual(303, self.upload((SAMPLES / "plain.webp").read_bytes(), alt="Et annet").status)
        self.assertEqual(404, self.visitor.get(address).status)
        self.admin.follow(self.admin.submit(self.admin.open("/admin/virksomhet"), "slett"))
        self.assertEqual([], [path for path in (self.server.folder / "files").rglob("*") if path.is_file()])

    def test_the_header_of_a_case_names_the_sender_once_with_the_arms_as_decoration(self):
        case = new_case(self.admin, "En sak").fill().open()
        pages = (f"/saker/{case.id}", f"/saker/{case.id}/innspill", f"/saker/{case.id}/resultat", "/saker", "/kalender")
        for path in pages:
            source = self.visitor.get(path).source
            self.assertIn("logo__navn", source, path)
            self.assertNotIn("pkommune__", source, path)
        self.save()
        for path in pages:
            source = self.visitor.get(path).source
            self.assertNotIn("<img", source.split("</header>")[0], "no arms, no picture")
            self.assertIn('<span class="pkommune__navn">Fjordvik kommune', source)
        self.upload((SAMPLES / "plain.png").read_bytes())
        for path in pages:
            header = re.search(r"<header.*?</header>", self.visitor.get(path).source, re.S).group(0)
            self.assertRegex(header, r'<img class="pkommune__vapen" src="/profil/vapen/[0-9a-f]{64}" width="40" height="40" alt="">', path)
            self.assertEqual(1, self.visitor.get(path).source.count("Fjordvik kommune"), f"{path}: named once")
        sheet = self.visitor.get(re.search(r'href="(/assets/profile[^"]*css)"', self.visitor.get(pages[0]).source).group(1)).source
        self.assertRegex(sheet, r"\.pkommune__vapen\{[^}]*inline-size:2\.5rem;block-size:2\.5rem")
        self.assertRegex(sheet, r"@media print\{\.ptopp:has\(\.pkommune__navn\)\{display:block!important")

    def test_hostile_words_stay_words(self):
        self.assertEqual(303, self.save(navn="<script>alert(1)</script>", kontakt='"><img src=x>').status)
        self.assertNotIn("<script>alert", self.visitor.open("/").source)
        self.assertNotIn("<img src=x", self.visitor.open("/").source)

    def test_only_administrators_come_in(self):
        nils = invite(self.server, self.admin)
        for who in (self.visitor, nils):
            self.assertIn(who.get("/admin/virksomhet").status, (303, 403, 404))
            self.assertIn(who.post("/admin/virksomhet", {"op": "lagre", "navn": "Inntrenger"}).status, (303, 403, 404))
        self.assertNotIn("Inntrenger", self.visitor.open("/").source)
