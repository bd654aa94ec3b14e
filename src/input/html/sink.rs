//! Where the HTML parser puts what it reads.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName, ns};

use crate::input::html::style::Style;
use crate::input::html::tag::Tag;
use crate::input::html::tree::{Id, Kind, Tree};

/// A node, with the name that the parser asks for all the time.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    id: Id,
    space: Namespace,
    name: LocalName,
}

impl Handle {
    fn nameless(id: Id) -> Self {
        Self { id, space: ns!(), name: LocalName::from("") }
    }
}

/// The tree under way.
pub(super) struct Sink {
    tree: RefCell<Tree>,
    /// The element whose children are being read, or a childless one that was just put there.
    innermost: Cell<Id>,
}

impl Sink {
    pub(super) fn new() -> Self {
        Self { tree: RefCell::new(Tree::new()), innermost: Cell::new(Tree::ROOT) }
    }

    /// How deep the page is at this point.
    pub(super) fn depth(&self) -> u32 {
        self.tree.borrow().depth(self.innermost.get())
    }

    fn put(&self, child: NodeOrText<Handle>, node: impl FnOnce(&mut Tree, Id), text: impl FnOnce(&mut Tree, &str)) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => {
                node(&mut tree, child.id);
                self.innermost.set(child.id);
            }
            NodeOrText::AppendText(words) => text(&mut tree, &words),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::nameless(Tree::ROOT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        ExpandedName { ns: &target.space, local: &target.name }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let kind = Kind::Element(Tag::of(&name.local), Style::of(&attributes));
        Handle { id: self.tree.borrow_mut().add(kind), space: name.ns, name: name.local }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(Kind::Other))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::nameless(self.tree.borrow_mut().add(Kind::Other))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let parent = parent.id;
        self.put(child, |tree, child| tree.append(parent, child), |tree, text| tree.append_text(parent, text));
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.tree.borrow().parent(element.id).is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Handle) {
        self.innermost.set(self.tree.borrow().parent(node.id).unwrap_or(Tree::ROOT));
    }

    /// What is in a template is never seen, so it may stand in the element itself.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let next = sibling.id;
        self.put(
            child,
            |tree, child| tree.insert_before(next, child),
            |tree, text| {
                tree.insert_text_before(next, text);
            },
        );
    }

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        self.tree.borrow_mut().move_children(node.id, parent.id);
    }
}
