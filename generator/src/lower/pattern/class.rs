//! Classes: what stands between `[` and `]`.

use std::iter::Peekable;
use std::str::Chars;

use super::escape::{self, Atom};
use super::unusable::Unusable;

/// Reads a class; its `[` is read already.
pub(super) fn class(input: &mut Peekable<Chars<'_>>) -> Result<String, Unusable> {
    let negated = input.next_if_eq(&'^').is_some();
    let mut members = String::new();
    while let Some(from) = member(input)? {
        match range_end(input)? {
            Some(to) => push_range(&mut members, &from, &to)?,
            None => push(&mut members, &from),
        }
    }
    Ok(match (negated, members.is_empty()) {
        // Nothing, and anything: the `regex` crate has no empty class.
        (false, true) => r"[^\x00-\u{10FFFF}]".to_owned(),
        (true, true) => r"[\x00-\u{10FFFF}]".to_owned(),
        (false, false) => format!("[{members}]"),
        (true, false) => format!("[^{members}]"),
    })
}

/// The next member, or `None` at the end of the class.
fn member(input: &mut Peekable<Chars<'_>>) -> Result<Option<Atom>, Unusable> {
    match input.next() {
        None => Err(Unusable::Invalid("a class is not closed".to_owned())),
        Some(']') => Ok(None),
        Some('\\') => match input.peek() {
            Some('b') => {
                input.next();
                Ok(Some(Atom::Character('\u{8}')))
            }
            // In a class nothing is a back-reference, so digits are octal codes, or stand for themselves.
            Some('1'..='7') => Ok(Some(Atom::Character(escape::octal(input)))),
            Some('8' | '9') => Ok(input.next().map(Atom::Character)),
            _ => escape::escape(input).map(Some),
        },
        Some(character) => Ok(Some(Atom::Character(character))),
    }
}

/// The other end of a range, where a `-` that is not the last member stands ready.
fn range_end(input: &mut Peekable<Chars<'_>>) -> Result<Option<Atom>, Unusable> {
    let mut ahead = input.clone();
    if ahead.next() != Some('-') || ahead.peek() == Some(&']') {
        return Ok(None);
    }
    *input = ahead;
    member(input)
}

fn push_range(members: &mut String, from: &Atom, to: &Atom) -> Result<(), Unusable> {
    if let (Atom::Character(from), Atom::Character(to)) = (from, to) {
        if from > to {
            return Err(Unusable::Invalid(format!("the range `{from}-{to}` is out of order")));
        }
        members.push_str(&escape::literal(*from));
        members.push('-');
        members.push_str(&escape::literal(*to));
    } else {
        // By Annex B a `-` next to a set is itself.
        push(members, from);
        members.push_str(r"\-");
        push(members, to);
    }
    Ok(())
}

fn push(members: &mut String, atom: &Atom) {
    match atom {
        Atom::Character(character) => members.push_str(&escape::literal(*character)),
        Atom::Set(set) if set.starts_with('^') => {
            members.push('[');
            members.push_str(set);
            members.push(']');
        }
        Atom::Set(set) => members.push_str(set),
        Atom::Property(property) => members.push_str(property),
    }
}
