"""Tests of the notebooks' site, of the table of the index, and of the rules of committed notebooks."""

import pathlib
import re
import sys
import tempfile
import unittest

import nbformat
from nbformat import v4

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ENVIRONMENT / "runner"))
import catalogue  # noqa: E402
import contents  # noqa: E402
import pages  # noqa: E402
import rules  # noqa: E402

FACTS = {"title": "A title", "teaches": "one thing", "quickSeconds": 20, "fullSeconds": 600, "needs": []}
# What makes a browser load something: not a link that a reader follows.
LOADS = re.compile(r"<(?:script|img|video|audio|iframe|source)[^>]*\ssrc=[\"'](?!data:)|<link |@import|url\((?!data:|#)")


class Folder(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory(prefix="with space ")
        self.home = pathlib.Path(self.place.name).resolve()
        self.root = self.home / "notebooks"
        self.write("index", v4.new_markdown_cell("# Start"), contents_cell())

    def tearDown(self):
        self.place.cleanup()

    def write(self, name, *cells, below=None, metadata=None):
        path = (below or self.root) / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        stated = {"whence": FACTS, "kernelspec": {"name": "whence-kotlin", "display_name": "x"}}
        nbformat.write(v4.new_notebook(cells=list(cells), metadata=metadata or stated), path)
        return path


def contents_cell():
    return v4.new_markdown_cell("", metadata={"tags": ["contents"]})


class Pages(Folder):
    def page(self, *cells, run=None, name="learn/a"):
        self.write(name, *cells)
        if run is not None:
            metadata = {"whence": dict(FACTS, run=run)}
            self.write(name, *cells, below=self.home / "done", metadata=metadata)
        site = pages.Site(self.root, [self.home / "old", self.home / "done"], self.home / "site")
        self.unshown = site.build()
        self.index = site.index().read_text(encoding="utf-8")
        return (self.home / "site" / f"{name}.html").read_text(encoding="utf-8")

    def run_of(self, *problems):
        return {"speed": "quick", "seconds": 12.3, "finished": "2026-01-02T03:04:05+00:00", "problems": list(problems)}

    def test_nothing_is_loaded(self):
        picture = v4.new_output("display_data", data={"image/png": "aGk="})
        script = "<script>if (1 < 2 && 3 > 2) { let a = '</p>' }</script>"
        slider = v4.new_output("display_data", data={"text/html": script})
        made = self.page(
            v4.new_markdown_cell("# Title\n\n$$\\sum_i x_i$$ and $a$"),
            v4.new_code_cell("val x = 1", outputs=[picture, slider]), run=self.run_of(),
        )
        for text in (made, self.index):
            self.assertIsNone(LOADS.search(text), text)
        self.assertIn(script, made)

    def test_formulas_are_readable_without_scripts(self):
        made = self.page(v4.new_markdown_cell("$$\\begin{aligned}a&=\\frac{1}{2}\\end{aligned}$$ and $\\tau$"))
        self.assertRegex(made, r'<math alttext="\\tau" display="inline"[^>]*><mrow><mi>τ</mi>')
        self.assertIn("<mfrac>", made)
        self.assertEqual([], self.unshown)

    def test_unknown_formula_is_refused(self):
        for source in ("$\\nosuch x$", "$\\frac{1}{$"):
            with self.assertRaises(FileNotFoundError):
                self.page(v4.new_markdown_cell(source), name="learn/bad")
            self.assertRegex(self.unshown[0], "(?s)learn/bad.ipynb: Cannot show a formula\n  got: .*\n  expected:.*\n  cure:")

    def test_links_lead_to_pages(self):
        made = self.page(v4.new_markdown_cell("[b](solutions/b.ipynb#x) [doc](../../x/method.md) [web](https://a.b/c.ipynb)"))
        self.assertIn('<a href="solutions/b.html#x">b</a>', made)
        self.assertNotIn('href="../../x', made)
        self.assertIn("x/method.md</code>", made)
        self.assertIn('href="https://a.b/c.ipynb"', made)
        self.assertIn('<a href="../index.html">', made)

    def test_pictures_of_the_text_are_inside(self):
        (self.root / "learn").mkdir(parents=True)
        (self.root / "learn" / "p.png").write_bytes(b"hi")
        self.assertIn('src="data:image/png;base64,aGk="', self.page(v4.new_markdown_cell("![p](p.png)")))

    def test_page_and_index_tell_what_became_of_it(self):
        self.assertIn("not executed", self.page(v4.new_markdown_cell("x")))
        self.assertIn("not executed", self.index)
        made = self.page(v4.new_markdown_cell("x"), run=self.run_of("cell 1: <bad>"))
        self.assertIn("failed, 12 s, 2026-01-02 03:04 UTC", made)
        self.assertIn("<li>cell 1: &lt;bad&gt;</li>", made)
        self.assertIn("failed, 12 s", self.index)
        self.assertIn('<a href="learn/a.html">A title</a>', self.index)

    def test_damaged_copy_leaves_the_others(self):
        (self.root / "b.ipynb").write_text("{")
        self.assertIn("A page", self.page(v4.new_markdown_cell("A page")))
        self.assertRegex(self.unshown[0], "b.ipynb: Cannot read the notebook")


class Contents(Folder):
    def test_table_is_made_from_the_metadata_and_noticed_when_stale(self):
        self.write("learn/01-a", v4.new_code_cell("1"))
        self.write("learn/solutions/01-a", v4.new_code_cell("1"))
        self.assertEqual(1, len(contents.stale(self.root)))
        contents.renew(self.root)
        self.assertEqual([], contents.stale(self.root))
        self.assertIn(
            "| [A title](learn/01-a.ipynb) · [solutions](learn/solutions/01-a.ipynb) | one thing | 20 s | 10 min | nothing |",
            contents.table(self.root),
        )
        self.write("explore/b", v4.new_code_cell("1"), metadata={"x": 1})
        self.assertIn("--contents writes it", contents.stale(self.root)[0])

    def test_times_are_readable(self):
        said = {5: "5 s", 99.4: "99 s", 150: "2 min", 1500: "25 min", 40_000: "11 h"}
        self.assertEqual(list(said.values()), [contents.duration(seconds) for seconds in said])


class Rules(Folder):
    GOOD = (
        ("markdown", "# Title"), ("code", "%use whence"), ("markdown", "text"), ("code", "1 + 1"),
        ("markdown", "end"), ("code", "versions()"),
    )

    def broken(self, *cells, name="explore/a", **metadata):
        made = [getattr(v4, f"new_{kind}_cell")(source) for kind, source in (cells or self.GOOD)]
        stated = {"whence": dict(FACTS), "kernelspec": {"name": "whence-kotlin", "display_name": "x"}}
        return rules.broken(self.write(name, *made, metadata=dict(stated, **metadata)), self.root)

    def test_good_notebook_breaks_none(self):
        self.assertEqual([], self.broken())

    def test_each_rule_is_noticed(self):
        long = "\n".join("x" * 16)
        cases = {
            "the first code cell is not `%use whence`": self.broken(self.GOOD[0], ("code", "val a = 1\n%use whence"), *self.GOOD[2:]),
            "cell 4: 16 lines; at most 15": self.broken(*self.GOOD[:3], ("code", long), *self.GOOD[4:]),
            "cell 4: empty": self.broken(*self.GOOD[:3], ("code", ""), *self.GOOD[4:]),
            "2 of 7 cells are prose": self.broken(*self.GOOD[:4], *[("code", "versions()")] * 3),
            "the last code cell prints no versions": self.broken(*self.GOOD[:4]),
            "the link nosuch.ipynb leads nowhere": self.broken(*self.GOOD, ("markdown", "[x](nosuch.ipynb)")),
            "no object `whence`": self.broken(whence="x"),
            "needs: expected": self.broken(whence=dict(FACTS, needs="nothing")),
            "quickSeconds, fullSeconds: expected": self.broken(whence=dict(FACTS, quickSeconds=0, fullSeconds=True)),
            "quickSeconds is 90; under 90 is wanted": self.broken(whence=dict(FACTS, quickSeconds=90)),
            "kernel python3": self.broken(kernelspec={"name": "python3", "display_name": "x"}),
            "no learn/solutions/a.ipynb, its solution": self.broken(name="learn/a"),
            "an executed copy": self.broken(whence=dict(FACTS, run={})),
        }
        for wanted, found in cases.items():
            self.assertEqual(1, len(found), (wanted, found))
            self.assertIn(wanted, found[0])

    def test_outputs_and_unknown_tags_are_noticed(self):
        shown = v4.new_output("execute_result", data={"text/plain": "2"})
        cells = [v4.new_markdown_cell("x"), v4.new_code_cell("%use whence"), v4.new_markdown_cell("y")]
        last = v4.new_code_cell("versions()", outputs=[shown], metadata={"tags": ["expect-vidoe"]})
        found = rules.broken(self.write("a", *cells, last), self.root)
        self.assertEqual(2, len(found), found)
        self.assertIn("carries outputs", found[0])
        self.assertIn("unknown tag expect-vidoe", found[1])

    def test_main_job_may_take_longer(self):
        self.assertEqual([], self.broken(name="paper/iterations", whence=dict(FACTS, quickSeconds=300)))


class Committed(unittest.TestCase):
    """What is in the repository."""

    def test_notebooks_keep_the_rules(self):
        for path in catalogue.everything():
            with self.subTest(path.relative_to(catalogue.NOTEBOOKS).as_posix()):
                self.assertEqual([], rules.broken(path))

    def test_index_is_not_stale(self):
        self.assertEqual([], contents.stale())


if __name__ == "__main__":
    unittest.main()
