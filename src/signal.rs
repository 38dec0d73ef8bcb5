//! Leptos' signals with one type of value inside.
//!
//! Leptos builds the code of a signal or a memo anew for each type that stands in one, 4 to 6 KB a
//! type, and the screens have some thirty. Here every one of them holds a boxed [`Value`], and only
//! a thin coat knows the type. They are used like Leptos' own.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::DerefMut;

use ::leptos::ev::Event;
#[cfg(debug_assertions)]
use ::leptos::reactive;
use ::leptos::reactive::effect::RenderEffect;
use leptos::prelude as leptos;
use leptos::{ReadUntracked as _, Track as _, Write as _};

/// What stands in a signal.
struct Value {
    held: Box<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    // Once for each type, not for each place that makes one. So are the others below.
    #[inline(never)]
    fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            held: Box::new(value),
            same: |one, other| held::<T>(one) == held::<T>(other),
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.held, &*other.held)
    }
}

// Cannot fail: a coat `Signal<T>` is only ever made around a `Value` of that `T`, and `update` changes
// the value in its place. The same holds for `held_mut`.
#[inline(never)]
fn held<T: 'static>(value: &dyn Any) -> &T {
    value
        .downcast_ref()
        .expect("a signal holds what it was made with")
}

/// Where a value comes from.
#[derive(Clone, Copy)]
enum Source {
    Kept(leptos::RwSignal<Value>),
    Made(leptos::Memo<Value>),
}

impl Source {
    #[inline(never)]
    fn track(self) {
        match self {
            Self::Kept(signal) => signal.track(),
            Self::Made(memo) => memo.track(),
        }
    }

    #[inline(never)]
    fn look(self) -> Look {
        match self {
            Self::Kept(signal) => Look::Kept(signal.read_untracked()),
            Self::Made(memo) => Look::Made(memo.read_untracked()),
        }
    }
}

/// A look at a value, which holds it still meanwhile.
enum Look {
    Kept(<leptos::RwSignal<Value> as leptos::ReadUntracked>::Value),
    Made(<leptos::Memo<Value> as leptos::ReadUntracked>::Value),
}

impl Look {
    #[inline(never)]
    fn held<T: 'static>(&self) -> &T {
        let value: &Value = match self {
            Self::Kept(value) => value,
            Self::Made(value) => value,
        };
        held(&*value.held)
    }

    // A function apart, so that its many callers don't each drop the parts by themselves.
    #[inline(never)]
    fn end(self) {}
}

/// A value that is followed: whoever reads it is run again when it changes.
pub struct Signal<T> {
    source: Source,
    of: PhantomData<fn() -> T>,
}

impl<T> Copy for Signal<T> {}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Signal<T> {
    /// Made from other signals, and made anew when they change. Its readers hear of it only when
    /// it has really become another.
    #[inline(always)]
    pub fn derive(make: impl Fn() -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq + Send + Sync,
    {
        Self {
            source: made(Box::new(move || Value::new(make()))),
            of: PhantomData,
        }
    }

    pub fn track(self) {
        self.source.track();
    }

    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.track();
        self.get_untracked()
    }

    #[inline(never)]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    #[inline(always)]
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    #[inline(always)]
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let look = self.source.look();
        let out = read(look.held());
        look.end();
        out
    }
}

#[inline(never)]
fn made(make: Box<dyn Fn() -> Value + Send + Sync>) -> Source {
    Source::Made(leptos::Memo::new(move |_| make()))
}

/// A value that can be changed.
pub struct RwSignal<T> {
    kept: leptos::RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self {
            source: Source::Kept(signal.kept),
            of: PhantomData,
        }
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    #[inline(always)]
    pub fn new(value: T) -> Self {
        Self {
            kept: kept(Box::new(value)),
            of: PhantomData,
        }
    }

    pub fn read_only(self) -> Signal<T> {
        self.into()
    }

    pub fn track(self) {
        self.read_only().track();
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.read_only().get()
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.read_only().get_untracked()
    }

    #[inline(always)]
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read_only().with(read)
    }

    #[inline(always)]
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.read_only().with_untracked(read)
    }

    #[inline(never)]
    pub fn set(self, value: T) {
        self.update(|place| *place = value);
    }

    /// Does nothing once the screen that the signal belongs to is gone.
    #[inline(always)]
    pub fn update(self, act: impl FnOnce(&mut T)) {
        if let Some(mut value) = begin(&self.kept) {
            act(held_mut(&mut value));
            end(value);
        }
    }
}

#[inline(never)]
fn kept(held: Box<dyn Any + Send + Sync>) -> leptos::RwSignal<Value> {
    // Whatever is set counts as a change, as in Leptos; so no two are ever the same.
    let same = |_: &dyn Any, _: &dyn Any| false;
    leptos::RwSignal::new(Value { held, same })
}

#[inline(never)]
fn begin(signal: &leptos::RwSignal<Value>) -> Option<impl DerefMut<Target = Value>> {
    signal.try_write()
}

#[inline(never)]
fn held_mut<T: 'static>(value: &mut Value) -> &mut T {
    value
        .held
        .downcast_mut()
        .expect("a signal holds what it was made with")
}

/// Tells the readers.
#[inline(never)]
fn end(_: impl DerefMut<Target = Value>) {}

/// Does something now, and again whenever what it read has changed, for as long as the piece of the
/// screen lives that it is made in.
#[inline(always)]
pub fn follow(act: impl FnMut() + 'static) {
    boxed_follow(Box::new(act));
}

#[inline(never)]
fn boxed_follow(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    leptos::StoredValue::new_local(effect);
}

/// What an event does, done as a part of the piece of the screen that it is made in.
pub fn owned(mut act: Box<dyn FnMut(Event)>) -> Box<dyn FnMut(Event)> {
    let owner = leptos::Owner::current().unwrap_or_default();
    Box::new(move |event| {
        // Whoever looks at a quick build isn't told that nothing follows what an event reads.
        #[cfg(debug_assertions)]
        let _quiet = reactive::diagnostics::SpecialNonReactiveZone::enter();
        owner.with(|| act(event));
    })
}
