//! What the storage promises: nothing that was acknowledged is lost, nothing that is not understood
//! is written over, and every refusal says so.

#[path = "../common/arbitrary.rs"]
mod arbitrary;
mod support;

mod damage;
mod damage_desk;
mod desk;
mod desk_support;
mod desk_tabs;
mod faults;
mod faults_desk;
mod form;
mod lean;
mod life;
mod locked;
mod putting_away;
mod rescue;
mod room;
mod saving;
mod snapshots;
mod tabs;
mod whole;
