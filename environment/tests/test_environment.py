"""Tests of the scripts in environment/: what they refuse."""

import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent


class Refusals(unittest.TestCase):
    """Each gives the four parts and a non-zero exit."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="with space ")
        self.bin = pathlib.Path(self.folder.name) / "bin"
        self.bin.mkdir()

    def tearDown(self):
        self.folder.cleanup()

    def program(self, name, text):
        path = self.bin / name
        path.write_text("#!/bin/sh\n" + text + "\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def call(self, function, **environment):
        variables = dict(os.environ, **environment)
        variables["PATH"] = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-c", f'source "{ENVIRONMENT}/setup.sh"; {function}'],
            env=variables, capture_output=True, text=True,
        )

    def refused(self, function, **environment):
        done = self.call(function, **environment)
        self.assertEqual(1, done.returncode, done)
        lines = done.stderr[done.stderr.index("Cannot"):].splitlines()
        self.assertEqual(["  got:  ", "  expect", "  cure: "], [line[:8] for line in lines[1:4]])
        return done.stderr

    def test_java_home_without_java(self):
        text = self.refused("choose_java", JAVA_HOME="/nowhere")
        self.assertRegex(text, "Cannot use the Java of JAVA_HOME\n  got:      /nowhere")

    def test_old_java(self):
        self.program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")
        self.program("javac", "")
        text = self.refused("choose_java", JAVA_HOME=self.folder.name)
        self.assertRegex(text, r"version 11\.0\.2")
        self.assertRegex(text, "version 17 or newer")

    def test_very_old_java(self):
        self.program("java", "echo 'java version \"1.8.0_292\"' >&2")
        self.program("javac", "")
        self.assertRegex(self.refused("choose_java", JAVA_HOME=self.folder.name), r"1\.8\.0_292")

    def found(self, **environment):
        done = self.call('choose_java; echo "$JAVA_HOME"', JAVA_HOME="", **environment)
        self.assertEqual(0, done.returncode, done)
        return done.stdout.strip()

    def test_java_of_the_path_is_found(self):
        self.program("java", "echo 'openjdk version \"25.0.1\" 2025-10-21' >&2")
        self.program("javac", "")
        self.assertEqual(str(pathlib.Path(self.folder.name).resolve()), self.found())

    def test_where_the_path_has_an_old_java_another_is_looked_for(self):
        self.program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")
        self.program("javac", "")
        home = pathlib.Path(self.folder.name) / "home"
        own = home / ".jdks" / "21"
        shutil.copytree(self.bin, own / "bin")
        (own / "bin" / "java").write_text("#!/bin/sh\necho 'openjdk version \"21.0.1\" 2023-10-17' >&2\n")
        # One of the system comes first, where there is one.
        self.assertRegex(self.found(HOME=str(home)), f"^(/usr/lib/jvm/|/Library/Java/|{re.escape(str(own))}$)")

    def test_java_without_compiler(self):
        self.program("java", "echo 'openjdk version \"21.0.1\" 2023-10-17' >&2")
        text = self.refused("choose_java", JAVA_HOME=self.folder.name)
        self.assertRegex(text, r"version 21\.0\.1, without javac")

    def test_old_maven(self):
        self.program("mvn", "echo 'Apache Maven 3.6.3 (abc)'")
        self.assertRegex(self.refused("check_maven"), r"version 3\.6\.3")

    def test_old_python(self):
        self.program("oldpython", 'case "$2" in *print*) echo 3.8 ;; *) exit 1 ;; esac')
        text = self.refused("choose_python", WHENCE_PYTHON=str(self.bin / "oldpython"))
        self.assertRegex(text, "version 3.8")

    def test_no_python(self):
        text = self.refused("choose_python", WHENCE_PYTHON="no-such-python")
        self.assertRegex(text, "no no-such-python that runs")

    def test_wheels_are_asked_for_by_a_python_with_pip(self):
        self.program("python3", 'case "$*" in "-m pip --version") exit 1 ;; *) exec %s "$@" ;; esac' % sys.executable)
        venv = str(self.bin.parent / "venv")
        told = self.call('choose_pip && "$WHENCE_PYTHON" -m pip --version', WHENCE_VENV=venv, WHENCE_PYTHON="")
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn(venv, told.stdout)
        told = self.call("choose_pip && echo $WHENCE_PYTHON", WHENCE_VENV=venv, WHENCE_PYTHON="mine")
        self.assertEqual(told.stdout.strip(), "mine")

    def test_unknown_backend(self):
        text = self.refused("backend_profile", WHENCE_BACKEND="tpu")
        self.assertRegex(text, "WHENCE_BACKEND=tpu")

    def test_build_without_a_network(self):
        self.program("mvn", 'case "$1" in -v) echo "Apache Maven 3.9.9" ;; *) echo "Unknown host"; exit 1 ;; esac')
        text = self.refused(f'ROOT="{self.folder.name}"; JARS="$ROOT/jars"; ensure_build')
        self.assertIn("Unknown host\nCannot build the library\n  got:      the lines above", text)
        self.assertIn("check the network", text)

    def test_python_packages_without_a_network(self):
        venv = pathlib.Path(self.folder.name) / "venv"
        (venv / "bin").mkdir(parents=True)
        self.bin = venv / "bin"
        self.program("python", 'case "$*" in *install*) echo "Connection refused"; exit 1 ;; esac')
        text = self.refused("ensure_venv runner", WHENCE_VENV=str(venv))
        self.assertIn("Connection refused\nCannot install the Python packages\n", text)
        self.assertIn("check the network", text)

    def test_check_says_a_cure_for_everything_that_is_missing(self):
        file = pathlib.Path(self.folder.name) / "file"
        file.touch()
        done = subprocess.run(
            ["bash", str(ENVIRONMENT / "check")], capture_output=True, text=True,
            env=dict(os.environ, JAVA_HOME="/nowhere", WHENCE_HOME=str(file), WHENCE_VENV=str(file / "venv")),
        )
        self.assertEqual((1, ""), (done.returncode, done.stderr))
        lines = done.stdout.splitlines()
        failed = [i for i, line in enumerate(lines) if line.startswith("FAIL")]
        self.assertLessEqual({"JDK", "kernels", "disk"}, {lines[i].split()[1] for i in failed})
        for i in failed:
            self.assertRegex(lines[i + 1], "^ +cure: .")

    def test_downloads_are_told_beforehand(self):
        told = subprocess.run(
            ["bash", "-c", f'source "{ENVIRONMENT}/setup.sh"; tell_downloads'], capture_output=True, text=True,
            env=dict(os.environ, WHENCE_HOME=self.folder.name),
        ).stdout
        self.assertEqual(5 + 2, len(told.splitlines()), told)
        self.assertRegex(told, r"28\d\.\d MB  in all")

    def test_unknown_option(self):
        done = subprocess.run(["bash", str(ENVIRONMENT / "run"), "--fast"], capture_output=True, text=True)
        self.assertEqual(2, done.returncode)
        self.assertIn("Usage: environment/run", done.stderr)

    def test_seed_that_is_no_number(self):
        done = subprocess.run(
            ["bash", str(ENVIRONMENT / "run"), "--seed", "x"], capture_output=True, text=True
        )
        self.assertEqual(2, done.returncode)
        self.assertIn("  got:      x", done.stderr)


if __name__ == "__main__":
    unittest.main()
