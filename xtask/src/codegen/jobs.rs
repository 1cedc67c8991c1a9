//! What is to be generated: a job for each `spec/*.toml`, the one of `--config`, or the one of `--spec`.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use trueform::Options;
use trueform::diagnostic::{Report, settings::missing_setting};
use trueform::settings::{self, Setting, Settings};
use trueform::source::{On, Place, Pointer, Source, SourceId, Sources};

use super::said;
use crate::arguments::CodegenArguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::folder::{Folder, Territory, territory};
use crate::{paths, text};

/// One crate to generate.
#[derive(Debug)]
pub(super) struct Job {
    /// The texts. Their names are the same wherever the repository and the output lie, and from wherever the command is called,
    /// because generated code may name them.
    pub(super) sources: Sources,
    /// The same texts under names that the user can open.
    pub(super) shown: Sources,
    pub(super) options: Options,
    pub(super) folder: Folder,
    /// The runtime whose sources come along.
    pub(super) runtime: Option<PathBuf>,
}

/// A text under both of its names.
struct Named {
    stable: Source,
    shown: Source,
}

impl Named {
    fn read(path: &Path, stable: String) -> Result<Self, Failure> {
        let text = text::read(path)?;
        Ok(Self {
            stable: Source { name: stable, text: text.clone() },
            shown: Source { name: paths::shown(path), text },
        })
    }
}

/// All jobs that the arguments ask for; nothing where settings have errors, which are then printed.
pub(super) fn find(
    arguments: &CodegenArguments,
    root: &Path,
    console: &mut Console<'_>,
) -> Result<Option<Vec<Job>>, Failure> {
    match (&arguments.spec, &arguments.out, &arguments.config) {
        (Some(spec), Some(out), _) => Ok(Some(vec![standalone(arguments, root, spec, out)?])),
        (_, _, Some(config)) => {
            let file = paths::absolute(config);
            Ok(member(arguments, root, &file, console)?.map(|job| vec![job]))
        }
        _ => members(arguments, root, console),
    }
}

fn members(arguments: &CodegenArguments, root: &Path, console: &mut Console<'_>) -> Result<Option<Vec<Job>>, Failure> {
    let spec = root.join("spec");
    let mut files = Vec::new();
    for entry in fs::read_dir(&spec).map_err(|error| Failure::unreadable(&spec, &error))? {
        let path = entry.map_err(|error| Failure::unreadable(&spec, &error))?.path();
        if path.extension() == Some(OsStr::new("toml")) {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(Failure::no_settings(&spec));
    }
    files.sort();
    let mut jobs: Vec<Job> = Vec::new();
    let mut broken = false;
    for file in files {
        match member(arguments, root, &file, console)? {
            Some(job) => jobs.push(job),
            None => broken = true,
        }
    }
    for (index, job) in jobs.iter().enumerate() {
        if let Some(other) = jobs[..index].iter().find(|other| other.folder.path() == job.folder.path()) {
            let name = |job: &Job| job.shown.settings.as_ref().map(|it| it.name.clone()).unwrap_or_default();
            return Err(Failure::shared_folder(job.folder.path(), &name(other), &name(job)));
        }
    }
    Ok((!broken).then_some(jobs))
}

fn member(
    arguments: &CodegenArguments,
    root: &Path,
    file: &Path,
    console: &mut Console<'_>,
) -> Result<Option<Job>, Failure> {
    let text = Named::read(file, paths::relative(root, file))?;
    let mut report = Report::default();
    let target = settings::parse(&text.stable, &mut report).and_then(|it| Target::of(it, &mut report));
    let Some(target) = target.filter(|_| !report.has_errors()) else {
        let name = text.shown.name.clone();
        let document = Source { name: name.clone(), text: String::new() };
        console.report(&report, &Sources { document, settings: Some(text.shown) });
        console.remark(&format!("{name}: {}; nothing was written", said(&report)));
        return Ok(None);
    };
    let base = file.parent().unwrap_or(root);
    let place = base.join(&target.document);
    let inputs = [paths::absolute(file), paths::absolute(&place)];
    let document = Named::read(&place, paths::relative(root, &place))
        .map_err(|failure| failure.named_by(&text.shown.name, "document"))?;
    let out = paths::absolute(&base.join(&target.out));
    let runtime = paths::relative(&out, &root.join("runtime"));
    let options = Options { package: None, runtime, standalone: false, keep_going: arguments.keep_going };
    let folder = Folder::member(out, target.package.as_deref(), &inputs)
        .map_err(|failure| failure.named_by(&text.shown.name, "out"))?;
    Ok(Some(Job::new(document, Some(text), options, folder, None)))
}

/// What settings must say where no command line does.
struct Target {
    document: String,
    out: String,
    package: Option<String>,
}

impl Target {
    fn of(settings: Settings, report: &mut Report) -> Option<Self> {
        let mut need = |setting: Option<Setting>, key| {
            if setting.is_none() {
                let place = Place { source: SourceId::Settings, pointer: Pointer::root(), on: On::Value };
                report.push(missing_setting(place, key));
            }
            setting.map(|setting| setting.text)
        };
        let (document, out) = (need(settings.document, "document"), need(settings.out, "out"));
        let package = settings.package.name.map(|name| name.text);
        Some(Self { document: document?, out: out?, package })
    }
}

fn standalone(arguments: &CodegenArguments, root: &Path, spec: &Path, out: &Path) -> Result<Job, Failure> {
    let name = |path: &Path| {
        path.file_name().map_or_else(|| "document".to_owned(), |name| name.to_string_lossy().into_owned())
    };
    let document = Named::read(spec, name(spec))?;
    let settings = match &arguments.config {
        Some(config) => Some(Named::read(config, name(config))?),
        None => None,
    };
    let (territory, link, copied) = match &arguments.runtime {
        Some(runtime) => (Territory::Linked, linked_runtime(out, runtime)?, None),
        None => (Territory::Standalone, "runtime".to_owned(), Some(root.join("runtime"))),
    };
    let options =
        Options { package: arguments.name.clone(), runtime: link, standalone: true, keep_going: arguments.keep_going };
    let folder = Folder::standalone(paths::absolute(out), territory)?;
    Ok(Job::new(document, settings, options, folder, copied))
}

/// How the `Cargo.toml` in `out` names the runtime that `--runtime` names from the current folder.
fn linked_runtime(out: &Path, runtime: &Path) -> Result<String, Failure> {
    let manifest = fs::read_to_string(runtime.join("Cargo.toml")).ok();
    let name = manifest.as_deref().and_then(territory::package_name);
    if name.as_deref() != Some("trueform-runtime") {
        return Err(Failure::no_runtime(runtime));
    }
    if runtime.is_absolute() {
        return Ok(runtime.to_string_lossy().into_owned());
    }
    Ok(paths::relative(out, runtime))
}

impl Job {
    fn new(
        document: Named,
        settings: Option<Named>,
        options: Options,
        folder: Folder,
        runtime: Option<PathBuf>,
    ) -> Self {
        let (stable, shown) = settings.map(|named| (named.stable, named.shown)).unzip();
        Self {
            sources: Sources { document: document.stable, settings: stable },
            shown: Sources { document: document.shown, settings: shown },
            options,
            folder,
            runtime,
        }
    }
}
