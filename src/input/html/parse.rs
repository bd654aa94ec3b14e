//! Text to tree, with the parser that browsers have, held to a depth at which its cost stays in step with the page.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use crate::input::html::sink::{Handle, Sink};
use crate::input::html::style::Style;
use crate::input::html::tag::{self, is_looks};
use crate::input::html::tree::Tree;

/// The tree of a page. Every text is a page: what is wrong in it is read as a browser would.
pub(super) fn parse(html: &str) -> Tree {
    let shallow = Shallow {
        builder: TreeBuilder::new(Sink::new(), Default::default()),
        flat: RefCell::default(),
        looks: RefCell::default(),
    };
    let tokenizer = Tokenizer::new(shallow, Default::default());
    let input = BufferQueue::default();
    for piece in pieces(html) {
        input.push_back(StrTendril::from_slice(piece));
        // A script is nothing to wait for.
        while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// How much is passed to the parser at a time.
const PIECE: usize = 1 << 20;

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = (0..=PIECE.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How deep a page may be; what lies deeper is read as if it stood there. Browsers do the same.
const DEPTH: u32 = 400;

/// Stands between tokenizer and tree.
struct Shallow {
    builder: TreeBuilder<Handle, Sink>,
    /// Elements that were left out because they lay too deep, and have yet to end.
    flat: RefCell<Vec<LocalName>>,
    /// For every open element of looks, whether it stays as a span for the sake of its style.
    looks: RefCell<Vec<bool>>,
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let tag = match token {
            Token::TagToken(tag) => tag,
            token => return self.builder.process_token(token, line),
        };
        let tag = if is_looks(&tag.name) { self.without_looks(tag) } else { Some(tag) };
        match tag.and_then(|tag| self.in_depth(tag)) {
            Some(tag) => self.builder.process_token(Token::TagToken(tag), line),
            None => TokenSinkResult::Continue,
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Shallow {
    /// Nothing, or a span where the style matters.
    fn without_looks(&self, tag: Tag) -> Option<Tag> {
        let mut looks = self.looks.borrow_mut();
        let kept = match tag.kind {
            TagKind::StartTag => {
                let style = Style::of(&tag.attrs);
                looks.push(style.hidden || style.raised);
                style.hidden || style.raised
            }
            TagKind::EndTag => looks.pop().unwrap_or(false),
        };
        kept.then(|| Tag { name: local_name!("span"), ..tag })
    }

    /// The tag as it is, unless it lies too deep.
    fn in_depth(&self, tag: Tag) -> Option<Tag> {
        let mut flat = self.flat.borrow_mut();
        match tag.kind {
            TagKind::StartTag if self.builder.sink.depth() < DEPTH || is_raw(&tag.name) => Some(tag),
            TagKind::StartTag => {
                let name = tag.name.clone();
                let is_line = tag::Tag::of(&name) != tag::Tag::Inline;
                flat.push(name);
                is_line.then(|| Tag { name: local_name!("br"), attrs: Vec::new(), ..tag })
            }
            TagKind::EndTag => match flat.iter().rev().take(NEAR).position(|name| *name == tag.name) {
                Some(at) => {
                    let left = flat.len().saturating_sub(at.saturating_add(1));
                    flat.truncate(left);
                    None
                }
                None => Some(tag),
            },
        }
    }
}

/// How far back the beginning of an element is looked for.
const NEAR: usize = 16;

/// Elements without tags in them: they end at their own end tag, or never begin.
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "noscript" | "iframe" | "xmp" | "plaintext" | "br")
}
