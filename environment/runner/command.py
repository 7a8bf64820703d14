"""environment/notebooks: executes notebooks, makes their site, and checks what is committed."""

import argparse
import pathlib
import signal
import sys

import catalogue
import contents
import execute
import pages
import rules

TARGET = catalogue.ROOT / "target"
EXECUTED = TARGET / "notebooks"
USAGE_EXIT = 2
STOPPED_EXIT = 130


def parse(words):
    parser = argparse.ArgumentParser(prog="environment/notebooks", description=__doc__.split(": ", 1)[1])
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="a name, a folder or a pattern: learn, 'learn/0*', iterations")
    parser.add_argument("--all", action="store_true", help="every notebook")
    speed = parser.add_mutually_exclusive_group()
    speed.add_argument("--quick", dest="speed", action="store_const", const="quick", default="quick", help="little data, few steps (the default)")
    speed.add_argument("--full", dest="speed", action="store_const", const="full", help="what the figures are made from")
    parser.add_argument("--jobs", type=number, default=1, metavar="N", help="notebooks at once; they share the cores")
    parser.add_argument("--patience", type=float, default=2.0, metavar="X", help="a notebook may take X times what it states; default 2")
    parser.add_argument("--limit", type=float, metavar="SECONDS", help="the same limit for every notebook instead")
    parser.add_argument("--output", type=pathlib.Path, metavar="DIR", help="for executed copies; default target/notebooks/quick or full")
    parser.add_argument("--site", type=pathlib.Path, metavar="DIR", help="for the pages; default target/site")
    parser.add_argument("--root", type=pathlib.Path, default=catalogue.NOTEBOOKS, help=argparse.SUPPRESS)
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--list", action="store_true", help="only name the notebooks, with the seconds they state")
    other.add_argument("--check", action="store_true", help="only check the rules of committed notebooks")
    other.add_argument("--contents", action="store_true", help="only write the table of index.ipynb anew")
    options = parser.parse_args(words)
    asks = options.list or options.check or options.contents
    if not (options.notebooks or options.all or asks):
        parser.error("name notebooks, or --all")
    return options


def number(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def chosen(options, root):
    return catalogue.choose(options.notebooks, root) if options.notebooks else catalogue.everything(root)


def show_list(paths, root):
    for path in paths:
        notebook = catalogue.read(path)
        seconds = [catalogue.stated_seconds(notebook, speed) for speed in ("quick", "full")]
        print(f"{seconds[0]:6.0f} s  full {seconds[1]:8.0f} s  {path.relative_to(root)}")


def check(paths, root):
    found = [(path, line) for path in paths for line in rules.broken(path, root)]
    found += [(root / catalogue.INDEX, line) for line in contents.stale(root)]
    for path, line in found:
        print(f"{path.relative_to(root)}: {line}", file=sys.stderr)
    print(f"rules of notebooks: {len(paths)} checked, {len(found)} broken")
    return 1 if found else 0


def run(paths, options, root):
    output = options.output or EXECUTED / options.speed
    execution = execute.Execution(
        execute.Options(root, output.resolve(), options.speed, options.patience, options.limit, options.jobs)
    )
    stop_on_signals(execution)
    failed = []
    for outcome in execution.run(paths):
        name = execution.options.name(outcome.path)
        for line in outcome.problems:
            print(f"  FAILED {name}: {line}", file=sys.stderr)
        print(f"  {name}: {'failed' if outcome.problems else 'passed'} after {outcome.seconds:.0f} s", flush=True)
        failed += [name] if outcome.problems else []
    print(f"executed copies: {output}")
    unshown = build_site(root, [output.resolve()] if options.output else [EXECUTED / "quick", EXECUTED / "full"], options)
    print(f"notebooks: {len(paths) - len(failed)} passed, {len(failed)} failed" + "".join(f"\n  {name}" for name in failed))
    return STOPPED_EXIT if execution.stopped else 1 if failed or unshown else 0


def build_site(root, executed, options):
    """Returns what could not be shown."""
    site = pages.Site(root, executed, (options.site or TARGET / "site").resolve())
    unshown = site.build()
    for line in unshown:
        print(f"  FAILED page of {line}", file=sys.stderr)
    print(f"pages:           {site.index()}")
    return unshown


def stop_on_signals(execution):
    """The first signal ends every kernel, so that no JVM stays behind."""
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: execution.stop())


def main(words=None):
    options = parse(words)
    root = options.root.resolve()
    try:
        if options.contents:
            contents.renew(root)
            return 0
        paths = chosen(options, root)
        if options.list:
            return show_list(paths, root) or 0
        return check(paths, root) if options.check else run(paths, options, root)
    except catalogue.Refusal as e:
        print(e, file=sys.stderr)
        return USAGE_EXIT

