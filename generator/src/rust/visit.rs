//! A walk over the types that items spell.

use super::{Fields, Function, ImplItem, Import, Item, Type};

impl Item {
    /// The name that the item defines, where it defines one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Struct(item) => Some(item.name.as_str()),
            Self::Enum(item) => Some(item.name.as_str()),
            Self::Alias(item) => Some(item.name.as_str()),
            Self::Constant(item) => Some(item.name.as_str()),
            Self::Static(item) => Some(item.name.as_str()),
            Self::Module(_) | Self::Reexport(_) | Self::Impl(_) | Self::OpenEnum(_) => None,
        }
    }

    /// Calls `visit` with everything that must be imported to spell the item's types.
    pub fn imports(&self, visit: &mut impl FnMut(&Import)) {
        match self {
            Self::Module(_) | Self::Reexport(_) | Self::OpenEnum(_) => {}
            Self::Struct(item) => {
                for derive in item.derives.iter().filter(|derive| matches!(**derive, "Serialize" | "Deserialize")) {
                    visit(&Import { module: "serde".to_owned(), name: (*derive).to_owned() });
                }
                match &item.fields {
                    Fields::Named(fields) => fields.iter().for_each(|field| field.ty.imports(visit)),
                    Fields::Tuple(_, ty) => ty.imports(visit),
                }
            }
            Self::Enum(item) => {
                item.variants.iter().filter_map(|variant| variant.holds.as_ref()).for_each(|ty| ty.imports(visit));
            }
            Self::Alias(item) => item.ty.imports(visit),
            Self::Constant(item) => item.ty.imports(visit),
            Self::Static(item) => item.ty.imports(visit),
            Self::Impl(item) => {
                item.of.iter().chain([&item.on]).for_each(|ty| ty.imports(visit));
                item.items.iter().for_each(|item| item.imports(visit));
            }
        }
    }
}

impl ImplItem {
    fn imports(&self, visit: &mut impl FnMut(&Import)) {
        match self {
            Self::Constant(item) => item.ty.imports(visit),
            Self::Type(_, ty) => ty.imports(visit),
            Self::Function(function) => function.types().for_each(|ty| ty.imports(visit)),
        }
    }
}

impl Function {
    fn types(&self) -> impl Iterator<Item = &Type> {
        let generic = self.generic.iter().map(|(_, bound)| bound);
        generic.chain(self.parameters.iter().map(|(_, ty)| ty)).chain(&self.returns)
    }
}
