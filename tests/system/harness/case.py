"""The steps of a case, as its owner and residents without scripts take them."""
import re

from .client import Client

BASIS = {
    "hvorfor": {"problem": "142 elever krysser fylkesveien uten fotgjengerfelt.", "maal": "Flere barn går eller sykler.",
                "bruk": "Å velge hvilke tre strekninger som utbedres først.", "virket": "Seks av ti går eller sykler våren 2028."},
    "punkt:0": {"grad": "open", "punkt": "Hvilke tre strekninger som tas først", "grunn": "Ingen er valgt ennå."},
    "lofte": {"nivaa": "involve", "bestemmer": "Hovedutvalget for teknisk", "bestemmes": "18.03.2099",
              "svar": "Hvert tema får svar med grunn.", "svarfrist": "1.3.2099"},
    "roller": {"politisk": "Tone Haugland", "administrativ": "Sindre Vik", "svarer": "Sindre Vik og Liv Moe",
               "forventet": "Fortell hvor barnet ditt går."},
    "metode": {"metode": "barnetrakk", "metodegrunn": "Barna er de som vet det."},
    "tidlig": {"tid": "alternatives"},
    "plan": {"planslag": "theme_plan", "plan": "Trafikksikkerhetsplanen", "saksnummer": "26/2071"},
}


class Case:
    """One case, seen from its owner's desk."""

    def __init__(self, desk, number):
        self.desk, self.id = desk, number

    @property
    def path(self):
        return f"/styring/sak/{self.id}"

    @property
    def public(self):
        return f"/saker/{self.id}"

    def basis(self):
        return self.desk.open(f"{self.path}/grunnlag")

    def tell(self, op, **fields):
        """Fills one form of the basis as it stands; the answer."""
        page = self.basis()
        form = page.form_with(op)
        return self.desk.post(f"{self.path}/grunnlag", {**form.values, **fields, "op": op})

    def fill(self, **changes):
        for op, fields in BASIS.items():
            answer = self.tell(op, **{**fields, **changes.get(op, {})})
            assert answer.status == 303, f"{op}: {answer.status} {answer.text[:400]}"
        return self

    def open(self):
        answer = self.tell("apne")
        assert answer.status == 303, f"{answer.status} {answer.text[:600]}"
        return self

    def page(self):
        return self.desk.open(self.path)

    def theme(self, name):
        assert self.tell("tema:0", temanavn=name).status == 303

    def moderate(self, op, pile="venter", **fields):
        return self.desk.post(f"{self.path}/innspill", {"op": op, "vis": pile, **fields})

    def answer(self, theme, **fields):
        return self.desk.post(f"{self.path}/svar", {"op": "svar", "tema": str(theme), **fields})

    def after(self, op, **fields):
        """A form of the desk's page about decisions and measures."""
        return self.desk.post(f"{self.path}/tiltak", {"op": op, **fields})

    def send(self, client=None, **fields):
        """A resident's contribution through the form; the answer."""
        client = client or Client(self.desk.server)
        page = client.open(f"{self.public}/innspill/nytt")
        return client.submit(page, op="send", **fields)


def new_case(desk, title="Trygg skolevei på Nesset"):
    answer = desk.submit(desk.open("/styring/saker/ny"), op="ny", tittel=title)
    found = re.fullmatch(r"/styring/sak/(\w+)", answer.location)
    assert found, f"{answer.status} {answer.location} {answer.text[:400]}"
    return Case(desk, found[1])


def receipt_of(answer):
    """The code in the address of a receipt."""
    found = re.search(r"/kvittering/(\w{12})", answer.location)
    assert found, f"{answer.status} {answer.location} {answer.text[:400]}"
    return found[1]
