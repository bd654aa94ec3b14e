//! The tree of a page, in one list of small nodes: whatever its depth, nothing recurses, and dropping it is dropping a
//! list.

use std::num::NonZero;

use crate::input::html::style::Style;
use crate::input::html::tag::Tag;

/// A node's place in the list, counted from one so that "none" takes no room of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Id(NonZero<u32>);

impl Id {
    fn index(self) -> usize {
        usize::try_from(self.0.get().saturating_sub(1)).unwrap_or(usize::MAX)
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// An element.
    Element(Tag, Style),
    /// Text, as a range of the tree's text.
    Text(usize, usize),
    /// The document, comments and their like.
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    /// How many elements stand above it.
    depth: u32,
}

impl Node {
    const fn new(kind: Kind) -> Self {
        Self { kind, parent: None, previous: None, next: None, first: None, last: None, depth: 0 }
    }
}

/// A page.
pub(super) struct Tree {
    nodes: Vec<Node>,
    text: String,
}

/// What is met on the way through a tree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Before the children of a node.
    In(Id),
    /// After them.
    Out(Id),
}

impl Tree {
    /// The document itself.
    pub(super) const ROOT: Id = Id(NonZero::<u32>::MIN);

    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::new(Kind::Other)], text: String::new() }
    }

    /// A node without a parent. Where there are more than four thousand million, the document itself.
    pub(super) fn add(&mut self, kind: Kind) -> Id {
        let next = u32::try_from(self.nodes.len()).ok().and_then(|count| NonZero::new(count.checked_add(1)?));
        let Some(id) = next else { return Self::ROOT };
        self.nodes.push(Node::new(kind));
        Id(id)
    }

    pub(super) fn kind(&self, id: Id) -> Kind {
        self.get(id).kind
    }

    pub(super) fn depth(&self, id: Id) -> u32 {
        self.get(id).depth
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.get(id).parent
    }

    /// The text of a range.
    pub(super) fn text(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Puts a node behind the last child.
    pub(super) fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.get(parent).last;
        self.link(parent, child, last, None);
    }

    /// Puts a node before its sibling-to-be.
    pub(super) fn insert_before(&mut self, sibling: Id, node: Id) {
        let Some(parent) = self.get(sibling).parent else { return };
        self.detach(node);
        let previous = self.get(sibling).previous;
        self.link(parent, node, previous, Some(sibling));
    }

    /// Text behind the last child, joined with the text that stands there.
    pub(super) fn append_text(&mut self, parent: Id, text: &str) {
        let before = self.get(parent).last;
        if !self.extend(before, text) {
            let node = self.add_text(text);
            self.append(parent, node);
        }
    }

    /// Text before a node.
    pub(super) fn insert_text_before(&mut self, sibling: Id, text: &str) {
        let before = self.get(sibling).previous;
        if !self.extend(before, text) {
            let node = self.add_text(text);
            self.insert_before(sibling, node);
        }
    }

    /// Takes a node from its parent.
    pub(super) fn detach(&mut self, id: Id) {
        let node = self.get(id);
        match (node.parent, node.previous) {
            (_, Some(previous)) => self.change(previous, |other| other.next = node.next),
            (Some(parent), None) => self.change(parent, |other| other.first = node.next),
            (None, None) => {}
        }
        match (node.parent, node.next) {
            (_, Some(next)) => self.change(next, |other| other.previous = node.previous),
            (Some(parent), None) => self.change(parent, |other| other.last = node.previous),
            (None, None) => {}
        }
        self.change(id, |node| (node.parent, node.previous, node.next) = (None, None, None));
    }

    /// Moves all children of a node behind those of another.
    pub(super) fn move_children(&mut self, from: Id, to: Id) {
        while let Some(child) = self.get(from).first {
            self.append(to, child);
        }
    }

    /// The first step through all that stands below the document.
    pub(super) fn first_step(&self) -> Option<Step> {
        self.get(Self::ROOT).first.map(Step::In)
    }

    /// The step behind this one, in the order of the page. To leave children out, go on from the way out.
    pub(super) fn after(&self, step: Step) -> Option<Step> {
        let (id, child) = match step {
            Step::In(id) => (id, self.get(id).first),
            Step::Out(id) => {
                let node = self.get(id);
                return node.next.map(Step::In).or(node.parent.filter(|id| *id != Self::ROOT).map(Step::Out));
            }
        };
        Some(child.map_or(Step::Out(id), Step::In))
    }

    fn get(&self, id: Id) -> Node {
        self.nodes.get(id.index()).copied().unwrap_or(Node::new(Kind::Other))
    }

    fn change(&mut self, id: Id, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id.index()) {
            change(node);
        }
    }

    fn link(&mut self, parent: Id, child: Id, previous: Option<Id>, next: Option<Id>) {
        let depth = self.get(parent).depth.saturating_add(1);
        self.change(child, |node| {
            (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
        });
        match previous {
            Some(previous) => self.change(previous, |node| node.next = Some(child)),
            None => self.change(parent, |node| node.first = Some(child)),
        }
        match next {
            Some(next) => self.change(next, |node| node.previous = Some(child)),
            None => self.change(parent, |node| node.last = Some(child)),
        }
    }

    fn add_text(&mut self, text: &str) -> Id {
        let start = self.text.len();
        self.text.push_str(text);
        self.add(Kind::Text(start, self.text.len()))
    }

    /// Whether the node is the text that was read last, and so could be made longer.
    fn extend(&mut self, node: Option<Id>, text: &str) -> bool {
        let Some(id) = node else { return false };
        let Kind::Text(start, end) = self.get(id).kind else { return false };
        if end != self.text.len() {
            return false;
        }
        self.text.push_str(text);
        let end = self.text.len();
        self.change(id, |node| node.kind = Kind::Text(start, end));
        true
    }
}
