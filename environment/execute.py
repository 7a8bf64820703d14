"""Executes notebooks headless, shows what they do while they do it, and judges what they show.

A notebook fails on an error, on a value that could not be shown, on a cell tagged `expect-image`,
`expect-html`, `expect-audio` or `expect-video` that shows none, and when its time is over, in which
case its kernel is killed. The executed copy is written whole or not at all, also after a failure.
"""

import argparse
import os
import pathlib
import re
import sys
import tempfile
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ROOT = pathlib.Path(__file__).resolve().parent.parent
RENDERER_FAILURE = "The problem is found in one of the loaded libraries"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
EXPECTED = {
    "expect-image": lambda output: any(k.startswith("image/") for k in output.get("data", {}))
    or "<img" in html(output) or "<svg" in html(output),
    "expect-html": lambda output: "text/html" in output.get("data", {}),
    "expect-audio": lambda output: "<audio" in html(output),
    "expect-video": lambda output: "<video" in html(output),
}
PROGRESS_SECONDS = 5
MOST_OUTPUT_BYTES = 1_000_000


def html(output):
    return output.get("data", {}).get("text/html", "")


class Terminal:
    """Lines of the running notebook; of an output that is updated, one every few seconds."""

    def __init__(self):
        self.waiting = None
        self.last = 0.0

    def line(self, text):
        for part in COLOURS.sub("", text).splitlines():
            if part.strip():
                print("    " + part, flush=True)

    def update(self, text):
        self.waiting = text
        if time.monotonic() - self.last >= PROGRESS_SECONDS:
            self.flush()

    def flush(self):
        if self.waiting is not None:
            self.line(self.waiting)
            self.waiting = None
            self.last = time.monotonic()


class LiveClient(NotebookClient):
    """Prints streams, updated outputs and short texts as they come."""

    terminal = None

    def process_message(self, msg, cell, cell_index):
        content = msg.get("content", {})
        kind = msg.get("msg_type")
        if kind == "stream":
            self.terminal.flush()
            self.terminal.line(content.get("text", ""))
        elif kind == "update_display_data":
            self.terminal.update(content["data"].get("text/plain", ""))
        elif kind in ("display_data", "execute_result"):
            self.terminal.flush()
            text = content["data"].get("text/plain", "")
            if text and len(text) < 4000:
                self.terminal.line(text)
        return super().process_message(msg, cell, cell_index)


def problems(notebook):
    """What is wrong with the outputs of an executed notebook; one line each."""
    found = []
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code":
            continue
        outputs = cell.get("outputs", [])
        for output in outputs:
            plain = output.get("data", {}).get("text/plain")
            text = output.get("text", "")
            if output.output_type == "error":
                found.append(f"cell {number}: {output.ename}: {output.evalue}{cause(output)}")
            elif plain == "null":
                found.append(f"cell {number}: shows null (a value that could not be drawn, or none)")
            elif RENDERER_FAILURE in text:
                found.append(f"cell {number}: a renderer failed: {text.strip()[:300]}")
        for tag in cell.get("metadata", {}).get("tags", []):
            if tag in EXPECTED and not any(EXPECTED[tag](output) for output in outputs):
                found.append(f"cell {number}: shows nothing of the kind {tag[len('expect-'):]}")
    size = len(nbformat.writes(notebook).encode("utf-8"))
    if size > MOST_OUTPUT_BYTES:
        found.append(f"{size} bytes with its outputs; at most {MOST_OUTPUT_BYTES}")
    return found


def cause(output):
    """The innermost cause of an error, for the kernel's own exceptions say little."""
    causes = [line for line in output.get("traceback", []) if line.startswith("Caused by: ")]
    return "; " + COLOURS.sub("", causes[-1]) if causes else ""


def write(notebook, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        nbformat.write(notebook, file)
    os.chmod(name, 0o644)
    os.replace(name, target)


def last_lines(log):
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-10:]
    return "its last words:\n    " + "\n    ".join(line[:500] for line in lines)


def execute(path, options):
    """Runs one notebook; returns what is wrong with it."""
    notebook = nbformat.read(path, as_version=4)
    target = options.output / path.relative_to(options.root)
    terminal = Terminal()
    began = time.monotonic()
    deadline = began + options.limit
    client = LiveClient(
        notebook,
        kernel_name=options.kernel,
        timeout_func=lambda cell: max(1, int(deadline - time.monotonic())),
        interrupt_on_timeout=False,
        shutdown_kernel="immediate",
        startup_timeout=120,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.terminal = terminal
    code_cells = sum(cell.cell_type == "code" for cell in notebook.cells)
    count = 0

    def announce(cell, cell_index, **_):
        nonlocal count
        if cell.cell_type == "code" and cell.source.strip():
            count += 1
            first = cell.source.strip().splitlines()[0]
            print(f"  [{count}/{code_cells}  {time.monotonic() - began:4.0f} s] {first}", flush=True)

    client.on_cell_execute = announce
    failure = []
    target.parent.mkdir(parents=True, exist_ok=True)
    log = target.with_suffix(".kernel.log")
    try:
        # What cells print reaches the terminal as messages; the kernel's own streams would double it.
        with log.open("wb") as streams:
            client.execute(stdout=streams, stderr=streams)
    except CellTimeoutError:
        failure = [f"not done after {options.limit} s: its kernel was killed"]
    except CellExecutionError:
        pass  # The error is among the outputs.
    except DeadKernelError as e:
        failure = [f"the kernel died: {e}; {last_lines(log)}"]
    except RuntimeError as e:
        failure = [f"the kernel did not start: {e}; {last_lines(log)}"]
    finally:
        terminal.flush()
        write(notebook, target)
    return failure + problems(notebook), target, time.monotonic() - began


def carries_outputs(path):
    return [
        number
        for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1)
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count)
    ]


def check_committed(paths):
    """Committed notebooks carry no outputs."""
    bad = [f"{path}: outputs in cell {cells[0]}" for path in paths if (cells := carries_outputs(path))]
    for line in bad:
        print(line, file=sys.stderr)
    return not bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path, help="all of them if none is named")
    parser.add_argument("--limit", type=int, default=3600, help="seconds a notebook may take")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "target" / "notebooks")
    parser.add_argument("--root", type=pathlib.Path, default=ROOT / "notebooks")
    parser.add_argument("--kernel", default="whence-kotlin")
    parser.add_argument("--check-committed", action="store_true", help="only look for outputs")
    options = parser.parse_args()
    options.root = options.root.resolve()
    paths = [path.resolve() for path in options.notebooks] or sorted(
        path for path in options.root.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
    )
    if options.check_committed:
        sys.exit(0 if check_committed(paths) else 1)
    failed = 0
    for path in paths:
        print(f"{path.relative_to(options.root)}", flush=True)
        found, target, seconds = execute(path, options)
        for line in found:
            print(f"  FAILED {line}", file=sys.stderr)
        failed += bool(found)
        print(f"  {'failed' if found else 'done'} after {seconds:.0f} s: {target}", flush=True)
    print(f"notebooks: {len(paths) - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
