"""A judge that agrees with everything proves nothing: answers that are wrong, each of which it has to see."""

import copy
import json

from judging import disagreements

REFUSED = {"refused": {"pointer": "", "reason": "control"}}
BROKEN = {"violations": [{"pointer": "", "reason": "control"}]}


def missed(answer, probe, instance, validation):
    """The wrong answers in place of a right one that the judge takes for right, by name; and how many it was given."""
    wrong = {}
    if instance.valid:
        whole = probe.whole(instance.value)
        wrong["refused"] = REFUSED
        wrong["a violation"] = {**BROKEN, "again": answer["again"]}
        wrong["nothing comes back"] = {"violations": [], "again": "{}"}
        wrong["another value comes back"] = {"violations": [], "again": json.dumps(probe.whole(other(instance.value)))}
        wrong["more comes back"] = {"violations": [], "again": json.dumps({**whole, "control": 1})}
        lost = without_a_declared_property(instance.value, probe, validation)
        if lost is not None:
            wrong["a declared property is lost"] = {"violations": [], "again": json.dumps(probe.whole(lost))}
    else:
        wrong["accepted"] = {"violations": [], "again": json.dumps(probe.whole(instance.value))}
    return [name for name, one in wrong.items() if not disagreements(one, probe, instance, validation)], len(wrong)


def other(value):
    return "control" if not isinstance(value, str) else f"{value}!"


def without_a_declared_property(value, probe, validation):
    if not isinstance(value, dict):
        return None
    _, there = validation.along(probe.whole(value), [probe.member])
    declared = {name for schema in there for name in schema.get("properties", {}) if validation.fits(schema, value)}
    for name in value:
        if name in declared:
            result = copy.copy(value)
            del result[name]
            return result
    return None
