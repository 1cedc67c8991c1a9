"""What is asked: instances of a schema, and what should become of them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Probe:
    """A schema under test. It stands in the document as an object with the schema as its one property `value`: so bounds of
    a schema that is a mere name in Rust are checked too, and `null` is told from absence."""

    name: str
    schema: Any
    # Where it comes from: a pointer, or the group of a test suite.
    origin: str
    direction: str = "received"
    instances: list = field(default_factory=list)


@dataclass
class Instance:
    """The value is that of the property."""

    value: Any
    valid: bool
    # What tells it from the others of its probe.
    name: str = ""

    @property
    def whole(self):
        return {"value": self.value}


@dataclass
class Batch:
    """A document with probes in it."""

    name: str
    document: dict
    probes: list
    settings: Any = None
    # The pointers of what the generator says is not honoured, with the code of the diagnostic.
    reported: dict = field(default_factory=dict)
    # Why nothing can be asked of it.
    refused: str = ""
