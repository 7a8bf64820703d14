"""The classes that a kernel has loaded after its first cell, kept for the next start.

Class-data sharing of the JVM takes several seconds off the first cell. The archive is made once, by a
kernel that answers one cell and ends; it lies in the virtual environment. It fits one JDK, one kernel
and one set of options: where any of them has changed, or the JVM finds another reason, it is not used,
and nothing is said, for everything works without.
"""

import hashlib
import os
import pathlib
import re
import sys
import time

EXTRA = "KOTLIN_JUPYTER_JAVA_OPTS_EXTRA"
SILENT = "-Xlog:disable"
WARM_UP = ["%use whence", "HeatMap(2, 2, floatArrayOf(0f, 1f, 2f, 3f))", "Nd4j.arange(4.0) + 1"]
LIMIT_SECONDS = 180


def folder():
    return pathlib.Path(sys.prefix) / "share" / "whence"


def key(home):
    """Of what the archive depends on: the JDK, the kernel's jar, the options."""
    import run_kotlin_kernel

    digest = hashlib.sha256()
    release = pathlib.Path(home, "release")
    digest.update(release.read_bytes() if release.is_file() else home.encode())
    digest.update(str(pathlib.Path(home).resolve()).encode())
    jars = pathlib.Path(run_kotlin_kernel.__file__).resolve().parent / "jars"
    for jar in sorted(jars.glob("kotlin-jupyter-kernel-*.jar")):
        state = jar.stat()
        digest.update(f"{jar} {state.st_size} {state.st_mtime_ns}".encode())
    options = os.environ.get("KOTLIN_JUPYTER_JAVA_OPTS", "")
    digest.update(options.encode())
    for jar in re.findall(r"-Xbootclasspath/a:(\S+)", options):
        digest.update(f"{os.stat(jar).st_size} {os.stat(jar).st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def path(home):
    return folder() / f"kernel-{key(home)}.jsa"


def add(*options):
    os.environ[EXTRA] = " ".join([os.environ.get(EXTRA, ""), *options]).strip()


def use(home):
    """Adds the options to take the archive, where there is one that fits."""
    if "Archive" in os.environ.get(EXTRA, ""):
        return  # one is being made
    file = path(home)
    if file.is_file():
        add(f"-XX:SharedArchiveFile={file}", "-Xshare:auto", SILENT)


def make(kernel, home):
    """Makes the archive unless it is there; returns whether it is."""
    file = path(home)
    if file.is_file():
        return True
    print("Notebook kernel: keeping its classes for quicker starts (once, about 20 s) ...", flush=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob("kernel-*.jsa*"):
        old.unlink()
    part = file.with_suffix(".jsa.part")
    run(kernel, {EXTRA: f"-XX:ArchiveClassesAtExit={part} {SILENT}"})
    if part.is_file():
        part.replace(file)
    return file.is_file()


def run(kernel, environment):
    """A kernel that answers the warm-up cells and ends of itself, for the JVM writes at its end."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(
        startup_timeout=LIMIT_SECONDS, kernel_name=kernel, env=dict(os.environ, **environment)
    )
    try:
        for cell in WARM_UP:
            reply = client.execute_interactive(
                cell, timeout=LIMIT_SECONDS, output_hook=lambda message: None
            )
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"{cell}: {reply['content'].get('evalue')}")
        client.shutdown()
        deadline = time.monotonic() + LIMIT_SECONDS
        while manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
