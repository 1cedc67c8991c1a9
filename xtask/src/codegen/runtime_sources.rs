//! The sources of the runtime, as they come along with a standalone crate: `Cargo.toml`, `README.md`, the licences and
//! `src/`, below `runtime/`. Its own tests and examples stay behind.

use std::fs;
use std::path::Path;

use toml_edit::{Array, DocumentMut, InlineTable, Item, TableLike, Value};
use trueform::Files;

use crate::failure::Failure;
use crate::text;

/// Reads the runtime in this folder of a workspace. Its manifest is freed of everything that it inherits from there.
pub(super) fn read(runtime: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    let manifest = runtime.join("Cargo.toml");
    let workspace = runtime.join("../Cargo.toml");
    let freed = free(&text::read(&manifest)?, &text::read(&workspace)?);
    let freed = freed.map_err(|message| Failure::tied_manifest(&manifest, message))?;
    files.insert("runtime/Cargo.toml".to_owned(), freed);
    for name in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        let own = runtime.join(name);
        let shared = runtime.join("..").join(name);
        let licence = (name != "README.md").then_some(shared);
        if let Some(path) = [Some(own), licence].into_iter().flatten().find(|path| path.is_file()) {
            files.insert(format!("runtime/{name}"), text::read(&path)?);
        }
    }
    collect(&runtime.join("src"), "runtime/src", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, name: &str, files: &mut Files) -> Result<(), Failure> {
    let unreadable = |error| Failure::unreadable(folder, &error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        let Ok(own) = entry.file_name().into_string() else {
            return Err(Failure::unreadable(&path, &"its name is not UTF-8"));
        };
        let name = format!("{name}/{own}");
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else if !own.starts_with('.') && !own.ends_with('~') {
            // Not what an editor leaves behind.
            files.insert(name, text::read(&path)?);
        }
    }
    Ok(())
}

/// The text of a manifest with everything in it that it inherits from its workspace.
fn free(manifest: &str, workspace: &str) -> Result<String, String> {
    let mut manifest: DocumentMut = manifest.parse().map_err(|error| format!("{error}"))?;
    let workspace: DocumentMut = workspace.parse().map_err(|error| format!("its workspace: {error}"))?;
    let workspace = workspace.get("workspace").ok_or("its workspace has no [workspace]")?;
    free_package(&mut manifest, workspace)?;
    free_lints(&mut manifest, workspace)?;
    free_dependencies(manifest.as_table_mut(), workspace)?;
    if let Some(targets) = manifest.get_mut("target").and_then(Item::as_table_like_mut) {
        for (_, target) in targets.iter_mut() {
            if let Some(target) = target.as_table_like_mut() {
                free_dependencies(target, workspace)?;
            }
        }
    }
    // What these name stays behind.
    for absent in ["test", "bench", "example"] {
        manifest.remove(absent);
    }
    Ok(manifest.to_string())
}

fn inherits(item: &Item) -> bool {
    item.get("workspace").and_then(Item::as_bool) == Some(true)
}

fn free_package(manifest: &mut DocumentMut, workspace: &Item) -> Result<(), String> {
    let package = manifest.get_mut("package").and_then(Item::as_table_like_mut).ok_or("has no [package]")?;
    let inherited: Vec<String> =
        package.iter().filter(|(_, item)| inherits(item)).map(|(key, _)| key.to_owned()).collect();
    for key in inherited {
        let value = workspace
            .get("package")
            .and_then(|package| package.get(&key))
            .ok_or_else(|| format!("`{key}` is inherited, and [workspace.package] has none"))?;
        // `version.workspace = true` is a dotted key: its own spaces go with it.
        package.remove(&key);
        package.insert(&key, value.clone());
    }
    // What lies outside the folder of the runtime does not come along, beside the licences.
    for key in ["license-file", "readme"] {
        if package.get(key).and_then(Item::as_str).is_some_and(|path| path.contains("..")) {
            package.remove(key);
        }
    }
    Ok(())
}

fn free_lints(manifest: &mut DocumentMut, workspace: &Item) -> Result<(), String> {
    if manifest.get("lints").is_some_and(inherits) {
        let lints = workspace.get("lints").ok_or("the lints are inherited, and [workspace.lints] is absent")?;
        let position = manifest["lints"].as_table().and_then(toml_edit::Table::position);
        let mut lints = lints.clone();
        place_after(&mut lints, position);
        manifest.insert("lints", lints);
    }
    Ok(())
}

/// Tables are written in the order of their positions, and those of the workspace say nothing here.
fn place_after(item: &mut Item, position: Option<isize>) {
    if let Some(table) = item.as_table_mut() {
        table.set_position(position);
        for (_, inner) in table.iter_mut() {
            place_after(inner, position);
        }
    }
}

fn free_dependencies(manifest: &mut dyn TableLike, workspace: &Item) -> Result<(), String> {
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let Some(dependencies) = manifest.get_mut(kind).and_then(Item::as_table_like_mut) else {
            continue;
        };
        let names: Vec<String> = dependencies.iter().map(|(name, _)| name.to_owned()).collect();
        for name in names {
            let mut item = dependencies.get(&name).cloned().unwrap_or_default();
            if inherits(&item) {
                let shared = workspace
                    .get("dependencies")
                    .and_then(|dependencies| dependencies.get(&name))
                    .ok_or_else(|| format!("`{name}` is inherited, and [workspace.dependencies] has none"))?;
                item = merge(shared, &item).map_err(|message| format!("`{name}` {message}"))?;
                dependencies.remove(&name);
                dependencies.insert(&name, item.clone());
            }
            if item.get("path").is_some() {
                if kind != "dev-dependencies" {
                    return Err(format!("`{name}` is a path, which does not come along"));
                }
                dependencies.remove(&name);
            }
        }
    }
    Ok(())
}

/// A dependency of the workspace with what a member adds to it, by Cargo's rules: features add up, and default features are on
/// where either says so.
fn merge(shared: &Item, own: &Item) -> Result<Item, String> {
    let mut merged = match shared {
        Item::Value(Value::String(version)) => InlineTable::from_iter([("version", version.value().as_str())]),
        other => other.as_table_like().map(inline).ok_or("is neither a version nor a table")?,
    };
    let own = own.as_table_like().map(inline).ok_or("is neither a version nor a table")?;
    for (key, value) in &own {
        match key {
            "features" => {
                let mut features = merged.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
                for feature in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
                    if !features.iter().any(|known| known.as_str() == Some(feature)) {
                        features.push(feature);
                    }
                }
                merged.insert(key, Value::Array(plain(&features)));
            }
            // Cargo heeds a member that turns them on, and not one that turns them off.
            "default-features" if value.as_bool() == Some(true) => {
                merged.remove(key);
            }
            "workspace" | "default-features" => {}
            _ => {
                merged.insert(key, value.clone());
            }
        }
    }
    merged.fmt();
    Ok(Item::Value(Value::InlineTable(merged)))
}

fn inline(table: &dyn TableLike) -> InlineTable {
    table.iter().filter_map(|(key, item)| Some((key, item.as_value()?.clone()))).collect()
}

/// The same array on one line.
fn plain(array: &Array) -> Array {
    array.iter().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::free;

    const WORKSPACE: &str = r#"
[workspace]
members = ["runtime"]

[workspace.package]
version = "0.3.0"
edition = "2024"
keywords = ["one", "two"]

[workspace.dependencies]
plain = "1.2"
lean = { version = "2", default-features = false, features = ["std"] }
near = { path = "near" }

[workspace.lints.rust]
missing_docs = "warn"
"#;

    #[test]
    fn what_is_inherited_is_written_out() {
        let manifest = r#"[package]
name = "trueform-runtime"
version.workspace = true
keywords.workspace = true
edition = { workspace = true }
readme = "../README.md"

# Why this is here.
[dependencies]
plain.workspace = true
lean = { workspace = true, optional = true, features = ["derive", "std"] }
own = "3"

[dev-dependencies]
near.workspace = true
plain = { workspace = true, default-features = true }

[target.'cfg(unix)'.dependencies]
lean.workspace = true

[[test]]
name = "it"

[lints]
workspace = true
"#;
        let expected = r#"[package]
name = "trueform-runtime"
version = "0.3.0"
keywords = ["one", "two"]
edition = "2024"

# Why this is here.
[dependencies]
own = "3"
plain = { version = "1.2" }
lean = { version = "2", default-features = false, features = ["std", "derive"], optional = true }

[dev-dependencies]
plain = { version = "1.2" }

[target.'cfg(unix)'.dependencies]
lean = { version = "2", default-features = false, features = ["std"] }

[lints.rust]
missing_docs = "warn"
"#;
        let freed = free(manifest, WORKSPACE).unwrap();
        assert_eq!(freed, expected);
    }

    #[test]
    fn what_cannot_come_along_is_refused() {
        let manifest = "[package]\nname = \"it\"\n[dependencies]\nnear.workspace = true\n";
        let message = free(manifest, WORKSPACE).unwrap_err();
        assert_eq!(message, "`near` is a path, which does not come along");
        let manifest = "[package]\nname = \"it\"\nlicense.workspace = true\n";
        let message = free(manifest, WORKSPACE).unwrap_err();
        assert_eq!(message, "`license` is inherited, and [workspace.package] has none");
    }
}
