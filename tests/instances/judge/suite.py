"""The JSON Schema Test Suite, draft 4, as OpenAPI 3.0: a document for each file, a probe for each group.

The two are nearly the same language. A group that says what 3.0 cannot say is left out and counted. References to
`#/definitions/x` lead to components; others within the schema lead into its component.
"""

import json
from collections import Counter
from urllib.parse import unquote

from document import SCHEMAS, joined, tokens
from probe import Batch, Instance, Probe

NOT_IN_3_0 = ["patternProperties", "dependencies", "additionalItems", "id", "$schema"]

# Of what the suite checks as an option, these formats are of OpenAPI 3.0. The others are annotations there.
FORMATS = {"date-time"}


class NotIn30(Exception):
    """A keyword that OpenAPI 3.0 does not have."""


class Group:
    """The schema of one group, on its way to components."""

    def __init__(self, name, schema):
        self.name = name
        self.components = {}
        if not isinstance(schema, dict):
            raise NotIn30("a boolean as a schema")
        for key, definition in (schema.get("definitions") or {}).items():
            self.components[self.definition(key)] = self.converted(definition)
        self.components[name] = self.converted({key: value for key, value in schema.items() if key != "definitions"})

    def definition(self, key):
        return f"{self.name}-{key if key.isascii() and key.isalnum() else key.encode().hex()}"

    def reference(self, reference):
        if reference == "#":
            return f"#{SCHEMAS}{self.name}"
        if reference.startswith("#/definitions/"):
            _, key, *rest = tokens(unquote(reference[1:]))
            return "#" + joined(SCHEMAS + self.definition(key), *rest)
        if reference.startswith("#/"):
            return f"#{SCHEMAS}{self.name}{reference[1:]}"
        raise NotIn30("$ref to elsewhere")

    def converted(self, schema):
        if not isinstance(schema, dict):
            raise NotIn30("a boolean as a schema")
        if isinstance(schema.get("$ref"), str):
            return {"$ref": self.reference(schema["$ref"])}
        for keyword in NOT_IN_3_0:
            if keyword in schema:
                raise NotIn30(keyword)
        result = {}
        for keyword, value in schema.items():
            if keyword == "items" and isinstance(value, list):
                raise NotIn30("a list as items")
            if keyword == "properties":
                value = {name: self.converted(inner) for name, inner in value.items()}
            elif keyword in ("items", "not") or (keyword == "additionalProperties" and isinstance(value, dict)):
                value = self.converted(value)
            elif keyword in ("allOf", "anyOf", "oneOf"):
                value = [self.converted(inner) for inner in value]
            elif keyword == "definitions":
                raise NotIn30("definitions within a schema")
            result[keyword] = value
        return result


def batches(suite):
    """A batch for each file, and how often each reason left a group out."""
    left_out, result = Counter(), []
    folder = suite / "json" / "tests" / "draft4"
    for path in sorted(folder.rglob("*.json")):
        name = str(path.relative_to(folder))
        probes, components = [], {}
        for index, group in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            try:
                if path.parent.name == "format" and path.stem not in FORMATS:
                    raise NotIn30("a format that 3.0 does not name")
                converted = Group(f"Group{index}", group["schema"])
            except NotIn30 as reason:
                left_out[str(reason)] += 1
                continue
            components.update(converted.components)
            probe = Probe(f"TrueformProbe{index}", {"$ref": f"#{SCHEMAS}{converted.name}"}, group["description"])
            probe.instances = [Instance(test["data"], test["valid"], test["description"]) for test in group["tests"]]
            probes.append(probe)
        if probes:
            document = {
                "openapi": "3.0.3",
                "info": {"title": name, "version": "1"},
                "paths": {},
                "components": {"schemas": components},
            }
            result.append(Batch(name, document, probes))
    return result, left_out
