//! The table of a struct or an enum, and the way to its parts.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{
    Data, DeriveInput, Error, Field, Fields, Ident, LitInt, LitStr, Member, Result, Variant,
    parse_quote,
};

use crate::attributes::{self, Missing, OfType, Skip};

pub fn of(item: &DeriveInput) -> Result<TokenStream> {
    let of_type = attributes::of_type(&item.attrs)?;
    let words = match &item.data {
        Data::Struct(data) => vec![Word::of_struct(&data.fields, &of_type)?],
        Data::Enum(data) => data
            .variants
            .iter()
            .map(|variant| Word::of_variant(variant, &of_type))
            .collect::<Result<_>>()?,
        Data::Union(_) => return Err(Error::new_spanned(item, "in_files takes no unions")),
    };
    let Some(first) = words.first() else {
        return Err(Error::new_spanned(
            item,
            "an enum without a word can't be read",
        ));
    };

    let name = &item.ident;
    let mut generics = item.generics.clone();
    for parameter in item.generics.type_params() {
        let parameter = &parameter.ident;
        generics
            .make_where_clause()
            .predicates
            .push(parse_quote!(#parameter: crate::json::InFiles));
    }
    let (impl_generics, type_generics, conditions) = generics.split_for_impl();

    let blank = if of_type.default {
        quote!(<Self as ::core::default::Default>::default())
    } else {
        first.blank.clone()
    };
    let table = words.iter().map(|word| &word.table);
    let become_arms = arms(words.iter().map(|word| word.blank.clone()));
    let become_word = if matches!(item.data, Data::Struct(_)) {
        quote!(*self = <Self as crate::json::InFiles>::blank();)
    } else {
        quote!(*self = match word { #become_arms };)
    };
    let indices = (0..words.len()).map(index);
    let patterns = words.iter().map(|word| word.any.clone());
    let parts = words.iter().map(|word| word.way(&quote!(&dyn InFiles)));
    let parts_mut = words.iter().map(|word| word.way(&quote!(&mut dyn InFiles)));
    // A type may have no use for the number.
    let open = quote!(#[allow(unused_variables, clippy::match_single_binding)]);

    Ok(quote! {
        const _: () = {
            use crate::json::{Field, Holds, InFiles, Misfit, Record, Skip, Value, Word};

            #[automatically_derived]
            impl #impl_generics Record for #name #type_generics #conditions {
                fn words(&self) -> &'static [Word] {
                    const WORDS: &[Word] = &[#(#table),*];
                    WORDS
                }

                fn word(&self) -> usize {
                    match self { #(#patterns => #indices),* }
                }

                #open
                fn become_word(&mut self, word: usize) {
                    #become_word
                }

                #open
                fn part(&self, index: usize) -> Option<&dyn InFiles> {
                    match self { #(#parts),* }
                }

                #open
                fn part_mut(&mut self, index: usize) -> Option<&mut dyn InFiles> {
                    match self { #(#parts_mut),* }
                }
            }

            #[automatically_derived]
            impl #impl_generics InFiles for #name #type_generics #conditions {
                fn blank() -> Self {
                    #blank
                }

                fn read(&mut self, value: &mut Value) -> Result<(), Misfit> {
                    crate::json::read_record(self, value)
                }

                fn write(&self) -> Value {
                    crate::json::write_record(self)
                }
            }
        };
    })
}

/// A variant of an enum, or a struct.
struct Word {
    /// Its line in the table.
    table: TokenStream,
    /// Made with blank parts.
    blank: TokenStream,
    /// The pattern that takes it whatever is in it.
    any: TokenStream,
    path: TokenStream,
    parts: Vec<Member>,
}

impl Word {
    fn of_struct(fields: &Fields, of_type: &OfType) -> Result<Self> {
        match fields {
            Fields::Named(_) => Self::new("", quote!(Self), fields, of_type),
            _ => Err(Error::new_spanned(
                fields,
                "a struct without names is read and written by hand",
            )),
        }
    }

    fn of_variant(variant: &Variant, of_type: &OfType) -> Result<Self> {
        attributes::of_variant(&variant.attrs)?;
        let name = variant.ident.to_string();
        let name = if of_type.snake_case {
            snake_case(&name)
        } else {
            name
        };
        let path = &variant.ident;
        // The default of an enum says nothing of fields that are missing in a word.
        Self::new(
            &name,
            quote!(Self::#path),
            &variant.fields,
            &OfType::default(),
        )
    }

    fn new(name: &str, path: TokenStream, fields: &Fields, of_type: &OfType) -> Result<Self> {
        let holds = match fields {
            Fields::Unit => quote!(Holds::Nothing),
            Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => quote!(Holds::One),
            Fields::Unnamed(_) => {
                return Err(Error::new_spanned(
                    fields,
                    "a word holds one thing, or fields",
                ));
            }
            Fields::Named(named) => {
                let lines = named
                    .named
                    .iter()
                    .map(|field| line(field, of_type))
                    .collect::<Result<Vec<_>>>()?;
                quote!(Holds::Fields(&[#(#lines),*]))
            }
        };
        let members: Vec<Member> = fields.members().collect();
        let blanks = fields.iter().map(blank).collect::<Result<Vec<_>>>()?;
        Ok(Self {
            table: quote!(Word { name: #name, holds: #holds }),
            blank: quote!(#path { #(#members: #blanks),* }),
            any: quote!(#path { .. }),
            path,
            parts: members,
        })
    }

    /// From the index of a part to the part.
    fn way(&self, kind: &TokenStream) -> TokenStream {
        let path = &self.path;
        if self.parts.is_empty() {
            return quote!(#path { .. } => None);
        }
        let names: Vec<Ident> = (0..self.parts.len())
            .map(|part| format_ident!("part_{part}"))
            .collect();
        let parts = &self.parts;
        let ways = arms(names.iter().map(|name| quote!(#name as #kind)));
        quote!(#path { #(#parts: #names),* } => Some(match index { #ways }))
    }
}

/// The last arm takes whatever is left: an index is never beyond the table.
fn arms(each: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    let last = each.len().saturating_sub(1);
    let arms = each.enumerate().map(|(number, arm)| {
        let number = index(number);
        if number.base10_digits() == last.to_string() {
            quote!(_ => #arm)
        } else {
            quote!(#number => #arm)
        }
    });
    quote!(#(#arms),*)
}

fn index(number: usize) -> LitInt {
    LitInt::new(&number.to_string(), Span::call_site())
}

/// A field's line in the table.
fn line(field: &Field, of_type: &OfType) -> Result<TokenStream> {
    let of_field = attributes::of_field(&field.attrs)?;
    let name = field.ident.as_ref().map(ToString::to_string);
    let name = name.unwrap_or_default();
    let name = LitStr::new(name.trim_start_matches("r#"), Span::call_site());
    let needed = of_field.default.is_none() && !of_type.default;
    let skip = match of_field.skip {
        Skip::Never => quote!(Skip::Never),
        Skip::Null => quote!(Skip::Null),
        Skip::Empty => quote!(Skip::Empty),
    };
    Ok(quote!(Field { name: #name, needed: #needed, skip: #skip }))
}

/// What a field is until it is read.
fn blank(field: &Field) -> Result<TokenStream> {
    let kind = &field.ty;
    Ok(match attributes::of_field(&field.attrs)?.default {
        None => quote!(<#kind as InFiles>::blank()),
        Some(Missing::Default) => quote!(<#kind as ::core::default::Default>::default()),
        Some(Missing::Made(path)) => quote!(#path()),
    })
}

/// As serde does it.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (index, c) in name.char_indices() {
        if index > 0 && c.is_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}
