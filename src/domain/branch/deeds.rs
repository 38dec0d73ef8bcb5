//! Good examples (người tốt, việc tốt): what people agreed to have told, what was told in meetings, and what
//! nobody commended yet ("có lúc chưa được kịp thời", S1).

use super::meeting::GoodDeed;
use super::{Award, Branch, BranchYear, Dossier};
use crate::domain::calendar::Day;
use crate::domain::deed::Deed;
use crate::domain::ids::ItemId;

/// What people handed over with their consent to its being told.
fn agreed(dossiers: &[Dossier]) -> impl Iterator<Item = (&ItemId, &Deed)> {
    handed(dossiers).filter(|(_, deed)| deed.is_told())
}

fn handed(dossiers: &[Dossier]) -> impl Iterator<Item = (&ItemId, &Deed)> {
    dossiers.iter().flat_map(|dossier| {
        let received = dossier.received.iter();
        let deeds = received.flat_map(|received| received.deeds.values());
        deeds.map(|deed| (&dossier.person, &deed.value))
    })
}

/// Whether a deed was handed over once, and its person does not want it told any more.
pub fn is_taken_back(deed: &GoodDeed, dossiers: &[Dossier]) -> bool {
    let mut all = handed(dossiers);
    all.any(|(_, handed)| handed.id == deed.id && !handed.is_told())
}

fn same(told: &GoodDeed, person: &ItemId, deed: &Deed) -> bool {
    let same_words = told.text.trim() == deed.text.trim();
    told.id == deed.id || (told.person.as_ref() == Some(person) && same_words)
}

fn told(of_years: &[BranchYear]) -> impl Iterator<Item = &GoodDeed> {
    let meetings = of_years
        .iter()
        .flat_map(|of_year| of_year.meetings.values());
    meetings.flat_map(|meeting| &meeting.deeds)
}

/// Those that no meeting has on its agenda, in whatever year, with the day of each. One that is taken up keeps
/// its id, so that it is known again.
pub fn to_tell(branch: &Branch, dossiers: &[Dossier]) -> Vec<(Day, GoodDeed)> {
    let open = agreed(dossiers).filter(|(person, deed)| {
        let mut told = told(&branch.years);
        !told.any(|told| same(told, person, deed))
    });
    open.map(|(person, deed)| (deed.on, good_deed(person, deed)))
        .collect()
}

fn good_deed(person: &ItemId, deed: &Deed) -> GoodDeed {
    GoodDeed {
        id: deed.id.clone(),
        person: Some(person.clone()),
        text: deed.text.trim().to_owned(),
    }
}

/// Those of persons who are not commended for these very words: told in the year's meetings, or handed over to
/// be told. `before`: the dossiers of the year before, whose deeds January's meeting tells.
pub fn not_commended(
    branch: &Branch,
    dossiers: &[Dossier],
    before: &[Dossier],
    year: i32,
) -> Vec<GoodDeed> {
    let of_year = branch.year(year);
    let in_meetings = told(of_year.map_or(&[], std::slice::from_ref));
    let in_meetings =
        in_meetings.filter(|deed| !is_taken_back(deed, dossiers) && !is_taken_back(deed, before));
    let mut deeds: Vec<_> = in_meetings.cloned().collect();
    for (person, deed) in agreed(dossiers) {
        if !deeds.iter().any(|known| same(known, person, deed)) {
            deeds.push(good_deed(person, deed));
        }
    }
    let commended = |deed: &GoodDeed| {
        let mut all = of_year.into_iter().flat_map(|year| &year.commendations);
        all.any(|one| {
            let same_person = match &one.award {
                Award::Person(person) => deed.person.as_ref() == Some(person),
                _ => true,
            };
            same_person && one.merit.trim() == deed.text.trim()
        })
    };
    deeds.retain(|deed| deed.person.is_some() && !deed.text.trim().is_empty() && !commended(deed));
    deeds
}

/// The minutes without the last line that is this one.
pub fn without_line(text: &str, line: &str) -> String {
    let mut lines: Vec<_> = text.lines().collect();
    if let Some(at) = lines.iter().rposition(|one| one.trim() == line) {
        lines.remove(at);
    }
    lines.join("\n")
}

/// The line of the minutes by which a meeting proposes a deed; `None` for one that is of nobody, or blank.
pub fn proposal(branch: &Branch, deed: &GoodDeed) -> Option<String> {
    let person = deed.person.as_ref()?;
    let text = deed.text.trim();
    let name = branch.roster.called(person);
    (!text.is_empty()).then(|| format!("Đề nghị biểu dương {name}: {text}"))
}
