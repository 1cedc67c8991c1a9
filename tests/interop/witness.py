"""What others say of our document, and of answers that are made after it.

    witness.py document SPEC             an OpenAPI validator accepts the document
    witness.py answers SPEC ANSWERS      a JSON Schema validator accepts the answers, as the document wants them

ANSWERS holds one JSON object a line, as tests/it/witnesses.rs writes them. Each witness is shown something wrong too, and
has to refuse it: one that accepts everything proves nothing. The exit code is 0 where all is as it should be, else 1.
"""

import copy
import json
import sys

import yaml
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT4


class Loader(yaml.SafeLoader):
    """Times stay the text that they are in JSON."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def at(value, path):
    for step in path:
        value = value[step]
    return value


def changed(value, path, change):
    """A copy in which `change` was done to the parent of what the path leads to."""
    value = copy.deepcopy(value)
    change(at(value, path[:-1]), path[-1])
    return value


def put(new):
    return lambda parent, key: parent.__setitem__(key, new)


def remove(parent, key):
    del parent[key]


OPERATION = ["paths", "/20180828/workRequests/{workRequestId}", "get"]
WORK_REQUEST = ["components", "schemas", "WorkRequest"]

# What is done to the document, which then must be refused.
BROKEN_DOCUMENTS = {
    "no title": (["info", "title"], remove),
    "no responses": (OPERATION + ["responses"], remove),
    "a path parameter that is declared nowhere": (OPERATION + ["parameters", 0], remove),
    "a parameter in nowhere": (["components", "parameters", "OpcRequestId", "in"], put("footer")),
    "a reference to nothing": (OPERATION + ["parameters", 0, "$ref"], put("#/components/parameters/Nothing")),
    "an unknown type": (WORK_REQUEST + ["properties", "id", "type"], put("strin")),
    "a limit that is a word": (WORK_REQUEST + ["properties", "resources", "maxItems"], put("many")),
    "a required member that is no list": (WORK_REQUEST + ["required"], put("id")),
}


def complaints_about_document(document):
    try:
        return [error.message for error in OpenAPIV30SpecValidator(document).iter_errors()]
    except Exception as error:  # A reference to nothing is an exception of its own.
        return [f"{type(error).__name__}: {error}"]


def check_document(document):
    failures = [f"the document is refused: {complaint}" for complaint in complaints_about_document(document)]
    for name, (path, change) in BROKEN_DOCUMENTS.items():
        if not complaints_about_document(changed(document, path, change)):
            failures.append(f"a document with {name} is accepted")
    return failures, f"the document, and refuses {len(BROKEN_DOCUMENTS)} that are broken"


class Answers:
    """Holds answers against the one operation of the document."""

    def __init__(self, document):
        self.document = document
        self.responses = at(document, OPERATION)["responses"]
        self.registry = Registry().with_resource("urn:document", DRAFT4.create_resource(document))

    def resolved(self, node):
        return at(self.document, node["$ref"][2:].split("/")) if "$ref" in node else node

    def errors(self, schema, value, place):
        if "$ref" in schema:
            schema = {"$ref": "urn:document" + schema["$ref"]}
        validator = OAS30Validator(schema, registry=self.registry, format_checker=oas30_format_checker)
        return [f"{place}{error.json_path[1:]}: {error.message}" for error in validator.iter_errors(value)]

    def schema_of(self, answer):
        response = self.responses.get(str(answer["status"]), self.responses["default"])
        return response["content"]["application/json"]["schema"]

    def declared(self, schema, value):
        """Without what the document does not mention: the client leaves that in the body as it came."""
        schema = self.resolved(schema)
        if isinstance(value, list):
            return [self.declared(schema["items"], item) for item in value]
        if isinstance(value, dict) and "additionalProperties" not in schema:
            known = schema["properties"]
            return {key: self.declared(known[key], member) for key, member in value.items() if key in known}
        return value

    def complaints(self, answer):
        response = self.responses.get(str(answer["status"]), self.responses["default"])
        media = answer["headers"].get("content-type", "").split(";")[0]
        if media not in response["content"]:
            return [f"content-type: {media} is not documented"]
        complaints = self.errors(response["content"][media]["schema"], answer["body"], "body")
        for name, header in response.get("headers", {}).items():
            schema = self.resolved(header)["schema"]
            text = answer["headers"].get(name)
            if text is not None:
                number = schema["type"] == "integer" and text.lstrip("-").isdigit()
                complaints += self.errors(schema, int(text) if number else text, name)
        return complaints


# What is done to a good work request, or to its headers.
BROKEN_WORK_REQUESTS = {
    **{f"no {name}": (["body", name], remove) for name in ["compartmentId", "id", "resources", "status", "timeAccepted"]},
    "an unknown status": (["body", "status"], put("NAPPING")),
    "a percentage in words": (["body", "percentComplete"], put("half")),
    "a time without an offset": (["body", "timeAccepted"], put("2026-01-02T03:04:05")),
    "a day that no month has": (["body", "timeAccepted"], put("2026-02-30T03:04:05Z")),
    "a resource without identifier": (["body", "resources", 0, "identifier"], remove),
    "an unknown action": (["body", "resources", 0, "actionType"], put("EATEN")),
    "metadata that are a list": (["body", "resources", 0, "metadata"], put([])),
    "33 resources": (["body", "resources"], lambda parent, key: put(parent[key][:1] * 33)(parent, key)),
    "a wait in words": (["headers", "retry-after"], put("soon")),
    "a body that calls itself text": (["headers", "content-type"], put("text/plain")),
}
BROKEN_ERRORS = {
    "no code": (["body", "code"], remove),
    "a message that is a number": (["body", "message"], put(7)),
}


def check_answers(document, lines):
    judge = Answers(document)
    answers = [json.loads(line) for line in lines]
    failures, counts, refused = [], {}, 0
    for answer in answers:
        name = f"{answer['from']}: {answer['what']} ({answer['status']})"
        answer["body"], again = json.loads(answer["body"]), json.loads(answer["again"])
        complaints = judge.complaints(answer)
        if bool(complaints) != bool(answer["violations"]):
            failures.append(f"{name}: the client says {answer['violations']}, the validator {complaints}")
        # Python reads and compares numbers exactly.
        if again != judge.declared(judge.schema_of(answer), answer["body"]):
            failures.append(f"{name}: what the client makes of it is not what came:\n{again}\n{answer['body']}")
        refused += bool(complaints)
        key = (answer["from"], answer["status"])
        counts[key] = counts.get(key, 0) + 1
    failures += check_controls(judge, answers)
    said = ", ".join(f"{count} x {status} of {source}" for (source, status), count in sorted(counts.items()))
    controls = len(BROKEN_WORK_REQUESTS) + len(BROKEN_ERRORS)
    return failures, f"{said}; with the client it refuses {refused}, and refuses {controls} that were broken"


def check_controls(judge, answers):
    sound = [answer for answer in answers if not answer["violations"]]
    good = next((answer for answer in sound if answer["status"] == 200 and answer["body"]["resources"]), None)
    error = next((answer for answer in sound if answer["status"] == 404), None)
    if good is None or error is None:
        return ["there is no good work request, or no error, to break"]
    failures = []
    for answer, controls in [(good, BROKEN_WORK_REQUESTS), (error, BROKEN_ERRORS)]:
        for name, (path, change) in controls.items():
            if not judge.complaints(changed(answer, path, change)):
                failures.append(f"an answer with {name} is accepted")
    return failures


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("document", "answers"):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        document = yaml.load(file, Loader)
    if sys.argv[1] == "document":
        failures, said = check_document(document)
    else:
        with open(sys.argv[3], encoding="utf-8") as file:
            failures, said = check_answers(document, file)
    for failure in failures:
        print(f"witness: {failure}", file=sys.stderr)
    if failures:
        sys.exit(1)
    print(f"witness: accepts {said}")


main()
