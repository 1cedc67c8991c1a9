"""The instances that were made for a document, kept for as long as nothing changes that they depend on: to make them is the
longest part of a run, and a change of the generator does not touch them."""

import hashlib
import json
from collections import Counter
from pathlib import Path

from draft7 import Conversion
from making import instances
from probe import Instance
from validation import Validation

HERE = Path(__file__).resolve().parent

# What the instances follow from, beside the document and the seed.
SOURCES = [*(HERE / f"{name}.py" for name in ("making", "damage", "draft7", "validation")), HERE.parent / "requirements.txt"]


def fill(batches, report, options):
    """Fills the probes with instances, and says how many stay empty, and why."""
    folder = options.target / "made"
    folder.mkdir(exist_ok=True)
    for batch in batches:
        path = folder / f"{key(batch, options.seed)}.json"
        if path.exists():
            results = json.loads(path.read_text(encoding="utf-8"))
        else:
            results = make(batch, options.seed)
            path.write_text(json.dumps(results), encoding="utf-8")
        empty = Counter()
        for probe, (found, reason) in zip(batch.probes, results):
            probe.instances = [Instance(value, valid, name) for value, valid, name in found]
            if not found:
                empty[reason] += 1
        for reason, count in sorted(empty.items()):
            report.note(f"{batch.name}: nothing made for {count} of {len(batch.probes)} schemas: {reason}")


def key(batch, seed):
    digest = hashlib.sha256(json.dumps([batch.document, batch.name, seed]).encode())
    for source in SOURCES:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:24]


def make(batch, seed):
    conversion, results = Conversion(batch.document, "received"), []
    for probe in batch.probes:
        validation = Validation(conversion.root(probe.name))
        if is_decidable(validation):
            found, reason = instances(validation, conversion.untranslated, probe, seed)
        else:
            found, reason = [], "its alternatives lead back to it, which no validator decides"
        results.append(([(one.value, one.valid, one.name) for one in found], reason))
    return results


def is_decidable(validation):
    """Whether no schema leads back to itself without a step into a value: JSON Schema does not say what that means."""
    checked = set()

    def check(node, above):
        if not isinstance(node, dict):
            return True
        reference = node.get("$ref")
        if reference in above:
            return False
        if reference is not None:
            if reference not in checked:
                checked.add(reference)
                return check(validation.target(node), {*above, reference})
            return True
        same = [member for word in ("allOf", "anyOf", "oneOf") for member in node.get(word, [])]
        same.append(node.get("not"))
        below = [*node.get("properties", {}).values(), *(node.get(word) for word in ("items", "additionalProperties"))]
        return all(check(member, above) for member in same) and all(check(member, set()) for member in below)

    return check({"$ref": validation.root["$ref"]}, set())
