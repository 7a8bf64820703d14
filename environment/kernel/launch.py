"""Starts the Kotlin kernel: checks that the library is there and sets the number of threads."""

import json
import os
import sys

from run_kotlin_kernel.run_kernel import run_kernel


def main():
    connection, jar_arguments = sys.argv[1:3]
    with open(jar_arguments, encoding="utf-8") as file:
        jars = [jar for jar in json.load(file)["classPath"] if os.path.isabs(jar)]
    missing = [jar for jar in jars if not os.path.isfile(jar)]
    if missing:
        sys.exit(
            f"Cannot start the Whence kernel\n  got:      no {missing[0]}\n"
            f"  expected: {len(jars)} jars of the library\n"
            "  cure:     call environment/lab or environment/run, which build them"
        )
    # ND4J assumes four threads on small machines, and more threads than cores are far slower.
    os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count() or 2))
    run_kernel(connection, jar_arguments)


if __name__ == "__main__":
    main()
