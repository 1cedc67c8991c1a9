//! What a misspelled word may have been meant to be.

/// The candidate that is nearest to a word, if any is near.
pub(crate) fn nearest<'word>(word: &str, candidates: impl IntoIterator<Item = &'word str>) -> Option<&'word str> {
    let lower = word.to_lowercase();
    let limit = 1 + word.chars().count() / 4;
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= limit)
        .map(|candidate| (strsim::osa_distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
    }
}
