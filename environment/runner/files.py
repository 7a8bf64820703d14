"""Files that are whole or not there, and work that one process does at a time."""

import contextlib
import fcntl
import os
import tempfile

from catalogue import Refusal


def write_text(text, target):
    """The whole text under its name, or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(name, 0o644)
    os.replace(name, target)


@contextlib.contextmanager
def alone(target):
    """One run at a time for each executed copy; the system lets go of the lock if the run is killed."""
    with target.with_suffix(".lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise Refusal(
                "Cannot run a notebook twice at once", f"{target}, being made by process {file.read().strip()}",
                "one run at a time for each executed copy", "wait for it, or choose another folder with --output",
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
