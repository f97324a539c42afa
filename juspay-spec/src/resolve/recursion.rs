//! Types that hold themselves: which fields must be boxed, and which types could never end.

use std::collections::HashSet;

use super::flat::unflatten;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Field, Presence, Type, TypeId};

/// Marks fields to box, and reports objects that could never end and flattened objects that hold themselves.
pub(super) fn check(api: &mut Api, sink: &mut Sink) {
    let direct = components(api, |field| matches!(field.ty, Type::Named(_)));
    let endless = components(api, |field| {
        matches!(field.ty, Type::Named(_)) && (field.presence == Presence::Required || field.prefix.is_some())
    });
    let mut reported = HashSet::new();
    for at in 0..api.types.len() {
        let (Some(own), Some(own_endless)) = (direct.get(at).copied(), endless.get(at).copied()) else { continue };
        let Some(def) = api.types.get_mut(at) else { continue };
        let name = def.name.clone();
        let crate::model::TypeKind::Object(object) = &mut def.kind else { continue };
        for field in &mut object.fields {
            let Type::Named(TypeId(target)) = field.ty else { continue };
            let target = target as usize;
            let needs_end = field.presence == Presence::Required || field.prefix.is_some();
            field.boxed = field.prefix.is_none() && direct.get(target) == Some(&own);
            if needs_end && endless.get(target) == Some(&own_endless) && !reported.contains(&own_endless) {
                reported.insert(own_endless);
                let finding = Finding::new(Code::INFINITE_TYPE, format!("a value of `{name}` could never end"))
                    .at(field.meta.origin, "leads back to the type itself")
                    .help("make one field of the circle optional and not flattened, or a list or a map");
                sink.push(finding);
            }
        }
        if reported.contains(&own_endless) {
            // Left as a stub in which the circle is cut: nothing can be flattened or built through it.
            for field in &mut object.fields {
                let circle = matches!(field.ty, Type::Named(TypeId(target)) if endless.get(target as usize) == Some(&own_endless));
                if circle && (field.presence == Presence::Required || field.prefix.is_some()) {
                    unflatten(field);
                    field.presence = Presence::Optional;
                    field.boxed = true;
                }
            }
            def.stub = true;
        }
    }
}

/// Strongly connected components over the fields chosen, as one number per type. A type alone and without a way back
/// to itself has a number of its own, which no field leads to.
fn components(api: &Api, chosen: impl Fn(&Field) -> bool) -> Vec<usize> {
    let count = api.types.len();
    let edges: Vec<Vec<usize>> = api
        .types
        .iter()
        .map(|def| {
            let fields = def.object().map(|object| object.fields.iter()).into_iter().flatten();
            let targets = fields.filter(|field| chosen(field)).filter_map(|field| field.ty.named());
            targets.map(|id| id.0 as usize).filter(|&target| target < count).collect()
        })
        .collect();
    let mut tarjan = Tarjan {
        edges: &edges,
        order: vec![None; count],
        low: vec![0; count],
        stack: Vec::new(),
        on: vec![false; count],
        component: vec![usize::MAX; count],
        next: 0,
    };
    for start in 0..count {
        tarjan.visit(start);
    }
    // A field to another type of the same component closes a circle; one to itself does so only for itself.
    let mut component = tarjan.component;
    let mut sizes = vec![0_usize; count];
    for &root in &component {
        if let Some(size) = sizes.get_mut(root) {
            *size += 1;
        }
    }
    for ((at, targets), own) in edges.iter().enumerate().zip(&mut component) {
        if sizes.get(*own) == Some(&1) && !targets.contains(&at) {
            *own = usize::MAX - at;
        }
    }
    component
}

/// Tarjan's algorithm with a stack of its own, so that deep chains of types cannot exhaust the thread's.
struct Tarjan<'e> {
    edges: &'e [Vec<usize>],
    order: Vec<Option<usize>>,
    low: Vec<usize>,
    stack: Vec<usize>,
    on: Vec<bool>,
    component: Vec<usize>,
    next: usize,
}

#[expect(clippy::indexing_slicing, reason = "every index is a node, and every vector has one entry per node")]
impl Tarjan<'_> {
    fn visit(&mut self, start: usize) {
        if self.order[start].is_some() {
            return;
        }
        let mut calls = vec![(start, 0)];
        self.enter(start);
        while let Some((node, edge)) = calls.last_mut() {
            let node = *node;
            if let Some(&target) = self.edges[node].get(*edge) {
                *edge += 1;
                match self.order[target] {
                    None => {
                        self.enter(target);
                        calls.push((target, 0));
                    }
                    Some(order) if self.on[target] => self.low[node] = self.low[node].min(order),
                    Some(_) => {}
                }
                continue;
            }
            calls.pop();
            if let Some((parent, _)) = calls.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
            if Some(self.low[node]) == self.order[node] {
                self.close(node);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = Some(self.next);
        self.low[node] = self.next;
        self.next += 1;
        self.stack.push(node);
        self.on[node] = true;
    }

    fn close(&mut self, root: usize) {
        while let Some(node) = self.stack.pop() {
            self.on[node] = false;
            self.component[node] = root;
            if node == root {
                break;
            }
        }
    }
}
