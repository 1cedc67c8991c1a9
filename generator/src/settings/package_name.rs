//! What a package can be called.

use crate::reserved::{is_device, is_keyword};

/// The longest name that crates.io takes.
const LONGEST: usize = 64;

/// What a name of a package is made of, for whoever chose another.
pub const PACKAGE_NAMES: &str = "letters, digits, `-` and `_`, a letter first, at most 64, and no word of Rust";

/// Whether a package can have this name, which is a folder and a word of code as well.
pub fn is_package_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let is_taken = is_keyword(name)
        || is_device(&name.to_ascii_lowercase())
        || ["self", "Self", "super", "crate", "test", "core", "std", "alloc", "proc_macro", "proc-macro"]
            .contains(&name);
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(is_plain)
        && name.len() <= LONGEST
        && !is_taken
}

#[cfg(test)]
mod tests {
    use super::is_package_name;

    #[test]
    fn a_name_is_a_word_of_code_and_a_folder() {
        for sound in ["a", "pets", "cdex-hub", "a_1", "Pets"] {
            assert!(is_package_name(sound), "{sound}");
        }
        let long = "a".repeat(65);
        for odd in ["", "1a", "-a", "a b", "a::b", "a\n", "../a", "crate", "mod", "std", "CON", "\u{e9}", &long] {
            assert!(!is_package_name(odd), "{odd}");
        }
    }
}
