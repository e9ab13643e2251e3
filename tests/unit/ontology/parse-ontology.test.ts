import { describe, expect, test } from 'vitest';
import { smallObo, smallObographs, smallObsolete, smallTerms } from '#tests/builders/release-files.ts';
import { parseObo } from '#shared/ontology/obo.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';
import type { Ontology } from '#shared/ontology/term.ts';

const scopes = { Exact: 'exact', Broad: 'broad', Narrow: 'narrow', Related: 'related' } as const;
const expected: Ontology = {
  version: '2030-01-02',
  terms: smallTerms.map((term) => ({
    id: term.id,
    label: term.label,
    definition: term.definition ?? null,
    comment: null,
    synonyms: (term.synonyms ?? []).map((synonym) => ({ text: synonym.text, scope: scopes[synonym.scope ?? 'Exact'], isLayperson: synonym.isLayperson ?? false })),
    parents: term.parents,
    alternativeIds: term.alternativeIds ?? [],
  })),
  obsolete: smallObsolete.map((term) => ({ ...term })),
};
const graph = (content: object): string => JSON.stringify({ graphs: [content] });
const node = (id: string, lbl?: string) => ({ id: `http://purl.obolibrary.org/obo/HP_${id}`, type: 'CLASS', ...(lbl === undefined ? {} : { lbl }) });
const isA = (sub: string, obj: string) => ({ sub: `http://purl.obolibrary.org/obo/HP_${sub}`, pred: 'is_a', obj: `http://purl.obolibrary.org/obo/HP_${obj}` });

describe('the obographs reader', () => {
  test('reads terms, synonyms, merged and obsolete ids, and no property or foreign relation', () => {
    expect(parseObographs({ name: 'hp.json', text: smallObographs() })).toEqual({ ok: true, value: { ontology: expected, warnings: [] } });
  });

  test('reads the same where nodes do not say their type', () => {
    expect(parseObographs({ name: 'hp.json', text: smallObographs({ hasTypes: false }) })).toEqual({ ok: true, value: { ontology: expected, warnings: [] } });
  });

  test('says at which line and column a file that is cut short ends', () => {
    const text = smallObographs().slice(0, 400);
    const result = parseObographs({ name: 'hp.json', text });
    const lines = text.split('\n');
    expect(result).toEqual({ ok: false, error: [{ severity: 'error', rule: 'not-json', message: 'not valid JSON here; the file may be cut short or damaged', file: 'hp.json', line: lines.length, column: (lines.at(-1) ?? '').length + 1 }] });
  });

  test('points at what is wrong within the document', () => {
    const text = graph({ nodes: [node('0000001', 'All'), 7], edges: [{ sub: 1 }] });
    expect(parseObographs({ name: 'hp.json', text })).toEqual({
      ok: false,
      error: [
        { severity: 'error', rule: 'bad-edge', message: 'an edge must have the texts "sub" and "obj"', file: 'hp.json', pointer: '/graphs/0/edges/0' },
        { severity: 'error', rule: 'bad-node', message: 'a node must be an object with the text "id"', file: 'hp.json', pointer: '/graphs/0/nodes/1' },
      ],
    });
  });

  test('refuses a circle of terms and names it', () => {
    const text = graph({ nodes: [node('0000001', 'All'), node('0000002', 'Two'), node('0000003', 'Three')], edges: [isA('0000002', '0000003'), isA('0000003', '0000002')] });
    expect(parseObographs({ name: 'hp.json', text })).toEqual({ ok: false, error: [{ severity: 'error', rule: 'ontology-cycle', message: 'the is_a relations form a circle: HP:0000002 is_a HP:0000003 is_a HP:0000002', file: 'hp.json' }] });
  });

  test('leaves out a parent that is not there and a term without a label, and says so', () => {
    const text = graph({ nodes: [node('0000001', 'All'), node('0000002', 'Two'), node('0000003')], edges: [isA('0000002', '0000009')] });
    const result = parseObographs({ name: 'hp.json', text });
    expect(result.ok && result.value.ontology.terms.map((term) => [term.id, term.parents])).toEqual([['HP:0000001', []], ['HP:0000002', []]]);
    expect(result.ok && result.value.warnings.map((warning) => [warning.rule, warning.pointer])).toEqual([['no-label', '/graphs/0/nodes/2'], ['unknown-parent', '/graphs/0/nodes/1']]);
  });

  test('passes over synonyms that the ontology has taken back', () => {
    const synonyms = [{ pred: 'hasExactSynonym', val: 'Kept' }, { pred: 'hasExactSynonym', val: 'Taken back', synonymType: 'http://purl.obolibrary.org/obo/hp#obsolete_synonym' }];
    const result = parseObographs({ name: 'hp.json', text: graph({ nodes: [{ ...node('0000001', 'All'), meta: { synonyms } }] }) });
    expect(result.ok && result.value.ontology.terms[0]?.synonyms).toEqual([{ text: 'Kept', scope: 'exact', isLayperson: false }]);
  });

  test('refuses a document without a term, and one with a term twice', () => {
    const rules = (text: string) => {
      const result = parseObographs({ name: 'hp.json', text });
      return result.ok ? [] : result.error.map((problem) => problem.rule);
    };
    expect([rules('{}'), rules('{"graphs":[]}'), rules(graph({ nodes: [] })), rules(graph({ nodes: [node('0000001', 'All'), node('0000001', 'All')] }))]).toEqual([['not-obographs'], ['not-obographs'], ['no-terms'], ['duplicate-term']]);
  });
});

describe('the OBO reader', () => {
  test('reads the same ontology as from obographs', () => {
    expect(parseObo({ name: 'hp.obo', text: smallObo() })).toEqual({ ok: true, value: { ontology: expected, warnings: [] } });
  });

  test('reads files with the line ends of Windows', () => {
    expect(parseObo({ name: 'hp.obo', text: smallObo().replaceAll('\n', '\r\n') })).toEqual({ ok: true, value: { ontology: expected, warnings: [] } });
  });

  test('understands escapes, comments, trailing modifiers, xrefs, joined lines and the synonym tags of the oldest files', () => {
    const text = [
      'format-version: 1.2',
      '',
      '[Term] ! a comment',
      'id: HP:0000001 ! All of it',
      'name: A name\\, with \\"quotes\\" and \\',
      'a second line {modifier="x"} ! comment',
      'def: "A \\"quoted\\" word\\nand a [bracket]! too" [PMID:1 "a title", HPO:probinson] {x="y"}',
      'synonym: "Lay {word}" RELATED layperson [HPO:probinson]',
      'exact_synonym: "Old style" []',
      'synonym: without quotes EXACT []',
      'xref: UMLS:C1 "a name"',
      'comment: ends in a backslash of its own \\\\',
      'synonym: "Taken back" EXACT obsolete_synonym []',
    ].join('\n');
    const result = parseObo({ name: 'hp.obo', text });
    expect(result).toEqual({
      ok: true,
      value: {
        ontology: {
          version: '',
          terms: [{
            id: 'HP:0000001',
            label: 'A name, with "quotes" and a second line',
            definition: 'A "quoted" word\nand a [bracket]! too',
            comment: 'ends in a backslash of its own \\',
            synonyms: [{ text: 'Lay {word}', scope: 'related', isLayperson: true }, { text: 'Old style', scope: 'exact', isLayperson: false }],
            parents: [],
            alternativeIds: [],
          }],
          obsolete: [],
        },
        warnings: [{ severity: 'warning', rule: 'bad-synonym', message: 'a synonym without quoted text is left out', file: 'hp.obo', line: 10 }],
      },
    });
  });

  test('takes the version as it stands where it is no date', () => {
    const result = parseObo({ name: 'hp.obo', text: 'data-version: nightly-7\n\n[Term]\nid: HP:0000001\nname: All\n' });
    expect(result.ok && result.value.ontology.version).toBe('nightly-7');
  });

  test('names the line of what is no OBO', () => {
    expect(parseObo({ name: 'hp.obo', text: '[Term]\nid: HP:0000001\nname: All\n<html>\n' })).toEqual({ ok: false, error: [{ severity: 'error', rule: 'bad-line', message: 'not a line of an OBO file, expected "tag: value"', file: 'hp.obo', line: 4 }] });
  });
});
