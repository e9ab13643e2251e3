import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallAnnotations, smallGenesToDisease, smallObo, smallObographs } from '#tests/builders/release-files.ts';
import { smallGeneNames, smallOrphanetPackets, smallTranslations } from '#tests/builders/supplement-files.ts';
import { anyUnits } from '#tests/unit/any-units.ts';
import { parseAnnotationFile } from '#shared/disease/annotation-file.ts';
import { parseGeneFile } from '#shared/disease/gene-file.ts';
import { parseGeneNomenclature } from '#shared/disease/gene-nomenclature-file.ts';
import { parseOrphanetPackets } from '#shared/disease/orphanet-packets.ts';
import { parseObo } from '#shared/ontology/obo.ts';
import { parseTranslationFile } from '#shared/ontology/translation-file.ts';
import { parseObographs } from '#shared/ontology/obographs.ts';

const parsers = [
  { name: 'obographs', sample: smallObographs(), parse: (text: string) => parseObographs({ name: 'f', text }) },
  { name: 'OBO', sample: smallObo(), parse: (text: string) => parseObo({ name: 'f', text }) },
  { name: 'annotation', sample: smallAnnotations(), parse: (text: string) => parseAnnotationFile({ name: 'f', text }, { resolveTerm: (id) => id }) },
  { name: 'annotation (before 2023)', sample: smallAnnotations('old'), parse: (text: string) => parseAnnotationFile({ name: 'f', text }, { resolveTerm: (id) => id }) },
  { name: 'gene (genes_to_phenotype of 2023)', sample: '#Format: entrez-gene-id<tab>entrez-gene-symbol\n11\tODYS1\tHP:0001250\tSeizure\t-\tHP:0040281\t\tmim2gene\tOMIM:900001\n', parse: (text: string) => parseGeneFile({ name: 'f', text }) },
  { name: 'translation', sample: smallTranslations, parse: (text: string) => parseTranslationFile({ name: 'f', text }, { resolveTerm: (id) => id }) },
  { name: 'Orphanet packet', sample: smallOrphanetPackets, parse: (text: string) => parseOrphanetPackets({ name: 'f', text }, { resolveTerm: (id) => id }) },
  { name: 'gene name', sample: smallGeneNames, parse: (text: string) => parseGeneNomenclature({ name: 'f', text }) },
  { name: 'gene', sample: smallGenesToDisease, parse: (text: string) => parseGeneFile({ name: 'f', text }) },
];

describe.each(parsers)('the $name reader never throws and answers', ({ sample, parse }) => {
  const answers = (text: string): void => {
    expect(typeof parse(text).ok).toBe('boolean');
  };

  test('to files cut at any place', () => {
    fc.assert(fc.property(fc.nat(sample.length), (length) => answers(sample.slice(0, length))), { numRuns: 200 });
  });

  test('to files with pieces replaced by anything', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(40), fc.oneof(fc.string(), fc.constantFrom('null', '{', ']', '"', '\t', '\n[Term]\n', '\\', 'is_a', 'HP_0000118', '1e999')), (at, length, piece) => answers(sample.slice(0, at) + piece + sample.slice(at + length))),
      { numRuns: 300 },
    );
  });

  test('to any text, and any JSON', () => {
    fc.assert(fc.property(fc.oneof(anyUnits, fc.json()), answers), { numRuns: 200 });
  });
});

test('the obographs reader answers to any JSON in the place of nodes and edges', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (nodes, edges) => {
      expect(typeof parseObographs({ name: 'f', text: JSON.stringify({ graphs: [{ nodes, edges }] }) }).ok).toBe('boolean');
    }),
  );
});
