"""What a JSON Schema validator says of an instance, and which schemas speak of a place in it."""

import base64
import binascii
import datetime
import re
import sys

import jsonschema
from rfc3339_validator import validate_rfc3339

from document import escaped
from draft7 import AT

sys.setrecursionlimit(20_000)

CHECKER = jsonschema.FormatChecker(formats=[])


@CHECKER.checks("date-time")
def is_date_time(value):
    return not isinstance(value, str) or validate_rfc3339(value)


@CHECKER.checks("date", raises=ValueError)
def is_date(value):
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and datetime.date.fromisoformat(value)
    )


@CHECKER.checks("byte", raises=(binascii.Error, ValueError))
def is_byte(value):
    return not isinstance(value, str) or base64.b64decode(value, validate=True) is not None


class Validation:
    """One converted schema with all that it needs."""

    def __init__(self, root):
        self.root = root
        self.validator = jsonschema.Draft7Validator(root, format_checker=CHECKER)

    def errors(self, instance):
        return list(self.validator.iter_errors(instance))

    def is_valid(self, instance):
        return self.validator.is_valid(instance)

    def target(self, node):
        from urllib.parse import unquote

        return self.root["definitions"][unquote(node["$ref"]).split("/", 2)[2].replace("~1", "/").replace("~0", "~")]

    def fits(self, node, instance):
        return self.validator.evolve(schema=node).is_valid(instance)

    def schemas(self, node, instance, all_branches=False):
        """The schemas that speak of a value itself: through references, `allOf`, and the branches that it fits."""
        found, open_nodes, seen = [], [node], set()
        while open_nodes:
            node = open_nodes.pop()
            if not isinstance(node, dict) or id(node) in seen:
                continue
            seen.add(id(node))
            found.append(node)
            if "$ref" in node:
                open_nodes.append(self.target(node))
            open_nodes.extend(node.get("allOf", []))
            for word in ("anyOf", "oneOf"):
                for branch in node.get(word, []):
                    if all_branches or self.fits(branch, instance):
                        open_nodes.append(branch)
        return found

    @staticmethod
    def below(schemas, key):
        """The schemas that speak of a member of a value."""
        found = []
        for schema in schemas:
            if isinstance(key, int):
                found.append(schema.get("items"))
            elif key in schema.get("properties", {}):
                found.append(schema["properties"][key])
            else:
                found.append(schema.get("additionalProperties"))
        return [schema for schema in found if isinstance(schema, dict)]

    def along(self, instance, path):
        """The schemas that speak of the values on the way to a place, all branches included: those above, and those there."""
        schemas, above = self.schemas(self.root, instance, True), []
        for key in path:
            if isinstance(instance, dict) and key in instance:
                instance = instance[key]
            elif isinstance(instance, list) and isinstance(key, int) and key < len(instance):
                instance = instance[key]
            else:
                instance = None
            above += schemas
            schemas = [inner for node in self.below(schemas, key) for inner in self.schemas(node, instance, True)]
        return above, schemas


def path_of(pointer, instance):
    """A JSON pointer into an instance as keys and indices."""
    path = []
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(instance, list) and key.isdigit():
            key = int(key)
        path.append(key)
        try:
            instance = instance[key]
        except (KeyError, IndexError, TypeError):
            instance = None
    return path


def pointer_of(path):
    return "".join("/" + escaped(key) for key in path)


def places(schemas):
    return {schema[AT] for schema in schemas if AT in schema}
