"""Whether the generator has said that a generated type differs from its schema in the way that it does."""

from draft7 import AT
from validation import places

# Notes that say that something other than the document's words stands in. Of the others, warnings do.
TELLING_NOTES = {"implied-type", "enumerated-null", "not-exclusive", "wider-than-format"}

# Warnings that say nothing of which instances are values.
OF_NO_MATTER = {"default", "default-in-docs-only", "enumerated-twice", "enumeration-words", "neither-way", "unknown-extensions"}

# A type that is read into a schema refuses what is of another type. It accepts nothing that it should not.
TIGHTER = {"implied-type"}

# What is said of one keyword, and bears on others beside it.
OF_OTHERS = {"enumerated-null": {"type"}, "wider-than-format": {"minimum", "maximum"}}

# What is said of these may replace a type as a whole, and so bear on all that stands below it.
SHAPES = {"", "allOf", "anyOf", "oneOf", "type", "items", "properties", "additionalProperties", "nullable", "x-nullable"}

# The cause where a test suite refuses an instance for a pattern that the validator cannot read.
UNSEEN = "unknown to the validator"

UNIONS = {"anyOf", "oneOf", "allOf", "not"}


class Reports:
    """What was said of one document: pointers with codes."""

    def __init__(self, reported, known):
        self.said = [
            (pointer, code, *self.owner(pointer, known)) for pointer, code in reported if code not in OF_NO_MATTER
        ]

    @staticmethod
    def owner(pointer, known):
        """The schema that a pointer leads into, and the keyword of it that it leads to."""
        owner = pointer
        while owner and owner not in known:
            owner = owner.rpartition("/")[0]
        return owner, pointer[len(owner) + 1 :].split("/")[0]

    def excuse(self, one, whole, validation):
        """The code of a report that explains a disagreement."""
        if not self.said:
            return None
        above, there = (places(schemas) for schemas in validation.along(whole, one.path))
        roots = there if one.kind != "accepted" or one.cause in UNIONS else set()
        if isinstance(one.schema, dict) and AT in one.schema:
            there = there | {one.schema[AT]}
        for pointer, code, owner, keyword in self.said:
            if not relevant(one, code, keyword):
                continue
            if owner in there or (owner in above and keyword in SHAPES):
                return code
            # What stands within the branches of a union bears on which of them is taken.
            if any(pointer.startswith(f"{root}/") for root in roots):
                return code
        return None


def relevant(one, code, keyword):
    if one.kind != "accepted" or one.cause == UNSEEN or one.cause in OF_OTHERS.get(code, ()):
        return True
    return code not in TIGHTER and (keyword in SHAPES or keyword == one.cause or one.cause in UNIONS)
