"""What is otherwise than the schema by design: see exceptions.yaml."""

import copy
from pathlib import Path

import yaml

from draft7 import AT, OTHER_WAY, TAG
from validation import Validation

FILE = Path(__file__).resolve().parent.parent / "exceptions.yaml"


def open_enumeration(one, whole, validation):
    """A value that an enumeration does not list, and that is sound otherwise."""
    return one.kind == "accepted" and tolerated(validation, "opened", opened).is_valid(whole)


def null_for_absent(one, whole, validation):
    """Null where a property may be absent, and may not be null."""
    without = pruned(whole)
    return one.kind == "accepted" and (
        validation.is_valid(without) or tolerated(validation, "opened", opened).is_valid(without)
    )


def unknown_tag(one, whole, validation):
    """A value of a discriminator that stands for no schema, on the way to the place."""
    if one.kind != "accepted":
        return False
    return any(
        unknown(schema[TAG], inner)
        for length in range(len(one.path) + 1)
        for schema in validation.along(whole, one.path[:length])[1]
        if TAG in schema
        for inner in [inside(whole, one.path[:length])]
    )


def tag_added(one, whole, validation):
    """The discriminator of a value that lacks it."""
    if one.kind != "changed" or one.cause != "added":
        return False
    schemas = validation.along(whole, one.path[:-1])[1]
    return any(schema.get(TAG, {}).get("property") == one.path[-1] for schema in schemas)


def other_way(one, whole, validation):
    """A property that the document lets travel in the other direction only."""
    if one.kind != "changed" or one.cause != "lost":
        return False
    return any(schema.get(OTHER_WAY) for schema in validation.along(whole, one.path)[1])


def integer_beyond_64_bits(one, whole, _validation):
    """An integer beyond 64 bits where no range asks for them. Within one of several types it makes a value one of none."""
    found = inside(whole, one.path)
    if one.kind == "violation" and one.cause.endswith("of none of the types that are allowed"):
        return isinstance(found, dict) and any(is_beyond_64_bits(inner) for inner in found.values())
    return one.kind == "refused" and is_beyond_64_bits(found)


def is_beyond_64_bits(value):
    return type(value) is int and not -(2**63) <= value < 2**63


def integral_number(one, whole, validation):
    """A number without a fractional part, written with one, where an integer is wanted."""
    without = integral(whole)
    return one.kind == "accepted" and (
        validation.is_valid(without) or tolerated(validation, "opened", opened).is_valid(without)
    )


RULES = {
    "open-enumeration": open_enumeration,
    "null-for-absent": null_for_absent,
    "unknown-tag": unknown_tag,
    "tag-added": tag_added,
    "other-way": other_way,
    "integer-beyond-64-bits": integer_beyond_64_bits,
    "integral-number": integral_number,
}


def tolerated(validation, name, change):
    """The same schemas with a change, made once."""
    kept = validation.__dict__.setdefault("tolerated", {})
    if name not in kept:
        kept[name] = Validation(change(copy.deepcopy(validation.root)))
    return kept[name]


def opened(node):
    """Without the values of enumerations. Of truth values and null there are no others."""
    if isinstance(node, dict):
        values = node.get("enum")
        if isinstance(values, list) and any(value is not None and not isinstance(value, bool) for value in values):
            # What stands beside `enum` is not checked, and said.
            for word in set(node) - {"type", AT}:
                del node[word]
        # Without their values, alternatives are no longer told apart.
        if "oneOf" in node:
            node["anyOf"] = node.get("anyOf", []) + node.pop("oneOf")
        for inner in node.values():
            opened(inner)
    elif isinstance(node, list):
        for inner in node:
            opened(inner)
    return node


def pruned(value):
    """Without the members that are null."""
    if isinstance(value, dict):
        return {key: pruned(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [pruned(inner) for inner in value]
    return value


def integral(value):
    """With its numbers without a fractional part as integers."""
    if isinstance(value, dict):
        return {key: integral(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [integral(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def inside(value, path):
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def unknown(tag, value):
    said = value.get(tag["property"]) if isinstance(value, dict) else None
    return isinstance(said, str) and said not in tag["known"]


class Exceptions:
    """The exceptions for one kind of instances, and which of them have explained something."""

    def __init__(self, kind):
        stated = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        for entry in [*stated["rules"], *stated["suite"]]:
            if not entry.get("reason"):
                raise SystemExit(f"exceptions.yaml: an entry without a reason: {entry}")
        self.rules = [entry["rule"] for entry in stated["rules"] if kind in entry["kinds"]]
        self.singles = {
            (entry["file"], entry["group"], entry["test"]): entry["reason"] for entry in stated["suite"] if kind == "suite"
        }
        self.used = set()

    def rule(self, one, whole, validation):
        for name in self.rules:
            if RULES[name](one, whole, validation):
                self.used.add(name)
                return name
        return None

    def single(self, judgement):
        key = (judgement.batch.name, judgement.probe.origin, judgement.instance.name)
        if key in self.singles:
            self.used.add(key)
            return self.singles[key]
        return None

    def unused(self):
        return [name for name in [*self.rules, *self.singles] if name not in self.used]
