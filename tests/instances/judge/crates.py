"""The generated crates, and the program that decodes instances into their types."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from reports import TELLING_NOTES

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent

# What a cargo manifest needs beside the name and the crates.
DEPENDENCIES = """serde = "1"
serde_json = "1"
serde_path_to_error = "0.1"
"""


class Failure(Exception):
    """The harness itself cannot go on."""


class Workspace:
    """One cargo workspace with a crate for each document and a program over all of them."""

    def __init__(self, target, mode):
        self.mode = mode
        self.folder = target / "workspaces" / mode
        self.target = target / "target"
        self.folder.mkdir(parents=True, exist_ok=True)

    def generate(self, batches):
        """Generates the crate of each document, and notes what is reported as not honoured."""
        command = [os.environ.get("CARGO", "cargo"), "build", "--quiet", "--package", "xtask"]
        subprocess.run(command, cwd=ROOT, check=True)
        built = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "xtask"
        wanted = {package(batch) for batch in batches}
        crates = self.folder / "crates"
        crates.mkdir(exist_ok=True)
        for stale in crates.iterdir():
            if stale.name not in wanted:
                shutil.rmtree(stale)
        documents = self.folder / "documents"
        documents.mkdir(exist_ok=True)
        for batch in batches:
            path = documents / f"{package(batch)}.json"
            path.write_text(json.dumps(batch.document), encoding="utf-8")
            arguments = ["codegen", "--spec", path, "--out", crates / package(batch), "--name", package(batch)]
            arguments += ["--runtime", ROOT / "runtime", "--message-format", "json"]
            if batch.settings:
                arguments += ["--config", batch.settings]
            result = subprocess.run([built, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
            take(batch, result)
            if batch.refused:
                shutil.rmtree(crates / package(batch), ignore_errors=True)

    def build(self, batches):
        """Builds the program over all sound documents. A crate that does not compile is left out, and its batch refused."""
        while True:
            sound = [batch for batch in batches if not batch.refused]
            if not sound:
                return []
            self.write_program(sound)
            result = self.cargo("build", "--package", f"program-{self.mode}", "--keep-going")
            if result.returncode == 0:
                return sound
            broken = set(re.findall(r"could not compile `([^`]+)`", result.stderr))
            of_broken = [batch for batch in sound if package(batch) in broken]
            if not of_broken:
                raise Failure(result.stderr[-6000:])
            for batch in of_broken:
                batch.refused = f"the crate does not compile: {result.stderr[:2000]}"

    def cargo(self, *arguments):
        environment = {**os.environ, "CARGO_PROFILE_DEV_DEBUG": "0", "CARGO_TERM_COLOR": "never", "RUSTFLAGS": ""}
        command = [os.environ.get("CARGO", "cargo"), *arguments, "--quiet", "--offline", "--target-dir", self.target]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def write_program(self, batches):
        program = self.folder / "program"
        (program / "src").mkdir(parents=True, exist_ok=True)
        # A standalone crate is a workspace of its own.
        write(self.folder / "Cargo.toml", '[workspace]\nresolver = "3"\nmembers = ["program"]\nexclude = ["crates"]\n')
        shutil.copy(ROOT / "Cargo.lock", self.folder / "Cargo.lock")
        crates = "".join(
            f'{package(batch)} = {{ path = "../crates/{package(batch)}", default-features = false }}\n' for batch in batches
        )
        runtime = f'trueform-runtime = {{ path = "{ROOT / "runtime"}", default-features = false }}\n'
        manifest = f'[package]\nname = "program-{self.mode}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n'
        write(program / "Cargo.toml", manifest + DEPENDENCIES + runtime + crates)
        write(program / "src" / "main.rs", (HERE / "program" / "main.rs").read_text(encoding="utf-8"))
        write(program / "src" / "probes.rs", self.probes(batches))

    def probes(self, batches):
        """The table of the types: a function for each document, so that none is long to compile."""
        arms, functions = [], []
        for batch in batches:
            crate = package(batch).replace("-", "_")
            names = (self.folder / "crates" / package(batch) / "src" / "models.rs").read_text(encoding="utf-8")
            arms.append(f"        {json.dumps(batch.name)} => {crate}(probe, text),\n")
            types = {probe.name: type_of(probe, names) for probe in batch.probes}
            lines = "".join(
                f"        {json.dumps(name)} => examine::<{crate}::models::{ty}>(text),\n" for name, ty in types.items()
            )
            functions.append(
                f"\nfn {crate}(probe: &str, text: &str) -> Value {{\n    match probe {{\n{lines}"
                "        _ => unreachable!(\"a probe of the document\"),\n    }\n}\n"
            )
        head = (
            "//! Which type each probe stands for.\n\nuse serde_json::Value;\n\nuse crate::examine;\n\n"
            "pub fn examine_probe(document: &str, probe: &str, text: &str) -> Value {\n    match document {\n"
        )
        tail = "        _ => unreachable!(\"a document of the run\"),\n    }\n}\n"
        return head + "".join(arms) + tail + "".join(functions)

    def ask(self, batches):
        """What becomes of each instance, in order."""
        questions = [
            json.dumps({"document": batch.name, "probe": probe.name, "text": json.dumps(probe.whole(instance.value))})
            for batch in batches
            for probe in batch.probes
            for instance in probe.instances
        ]
        program = self.target / "debug" / f"program-{self.mode}"
        result = subprocess.run(
            [program], input="\n".join(questions) + "\n", capture_output=True, text=True, check=False, cwd=self.folder
        )
        answers = [json.loads(line) for line in result.stdout.split("\n") if line]
        if result.returncode != 0 or len(answers) != len(questions):
            at = questions[len(answers)] if len(answers) < len(questions) else ""
            raise Failure(f"the program ends early, at {at[:2000]}: {result.stderr[-3000:]}")
        return answers


def type_of(probe, names):
    """What is sent has a type of its own where it differs from what is received."""
    sent = f"{probe.name}Input"
    return sent if probe.direction == "sent" and re.search(rf"\b{sent}\b", names) else probe.name


def take(batch, result):
    """Notes what the generator says of a document."""
    errors = []
    for line in result.stdout.splitlines():
        said = json.loads(line)
        if said["severity"] == "error":
            errors.append(f"{said['code']} at {said['pointer']}: {said['message']}")
        if said["severity"] == "warning" or said["code"] in TELLING_NOTES:
            batch.reported.append((said["pointer"], said["code"]))
    if result.returncode != 0:
        batch.refused = "; ".join(errors[:3]) or result.stderr.strip()[-500:] or "no reason given"


def package(batch):
    return "d-" + re.sub(r"[^a-z0-9]+", "-", batch.name.lower()).strip("-")


def write(path, text):
    """Leaves the time of a file that would not change, so that cargo does not build it again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
