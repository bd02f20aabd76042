"""Every page in every language, whole."""
import re
import unittest

from harness import STAGES, Client, Server, new_case, new_workshop, receipt_of, set_up
from harness.routes import all_routes, fill

LANGUAGES = ("nb", "nn", "en")
PATHS = ("velkommen", "nokler", "suppler", "ranger", "tiltak", "pitch", "resultat")
NOT_A_PAGE = re.compile(r"strom$|/kvittering$|^/profil/|/eksport/\{file\}|/bilde/|/innspill/\{n\}/bilde$|/assets/|/healthz|\.json$|\.csv$|/passord/|/innlogging/|/invitasjon/|/samarbeid/|^/tiltak/|/tiltak/\{n\}/svar$|/oppsett/\{token\}|^/logg|/\.well-known/|^/kvittering/|/\{file\}$|\.ics$|\.atom$")
MESSAGE_KEY = re.compile(r"(?<![\w/.@-])(?:involvement|office|admin|participant|common|error|desk|front|report|projector|page|stage|components|proof)\.[a-z_]+[a-z_.]*(?![\w/@])")


class Pages(unittest.TestCase):
    def test_every_page_answers_in_each_language(self):
        with Server() as server:
            desk = set_up(server)
            set_up_page = fill("/oppsett/{token}", token="x" * 22)
            room = new_workshop(desk, tittel="Språkprøven").open()
            code, phone = room.code(), room.phone()
            source = room.page().source
            projector = re.search(r"/skjerm/([\w-]{16,})", source).group(1)
            group = room.group_links()[0].removeprefix("/g/")
            room.stage("measures")
            phone.use("legg-til", hva="Dele med kollegaer")
            room.stage("result")
            room.do("publiser")
            case = new_case(desk).fill()
            case.tell("ungdom", ung_om="Skolegården skal bli ny.", ung_endre="Du kan si hva du vil.", ung_etter="Vi svarer i mars.")
            case.tell("ungdom-paa")
            case.open()
            case.theme("Elva")
            receipt = receipt_of(case.send(tekst="Flere benker", tema="1"))
            case.moderate("publiser:1")
            case.after("tiltak:0", tekst="Flere benker", eier="Nora", dato="01.05.2099", tema="0")
            phone.cookies.update(desk.cookies)
            walked = 0
            for method, pattern, _ in all_routes():
                if method != "GET" or NOT_A_PAGE.search(pattern):
                    continue
                token = projector if "skjerm" in pattern else group
                for stage in PATHS if "{stage}" in pattern else ("",):
                    path = fill(pattern, room=room.id, case=case.id, record=2017, code=receipt if "kvittering" in pattern else code, token=token, n=1, stage=stage)
                    texts = set()
                    for language in LANGUAGES:
                        with self.subTest(path=path, language=language):
                            phone.language = language
                            page = phone.open(path)
                            self.assertEqual(200, page.status)
                            self.assertEqual(language, page.lang)
                            self.assertTrue(page.read.title.strip())
                            self.assertEqual(1, len(page.read.headings), page.read.headings)
                            self.assertIsNone(MESSAGE_KEY.search(page.text), page.text[:400])
                            texts.add(page.text)
                            walked += 1
                    self.assertEqual(3, len(texts), f"{path} says the same in two languages")
            self.assertGreater(walked, 60)
            self.assertEqual(404, phone.open(set_up_page).status)

    def test_every_stage_answers_in_each_language(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            for stage in STAGES:
                room.stage(stage)
                for language in LANGUAGES:
                    with self.subTest(stage=stage, language=language):
                        phone.language = language
                        page = phone.page()
                        self.assertEqual((200, language), (page.status, page.lang))
                        self.assertIsNone(MESSAGE_KEY.search(page.text), page.text[:400])
                        self.assertEqual(len(page.read.ids), len(set(page.read.ids)), "an id stands twice")

    def test_a_chosen_language_is_remembered_at_a_clean_address(self):
        with Server() as server:
            client = Client(server, "nb")
            answer = client.get("/personvern?spraak=nn")
            self.assertEqual((303, "/personvern"), (answer.status, answer.location))
            self.assertEqual("nn", client.open("/").lang)

    def test_norwegian_without_a_form_is_bokmaal_and_the_unknown_too(self):
        with Server() as server:
            for header, lang in (("no", "nb"), ("de, fr;q=0.8", "nb"), ("nn-NO, nb;q=0.5", "nn"), ("en-GB", "en"),
                                 ("se, en;q=0.9", "en")):
                self.assertEqual(lang, Client(server, header).get("/").lang, header)

    def test_danish_keys_say_that_they_are_danish(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("keys")
            self.assertGreaterEqual(phone.page().source.count('lang="da"'), 3)


if __name__ == "__main__":
    unittest.main()
