//! What hangs on the wall (công khai), to print or to show: the branch's own pledge first, then those
//! of the people who agreed, each as it was adopted.

use super::adoption::public_list;
use super::own_pledge::adopted_own;
use super::{Branch, Dossier};
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::pledge::{Commitment, Stage};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnWall {
    /// `None`: the branch's own (đăng ký của tập thể).
    pub person: Option<ItemId>,
    pub name: String,
    /// chức vụ, nhiệm vụ
    pub duty: String,
    pub commitments: Vec<Commitment>,
    pub adopted_on: Day,
    pub posted_on: Option<Day>,
}

/// The list of a year as of a day. `dossiers`: of that year.
pub fn wall(branch: &Branch, dossiers: &[Dossier], year: i32, day: Day) -> Vec<OnWall> {
    let own = branch.year(year).and_then(|year| {
        let text = adopted_own(&year.own_pledge)?;
        Some(OnWall {
            person: None,
            name: branch.name.clone(),
            duty: "Đăng ký của tập thể".to_owned(),
            commitments: text.commitments.clone(),
            adopted_on: text.stage.adopted_on()?,
            posted_on: match text.stage {
                Stage::Posted { on, .. } => Some(on),
                Stage::Adopted { .. } | Stage::Submitted => None,
            },
        })
    });
    let people = public_list(branch, dossiers, day)
        .into_iter()
        .map(|public| {
            let known = branch.roster.person(&public.person);
            let dossier = dossiers.iter().find(|one| one.person == public.person);
            let posted_on = dossier.and_then(|dossier| dossier.posted_on);
            OnWall {
                name: branch.roster.called(&public.person),
                duty: known.map(|known| known.duty.clone()).unwrap_or_default(),
                commitments: public.commitments,
                adopted_on: public.adopted_on,
                // One that was adopted anew since has to be put up anew.
                posted_on: posted_on.filter(|posted| public.adopted_on <= *posted),
                person: Some(public.person),
            }
        });
    own.into_iter().chain(people).collect()
}
