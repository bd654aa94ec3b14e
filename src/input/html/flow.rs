//! Running text: white space collapses, inline elements join, blocks end lines.

/// A paragraph, an item of a list, or lines that are set already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its lines, without a line end behind the last.
    pub(super) text: String,
    /// What it is.
    pub(super) form: Form,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A paragraph or a heading.
    Paragraph,
    /// An item: "- text".
    Item,
    /// Rows of a table, or text whose white space counts.
    Set,
    /// A raised mark and nothing else.
    Mark,
}

/// Text as it comes in, and the blocks that are done.
#[derive(Debug, Default)]
pub(super) struct Flow {
    done: Vec<Block>,
    /// The block under way.
    text: String,
    /// White space has been read that stands nowhere yet.
    space: bool,
    /// Whether the block under way is an item of a list.
    item: bool,
    /// Whether nothing but raised marks is in the block under way.
    only_marks: bool,
}

impl Flow {
    /// Text of an element, as it stands in the page.
    pub(super) fn text(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() {
                self.space = true;
            } else if !is_nothing(c) {
                self.only_marks = false;
                self.letter(c);
            }
        }
    }

    /// Raised text. The mark of a footnote stands in brackets behind words, and is left out behind a figure, where it
    /// would read as a figure of its own; everything else joins with what it stands behind, as in "10th".
    pub(super) fn raised(&mut self, words: &str) {
        let Some(mark) = mark(words) else { return self.text(words) };
        let alone = self.text.is_empty();
        if !alone && ends_in_figure(&self.text) {
            return;
        }
        self.only_marks = alone || self.only_marks;
        self.space |= mark.starts_with('(') && !alone;
        mark.chars().for_each(|c| self.letter(c));
        self.space = true;
    }

    /// Text whose white space counts.
    pub(super) fn set(&mut self, lines: &str) {
        self.end_block();
        let lines = lines.replace('\u{A0}', " ");
        let kept: Vec<&str> = lines.lines().map(str::trim_end).collect();
        let text = kept.join("\n").trim_matches('\n').to_owned();
        if !text.trim().is_empty() {
            self.done.push(Block { text, form: Form::Set });
        }
    }

    /// The end of a line. Two of them end the block.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        if self.text.ends_with('\n') {
            self.end_block();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// The next block is an item of a list.
    pub(super) fn begin_item(&mut self) {
        self.end_block();
        self.item = true;
    }

    /// The end of a paragraph or the like.
    pub(super) fn end_block(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.text);
        let text = text.trim_end();
        if text.is_empty() {
            return;
        }
        let item = std::mem::take(&mut self.item);
        let only_marks = std::mem::take(&mut self.only_marks);
        self.done.push(match bulleted(text) {
            Some(rest) => Block { text: format!("- {rest}"), form: Form::Item },
            None if item => Block { text: format!("- {text}"), form: Form::Item },
            None if only_marks => Block { text: text.to_owned(), form: Form::Mark },
            None => Block { text: text.to_owned(), form: Form::Paragraph },
        });
    }

    /// The end of an item, even of one without text.
    pub(super) fn end_item(&mut self) {
        self.end_block();
        self.item = false;
    }

    /// Blocks that were made elsewhere.
    pub(super) fn add(&mut self, blocks: Vec<Block>) {
        self.end_block();
        self.done.extend(blocks);
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_block();
        self.done
    }

    fn letter(&mut self, c: char) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        self.text.push(c);
    }
}

/// The blocks as one text: a blank line between paragraphs, none between the items of a list.
pub(super) fn joined(blocks: &[Block]) -> String {
    let mut text = String::with_capacity(blocks.iter().map(|block| block.text.len().saturating_add(2)).sum());
    let mut before = None;
    for block in blocks {
        let gap = match before {
            None => "",
            Some(Form::Item) if block.form == Form::Item => "\n",
            Some(_) => "\n\n",
        };
        text.push_str(gap);
        text.push_str(&block.text);
        before = Some(block.form);
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Signs that only dots stand for at the head of an item.
pub(super) const BULLETS: &[char] = &['•', '·', '●', '▪', '◦', '‣', '■', '□', '○', '➢', '►', '\u{F0B7}', '\u{F0A7}'];

/// What stands behind a bullet.
fn bulleted(text: &str) -> Option<&str> {
    text.strip_prefix(BULLETS).map(str::trim_start).filter(|rest| !rest.is_empty())
}

/// Characters that show nothing: soft hyphens, joiners, marks of direction, control characters.
fn is_nothing(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// The mark of a footnote in its brackets: "(1)" for `1`, `[1]` and `(1)`; "*" as it is.
fn mark(words: &str) -> Option<String> {
    let words = words.trim().replace(")(", ",").replace(") (", ",");
    let bare: String = words.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '[' | ']')).collect();
    if bare.is_empty() || bare.len() > 8 {
        return None;
    }
    if bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '#')) {
        return Some(bare);
    }
    let is_one = |part: &str| {
        let digits = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let letter = part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let roman = part.len() <= 3 && part.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        !part.is_empty() && (digits || letter || roman)
    };
    bare.split(',').all(is_one).then(|| format!("({bare})"))
}

/// Whether the last word is or has a figure: "$1,234", "(5.2)", "12%".
fn ends_in_figure(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap_or_default();
    last.contains(|c: char| c.is_ascii_digit()) || matches!(last, "—" | "–" | "-" | "%")
}
