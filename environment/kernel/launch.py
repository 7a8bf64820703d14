"""Starts the Kotlin or the Java kernel: checks that JDK and library are there, and sets the number of
threads. The Kotlin kernel takes the archive of loaded classes where there is one that fits.
"""

import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import threading
import time

import archive
import refusal

OLDEST_JAVA = 17


def java_home():
    return os.environ.get("KOTLIN_JUPYTER_JAVA_HOME") or os.environ.get("JAVA_HOME") or ""


def java_version(home):
    """The version as the JDK states it, or None where there is none."""
    try:
        release = pathlib.Path(home, "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r'^JAVA_VERSION="([^"]+)"', release, re.MULTILINE)
    return found.group(1) if found else None


def major(version):
    """17 for 17.0.15, 8 for 1.8.0_292."""
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    return numbers[1] if numbers[0] == 1 and len(numbers) > 1 else numbers[0]


def reason_not_to_start(home, jars):
    """The four parts of a refusal, or None."""
    java = pathlib.Path(home, "bin", "java")
    version = java_version(home)
    if not home or not java.is_file() or (version and major(version) < OLDEST_JAVA):
        return (
            "Cannot start the Whence kernel with this Java\n"
            f"  got:      {home or 'no Java home'} ({'version ' + version if version else 'no Java there'})\n"
            f"  expected: a JDK, version {OLDEST_JAVA} or newer\n"
            "  cure:     set JAVA_HOME to one, call environment/lab again, and restart the kernel"
        )
    missing = [jar for jar in jars if not os.path.isfile(jar)]
    if missing:
        return (
            "Cannot start the Whence kernel: the library is not built\n"
            f"  got:      no {missing[0]}\n"
            f"  expected: {len(jars)} jars of the library\n"
            "  cure:     call environment/lab or environment/run, which build them, and restart the kernel"
        )
    return None


def end_with_parent():
    """Ends the kernel, Java and all, once who started it is gone, for nobody could reach it then."""
    parent = os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(1)
        os.killpg(0, signal.SIGKILL)

    if os.getpgid(0) == os.getpid():
        threading.Thread(target=watch, daemon=True).start()


def run_java(connection, start):
    """The Java kernel; its options come as those of the Kotlin kernel do."""
    options = shlex.split(os.environ.get("KOTLIN_JUPYTER_JAVA_OPTS", ""))
    classes = ["-cp", os.pathsep.join(start["classPath"]), start["mainClass"]]
    subprocess.call([os.path.join(java_home(), "bin", "java"), *options, *classes, connection])


def run_kotlin(connection, jar_arguments):
    archive.use(java_home())
    from run_kotlin_kernel.run_kernel import run_kernel

    run_kernel(connection, jar_arguments)


def main():
    end_with_parent()
    connection, jar_arguments = sys.argv[1:3]
    with open(jar_arguments, encoding="utf-8") as file:
        start = json.load(file)
    reason = reason_not_to_start(java_home(), [jar for jar in start["classPath"] if os.path.isabs(jar)])
    if reason:
        print(reason, file=sys.stderr)
        refusal.RefusalKernel(connection, reason).run()
        return
    # ND4J assumes four threads on small machines, and more threads than cores are far slower.
    os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count() or 2))
    # Wheels are asked for by a Python with pip, which a system's own may lack: this one has it.
    os.environ.setdefault("WHENCE_PYTHON", sys.executable)
    if "mainJar" in start:
        run_kotlin(connection, jar_arguments)
    else:
        run_java(connection, start)


if __name__ == "__main__":
    main()
