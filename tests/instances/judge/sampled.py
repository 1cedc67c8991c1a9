"""Which schemas are sampled: those of the cases and of the zoo, and some of real documents."""

import random
from pathlib import Path

from document import SCHEMAS, closure, escaped, is_of_3_0, read, with_probes
from probe import Batch, Probe

# A schema that needs more others than this is passed over: hundreds of types take minutes to compile.
LARGEST_CLOSURE = 150


def cases(root):
    """A batch for each case and for the zoo; their documents are whole."""
    result = []
    for path in [*sorted((root / "tests" / "it" / "cases").glob("*.yaml")), root / "tests" / "zoo" / "zoo.yaml"]:
        settings = path.with_suffix(".toml")
        settings = settings if settings.exists() else None
        # Types of other crates would have to be there.
        if settings and "[types." in settings.read_text(encoding="utf-8"):
            continue
        # Broken on purpose, and often no YAML at all.
        if path.stem.startswith("broken_"):
            continue
        document = read(path)
        names = list(((document.get("components") or {}).get("schemas")) or {})
        if not names or not isinstance(document.get("paths"), dict):
            continue
        probes = [probe_of(index, name) for index, name in enumerate(names)]
        result.append(Batch(path.stem, with_probes(document, probes), probes, settings))
    return result


def documents(corpus):
    """The real documents of OpenAPI 3.0, each with its name."""
    for path in sorted(Path(corpus, "real").iterdir()):
        if path.suffix in (".json", ".yaml", ".yml"):
            text = path.read_text(encoding="utf-8", errors="replace")
            # Without reading megabytes of YAML only to find that it is of another version.
            if "3.0" in text and is_of_3_0(document := read(path)):
                yield path.stem, document


def corpus(corpus, options):
    """A batch for each of the sampled documents, cut down to the sampled schemas."""
    found = [one for one in documents(corpus) if not options.only or options.only in one[0]]
    chance = random.Random(options.seed)
    found = sorted(chance.sample(found, min(options.documents, len(found))), key=lambda one: one[0])
    return [batch for name, document in found if (batch := sampled(name, document, options))]


def sampled(name, document, options):
    schemas = (document.get("components") or {}).get("schemas") or {}
    chance = random.Random(f"{options.seed} {name}")
    candidates = chance.sample(sorted(schemas), len(schemas))
    probes, needed = [], set()
    for candidate in candidates:
        if len(probes) == options.schemas:
            break
        needs = closure(document, [{"$ref": f"#{SCHEMAS}{escaped(candidate)}"}])
        if needs is not None and len(needs) <= LARGEST_CLOSURE:
            probes.append(probe_of(len(probes), candidate))
            needed |= needs
    return Batch(name, with_probes(document, probes, needed), probes) if probes else None


def probe_of(index, name):
    return Probe(f"TrueformProbe{index}", {"$ref": f"#{SCHEMAS}{escaped(name)}"}, SCHEMAS + escaped(name))
