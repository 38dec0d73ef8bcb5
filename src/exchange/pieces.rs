//! Several files in one: what a person copies out of a chat, or a chat program saves as one text.

/// No branch gets so many files in one text. Behind the last of them the rest is one piece.
const MOST: usize = 1000;

/// The text from each file's beginning to the next's, to be opened one by one. A text in which fewer
/// than two are seen to begin is one piece; `open` finds its way about in it.
pub fn pieces(text: &[u8]) -> Vec<&[u8]> {
    let begins = |at: &usize| text[*at] == b'{' && begins_file(&text[*at + 1..]);
    let mut starts: Vec<usize> = (0..text.len()).filter(begins).take(MOST).collect();
    if starts.len() < 2 {
        return vec![text];
    }
    starts.push(text.len());
    let piece = |bounds: &[usize]| &text[bounds[0]..bounds[1]];
    starts.windows(2).map(piece).collect()
}

/// Whether the format stands first, as in every file that the page writes. Inside a text of a file
/// the quotation marks are escaped, so nothing in there looks like this.
fn begins_file(after_brace: &[u8]) -> bool {
    let mut rest = after_brace;
    for token in ["\"format\"", ":", "\"so-tay/"] {
        rest = rest.trim_ascii_start();
        match rest.strip_prefix(token.as_bytes()) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    true
}
