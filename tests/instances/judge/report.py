"""What a run says at its end."""

import json
import re
import sys
from collections import Counter, defaultdict

from jsonschema.exceptions import best_match as best

from validation import pointer_of

VERDICTS = ["agrees", "reported", "explained", "wrong"]


class Report:
    """Counts verdicts, and groups by cause what is wrong."""

    def __init__(self, kind, options):
        self.kind = kind
        self.shown = options.list
        self.path = options.target / f"{kind}.jsonl"
        self.counts = {"valid": Counter(), "invalid": Counter()}
        self.by_cause = defaultdict(list)
        self.reasons = Counter()
        self.lines, self.notes, self.failures = [], [], []
        self.controls = self.missed = 0
        # What is wrong with documents.
        self.findings = defaultdict(list)

    def note(self, text):
        self.notes.append(text)

    def refused(self, batch):
        """A document of which there is no crate."""
        text = f"{batch.name}: no crate: {batch.refused}"
        if "compile" in batch.refused:
            self.failures.append(text)
        else:
            self.note(text)

    def unfaithful(self, batch, probe, instance):
        self.failures.append(f"the draft 7 of {batch.name} › {probe.origin} › {instance.name} says something else than the suite: judge/draft7.py is wrong")

    def finding(self, batch, probe, instance, validation):
        """An example that the document's own schema refuses."""
        error = best(validation.errors(probe.whole(instance.value)))
        where = pointer_of(list(error.absolute_path)[1:])
        said = error.message if len(error.message) < 160 else f"{error.message[:80]} … {error.message[-70:]}"
        self.findings[batch.name].append(f"{probe.origin}{where and ' at ' + where}: {said}")

    def control(self, judgement, missed, count):
        """What became of the wrong answers that the judge was given."""
        self.controls += count
        self.missed += len(missed)
        self.failures += [f"{judgement.key()}: the judge does not see that {name}" for name in missed]

    def stale(self, names):
        self.failures += [f"exceptions.yaml: {name} explains nothing any more" for name in names]

    def add(self, judgement):
        self.counts["valid" if judgement.instance.valid else "invalid"][judgement.verdict] += 1
        if judgement.verdict == "agrees":
            return
        said = [one.text() for one in judgement.disagreements]
        line = {**judgement.key(), "verdict": judgement.verdict, "valid": judgement.instance.valid, "why": judgement.why}
        self.lines.append({**line, "said": said, "value": judgement.instance.value})
        if judgement.verdict == "wrong":
            self.by_cause[cause(judgement.disagreements[0])].append(self.lines[-1])
        elif judgement.verdict == "explained":
            self.reasons[f"explained: {judgement.why}"] += 1
        else:
            self.reasons[f"reported: {judgement.why}"] += 1

    def skipped(self, reason):
        print(f"instances: 0 of {self.kind}, because {reason}", file=sys.stderr)
        return True

    def finish(self):
        """Says it all. Whether nothing is wrong."""
        with self.path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.lines)
        print(f"\n{self.kind}")
        self.say_findings()
        for note in self.notes:
            print(f"  {note}")
        for reason, count in sorted(self.reasons.items()):
            print(f"  {count} {reason}")
        self.say_wrong()
        for failure in self.failures:
            print(f"  failed: {failure}")
        print(f"  {'':8}" + "".join(f"{verdict:>11}" for verdict in VERDICTS))
        for validity, counts in self.counts.items():
            print(f"  {validity:8}" + "".join(f"{counts[verdict]:>11}" for verdict in VERDICTS))
        print(f"  the judge was given {self.controls} wrong answers in place of right ones, and missed {self.missed}")
        return not self.by_cause and not self.failures

    def say_findings(self):
        if not self.findings:
            return
        path = self.path.with_name(f"{self.kind}-findings.txt")
        lines = [f"{name}: {line}\n" for name, found in self.findings.items() for line in found]
        path.write_text("".join(lines), encoding="utf-8")
        print(f"  {len(lines)} examples are none of their schema, by the validator; all are in {path}")
        for name, found in self.findings.items():
            print(f"  {name}: {len(found)}")
            for line in found[: self.shown]:
                print(f"    {line}")

    def say_wrong(self):
        for name, lines in sorted(self.by_cause.items(), key=lambda item: -len(item[1])):
            print(f"  wrong, {len(lines)} times: {name}")
            for line in lines[: self.shown]:
                value = json.dumps(line["value"])
                value = value if len(value) <= 200 else f"{value[:200]}…"
                where = f"{line['document']} › {line['probe']} › {line['instance']}"
                print(f"    {where}: {'; '.join(line['said'][:2])}: {value}")


def cause(one):
    """What is alike in many disagreements."""
    text = re.sub(r"`[^`]*`|\"[^\"]*\"|[-+]?\d+(\.\d+)?([eE][-+]?\d+)?", "…", one.cause + one.detail)
    return f"{one.kind}: {text[:100]}"
