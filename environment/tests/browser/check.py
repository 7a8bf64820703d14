"""JupyterLab and the saved pages in a real browser, where the machine has one.

`environment/test` calls this last. What it needs beside the project is not asked of users: a Chromium
(`WHENCE_CHROMIUM`, or on the path), Node.js 20 or newer with npm, and JupyterLab. Where one of them is
missing it says which, and the check is left out. Screenshots go to target/browser/pictures.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

import nbformat
from nbformat import v4

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "runner"))
import catalogue  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SITE = ROOT / "target" / "site"
PLACE = ROOT / "target" / "browser"
PICTURES = PLACE / "pictures"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/lab/tree/index\.ipynb\?token=\w+")
SECONDS = 600
# Cells of a notebook that only this check needs: what a reader moves, plays and interrupts.
INTERACTIVE = (
    "%use whence",
    "val frame = Picture.opaque(112, 112, ByteArray(3 * 112 * 112) { (it % 251).toByte() })\n"
    "val cells = HeatMap(14, 14, FloatArray(196) { -((it / 14 - 5f).pow(2) + (it % 14 - 5f).pow(2)) })\n"
    "val truth = Mask(112, 112, BooleanArray(112 * 112) { it / 112 in 20..60 && it % 112 in 20..60 })\n"
    "val geometry = GridGeometry.halfPixel(14, 112)\n"
    "Explore.threshold(frame, cells, geometry, truth)",
    "val none = Mask(14, 14, BooleanArray(196))\n"
    "val steps = List(3) { t -> HeatMap(14, 14, FloatArray(196) { -((it / 14 - 4f * t).pow(2) + (it % 14 - 5f).pow(2)) }) }\n"
    "val strip = steps.map { StripCell(it, Quantile.topFraction(it, 0.05), none) }\n"
    'Explore.iterations(StripScene("made", frame, truth, strip), geometry)',
    "fun tone(hz: Double) = Waveform(FloatArray(8000) { (0.2 * Math.sin(2 * Math.PI * hz * it / 16000)).toFloat() }, 16000)\n"
    'val sounds = listOf(SoundChoice("low", tone(220.0), steps[0], truth), SoundChoice("high", tone(880.0), steps[2], truth))\n'
    "Explore.sounds(frame, geometry, sounds)",
    'val near = SoundPoint.of("near", "a", 0.0, 0.0).withSound(tone(220.0))\n'
    'val far = SoundPoint.of("far", "b", 1.0, 1.0).withSound(tone(880.0))\n'
    "Explore.soundMap(listOf(near, far))",
    "Video.silent(List(24) { i -> Picture.opaque(64, 64, ByteArray(3 * 64 * 64) { (it + 9 * i).toByte() }) }, 12.0)",
    "val row = { length: Int -> RowReader { clip, to, at -> repeat(length) { to[at + it] = ((it * 7 + clip * 13) % 31) / 31f } } }\n"
    'val bank = ClipBank(Split.TRAIN, List(256) { "c$it" }, ClipShape(7, 7, 16, 32, 32), row(7 * 7 * 16), row(32 * 32))\n'
    "val shape = DualEncoderSettings(16, 32, 16, listOf(AudioLayer(8, 2), AudioLayer(16, 2)), Normalisation.BATCH)\n"
    "val session = TrainingSession.begin(bank, shape, TrainingSettings.defaults().withBatchSize(32))",
    "liveTraining(session, 5000)",
    'liveTraining(session, 1)\n"went on to epoch ${session.epochsDone()}"',
)


def chromium():
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("WHENCE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def missing():
    """What this check cannot do without, or None."""
    if not chromium():
        return "no Chromium on the path (WHENCE_CHROMIUM names one elsewhere)"
    if not (shutil.which("node") and shutil.which("npm")):
        return "no Node.js with npm on the path"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    if int(re.search(r"\d+", version).group()) < 20:
        return f"Node.js {version.strip()}, older than 20"
    if not prepared():
        return f"playwright-core or JupyterLab cannot be installed ({PLACE / 'install.log'})"
    return None


def prepared():
    """Whether the driver and JupyterLab are there now; installs them where they are not."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "lab.mjs"):
        shutil.copy(HERE / name, PLACE)
    script = f'cd "{PLACE}" && npm ci --no-audit --no-fund && source "{ROOT}/environment/setup.sh" && ensure_venv lab'
    with (PLACE / "install.log").open("w") as log:
        return subprocess.run(["bash", "-c", script], stdout=log, stderr=log).returncode == 0


def drive(*words):
    """The browser's part; returns what it says, or what went wrong."""
    done = subprocess.run(
        ["node", "lab.mjs", *map(str, words)], cwd=PLACE, env=dict(os.environ, CHROMIUM=chromium()),
        capture_output=True, text=True, timeout=SECONDS,
    )
    print(done.stdout, end="", flush=True)
    return "" if done.returncode == 0 else done.stderr


def copy_notebooks(folder):
    """Whoever runs a notebook in JupyterLab saves its outputs: not in the committed ones."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns(".*"))
    kernel = {"kernelspec": {"name": "whence-kotlin", "display_name": "Whence (Kotlin)", "language": "kotlin"}}
    made = v4.new_notebook(cells=[v4.new_code_cell(text) for text in INTERACTIVE], metadata=kernel)
    nbformat.write(made, folder / "interactive.ipynb")


class Browser(unittest.TestCase):
    maxDiff = None


class Saved(Browser):
    """The site as it lies on disk, without a network."""

    def test_every_page_shows(self):
        names = [path.relative_to(ROOT / "notebooks").with_suffix("").as_posix() for path in catalogue.everything()]
        self.assertEqual([], [name for name in names if not (SITE / f"{name}.html").is_file()])
        self.assertEqual("", drive("pages", SITE, PICTURES, *names))


class Lab(Browser):
    """environment/lab, used as a reader does."""

    @classmethod
    def setUpClass(cls):
        copy_notebooks(PLACE / "notebooks")
        root = ["--allow-root"] if os.getuid() == 0 else []
        cls.server = subprocess.Popen(
            [ROOT / "environment" / "lab", "--no-browser", "--expose-app-in-browser", *root],
            env=dict(os.environ, WHENCE_NOTEBOOKS=str(PLACE / "notebooks"), WHENCE_SPEED="quick"),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )
        cls.address = next((found.group() for line in cls.server.stdout if (found := ADDRESS.search(line))), None)
        if not cls.address:
            cls.tearDownClass()
            raise AssertionError("JupyterLab names no address with a token on the loopback interface")
        cls.log = (PLACE / "lab.log").open("w")
        cls.reader = subprocess.Popen(["cat"], stdin=cls.server.stdout, stdout=cls.log)
        cls.wait_until_it_answers()

    @classmethod
    def tearDownClass(cls):
        os.killpg(cls.server.pid, signal.SIGTERM)
        cls.server.wait(timeout=60)
        cls.server.stdout.close()

    @classmethod
    def wait_until_it_answers(cls):
        for _ in range(100):
            try:
                return urllib.request.urlopen(cls.address.split("/lab")[0] + "/api", timeout=30).close()
            except urllib.error.URLError:
                time.sleep(0.2)
        raise AssertionError(f"{cls.address} does not answer")

    def test_only_the_loopback_interface_listens(self):
        port = int(self.address.split(":")[2].split("/")[0])
        # /proc/net/tcp: local address as hexadecimal words of the machine, state 0A is listening.
        rows = [row.split() for name in ("tcp", "tcp6") for row in pathlib.Path("/proc/net", name).read_text().splitlines()[1:]]
        local = {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}
        self.assertEqual({"0100007F"}, local)

    def test_without_the_token_nothing_is_told(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(self.address.split("/lab")[0] + "/api/kernels", timeout=30)
        self.assertEqual(403, refused.exception.code)

    def test_both_kernels_and_no_other(self):
        url, token = self.address.split("/lab")[0], self.address.split("token=")[1]
        with urllib.request.urlopen(f"{url}/api/kernelspecs?token={token}", timeout=30) as answer:
            names = re.findall(r'"display_name": "([^"]+)"', answer.read().decode())
        self.assertEqual(["Whence (Java)", "Whence (Kotlin)"], sorted(names))

    def test_notebooks_restart_and_run_all(self):
        names = ["index", "java/quick-start"]
        names += [f"learn/{path.stem}" for path in catalogue.everything() if path.parent.name == "learn"][:1]
        self.assertEqual("", drive("notebooks", self.address, PICTURES, *names))

    def test_what_moves_plays_and_is_interrupted(self):
        self.assertEqual("", drive("interactive", self.address, PICTURES, "interactive"))


def main():
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    if reason := missing():
        print(f"SKIPPED: the check in a real browser: {reason}", flush=True)
        return 0
    result = unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__]))
    print(f"pictures: {PICTURES}")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
