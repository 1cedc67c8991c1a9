"""A run for each kind of instances."""

import suite as test_suite
from crates import Workspace
from document import with_probes
from draft7 import Conversion
from exceptions import Exceptions
from judging import Judge
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
                if kind == "suite" and validation.is_valid(instance.whole) != instance.valid:
                    report.unfaithful(batch, probe, instance)
                report.add(judge.judge(batch, probe, instance, answer, validation, conversion.places))
    if not options.only:
        report.stale(exceptions.unused())
    return report.finish()
def cases(o): return True
corpus=examples=cases
