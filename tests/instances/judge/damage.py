"""Valid instances, damaged in one place each: a property less, another type, a bound passed, a pattern broken."""

import copy
import json

from draft7 import AT, is_number
from validation import pointer_of

UNKNOWN = "trueform unknown"

OTHER_TYPES = [None, True, 7, 1.5, "text", [], {}]

# How long a text or a list may become.
LONGEST = 2_000


def damaged(validation, probe, valid, chance, most):
    """Up to `most` instances that the validator refuses, as different as can be: what was done, where, and the result."""
    candidates = []
    for value in valid:
        whole = probe.whole(value)
        for path, inner in positions(value, [probe.member]):
            for name, replacement in replacements(validation.along(whole, path)[1], inner):
                candidates.append((name, path, value, replacement))
    chosen, seen = [], set()
    for name, path, value, replacement in taking_turns(candidates, chance):
        if len(chosen) == most:
            break
        # The same damage to the same part of the schema is done once.
        key = (name, tuple("*" if isinstance(step, int) else step for step in path))
        if key in seen:
            continue
        result = replaced(value, path[1:], replacement)
        if not validation.is_valid(probe.whole(result)):
            seen.add(key)
            chosen.append((name, pointer_of(path[1:]), result))
    return sorted(chosen, key=lambda one: (one[0], one[1], json.dumps(one[2])))


def taking_turns(candidates, chance):
    """All candidates at random, but each kind of damage in its turn: few break a bound, and many are of another type."""
    chance.shuffle(candidates)
    kinds = {}
    for candidate in candidates:
        kinds.setdefault(candidate[0], []).append(candidate)
    rounds = [list(kind) for kind in kinds.values()]
    while rounds:
        for kind in rounds:
            yield kind.pop()
        rounds = [kind for kind in rounds if kind]


def positions(value, path, left=60):
    """Each place in a value, from the outside in."""
    open_places, found = [(path, value)], []
    while open_places and len(found) < left:
        path, value = open_places.pop(0)
        found.append((path, value))
        if isinstance(value, dict):
            open_places += [([*path, key], inner) for key, inner in value.items()]
        elif isinstance(value, list):
            open_places += [([*path, index], inner) for index, inner in enumerate(value[:2])]
    return found


def replaced(value, path, replacement):
    if not path:
        return replacement
    result = copy.deepcopy(value)
    parent = result
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = replacement
    return result


def replacements(schemas, value):
    """What could stand in place of a value and may be wrong."""
    for other in OTHER_TYPES:
        if type(other) is not type(value):
            yield f"{json.dumps(other)} in place", other
    for schema in schemas:
        if AT not in schema:
            continue
        if isinstance(value, dict):
            yield from objects(schema, value)
        elif isinstance(value, list):
            yield from lists(schema, value)
        elif isinstance(value, str):
            yield from texts(schema, value)
        elif is_number(value):
            yield from numbers(schema, value)


def objects(schema, value):
    if schema.get("properties"):
        # A decoder of structs may take their fields from an array.
        yield "its values as an array", [value.get(name) for name in schema["properties"]]
    for name in schema.get("required", []):
        yield f"no {name}", {key: inner for key, inner in value.items() if key != name}
    if schema.get("additionalProperties", True) is not True:
        yield "another property", {**value, UNKNOWN: [UNKNOWN]}
    least, most = schema.get("minProperties"), schema.get("maxProperties")
    if least:
        yield "too few properties", dict(list(value.items())[: least - 1])
    if most is not None and most < LONGEST:
        spare = next(iter(value.values()), UNKNOWN)
        yield "too many properties", {**value, **{f"more{index}": spare for index in range(most + 1)}}
    if "propertyNames" in schema:
        yield "another key", {**value, "\u0001": next(iter(value.values()), UNKNOWN)}


def lists(schema, value):
    least, most = schema.get("minItems"), schema.get("maxItems")
    if least:
        yield "too few items", value[: least - 1]
    if most is not None and most < LONGEST and value:
        yield "too many items", (value * (most + 1))[: most + 1]
    if schema.get("uniqueItems") and value:
        yield "an item twice", [*value, value[0]]


def texts(schema, value):
    if "enum" in schema:
        yield "a text that is not enumerated", UNKNOWN
    if "pattern" in schema:
        yield "a text beyond the pattern", f"\u0001{value}"
        yield "another text beyond the pattern", f"{value}\u0001"
    if "format" in schema:
        yield "a text of another format", UNKNOWN
    if schema.get("minLength"):
        yield "too short", value[: schema["minLength"] - 1]
    if schema.get("maxLength", LONGEST) < LONGEST:
        yield "too long", value + "x" * (schema["maxLength"] + 1 - len(value))


def numbers(schema, value):
    for word, step in [("minimum", -1), ("exclusiveMinimum", 0), ("maximum", 1), ("exclusiveMaximum", 0)]:
        if word in schema:
            yield f"beyond {word}", schema[word] + step
    if "multipleOf" in schema:
        step = schema["multipleOf"]
        yield "no multiple", value + (step / 2 if step != int(step) or step % 2 else step // 2)
        yield "no multiple, by one", value + 1
    if "enum" in schema:
        yield "a number that is not enumerated", max(one for one in [*schema["enum"], 0] if is_number(one)) + 1
    if isinstance(value, int) and abs(value) < 1 << 53:
        yield "a fraction of zero", float(value)
