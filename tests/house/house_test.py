"""The house itself, and that its check would notice: each test plants one violation in a small house of its own."""
import tempfile
import unittest
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def load_check():
    loader = SourceFileLoader("check_house", str(ROOT / "tools" / "check-house"))
    module = module_from_spec(spec_from_loader("check_house", loader))
    loader.exec_module(module)
    return module


CHECK = load_check()


def found_in(files):
    """What the check says about a house of these files (path -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return list(CHECK.violations(folder))


class TheHouse(unittest.TestCase):
    def test_stands_as_drawn(self):
        self.assertEqual([], list(CHECK.violations(ROOT)))


class PlantedViolations(unittest.TestCase):
    def assert_only(self, fragment, files):
        found = found_in(files)
        self.assertEqual(1, len(found), found)
        self.assertIn(fragment, found[0])

    def test_a_sound_house_has_none(self):
        self.assertEqual([], found_in({
            "src/base/id.h": "#pragma once\n",
            "src/domain/rules.h": '#pragma once\n#include <map>\n#include "base/id.h"\n',
            "src/views/page.cpp": '#include "domain/rules.h"\n',
            "src/domain/CMakeLists.txt": "knippe_room(domain SEES base LINKS fmt::fmt)\n"}))

    def test_domain_may_not_see_store(self):
        self.assert_only("domain/ may not see store/", {
            "src/store/files.h": "#pragma once\n", "src/domain/decide.cpp": '#include "store/files.h"\n'})

    def test_web_may_not_see_the_journal(self):
        self.assert_only("web/ may not see journal/", {
            "src/journal/journal.h": "", "src/web/routes.cpp": '#  include "journal/journal.h"\n'})

    def test_an_unknown_room(self):
        self.assert_only("no room of the house is called helpers/", {"src/helpers/misc.h": "#pragma once\n"})

    def test_a_relative_include(self):
        self.assert_only("name the room", {"src/base/a.h": "", "src/base/a.cpp": '#include "a.h"\n'})

    def test_own_file_in_angle_brackets(self):
        self.assert_only("in quotes", {"src/base/a.h": "", "src/base/a.cpp": "#include <base/a.h>\n"})

    def test_asio_outside_http(self):
        self.assert_only("only http/ includes Asio", {"src/web/x.cpp": "#include <boost/asio/post.hpp>\n"})

    def test_a_fourth_unit_with_asio_even_through_a_header(self):
        files = {f"src/http/{n}.cpp": '#include "http/net.h"\n' for n in "abcd"}
        files["src/http/net.h"] = "#include <boost/beast/core.hpp>\n"
        self.assert_only("4 translation units include Asio", files)

    def test_sqlite_outside_store_and_journal(self):
        self.assert_only("include SQLite", {"src/engine/x.cpp": "#include <sqlite3.h>\n"})

    def test_a_circle_of_includes(self):
        self.assert_only("base/a.h -> base/b.h -> base/a.h", {
            "src/base/a.h": '#include "base/b.h"\n', "src/base/b.h": '#include "base/a.h"\n'})

    def test_a_link_the_policy_forbids(self):
        self.assert_only("domain/ may not link store", {
            "src/domain/CMakeLists.txt": "knippe_room(domain SEES base store LINKS fmt::fmt)\n"})

    def test_a_circle_in_the_policy(self):
        kept = CHECK.SEES["base"]
        CHECK.SEES["base"] = {"app"}
        try:
            self.assert_only("in a circle", {"src/base/a.h": ""})
        finally:
            CHECK.SEES["base"] = kept

    def test_a_file_too_long(self):
        self.assert_only("501 lines", {"src/base/a.h": "//\n" * 501})

    def test_something_unfinished(self):
        self.assert_only("a.h:1: finish it", {"src/base/a.h": "// TO" + "DO later\n"})

    def test_other_peoples_files_may_be_long(self):
        self.assertEqual([], found_in({"src/base/a.h": "", "assets/vendor/x/y.js": "// TO" + "DO\n" * 600}))


if __name__ == "__main__":
    unittest.main()
