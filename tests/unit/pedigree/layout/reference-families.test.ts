import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { plainExtent } from '#shared/pedigree/layout/spacing.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { drawnFaults } from '#tests/unit/pedigree/layout/drawn-faults.ts';

const folder = referenceData('pedigrees');

/** The families of every file that can be read, with no more crossings than the layout has got down to. */
const mostCrossings: Readonly<Record<string, number>> = { 'ceph-603.ped': 4, 'kinship-sample.tab': 2, 'hawaiian-kings.ged': 42, 'tudor.ged': 155 };

const files = folder === null ? [] : ['ped', 'gedcom', 'canrisk', 'ga4gh', 'fhir'].flatMap((format) => readdirSync(`${folder}/${format}`).flatMap((name) => {
  const reading = readFamilies({ fileName: name, content: readFileSync(`${folder}/${format}/${name}`) });
  return reading.ok ? [{ name, families: reading.value.families.map(({ family }) => family) }] : [];
}));

describe.skipIf(folder === null)(`the families of the reference data (${absentNote})`, () => {
  it.each(files)('$name is drawn without a fault, and its lines cross no more than before', ({ name, families }) => {
    const layouts = families.map((family) => ({ family, layout: layoutPedigree(family) }));
    const crossings = layouts.reduce((sum, { layout }) => sum + layout.statistics.crossings, 0);
    expect(layouts.flatMap(({ family, layout }) => drawnFaults(family, layout, plainExtent))).toEqual([]);
    expect(crossings).toBeLessThanOrEqual(mostCrossings[name] ?? 0);
  });
});
