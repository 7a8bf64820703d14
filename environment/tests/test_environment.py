"""Tests of the scripts in environment/: what they refuse, and what the notebook runner notices."""

import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

import nbformat
from nbformat import v4

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENVIRONMENT))
import execute  # noqa: E402


def notebook(*cells):
    return v4.new_notebook(cells=list(cells))


def cell(*outputs, tags=()):
    made = v4.new_code_cell("1", outputs=list(outputs))
    made.metadata["tags"] = list(tags)
    return made


def shown(**data):
    return v4.new_output("execute_result", data={k.replace("_", "/"): v for k, v in data.items()})


class Problems(unittest.TestCase):
    def test_good_outputs_pass(self):
        good = notebook(
            cell(shown(text_plain="2")),
            cell(shown(image_png="aGk="), tags=["expect-image"]),
            cell(shown(text_html="<audio controls>"), tags=["expect-audio", "expect-html"]),
            v4.new_markdown_cell("text"),
        )
        self.assertEqual([], execute.problems(good))

    def test_error_is_told_with_its_cause(self):
        error = v4.new_output(
            "error", ename="E", evalue="bad", traceback=["E: bad", "Caused by: x", "Caused by: y"]
        )
        self.assertEqual(["cell 1: E: bad; Caused by: y"], execute.problems(notebook(cell(error))))

    def test_null_is_a_failure(self):
        self.assertRegex(execute.problems(notebook(cell(shown(text_plain="null"))))[0], "shows null")

    def test_renderer_failure_is_noticed(self):
        stream = v4.new_output("stream", name="stderr", text=execute.RENDERER_FAILURE + ": x")
        self.assertRegex(execute.problems(notebook(cell(stream)))[0], "renderer failed")

    def test_each_expected_kind_must_be_there(self):
        for tag in execute.EXPECTED:
            found = execute.problems(notebook(cell(shown(text_plain="2"), tags=[tag])))
            self.assertEqual([f"cell 1: shows nothing of the kind {tag[7:]}"], found)

    def test_large_outputs_are_refused(self):
        big = notebook(cell(shown(text_plain="x" * 1_100_000)))
        self.assertRegex(execute.problems(big)[0], "bytes with its outputs")


class Files(unittest.TestCase):
    def test_written_whole_and_outputs_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "deep" / "a.ipynb"
            execute.write(notebook(cell(), cell(shown(text_plain="2"))), path)
            self.assertEqual([path.name], [file.name for file in path.parent.iterdir()])
            self.assertEqual([2], execute.carries_outputs(path))

    def test_committed_notebooks_are_clean(self):
        for path in (execute.ROOT / "notebooks").rglob("*.ipynb"):
            if ".ipynb_checkpoints" not in path.parts:
                nbformat.validate(nbformat.read(path, as_version=4))
                self.assertEqual([], execute.carries_outputs(path), path)


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

    def refused(self, function, **environment):
        variables = dict(os.environ, **environment)
        variables["PATH"] = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", f'source "{ENVIRONMENT}/setup.sh"; {function}'],
            env=variables, capture_output=True, text=True,
        )
        self.assertEqual(1, done.returncode, done)
        lines = done.stderr.splitlines()
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

    def test_unknown_backend(self):
        text = self.refused("backend_profile", WHENCE_BACKEND="tpu")
        self.assertRegex(text, "WHENCE_BACKEND=tpu")

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
