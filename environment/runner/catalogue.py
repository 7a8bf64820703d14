"""Which notebooks there are, which of them are meant, and what each says about itself.

A notebook's metadata hold an object `whence`: `title`, `teaches` (one sentence), `quickSeconds` and
`fullSeconds` (what it takes on two cores), and `needs` (a list, empty where it needs nothing).
"""

import dataclasses
import pathlib

import nbformat

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
INDEX = "index.ipynb"
MAIN_JOB = "paper/iterations.ipynb"
SECTIONS = (".", "learn", "learn/solutions", "explore", "paper", "java")
UNSTATED_SECONDS = {"quick": 300, "full": 3600}
START_SECONDS = 30


class Refusal(Exception):
    """Why something cannot be done, in four parts."""

    def __init__(self, what, got, expected, cure):
        super().__init__(f"{what}\n  got:      {got}\n  expected: {expected}\n  cure:     {cure}")


@dataclasses.dataclass(frozen=True)
class Facts:
    """What a notebook says about itself."""

    title: str
    teaches: str
    quick_seconds: float
    full_seconds: float
    needs: tuple

    @classmethod
    def of(cls, notebook):
        """Raises ValueError, with what is wrong, where the object is not there or not whole."""
        stated = notebook.metadata.get("whence")
        if not isinstance(stated, dict):
            raise ValueError("no object `whence` in the metadata")
        wrong = [name for name in ("title", "teaches") if not is_text(stated.get(name))]
        wrong += [name for name in ("quickSeconds", "fullSeconds") if not is_seconds(stated.get(name))]
        needs = stated.get("needs")
        if not isinstance(needs, list) or not all(map(is_text, needs)):
            wrong.append("needs")
        if wrong:
            raise ValueError(
                f"`whence` in the metadata: {', '.join(wrong)}: expected texts title and teaches, "
                "seconds above 0 as quickSeconds and fullSeconds, a list of texts as needs"
            )
        return cls(
            stated["title"].strip(), stated["teaches"].strip(),
            stated["quickSeconds"], stated["fullSeconds"], tuple(needs),
        )

    def seconds(self, speed):
        return self.quick_seconds if speed == "quick" else self.full_seconds


def is_text(value):
    return isinstance(value, str) and bool(value.strip())


def is_seconds(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError) as e:
        raise Refusal(
            f"Cannot read the notebook {path}", str(e).splitlines()[0][:200],
            "a notebook of format 4", "restore the file, for example with git checkout",
        ) from e


def stated_seconds(notebook, speed):
    """What a notebook says it takes; one that says nothing has some minutes."""
    try:
        return Facts.of(notebook).seconds(speed)
    except ValueError:
        return UNSTATED_SECONDS[speed]


def limit_seconds(notebook, speed, patience):
    """When a notebook is over its time: so many times what it states, and the start of its kernel."""
    return patience * stated_seconds(notebook, speed) + START_SECONDS


def everything(root=NOTEBOOKS):
    """Every notebook below root: the index first, then as a reader takes them."""
    found = [path for path in root.rglob("*.ipynb") if not hidden(path.relative_to(root))]
    return sorted(found, key=lambda path: place(path.relative_to(root)))


def hidden(relative):
    return any(part.startswith(".") for part in relative.parts)


def place(relative):
    section = relative.parent.as_posix()
    rank = SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)
    return rank, section, relative.name


def choose(words, root=NOTEBOOKS):
    """The notebooks that words name: a notebook with or without its ending, a folder, or a pattern."""
    found = everything(root)
    chosen = set()
    for word in words:
        matching = [path for path in found if is_meant(word, path, root)]
        if not matching and is_elsewhere(word):
            matching = [pathlib.Path(word).resolve()]
        if not matching:
            raise Refusal(
                "Cannot find a notebook", word,
                "a notebook, a folder or a pattern in notebooks/, such as learn, 'learn/0*', iterations",
                "environment/notebooks --list names them all",
            )
        chosen.update(matching)
    return [path for path in found if path in chosen] + sorted(chosen.difference(found))


def is_meant(word, path, root):
    """Whether a word names a notebook of root, as a file or folder, or by the end of its name."""
    for given in (pathlib.Path(word).resolve(), root / word):
        if given in (path, path.with_suffix("")) or (given.is_dir() and given in path.parents):
            return True
    return path.relative_to(root).with_suffix("").match(word.removesuffix(".ipynb"))


def is_elsewhere(word):
    """Whether a word is a notebook of the reader's own."""
    path = pathlib.Path(word)
    return path.suffix == ".ipynb" and path.is_file()
