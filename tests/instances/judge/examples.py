"""The examples and defaults that documents state, of schemas and of bodies.

An example whose schema the validator does not accept it for is a finding about the document. One that it accepts and that the
generated type refuses is ours.
"""

from document import HOLDERS, SCHEMAS, at, closure, escaped, joined, target, tokens, with_probes
from draft7 import Conversion
from probe import Batch, Instance, Probe
from validation import Validation

# How many share an object of the document: one for each costs more to compile.
TOGETHER = 40

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]


class Found:
    """An example: where it stands, what it is an example of, and which way that travels, where the document says so."""

    def __init__(self, pointer, schema, value, direction=None):
        self.pointer = pointer
        self.schema = schema
        self.value = value
        self.direction = direction


def found(document):
    """All examples of a document, in its order."""
    components = document.get("components") or {}
    for name, schema in (components.get("schemas") or {}).items():
        place = SCHEMAS + escaped(name)
        yield from of_schema(schema, place, {"$ref": f"#{place}"})
    for pointer, content, direction in contents(document):
        if isinstance(content, dict):
            yield from of_content(document, content, pointer, direction)


def of_schema(schema, place, named=None):
    """Those of a schema and of the schemas within it. `named` is how a schema with a name is referred to."""
    if not isinstance(schema, dict) or target(schema):
        return
    for word in ("example", "default"):
        if word in schema:
            yield Found(joined(place, word), named or schema, schema[word])
    parts = [(["items"], schema.get("items")), (["additionalProperties"], schema.get("additionalProperties"))]
    if isinstance(schema.get("properties"), dict):
        parts += [(["properties", name], inner) for name, inner in schema["properties"].items()]
    for word in ("allOf", "oneOf", "anyOf"):
        if isinstance(schema.get(word), list):
            parts += [([word, index], inner) for index, inner in enumerate(schema[word])]
    for steps, inner in parts:
        yield from of_schema(inner, joined(place, *steps))


def contents(document):
    """The JSON bodies of a document: where they stand, and which way they travel."""
    components = document.get("components") or {}
    bodies, replies = [], []
    for name, body in (components.get("requestBodies") or {}).items():
        bodies.append((joined("/components/requestBodies", name), body))
    for name, reply in (components.get("responses") or {}).items():
        replies.append((joined("/components/responses", name), reply))
    for path, item in (document.get("paths") or {}).items():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if not isinstance(operation, dict):
                continue
            place = joined("/paths", path, method)
            bodies.append((joined(place, "requestBody"), operation.get("requestBody")))
            for status, reply in (operation.get("responses") or {}).items():
                replies.append((joined(place, "responses", status), reply))
    for direction, holders in [("sent", bodies), ("received", replies)]:
        for place, holder in holders:
            if isinstance(holder, dict) and isinstance(holder.get("content"), dict):
                for media, content in holder["content"].items():
                    if is_json(str(media)):
                        yield joined(place, "content", media), content, direction


def is_json(media):
    essence = media.split(";")[0].strip().lower()
    return essence == "application/json" or essence.endswith("+json")


def of_content(document, content, pointer, direction):
    schema = content.get("schema")
    if not isinstance(schema, dict):
        return
    if "example" in content:
        yield Found(joined(pointer, "example"), schema, content["example"], direction)
    examples = content.get("examples")
    for name, example in (examples if isinstance(examples, dict) else {}).items():
        if target(example):
            example = at(document, target(example))
        if isinstance(example, dict) and "value" in example:
            yield Found(joined(pointer, "examples", name, "value"), schema, example["value"], direction)
    if not target(schema):
        yield from of_schema(schema, joined(pointer, "schema"))


def batch(name, document, most, chance):
    """The document, cut down to the schemas that have examples, with these as probes; how many were left out, and why."""
    left_out = {}
    kept = [one for one in found(document) if closure(document, [one.schema]) is not None]
    elsewhere = sum(1 for _ in found(document)) - len(kept)
    if elsewhere:
        left_out["a reference to elsewhere than a schema"] = elsewhere
    if len(kept) > most:
        left_out["more than are sampled"] = len(kept) - most
        places = set(chance.sample(range(len(kept)), most))
        kept = [one for index, one in enumerate(kept) if index in places]
    if not kept:
        return None, left_out
    needed = closure(document, [one.schema for one in kept])
    directed(document, kept, needed)
    probes = probes_of(kept)
    cut = with_probes(document, probes, needed)
    conversions = {direction: Conversion(cut, direction) for direction in HOLDERS}
    for probe, one in zip(probes, kept):
        valid = Validation(conversions[probe.direction].root(probe.name)).is_valid(probe.whole(one.value))
        probe.instances = [Instance(one.value, valid, tokens(one.pointer)[-1])]
    return Batch(name, cut, probes), left_out


def directed(document, kept, needed):
    """Which way an example travels that does not say: as received, unless only what is sent is like it."""
    probes = [Probe(f"TrueformExample{index}", one.schema, one.pointer) for index, one in enumerate(kept)]
    cut = with_probes(document, probes, needed)
    conversions = {direction: Conversion(cut, direction) for direction in HOLDERS}
    for probe, one in zip(probes, kept):
        if one.direction:
            continue
        fits = {
            direction: Validation(conversion.root(probe.name)).is_valid(probe.whole(one.value))
            for direction, conversion in conversions.items()
        }
        one.direction = "sent" if fits["sent"] and not fits["received"] else "received"


def probes_of(kept):
    result, counts = [], dict.fromkeys(HOLDERS, 0)
    for one in kept:
        index = counts[one.direction]
        counts[one.direction] += 1
        name = f"TrueformExamples{one.direction.title()}{index // TOGETHER}"
        result.append(Probe(name, one.schema, one.pointer, one.direction, f"example{index}"))
    return result
