//! How lists and objects are written into parameters.

use openapiv3::{HeaderStyle, PathStyle, QueryStyle};

use super::context::Lowering;
use crate::api::{Shape, Style, TypeId};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

impl Lowering<'_> {
    pub(super) fn query_style(&mut self, style: &QueryStyle, explode: Option<bool>, pointer: &Pointer) -> Style {
        let unhonoured = match style {
            QueryStyle::Form => None,
            QueryStyle::SpaceDelimited => Some("spaceDelimited"),
            QueryStyle::PipeDelimited => Some("pipeDelimited"),
            QueryStyle::DeepObject => Some("deepObject"),
        };
        if let Some(word) = unhonoured {
            let place = self.value(&pointer.key("style"));
            self.say(mistake::style(place, word, explode, "form"));
            return Style::Repeated;
        }
        if explode == Some(false) { Style::Commas } else { Style::Repeated }
    }

    pub(super) fn path_style(
        &mut self,
        style: &PathStyle,
        explode: Option<bool>,
        ty: TypeId,
        pointer: &Pointer,
    ) -> Style {
        let unhonoured = match style {
            PathStyle::Simple => None,
            PathStyle::Matrix => Some("matrix"),
            PathStyle::Label => Some("label"),
        };
        if let Some(word) = unhonoured {
            let place = self.value(&pointer.key("style"));
            self.say(mistake::style(place, word, explode, "simple"));
            // What stands in for a style is not exploded as that style would be.
            return Style::Commas;
        }
        self.simple(explode, ty, pointer)
    }

    pub(super) fn header_style(
        &mut self,
        style: &HeaderStyle,
        explode: Option<bool>,
        ty: TypeId,
        pointer: &Pointer,
    ) -> Style {
        match style {
            HeaderStyle::Simple => self.simple(explode, ty, pointer),
        }
    }

    /// With `simple`, `explode` matters for objects alone.
    fn simple(&mut self, explode: Option<bool>, ty: TypeId, pointer: &Pointer) -> Style {
        if explode == Some(true) && self.is_object(ty) {
            let place = self.key(&pointer.key("explode"));
            self.say(mistake::exploded_object(place));
        }
        Style::Commas
    }

    fn is_object(&self, ty: TypeId) -> bool {
        matches!(self.shape_behind(ty), Shape::Object(_) | Shape::Map(_))
    }

    /// Reports that a value which travels as text may be null.
    pub(super) fn null_in_text(&mut self, ty: TypeId, holder: &Pointer) {
        let mut named = ty;
        // As many steps as there are types, as below.
        for _ in 0..self.types.len() {
            let Shape::Alias(inner) = self.types[named].shape else { break };
            named = inner;
        }
        if matches!(self.types[named].shape, Shape::Nullable(_)) {
            let place = self.key(&holder.key("schema").key("nullable"));
            self.say(mistake::null_in_text(place));
        }
    }

    /// The shape behind names and nulls.
    pub(super) fn shape_behind(&self, ty: TypeId) -> &Shape {
        let mut shape = &self.types[ty].shape;
        // As many steps as there are types: names that go round in a circle are reported later.
        for _ in 0..self.types.len() {
            match shape {
                Shape::Alias(inner) | Shape::Nullable(inner) => shape = &self.types[*inner].shape,
                _ => break,
            }
        }
        shape
    }
}
