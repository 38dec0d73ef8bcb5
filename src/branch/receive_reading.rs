//! Files, or a text pasted, to what they hold; a slice at a time, so that the page goes on answering.

use crate::browser::pile::Picked;
use crate::browser::text::nfc;
use crate::browser::timer::Busy;
use crate::domain::branch::received::Incoming;
use crate::domain::letters::visible;
use crate::exchange::{Opened, open_with_checksum, pieces};
use crate::signal::RwSignal;

/// What a backup may have, so that it can be told what it is; hand-overs are far smaller.
const MOST: usize = 8 << 20;

/// How long the page may be busy with files before it looks up, in milliseconds.
const SLICE: f64 = 12.0;

/// What was read so far.
#[derive(Default)]
pub struct Pile {
    pub files: Vec<Incoming>,
    /// Of each of the files, in their order.
    pub sources: Vec<Source>,
    pub refused: Vec<Refused>,
    /// Reading was stopped before these.
    pub unread: usize,
}

/// Where a hand-over came from.
pub struct Source {
    /// The file's name.
    pub name: String,
    /// RFC 3339, by the sender's clock.
    pub exported_at: String,
}

/// What is no hand-over, and what it is.
pub struct Refused {
    pub name: String,
    pub sentence: String,
    /// It was not meant for the branch.
    pub private: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
pub struct Progress {
    pub done: usize,
    pub of: usize,
}

/// Reads until the end, or until `progress` is taken away: that is the stop, and so is another screen.
pub async fn read_files(files: Vec<Picked>, progress: RwSignal<Option<Progress>>) -> Pile {
    let mut pile = Pile::default();
    let of = files.len();
    let mut busy = Busy::begin();
    for (done, file) in files.into_iter().enumerate() {
        if !progress.is_there() || progress.get_untracked().is_none() {
            pile.unread = of - done;
            break;
        }
        match file.bytes(MOST).await {
            Some(bytes) => pile.add(&file.name(), &bytes, &mut busy).await,
            None => pile.refuse(file.name(), "lớn quá 8 MB hoặc không đọc được.", false),
        }
        if busy.longer_than(SLICE) {
            progress.update(|progress| *progress = progress.map(|_| Progress { done, of }));
            busy.rest().await;
        }
    }
    pile
}

/// A text may hold several files.
pub async fn read_text(text: &[u8]) -> Pile {
    let mut pile = Pile::default();
    pile.add("Văn bản dán vào", text, &mut Busy::begin()).await;
    pile
}

impl Pile {
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.refused.is_empty()
    }

    pub fn append(&mut self, mut later: Self) {
        self.files.append(&mut later.files);
        self.sources.append(&mut later.sources);
        self.refused.append(&mut later.refused);
        self.unread = later.unread;
    }

    /// The hand-overs that are marked; nothing else is left of the pile.
    pub fn keep_only(&mut self, marked: &[bool]) {
        fn kept<T>(all: &mut Vec<T>, marked: &[bool]) {
            let mut marks = marked.iter();
            all.retain(|_| marks.next() == Some(&true));
        }
        kept(&mut self.files, marked);
        kept(&mut self.sources, marked);
        self.refused.clear();
        self.unread = 0;
    }

    async fn add(&mut self, name: &str, bytes: &[u8], busy: &mut Busy) {
        for piece in pieces(bytes) {
            if busy.longer_than(SLICE) {
                busy.rest().await;
            }
            self.add_one(name, piece);
        }
    }

    fn add_one(&mut self, name: &str, bytes: &[u8]) {
        let name = name.to_owned();
        match open_with_checksum(bytes, &nfc) {
            Ok((Opened::Handover(file), checksum)) => {
                self.files.push(Incoming {
                    document_id: file.document_id,
                    revision: file.revision,
                    checksum,
                    handover: file.payload,
                });
                self.sources.push(Source {
                    name,
                    exported_at: file.exported_at,
                });
            }
            Ok((Opened::Backup(file), _)) => {
                let handbooks = file.payload.handbooks;
                let of = handbooks
                    .first()
                    .map_or(String::new(), |first| visible(&first.profile.name));
                let sentence = format!(
                    "Bản sao lưu riêng của {of}, có cả ghi chú riêng. Tệp này không dành cho chi bộ nên không giữ lại gì. Nên xóa tệp, rồi nhờ người gửi mở “Gửi chi bộ” và gửi lại phiếu."
                );
                self.refuse(name, &sentence, true);
            }
            Ok((Opened::Pack(_), _)) => {
                let sentence = "Đây là bộ chuẩn mực, không phải phiếu gửi chi bộ.";
                self.refuse(name, sentence, false);
            }
            Ok((Opened::Feedback(file), _)) => {
                let of = visible(&file.payload.name);
                let sentence =
                    format!("Đây là phiếu nhận xét gửi cho {of}: mở trong sổ tay của người đó.");
                self.refuse(name, &sentence, false);
            }
            Err(problem) => self.refuse(name, &problem.sentence(), false),
        }
    }

    fn refuse(&mut self, name: String, sentence: &str, private: bool) {
        self.refused.push(Refused {
            name,
            sentence: sentence.to_owned(),
            private,
        });
    }
}
