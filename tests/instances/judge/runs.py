"""A run for each kind of instances."""

from collections import Counter

import sampled
import suite as test_suite
from crates import ROOT, Workspace
from document import with_probes
from draft7 import Conversion
from exceptions import Exceptions
from judging import Judge
from making import instances
from report import Report
from validation import Validation


def suite(options):
    batches, left_out = test_suite.batches(options.target / "suite")
    batches = chosen(batches, options)
    for batch in batches:
        batch.document = with_probes(batch.document, batch.probes)
    report = Report("suite", options)
    for reason, count in sorted(left_out.items()):
        report.note(f"{count} groups not in 3.0: {reason}")
    return judged("suite", batches, report, options)


def cases(options):
    batches = chosen(sampled.cases(ROOT), options)
    report = Report("cases", options)
    make(batches, report, options)
    return judged("cases", batches, report, options)


def corpus(options):
    report = Report("corpus", options)
    if not options.corpus:
        return report.skipped("TRUEFORM_CORPUS names no folder of documents")
    batches = sampled.corpus(options.corpus, options)
    make(batches, report, options)
    return judged("corpus", batches, report, options)


def make(batches, report, options):
    """Fills the probes with instances, and says how many stay empty, and why."""
    for batch in batches:
        conversion = Conversion(batch.document, "received")
        empty = Counter()
        for probe in batch.probes:
            validation = Validation(conversion.root(probe.name))
            if conversion.untranslated & validation.reached():
                empty["a pattern that Python does not read as ECMA 262 does"] += 1
                continue
            probe.instances, reason = instances(validation, probe, options.seed)
            if not probe.instances:
                empty[reason] += 1
        for reason, count in sorted(empty.items()):
            report.note(f"{batch.name}: nothing made for {count} of {len(batch.probes)} schemas: {reason}")


def chosen(batches, options):
    return [batch for batch in batches if not options.only or options.only in batch.name]


def judged(kind, batches, report, options):
    """Generates, compiles, asks and judges. Whether all is well."""
    exceptions = Exceptions(kind)
    workspace = Workspace(options.target, kind)
    workspace.generate(batches)
    sound = workspace.build(batches)
    answers = iter(workspace.ask(sound))
    judge = Judge(exceptions)
    for batch in batches:
        if batch.refused:
            report.refused(batch)
            continue
        conversions = {}
        for probe in batch.probes:
            conversion = conversions.setdefault(probe.direction, Conversion(batch.document, probe.direction))
            validation = Validation(conversion.root(probe.name))
            for instance in probe.instances:
                answer = next(answers)
                if kind == "suite" and not conversion.untranslated and validation.is_valid(probe.whole(instance.value)) != instance.valid:
                    report.unfaithful(batch, probe, instance)
                report.add(judge.judge(batch, probe, instance, answer, validation, conversion.places))
    if not options.only:
        report.stale(exceptions.unused())
    return report.finish()
def examples(o): return True
