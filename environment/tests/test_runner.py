"""Tests of the notebook runner: what it notices, what it kills, what it writes."""

import contextlib
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

import nbformat
from nbformat import v4

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENVIRONMENT / "runner"))
import catalogue  # noqa: E402
import command  # noqa: E402
import judge  # noqa: E402

FACTS = {"title": "T", "teaches": "it", "quickSeconds": 5, "fullSeconds": 60, "needs": []}
SECONDS = 60


@contextlib.contextmanager
def handlers_kept():
    """The runner takes the signals of its process."""
    kept = {kind: signal.getsignal(kind) for kind in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for kind, handler in kept.items():
            signal.signal(kind, handler)


def cell(*outputs, tags=()):
    made = v4.new_code_cell("1", outputs=list(outputs))
    made.metadata["tags"] = list(tags)
    return made


def shown(**data):
    return v4.new_output("execute_result", data={k.replace("_", "/"): v for k, v in data.items()})


class Problems(unittest.TestCase):
    """Outputs that are judged."""

    def found(self, *cells):
        return judge.problems(v4.new_notebook(cells=list(cells)))

    def test_good_outputs_pass(self):
        good = (
            cell(shown(text_plain="2")),
            cell(shown(image_png="aGk="), tags=["expect-image"]),
            cell(shown(text_html="<audio controls>"), tags=["expect-audio", "expect-html"]),
            v4.new_markdown_cell("text"),
        )
        self.assertEqual([], self.found(*good))

    def test_error_is_told_with_its_cause(self):
        error = v4.new_output("error", ename="E", evalue="bad", traceback=["E: bad", "Caused by: x", "Caused by: y"])
        self.assertEqual(["cell 1: E: bad; Caused by: y"], self.found(cell(error)))

    def test_null_is_a_failure(self):
        self.assertRegex(self.found(cell(shown(text_plain="null")))[0], "shows null")

    def test_renderer_failure_is_noticed(self):
        stream = v4.new_output("stream", name="stderr", text=judge.RENDERER_FAILURE + ": x")
        self.assertRegex(self.found(cell(stream))[0], "renderer failed")

    def test_each_expected_kind_must_be_there(self):
        for tag in [*judge.EXPECTED, "expect-miracles"]:
            found = self.found(cell(shown(text_plain="2"), tags=[tag]))
            self.assertEqual([f"cell 1: shows nothing of the kind {tag[7:]}"], found)

    def test_last_cell_says_versions_and_time(self):
        def ends(text):
            made = v4.new_notebook(cells=[cell(shown(text_plain=text))], metadata={"whence": FACTS})
            return judge.problems(made)

        self.assertEqual([], ends("whence 0.1.0\nJava 17.0.1+2\n34 s since the kernel started"))
        self.assertEqual([], ends("JDK 25, from 2026-01-01T10:00:00Z"))
        for text in ("Java 17", "34 s"):
            self.assertEqual(["its last code cell prints no versions and time"], ends(text))

    def test_large_outputs_are_refused(self):
        self.assertRegex(self.found(cell(shown(text_plain="x" * 1_100_000)))[0], "bytes with its outputs")


class Notebooks(unittest.TestCase):
    """A folder of notebooks, a kernel that is quick, and the runner as a command."""

    def setUp(self):
        self.place = tempfile.TemporaryDirectory(prefix="with space ")
        self.home = pathlib.Path(self.place.name).resolve()
        self.root = self.home / "notebooks"
        spec = self.home / "share" / "kernels" / "fake" / "kernel.json"
        spec.parent.mkdir(parents=True)
        argv = [sys.executable, str(ENVIRONMENT / "tests" / "fake_kernel.py"), "{connection_file}"]
        spec.write_text(json.dumps({"display_name": "Fake", "language": "python", "argv": argv}))
        self.environment = dict(os.environ, JUPYTER_PATH=str(self.home / "share"))
        self.write("index", title="Start")

    def tearDown(self):
        self.place.cleanup()

    def write(self, name, *sources, tags=(), kernel="fake", **facts):
        sources = (*sources, "show(text_plain='Java 17, 1 s')")
        cells = [v4.new_markdown_cell("# " + name), *(v4.new_code_cell(source) for source in sources)]
        if name == "index":
            cells.append(v4.new_markdown_cell("", metadata={"tags": ["contents"]}))
        for made in cells[1:]:
            made.metadata.setdefault("tags", list(tags))
        metadata = {"kernelspec": {"name": kernel, "display_name": kernel}, "whence": dict(FACTS, **facts)}
        path = self.root / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(v4.new_notebook(cells=cells, metadata=metadata), path)
        return path

    def folders(self):
        places = {"--root": self.root, "--output": self.home / "done", "--site": self.home / "site"}
        return [str(word) for pair in places.items() for word in pair]

    def start(self, *words):
        return subprocess.Popen(
            [sys.executable, str(ENVIRONMENT / "runner"), *self.folders(), *words],
            env=self.environment, cwd=self.home, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )

    def run_runner(self, *words, code=0):
        """In this process, for that is quicker."""
        out, err = io.StringIO(), io.StringIO()
        with mock.patch.dict(os.environ, self.environment), handlers_kept():
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                self.assertEqual(code, command.main([*self.folders(), *words]), out.getvalue() + err.getvalue())
        return out.getvalue(), err.getvalue()

    def executed(self, name):
        return nbformat.read(self.home / "done" / f"{name}.ipynb", as_version=4)

    def assert_gone(self, process):
        for _ in range(50):
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        self.fail(f"process {process} is still there")

    def wait_for(self, file):
        for _ in range(300):
            if file.exists():
                return
            time.sleep(0.1)
        self.fail(f"no {file}")


class Runs(Notebooks):
    def test_prints_and_times_of_cells_are_shown_as_they_come(self):
        self.write("learn/a", "say('hello\\n')", "show(text_plain='42')")
        out, _ = self.run_runner("learn")
        self.assertRegex(out, r"(?s)learn/a\.ipynb\n  \[1/3\] say.*    hello\n  \[1/3\] 0\.\d s\n  \[2/3\].*    42\n")
        self.assertIn("notebooks: 1 passed, 0 failed", out)
        run = self.executed("learn/a").metadata.whence.run
        self.assertEqual(("quick", []), (run.speed, run.problems))

    def test_mode_reaches_the_kernel(self):
        self.write("a", "say(os.environ['WHENCE_SPEED'])")
        self.assertIn("    full\n", self.run_runner("a", "--full")[0])

    def test_committed_notebook_stays_as_it_is(self):
        path = self.write("a", "say('x')")
        before = path.read_bytes()
        self.run_runner("a")
        self.assertEqual(before, path.read_bytes())

    def test_error_fails_and_the_copy_is_written(self):
        self.write("a", "1 / 0", "say('never')")
        _, err = self.run_runner("a", code=1)
        self.assertIn("FAILED a.ipynb: cell 2: ZeroDivisionError", err)
        self.assertEqual([], self.executed("a").cells[2].outputs)

    def test_missing_output_fails(self):
        self.write("a", "say('no picture')", tags=["expect-image"])
        self.assertIn("shows nothing of the kind image", self.run_runner("a", code=1)[1])

    def test_kernel_that_dies_is_told_with_its_last_words(self):
        self.write("a", "sys.stderr.write('my last words\\n'); sys.stderr.flush(); os._exit(3)")
        _, err = self.run_runner("a", code=1)
        self.assertRegex(err, "(?s)the kernel died; its last words:.*my last words")

    def test_kernel_that_hangs_and_ignores_signals_is_killed(self):
        stubborn = "[signal.signal(s, signal.SIG_IGN) for s in (signal.SIGINT, signal.SIGTERM)]; "
        self.write("a", f"{stubborn}open({str(self.home / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)")
        began = time.monotonic()
        _, err = self.run_runner("a", "--limit", "4", code=1)
        self.assertIn("not done after 4 s: its kernel was killed", err)
        self.assertLess(time.monotonic() - began, 40)
        self.assert_gone(int((self.home / "pid").read_text()))

    def test_kernel_that_prints_without_end_is_killed(self):
        self.write("a", "while True: say('x' * 100_000)", quickSeconds=300)
        self.assertIn("printed more than 20 MB: its kernel was killed", self.run_runner("a", code=1)[1])

    def test_time_that_the_notebook_states_is_its_limit(self):
        self.write("a", "time.sleep(600)", quickSeconds=1)
        self.assertIn("not done after 31 s", self.run_runner("a", "--patience", "1", code=1)[1])

    def test_many_short_cells_are_no_way_around_the_limit(self):
        self.write("a", *["time.sleep(0.6)"] * 6)
        _, err = self.run_runner("a", "--limit", "2", code=1)
        self.assertRegex(err, r"FAILED a\.ipynb: done only after \d+\.\d s, with a limit of 2 s")

    def test_unknown_kernel_is_told(self):
        self.write("a", "1", kernel="no-such-kernel")
        self.assertIn("no kernel no-such-kernel is installed", self.run_runner("a", code=1)[1])

    def test_damaged_notebook_is_refused_and_others_go_on(self):
        self.write("a", "say('x')")
        (self.root / "b.ipynb").write_text('{"cells": [')
        _, err = self.run_runner("a", "b", code=1)
        self.assertEqual("x", self.executed("a").cells[1].outputs[0].text)
        self.assertRegex(err, "(?s)FAILED b.ipynb: Cannot read the notebook .*\n  got: .*\n  expected: .*\n  cure: ")

    def test_several_at_once_share_the_cores(self):
        for name in "ab":
            self.write(name, "say(os.environ['OMP_NUM_THREADS'] + '\\n')", "time.sleep(1)")
        self.write("paper/iterations", "say(os.environ['OMP_NUM_THREADS'] + '\\n')")
        self.environment["OMP_NUM_THREADS"] = "6"
        out, _ = self.run_runner("--all", "--jobs", "2")
        self.assertLess(out.index("paper/iterations.ipynb: passed"), out.index("a.ipynb"))
        self.assertIn("    6\n", out)
        self.assertIn("a          |    3\n", out)
        self.assertIn("b          |    3\n", out)


class Together(Notebooks):
    """Two runs of the same notebook, and a run that is stopped."""

    def test_second_run_of_a_notebook_is_refused_and_spoils_nothing(self):
        self.write("a", f"open({str(self.home / 'begun')!r}, 'w').close(); time.sleep(5); say('whole')")
        with self.start("a") as first:
            self.wait_for(self.home / "begun")
            _, err = self.run_runner("a", code=1)
            self.assertRegex(err, f"(?s)twice at once\n  got: .*process {first.pid}\n  expected: .*\n  cure: .*--output")
            first.communicate(timeout=SECONDS)
        self.assertEqual(0, first.returncode)
        self.assertEqual("whole", self.executed("a").cells[1].outputs[0].text)

    def test_two_runs_into_two_folders_both_pass(self):
        self.write("a", "time.sleep(1); say('whole')")
        with self.start("a") as first:
            self.run_runner("a", "--output", str(self.home / "other"))
            first.communicate(timeout=SECONDS)
        self.assertEqual(0, first.returncode)

    def test_stopped_run_leaves_no_kernel(self):
        self.write("a", f"open({str(self.home / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)")
        self.write("b", "say('never')")
        with self.start("a", "b") as runner:
            self.wait_for(self.home / "pid")
            time.sleep(0.2)
            runner.send_signal(signal.SIGINT)
            out, err = runner.communicate(timeout=SECONDS)
        self.assertEqual(130, runner.returncode, out + err)
        self.assertIn("FAILED a.ipynb: stopped: its kernel was killed", err)
        self.assertIn("FAILED b.ipynb: not begun", err)
        self.assert_gone(int((self.home / "pid").read_text()))



class Choice(Notebooks):
    def setUp(self):
        super().setUp()
        for name in ("learn/01-see", "learn/02-hear", "learn/solutions/01-see", "paper/iterations"):
            self.write(name)

    def names(self, *words):
        return [p.relative_to(self.root).with_suffix("").as_posix() for p in catalogue.choose(words, self.root)]

    def test_names_folders_and_patterns(self):
        wanted = {
            "learn": ["learn/01-see", "learn/02-hear", "learn/solutions/01-see"],
            "learn/0*": ["learn/01-see", "learn/02-hear"],
            "iterations": ["paper/iterations"],
            "paper/iterations.ipynb": ["paper/iterations"],
            str(self.root / "learn" / "02-hear.ipynb"): ["learn/02-hear"],
            "index": ["index"],
        }
        for word, names in wanted.items():
            self.assertEqual(names, self.names(word), word)
        self.assertEqual(["learn/02-hear", "paper/iterations"], self.names("iterations", "learn/02*"))

    def test_unknown_name_is_refused(self):
        with self.assertRaisesRegex(catalogue.Refusal, "(?s)Cannot find a notebook\n  got:      nosuch\n.*--list"):
            self.names("nosuch")

    def test_nothing_chosen_is_wrong_usage(self):
        with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()) as err:
            command.main(self.folders())
        self.assertIn("name notebooks, or --all", err.getvalue())


if __name__ == "__main__":
    unittest.main()
