//! Why something was not saved, in the person's language: what happened, what is safe, what to do.

use super::backend::Fault;

/// Nothing was written, or the old version was put back. What the person wrote is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// No room, even after all snapshots gave way.
    Full,
    Denied,
    /// Read back, it was not what was written.
    Lost,
    /// Another tab wrote since this one last read: see `overwrite_handbook`, `yield_handbook`.
    ChangedElsewhere,
    /// Another tab deleted it: `overwrite_handbook` keeps it after all.
    DeletedElsewhere,
    /// What is stored was written by a newer version of this page.
    NewerVersion,
    /// What is stored was not read, so nothing may be written over it.
    NotLoaded,
    /// The storage failed in its own way.
    Broken(String),
}

impl SaveError {
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::Full => {
                "Chưa lưu được: máy đã hết chỗ cho trang này. Nội dung vừa viết vẫn còn trên màn \
                 hình. Lưu một bản sao ra tệp, rồi cất bớt năm cũ ở Dữ liệu của tôi."
            }
            Self::Denied => {
                "Chưa lưu được: trình duyệt không cho trang này giữ dữ liệu. Nội dung vừa viết vẫn \
                 còn trên màn hình. Lưu một bản sao ra tệp trước khi đóng trang."
            }
            Self::Lost => {
                "Chưa lưu được: đọc lại thì thấy khác với nội dung vừa ghi. Nội dung vừa viết vẫn \
                 còn trên màn hình. Thử lại; nếu vẫn vậy, lưu một bản sao ra tệp."
            }
            Self::ChangedElsewhere => {
                "Chưa lưu: sổ tay này vừa được sửa ở một cửa sổ khác. Cả hai bản đều còn nguyên. \
                 Chọn bản dùng tiếp; bản kia được giữ trong các bản lưu."
            }
            Self::DeletedElsewhere => {
                "Chưa lưu: sổ tay này vừa bị xóa ở một cửa sổ khác. Nội dung vẫn còn trên màn hình \
                 này. Chọn giữ lại, hoặc lưu một bản sao ra tệp."
            }
            Self::NewerVersion => {
                "Chưa lưu: nội dung đang có do phiên bản mới hơn của trang ghi, nên bản này không \
                 ghi đè. Nội dung vừa viết vẫn còn trên màn hình. Lưu một bản sao ra tệp rồi cập \
                 nhật trang."
            }
            Self::NotLoaded => {
                "Chưa lưu: trang chưa đọc được nội dung đã có, nên không ghi đè lên. Nội dung vừa \
                 viết vẫn còn trên màn hình. Lưu một bản sao ra tệp rồi tải lại trang."
            }
            Self::Broken(_) => {
                "Chưa lưu được: bộ nhớ của trình duyệt báo lỗi. Nội dung vừa viết vẫn còn trên màn \
                 hình. Lưu một bản sao ra tệp rồi tải lại trang."
            }
        }
    }
}

/// The same on the desk, where the person keeps a branch and not a handbook.
impl SaveError {
    /// What was written is on the screen and not in the storage.
    pub fn desk_sentence(&self) -> &'static str {
        match self {
            Self::Full => {
                "Chưa lưu được: máy đã hết chỗ cho trang này. Nội dung vừa viết vẫn còn trên màn \
                 hình. Lưu một bản sao chi bộ ra tệp, rồi cất bớt năm cũ ở mục Lưu trữ."
            }
            Self::Denied => {
                "Chưa lưu được: trình duyệt không cho trang này giữ dữ liệu. Nội dung vừa viết vẫn \
                 còn trên màn hình. Lưu một bản sao chi bộ ra tệp trước khi đóng trang."
            }
            Self::ChangedElsewhere => {
                "Chưa lưu: phần này của chi bộ vừa được sửa ở một cửa sổ khác. Cả hai bản đều còn \
                 nguyên. Chọn bản dùng tiếp; bản kia được giữ trong các bản lưu ở mục Lưu trữ."
            }
            Self::DeletedElsewhere => {
                "Chưa lưu: chi bộ này vừa bị xóa khỏi máy ở một cửa sổ khác. Nội dung vẫn còn trên \
                 màn hình này. Chọn giữ lại, hoặc lưu một bản sao ra tệp."
            }
            _ => self.sentence(),
        }
    }

    /// A step that writes at once, all or none, was not taken.
    pub fn refusal(&self) -> &'static str {
        match self {
            Self::Full => {
                "Chưa làm được bước vừa rồi: máy đã hết chỗ cho trang này. Không có gì thay đổi. Cất \
                 bớt năm cũ ra tệp ở mục Lưu trữ rồi làm lại."
            }
            Self::ChangedElsewhere => {
                "Chưa làm bước vừa rồi: chi bộ vừa được sửa ở một cửa sổ khác. Trang này đã đọc lại \
                 bản mới; xem lại rồi làm lại."
            }
            Self::DeletedElsewhere => {
                "Chưa làm bước vừa rồi: chi bộ này vừa bị xóa khỏi máy ở một cửa sổ khác. Không có \
                 gì được ghi."
            }
            Self::NewerVersion => {
                "Chưa làm bước vừa rồi: nội dung đang có do phiên bản mới hơn của trang ghi. Không \
                 có gì thay đổi. Cập nhật trang rồi làm lại."
            }
            Self::Denied | Self::Lost | Self::NotLoaded | Self::Broken(_) => {
                "Chưa làm được bước vừa rồi: trình duyệt không ghi hoặc không đọc được bộ nhớ của \
                 trang. Không có gì thay đổi. Làm lại; nếu vẫn vậy, lưu một bản sao chi bộ ra tệp \
                 rồi tải lại trang."
            }
        }
    }
}

impl From<Fault> for SaveError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Denied => Self::Denied,
            Fault::Full => Self::Full,
            Fault::Broken(what) => Self::Broken(what),
        }
    }
}

impl Fault {
    /// For the banner over a page that can't read or keep anything.
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::Denied => {
                "Trình duyệt không cho trang này giữ dữ liệu trên máy. Nội dung viết ở đây sẽ mất \
                 khi đóng trang. Lưu một bản sao ra tệp, hoặc mở trang trong cửa sổ thường của \
                 trình duyệt."
            }
            Self::Full => {
                "Máy đã hết chỗ cho trang này. Nội dung đã lưu vẫn còn nguyên. Lưu một bản sao ra \
                 tệp, rồi cất bớt năm cũ ở Dữ liệu của tôi."
            }
            Self::Broken(_) => {
                "Bộ nhớ của trình duyệt báo lỗi nên trang chưa đọc được nội dung đã lưu. Trang \
                 không ghi gì lên đó. Tải lại trang; nếu vẫn vậy, khởi động lại trình duyệt."
            }
        }
    }
}
