"""Valid and invalid instances of a schema, from hypothesis-jsonschema and by damage; the same for the same seed.

A real schema leads to hundreds of others, some of them back to it. So what hypothesis is given is thinned: without references,
a few levels deep, with some of the properties that may be left out. Whatever it makes is held against the whole schema by the
validator, and so is every damaged copy: only its word tells valid from invalid.
"""

import json
import random
import warnings

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

from damage import damaged
from draft7 import AT
from probe import Instance

warnings.filterwarnings("ignore")

# Schemas that are thinned in another way each, and what is taken from each.
VARIANTS = 3
TRIES = 8

# How far a thinned schema reaches: values within each other, schemas after which nothing optional is kept, and those after which
# it is given up.
DEPTH = 4
SIZE = 120
MOST = 1_500

# What is asked of each schema at most.
VALID = 8
INVALID = 20

# Whatever is longer says nothing more.
LONGEST = 20_000

QUIET = settings(
    max_examples=TRIES, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


class Unmakeable(Exception):
    """No value of the schema can be made: each is deeper than what is made, or has a text that Python cannot judge."""


class Thinning:
    """One way to thin a schema."""

    def __init__(self, validation, untranslated, chance):
        self.validation = validation
        self.untranslated = untranslated
        self.chance = chance
        self.left = SIZE

    def schema(self, node, depth=0, wanted=None):
        """`wanted` are the properties that other schemas for the same value require."""
        self.left -= 1
        if not isinstance(node, dict):
            return node
        if depth > DEPTH or self.left < SIZE - MOST:
            raise Unmakeable("too deep")
        if node.get(AT) in self.untranslated:
            raise Unmakeable("a pattern that Python does not read as ECMA 262 does")
        if wanted is None:
            wanted = self.required(node)
        if "$ref" in node:
            return self.schema(self.validation.target(node), depth, wanted)
        result = {key: value for key, value in node.items() if key not in (AT, "not", "definitions")}
        if "properties" in node:
            self.properties(node, result, depth, wanted)
        if isinstance(node.get("items"), dict):
            self.items(node, result, depth)
        if isinstance(node.get("additionalProperties"), dict):
            try:
                result["additionalProperties"] = self.schema(node["additionalProperties"], depth + 1)
            except Unmakeable:
                result["additionalProperties"] = False
        if "propertyNames" in node:
            result["propertyNames"] = self.schema(node["propertyNames"], depth)
        if "allOf" in node:
            result["allOf"] = [self.schema(member, depth, wanted) for member in node["allOf"]]
        branches = [branch for word in ("anyOf", "oneOf") for branch in node.get(word, [])]
        if branches:
            self.branches(branches, result, depth, wanted)
        return result

    def required(self, node):
        """What a schema requires itself, and through references and `allOf`."""
        found, open_nodes, seen = set(), [node], set()
        while open_nodes:
            node = open_nodes.pop()
            if not isinstance(node, dict) or id(node) in seen:
                continue
            seen.add(id(node))
            found.update(node.get("required", []))
            open_nodes += node.get("allOf", [])
            if "$ref" in node:
                open_nodes.append(self.validation.target(node))
        return found

    def properties(self, node, result, depth, wanted):
        required = wanted | set(node.get("required", []))
        optional = [name for name in node["properties"] if name not in required]
        most = max(0, min(6 - depth, self.left // 4))
        kept = required | set(self.chance.sample(optional, min(most, len(optional))))
        result["properties"] = {}
        for name, inner in node["properties"].items():
            if name not in kept:
                continue
            try:
                result["properties"][name] = self.schema(inner, depth + 1)
            except Unmakeable:
                if name in required:
                    raise

    def items(self, node, result, depth):
        try:
            result["items"] = self.schema(node["items"], depth + 1)
            result["maxItems"] = min(node.get("maxItems", 3), max(3, node.get("minItems", 0)))
        except Unmakeable:
            if node.get("minItems"):
                raise
            result["items"], result["maxItems"] = {}, 0

    def branches(self, branches, result, depth, wanted):
        # That exactly one may match is left to the validator: to make it so is costly.
        result.pop("oneOf", None)
        result["anyOf"] = []
        reasons = []
        for branch in self.chance.sample(branches, min(3, len(branches))):
            try:
                result["anyOf"].append(self.schema(branch, depth, wanted | self.required(branch)))
            except Unmakeable as reason:
                reasons.append(reason)
        if not result["anyOf"]:
            raise reasons[0]


def instances(validation, untranslated, probe, seed):
    """What the probe is to be asked; a word on why there is nothing, where there is nothing. `untranslated` are the places of
    patterns that the validator does not know."""
    valid, reasons = [], set()
    schema = validation.root["definitions"][f"/components/schemas/{probe.name}"]["properties"][probe.member]
    for variant in range(VARIANTS):
        chance = random.Random(f"{seed} {variant} {probe.origin}")
        try:
            made = values(Thinning(validation, untranslated, chance).schema(schema), chance)
        except Unmakeable as reason:
            reasons.add(str(reason))
            continue
        except Exception as error:  # Whatever it cannot make is no matter of ours; it is counted.
            reasons.add(type(error).__name__)
            continue
        valid += [value for value in made if validation.is_valid(probe.whole(value))]
    valid = distinct(valid)[:VALID]
    chance = random.Random(f"{seed} damage {probe.origin}")
    invalid = damaged(validation, probe, valid, chance, INVALID)
    result = [Instance(value, True, f"valid {index}") for index, value in enumerate(valid)]
    result += [Instance(value, False, f"{name} at {where or '/'}") for name, where, value in invalid]
    return result, ", ".join(sorted(reasons)) or "none that the validator accepts"


def values(schema, chance):
    found = []

    @hypothesis.seed(chance.getrandbits(32))
    @QUIET
    @given(from_schema(schema))
    def collect(value):
        found.append(value)

    collect()
    return found


def distinct(values):
    """In order, each once, and none that is huge or that JSON cannot hold."""
    seen, result = set(), []
    for value in values:
        text = json.dumps(value, sort_keys=True)
        if text not in seen and len(text) < LONGEST and "\\ud8" not in text:
            seen.add(text)
            result.append(value)
    return result
