//! The `#[serde(…)]` attributes that the crate uses.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, Expr, LitStr, Result};

/// Of a struct or an enum.
#[derive(Default)]
pub struct OfType {
    /// `default`: what is missing is as in the type's own default.
    pub default: bool,
    /// `rename_all = "snake_case"`
    pub snake_case: bool,
}

/// Of a field.
#[derive(Default)]
pub struct OfField {
    pub default: Option<Missing>,
    pub skip: Skip,
}

/// What a field is when it is missing.
pub enum Missing {
    /// `default`
    Default,
    /// `default = "path"`
    Made(Box<Expr>),
}

/// `skip_serializing_if = "…"`
#[derive(Clone, Copy, Default)]
pub enum Skip {
    #[default]
    Never,
    Null,
    Empty,
}

pub fn of_type(attributes: &[Attribute]) -> Result<OfType> {
    let mut found = OfType::default();
    each(attributes, |meta| {
        if meta.path.is_ident("default") && !meta.input.peek(syn::Token![=]) {
            found.default = true;
        } else if meta.path.is_ident("rename_all") {
            let case: LitStr = meta.value()?.parse()?;
            if case.value() != "snake_case" {
                return Err(Error::new(case.span(), "in_files knows only snake_case"));
            }
            found.snake_case = true;
        } else {
            return Err(unknown(&meta));
        }
        Ok(())
    })?;
    Ok(found)
}

pub fn of_field(attributes: &[Attribute]) -> Result<OfField> {
    let mut found = OfField::default();
    each(attributes, |meta| {
        if meta.path.is_ident("default") {
            found.default = Some(if meta.input.peek(syn::Token![=]) {
                Missing::Made(Box::new(meta.value()?.parse::<LitStr>()?.parse()?))
            } else {
                Missing::Default
            });
        } else if meta.path.is_ident("skip_serializing_if") {
            let condition: LitStr = meta.value()?.parse()?;
            found.skip = match condition.value().as_str() {
                "Option::is_none" => Skip::Null,
                "Vec::is_empty" | "String::is_empty" | "Table::is_empty" | "std::ops::Not::not" => {
                    Skip::Empty
                }
                _ => return Err(Error::new(condition.span(), "not known to in_files")),
            };
        } else {
            return Err(unknown(&meta));
        }
        Ok(())
    })?;
    Ok(found)
}

/// Variants have none.
pub fn of_variant(attributes: &[Attribute]) -> Result<()> {
    each(attributes, |meta| Err(unknown(&meta)))
}

fn each(
    attributes: &[Attribute],
    mut see: impl FnMut(ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .try_for_each(|attribute| attribute.parse_nested_meta(&mut see))
}

fn unknown(meta: &ParseNestedMeta<'_>) -> Error {
    meta.error("in_files doesn't know this attribute: teach it in derive/, or do without")
}
