import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ancestorsOf, buildTermGraph, markBranch } from '#shared/ontology/term-graph.ts';

const idOf = (number: number): string => `HP:${String(number).padStart(7, '0')}`;
const terms = [
  { id: idOf(1), parents: [] },
  { id: idOf(2), parents: [idOf(1)] },
  { id: idOf(3), parents: [idOf(1)] },
  { id: idOf(4), parents: [idOf(2), idOf(3)] },
  { id: idOf(5), parents: [] },
];

describe('the term graph', () => {
  test('knows ancestors and branches', () => {
    const graph = buildTermGraph(terms);
    if (!graph.ok) throw new Error(graph.error.message);
    expect([3, 0, 4].map((term) => [...ancestorsOf(graph.value, term)])).toEqual([[0, 1, 2, 3], [0], [4]]);
    expect([...markBranch(graph.value, idOf(2))]).toEqual([0, 1, 0, 1, 0]);
  });

  test('has every ancestor of every parent among the ancestors, whatever its shape', () => {
    const acyclic = fc.array(fc.array(fc.nat(1_000), { maxLength: 4 }), { minLength: 1, maxLength: 60 }).map((lists) => lists.map((list, at) => ({ id: idOf(at), parents: at === 0 ? [] : list.map((value) => idOf(value % at)) })));
    fc.assert(
      fc.property(acyclic, (all) => {
        const graph = buildTermGraph(all);
        if (!graph.ok) throw new Error('an acyclic graph was refused');
        for (let term = 0; term < all.length; term++) {
          const expected = new Set([term, ...(all[term]?.parents ?? []).flatMap((parent) => [...ancestorsOf(graph.value, graph.value.indexOf.get(parent) ?? -1)])]);
          expect([...ancestorsOf(graph.value, term)]).toEqual([...expected].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('refuses a term that is its own ancestor', () => {
    const graph = buildTermGraph([...terms, { id: idOf(6), parents: [idOf(7)] }, { id: idOf(7), parents: [idOf(4), idOf(6)] }]);
    expect(graph).toEqual({ ok: false, error: { severity: 'error', rule: 'ontology-cycle', message: 'the is_a relations form a circle: HP:0000006 is_a HP:0000007 is_a HP:0000006' } });
  });

  test('refuses a chain so long that its ancestors would fill the memory', { timeout: 30_000 }, () => {
    const chain = Array.from({ length: 6_400 }, (_, at) => ({ id: `T${String(at)}`, parents: at === 0 ? [] : [`T${String(at - 1)}`] }));
    expect(buildTermGraph(chain)).toEqual({ ok: false, error: { severity: 'error', rule: 'ontology-too-deep', message: 'the is_a graph is deeper than any real ontology' } });
  });
});
