import { expect, it } from 'vitest';
import { writeFamily } from '#shared/pedigree/formats/write-family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

it('a twin whose sisters or brothers cannot be written to CanRisk is written as no twin, and the twins are named as lost', () => {
  // CanRisk needs the sex of everybody; only the one twin with a child shows theirs.
  const triplets = aPedigree().man('father').woman('mother').person('one').person('two').person('three').childOf('one', 'father', 'mother').childOf('two', 'father', 'mother').childOf('three', 'father', 'mother')
    .twins('monozygotic', 'one', 'two', 'three').man('partner').person('child').parent('child', 'one', ['egg', 'gestational']).parent('child', 'partner', ['sperm']).proband('one').build();
  const written = writeFamily(triplets, 'canrisk');
  expect(written.ok && written.value.losses.find(({ kind }) => kind.startsWith('twin'))?.people.toSorted()).toEqual(['one', 'three', 'two']);
});
