"""The table of notebooks/index.ipynb: made from what each notebook says about itself.

It stands in the markdown cell tagged `contents`. A test compares it, so it cannot go stale;
`environment/notebooks --contents` writes it anew.
"""


import nbformat

import catalogue

TAG = "contents"
HEADINGS = {
    "learn": "Learn: the method, step by step",
    "explore": "Explore: your own questions",
    "paper": "Paper: figures and tables, each with its numbers and where they come from",
    "java": "Java",
}
SOLUTIONS = "learn/solutions"


def sections(root):
    """Notebooks by folder, in the order of reading; without the index itself and the solutions."""
    groups = {}
    for path in catalogue.everything(root):
        folder = path.relative_to(root).parent.as_posix()
        if folder not in (".", SOLUTIONS):
            groups.setdefault(folder, []).append(path)
    return groups


def table(root=catalogue.NOTEBOOKS, last_run=None):
    """The whole cell, as markdown; with one more column where a function tells of the last run."""
    head = "| notebook | what it teaches | quick | full | needs |\n|---|---|---:|---:|---|"
    if last_run:
        head = head.replace("\n", " last run |\n") + "---|"
    parts = []
    for folder, paths in sections(root).items():
        rows = [row(path, root) + (f" {last_run(path)} |" if last_run else "") for path in paths]
        parts.append("\n".join([f"## {HEADINGS.get(folder, folder)}\n", head, *rows]))
    return "\n\n".join(parts) or "There are no notebooks yet."


def row(path, root):
    name = path.relative_to(root).as_posix()
    solution = root / SOLUTIONS / path.name
    link = f"[{{}}]({name})" + (f" · [solutions]({SOLUTIONS}/{path.name})" if solution.is_file() else "")
    try:
        facts = catalogue.Facts.of(catalogue.read(path))
    except (ValueError, catalogue.Refusal):
        return f"| {link.format(path.stem)} | (its metadata do not say) | | | |"
    columns = [
        link.format(facts.title), facts.teaches, duration(facts.quick_seconds),
        duration(facts.full_seconds), "; ".join(facts.needs) or "nothing",
    ]
    return "| " + " | ".join(column.replace("|", "\\|").replace("\n", " ") for column in columns) + " |"


def duration(seconds):
    """Seconds in the unit a reader thinks in."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    if seconds < 100 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.0f} h"


def cell_of(notebook):
    return next((cell for cell in notebook.cells if TAG in cell.metadata.get("tags", [])), None)


def stale(root=catalogue.NOTEBOOKS):
    """One line where the index does not hold the table as it is now."""
    cell = cell_of(catalogue.read(root / catalogue.INDEX))
    if cell is None:
        return [f"no markdown cell tagged {TAG}"]
    if cell.source != table(root):
        return ["its table is not that of the notebooks; environment/notebooks --contents writes it"]
    return []


def renew(root=catalogue.NOTEBOOKS):
    """Writes the table into the index; nothing else of the file changes."""
    path = root / catalogue.INDEX
    notebook = catalogue.read(path)
    cell = cell_of(notebook)
    if cell is None:
        raise catalogue.Refusal(
            "Cannot write the table of notebooks", f"no markdown cell tagged {TAG} in {path}",
            "one such cell", "restore the file with git checkout",
        )
    cell.source = table(root)
    nbformat.write(notebook, path)
