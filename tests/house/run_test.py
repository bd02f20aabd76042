"""./run itself, on a small project that only says how it was started."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CMAKE = """cmake_minimum_required(VERSION 3.25)
project(knippe LANGUAGES CXX)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
add_executable(knippe src/main.cpp)
"""
MAIN = """#include <cstdio>
int main(int count, char** words) { for (int i = 1; i < count; ++i) std::puts(words[i]); }
"""
WRAPPER = """#!/bin/sh
echo "$(basename "$0")" >> "$ASKED"
self=$(dirname "$0")
PATH=$(echo "$PATH" | sed "s|$self:||") exec "$(basename "$0")" "$@"
"""


class Run(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="knippe-run-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.house = self.folder / "house"
        for name in ("src", "assets", "locale", "cmake", "tools"):
            (self.house / name).mkdir(parents=True)
        shutil.copy(ROOT / "run", self.house)
        shutil.copy(ROOT / "CMakePresets.json", self.house)
        for name in ("packages.sh", "build.sh", "packages.txt"):
            shutil.copy(ROOT / "tools" / name, self.house / "tools")
        (self.house / "CMakeLists.txt").write_text(CMAKE)
        (self.house / "src" / "main.cpp").write_text(MAIN)
        self.asked = self.folder / "asked"
        wrappers = self.folder / "bin"
        wrappers.mkdir()
        for name in ("cmake", "ninja", "apt-get", "sudo"):
            (wrappers / name).write_text(WRAPPER)
            (wrappers / name).chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{wrappers}:{os.environ['PATH']}", "ASKED": str(self.asked)}

    def run_it(self, *arguments, cwd=None, expect=0, **environment):
        """Lines it printed; what it asked other programs for lies in self.asked."""
        self.asked.write_text("")
        done = subprocess.run([self.house / "run", *arguments], cwd=cwd or self.house, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, env={**self.environment, **environment}, timeout=120, check=False)
        self.assertEqual(expect, done.returncode, done.stdout + done.stderr)
        self.said = done.stderr
        return done.stdout.splitlines()

    def used(self):
        return set(self.asked.read_text().split())

    def test_builds_once_then_starts_without_cmake_or_network(self):
        self.run_it()
        self.assertIn("cmake", self.used())
        self.assertEqual(["serve", "--data", str(self.house / "data"), "--lan"], self.run_it("--lan"))
        self.assertEqual(set(), self.used())

    def test_a_changed_source_is_built_again(self):
        self.run_it("--build-only")
        (self.house / "src" / "main.cpp").write_text(MAIN.replace("words[i]", '"new"'))
        self.assertEqual("new", self.run_it()[-1])

    def test_a_source_that_does_not_compile_never_starts_the_old_program(self):
        self.run_it("--build-only")
        (self.house / "src" / "main.cpp").write_text("no C++")
        self.assertEqual([], [line for line in self.run_it(expect=1) if line == "serve"])
        self.run_it(expect=1)

    def test_build_only_does_not_start_it(self):
        self.assertNotIn("serve", self.run_it("--build-only"))
        self.assertTrue(os.access(self.house / "build" / "release" / "knippe", os.X_OK))

    def test_from_another_folder_with_a_home_that_cannot_be_written(self):
        printed = self.run_it("--listen", "127.0.0.1:0", cwd="/", HOME="/proc")
        self.assertEqual(["serve", "--data", str(self.house / "data"), "--listen", "127.0.0.1:0"], printed[-5:])

    def test_a_data_folder_of_ones_own_stands_alone(self):
        self.run_it("--build-only")
        self.assertEqual(["serve", "--data", "elsewhere"], self.run_it("--data", "elsewhere"))
        self.assertEqual(["serve", "--data=elsewhere"], self.run_it("--data=elsewhere"))

    def test_an_unknown_system_is_told_what_to_do(self):
        packages = self.house / "tools" / "packages.sh"
        packages.write_text(packages.read_text().replace("/etc/os-release", str(self.folder / "release")))
        (self.folder / "release").write_text('ID=plan9\nVERSION_ID=4\nPRETTY_NAME="Plan 9"\n')
        (self.house / "tools" / "packages.txt").write_text("a-package-that-is-not-there\n")
        self.run_it(expect=1)
        self.assertIn("this is Plan 9", self.said)
        self.run_it("--build-only", KNIPPE_PACKAGES="skip")

    def test_a_package_that_cannot_be_had_ends_with_what_to_look_at(self):
        (self.folder / "bin" / "apt-get").write_text("#!/bin/sh\necho apt-get >> \"$ASKED\"\nexit 100\n")
        (self.house / "tools" / "packages.txt").write_text("a-package-that-is-not-there\n")
        self.run_it(expect=1)
        self.assertIn("no network", self.said)
        self.assertFalse((self.house / "build" / "release" / "knippe").exists())


class OneFile(unittest.TestCase):
    def test_a_file_given_runs_only_what_is_in_it(self):
        with tempfile.TemporaryDirectory(prefix="knippe-run-") as folder:
            for name in ("first", "second"):
                Path(folder, f"{name}_test.py").write_text(f"import unittest\nclass T(unittest.TestCase):\n    def test_{name}(self): pass\n")
            done = subprocess.run([sys.executable, ROOT / "tests" / "run.py", f"{folder}/second_test.py"], capture_output=True, text=True, check=False)
        self.assertEqual(0, done.returncode, done.stdout)
        self.assertIn("test_second", done.stdout)
        self.assertNotIn("test_first", done.stdout)


if __name__ == "__main__":
    unittest.main()
