//! How much fits: 300 people and three years of full dossiers.
//!
//! Every text is a sentence of its own, made of common words, so that the lean form has no more to
//! shorten than in a real branch; ids and checksums are as random as they are.

use std::rc::Rc;

use so_tay::domain::branch::dossier::Versioned;
use so_tay::domain::branch::{Adopted, Assessment, Branch, Dossier, FileSeen, Person, Received};
use so_tay::domain::handover::{Consent, HandedMonth, HandedPledge, PURPOSE};
use so_tay::domain::pack::{PackVersion, usual_scale};
use so_tay::domain::rating::{CommitmentRating, Keeping};
use so_tay::domain::shortcoming::Shortcoming;
use so_tay::domain::starter::starter_pack;
use so_tay::domain::{
    Commitment, Day, Deadline, DocumentId, ItemId, PledgeRevision, Profile, Stage, Standing,
    YearMonth,
};
use so_tay::exchange::rules::MAX_BRANCH_BACKUP_BYTES;
use so_tay::exchange::{BranchBackup, Envelope, write_branch_backup};
use so_tay::storage::{Batch, DeskShelf, ROOM, ROOM_ON_APPLE, Room, stored};

use crate::arbitrary::nfc;
use crate::desk_support::open_desk;
use crate::support::{NOW, id, storage};

const PEOPLE: usize = 300;
const YEARS: [i32; 3] = [2024, 2025, 2026];

const WORDS: &str = "anh ban bài báo bảo biên bản bộ bước buổi cán cấp cách cần chậm chi chính chỉ chị \
    chu chuẩn chung chương cơ công cuối cũng của dân dự đầu đảng đến đề đi điểm điều định đọc đôn đồng \
    đơn được giao giảm giấy giờ giúp góp gửi hẹn họp hồ hoàn học hội hằng kế kết khắc khách khi khó kiểm \
    kinh kịp lần làm lãnh lập lên lịch liên lĩnh loại lời lưu mẫu mời một mới năm nâng ngày người nghe \
    nghiệp ngoài nhân nhắc nhận nhiệm nhóm phân phát phiếu phòng phối phục quan quản quý quyết rà rõ sạch \
    sách sát sẽ số soát sổ sơ sớm sự tác tập tế thái thanh tháng thảo thêm theo thi thời thông thu thủ thư \
    thường tiến tiếp tin tiết tìm tính toán tổ tổng tra trả trách trao trình trong trực trước tuần tuyên \
    từng tự ủy văn vào vận viên việc vụ xã xem xét xin xong xử ý yêu";

/// A sequence of numbers that looks random and is always the same.
struct Dice(u64);

impl Dice {
    fn next(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| u8::try_from(self.next(256)).expect("a byte"))
    }

    /// A sentence of so many words.
    fn sentence(&mut self, words: usize) -> String {
        let all: Vec<_> = WORDS.split_whitespace().collect();
        let words: Vec<_> = (0..words).map(|_| all[self.next(all.len())]).collect();
        words.join(" ")
    }
}

fn versioned<T>(revision: u32, value: T) -> Versioned<T> {
    Versioned { revision, value }
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

fn commitment(dice: &mut Dice, year: i32) -> Commitment {
    let mut one = Commitment::new(ItemId::new(dice.bytes()));
    one.action = dice.sentence(18);
    one.measure = dice.sentence(14);
    one.deadline = Some(Deadline::On(day(year, 11, 30)));
    one.standard = Some(ItemId::parse("trach-nhiem").expect("plain"));
    one.duty = dice.sentence(6);
    one
}

/// Twelve rated months with what was done, a pledge of two commitments, two shortcomings, twelve
/// assessments of the branch, twelve files.
fn dossier(dice: &mut Dice, person: &Person, year: i32, pack: &PackVersion) -> Dossier {
    let scale = usual_scale();
    let level = |dice: &mut Dice| Some(scale[dice.next(3)].id.clone());
    let commitments = vec![commitment(dice, year), commitment(dice, year)];
    let mut received = Received {
        document_id: DocumentId::new(dice.bytes()),
        files: Vec::new(),
        profile: versioned(
            12,
            Profile {
                name: person.name.clone(),
                duty: person.duty.clone(),
                branch: "Chi bộ 2".to_owned(),
                ..Profile::default()
            },
        ),
        consent: versioned(
            12,
            Consent {
                on: day(year, 12, 28),
                receiver: "Chi bộ 2".to_owned(),
                purpose: PURPOSE.to_owned(),
            },
        ),
        pledge: Some(versioned(
            1,
            HandedPledge {
                revisions: vec![PledgeRevision {
                    number: 1,
                    submitted_on: day(year, 1, 15),
                    stage: Stage::Submitted,
                    commitments: commitments.clone(),
                }],
                handwritten: false,
                posting_consent: Some(day(year, 1, 15)),
            },
        )),
        months: Default::default(),
        shortcomings: Default::default(),
        reviews: Default::default(),
        deeds: Default::default(),
        own_standards: Default::default(),
    };
    let mut dossier = Dossier::new(person.id.clone(), year);
    for (revision, month) in (1..).zip(YearMonth::all_of(year)) {
        let checksum: [u8; 32] = dice.bytes();
        let hex: String = checksum.iter().map(|byte| format!("{byte:02x}")).collect();
        received.files.push(FileSeen {
            revision,
            checksum: format!("sha256-{hex}"),
            received_on: month.last_day(),
        });
        let rated = commitments.iter().map(|one| {
            let rating = CommitmentRating {
                level: level(dice),
                evidence: dice.sentence(12),
            };
            (one.id.clone(), rating)
        });
        let rated = rated.collect();
        let standards = starter_pack(year).standards;
        let kept = standards.iter().map(|standard| {
            let keeping = Keeping::ALL[[0, 0, 0, 0, 0, 0, 0, 0, 1, 2][dice.next(10)]];
            (standard.id.clone(), keeping)
        });
        let month_of = HandedMonth {
            pack: pack.clone(),
            commitments: rated,
            standards: kept.collect(),
            note: if dice.next(3) == 0 {
                dice.sentence(12)
            } else {
                String::new()
            },
            completed_on: month.last_day(),
        };
        received.months.insert(month, versioned(revision, month_of));
        let remark = if dice.next(3) == 0 {
            dice.sentence(8)
        } else {
            String::new()
        };
        let level = level(dice);
        dossier
            .assessments
            .insert(month, Assessment { level, remark });
    }
    for _ in 0..2 {
        let month = YearMonth::new(year, 6).expect("June");
        let mut one = Shortcoming::new(ItemId::new(dice.bytes()), month, None);
        one.text = dice.sentence(12);
        one.remedy = dice.sentence(12);
        one.deadline = Some(Deadline::On(day(year, 9, 30)));
        received
            .shortcomings
            .insert(one.id.clone(), versioned(6, one));
    }
    dossier.received = Some(received);
    dossier.adopted = Some(Adopted {
        on: day(year, 2, 5),
        pledge_revision: 1,
    });
    dossier.posted_on = Some(day(year, 2, 10));
    dossier
}

fn large_branch(dice: &mut Dice) -> Branch {
    let mut branch = Branch::begin(id(1), "Chi bộ 2".to_owned());
    for _ in 0..PEOPLE {
        let id = ItemId::new(dice.bytes());
        let mut person = Person::new(id, dice.sentence(3), Standing::Member);
        person.duty = dice.sentence(4);
        person.group = format!("Tổ {}", dice.next(12));
        branch.roster.people.push(person);
    }
    branch
}

#[test]
fn room_for_300_people_and_three_years() {
    let mut dice = Dice(2026);
    let storage = storage();
    let (shelf, _) = open_desk(&storage);
    let mut branch = large_branch(&mut dice);
    let mut plain = 0;
    for year in YEARS {
        branch.year_mut(year);
        let pack = PackVersion::Issued {
            document_id: DocumentId::new(dice.bytes()),
            revision: 1,
        };
        let people = &branch.roster.people;
        let dossiers: Vec<_> = people
            .iter()
            .map(|person| dossier(&mut dice, person, year, &pack))
            .collect();
        let texts = dossiers.iter().map(|dossier| {
            let document = stored::untyped(dossier);
            so_tay::json::canonical(&document).encode_utf16().count()
        });
        plain += texts.sum::<usize>();
        for dossier in &dossiers {
            let owner = dossier.received.as_ref().expect("received");
            branch
                .owners
                .insert(owner.document_id.clone(), dossier.person.clone());
        }
        let batch = Batch {
            branch: Some(branch.clone()),
            dossiers,
            gone: Vec::new(),
        };
        assert_eq!(shelf.commit(&id(1), &batch, NOW), Ok(()));
    }
    let room = shelf.room(&id(1)).expect("memory");
    let of_years: usize = room.years.values().sum();
    let each = of_years / (PEOPLE * YEARS.len());
    let fits = |room: usize| room / (each * PEOPLE);
    println!(
        "{PEOPLE} people x {} years: {} of {ROOM} units ({} %); a dossier {each}, as plain JSON {}; \
         fits {} years of {PEOPLE} people, on Apple's {}",
        YEARS.len(),
        room.used,
        room.used * 100 / ROOM,
        plain / (PEOPLE * YEARS.len()),
        fits(ROOM),
        fits(ROOM_ON_APPLE),
    );
    assert!(room.used < ROOM, "{} units", room.used);
    // A backup of all that fits can be opened again: here one year of it.
    let file = Envelope {
        document_id: id(8),
        revision: 1,
        exported_at: NOW.to_owned(),
        app_version: String::new(),
        payload: BranchBackup {
            archive_of: Some(YEARS[0]),
            branch: branch.clone(),
            dossiers: shelf.read_year(&id(1), YEARS[0]).dossiers,
        },
    };
    let written = write_branch_backup(&file, &nfc);
    assert!(
        written.len() * fits(ROOM) < MAX_BRANCH_BACKUP_BYTES,
        "{}",
        written.len()
    );
    // When the page warns, a whole further year still fits, and the file of a year to put away too.
    assert!(!room.is_tight(ROOM));
    let full = Room {
        used: ROOM - each * PEOPLE,
        ..room
    };
    assert!(full.is_tight(ROOM), "{each}");
    // All of it is read back.
    let (shelf, found) = DeskShelf::open_desk(Box::new(Rc::clone(&storage)));
    assert_eq!(found.branches, [branch]);
    let read = YEARS.map(|year| shelf.read_year(&id(1), year).dossiers.len());
    assert_eq!(read, [PEOPLE; 3]);
}

#[test]
fn what_gives_way_by_itself_is_no_reason_to_warn() {
    let room = |used, earlier| Room {
        used,
        earlier,
        ..Room::default()
    };
    assert!(!room(80, 0).is_tight(100) && room(81, 0).is_tight(100));
    assert!(!room(95, 15).is_tight(100) && room(96, 15).is_tight(100));
    assert_eq!((room(0, 0).percent(100), room(59, 0).percent(200)), (0, 29));
}
