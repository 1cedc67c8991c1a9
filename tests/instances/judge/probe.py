"""What is asked: instances of a schema, and what should become of them."""

from dataclasses import dataclass, field
from typing import Any


ALONE = "value"


@dataclass
class Probe:
    """A schema under test. It stands in the document as a property of an object: so bounds of a schema that is a mere name in
    Rust are checked too. Where it has an object to itself the property is required, so that `null` is told from absence;
    where there are many, as with examples, they share objects, which are costly to compile."""

    # The object.
    name: str
    schema: Any
    # Where it comes from: a pointer, or the group of a test suite.
    origin: str
    direction: str = "received"
    member: str = ALONE
    instances: list = field(default_factory=list)

    def whole(self, value):
        return {self.member: value}


@dataclass
class Instance:
    # That of the property.
    value: Any
    valid: bool
    # What tells it from the others of its probe.
    name: str = ""


@dataclass
class Batch:
    """A document with probes in it."""

    name: str
    document: dict
    probes: list
    settings: Any = None
    # What the generator says is not honoured: the pointer and code of each diagnostic.
    reported: list = field(default_factory=list)
    # Why nothing can be asked of it.
    refused: str = ""
