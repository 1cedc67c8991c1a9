//! The way from the root of a document to a place in it, and what the table of keywords expects at each step.

use crate::parse::keywords::{Kind, Value};
use crate::parse::node::Node;
use crate::source::Pointer;

/// The operations of a path item, by their methods.
pub(super) fn operations(item: &Node) -> impl Iterator<Item = &'static str> {
    let methods =
        Kind::PathItem.keywords().iter().filter(|keyword| matches!(keyword.value, Value::Object(Kind::Operation)));
    methods.map(|keyword| keyword.name).filter(|method| item.step(method).is_some())
}

/// A step, and where it leads.
pub(super) struct Step<'tree> {
    pub(super) key: String,
    pub(super) at: Pointer,
    pub(super) node: &'tree Node,
    /// What is expected here; nothing of a vendor extension.
    pub(super) value: Option<&'static Value>,
}

impl Step<'_> {
    pub(super) fn kind(&self) -> Option<Kind> {
        match self.value? {
            Value::Object(kind) | Value::Referable(kind) => Some(*kind),
            Value::BooleanOrSchema => Some(Kind::Schema),
            _ => None,
        }
    }
}

/// A way, as far as the table knows it and the tree goes.
pub(super) struct Way<'tree> {
    pub(super) tree: &'tree Node,
    pub(super) steps: Vec<Step<'tree>>,
}

impl<'tree> Way<'tree> {
    pub(super) fn to(tree: &'tree Node, pointer: &Pointer) -> Self {
        let (mut at, mut node, mut value) = (Pointer::root(), tree, Some(&Value::Object(Kind::Document)));
        let mut steps = vec![Step { key: String::new(), at: at.clone(), node, value }];
        for key in pointer.tokens() {
            let Some(holder) = value else { break };
            let Some(next) = node.step(&key) else { break };
            value = match holder {
                // Whatever the kind, what refers has no members.
                Value::Object(_) | Value::Referable(_) | Value::BooleanOrSchema if key == "$ref" => break,
                Value::Object(kind) | Value::Referable(kind) => kind.value_of(&key),
                Value::BooleanOrSchema => Kind::Schema.value_of(&key),
                Value::List(item) | Value::Map(item) => Some(item),
                _ => break,
            };
            if value.is_none() && !key.starts_with("x-") {
                break;
            }
            (at, node) = (at.key(&key), next);
            steps.push(Step { key, at: at.clone(), node, value });
        }
        Self { tree, steps }
    }

    /// What the step `index` is a member of, be it through lists and maps.
    pub(super) fn holder(&self, index: usize) -> Option<Kind> {
        self.steps[..index].iter().rev().find_map(Step::kind)
    }

    /// Whether the step `index` is below a schema.
    pub(super) fn is_in_schema(&self, index: usize) -> bool {
        self.steps[..index].iter().any(|step| step.kind() == Some(Kind::Schema))
    }

    /// Whether the step `index` leads to a whole component.
    pub(super) fn is_component(&self, index: usize) -> bool {
        index == 3 && self.steps[1].key == "components"
    }
}
