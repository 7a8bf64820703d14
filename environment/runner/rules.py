"""The rules of committed notebooks that a machine can check; each gives one line for what breaks it."""

import re

import nbformat

import catalogue
import judge

MOST_LINES = 15
LEAST_PROSE = 0.45
QUICK_SECONDS_BELOW = 90
FIRST_CELLS = {"whence-kotlin": "%use whence", "whence-java": None}
LINK = re.compile(r"\]\(([^)\s]+)\)")
VERSIONS = re.compile(r"version", re.IGNORECASE)


def broken(path, root=catalogue.NOTEBOOKS):
    """What is wrong with a committed notebook, as lines."""
    notebook = catalogue.read(path)
    name = path.relative_to(root).as_posix()
    return [
        *valid(notebook), *clean(notebook), *stated(notebook, name), *kernel(notebook), *cells(notebook),
        *prose(notebook), *ending(notebook), *links(notebook, path), *solved(name, root),
    ]


def code(notebook):
    return [(number, cell) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]


def valid(notebook):
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as e:
        yield f"not a valid notebook: {e.message[:200]}"


def clean(notebook):
    for number, cell in code(notebook):
        if cell.outputs or cell.execution_count:
            yield f"cell {number}: carries outputs; clear them before committing"
    if "run" in notebook.metadata.get("whence", {}):
        yield "an executed copy: restore the notebook itself"


def stated(notebook, name):
    try:
        facts = catalogue.Facts.of(notebook)
    except ValueError as e:
        yield str(e)
        return
    if facts.quick_seconds >= QUICK_SECONDS_BELOW and name != catalogue.MAIN_JOB:
        yield f"quickSeconds is {facts.quick_seconds}; under {QUICK_SECONDS_BELOW} is wanted"


def kernel(notebook):
    name = notebook.metadata.get("kernelspec", {}).get("name")
    if name not in FIRST_CELLS:
        yield f"kernel {name}; expected one of {', '.join(FIRST_CELLS)}"
        return
    first = [cell.source.strip() for _, cell in code(notebook)][:1]
    if FIRST_CELLS[name] and first != [FIRST_CELLS[name]]:
        yield f"the first code cell is not `{FIRST_CELLS[name]}` alone"


def cells(notebook):
    for number, cell in code(notebook):
        lines = len(cell.source.strip().splitlines())
        if lines == 0:
            yield f"cell {number}: empty"
        elif lines > MOST_LINES:
            yield f"cell {number}: {lines} lines; at most {MOST_LINES}"
        for tag in cell.metadata.get("tags", []):
            if tag.startswith(judge.EXPECT) and tag not in judge.EXPECTED:
                yield f"cell {number}: unknown tag {tag}; known are {', '.join(judge.EXPECTED)}"


def prose(notebook):
    texts = sum(cell.cell_type == "markdown" for cell in notebook.cells)
    if texts < LEAST_PROSE * len(notebook.cells):
        yield f"{texts} of {len(notebook.cells)} cells are prose; about half should be"


def ending(notebook):
    """That it does print versions and time shows when it runs (`judge.ending`)."""
    last = [cell.source for _, cell in code(notebook)][-1:]
    if not last or not VERSIONS.search(last[0]):
        yield "the last code cell prints no versions"


def links(notebook, path):
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            for link in LINK.findall(cell.source):
                target = link.split("#")[0]
                if target and not re.match(r"\w+:", link) and not (path.parent / target).exists():
                    yield f"cell {number}: the link {link} leads nowhere"


def solved(name, root):
    """A learn notebook and its solution have one file name."""
    folder, _, file = name.rpartition("/")
    other = {"learn": root / "learn" / "solutions" / file, "learn/solutions": root / "learn" / file}.get(folder)
    if other and not other.is_file():
        yield f"no {other.relative_to(root)}, its {'solution' if folder == 'learn' else 'notebook'}"
