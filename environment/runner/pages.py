"""A static site of the notebooks: a page each and an index, readable without network or server.

Formulas become MathML and pictures are embedded; no page loads anything. A notebook that was not
executed is shown without outputs, and says so.
"""

import base64
import html
import mimetypes
import os
import pathlib
import re

from latex2mathml.converter import convert
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.formatters import HtmlFormatter

import catalogue
import contents
import files

HERE = pathlib.Path(__file__).resolve().parent
NOT_RUN = "not executed: shown without outputs"


class Renderer(IPythonRenderer):
    """Markdown whose formulas are MathML, whose pictures are inside, and whose links lead to pages."""

    def __init__(self, path, root):
        super().__init__(escape=False)
        self.file = path
        self.root = root

    def block_math(self, body):
        return formula(body, "block")

    def inline_math(self, body):
        return formula(body, "inline")

    def latex_environment(self, name, body):
        return formula(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")

    def link(self, text, url, title=None):
        target = (self.file.parent / url.split("#")[0]).resolve()
        if re.match(r"\w+:", url) or url.startswith("#"):
            return super().link(text, url, title)
        if not target.is_relative_to(self.root):
            return f"{text} (<code>{html.escape(os.path.relpath(target, catalogue.ROOT))}</code>)"
        return super().link(text, re.sub(r"\.ipynb(?=#|$)", ".html", url), title)

    def image(self, text, url, title=None):
        file = self.file.parent / url
        if not re.match(r"\w+:", url) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0]
            url = f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"
        return super().image(text, url, title)


def formula(body, display):
    """LaTeX as MathML; the source stays with it for those who hear the page."""
    source = body.strip()
    try:
        made = convert(source.replace("{aligned}", "{split}"), display=display)
    except Exception as e:
        raise catalogue.Refusal(*unknown_formula(source, type(e).__name__)) from e
    if left := re.search(r"<mi>(\\\w*|&)</mi>", made):
        raise catalogue.Refusal(*unknown_formula(source, left.group(1)))
    return made.replace("<math ", f'<math alttext="{html.escape(source)}" ', 1)


def unknown_formula(source, got):
    return "Cannot show a formula", f"{got} in {source[:200]}", "LaTeX that latex2mathml knows", "write it another way"


def exporter(path, root):
    made = HTMLExporter(
        template_name="template", extra_template_basedirs=[str(HERE)],
        exclude_input_prompt=True, exclude_output_prompt=True,
    )
    made.register_filter("markdown2html", lambda text: MarkdownWithMath(Renderer(path, root)).render(text))
    return made


def style():
    own = (HERE / "template" / "page.css").read_text(encoding="utf-8")
    return own + HtmlFormatter(style="friendly").get_style_defs(".highlight")


class Site:
    """The site of the notebooks below root, made of their latest executed copies in some folders."""

    def __init__(self, root, executed, folder):
        self.root = root
        self.executed = tuple(executed)
        self.folder = folder

    def build(self):
        """Renews the pages that are older than what they show, and the index; returns what could not be shown."""
        unshown = []
        for path in catalogue.everything(self.root):
            try:
                self.renew(path)
            except catalogue.Refusal as e:
                unshown.append(f"{path.relative_to(self.root)}: {e}")
        return unshown

    def index(self):
        return self.page(self.root / catalogue.INDEX)

    def renew(self, path):
        made, source = self.page(path), self.source(path)
        first = made == self.index()
        if first or not made.is_file() or modified(made) < modified(source):
            self.write(path, with_runs=first)

    def page(self, path):
        return (self.folder / path.relative_to(self.root)).with_suffix(".html")

    def source(self, path):
        """The latest executed copy where there is one."""
        copies = [folder / path.relative_to(self.root) for folder in self.executed]
        return max((copy for copy in copies if copy.is_file()), key=modified, default=path)

    def write(self, path, with_runs=False):
        notebook = catalogue.read(self.source(path))
        run = notebook.metadata.get("whence", {}).get("run")
        if with_runs and (cell := contents.cell_of(notebook)):
            cell.source = contents.table(self.root, self.last_run)
        facts = {
            "title": notebook.metadata.get("whence", {}).get("title", path.stem),
            "home": None if with_runs else os.path.relpath(self.index(), self.page(path).parent),
            "run": told(run), "problems": run["problems"] if run else [], "style": style(),
        }
        prepare(notebook)
        body, _ = exporter(path, self.root).from_notebook_node(notebook, resources={"page": facts})
        files.write_text(body, self.page(path))

    def last_run(self, path):
        """A column of the index."""
        run = catalogue.read(self.source(path)).metadata.get("whence", {}).get("run")
        if not run:
            return "not executed"
        return f"{'failed' if run['problems'] else 'passed'}, {contents.duration(run['seconds'])}"


def prepare(notebook):
    """What the page needs beside: the language of its code, and texts for those who do not see its pictures."""
    language = notebook.metadata.get("kernelspec", {}).get("language", "text")
    notebook.metadata.setdefault("language_info", {"name": language}).setdefault("pygments_lexer", language)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for kind in ("image/png", "image/jpeg"):
                if kind in output.get("data", {}):
                    output.metadata.setdefault(kind, {})["alt"] = output.data.get("text/plain", "picture")


def modified(path):
    return path.stat().st_mtime_ns


def told(run):
    if not run:
        return NOT_RUN
    state = "failed" if run["problems"] else "passed"
    return f"Executed in {run['speed']} mode, {state}, {run['seconds']:.0f} s, {run['finished'][:16].replace('T', ' ')} UTC"
