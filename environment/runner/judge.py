"""What is wrong with the outputs of an executed notebook.

Wrong is an error, a value that could not be shown, a cell tagged `expect-image`, `expect-html`,
`expect-audio` or `expect-video` that shows none, more than 1 MB in all, and one of the project's
notebooks that does not end with versions and time.
"""

import re

import nbformat

from live import COLOURS

RENDERER_FAILURE = "The problem is found in one of the loaded libraries"
MOST_OUTPUT_BYTES = 1_000_000
EXPECT = "expect-"
JAVA = re.compile(r"\b(?:Java|JDK) \d+")
TIME = re.compile(r"\b\d+(?:\.\d+)? (?:s|seconds|min|minutes)\b|\d\d:\d\d:\d\d")


def html(output):
    return output.get("data", {}).get("text/html", "")


EXPECTED = {
    "expect-image": lambda output: any(k.startswith("image/") for k in output.get("data", {}))
    or "<img" in html(output) or "<svg" in html(output),
    "expect-html": lambda output: "text/html" in output.get("data", {}),
    "expect-audio": lambda output: "<audio" in html(output),
    "expect-video": lambda output: "<video" in html(output),
}


def problems(notebook):
    """One line for each thing that is wrong."""
    found = []
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code":
            outputs = cell.get("outputs", [])
            wrong = [line for output in outputs if (line := problem(output))]
            tags = cell.get("metadata", {}).get("tags", [])
            wrong += [missing(tag) for tag in tags if tag.startswith(EXPECT) and not kept(tag, outputs)]
            found += [f"cell {number}: {line}" for line in wrong]
    size = len(nbformat.writes(notebook).encode("utf-8"))
    if size > MOST_OUTPUT_BYTES:
        found.append(f"{size} bytes with its outputs; at most {MOST_OUTPUT_BYTES}")
    return found + ([] if found else ending(notebook))


def problem(output):
    plain = output.get("data", {}).get("text/plain")
    text = output.get("text", "")
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}{cause(output)}"
    if plain == "null":
        return "shows null (a value that could not be drawn, or none)"
    if RENDERER_FAILURE in text:
        return f"a renderer failed: {text.strip()[:300]}"
    return None


def ending(notebook):
    """Asked only of notebooks that say what they teach, and that came to their end."""
    last = [cell for cell in notebook.cells if cell.cell_type == "code"][-1:]
    text = "\n".join(texts(last[0].outputs)) if last else ""
    if "whence" in notebook.metadata and not (JAVA.search(text) and TIME.search(text)):
        return ["its last code cell prints no versions and time"]
    return []


def texts(outputs):
    for output in outputs:
        yield output.get("text", "") or output.get("data", {}).get("text/plain", "")


def kept(tag, outputs):
    return tag in EXPECTED and any(EXPECTED[tag](output) for output in outputs)


def missing(tag):
    return f"shows nothing of the kind {tag.removeprefix(EXPECT)}"


def cause(output):
    """The innermost cause of an error, for the kernel's own exceptions say little."""
    causes = [line for line in output.get("traceback", []) if line.startswith("Caused by: ")]
    return "; " + COLOURS.sub("", causes[-1]) if causes else ""
