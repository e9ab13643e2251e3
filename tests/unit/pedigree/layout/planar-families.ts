import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** gf and gm with a son and a daughter. */
const grandparents = (): PedigreeBuilder => aPedigree().man('gf').woman('gm').sons(['gf', 'gm'], 'uncle').daughters(['gf', 'gm'], 'aunt');
const donor = { isDonor: true };

/** Couples m0 w0, m1 w1, … with nobody below yet. */
function couples(count: number): PedigreeBuilder {
  let told = aPedigree();
  for (let index = 0; index < count; index += 1) told = told.man(`m${String(index)}`).woman(`w${String(index)}`);
  return told;
}

/** A child, the parents, four grandparents, eight great-grandparents. */
function ancestors(): PedigreeBuilder {
  let told = couples(4);
  for (let index = 0; index < 4; index += 1) told = index % 2 === 0 ? told.sons([`m${String(index)}`, `w${String(index)}`], `c${String(index)}`) : told.daughters([`m${String(index)}`, `w${String(index)}`], `c${String(index)}`);
  return told.sons(['c0', 'c1'], 'father').daughters(['c2', 'c3'], 'mother').sons(['father', 'mother'], 'child');
}

/** Families that can be drawn without one line crossing another, siblings in birth order. */
export const planarFamilies: Readonly<Record<string, Family>> = {
  'one person': aPedigree().woman('only').build(),
  'a couple': aPedigree().man('m').woman('w').couple('m', 'w').build(),
  'a trio': aPedigree().withTrio().build(),
  'a mother alone': aPedigree().woman('mother').daughters(['mother'], 'first', 'second').build(),
  'nine siblings': aPedigree().man('f').woman('m').sons(['f', 'm'], 'a', 'b', 'c', 'd').daughters(['f', 'm'], 'e', 'g', 'h', 'i', 'j').build(),
  'three generations': grandparents().woman('wife').sons(['uncle', 'wife'], 'k1', 'k2').man('husband').daughters(['aunt', 'husband'], 'k3', 'k4').build(),
  'five generations': grandparents().woman('w1').sons(['uncle', 'w1'], 'k').woman('w2').sons(['k', 'w2'], 'l').woman('w3').daughters(['l', 'w3'], 'n', 'o').build(),
  'two partners': aPedigree().man('m').woman('first').woman('second').couple('m', 'first', { status: 'ended' }).sons(['m', 'first'], 'a').daughters(['m', 'second'], 'b', 'c').build(),
  'half-siblings on both sides': aPedigree().man('m').woman('w').man('before').woman('after').sons(['before', 'w'], 'a').sons(['m', 'w'], 'b').sons(['m', 'after'], 'c').build(),
  'four partners, each with a child': aPedigree().man('m').woman('w1').woman('w2').woman('w3').woman('w4').sons(['m', 'w1'], 'a').sons(['m', 'w2'], 'b').sons(['m', 'w3'], 'c').sons(['m', 'w4'], 'd').build(),
  'children of undrawn partners': aPedigree().woman('w').woman('a').parent('a', 'w', ['genetic'], { undrawnPartner: 0 }).woman('b').parent('b', 'w', ['genetic'], { undrawnPartner: 1 }).woman('c').parent('c', 'w', ['genetic'], { undrawnPartner: 2 }).build(),
  'a parent between a partner and an undrawn one': aPedigree().man('m').woman('w').sons(['m', 'w'], 'a').woman('b').parent('b', 'm', ['genetic'], { undrawnPartner: 0 }).build(),
  'first cousins marry': grandparents().woman('wife').sons(['uncle', 'wife'], 'c1').man('husband').daughters(['aunt', 'husband'], 'c2').couple('c1', 'c2', { isConsanguineous: true }).sons(['c1', 'c2'], 'child').build(),
  'first cousins marry, with siblings outside': grandparents().woman('wife').sons(['uncle', 'wife'], 's1', 'c1').man('husband').daughters(['aunt', 'husband'], 'c2', 's2').sons(['c1', 'c2'], 'child').build(),
  'first cousins marry, with childless siblings between': grandparents().woman('wife').sons(['uncle', 'wife'], 'c1', 's1').man('husband').daughters(['aunt', 'husband'], 's2', 'c2').sons(['c1', 'c2'], 'child').build(),
  'second cousins marry': grandparents().woman('wife').sons(['uncle', 'wife'], 'c1').man('husband').daughters(['aunt', 'husband'], 'c2').woman('cw').sons(['c1', 'cw'], 'd1').man('ch').daughters(['c2', 'ch'], 'd2').sons(['d1', 'd2'], 'child').build(),
  'siblings have a child': grandparents().sons(['uncle', 'aunt'], 'child').build(),
  'an uncle marries his niece': aPedigree().man('gf').woman('gm').sons(['gf', 'gm'], 'brother', 'uncle').woman('wife').daughters(['brother', 'wife'], 'niece').sons(['uncle', 'niece'], 'child').build(),
  'an aunt marries her nephew': aPedigree().man('gf').woman('gm').daughters(['gf', 'gm'], 'aunt', 'sister').man('husband').sons(['sister', 'husband'], 'nephew').sons(['aunt', 'nephew'], 'child').build(),
  'two brothers marry two sisters': aPedigree().man('f').woman('m').man('f2').woman('m2').sons(['f', 'm'], 'b1', 'b2').daughters(['f2', 'm2'], 's1', 's2').couple('b2', 's1').couple('b1', 's2').sons(['b2', 's1'], 'k').build(),
  'twins in the middle': aPedigree().man('f').woman('m').sons(['f', 'm'], 'a', 't1', 't2', 'b').twins('monozygotic', 't1', 't2').build(),
  'married twins': aPedigree().man('f').woman('m').sons(['f', 'm'], 'a', 't1', 't2', 'b').twins('dizygotic', 't1', 't2').woman('w1').sons(['t1', 'w1'], 'k1').woman('w2').daughters(['t2', 'w2'], 'k2').build(),
  'triplets and a loss': aPedigree().man('f').woman('m').person('loss', { life: { kind: 'loss', outcome: 'spontaneous-abortion', gestation: null } }).childOf('loss', 'f', 'm').daughters(['f', 'm'], 'a', 'b', 'c').twins('dizygotic', 'a', 'b', 'c').build(),
  'both partners with their families': couples(2).sons(['m0', 'w0'], 'a', 'b').daughters(['m1', 'w1'], 'c', 'd').sons(['b', 'c'], 'child').build(),
  'partners in the middle of childless siblings': couples(2).sons(['m0', 'w0'], 'a', 'father', 'b').daughters(['m1', 'w1'], 'c', 'mother', 'd').sons(['father', 'mother'], 'child').build(),
  'in-laws on both sides': couples(3).sons(['m0', 'w0'], 'a', 'b', 'c').daughters(['m1', 'w1'], 'x', 'y').daughters(['m2', 'w2'], 'z').sons(['a', 'z'], 'k1').sons(['c', 'x'], 'k2').build(),
  'all great-grandparents': ancestors().build(),
  'all great-grandparents, told from the child up': reversed(ancestors().build()),
  'adopted by an aunt': aPedigree().man('gf').woman('gm').daughters(['gf', 'gm'], 'aunt', 'mother').man('father').sons(['father', 'mother'], 'child').parent('child', 'aunt', ['adoptive']).known({ isAdopted: true }, 'child').build(),
  'adopted in': aPedigree().man('f').woman('m').couple('f', 'm').man('child', { isAdopted: true }).parent('child', 'f', ['adoptive']).parent('child', 'm', ['adoptive']).build(),
  'a sperm donor': aPedigree().man('man').woman('woman').man('D').couple('man', 'woman').person('P').parent('P', 'woman', ['egg', 'gestational']).parent('P', 'man', ['social']).parent('P', 'D', ['sperm'], donor).build(),
  'father and daughter have a child': aPedigree().man('f').woman('m').daughters(['f', 'm'], 'd').sons(['f', 'd'], 'child').build(),
  'two families that nothing joins': aPedigree().withTrio().man('f2').woman('m2').sons(['f2', 'm2'], 'other').build(),
};

/** The same family with everybody told in the opposite order. */
function reversed(family: Family): Family {
  return { ...family, individuals: family.individuals.toReversed() };
}
