"""Executes notebooks headless, shows what they do while they do it, and judges what they show.

A notebook that hangs, dies or is stopped has its kernel killed. The executed copy is written whole or
not at all, also after a failure; what became of the notebook stands in its metadata.
"""

import atexit
import concurrent.futures
import dataclasses
import datetime
import os
import pathlib
import time

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import catalogue
import files
import judge
from live import LiveClient, Terminal

STARTUP_SECONDS = 120


@dataclasses.dataclass(frozen=True)
class Options:
    """How notebooks are executed: their root, where copies go, and how long each may take."""

    root: pathlib.Path
    output: pathlib.Path
    speed: str = "quick"
    patience: float = 2.0
    limit: float | None = None
    jobs: int = 1

    def name(self, path):
        """A notebook's name below the root; one from elsewhere has only its own."""
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root) if inside else pathlib.Path(path.name)

    def target(self, path):
        return self.output / self.name(path)

    def seconds(self, notebook):
        return self.limit or catalogue.limit_seconds(notebook, self.speed, self.patience)


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What became of a notebook."""

    path: pathlib.Path
    seconds: float
    problems: tuple


class Execution:
    """Notebooks on their way; stop ends every kernel from another thread."""

    def __init__(self, options):
        self.options = options
        self.clients = set()
        self.stopped = False

    def stop(self):
        self.stopped = True
        for client in list(self.clients):
            client.kill("stopped")

    def run(self, paths):
        """Outcomes of all, in the order in which they end; the main job, whose artefacts others read, first."""
        first = [path for path in paths if self.options.name(path).as_posix() == catalogue.MAIN_JOB]
        yield from self.together(first, 1)
        yield from self.together([path for path in paths if path not in first], self.options.jobs)

    def together(self, paths, jobs):
        """Runs so many at once, which share the cores."""
        jobs = max(1, min(jobs, len(paths)))
        threads = max(1, int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 2) // jobs)
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            running = [
                pool.submit(self.execute, path, Terminal(f"{path.stem[:10]:10} |" if jobs > 1 else ""), threads)
                for path in paths
            ]
            for future in concurrent.futures.as_completed(running):
                yield future.result()

    def execute(self, path, terminal, threads):
        """Runs one notebook."""
        began = time.monotonic()
        if self.stopped:
            return Outcome(path, 0.0, ("not begun, for the run was stopped",))
        target = self.options.target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with files.alone(target):
                notebook = catalogue.read(path)
                terminal.say(str(self.options.name(path)))
                failure = self.attempt(notebook, path, terminal, threads)
                found = tuple(failure + judge.problems(notebook))
                outcome = Outcome(path, time.monotonic() - began, found)
                note(notebook, self.options.speed, outcome)
                files.write_text(nbformat.writes(notebook) + "\n", target)
        except catalogue.Refusal as e:
            outcome = Outcome(path, time.monotonic() - began, (str(e),))
        return outcome

    def attempt(self, notebook, path, terminal, threads):
        """Executes the cells into the notebook; returns why it came to no end, as a list of one."""
        limit = self.options.seconds(notebook)
        deadline = time.monotonic() + limit
        log = self.options.target(path).with_suffix(".kernel.log")
        client = LiveClient(
            notebook,
            terminal,
            timeout_func=lambda cell: max(1, int(deadline - time.monotonic())),
            interrupt_on_timeout=False,
            shutdown_kernel="immediate",
            startup_timeout=STARTUP_SECONDS,
            resources={"metadata": {"path": str(path.parent)}},
        )
        self.clients.add(client)
        try:
            # What cells print comes as messages; the kernel's own streams would double it.
            with log.open("wb") as streams:
                client.execute(stdout=streams, stderr=streams, env=environment(self.options.speed, threads))
        except CellExecutionError:
            pass  # The error is among the outputs.
        except CellTimeoutError:
            return [f"not done after {limit:.0f} s: its kernel was killed"]
        except NoSuchKernel as e:
            return [f"no kernel {e.name} is installed; environment/lab and environment/test install ours"]
        except (DeadKernelError, RuntimeError) as e:
            if client.end_forced_by:
                return [f"{client.end_forced_by}: its kernel was killed"]
            what = "the kernel died" if isinstance(e, DeadKernelError) else f"the kernel did not start: {e}"
            return [f"{what}; {last_words(log)}"]
        finally:
            self.clients.discard(client)
            atexit.unregister(client._cleanup_kernel)  # nbclient leaves it where a kernel did not start
            terminal.flush()
        # A cell has a second at least, so that many short ones may come to their end after the limit.
        over = time.monotonic() - deadline
        return [f"done only after {limit + over:.1f} s, with a limit of {limit:.0f} s"] if over > 0 else []


def environment(speed, threads):
    """Of the kernel: its speed, and its share of the cores."""
    return dict(os.environ, WHENCE_SPEED=speed, OMP_NUM_THREADS=str(threads))


def note(notebook, speed, outcome):
    """What became of it, into the executed copy."""
    stated = notebook.metadata.setdefault("whence", {})
    stated["run"] = {
        "speed": speed,
        "seconds": round(outcome.seconds, 1),
        "finished": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "problems": list(outcome.problems),
    }


def last_words(log):
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-10:]
    return "its last words:\n    " + "\n    ".join(line[:500] for line in lines)
