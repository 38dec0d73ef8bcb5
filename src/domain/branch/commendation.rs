//! Commendations (biểu dương, khen thưởng) by level and by kind, and a report's own totals set
//! against them: S1 says 54 collectives and lists 1 + 3 + 51 = 55.

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;

/// Who commends, lowest first (S1, S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommendationLevel {
    /// chi bộ
    Branch,
    /// cơ sở
    Base,
    /// huyện, quận
    District,
    /// tỉnh
    Province,
    /// trung ương
    Central,
}

/// Who is commended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Award {
    /// cá nhân: of the roster.
    Person(ItemId),
    /// cá nhân: somebody by name.
    Named(String),
    /// tập thể
    Collective(String),
    /// So many at once, whose names stand elsewhere.
    Collectives(u32),
    People(u32),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Commendation {
    pub id: ItemId,
    pub level: CommendationLevel,
    pub award: Award,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// What for.
    #[serde(default)]
    pub merit: String,
}

/// Totals as a report states them; `None`: not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Stated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collectives: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}
