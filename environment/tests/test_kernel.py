"""Tests of the notebook kernel: what it says when it cannot start, and that it starts in other ways."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import start_new_kernel
from nbformat import v4

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent
KERNEL = ENVIRONMENT / "kernel"
sys.path[:0] = [str(KERNEL), str(ENVIRONMENT / "runner")]

import archive  # noqa: E402
import install  # noqa: E402
import judge  # noqa: E402
import launch  # noqa: E402

SECONDS = 180
OUTPUTS = ("execute_result", "display_data", "stream", "error")


def execute(client, cell):
    """The reply to a cell and what it showed, by kind of message."""
    messages = []
    reply = client.execute_interactive(cell, timeout=SECONDS, output_hook=messages.append)
    return reply["content"], messages


class Versions(unittest.TestCase):
    def test_major_number(self):
        for version, number in {"17.0.15": 17, "1.8.0_292": 8, "25": 25, "11.0.2": 11}.items():
            self.assertEqual(number, launch.major(version))


class Refusals(unittest.TestCase):
    """A kernel that cannot start says so in the cell, in four parts."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="with space ")
        self.root = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def java(self, version):
        home = self.root / f"jdk {version}"
        (home / "bin").mkdir(parents=True)
        (home / "bin" / "java").write_text("#!/bin/sh\nexit 1\n")
        (home / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
        return str(home)

    def refused(self, home, jars):
        connection, _ = write_connection_file(str(self.root / "connection.json"), ip="127.0.0.1")
        arguments = self.root / "jar_args.json"
        arguments.write_text(json.dumps({"classPath": ["relative.jar", *jars]}))
        environment = dict(os.environ, KOTLIN_JUPYTER_JAVA_HOME=home)
        kernel = subprocess.Popen(
            [sys.executable, str(KERNEL / "launch.py"), connection, str(arguments)],
            env=environment, stderr=subprocess.PIPE, text=True,
        )
        client = BlockingKernelClient(connection_file=connection)
        try:
            client.load_connection_file()
            client.start_channels()
            client.wait_for_ready(timeout=60)
            reply, messages = execute(client, "%use whence")
            again, _ = execute(client, "1 + 1")
            client.shutdown()
            _, log = kernel.communicate(timeout=60)
        finally:
            client.stop_channels()
            kernel.kill()
            kernel.wait()
        self.assertEqual("error", reply["status"])
        self.assertEqual(reply["evalue"], again["evalue"])
        self.assertIn("error", [message["msg_type"] for message in messages])
        self.assertIn(reply["evalue"].splitlines()[0], log)
        lines = reply["evalue"].splitlines()
        self.assertEqual(["  got:  ", "  expect", "  cure: "], [line[:8] for line in lines[1:4]])
        return reply["evalue"]

    def test_kernel_ends_when_who_started_it_is_killed(self):
        connection, _ = write_connection_file(str(self.root / "connection.json"), ip="127.0.0.1")
        (self.root / "jar_args.json").write_text('{"classPath": []}')
        starter = "import subprocess, sys, time; p = subprocess.Popen(sys.argv[1:], start_new_session=True); " \
            "print(p.pid, flush=True); time.sleep(600)"
        launch_words = [sys.executable, str(KERNEL / "launch.py"), connection, str(self.root / "jar_args.json")]
        with subprocess.Popen(
            [sys.executable, "-c", starter, *launch_words], text=True,
            env=dict(os.environ, KOTLIN_JUPYTER_JAVA_HOME="/nowhere"),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as started:
            kernel = int(started.stdout.readline())
            time.sleep(1)
            started.kill()
        for _ in range(100):
            try:
                os.kill(kernel, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        self.fail(f"kernel {kernel} is still there")

    def test_old_java(self):
        text = self.refused(self.java("11.0.2"), [])
        self.assertRegex(text, r"with this Java\n  got: .*jdk 11\.0\.2 \(version 11\.0\.2\)")
        self.assertIn("version 17 or newer", text)

    def test_java_that_is_gone(self):
        self.assertIn("no Java there", self.refused(str(self.root / "gone"), []))

    def test_library_not_built(self):
        text = self.refused(self.java("21.0.1"), ["/nowhere/whence.jar"])
        self.assertRegex(text, "the library is not built\n  got:      no /nowhere/whence.jar")
        self.assertIn("environment/lab or environment/run", text)

    def test_installation_without_the_library(self):
        done = subprocess.run(
            [sys.executable, str(KERNEL / "install.py"), "--java", "/nowhere", "--jars", str(self.root)],
            capture_output=True, text=True,
        )
        self.assertNotEqual(0, done.returncode)
        self.assertRegex(done.stderr, "(?s)no whence.jar in .*cure: ")


class Archive(unittest.TestCase):
    """Loaded classes of a kernel are taken where they fit, and nothing is said where they do not."""

    def setUp(self):
        self.before = dict(os.environ)
        self.folder = tempfile.TemporaryDirectory()
        self.place = archive.folder
        archive.folder = lambda: pathlib.Path(self.folder.name)
        os.environ.pop(archive.EXTRA, None)

    def tearDown(self):
        archive.folder = self.place
        os.environ.clear()
        os.environ.update(self.before)
        self.folder.cleanup()

    def test_taken_only_where_it_is(self):
        archive.use("/a/jdk")
        self.assertNotIn(archive.EXTRA, os.environ)
        archive.path("/a/jdk").touch()
        archive.use("/another/jdk")
        self.assertNotIn(archive.EXTRA, os.environ)
        archive.use("/a/jdk")
        self.assertIn(f"-XX:SharedArchiveFile={archive.path('/a/jdk')}", os.environ[archive.EXTRA])

    def test_fits_one_set_of_options(self):
        one = archive.path("/a/jdk")
        os.environ["KOTLIN_JUPYTER_JAVA_OPTS"] = "-Xmx1g"
        self.assertNotEqual(one, archive.path("/a/jdk"))

    def test_not_taken_while_one_is_made(self):
        archive.path("/a/jdk").touch()
        os.environ[archive.EXTRA] = "-XX:ArchiveClassesAtExit=x"
        archive.use("/a/jdk")
        self.assertNotIn("SharedArchiveFile", os.environ[archive.EXTRA])


class Descriptor(unittest.TestCase):
    def test_start_is_one_piece(self):
        text = json.loads((ENVIRONMENT.parent / "lib" / "whence.json").read_text(encoding="utf-8"))
        joined = install.descriptor()
        self.assertEqual("\n".join(text["init"]), joined["init"][0])
        self.assertEqual(text["imports"], joined["imports"])

    def test_every_piece_stands_on_a_line_of_its_own(self):
        text = json.loads((ENVIRONMENT.parent / "lib" / "whence.json").read_text(encoding="utf-8"))
        self.assertEqual([], [line for line in text["init"] if "\n" in line])


@unittest.skipUnless((install.ROOT / "lib" / "jars" / "whence.json").is_file(), "the library is not built")
class Kernels(unittest.TestCase):
    """Real kernels; some 20 s each."""

    def run_cells(self, kernel, *cells):
        manager, client = start_new_kernel(
            startup_timeout=SECONDS, kernel_name=kernel,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            return [execute(client, cell) for cell in cells]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)

    def shown(self, result):
        reply, messages = result
        self.assertEqual("ok", reply["status"], reply)
        data = [m["content"]["data"] for m in messages if "data" in m["content"]]
        self.assertTrue(data, messages)
        return data[-1]

    def test_stock_kernel_reads_the_descriptor_from_its_file(self):
        file = install.ROOT / "lib" / "jars" / "whence.json"
        results = self.run_cells(
            "kotlin", f"%use whence@file[{file}]", "HeatMap(1, 2, floatArrayOf(0f, 1f))"
        )
        self.assertEqual("ok", results[0][0]["status"], results[0])
        self.assertIn("image/png", self.shown(results[1]))

    def test_values_show_themselves(self):
        cells = {
            "-(2.0 * Nd4j.arange(3.0) - 1) / 2 + Nd4j.arange(3.0)": r"\(0\.5.*, 0\.5.*, 0\.5",
            "Nd4j.ones(2) * Nd4j.ones(2) * 6.0 - Nd4j.ones(2) * 2.0 / Nd4j.ones(2)": r"\(4\.0.*, 4\.0",
            "Nd4j.eye(2) dot Nd4j.eye(2)": r"\[2, 2\] \(1\.0.*, 0\.0",
            'Plot.of("t", "x", "y").line("a", listOf(1, 2))': "figure with 2 rows",
            "Waveform(FloatArray(16000), 16000)": "sound of 1.00 s",
            'with(SameDiff.create()) { placeHolder("x", DataType.FLOAT, 2) * variable("w", Nd4j.ones(2)); this }': "figure with 2 rows",
            "MarkedPicture.of(Picture.opaque(32, 32, ByteArray(3072)))": "figure with 1 row of",
            "interruptible { Mask(1, 1, booleanArrayOf(true)) }": "mask 1 x 1",
            "val picture = Picture.opaque(28, 28, ByteArray(2352)); picture": "picture 28 x 28",
            "val cells = HeatMap(14, 14, FloatArray(196) { it.toFloat() }); cells": "heat map 14 x 14",
            "val geometry = GridGeometry.halfPixel(14, 28); val truth = Mask(28, 28, BooleanArray(784) { it < 99 });"
            " Explore.threshold(picture, cells, geometry, truth)": "IoU 0.0",
            "PictureGrid.of(listOf(MarkedPicture.of(picture, geometry).withMap(cells).withTruth(truth)), 4)":
                "figure with 1 row",
            'Show.table(Table.create("t", IntColumn.create("n", *IntArray(100_000))), 100)': "99900 more rows",
            "Video.silent(List(12) { Picture.opaque(32, 32, ByteArray(3072)) }, 12.0)": "video of 1.0 s",
            'Show.svg(Plot.of("t", "x", "y").histogram("h", doubleArrayOf(1.0, 2.0), 2).figure())': "figure with 2",
            'liveProgress("work").use { it.update(0.5, "half") }': "work",
            "DualEncoder.create(DualEncoderSettings.defaults(), 196, InputStatistics.identity(112), 1).summary(64, 99)":
                "319,200 trained parameters",
        }
        results = self.run_cells("whence-kotlin", "%use whence", *cells)
        self.assertEqual("ok", results[0][0]["status"], results[0])
        for result, wanted in zip(results[1:], cells.values()):
            self.assertRegex(self.shown(result)["text/plain"], wanted)

    def test_a_value_whose_drawing_fails_is_noticed(self):
        # The kernel itself calls such a cell well.
        results = self.run_cells(
            "whence-kotlin", "%use whence", "class Odd",
            'USE { render<Odd> { error("cannot be drawn") } }', "Odd()",
        )
        reply, messages = results[-1]
        self.assertEqual("ok", reply["status"])
        outputs = [v4.output_from_msg(m) for m in messages if m["msg_type"] in OUTPUTS]
        self.assertRegex(" ".join(filter(None, map(judge.problem, outputs))), "null|renderer failed")

    def test_java_kernel_shows_values_and_has_all_names(self):
        cells = {
            "new HeatMap(1, 2, new float[] {0, 1})": "heat map 1 x 2",
            "new int[] {1, 2}": r"int\[2\] \{1, 2\}",
            "Stream.of(Map.of(1, 2)).toList()": r"\[\{1=2\}\]",
            'live().accept(CellOutput.html("<b>x</b>", "plain"))': "plain",
            "Nd4j.arange(3)": r"FLOAT \[3\]",
            # The library's own class of this name, not the kernel's.
            "org.rapaio.jupyter.kernel.channels.LoopThread.class.getProtectionDomain().getCodeSource()": "whence.jar",
            "versions()": r"JShell on Java \d+",
        }
        for result, wanted in zip(self.run_cells("whence-java", *cells), cells.values()):
            self.assertRegex(self.shown(result)["text/plain"], wanted)

    def test_training_goes_on_from_cell_to_cell(self):
        rows = "RowReader { clip, to, offset -> for (i in 0 until %d) to[offset + i] = ((i * 7 + clip * 13) %% 31) / 31f }"
        results = self.run_cells(
            "whence-kotlin",
            "%use whence",
            f"val features = {rows % 128}; val sounds = {rows % 256}",
            'val bank = ClipBank(Split.TRAIN, List(64) { "c$it" }, ClipShape(4, 4, 8, 16, 16), features, sounds)',
            "val shape = DualEncoderSettings(8, 16, 8, listOf(AudioLayer(8, 2)), Normalisation.BATCH)",
            "val session = TrainingSession.begin(bank, shape, TrainingSettings.defaults().withBatchSize(32))",
            "liveTraining(session, 2)",
            "session.beginIteration(session.drawLabels())",
            "liveTraining(session, 1)",
            "println(session.iteration().toString() + \" \" + session.epochsDone())",
        )
        for reply, _ in results:
            self.assertEqual("ok", reply["status"], reply)
        self.assertIn("iteration 0, epoch 2 done", self.shown(results[5])["text/plain"])
        self.assertIn("iteration 1, epoch 1 done", self.shown(results[7])["text/plain"])
        text = "".join(m["content"]["text"] for m in results[8][1] if m["msg_type"] == "stream")
        self.assertEqual("1 1", text.strip())

    def test_interrupt_ends_training_after_a_batch_and_the_next_cell_goes_on(self):
        row = "RowReader { clip, to, at -> for (i in 0 until %d) to[at + i] = ((i * 7 + clip * 13) %% 31) / 31f }"
        begin = (
            "%use whence",
            'val bank = ClipBank(Split.TRAIN, List(64) { "c$it" }, ClipShape(4, 4, 8, 16, 16), '
            f"{row % 128}, {row % 256})\n"
            "val shape = DualEncoderSettings(8, 16, 8, listOf(AudioLayer(8, 2)), Normalisation.BATCH)\n"
            "val session = TrainingSession.begin(bank, shape, TrainingSettings.defaults().withBatchSize(32))",
        )
        manager, client = start_new_kernel(
            startup_timeout=SECONDS, kernel_name="whence-kotlin",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            for cell in begin:
                self.assertEqual("ok", execute(client, cell)[0]["status"])
            cell = client.execute("liveTraining(session, 100000)")
            self.output(client, r"epoch [3-9]")
            manager.interrupt_kernel()
            stopped = int(self.output(client, r"interrupted in epoch (\d+) after a whole batch"))
            reply = client.get_shell_msg(timeout=SECONDS)
            self.assertEqual((cell, "ok"), (reply["parent_header"]["msg_id"], reply["content"]["status"]))
            _, messages = execute(client, "liveTraining(session, 1)\nprint(session.epochsDone())")
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        text = "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")
        # The epoch that was interrupted is the one that the next cell ends.
        self.assertEqual(stopped, int(text.strip()))

    def output(self, client, pattern):
        """Waits for an output in plain text that has this; returns its last group.

        Whatever the message says it belongs to: after an interrupt that is no longer the cell."""
        while True:
            message = client.get_iopub_msg(timeout=SECONDS)
            found = re.search(pattern, message["content"].get("data", {}).get("text/plain", ""))
            if found:
                return found[found.lastindex or 0]


if __name__ == "__main__":
    unittest.main()
