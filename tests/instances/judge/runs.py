"""A run for each kind of instances."""

import random

import controls
import examples as stated
import made
import sampled
import suite as test_suite
from crates import ROOT, Workspace
from document import read, with_probes
from draft7 import Conversion
from exceptions import Exceptions
from judging import Judge
from report import Report
from reports import Reports
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
    made.fill(batches, report, options)
    return judged("cases", batches, report, options)


def corpus(options):
    report = Report("corpus", options)
    if not options.corpus:
        return report.skipped("TRUEFORM_CORPUS names no folder of documents")
    batches = sampled.corpus(options.corpus, options)
    made.fill(batches, report, options)
    return judged("corpus", batches, report, options)


def examples(options):
    report = Report("examples", options)
    ours = [ROOT / "tests" / "zoo" / "zoo.yaml", ROOT / "spec" / "cdexhub.yaml"]
    documents = [(path.stem, read(path)) for path in ours]
    if options.corpus:
        documents += sampled.documents(options.corpus)
    else:
        report.skipped("TRUEFORM_CORPUS names no folder of documents; those of this repository are judged")
    batches = []
    for name, document in documents:
        if options.only and options.only not in name:
            continue
        batch, left_out = stated.batch(name, document, options.examples, random.Random(f"{options.seed} {name}"))
        for reason, count in left_out.items():
            report.note(f"{name}: {count} examples left out: {reason}")
        batches += [batch] if batch else []
    return judged("examples", batches, report, options)


def chosen(batches, options):
    return [batch for batch in batches if not options.only or options.only in batch.name]


def judged(kind, batches, report, options):
    """Generates, compiles, asks and judges. Whether all is well."""
    exceptions = Exceptions(kind)
    workspace = Workspace(options.target, kind)
    workspace.generate(batches)
    sound = workspace.build(batches)
    answers = iter(workspace.ask(sound) if sound else [])
    for batch in batches:
        if batch.refused:
            report.refused(batch)
        else:
            judge_batch(kind, batch, answers, exceptions, report)
    if not options.only:
        report.stale(exceptions.unused())
    return report.finish()


def judge_batch(kind, batch, answers, exceptions, report):
    conversions = {probe.direction: Conversion(batch.document, probe.direction) for probe in batch.probes}
    validations = [Validation(conversions[probe.direction].root(probe.name)) for probe in batch.probes]
    known = set().union(*(conversion.places for conversion in conversions.values()))
    judge = Judge(batch, Reports(batch.reported, known), exceptions)
    for probe, validation in zip(batch.probes, validations):
        untranslated = conversions[probe.direction].untranslated
        for instance in probe.instances:
            answer = next(answers)
            if kind == "suite" and not untranslated and validation.is_valid(probe.whole(instance.value)) != instance.valid:
                report.unfaithful(batch, probe, instance)
            if kind == "examples" and not instance.valid:
                report.finding(batch, probe, instance, validation)
            judgement = judge.judge(probe, instance, answer, validation)
            report.add(judgement)
            if judgement.verdict == "agrees":
                report.control(judgement, *controls.missed(answer, probe, instance, validation))
