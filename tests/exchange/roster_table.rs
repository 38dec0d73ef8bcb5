//! A list of people that came as a table: read whatever the spreadsheet made of it, understood, judged
//! line by line, and nothing kept that the secretary did not see.

use proptest::prelude::*;
use so_tay::domain::branch::roster_acts::Entry;
use so_tay::domain::branch::roster_import::{
    Decisions, Holds, Judged, Line, Verdict, judge, mended, people,
};
use so_tay::domain::branch::sample::sample_branch;
use so_tay::domain::branch::{Departure, Person, Roster};
use so_tay::domain::{Day, ItemId, Standing};
use so_tay::exchange::roster_columns::{Columns, Meaning, guess, read_standing};
use so_tay::exchange::roster_lines::lines;
use so_tay::exchange::sheet::{MAX_CELL, MAX_LINES, Sheet, Unreadable, read_sheet};
use so_tay::exchange::tables::{csv, roster_table};

use crate::arbitrary::nfc;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn today() -> Day {
    day("2026-11-22")
}

fn sheet(text: &str) -> Sheet {
    read_sheet(text.as_bytes(), &nfc).expect("a table")
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let lines = sheet(text).lines.into_iter();
    lines.map(|line| line.cells).collect()
}

fn ids() -> impl FnMut() -> ItemId {
    let mut number = 0_u16;
    move || {
        number += 1;
        let [high, low] = number.to_be_bytes();
        ItemId::new([9, 9, 9, 9, high, low])
    }
}

#[test]
fn accents_piled_up_in_one_cell_leave_the_others_composed() {
    use unicode_normalization::UnicodeNormalization as _;
    let pile = "\u{302}".repeat(100);
    let table = format!(
        "Họ và tên\tTổ\nTrần Thị Bình\tMột cửa\n{}a{pile}\tTổ 1\n",
        ""
    );
    let decomposed: String = table.nfd().collect();
    let wanted = [["Họ và tên", "Tổ"], ["Trần Thị Bình", "Một cửa"]];
    let read = cells(&decomposed);
    assert_eq!(read[..2], wanted);
    assert_eq!(read[2][1], "Tổ 1");
}

/// All the way, by the guess.
fn read(text: &str) -> (Columns, Vec<Line>) {
    let sheet = sheet(text);
    let columns = guess(&sheet);
    let lines = lines(&sheet, &columns, 2026);
    (columns, lines)
}

fn judged(text: &str, roster: &Roster) -> (Vec<Line>, Vec<Judged>) {
    let (_, lines) = read(text);
    let judged = judge(&lines, roster, &Decisions::default(), today());
    (lines, judged)
}

fn verdicts(text: &str, roster: &Roster) -> Vec<Verdict> {
    let (_, judged) = judged(text, roster);
    judged.into_iter().map(|judged| judged.verdict).collect()
}

fn taken(text: &str) -> Vec<Person> {
    let (lines, judged) = judged(text, &Roster::default());
    people(&lines, &judged, ids())
}

fn shown(people: &[Person]) -> Vec<String> {
    let one = |person: &Person| {
        let standing = person.last_standing().name();
        format!(
            "{} | {standing} | {} | {}",
            person.name, person.duty, person.group
        )
    };
    people.iter().map(one).collect()
}

const PASTED: &str = "\
DANH SÁCH CHI BỘ 2\t\t\t\t\r
STT\tHọ và tên\tNgày sinh\tĐối tượng\tChức vụ\tĐơn vị\r
1\tTrần Thị Bình\t12/03/1980\tĐảng viên\tBí thư\tTổ Một cửa\r
2\tLÊ VĂN CƯỜNG\t1/5/1975\tQuần chúng\tLái xe\tTổ Xe\r
3\tNgô Minh Tuấn\t\tĐV dự bị\t\t\r
\tTổng cộng: 3 người\t\t\t\t\r
";

#[test]
fn a_table_from_excel_comes_to_its_people() {
    assert_eq!(
        shown(&taken(PASTED)),
        [
            "Trần Thị Bình | Đảng viên | Bí thư | Tổ Một cửa",
            "Lê Văn Cường | Quần chúng | Lái xe | Tổ Xe",
            "Ngô Minh Tuấn | Đảng viên |  | ",
        ]
    );
}

#[test]
fn whatever_a_spreadsheet_writes_the_table_is_the_same() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let wide = |text: &str, units: fn(u16) -> [u8; 2]| {
        marked(text)
            .encode_utf16()
            .flat_map(units)
            .collect::<Vec<u8>>()
    };
    let comma = PASTED.replace('\t', ",");
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(PASTED).collect();
    let files = [
        marked(PASTED).into_bytes(),
        decomposed.into_bytes(),
        PASTED.replace("\r\n", "\n").into_bytes(),
        PASTED.replace("\r\n", "\r").into_bytes(),
        PASTED.replace('\t', ";").into_bytes(),
        marked(&comma).into_bytes(),
        format!("sep=;\r\n{}", PASTED.replace('\t', ";")).into_bytes(),
        wide(PASTED, u16::to_le_bytes),
        wide(PASTED, u16::to_be_bytes),
        wide(&comma, u16::to_le_bytes),
    ];
    let expected: Vec<_> = cells(PASTED);
    for bytes in files {
        let read = read_sheet(&bytes, &nfc).expect("a table");
        let read: Vec<_> = read.lines.into_iter().map(|line| line.cells).collect();
        assert_eq!(read, expected);
    }
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    assert_eq!(
        cells("a,\"b, c\",\"d\r\ne\",\"f \"\"g\"\"\"\nh,\"i\" j\n"),
        [vec!["a", "b, c", "d e", "f \"g\""], vec!["h", "\"i\" j"]]
    );
    let numbers: Vec<_> = sheet("a,\"b\r\nc\"\n\n d\n").lines;
    assert_eq!((numbers[0].number, numbers[1].number), (1, 4));
    // Nothing closes it, so it is a letter.
    assert_eq!(
        cells("\"a\tb\nc\t\"d"),
        [vec!["\"a", "b"], vec!["c", "\"d"]]
    );
}

#[test]
fn what_is_no_table_is_refused_with_one_sentence() {
    let refused = |bytes: &[u8]| read_sheet(bytes, &nfc).expect_err("no table");
    assert_eq!(refused(b"PK\x03\x04..."), Unreadable::Workbook);
    assert_eq!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0]), Unreadable::Workbook);
    assert_eq!(refused(b"Tr\xE2n"), Unreadable::Encoding);
    assert_eq!(refused(b"a\0b\0"), Unreadable::Encoding);
    assert_eq!(refused(b" \n \r\n;;"), Unreadable::Blank);
    assert_eq!(refused(b""), Unreadable::Blank);
    assert_eq!(
        refused(b"{\"format\": \"so-tay/handover\"}"),
        Unreadable::Ours
    );
    assert_eq!(refused(&vec![b'a'; 3 << 20]), Unreadable::TooLarge);
    assert_eq!(
        refused("a\n".repeat(MAX_LINES + 1).as_bytes()),
        Unreadable::TooManyLines
    );
    assert_eq!(
        read_sheet("a\n".repeat(MAX_LINES).as_bytes(), &nfc).map(|sheet| sheet.width),
        Ok(1)
    );
    let wide = format!("a\n{}b", "\t".repeat(60));
    assert_eq!(
        refused(wide.as_bytes()),
        Unreadable::TooManyColumns { line: 2 }
    );
    let long = format!("a\nb\n{}", "c".repeat(MAX_CELL + 1));
    assert_eq!(refused(long.as_bytes()), Unreadable::LongCell { line: 3 });
    for unreadable in [Unreadable::Workbook, Unreadable::LongCell { line: 3 }] {
        assert!(unreadable.to_string().ends_with('.'));
    }
}

#[test]
fn heads_are_known_by_their_words() {
    let meanings = |head: &str| read(&format!("{head}\nx")).0.meanings;
    use Meaning::*;
    assert_eq!(
        meanings("TT\tHọ đệm\tTên\tGiới tính\tĐảng viên\tQuần chúng\tNhiệm vụ được giao\tPhòng"),
        [
            Nothing, FamilyName, GivenName, Nothing, MemberMark, OtherMark, Duty, Group
        ]
    );
    assert_eq!(
        meanings("Số TT\tHọ, chữ đệm và tên\tNgày vào Đảng"),
        [Nothing, Name, MemberMark]
    );
    assert_eq!(meanings("Tên\tBộ phận công tác"), [Name, Group]);
    assert_eq!(
        meanings(
            "Họ tên,Đối tượng,\"Chức vụ, nhiệm vụ\",\"Tổ, phòng\",Từ ngày,Rời ngày,Chuyển đến"
        ),
        [Name, Standing, Duty, Group, From, Left, LeftTo]
    );
    // A title is no head.
    let (columns, lines) = read("Danh sách họ tên đảng viên\nHọ tên\nTrần Thị Bình");
    assert_eq!((columns.head, lines.len()), (Some(1), 1));
}

#[test]
fn a_head_of_two_lines_is_one() {
    let text = "\
STT\tHọ và tên\tNgày vào Đảng\t\tChức vụ
\t\tDự bị\tChính thức\t
1\tTrần Thị Bình\t\t03/02/2010\tBí thư
2\tNgô Minh Tuấn\t19/05/2026\t\t
3\tLê Văn Cường\t\t\tLái xe
";
    assert_eq!(
        shown(&taken(text)),
        [
            "Trần Thị Bình | Đảng viên | Bí thư | ",
            "Ngô Minh Tuấn | Đảng viên |  | ",
            "Lê Văn Cường | Quần chúng | Lái xe | ",
        ]
    );
}

#[test]
fn without_a_head_the_content_tells() {
    let (columns, _) =
        read("1\tTrần Thị\tBình\tĐảng viên\tBí thư\n2\tLê Văn\tCường\tQuần chúng\tLái xe\n");
    use Meaning::*;
    assert_eq!(columns.head, None);
    assert_eq!(
        columns.meanings,
        [Nothing, FamilyName, GivenName, Standing, Duty]
    );
    let (columns, _) = read("Trần Thị Bình\tNữ\tTổ 1\nLê Văn Cường\tNam\tTổ 2\n");
    assert_eq!(columns.meanings, [Name, Nothing, Group]);
    let (columns, lines) = read("1. Trần Thị Bình\n2. Lê Văn Cường\n3) Ngô Minh Tuấn");
    assert_eq!(columns.meanings, [Name]);
    let names: Vec<_> = lines
        .iter()
        .map(|line| match &line.holds {
            Holds::Listed(listed) => listed.name.as_str(),
            _ => "",
        })
        .collect();
    assert_eq!(names, ["Trần Thị Bình", "Lê Văn Cường", "Ngô Minh Tuấn"]);
}

#[test]
fn headings_among_the_people_hold_for_those_below() {
    let text = "\
STT\tHọ và tên\tChức vụ
I\tĐẢNG VIÊN\t
1\tTrần Thị Bình\tBí thư
II\tQuần chúng\t
Tổ Xe:\t\t
2\tLê Văn Cường\tLái xe
";
    assert_eq!(
        shown(&taken(text)),
        [
            "Trần Thị Bình | Đảng viên | Bí thư | ",
            "Lê Văn Cường | Quần chúng | Lái xe | Tổ Xe"
        ]
    );
}

#[test]
fn marks_in_one_column_tell_by_their_blanks_and_in_two_by_being_there() {
    let one = "Họ tên\tĐảng viên\nTrần Thị Bình\tx\nLê Văn Cường\t\nNgô Minh Tuấn\tKhông\n";
    let standings: Vec<_> = taken(one).iter().map(Person::last_standing).collect();
    use Standing::*;
    assert_eq!(standings, [Member, NonMember, NonMember]);
    let two =
        "Họ tên\tĐảng viên\tQuần chúng\nTrần Thị Bình\tX\t\nLê Văn Cường\t\t✓\nNgô Minh Tuấn\t\t\n";
    assert_eq!(
        verdicts(two, &Roster::default()),
        [Verdict::New, Verdict::New, Verdict::NoStanding]
    );
}

#[test]
fn standings_are_read_as_people_write_them() {
    use Standing::*;
    for (words, standing) in [
        ("Đảng viên", Some(Member)),
        ("ĐV", Some(Member)),
        ("đảng viên dự bị", Some(Member)),
        ("Chính thức", Some(Member)),
        ("QC", Some(NonMember)),
        ("Quần chúng ưu tú", Some(NonMember)),
        ("Đoàn viên", Some(NonMember)),
        ("Chưa vào Đảng", Some(NonMember)),
        ("Đảng viên/quần chúng", None),
        ("Hợp đồng", None),
        ("", None),
    ] {
        assert_eq!(read_standing(words), standing, "{words}");
    }
}

#[test]
fn each_line_gets_its_verdict() {
    let mut roster = Roster::default();
    for (id, name, group) in [
        ("binh", "Trần Thị Bình", "Tổ 1"),
        ("cuong", "Lê Văn Cường", ""),
        ("hai", "Vũ Hải", ""),
    ] {
        let entry = Entry {
            name: name.to_owned(),
            group: group.to_owned(),
            ..Entry::default()
        };
        roster
            .enter(ItemId::parse(id).expect("an id"), entry)
            .expect("fits");
    }
    let left = Departure {
        on: day("2026-04-01"),
        to: String::new(),
    };
    roster.people[2].leave(left).expect("was here");
    let id = |id: &str| ItemId::parse(id).expect("an id");
    let text = format!(
        "Họ tên\tĐối tượng\tTổ\tTừ ngày
Trần Thị Bình\tĐV\tTổ 1\t
TRẦN THỊ BÌNH\tĐV\tTổ 2\t
Vũ Hải\tQC\t\t
Ngô Minh Tuấn\tQC\t\t
Ngô Minh  Tuấn\tQC\t\t
Đào Thị Tuyết\tHợp đồng\t\t
Hồ Thị Bích\tĐV\t\tđầu năm
\tĐV\t\t
Anh\tĐV\t\t
NguyÔn V¨n A\tĐV\t\t
Hoàng {}\tĐV\t\t
Họ tên\tĐối tượng\tTổ\tTừ ngày
Tống Công Minh\tĐV\t\t
Tổng cộng\t12\t\t
Bí thư chi bộ\tĐV\t\t
",
        "An ".repeat(50)
    );
    assert_eq!(
        verdicts(&text, &roster),
        [
            Verdict::Same(id("binh")),
            Verdict::Namesake(id("binh")),
            Verdict::Left(id("hai")),
            Verdict::New,
            Verdict::Double(5),
            Verdict::NoStanding,
            Verdict::NoDay,
            Verdict::NoName,
            Verdict::OddName,
            Verdict::OddName,
            Verdict::TooLong,
            Verdict::Heading,
            Verdict::New,
            Verdict::Total,
            Verdict::BehindTotal,
        ]
    );
}

#[test]
fn a_newer_table_mends_what_is_written_when_it_is_told_to() {
    let mut roster = Roster {
        people: taken(
            "Họ tên\tĐối tượng\tChức vụ\nTrần Thị Bình\tĐV\tVăn thư\nLê Văn Cường\tQC\tLái xe\n",
        ),
    };
    let text = "Họ tên\tChức vụ\tTổ\nTrần Thị Bình\tBí thư\t\nLê Văn Cường\tLÁI XE\tTổ 1\nLê Văn Cường\t\t\n";
    let (_, lines) = read(text);
    let mut decisions = Decisions::default();
    let first = judge(&lines, &roster, &decisions, today());
    let id = |at: usize| roster.people[at].id.clone();
    let verdicts: Vec<_> = first.iter().map(|judged| judged.verdict.clone()).collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Changed(id(0)),
            Verdict::Changed(id(1)),
            Verdict::Same(id(1))
        ]
    );
    assert_eq!(mended(&lines, &first, &roster), []);
    decisions.taken.insert(2, true);
    decisions.taken.insert(3, true);
    let told = judge(&lines, &roster, &decisions, today());
    assert_eq!(people(&lines, &told, ids()), []);
    for person in mended(&lines, &told, &roster) {
        roster.put_back(0, &person);
    }
    assert_eq!(
        shown(&roster.people),
        [
            "Trần Thị Bình | Đảng viên | Bí thư | ",
            "Lê Văn Cường | Quần chúng | Lái xe | Tổ 1"
        ]
    );
}

#[test]
fn what_is_doubtful_is_decided_line_by_line() {
    let text = "Họ tên\tĐối tượng\nĐào Thị Tuyết\tHợp đồng\nĐào Thị Tuyết\tĐV\nLê Văn Cường\t\n";
    let (_, lines) = read(text);
    let roster = Roster::default();
    let mut decisions = Decisions::default();
    let names = |decisions: &Decisions| {
        let judged = judge(&lines, &roster, decisions, today());
        shown(&people(&lines, &judged, ids()))
    };
    assert!(names(&decisions).is_empty());
    decisions.standings.insert(2, Standing::NonMember);
    assert_eq!(names(&decisions), ["Đào Thị Tuyết | Quần chúng |  | "]);
    decisions.taken.insert(3, true);
    decisions.usual_standing = Some(Standing::Member);
    assert_eq!(
        names(&decisions),
        [
            "Đào Thị Tuyết | Quần chúng |  | ",
            "Đào Thị Tuyết | Đảng viên |  | ",
            "Lê Văn Cường | Đảng viên |  | ",
        ]
    );
    decisions.taken.insert(2, false);
    assert_eq!(names(&decisions).len(), 2);
}

#[test]
fn our_own_table_comes_back_as_the_roster_it_was() {
    let (branch, _) = sample_branch(today());
    let table = csv(&roster_table(&branch, today()).texts());
    let back = Roster {
        people: taken(&table),
    };
    let names = |roster: &Roster| {
        let mut lines = shown(&roster.people);
        lines.sort();
        lines
    };
    assert_eq!(names(&back), names(&branch.roster));
    assert_eq!(back.headcount(today()), branch.roster.headcount(today()));
    let known = verdicts(&table, &branch.roster);
    assert!(
        known.iter().all(|one| matches!(one, Verdict::Same(_))),
        "{known:?}"
    );
}

/// Lines as they may come: people, headings, hostile ones.
fn table() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        4 => "[A-ZÀ-Ỵ][a-zà-ỹ]{1,4}( [A-ZÀ-Ỵ][a-zà-ỹ]{1,4}){1,2}",
        1 => Just("Họ và tên".to_owned()),
        1 => Just("Đảng viên".to_owned()),
        1 => Just("Tổng cộng".to_owned()),
        1 => "[x0-9./\"'=-]{0,8}",
        1 => "\\PC{0,6}",
    ];
    let line = prop::collection::vec(cell, 0..6);
    (prop::collection::vec(line, 0..12), "[\t,;]").prop_map(|(lines, between)| {
        let lines: Vec<_> = lines.iter().map(|cells| cells.join(&between)).collect();
        lines.join("\n")
    })
}

fn any_meaning() -> impl Strategy<Value = Meaning> {
    prop::sample::select(Meaning::ALL.to_vec())
}

proptest! {
    #[test]
    fn nothing_that_comes_in_can_break_it(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            table().prop_map(String::into_bytes),
            ".{0,80}".prop_map(String::into_bytes),
            "[\"\t\n\r,;aá ]{0,60}".prop_map(String::into_bytes),
        ],
        meanings in prop::collection::vec(any_meaning(), 0..8),
        head in prop::option::of(0..5_usize),
    ) {
        let Ok(sheet) = read_sheet(&bytes, &nfc) else { return Ok(()) };
        prop_assert!(sheet.lines.iter().all(|line| line.cells.len() <= sheet.width));
        for columns in [guess(&sheet), Columns { meanings, head }] {
            let lines = lines(&sheet, &columns, 2026);
            let judged = judge(&lines, &Roster::default(), &Decisions::default(), today());
            prop_assert_eq!(lines.len(), judged.len());
        }
    }

    #[test]
    fn a_table_brought_again_brings_nobody_again(text in table()) {
        let Ok(sheet) = read_sheet(text.as_bytes(), &nfc) else { return Ok(()) };
        let lines = lines(&sheet, &guess(&sheet), 2026);
        let decisions = Decisions {
            usual_standing: Some(Standing::Member),
            ..Decisions::default()
        };
        let mut roster = Roster::default();
        let first = judge(&lines, &roster, &decisions, today());
        roster.people = people(&lines, &first, ids());
        let again = judge(&lines, &roster, &decisions, today());
        prop_assert!(again.iter().all(|judged| !judged.taken), "{:?}", again);
    }

    #[test]
    fn cells_come_back_as_they_were_quoted(
        rows in prop::collection::vec(prop::collection::vec("[a-zà-ỹ \",;=+-]{0,8}", 1..4), 1..5)
    ) {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| tidy(&nfc(cell))).collect())
            .map(|mut row: Vec<String>| {
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
                row
            })
            .filter(|row| !row.is_empty())
            .collect();
        // A tab is no letter of these.
        let text = csv(&rows).replace("\",", "\"\u{1},").replace('\u{1}', "");
        let read = read_sheet(text.as_bytes(), &nfc);
        let read = read.map(|sheet| sheet.lines.into_iter().map(|line| line.cells).collect());
        prop_assert_eq!(read.unwrap_or_else(|_| Vec::<Vec<String>>::new()), expected);
    }
}
