"""What is otherwise than the schema by design: see exceptions.yaml."""

from pathlib import Path

import yaml

FILE = Path(__file__).resolve().parent.parent / "exceptions.yaml"


def open_enumeration(one, _instance):
    """A text that an enumeration of texts does not list."""
    if one.kind != "accepted" or one.cause != "enum":
        return False
    texts = [value for value in one.schema["enum"] if value is not None]
    return isinstance(one.found, str) and all(isinstance(value, str) for value in texts)


RULES = {"open-enumeration": open_enumeration}


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

    def rule(self, one, instance):
        for name in self.rules:
            if RULES[name](one, instance):
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
