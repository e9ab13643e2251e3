import { describe, expect, test } from 'vitest';
import { bayesTable } from '#shared/inheritance/bayes-table.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { familyRisk, type PersonRisk } from '#shared/inheritance/family-risk.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { locusOf, type InheritanceMode, type ModeParameters } from '#shared/inheritance/mode.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

/** Fully penetrant, no phenocopies, no new mutations. */
const plain = (alleleFrequency: number, said: Partial<ModeParameters> = {}): ModeParameters => ({ alleleFrequency, penetrance: constantPenetrance(1), phenocopyRate: 0, mutationRate: 0, ...said });

const affected: MemberEvidence = { status: 'affected' };
const unaffected: MemberEvidence = { status: 'unaffected' };
const exactly = 1e-9;

describe('autosomal recessive risks', () => {
  const siblings = aPedigree().withTrio().daughters(['father', 'mother'], 'sister');

  test('a healthy sibling of an affected child is a carrier with 2/3', () => {
    // Harper, Practical Genetic Counselling, 8th ed. 2019, chapter 2.
    const sister = risk(siblings, 'AR', plain(0.01), { proband: affected, mother: unaffected, father: unaffected, sister: unaffected }, 'sister');
    expect(sister.carrier).toBeCloseTo(2 / 3, 12);
    expect(sister.affected).toBe(0);
  });

  test('a negative test that finds nine carriers in ten leaves the sibling 1/6', () => {
    // Ogino & Wilson 2004, doi 10.1016/S1525-1578(10)60485-5: prior 2/3, conditional 0.1 against 1.
    const tested = { ...unaffected, tests: [{ result: 'negative', sensitivity: 0.9, specificity: 1 }] } as const;
    expectNear(risk(siblings, 'AR', plain(0.01), { proband: affected, mother: unaffected, father: unaffected, sister: tested }, 'sister').carrier, (2 / 3) * 0.1 / ((2 / 3) * 0.1 + 1 / 3));
  });

  test('with a partner from a population where one in 25 is a carrier, the sibling’s child is affected with 2/3 · 1/25 · 1/4', () => {
    // Young, Introduction to Risk Calculation in Genetic Counseling, 3rd ed. 2006, chapter 3.
    const carriers = 1 / 25;
    const married = siblings.man('partner').couple('sister', 'partner').daughters(['partner', 'sister'], 'child');
    const child = risk(married, 'AR', plain(0.02), { proband: affected, father: unaffected, mother: unaffected, sister: unaffected, partner: { status: 'unaffected', alleleFrequency: frequencyOfCarriers(carriers) } }, 'child');
    expectNear(child.affected, (2 / 3) * carriers * 0.25);
  });

  test('a child of first cousins is affected with q²(1 − F) + qF, F = 1/16', () => {
    // Wright 1922, doi 10.1086/279872; Harper 2019, chapter 9.
    const q = 0.01;
    const cousins = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'aunt')
      .woman('inlaw').man('otherInlaw').sons(['uncle', 'inlaw'], 'he').daughters(['otherInlaw', 'aunt'], 'she').daughters(['he', 'she'], 'child');
    expectNear(risk(cousins, 'AR', plain(q), {}, 'child').affected, q * q * (15 / 16) + q / 16);
  });

  test('the twin of an affected child, zygosity unknown and of the same sex, is affected with 1/2 · 1 + 1/2 · 1/4', () => {
    // Weinberg's rule as stated with the constant.
    const twins = aPedigree().withTrio().sons(['father', 'mother'], 'twin').twins('unknown', 'proband', 'twin');
    const carriers = { mother: { copies: 1 }, father: { copies: 1 } } as const;
    expectNear(risk(twins, 'AR', plain(0.01), { ...carriers, proband: affected }, 'twin').affected, 0.625);
    const ofTwoSexes = aPedigree().withTrio().daughters(['father', 'mother'], 'twin').twins('unknown', 'proband', 'twin');
    expectNear(risk(ofTwoSexes, 'AR', plain(0.01), { ...carriers, proband: affected }, 'twin').affected, 0.25);
    const identical = aPedigree().withTrio().sons(['father', 'mother'], 'twin').twins('monozygotic', 'proband', 'twin');
    expectNear(risk(identical, 'AR', plain(0.01), { ...carriers, proband: affected }, 'twin').affected, 1);
  });

  test('a sperm donor gives genes, the partner who gave none does not', () => {
    const assisted = aPedigree().woman('mother').man('partner').man('donor').couple('mother', 'partner').woman('child').parent('child', 'mother', ['egg', 'gestational']).parent('child', 'donor', ['sperm'], { isDonor: true }).parent('child', 'partner', ['social']);
    expectNear(risk(assisted, 'AR', plain(0.01), { mother: { copies: 1 }, partner: { copies: 2 }, donor: { copies: 0 } }, 'child').carrier, 0.5);
  });
});

describe('X-linked risks', () => {
  test('the daughter of an obligate carrier with n healthy sons is a carrier with 1 / (2^n + 1)', () => {
    // Murphy & Chase 1975; Young 2006, chapter 4.
    for (const n of [0, 1, 2, 3, 6]) {
      const sons = Array.from({ length: n }, (_, index) => `son${String(index)}`);
      const family = aPedigree().woman('carrier').man('grandfather').daughters(['grandfather', 'carrier'], 'daughter').man('husband').sons(['husband', 'daughter'], ...sons);
      const evidence = { carrier: { copies: 1 } as const, grandfather: unaffected, ...Object.fromEntries(sons.map((son) => [son, unaffected])) };
      expectNear(risk(family, 'XLR', plain(1e-6), evidence, 'daughter').carrier, 1 / (2 ** n + 1));
    }
  });

  test('healthy sons of her daughters count half as much against a carrier as her own', () => {
    // Murphy & Chase 1975, chapter on X-linked conditions: a daughter with one healthy son speaks with 1/2 · 1/2 + 1/2 · 1 = 3/4.
    for (const [sons, daughters] of [[0, 1], [1, 1], [2, 3]] as const) {
      const boys = Array.from({ length: sons }, (_, index) => `son${String(index)}`);
      const girls = Array.from({ length: daughters }, (_, index) => `girl${String(index)}`);
      const own = aPedigree().woman('carrier').man('grandfather').daughters(['grandfather', 'carrier'], 'daughter').man('husband').sons(['husband', 'daughter'], ...boys).daughters(['husband', 'daughter'], ...girls);
      const family = girls.reduce((told, girl) => told.man(`${girl}'s husband`).sons([`${girl}'s husband`, girl], `${girl}'s son`), own);
      const healthy = [...boys, ...girls.map((girl) => `${girl}'s son`)];
      const evidence = { carrier: { copies: 1 } as const, grandfather: unaffected, husband: unaffected, ...Object.fromEntries(healthy.map((boy) => [boy, unaffected])) };
      const against = (1 / 2) ** sons * (3 / 4) ** daughters;
      expectNear(risk(family, 'XLR', plain(1e-12), evidence, 'daughter').carrier, against / (against + 1));
    }
  });

  test('the mother of an isolated boy with a lethal X-linked condition is a carrier with 2/3, her mother with 1/3', () => {
    // Haldane 1935, doi 10.1007/BF02717892: at equilibrium women are carriers with 4µ, so q = 2µ.
    const mu = 1e-12;
    const family = aPedigree().woman('grandmother').man('grandfather').daughters(['grandfather', 'grandmother'], 'mother').man('father').sons(['father', 'mother'], 'boy');
    const evidence = { boy: affected, father: unaffected, grandfather: unaffected };
    const parameters = plain(2 * mu, { mutationRate: mu });
    expectNear(risk(family, 'XLR', parameters, evidence, 'mother').carrier, 2 / 3);
    expectNear(risk(family, 'XLR', parameters, evidence, 'grandmother').carrier, 1 / 3);
  });

  test('a healthy brother of that boy halves the odds of his mother', () => {
    const mu = 1e-12;
    const family = aPedigree().woman('mother').man('father').sons(['father', 'mother'], 'boy', 'brother');
    expectNear(risk(family, 'XLR', plain(2 * mu, { mutationRate: mu }), { boy: affected, brother: unaffected }, 'mother').carrier, 1 / 2);
  });
});

describe('autosomal dominant risks', () => {
  const childOfAffected = aPedigree().withTrio();

  test('a healthy child of an affected parent carries an allele of penetrance 0.8 with 1/6', () => {
    // Young 2006, chapter 2: ½(1 − p) / (½(1 − p) + ½).
    const parameters = plain(1e-12, { penetrance: constantPenetrance(0.8) });
    expectNear(risk(childOfAffected, 'AD', parameters, { father: affected, mother: unaffected, proband: unaffected }, 'proband').carrier, 1 / 6);
  });

  test('a child of a parent with Huntington disease, healthy at an age at which a share c has shown it, carries with (1 − c) / (2 − c)', () => {
    // Harper & Newcombe 1992, doi 10.1136/jmg.29.4.239, the principle of the tables; the curve here is straight to be checked by hand.
    const penetrance = { kind: 'table', points: [{ ageInYears: 20, cumulative: 0 }, { ageInYears: 70, cumulative: 1 }] } as const;
    for (const [age, shown] of [[20, 0], [45, 0.5], [60, 0.8]] as const) {
      const child = risk(childOfAffected, 'AD', plain(1e-12, { penetrance }), { father: { copies: 1 }, mother: { copies: 0 }, proband: { ...unaffected, ageInYears: age } }, 'proband');
      expectNear(child.carrier, (1 - shown) / (2 - shown));
      expectNear(child.affected, (1 - shown) / (2 - shown));
    }
  });

  test('a grandchild of a person with Huntington disease is at risk by the ages that both generations have reached', () => {
    // Harper & Newcombe 1992, doi 10.1136/jmg.29.4.239: ages of onset normally distributed about 45 years, SD 12; the parent healthy at 45, half of all onsets.
    const penetrance = { kind: 'normal', lifetime: 1, meanAgeInYears: 45, standardDeviation: 12 } as const;
    const family = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'father').woman('mother').sons(['father', 'mother'], 'child');
    const known = { grandfather: { copies: 1 }, grandmother: { copies: 0 }, mother: { copies: 0 }, father: { ...unaffected, ageInYears: 45 } } as const;
    // The father carries with (1/2 · 1/2) / (1/2 · 1/2 + 1/2) = 1/3, the child with 1/6.
    expectNear(risk(family, 'AD', plain(1e-12, { penetrance }), known, 'father').carrier, 1 / 3);
    expectNear(risk(family, 'AD', plain(1e-12, { penetrance }), known, 'child').carrier, 1 / 6);
    // One standard deviation above the mean 0.8413447460685429 have shown it (Abramowitz & Stegun, table 26.1).
    const older = { ...known, father: { ...unaffected, ageInYears: 57 } };
    const shown = 0.841_344_746_068_542_9;
    expectNear(risk(family, 'AD', plain(1e-12, { penetrance }), older, 'father').carrier, (1 - shown) / (2 - shown));
  });

  test('a healthy person of unknown age keeps the risk of before where the condition comes with age', () => {
    const penetrance = { kind: 'table', points: [{ ageInYears: 20, cumulative: 0 }, { ageInYears: 70, cumulative: 1 }] } as const;
    const child = risk(childOfAffected, 'AD', plain(1e-12, { penetrance }), { father: { copies: 1 }, mother: { copies: 0 }, proband: unaffected }, 'proband');
    expectNear(child.carrier, 0.5);
    expectNear(child.affected, 0.5);
  });

  test('the brother of a child with a new dominant condition is at risk by what a parent may carry in the germ line', () => {
    // Van der Meulen et al. 1995, doi 10.1136/jmg.32.2.102: recurrence by mosaicism. Both parents healthy, mosaic with m each, then share a of the gametes.
    const [m, a, mu] = [0.01, 0.2, 1e-4];
    const fromParent = (isMosaic: boolean): number => (isMosaic ? a + (1 - a) * mu : mu);
    let first = 0;
    let both = 0;
    for (const father of [true, false]) for (const mother of [true, false]) {
      const child = 1 - (1 - fromParent(father)) * (1 - fromParent(mother));
      const weight = (father ? m : 1 - m) * (mother ? m : 1 - m);
      first += weight * child;
      both += weight * child * child;
    }
    const family = aPedigree().withTrio().sons(['father', 'mother'], 'brother');
    const brother = risk(family, 'AD', plain(0, { mutationRate: mu, germlineMosaicism: { probability: m, transmittedShare: a } }), { proband: affected, father: unaffected, mother: unaffected }, 'brother');
    expectNear(brother.affected, both / first);
  });

  test('three healthy brothers drawn as one symbol count three times', () => {
    const group = aPedigree().withTrio().man('brothers', { life: { kind: 'group', count: 3 } }).childOf('brothers', 'father', 'mother');
    const apart = aPedigree().withTrio().sons(['father', 'mother'], 'one', 'two', 'three');
    const evidence = { proband: unaffected, father: { copies: 1 } as const };
    const parameters = plain(0.1, { penetrance: constantPenetrance(0.7) });
    const together = posteriorOf(group, 'AD', parameters, { ...evidence, brothers: unaffected });
    expectNear(together.logLikelihood, posteriorOf(apart, 'AD', parameters, { ...evidence, one: unaffected, two: unaffected, three: unaffected }).logLikelihood);
  });
});

describe('the table of prior, conditional, joint and posterior probability', () => {
  test('is the one that is written by hand for the daughter of a carrier with two healthy sons and a negative test', () => {
    const family = genetic(aPedigree().woman('carrier').man('grandfather').daughters(['grandfather', 'carrier'], 'daughter').man('husband').sons(['husband', 'daughter'], 'elder', 'younger'));
    const evidence = new Map<string, MemberEvidence>([
      ['carrier', { copies: 1 }],
      ['grandfather', unaffected],
      ['daughter', { ...unaffected, tests: [{ result: 'negative', sensitivity: 0.8, specificity: 1 }] }],
      ['elder', unaffected],
      ['younger', unaffected],
    ]);
    const table = bayesTable(family, locusOf('XLR', plain(1e-6)), evidence, 'daughter');
    if (!table.ok) throw new Error('a small family is never too large');
    const two = (values: readonly (number | null)[]): readonly (number | null)[] => values.slice(0, 2).map((value) => (value === null ? null : Number(value.toFixed(9))));
    expect(table.value.hypotheses.map(({ copies }) => copies)).toEqual([0, 1, 2]);
    expect(two(table.value.prior)).toEqual([0.5, 0.5]);
    expect(table.value.conditionals.map(({ source, values }) => [source.kind, two(values)])).toEqual([['own-status', [1, 1]], ['own-test', [1, 0.2]], ['child', [1, 0.5]], ['child', [1, 0.5]]]);
    expect(two(table.value.joint)).toEqual([0.5, 0.025]);
    expect(two(table.value.posterior)).toEqual([0.952380952, 0.047619048]);
  });
});

function genetic(told: PedigreeBuilder): GeneticFamily {
  const family = geneticFamily(told.build());
  if (!family.ok) throw new Error(family.error.message);
  return family.value;
}

function posteriorOf(told: PedigreeBuilder, mode: InheritanceMode, parameters: ModeParameters, evidence: Readonly<Record<string, MemberEvidence>>): { readonly people: readonly PersonRisk[]; readonly logLikelihood: number } {
  const found = familyRisk(genetic(told), mode, parameters, new Map(Object.entries(evidence)));
  if (!found.ok) throw new Error('a small family is never too large');
  return found.value;
}

function risk(told: PedigreeBuilder, mode: InheritanceMode, parameters: ModeParameters, evidence: Readonly<Record<string, MemberEvidence>>, id: string): PersonRisk {
  const person = posteriorOf(told, mode, parameters, evidence).people.find((other) => other.id === id);
  if (person === undefined) throw new Error(`${id} is not in the family`);
  return person;
}

/** q such that carriers among the healthy, 2q(1 − q) / (1 − q²), are that many. */
const frequencyOfCarriers = (carriers: number): number => carriers / (2 - carriers);

function expectNear(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThan(exactly);
}
