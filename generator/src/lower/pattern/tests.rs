use super::{Unusable, translate};

/// The translation, or why there is none.
fn check(ecma: &str, expected: &str) {
    let found = match translate(ecma) {
        Ok(pattern) => pattern.regex,
        Err(unusable) => format!("! {unusable}"),
    };
    assert_eq!(found, expected, "{ecma}");
}

/// What matches and what does not.
fn check_matches(ecma: &str, matching: &[&str], others: &[&str]) {
    let pattern = translate(ecma).unwrap_or_else(|unusable| panic!("{ecma} {unusable}"));
    let regex = regex::Regex::new(&pattern.regex).expect("translate compiles what it returns");
    for text in matching {
        assert!(regex.is_match(text), "{ecma} ({}) should match {text:?}", pattern.regex);
    }
    for text in others {
        assert!(!regex.is_match(text), "{ecma} ({}) should not match {text:?}", pattern.regex);
    }
}

#[test]
fn plain_patterns_stay_as_they_are() {
    for pattern in ["^[a-z]+$", "^a|b$", "(ab)?c*", "a{2}", "a{2,}", "a{2,3}?", "[a-zA-Z0-9_]+", "a b", "é{2}", ""] {
        check(pattern, pattern);
    }
}

#[test]
fn classes_by_letter_are_those_of_ecma() {
    check(r"^\d{3}$", r"^[0-9]{3}$");
    check(r"\D\w\W", r"[^0-9][0-9A-Za-z_][^0-9A-Za-z_]");
    check(r"[\d.]", r"[0-9\.]");
    check(r"[^\W]", r"[^[^0-9A-Za-z_]]");
    check_matches(r"^\d$", &["1"], &["\u{0661}"]);
    check_matches(r"^\w$", &["a", "_"], &["é"]);
    check_matches(r"^\s$", &[" ", "\u{FEFF}", "\u{A0}", "\u{B}"], &["\u{85}", "x"]);
    check_matches(r"^[\s\S]$", &["\n", "x", "\u{1F600}"], &["xx"]);
    check_matches(r"^[\S]$", &["x"], &[" ", "\u{FEFF}"]);
    check_matches(r"\bfoo\b", &["a foo b", "éfooé"], &["foot"]);
    check_matches(r"a\Bb", &["ab"], &["a b"]);
}

#[test]
fn a_dot_stops_at_line_ends() {
    check_matches("^.$", &["x", "\u{1F600}", "\u{85}"], &["\n", "\r", "\u{2028}", "\u{2029}"]);
    check("[.]", r"[\.]");
}

#[test]
fn a_dollar_is_the_end_of_the_text() {
    check_matches("^a$", &["a"], &["a\n", "b\na"]);
}

#[test]
fn classes_hold_no_set_operations() {
    check("[a&&b]", r"[a\&\&b]");
    check("[a--b]", "! is no regular expression of ECMA 262: the range `a--` is out of order");
    check("[!--b]", r"[!-\-b]");
    check("[~~[]", r"[\~\~\[]");
    check("[[a]", r"[\[a]");
    check("[[:alpha:]]", r"[\[:alpha:]\]");
    check_matches("^[[:alpha:]]$", &["a]", ":]", "[]"], &["b]", "a"]);
    check("[^]", r"[\x00-\u{10FFFF}]");
    check("[]", r"[^\x00-\u{10FFFF}]");
    check("[]a]", r"[^\x00-\u{10FFFF}]a\]");
    check_matches("^[^]$", &["\n"], &[""]);
    check("[a^]", r"[a\^]");
    check("[-a]", r"[\-a]");
    check("[a-]", r"[a\-]");
    check(r"[\w-]", r"[0-9A-Za-z_\-]");
    check(r"[\w-.]", r"[0-9A-Za-z_\-\.]");
    check(r"[a-\d]", r"[a\-0-9]");
    check(r"[\b]", r"[\u{8}]");
    check(r"[ -~]", r"[ -\~]");
    check("[z-a]", "! is no regular expression of ECMA 262: the range `z-a` is out of order");
    for pattern in ["[a", "[^a", "[a-", "["] {
        check(pattern, "! is no regular expression of ECMA 262: a class is not closed");
    }
}

#[test]
fn escapes() {
    check(r"\/\-\_\@\:\ \<\>\'", r"/\-_@: <>'");
    check(r"[\/\-\_\]\\\^]", r"[/\-_\]\\\^]");
    check(r"\.\*\$\{\}#", r"\.\*\$\{\}\#");
    check(r"\t\n\r\v\f", r"\t\n\r\u{B}\u{C}");
    check(r"\cA\cj", r"\u{1}\n");
    check(r"\x41\u0042\u{43}", "ABC");
    check(r"[\x00-\x1f]", r"[\u{0}-\u{1F}]");
    check(r"\uD83D\uDE00", "\u{1F600}");
    check(r"[\u{1F600}-\u{1F64F}]", "[\u{1F600}-\u{1F64F}]");
    check(r"[\uD800-\uDFFF]", "! uses half of a surrogate pair, which cannot be checked here");
    check(r"\0", r"\u{0}");
    check(r"[\0-\x20]", r"[\u{0}- ]");
    check(r"\101", "A");
    check(r"[\101\9]", "[A9]");
    check(r"\8", "8");
    check(r"\p{L}\P{Lu}[\p{Script=Greek}]", r"\p{L}\P{Lu}[\p{Script=Greek}]");
    assert!(matches!(translate(r"\p{Nonsense}"), Err(Unusable::Unsupported(_))));
}

#[test]
fn what_is_no_escape_is_refused() {
    for (pattern, letter) in
        [(r"\A", 'A'), (r"\z", 'z'), (r"\xZ", 'x'), (r"\u12", 'u'), (r"\u{110000}", 'u'), (r"\p", 'p'), (r"\c1", 'c')]
    {
        let expected = format!("! is no regular expression of ECMA 262: `\\{letter}` is not one of its escapes");
        check(pattern, &expected);
    }
    check("a\\", "! is no regular expression of ECMA 262: it ends in a backslash");
}

#[test]
fn braces_that_repeat_nothing_are_themselves() {
    check("a{,3}", r"a\{,3\}");
    check("{a}", r"\{a\}");
    check("a{", r"a\{");
    check("a{1", r"a\{1");
    check("a{1,2,3}", r"a\{1,2,3\}");
    check("x}]", r"x\}\]");
    check("^{id}$", r"^\{id\}$");
    check("{1}", "! is no regular expression of ECMA 262: there is nothing for `{1}` to repeat");
    assert!(translate("a{3,2}").is_err());
    assert!(matches!(translate("a{99999999999}"), Err(Unusable::Unsupported(_))));
}

#[test]
fn quantifiers_need_something_to_repeat() {
    for pattern in ["*a", "a**", "a*+", "^*", "(?:*)", "a|*", "+", r"\b+", "a{2}{3}", "a???"] {
        assert!(matches!(translate(pattern), Err(Unusable::Invalid(_))), "{pattern}");
    }
    check("a??b+?c*?", "a??b+?c*?");
}

#[test]
fn groups() {
    check("(a)(?:b)(?<name>c)(?<$n>d)", "(a)(?:b)(?:c)(?:d)");
    check("()", "()");
    check("(a|)", "(a|)");
    check("(a", "! is no regular expression of ECMA 262: a group is not closed");
    check("a)", "! is no regular expression of ECMA 262: a `)` closes nothing");
    check("(?", "! is no regular expression of ECMA 262: a group is not closed");
    check("(?P<a>b)", "! is no regular expression of ECMA 262: `(?P` opens no group");
    check("(?<>b)", "! is no regular expression of ECMA 262: a group has no proper name");
    check("(?i)a", "! uses flags (`(?i…`), which cannot be checked here");
    for pattern in ["(?=a)", "^(?!a).*$"] {
        check(pattern, "! uses look-ahead, which cannot be checked here");
    }
    for pattern in ["(?<=a)b", "(?<!a)b"] {
        check(pattern, "! uses look-behind, which cannot be checked here");
    }
    for pattern in [r"(a)\1", r"\1(a)", r"(?<x>a)\k<x>"] {
        check(pattern, "! uses a back-reference, which cannot be checked here");
    }
    check(r"(?:a)[(]\1", r"(?:a)[\(]\u{1}");
}

#[test]
fn nothing_panics() {
    let alphabet = ['\\', '[', ']', '(', ')', '{', '}', '?', '<', '-', '^', '1', ',', 'u', 'D', 'c', '*', 'é', '&'];
    // Every text of four characters of the alphabet.
    for index in 0..alphabet.len().pow(4) {
        let letter = |position| alphabet[index / alphabet.len().pow(position) % alphabet.len()];
        let text: String = (0..4).map(letter).collect();
        let translated = super::Translation::new(&text).run();
        if let (0, Ok(regex)) = (index % 97, translated) {
            assert!(regex::Regex::new(&regex).is_ok(), "{text} gives {regex}");
        }
    }
    assert!(translate(&"(".repeat(100_000)).is_err());
    assert!(translate(&format!("{}{}", "(".repeat(5_000), ")".repeat(5_000))).is_err());
    assert!(translate("((a{1000}){1000}){1000}").is_err());
}
