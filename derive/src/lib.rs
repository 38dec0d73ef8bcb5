//! `#[in_files]`: how a type stands in a file or in the storage, from its `#[serde(…)]` attributes.
//!
//! It is at work while the crate is built and is no part of the page. What it makes is a table of the
//! type's fields and words for the one reader and writer in `so_tay::json`, and for native builds the
//! derives of serde and schemars, which read the same attributes. It knows those attributes that occur
//! in the crate; another one is an error, never passed over.

mod attributes;
mod tables;

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, Error, parse_macro_input};

/// Put before the type's other attributes; it takes no arguments.
#[proc_macro_attribute]
pub fn in_files(arguments: TokenStream, item: TokenStream) -> TokenStream {
    if !arguments.is_empty() {
        return TokenStream::from(quote!(compile_error! { "in_files takes no arguments" }));
    }
    let item = proc_macro2::TokenStream::from(item);
    // A derive, since only a derive can make `#[serde(…)]` known where serde's own are not.
    quote! {
        #[derive(::so_tay_derive::InFiles)]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)
        )]
        #item
    }
    .into()
}

/// What `#[in_files]` puts before a type.
#[proc_macro_derive(InFiles, attributes(serde))]
pub fn in_files_derive(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    tables::of(&item)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}
