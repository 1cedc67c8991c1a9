//! Paths as text: absolute, relative to one another, and as the user can open them. None of it asks the disk.

use std::path::{self, Component, Path, PathBuf};

/// The path from the root of the file system, without `.` and `..`.
pub fn absolute(path: &Path) -> PathBuf {
    let whole = path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut normal = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => normal.push(part),
        }
    }
    normal
}

/// The way from a folder to a path, with `/` between its parts; the absolute path where there is no way.
pub fn relative(folder: &Path, path: &Path) -> String {
    let (folder, path) = (absolute(folder), absolute(path));
    let common = folder.components().zip(path.components()).take_while(|(one, other)| one == other);
    let common = common.count();
    if common == 0 {
        return path.display().to_string();
    }
    let up = folder.components().skip(common).map(|_| "..".to_owned());
    let down = path.components().skip(common);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// The path as the user can open it from the folder that this program runs in: relative where it lies below, else absolute.
pub fn shown(path: &Path) -> String {
    let whole = absolute(path);
    match std::env::current_dir() {
        Ok(here) if whole.starts_with(&here) => relative(&here, &whole),
        _ => whole.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_up_and_down() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b", "/a/c/d"), "../c/d");
        assert_eq!(way("/a/b/../b", "/a/b/./c"), "c");
        assert_eq!(way("/a", "/a"), ".");
        assert_eq!(way("/a/b", "/"), "../..");
    }
}
