//! Patterns: ECMA 262 regular expressions, in the syntax of the `regex` crate.
//!
//! A translation means exactly what the original means, or there is none: what `regex` cannot say (look-around,
//! back-references, halves of surrogate pairs) is refused, and so is what ECMA 262 does not give a meaning to.

mod class;
mod escape;
mod unusable;

use std::iter::Peekable;
use std::str::Chars;

pub(super) use unusable::Unusable;

use crate::api::Pattern;

/// Translates a pattern, and makes sure that the translation compiles with the limits that it will have at run time.
pub(super) fn translate(ecma: &str) -> Result<Pattern, Unusable> {
    let regex = Translation::new(ecma).run()?;
    match regex::Regex::new(&regex) {
        Ok(_) => Ok(Pattern { ecma: ecma.to_owned(), regex }),
        Err(regex::Error::CompiledTooBig(_)) => {
            Err(Unusable::Unsupported("more states than a check may have".to_owned()))
        }
        // The translation is well-formed, so what is left is a Unicode property that is not known, or a nesting
        // that is too deep.
        Err(error) => {
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
            Err(Unusable::Unsupported(format!("something beyond the `regex` crate ({reason})")))
        }
    }
}

/// A translation under way.
struct Translation<'a> {
    input: Peekable<Chars<'a>>,
    output: String,
    /// How many groups of the whole pattern capture, for back-references.
    captures: usize,
    /// How many groups are open.
    open: usize,
    /// Whether a quantifier may follow.
    quantifiable: bool,
}

impl<'a> Translation<'a> {
    fn new(ecma: &'a str) -> Self {
        Self {
            input: ecma.chars().peekable(),
            output: String::with_capacity(ecma.len() + 8),
            captures: count_captures(ecma),
            open: 0,
            quantifiable: false,
        }
    }

    fn run(mut self) -> Result<String, Unusable> {
        while let Some(character) = self.input.next() {
            self.term(character)?;
        }
        if self.open > 0 {
            return Err(Unusable::Invalid("a group is not closed".to_owned()));
        }
        Ok(self.output)
    }

    fn term(&mut self, character: char) -> Result<(), Unusable> {
        match character {
            '\\' => return self.escape(),
            '[' => {
                let class = class::class(&mut self.input)?;
                self.output.push_str(&class);
                self.quantifiable = true;
            }
            '(' => self.group()?,
            ')' => {
                if self.open == 0 {
                    return Err(Unusable::Invalid("a `)` closes nothing".to_owned()));
                }
                self.open -= 1;
                self.output.push(')');
                self.quantifiable = true;
            }
            // In both syntaxes the ends of the text, as long as there is no multi-line flag.
            '^' | '$' | '|' => {
                self.output.push(character);
                self.quantifiable = false;
            }
            '.' => {
                self.output.push_str(r"[^\n\r\u{2028}\u{2029}]");
                self.quantifiable = true;
            }
            '*' | '+' | '?' => self.quantifier(&character.to_string())?,
            '{' => match braces(&mut self.input) {
                Some(quantifier) => self.quantifier(&quantifier)?,
                None => self.literal('{'),
            },
            other => self.literal(other),
        }
        Ok(())
    }

    fn literal(&mut self, character: char) {
        self.output.push_str(&escape::literal(character));
        self.quantifiable = true;
    }

    fn quantifier(&mut self, quantifier: &str) -> Result<(), Unusable> {
        if !self.quantifiable {
            return Err(Unusable::Invalid(format!("there is nothing for `{quantifier}` to repeat")));
        }
        self.output.push_str(quantifier);
        if self.input.next_if_eq(&'?').is_some() {
            self.output.push('?');
        }
        self.quantifiable = false;
        Ok(())
    }

    fn group(&mut self) -> Result<(), Unusable> {
        self.open += 1;
        self.quantifiable = false;
        if self.input.next_if_eq(&'?').is_none() {
            self.output.push('(');
            return Ok(());
        }
        match self.input.next() {
            Some(':') => {}
            Some('=' | '!') => return Err(Unusable::Unsupported("look-ahead".to_owned())),
            Some('<') => match self.input.peek() {
                Some('=' | '!') => return Err(Unusable::Unsupported("look-behind".to_owned())),
                _ => self.group_name()?,
            },
            Some(character @ ('i' | 'm' | 's' | '-')) => {
                return Err(Unusable::Unsupported(format!("flags (`(?{character}…`)")));
            }
            Some(other) => return Err(Unusable::Invalid(format!("`(?{other}` opens no group"))),
            None => return Err(Unusable::Invalid("a group is not closed".to_owned())),
        }
        // Nothing refers to a group by its name: only whether the text matches is asked.
        self.output.push_str("(?:");
        Ok(())
    }

    fn group_name(&mut self) -> Result<(), Unusable> {
        let mut length = 0;
        for character in self.input.by_ref() {
            match character {
                '>' if length > 0 => return Ok(()),
                '$' | '_' => length += 1,
                other if other.is_alphanumeric() => length += 1,
                _ => break,
            }
        }
        Err(Unusable::Invalid("a group has no proper name".to_owned()))
    }

    fn escape(&mut self) -> Result<(), Unusable> {
        self.quantifiable = true;
        match self.input.peek().copied() {
            Some('b') => {
                self.output.push_str(r"(?-u:\b)");
                self.quantifiable = false;
            }
            Some('B') => {
                self.output.push_str(r"(?-u:\B)");
                self.quantifiable = false;
            }
            Some('k') => return Err(Unusable::Unsupported("a back-reference".to_owned())),
            Some(digit @ '1'..='9') => {
                if escape::decimal(self.input.clone()) <= self.captures {
                    return Err(Unusable::Unsupported("a back-reference".to_owned()));
                }
                // By Annex B these are characters, by their octal code or as they stand.
                let character = match digit {
                    '8' | '9' => self.input.next().unwrap_or_default(),
                    _ => escape::octal(&mut self.input),
                };
                self.literal(character);
                return Ok(());
            }
            _ => {
                let atom = escape::escape(&mut self.input)?;
                match atom {
                    escape::Atom::Character(character) => self.output.push_str(&escape::literal(character)),
                    escape::Atom::Set(set) => self.output.extend(["[", set, "]"]),
                    escape::Atom::Property(property) => self.output.push_str(&property),
                }
                return Ok(());
            }
        }
        self.input.next();
        Ok(())
    }
}

/// Reads what follows a `{` where it makes a quantifier, and leaves the input alone where it does not.
fn braces(input: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut ahead = input.clone();
    let mut quantifier = String::from("{");
    loop {
        let character = ahead.next()?;
        quantifier.push(character);
        match character {
            '0'..='9' => {}
            ',' if quantifier.len() > 2 && !quantifier[..quantifier.len() - 1].contains(',') => {}
            '}' if quantifier.len() > 2 => break,
            _ => return None,
        }
    }
    *input = ahead;
    Some(quantifier)
}

/// How many groups of a pattern capture.
fn count_captures(ecma: &str) -> usize {
    let mut captures = 0;
    let mut in_class = false;
    let mut input = ecma.chars().peekable();
    while let Some(character) = input.next() {
        match character {
            '\\' => {
                input.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let mut ahead = input.clone();
                let special = ahead.next() == Some('?');
                let named = special && ahead.next() == Some('<') && !matches!(ahead.next(), Some('=' | '!'));
                captures += usize::from(!special || named);
            }
            _ => {}
        }
    }
    captures
}

#[cfg(test)]
mod tests;
