"""A browser without scripts: cookies, forms, links. It sees what the page offers and submits only that."""
import gzip
import http.client
import re
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

TIMEOUT_SECONDS = 30
VOID = {"input", "br", "hr", "img", "meta", "link", "wbr", "source", "col", "area", "base", "embed", "track"}


class Form:
    def __init__(self, attributes):
        self.id = attributes.get("id", "")
        self.action = attributes.get("action", "")
        self.method = attributes.get("method", "get").lower()
        self.values = {}   # what a browser would send untouched
        self.names = set()
        self.buttons = []  # (name, value)


class Reader(HTMLParser):
    """Collects forms, links, texts of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms, self.links, self.texts, self.ids = [], [], [], []
        self.lang, self.title, self.headings = "", "", []
        self.open_form, self.area, self.select, self.inside = None, None, None, []
        self.outside = []  # controls that name their form by id

    def form_for(self, attributes):
        return ("by id", attributes["form"]) if "form" in attributes else self.open_form

    def handle_starttag(self, tag, attrs):
        a = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.inside.append(tag)
        if "id" in a:
            self.ids.append(a["id"])
        if tag == "html":
            self.lang = a.get("lang", "")
        elif tag == "form":
            self.open_form = Form(a)
            self.forms.append(self.open_form)
        elif tag == "a" and "href" in a:
            self.links.append(a["href"])
        elif tag == "h1":
            self.headings.append("")
        elif tag in ("input", "button", "textarea", "select"):
            self.control(tag, a, self.form_for(a))
        elif tag == "option" and self.select and "disabled" not in a:
            form, name = self.select
            if "selected" in a or name not in form.values:
                form.values[name] = a.get("value", "")

    def control(self, tag, a, form):
        if isinstance(form, tuple):
            self.outside.append((tag, a, form[1]))
            return
        name, kind = a.get("name", ""), a.get("type", "submit" if tag == "button" else "text")
        if form is None or not name:
            return
        if kind in ("submit", "image"):
            form.buttons.append((name, a.get("value", "")))
            return
        form.names.add(name)
        if "disabled" in a:
            return
        if tag == "textarea":
            form.values[name], self.area = "", (form, name)
        elif tag == "select":
            self.select = (form, name)
        elif kind not in ("checkbox", "radio"):
            form.values[name] = a.get("value", "")
        elif "checked" in a:
            form.values[name] = a.get("value", "on")

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass
        if tag == "form":
            self.open_form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.area:
            form, name = self.area
            form.values[name] += data
        if "script" in self.inside or "style" in self.inside:
            return
        if "title" in self.inside and "svg" not in self.inside:
            self.title += data
        if "h1" in self.inside:
            self.headings[-1] += data
        self.texts.append(data)

    def close(self):
        super().close()
        by_id = {form.id: form for form in self.forms if form.id}
        for tag, attributes, wanted in self.outside:
            if wanted in by_id:
                self.control(tag, attributes, by_id[wanted])


class Page:
    """One answer."""

    def __init__(self, path, status, headers, body):
        self.path, self.status, self.headers, self.body = path, status, headers, body
        self.source = body.decode("utf-8", errors="replace")
        self.read = Reader()
        if "text/html" in headers.get("content-type", ""):
            self.read.feed(self.source)
            self.read.close()

    @property
    def lang(self):
        return self.read.lang

    @property
    def location(self):
        return self.headers.get("location", "")

    @property
    def text(self):
        """What a reader sees, with single spaces."""
        return re.sub(r"\s+", " ", " ".join(self.read.texts))

    def ops(self):
        return [value for form in self.read.forms for name, value in form.buttons if name == "op"]

    def form_with(self, op):
        for form in self.read.forms:
            if ("op", op) in form.buttons:
                return form
        raise AssertionError(f"{self.path} ({self.status}) offers no {op!r}, only {self.ops()}")

    def form_of(self, field):
        for form in self.read.forms:
            if form.method == "post" and field in form.names:
                return form
        raise AssertionError(f"{self.path} ({self.status}) has no form with {field!r}: "
                             f"{[sorted(form.names) for form in self.read.forms]}")


class Client:
    def __init__(self, server, language="nb"):
        self.server, self.language, self.cookies = server, language, {}

    def request(self, method, path, body=None, headers=None):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=TIMEOUT_SECONDS)
        sent = {"Accept": "text/html", "Accept-Language": self.language}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent.update(headers or {})
        try:
            line.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
            answer = line.getresponse()
            received = {}
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self.keep(value)
                received[name.lower()] = value
            data = answer.read()
        finally:
            line.close()
        if received.get("content-encoding") == "gzip":
            data = gzip.decompress(data)
        return Page(path, answer.status, received, data)

    def keep(self, cookie):
        first, *rest = [part.strip() for part in cookie.split(";")]
        name, _, value = first.partition("=")
        gone = any(part.lower() == "max-age=0" for part in rest) or not value
        if gone:
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def open(self, path):
        """Follows redirects, as a browser does; at most ten."""
        for _ in range(10):
            page = self.get(path)
            if page.status not in (301, 302, 303, 307, 308):
                return page
            path = self.here(urljoin(path, page.location))
        raise AssertionError(f"more than ten redirects from {path}")

    def post(self, path, fields, headers=None):
        """A form as a present-day browser sends it from our own page."""
        return self.send(path, fields, {"Sec-Fetch-Site": "same-origin", **(headers or {})})

    def send(self, path, fields, headers=None):
        """A form with nothing around it: neither Origin nor Sec-Fetch-Site."""
        return self.request("POST", path, urlencode(fields).encode(),
                            {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})

    def submit(self, page, op=None, field=None, **fields):
        """Fills the form that has the button `op` (or the field `field`) and submits it; only fields it has."""
        form = page.form_with(op) if op else page.form_of(field or next(iter(fields)))
        unknown = set(fields) - form.names
        assert not unknown, f"{page.path}: the form has no {sorted(unknown)}, only {sorted(form.names)}"
        values = {**form.values, **fields, **({"op": op} if op else {})}
        return self.send(self.here(urljoin(page.path, form.action)), values)

    def follow(self, page, *statuses):
        """The page a 303 leads to."""
        assert page.status in (statuses or (303,)), f"{page.path}: {page.status}\n{page.text[:600]}"
        return self.open(self.here(urljoin(page.path, page.location)))

    def here(self, url):
        """The path of an address, which must be on this server."""
        parts = urlsplit(url)
        assert parts.netloc in ("", f"127.0.0.1:{self.server.port}", f"localhost:{self.server.port}"), f"leads away: {url}"
        return parts.path + (f"?{parts.query}" if parts.query else "")
