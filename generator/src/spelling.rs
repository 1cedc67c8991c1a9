//! What a misspelled word may have been meant to be.

/// How many letters of a word it takes to mean the whole.
const SHORT: usize = 3;

/// The candidate that is nearest to a word, if any is near: a few letters are other ones, or all but the first are missing.
pub(crate) fn nearest<'word>(word: &str, candidates: impl IntoIterator<Item = &'word str>) -> Option<&'word str> {
    let lower = word.to_lowercase();
    let limit = 1 + word.chars().count() / 4;
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let misspelled = candidates
        .iter()
        .copied()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= limit)
        .map(|candidate| (strsim::osa_distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate);
    let mut longer = candidates.iter().filter(|candidate| candidate.to_lowercase().starts_with(&lower));
    let shortened = longer.next().filter(|_| lower.chars().count() >= SHORT && longer.next().is_none());
    misspelled.or(shortened.copied())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["array", "boolean", "integer", "number", "object", "string"];
        assert_eq!(nearest("strng", words), Some("string"));
        assert_eq!(nearest("Integer", words), Some("integer"));
        assert_eq!(nearest("date", words), None);
        assert_eq!(nearest("int", words), Some("integer"));
        assert_eq!(nearest("in", words), None);
        assert_eq!(nearest("max", ["maximum", "maxItems"]), None, "it may be either");
    }
}
