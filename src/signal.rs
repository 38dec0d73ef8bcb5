//! Leptos' signals and memos as one type, with one type of value inside.
//!
//! Leptos builds the code of a signal or a memo anew for each type that stands in one, 4 to 6 KB a
//! type, and the screens have some thirty. Here every one of them holds a boxed [`Value`], and only
//! a thin coat knows the type. They are used like Leptos' own.

use std::any::Any;
use std::marker::PhantomData;

use leptos::ev::Event;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::{ArenaItem, Owner, StoredValue};
use leptos::reactive::signal::ArcRwSignal;
use leptos::reactive::signal::guards::UntrackedWriteGuard;
use leptos::reactive::traits::{Notify, ReadUntracked, Track, Write};

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
#[derive(Clone)]
enum Source {
    Kept(ArcRwSignal<Value>),
    Made(ArcMemo<Value>),
}

/// A source in Leptos' arena: two numbers that are copied about, and dropped with their owner.
#[derive(Clone, Copy)]
struct Place(ArenaItem<Source>);

impl Place {
    #[inline(never)]
    fn new(source: Source) -> Self {
        Self(ArenaItem::new(source))
    }

    #[inline(never)]
    fn track(self) {
        match self.0.try_get_value() {
            Some(Source::Kept(signal)) => signal.track(),
            Some(Source::Made(memo)) => memo.track(),
            None => {}
        }
    }

    // Cannot fail: what is read belongs to the screen that reads it, or to the page; and what waited for
    // something asks `is_there` first.
    #[inline(never)]
    fn look(self) -> Look {
        match self
            .0
            .try_get_value()
            .expect("a signal lives as long as its readers")
        {
            Source::Kept(signal) => Look::Kept(signal.read_untracked()),
            Source::Made(memo) => Look::Made(memo.read_untracked()),
        }
    }

    /// Tracked too.
    #[inline(never)]
    fn follow(self) -> Look {
        self.track();
        self.look()
    }
}

/// A look at a value, which holds it still meanwhile.
enum Look {
    Kept(<ArcRwSignal<Value> as ReadUntracked>::Value),
    Made(<ArcMemo<Value> as ReadUntracked>::Value),
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
    place: Place,
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
            place: made(Box::new(move || Value::new(make()))),
            of: PhantomData,
        }
    }

    pub fn track(self) {
        self.place.track();
    }

    #[inline(never)]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
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
        seen(self.place.follow(), read)
    }

    #[inline(always)]
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        seen(self.place.look(), read)
    }
}

#[inline(always)]
fn seen<T: 'static, R>(look: Look, read: impl FnOnce(&T) -> R) -> R {
    let out = read(look.held());
    look.end();
    out
}

#[inline(never)]
fn made(make: Box<dyn Fn() -> Value + Send + Sync>) -> Place {
    Place::new(Source::Made(ArcMemo::new(move |_| make())))
}

/// A value that can be changed.
pub struct RwSignal<T> {
    place: Place,
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
            place: signal.place,
            of: PhantomData,
        }
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    #[inline(always)]
    pub fn new(value: T) -> Self {
        Self {
            place: kept(Box::new(value)),
            of: PhantomData,
        }
    }

    pub fn read_only(self) -> Signal<T> {
        self.into()
    }

    pub fn track(self) {
        self.place.track();
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

    /// Whether the screen that it belongs to still stands. Work that waited for something asks before it
    /// reads: the person may have gone elsewhere meanwhile.
    pub fn is_there(self) -> bool {
        self.place.0.try_get_value().is_some()
    }

    /// Does nothing once the screen that the signal belongs to is gone.
    #[inline(always)]
    pub fn update(self, act: impl FnOnce(&mut T)) {
        if let Some(mut change) = Change::begin(self.place) {
            act(held_mut(&mut change.value));
            change.end();
        }
    }
}

#[inline(never)]
fn kept(held: Box<dyn Any + Send + Sync>) -> Place {
    // Whatever is set counts as a change, as in Leptos; so no two are ever the same.
    let same = |_: &dyn Any, _: &dyn Any| false;
    Place::new(Source::Kept(ArcRwSignal::new(Value { held, same })))
}

/// A value held to be changed.
struct Change {
    value: UntrackedWriteGuard<Value>,
    signal: ArcRwSignal<Value>,
}

impl Change {
    #[inline(never)]
    fn begin(place: Place) -> Option<Self> {
        let Some(Source::Kept(signal)) = place.0.try_get_value() else {
            return None;
        };
        let value = signal.try_write_untracked()?;
        Some(Self { value, signal })
    }

    /// Tells the readers.
    #[inline(never)]
    fn end(self) {
        drop(self.value);
        self.signal.notify();
    }
}

#[inline(never)]
fn held_mut<T: 'static>(value: &mut Value) -> &mut T {
    value
        .held
        .downcast_mut()
        .expect("a signal holds what it was made with")
}

/// Does something now, and again whenever what it read has changed, for as long as the piece of the
/// screen lives that it is made in.
#[inline(always)]
pub fn follow(act: impl FnMut() + 'static) {
    boxed_follow(Box::new(act));
}

#[inline(never)]
fn boxed_follow(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    StoredValue::new_local(effect);
}

/// What an event does, done as a part of the piece of the screen that it is made in.
pub fn owned(mut act: Box<dyn FnMut(Event)>) -> Box<dyn FnMut(Event)> {
    let owner = Owner::current().unwrap_or_default();
    Box::new(move |event| {
        // Whoever looks at a quick build isn't told that nothing follows what an event reads.
        #[cfg(debug_assertions)]
        let _quiet = leptos::reactive::diagnostics::SpecialNonReactiveZone::enter();
        owner.with(|| act(event));
    })
}
