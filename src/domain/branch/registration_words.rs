//! Registration in words: the sentence of the reports (S0), and reminders to copy into a message.

use super::registration::{Came, GroupCount, Registrant, Registration, RegistrationState};
use super::{Branch, Person, Wording};
use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::people::Standing;

impl GroupCount {
    fn fraction(self) -> String {
        format!("{}/{}", self.registered, self.of)
    }
}

impl Registration {
    /// As S0 says it of 2012: "Có 64/68 đảng viên, quần chúng đăng ký trong đó đảng viên 37/38 đã đăng ký
    /// bằng 02 việc; 27/30 quần chúng đã đăng ký bằng 01 việc".
    pub fn sentence(&self) -> String {
        self.sentence_in(Wording::GroupFirst)
    }

    /// In either of S0's wordings. A group that has nobody, or of whom nothing is asked, is left out.
    pub fn sentence_in(&self, wording: Wording) -> String {
        let [members, others] = Standing::ALL.map(|standing| self.count_of(standing));
        let [member, other] = Standing::ALL.map(|standing| self.quotas.of(standing));
        match (members.of, others.of) {
            (0, 0) if self.rows.is_empty() => "Danh sách chưa có ai".to_owned(),
            (0, 0) => "Bộ chuẩn mực không yêu cầu đăng ký".to_owned(),
            (_, 0) => format!(
                "Có {} đảng viên đã đăng ký bằng {member:02} việc",
                members.fraction()
            ),
            (0, _) => format!(
                "Có {} quần chúng đã đăng ký bằng {other:02} việc",
                others.fraction()
            ),
            _ => {
                let whole = self.count(|_| true).fraction();
                let (members, others) = (members.fraction(), others.fraction());
                let (members, between) = match wording {
                    Wording::GroupFirst => (format!("đảng viên {members}"), ';'),
                    Wording::NumberFirst => (format!("{members} đảng viên"), ','),
                };
                format!(
                    "Có {whole} đảng viên, quần chúng đăng ký trong đó {members} đã đăng ký bằng {member:02} việc{between} {others} quần chúng đã đăng ký bằng {other:02} việc"
                )
            }
        }
    }

    /// To one who has registered nothing yet, or too little. Without a pronoun: the secretary may be
    /// the younger one.
    pub fn reminder(&self, branch: &Branch, row: &Registrant, before: Day) -> String {
        let name = branch.roster.person(&row.person);
        let name = name.map(Person::shown).unwrap_or_default();
        let Registrant { quota, pledged, .. } = row;
        let pledge = format!("bản đăng ký làm theo năm {} của {name}", self.year);
        let words = match row.state() {
            RegistrationState::UnderQuota => format!(
                "{pledge} có {pledged:02} việc, yêu cầu {quota:02} việc. Đề nghị bổ sung {:02} việc",
                row.lacks()
            ),
            _ => format!("chưa nhận được {pledge}. Đề nghị đăng ký {quota:02} việc"),
        };
        format!(
            "{}: {words}, gửi trước buổi họp ngày {before}.",
            branch.name
        )
    }

    /// To all of these, for the branch's group.
    pub fn reminder_to_all(&self, branch: &Branch, people: &[ItemId], before: Day) -> String {
        let rows = people.iter().filter_map(|person| self.row(person)).zip(1..);
        let lines = rows.map(|(row, number)| {
            let has = match row.came {
                Came::Not | Came::Later(_) => "chưa có".to_owned(),
                Came::InFile(_) | Came::OnPaper(_) => format!("có {:02} việc", row.pledged),
            };
            let name = branch.roster.called(&row.person);
            format!("\n{number}. {name}: {has}, yêu cầu {:02} việc", row.quota)
        });
        format!(
            "{}: {} người chưa đăng ký đủ việc làm theo năm {}. Đề nghị gửi trước buổi họp ngày {before}.{}",
            branch.name,
            people.len(),
            self.year,
            lines.collect::<String>()
        )
    }
}
