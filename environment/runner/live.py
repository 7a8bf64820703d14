"""What a notebook prints while it runs, as lines of a terminal."""

import os
import re
import signal
import sys
import threading
import time

from nbclient import NotebookClient

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
PROGRESS_SECONDS = 5
LONGEST_TEXT = 4000
MOST_PRINTED = 20_000_000


class Terminal:
    """Lines of a running notebook; of an output that is updated, one every few seconds."""

    writing = threading.Lock()

    def __init__(self, prefix=""):
        self.prefix = prefix
        self.waiting = None
        self.last = 0.0

    def say(self, text, to=None):
        with self.writing:
            print(self.prefix + text, file=to or sys.stdout, flush=True)

    def line(self, text):
        for part in COLOURS.sub("", text).splitlines():
            if part.strip():
                self.say("    " + part)

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
    """Prints streams, updated outputs and short texts as they come, and each cell with its time."""

    def __init__(self, notebook, terminal, **options):
        super().__init__(notebook, on_cell_execute=self.begin, on_cell_executed=self.end, **options)
        self.terminal = terminal
        self.cells = sum(cell.cell_type == "code" and bool(cell.source.strip()) for cell in notebook.cells)
        self.began = 0.0
        self.printed = 0
        self.end_forced_by = None

    def begin(self, cell, cell_index):
        self.began = time.monotonic()
        first = cell.source.strip().splitlines()[0]
        self.terminal.say(f"  [{self.code_cells_executed + 1}/{self.cells}] {first}")

    def end(self, cell, cell_index, execute_reply):
        self.terminal.flush()
        self.terminal.say(f"  [{self.code_cells_executed}/{self.cells}] {time.monotonic() - self.began:.1f} s")

    def process_message(self, msg, cell, cell_index):
        content = msg.get("content", {})
        kind = msg.get("msg_type")
        text = content.get("data", {}).get("text/plain", "") if "data" in content else ""
        if kind == "stream":
            self.count(content.get("text", ""))
            self.terminal.flush()
            self.terminal.line(content.get("text", ""))
        elif kind == "update_display_data":
            self.terminal.update(text)
        elif kind in ("display_data", "execute_result"):
            self.count(str(content["data"]))
            self.terminal.flush()
            if len(text) < LONGEST_TEXT:
                self.terminal.line(text)
        return super().process_message(msg, cell, cell_index)

    def count(self, text):
        """A cell that prints without end would fill the memory long before its time is over."""
        self.printed += len(text)
        if self.printed > MOST_PRINTED:
            self.kill(f"printed more than {MOST_PRINTED // 1_000_000} MB")

    def kill(self, reason):
        """Ends the kernel and all that it started, at once; also from another thread."""
        self.end_forced_by = self.end_forced_by or reason
        process = getattr(getattr(self.km, "provisioner", None), "process", None)
        if process and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
