"""Holds instances of schemas against the types that are generated for them.

    tests/instances/run suite      the JSON Schema Test Suite, draft 4, in what OpenAPI 3.0 shares with it
    tests/instances/run cases      instances made for the schemas of tests/it/cases/ and of tests/zoo/
    tests/instances/run corpus     instances made for a sample of the schemas of ten documents of TRUEFORM_CORPUS
    tests/instances/run examples   the examples of zoo.yaml, cdexhub.yaml and of the documents of TRUEFORM_CORPUS
    tests/instances/run            all of them

Each schema stands in its document as an object with one property, is generated, and compiled into a program that decodes
instances. What it says is held against what JSON Schema says: by the suite itself, else by the Python package jsonschema, for
which schemas become draft 7 (judge/draft7.py). See judge/judging.py for the verdicts. Whatever is wrong is listed, and the exit
code is 1. All judgements but those that agree go to target/instances/KIND.jsonl.

Instances are made by hypothesis-jsonschema, with a seed: the same sources give the same instances.
"""

import argparse
import os
import sys
from pathlib import Path

import runs
from crates import Failure

KINDS = {"suite": runs.suite, "cases": runs.cases, "corpus": runs.corpus, "examples": runs.examples}


def arguments():
    parser = argparse.ArgumentParser(
        prog="tests/instances/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="suite, cases, corpus or examples; all without any")
    parser.add_argument("--only", metavar="TEXT", help="only the documents whose name holds TEXT")
    parser.add_argument("--seed", type=int, default=1, help="for the sample of schemas and for their instances")
    parser.add_argument("--schemas", type=int, default=30, help="how many schemas of each document of the corpus")
    parser.add_argument("--documents", type=int, default=10, help="how many documents of the corpus")
    parser.add_argument("--examples", type=int, default=300, help="how many examples of each document at most")
    parser.add_argument("--list", type=int, default=5, metavar="N", help="how many of each cause are shown")
    parser.add_argument("--target", type=Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = [kind for kind in options.kinds if kind not in KINDS]
    if unknown:
        parser.error(f"{unknown[0]} is no kind of instances")
    options.corpus = os.environ.get("TRUEFORM_CORPUS")
    return options


def main():
    options = arguments()
    failed = False
    for kind in options.kinds or KINDS:
        try:
            failed |= not KINDS[kind](options)
        except Failure as failure:
            print(f"instances: {kind}: {failure}", file=sys.stderr)
            failed = True
    sys.exit(1 if failed else 0)


main()
