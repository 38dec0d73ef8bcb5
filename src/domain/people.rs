//! Who keeps the handbook.

use so_tay_derive::in_files;

/// Member or other staff: it decides how many commitments are asked for (S0: 02 and 01).
#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// đảng viên
    #[default]
    Member,
    /// quần chúng
    NonMember,
}

impl Standing {
    pub const ALL: [Self; 2] = [Self::Member, Self::NonMember];

    pub fn name(self) -> &'static str {
        match self {
            Self::Member => "Đảng viên",
            Self::NonMember => "Quần chúng",
        }
    }
}

/// What the person says of themselves. No identity number, no card number, no account.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Profile {
    pub name: String,
    pub standing: Standing,
    /// chức vụ, nhiệm vụ: in the person's own words.
    pub duty: String,
    /// chi bộ
    pub branch: String,
    /// The post that picks out the standards meant for it, one of those that the pack names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
}
