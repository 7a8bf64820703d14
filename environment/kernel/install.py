"""Installs the kernels "Whence (Kotlin)" and "Whence (Java)" into the virtual environment that runs this file.

The first is the pinned kotlin-jupyter-kernel with three additions: the library's jars on its
class path, the descriptor that `%use whence` reads, and the JVM options of environment/jvm.options.
The second is the pinned rapaio-jupyter-kernel with the same jars, options and imports.
Absolute paths are written, so the kernel works from any folder; call it again after a move. For stock
kernels, a descriptor that names its jars is written beside them.
"""

import argparse
import json
import os
import pathlib
import shlex
import shutil
import sys
import tempfile
import zipfile

import archive
import run_kotlin_kernel

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRIPTS = ("launch.py", "archive.py", "refusal.py")


def jvm_options():
    lines = (ROOT / "environment" / "jvm.options").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def jar_arguments(jars):
    """The kernel's own class path with ours behind it, every path absolute, no debug port."""
    package = pathlib.Path(run_kotlin_kernel.__file__).resolve().parent
    arguments = json.loads((package / "config" / "jar_args.json").read_text(encoding="utf-8"))
    ours = sorted(str(jar) for jar in jars.glob("*.jar"))
    if not any(jar.endswith("whence.jar") for jar in ours):
        sys.exit(
            f"Cannot install the kernel\n  got:      no whence.jar in {jars}\n"
            "  expected: the built library\n  cure:     call environment/run or environment/test"
        )
    arguments["classPath"] = arguments["classPath"] + ours
    arguments["debuggerPort"] = ""
    return arguments


def descriptor():
    """The descriptor with its start in one piece: each piece is compiled on its own, 0.2 s each."""
    text = json.loads((ROOT / "lib" / "whence.json").read_text(encoding="utf-8"))
    text["init"] = ["\n".join(text["init"])]
    return text


def write_stock_descriptor(jars):
    """For `%use whence@file[lib/jars/whence.json]` in a Kotlin kernel that is not ours."""
    text = descriptor()
    text["dependencies"] = sorted(str(jar) for jar in jars.glob("*.jar"))
    replace_text(jars / "whence.json", json.dumps(text, indent=1))


def replace_text(target, text):
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        part = target.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(target)


def write_descriptor(target):
    """A jar whose resource the kernel reads for `%use whence`; it goes on the boot class path."""
    info = zipfile.ZipInfo("jupyterLibraries/whence.json", (2026, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr(info, json.dumps(descriptor(), indent=1))


def write_kotlin(folder, final, options):
    jars = pathlib.Path(options.jars).resolve()
    (folder / "jar_args.json").write_text(json.dumps(jar_arguments(jars), indent=1))
    write_descriptor(folder / "descriptor.jar")
    shutil.copy(HERE / "logback.xml", folder)
    java_options = jvm_options() + [
        f"-Xbootclasspath/a:{final / 'descriptor.jar'}",
        f"-Dlogback.configurationFile={final / 'logback.xml'}",
    ]
    return write_spec(folder, final, options, "Kotlin", java_options)


def java_imports():
    """What the descriptor imports and jshell of itself. The kernel reads nothing else at its start."""
    usual = [f"java.util{part}.*" for part in ("", ".function", ".stream")]
    return [*usual, *descriptor()["imports"], "static whence.notebook.JavaCells.*"]


def write_java(folder, final, options):
    jars = pathlib.Path(options.jars).resolve()
    paths = [path for place in (".", "java-kernel", "slf4j") for path in sorted((jars / place).glob("*.jar"))]
    start = {"mainClass": "org.rapaio.jupyter.kernel.MainApp", "classPath": [str(path) for path in paths]}
    (folder / "jar_args.json").write_text(json.dumps(start, indent=1))
    (folder / "init.jshell").write_text("".join(f"import {name};\n" for name in java_imports()))
    variables = {"RJK_INIT_SCRIPT": str(final / "init.jshell"), "RJK_TIMEOUT_MILLIS": "-1"}
    return write_spec(folder, final, options, "Java", jvm_options(), variables)


def write_spec(folder, final, options, language, java_options, variables=()):
    """What Jupyter starts, and with which variables; returns the variables."""
    for script in SCRIPTS:
        shutil.copy(HERE / script, folder)
    spec = {
        "display_name": f"Whence ({language})",
        "language": language.lower(),
        "interrupt_mode": "message",
        "argv": [
            sys.executable,
            str(final / "launch.py"),
            "{connection_file}",
            str(final / "jar_args.json"),
        ],
        "env": {
            "KOTLIN_JUPYTER_JAVA_HOME": options.java,
            "KOTLIN_JUPYTER_JAVA_OPTS": shlex.join([*java_options, f"-Dwhence.repository={ROOT}"]),
            **dict(variables),
        },
    }
    (folder / "kernel.json").write_text(json.dumps(spec, indent=1))
    return spec["env"]


def install(kernels, name, write, options):
    """Writes a kernel's folder and puts it in its place."""
    with tempfile.TemporaryDirectory(dir=kernels) as temporary:
        folder = pathlib.Path(temporary) / name
        folder.mkdir()
        environment = write(folder, kernels / name, options)
        replace(folder, kernels / name)
    return environment


def replace(source, final):
    """Puts the new folder in place of the old one only where it differs."""
    files = sorted(path.name for path in source.iterdir())
    same = final.is_dir() and all(
        (final / name).is_file() and (final / name).read_bytes() == (source / name).read_bytes()
        for name in files
    )
    if not same:
        shutil.rmtree(final, ignore_errors=True)
        source.rename(final)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True, help="home of the JDK to run on")
    parser.add_argument("--jars", required=True, help="folder of the library's jars")
    parser.add_argument("--no-archive", action="store_true", help="leave the class archive out")
    options = parser.parse_args()
    kernels = pathlib.Path(sys.prefix) / "share" / "jupyter" / "kernels"
    kernels.mkdir(parents=True, exist_ok=True)
    environment = install(kernels, "whence-kotlin", write_kotlin, options)
    install(kernels, "whence-java", write_java, options)
    write_stock_descriptor(pathlib.Path(options.jars).resolve())
    if not options.no_archive:
        make_archive("whence-kotlin", environment)


def make_archive(name, environment):
    """Once for each JDK and kernel; the kernel works without."""
    os.environ.update(environment)
    try:
        if archive.make(name, environment["KOTLIN_JUPYTER_JAVA_HOME"]):
            return
        failure = "the JVM wrote none"
    except Exception as thrown:
        failure = thrown
    print(f"No class archive for the kernel, its first cell takes longer: {failure}", file=sys.stderr)


if __name__ == "__main__":
    main()
