"""OpenAPI documents as trees: how they are read, pointed into, and cut down to what a few schemas need."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import yaml

from probe import ALONE

SCHEMAS = "/components/schemas/"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2, as OpenAPI has it: `on` and `12:30` are texts, and so are times."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, letters in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^<<$", "<"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(letters))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def without_tag(loader, _tag, node):
    """A tag says nothing in OpenAPI."""
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node)


Loader.add_multi_constructor("!", without_tag)


def read(path):
    text = Path(path).read_text(encoding="utf-8")
    try:
        return json.loads(text)
    except ValueError:
        return yaml.load(text, Loader)


def is_of_3_0(document):
    return isinstance(document, dict) and str(document.get("openapi", "")).startswith("3.0")


def escaped(token):
    return str(token).replace("~", "~0").replace("/", "~1")


def joined(pointer, *tokens):
    return pointer + "".join("/" + escaped(token) for token in tokens)


def tokens(pointer):
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def at(document, pointer):
    """What a JSON pointer leads to; `None` where it leads to nothing."""
    for token in tokens(pointer):
        if isinstance(document, list):
            document = document[int(token)] if token.isdigit() and int(token) < len(document) else None
        elif isinstance(document, dict):
            document = document.get(token)
        else:
            return None
    return document


def target(node):
    """The pointer that a `$ref` within the document holds."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    if isinstance(reference, str) and reference.startswith("#/"):
        return unquote(reference[1:])
    return None


def references(node):
    """All pointers that lie within a node, wherever."""
    found, open_nodes = set(), [node]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, dict):
            pointer = target(node)
            if pointer:
                found.add(pointer)
            discriminator = node.get("discriminator")
            if isinstance(discriminator, dict) and isinstance(discriminator.get("mapping"), dict):
                for word in discriminator["mapping"].values():
                    if isinstance(word, str):
                        found.add(word[1:] if word.startswith("#/") else SCHEMAS + escaped(word))
            open_nodes.extend(node.values())
        elif isinstance(node, list):
            open_nodes.extend(node)
    return found


def closure(document, nodes):
    """The names of the schemas that nodes need, directly or through others; `None` where one lies elsewhere."""
    names, open_nodes = set(), list(nodes)
    schemas = (document.get("components") or {}).get("schemas") or {}
    while open_nodes:
        for pointer in references(open_nodes.pop()):
            if not pointer.startswith(SCHEMAS):
                return None
            name = tokens(pointer)[2]
            if name in schemas and name not in names:
                names.add(name)
                open_nodes.append(schemas[name])
    return names


# The components that the probes are held by, one for each direction.
HOLDERS = {"received": "TrueformReceived", "sent": "TrueformSent"}


def with_probes(document, probes, names=None):
    """The document with a schema for each probe, which an operation receives or sends. With `names`, only these schemas and
    nothing else of the document is kept: what others do with them has no say in what they are."""
    schemas = dict((document.get("components") or {}).get("schemas") or {})
    if names is None:
        result = {**document, "components": dict(document.get("components") or {}), "paths": dict(document["paths"])}
    else:
        schemas = {name: schema for name, schema in schemas.items() if name in names}
        result = {"openapi": document["openapi"], "info": {"title": "sample", "version": "1"}, "components": {}, "paths": {}}
    operation = {"operationId": "trueformProbes", "responses": {"200": {"description": "Whatever is received."}}}
    for direction, holder in HOLDERS.items():
        held = [probe for probe in probes if probe.direction == direction]
        if not held:
            continue
        for probe in held:
            holding = schemas.setdefault(probe.name, {"type": "object", "properties": {}})
            holding["properties"][probe.member] = probe.schema
            if probe.member == ALONE:
                holding["required"] = [ALONE]
        members = {probe.name: {"$ref": f"#{SCHEMAS}{probe.name}"} for probe in held}
        schemas[holder] = {"type": "object", "properties": members}
        content = {"application/json": {"schema": {"$ref": f"#{SCHEMAS}{holder}"}}}
        if direction == "received":
            operation["responses"]["200"]["content"] = content
        else:
            operation["requestBody"] = {"content": content}
    result["components"]["schemas"] = schemas
    result["paths"]["/trueform-probes"] = {"post": operation}
    return result
