//! A table of settings, and which of its keys were asked for.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::model::Setting;
use crate::character::toml_string;
use crate::diagnostic::{Report, settings as mistake};
use crate::source::{On, Place, Pointer, SourceId};
use crate::spelling::nearest;

/// A table. What is asked of it is what it may hold; [`end`](Self::end) reports the rest.
pub(super) struct Table<'text> {
    members: &'text DeTable<'text>,
    at: Pointer,
    known: Vec<&'static str>,
}

impl<'text> Table<'text> {
    pub(super) fn new(members: &'text DeTable<'text>, at: Pointer) -> Self {
        Self { members, at, known: Vec::new() }
    }

    /// The value of a key of the table; where there is none, the table.
    pub(super) fn place(&self, key: &str) -> Place {
        Place { source: SourceId::Settings, pointer: self.at.key(key), on: On::Value }
    }

    pub(super) fn text(&mut self, key: &'static str, report: &mut Report) -> Option<Setting> {
        let value = self.ask(key)?;
        let text = value.as_str().map(str::to_owned);
        self.expect(key, "a string", value, text, report).map(|text| Setting { text, place: self.place(key) })
    }

    pub(super) fn boolean(&mut self, key: &'static str, report: &mut Report) -> Option<bool> {
        let value = self.ask(key)?;
        self.expect(key, "a boolean", value, value.as_bool(), report)
    }

    pub(super) fn integer(&mut self, key: &'static str, report: &mut Report) -> Option<i64> {
        let value = self.ask(key)?;
        let integer =
            value.as_integer().and_then(|integer| i64::from_str_radix(integer.as_str(), integer.radix()).ok());
        self.expect(key, "an integer", value, integer, report)
    }

    pub(super) fn texts(&mut self, key: &'static str, report: &mut Report) -> Vec<String> {
        let Some(value) = self.ask(key) else {
            return Vec::new();
        };
        let texts = value.as_array().and_then(|items| {
            items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect::<Option<Vec<String>>>()
        });
        self.expect(key, "an array of strings", value, texts, report).unwrap_or_default()
    }

    pub(super) fn table(&mut self, key: &'static str, report: &mut Report) -> Option<Table<'text>> {
        let value = self.ask(key)?;
        let members = self.expect(key, "a table", value, value.as_table(), report)?;
        Some(Table::new(members, self.at.key(key)))
    }

    pub(super) fn tables(&mut self, key: &'static str, report: &mut Report) -> Vec<Table<'text>> {
        let Some(value) = self.ask(key) else {
            return Vec::new();
        };
        let at = self.at.key(key);
        let tables = value.as_array().and_then(|items| {
            let tables = items.iter().enumerate();
            tables.map(|(index, item)| Some(Table::new(item.get_ref().as_table()?, at.index(index)))).collect()
        });
        self.expect(key, "an array of tables", value, tables, report).unwrap_or_default()
    }

    /// Every member, all of which must be strings.
    pub(super) fn all_texts(&self, report: &mut Report) -> Vec<(String, Setting)> {
        let mut texts = Vec::new();
        for (key, value) in self.members {
            let key = key.get_ref();
            let text = value.get_ref().as_str().map(str::to_owned);
            if let Some(text) = self.expect(key, "a string", value.get_ref(), text, report) {
                texts.push((key.to_string(), Setting { text, place: self.place(key) }));
            }
        }
        texts
    }

    /// Every member as inline TOML.
    pub(super) fn inline(&self) -> Vec<(String, String)> {
        self.members.iter().map(|(key, value)| (key.get_ref().to_string(), inline(value.get_ref()))).collect()
    }

    /// Reports every key that was not asked for.
    pub(super) fn end(self, report: &mut Report) {
        for key in self.members.keys().map(Spanned::get_ref).filter(|key| !self.known.contains(&key.as_ref())) {
            let place = Place { source: SourceId::Settings, pointer: self.at.key(key), on: On::Key };
            let near = nearest(key, self.known.iter().copied());
            report.push(mistake::unknown_setting(place, key, &self.known, near));
        }
    }

    fn ask(&mut self, key: &'static str) -> Option<&'text DeValue<'text>> {
        self.known.push(key);
        let members = self.members;
        members.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value.get_ref())
    }

    fn expect<T>(
        &self,
        key: &str,
        expected: &str,
        value: &DeValue<'_>,
        found: Option<T>,
        report: &mut Report,
    ) -> Option<T> {
        if found.is_none() {
            report.push(mistake::wrong_setting(self.place(key), key, expected, what(value)));
        }
        found
    }
}

/// What TOML calls a value, with its article.
fn what(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date-time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

/// A value on one line of TOML.
fn inline(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => toml_string(text),
        DeValue::Integer(integer) => match integer.radix() {
            16 => format!("0x{}", integer.as_str()),
            8 => format!("0o{}", integer.as_str()),
            2 => format!("0b{}", integer.as_str()),
            _ => integer.as_str().to_owned(),
        },
        DeValue::Float(float) => float.as_str().to_owned(),
        DeValue::Boolean(boolean) => boolean.to_string(),
        DeValue::Datetime(time) => time.to_string(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(item.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(members) => {
            let member = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
                format!("{} = {}", key_text(key.get_ref()), inline(value.get_ref()))
            };
            let members: Vec<String> = members.iter().map(member).collect();
            if members.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", members.join(", ")) }
        }
    }
}

fn key_text(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_bare { key.to_owned() } else { toml_string(key) }
}
