"""Schemas of OpenAPI 3.0 as JSON Schema draft 7, in which a validator and a maker of instances read them.

What changes, for one direction of travel:

- `nullable` (and `x-nullable`), also beside `$ref`: a type of two, or `anyOf` with null; null joins `enum`.
- `exclusiveMinimum: true`: the number that `minimum` has; the same for `exclusiveMaximum`.
- `readOnly` properties are not required where they are sent, `writeOnly` ones not where they are received.
- `format`: `int32`, `int64`, `uint32` and `uint64` are ranges, `date-time`, `date` and `byte` are checked, others are dropped.
- `pattern`: what Python reads otherwise than ECMA 262 is spelled out.
- `x-propertyNames`: `propertyNames`.
- `discriminator` is kept under TAG, where no validator sees it. `xml`, `default`, docs and examples are dropped.

Every schema keeps where it came from under AT.
"""

import re
from urllib.parse import quote

from document import SCHEMAS, at, escaped, joined, target

AT = "x-at"

# What a discriminator says: its property, and the values that stand for a schema.
TAG = "x-tag"
# Marks a property that the document lets travel in the other direction only.
OTHER_WAY = "x-other-way"

RANGES = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
}

TEXTS = {"date-time", "date", "byte"}

AS_THEY_ARE = [
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems", "multipleOf",
]  # fmt: skip


class Untranslatable(Exception):
    """A pattern that Python cannot read as ECMA 262 does."""


def pattern_for_python(pattern):
    result, inside, index = [], False, 0
    classes = {"d": "0-9", "w": "A-Za-z0-9_", "s": r"\t\n\v\f\r \u00a0\ufeff\u2028\u2029\u1680\u2000-\u200a\u202f\u205f\u3000"}
    while index < len(pattern):
        letter = pattern[index]
        following = pattern[index + 1 : index + 2]
        if letter == "\\":
            index += 2
            if following in classes:
                result.append(classes[following] if inside else f"[{classes[following]}]")
            elif following.lower() in classes:
                if inside:
                    raise Untranslatable(pattern)
                result.append(f"[^{classes[following.lower()]}]")
            elif following == "/":
                result.append("/")
            elif following == "c":
                control = pattern[index : index + 1]
                if not control.isascii() or not control.isalpha():
                    raise Untranslatable(pattern)
                result.append(f"\\x{ord(control) % 32:02x}")
                index += 1
            elif following in ("p", "P", "k", "u") and pattern[index : index + 1] in ("{", "<"):
                raise Untranslatable(pattern)
            elif following.isalpha() and following not in "bBfnrtvux":
                result.append(following)
            else:
                result.append(letter + following)
            continue
        if letter == "[" and not inside:
            inside = True
        elif letter == "[":
            result.append("\\")
        elif letter == "]":
            inside = False
        elif letter == "$" and not inside:
            letter = r"\Z"
        elif letter == "(" and pattern[index + 1 : index + 3] == "?<" and pattern[index + 3 : index + 4] not in "=!":
            letter, index = "(?P<", index + 2
        result.append(letter)
        index += 1
    result = "".join(result)
    try:
        re.compile(result)
    except re.error as error:
        raise Untranslatable(pattern) from error
    return result


class Conversion:
    """The schemas of one document, for one direction."""

    def __init__(self, document, direction):
        self.document = document
        self.direction = direction
        self.definitions = {}
        self.places = set()
        # The places of patterns that could not be translated.
        self.untranslated = set()

    def root(self, name):
        """A schema that stands for the component, with all that it needs. They are converted once."""
        return {**self.reference(SCHEMAS + escaped(name)), "definitions": self.definitions}

    def reference(self, pointer):
        if pointer not in self.definitions:
            self.definitions[pointer] = True
            self.definitions[pointer] = self.schema(at(self.document, pointer), pointer)
        return {"$ref": "#/definitions/" + quote(escaped(pointer), safe="~/")}

    def schema(self, node, pointer):
        self.places.add(pointer)
        if not isinstance(node, dict):
            return {AT: pointer}
        leads_to = target(node)
        nullable = node.get("nullable") is True or node.get("x-nullable") is True
        if leads_to:
            inner = self.reference(leads_to)
            if nullable:
                return {AT: pointer, "anyOf": [inner, {"type": "null"}]}
            return {AT: pointer, "allOf": [inner]}
        result = {AT: pointer, **self.scalars(node, pointer), **self.parts(node, pointer)}
        if nullable:
            return self.nullable(result)
        return result

    @staticmethod
    def nullable(result):
        if "enum" in result and None not in result["enum"]:
            result["enum"] = result["enum"] + [None]
        simple = not any(word in result for word in ("allOf", "anyOf", "oneOf", "not"))
        kind = result.get("type")
        if simple and kind is not None:
            result["type"] = [*(kind if isinstance(kind, list) else [kind]), "null"]
            return result
        return {AT: result[AT], "anyOf": [result, {"type": "null"}]} if not simple else result

    def scalars(self, node, pointer):
        result = {}
        kind, form = node.get("type"), node.get("format")
        if is_int_or_string(node):
            kind = ["integer", "string"]
        if isinstance(kind, (str, list)):
            result["type"] = kind
        for word in AS_THEY_ARE:
            if isinstance(node.get(word), (int, float)):
                result[word] = node[word]
        for word, exclusive in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")]:
            bound, beside = node.get(word), node.get(exclusive)
            if is_number(beside):
                result[exclusive] = beside
            if is_number(bound):
                result[exclusive if beside is True else word] = bound
        if kind == "integer" and form in RANGES:
            least, most = RANGES[form]
            result["minimum"] = max(result.get("minimum", least), least)
            result["maximum"] = min(result.get("maximum", most), most)
        if kind in ("string", None) and form in TEXTS:
            result["format"] = form
        if isinstance(node.get("pattern"), str):
            try:
                result["pattern"] = pattern_for_python(node["pattern"])
            except Untranslatable:
                self.untranslated.add(pointer)
        if isinstance(node.get("enum"), list):
            result["enum"] = node["enum"]
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict) and isinstance(discriminator.get("propertyName"), str):
            known = [*(discriminator.get("mapping") or {}), *at(self.document, SCHEMAS.rstrip("/"))]
            result[TAG] = {"property": discriminator["propertyName"], "known": known}
        return result

    def parts(self, node, pointer):
        result = {}
        properties = node.get("properties")
        if isinstance(properties, dict):
            place = joined(pointer, "properties")
            result["properties"] = {
                name: self.schema(inner, joined(place, name)) for name, inner in properties.items()
            }
            for name, inner in properties.items():
                if self.direction is not None and self.travels_the_other_way(inner):
                    result["properties"][name][OTHER_WAY] = True
        required = node.get("required")
        if isinstance(required, list):
            stay = [name for name in required if not self.travels_the_other_way((properties or {}).get(name))]
            if stay:
                result["required"] = stay
        for word, name in [("items", "items"), ("not", "not"), ("additionalProperties", "additionalProperties"),
                           ("x-propertyNames", "propertyNames")]:  # fmt: skip
            inner = node.get(word)
            if isinstance(inner, bool) and word == "additionalProperties":
                result[name] = inner
            elif isinstance(inner, dict):
                result[name] = self.schema(inner, joined(pointer, word))
        for word in ("allOf", "anyOf", "oneOf"):
            inner = node.get(word)
            if isinstance(inner, list) and inner:
                place = joined(pointer, word)
                result[word] = [self.schema(member, joined(place, index)) for index, member in enumerate(inner)]
        return result

    def travels_the_other_way(self, node):
        word = "writeOnly" if self.direction == "received" else "readOnly"
        for _ in range(16):
            if not isinstance(node, dict):
                return False
            if node.get(word) is True:
                return True
            members = node.get("allOf")
            if target(node):
                node = at(self.document, target(node))
            elif isinstance(members, list) and len(members) == 1:
                node = members[0]
            else:
                return False
        return False


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_int_or_string(node):
    """As Kubernetes says of what values are, where nothing else says it: docs/extensions.md."""
    stated = node.get("x-kubernetes-int-or-string") is True or (
        node.get("type") == "string" and node.get("format") == "int-or-string"
    )
    return stated and not any(word in node for word in ("allOf", "anyOf", "oneOf", "enum"))
