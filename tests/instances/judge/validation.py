"""What a JSON Schema validator says of an instance, and which schemas speak of a place in it."""

import base64
import binascii
import datetime
import re
import sys
from urllib.parse import unquote

import jsonschema

from document import escaped
from draft7 import AT

sys.setrecursionlimit(20_000)

CHECKER = jsonschema.FormatChecker(formats=[])


RFC_3339 = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([-+])([0-9]{2}):([0-9]{2}))"
)


@CHECKER.checks("date-time", raises=ValueError)
def is_date_time(value):
    if not isinstance(value, str):
        return True
    found = RFC_3339.fullmatch(value)
    if not found:
        return False
    day, hour, minute, second, sign, hours, minutes = found.groups()
    offset = datetime.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    time = datetime.time(int(hour), int(minute), min(int(second), 59))
    if int(hours or 0) > 23 or int(minutes or 0) > 59 or not datetime.date.fromisoformat(day):
        return False
    if int(second) < 60:
        return True
    # A leap second ends a day of UTC. Which day of the calendar does not matter.
    there = datetime.datetime.combine(datetime.date(2000, 1, 2), time)
    utc = there + offset if sign == "-" else there - offset
    return int(second) == 60 and (utc.hour, utc.minute) == (23, 59)


@CHECKER.checks("date", raises=ValueError)
def is_date(value):
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and datetime.date.fromisoformat(value)
    )


@CHECKER.checks("byte", raises=(binascii.Error, ValueError))
def is_byte(value):
    return not isinstance(value, str) or base64.b64decode(value, validate=True) is not None


# Draft 7 in all but one: for OpenAPI 3.0, as for draft 4, an integer is written without a fraction.
Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, type_checker=jsonschema.Draft4Validator.TYPE_CHECKER)


class Validation:
    """One converted schema with all that it needs."""

    def __init__(self, root):
        self.root = root
        self.validator = Validator(root, format_checker=CHECKER)

    def errors(self, instance):
        return list(self.validator.iter_errors(instance))

    def is_valid(self, instance):
        return self.validator.is_valid(instance)

    def target(self, node):
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
