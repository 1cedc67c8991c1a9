"""The verdict on each instance: whether the generated type and the schema say the same of it.

- *agrees*: a valid instance decodes, is found sound, and encodes back equal in what the schema declares; an invalid one is
  refused or reported.
- *reported*: it is otherwise, and the generator has said so of a schema that speaks of the place.
- *explained*: it is otherwise by design; rules and single exceptions stand in exceptions.yaml.
- *wrong*: it is otherwise, and nobody has said so.
"""

import json
from dataclasses import dataclass

from reports import UNSEEN
from validation import path_of, pointer_of

JSON_TYPES = {
    type(None): "null", bool: "a boolean", int: "an integer", float: "a number", str: "a text", list: "an array",
    dict: "an object",
}  # fmt: skip


@dataclass
class Disagreement:
    """One thing in which type and schema differ."""

    # `refused`, `violation`, `changed`, `accepted`, `panic` or `unwritable`.
    kind: str
    # Where in the instance.
    path: list
    # The keyword of the schema, where the validator names one; else what the type says.
    cause: str
    detail: str = ""
    # What is found there.
    found: object = None
    # The schema that the validator names.
    schema: object = None

    def text(self):
        return f"{self.kind} at {pointer_of(self.path) or '/'}: {self.cause}{self.detail}"


@dataclass
class Judgement:
    batch: object
    probe: object
    instance: object
    verdict: str
    disagreements: list
    why: str = ""

    def key(self):
        return {"document": self.batch.name, "probe": self.probe.origin, "instance": self.instance.name}


def disagreements(answer, probe, instance, validation):
    """All in which an answer of the program is not what the validity of the instance wants."""
    whole = probe.whole(instance.value)
    if answer.get("panic"):
        return [Disagreement("panic", [], "it panics")]
    refused = answer.get("refused")
    if not instance.valid:
        if refused or answer["violations"]:
            return []
        found = [one for error in validation.errors(whole) for one in accepted(error)]
        return found or [Disagreement("accepted", [probe.member], UNSEEN)]
    if refused:
        return [Disagreement("refused", path_of(refused["pointer"], whole), refused["reason"])]
    found = [
        Disagreement("violation", path_of(violation["pointer"], whole), violation["reason"])
        for violation in answer["violations"]
    ]
    if "unwritable" in answer:
        return [*found, Disagreement("unwritable", [], answer["unwritable"])]
    schemas = validation.schemas(validation.root, whole)
    return [*found, *changes(whole, json.loads(answer["again"]), schemas, validation, [])]


def accepted(error):
    """What the validator says against an instance that the type takes. Of a union of null and one other schema, it is what
    that other one says: so draft 7 spells what may be null."""
    inner = [one for one in error.context if not (one.validator == "type" and one.validator_value == "null")]
    if error.validator in ("anyOf", "oneOf") and len({one.schema_path[0] for one in inner}) == 1:
        return [found for one in inner for found in accepted(one)]
    detail = ""
    if error.validator == "type":
        detail = f" {error.validator_value}, and it is {JSON_TYPES[type(error.instance)]}"
    return [
        Disagreement("accepted", list(error.absolute_path), error.validator, detail, error.instance, error.schema)
    ]


def changes(before, after, schemas, validation, path):
    """What is lost, added or changed between what was decoded and what was encoded, of what the schemas declare."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            speaking = validation.below(schemas, key)
            if key in after:
                inner = [found for node in speaking for found in validation.schemas(node, value)]
                yield from changes(value, after[key], inner, validation, [*path, key])
            elif any(declares(schema, key) for schema in schemas):
                yield Disagreement("changed", [*path, key], "lost")
        for key in after.keys() - before.keys():
            yield Disagreement("changed", [*path, key], "added")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after)):
            inner = [
                found for node in validation.below(schemas, index) for found in validation.schemas(node, one)
            ]
            yield from changes(one, other, inner, validation, [*path, index])
    elif not same_scalar(before, after):
        yield Disagreement("changed", path, f"{json.dumps(before)[:80]} is {json.dumps(after)[:80]} now")


def declares(schema, key):
    """Whether a schema has a place for a property. What is not mentioned at all may be left in the body as it came."""
    return key in schema.get("properties", {}) or schema.get("additionalProperties", False) is not False


def same_scalar(before, after):
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    if isinstance(before, float) or isinstance(after, float):
        # `number` is a double by design.
        return isinstance(before, (int, float)) and isinstance(after, (int, float)) and float(before) == float(after)
    return type(before) is type(after) and before == after


class Judge:
    """Holds answers about one document against its schemas."""

    def __init__(self, batch, reports, exceptions):
        self.batch = batch
        self.reports = reports
        self.exceptions = exceptions

    def judge(self, probe, instance, answer, validation):
        found = disagreements(answer, probe, instance, validation)
        if not found:
            return Judgement(self.batch, probe, instance, "agrees", [])
        judgement = Judgement(self.batch, probe, instance, "wrong", found)
        left, said = [], set()
        for one in found:
            code = self.reports.excuse(one, probe.whole(instance.value), validation)
            rule = None if code else self.exceptions.rule(one, probe.whole(instance.value), validation)
            if code:
                said.add(code)
            elif rule:
                judgement.verdict = "explained"
                judgement.why = rule
            else:
                left.append(one)
        judgement.disagreements = left or found
        if left:
            single = self.exceptions.single(judgement)
            judgement.verdict, judgement.why = ("explained", single) if single else ("wrong", "")
        elif said:
            judgement.verdict, judgement.why = "reported", ", ".join(sorted(said))
        return judgement
