import { invariantSentences, unlikeTwins, type FamilyInvariant } from '#shared/pedigree/family-invariants.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { crowdedRole, eachEdge, eachIndividual, has, type LintFacts } from '#shared/pedigree/linter/lint-facts.ts';
import { byDefinition, nomenclature, plausibility, type PedigreeRule } from '#shared/pedigree/linter/lint-rule.ts';
import { isGenetic } from '#shared/pedigree/structure.ts';

/** Twins further apart than this are looked at again; the longest delayed deliveries are of about three months. */
const mostDaysBetweenTwins = 100;

/** Broken rules of the model itself; only a file or an old version can bring them. Twins with different parents have a rule of their own. */
export const invariantRules: readonly PedigreeRule[] = (Object.keys(invariantSentences) as FamilyInvariant[])
  .filter((rule) => rule !== 'twins-share-parents')
  .map((rule) => ({ id: rule, severity: 'error', message: invariantSentences[rule], source: byDefinition, find: ({ family, broken }) => broken.filter((found) => found.rule === rule).map(({ ids }) => peopleIn(family, ids)) }));

const peopleIn = ({ individuals }: LintFacts['family'], ids: readonly string[]): readonly string[] => ids.filter((id) => individuals.some((individual) => individual.id === id));

/** Who gave what to whom, twins, couples and adoption. */
export const parentageRules: readonly PedigreeRule[] = [
  {
    id: 'two-egg-parents',
    severity: 'error',
    message: 'A child has two egg parents; leave one as the egg parent and say what the other is. Mitochondrial donation cannot be recorded as a line yet: put it into the note.',
    source: byDefinition,
    find: crowdedRole(1, has('egg')),
  },
  { id: 'two-sperm-parents', severity: 'error', message: 'A child has two sperm parents; leave one and say what the other is.', source: byDefinition, find: crowdedRole(1, has('sperm')) },
  { id: 'two-gestational-parents', severity: 'error', message: 'Two people carried one pregnancy; leave who carried it and say what the other is.', source: byDefinition, find: crowdedRole(1, has('gestational')) },
  {
    id: 'three-genetic-parents',
    severity: 'error',
    message: 'A child has more than two genetic parents; say what the others are. Mitochondrial donation cannot be recorded as a line yet: put it into the note.',
    source: byDefinition,
    find: crowdedRole(2, isGenetic),
  },
  { id: 'one-parent-both-gametes', severity: 'error', message: 'One parent gave both egg and sperm; leave one of the roles.', source: byDefinition, find: eachEdge((edge) => has('egg')(edge) && has('sperm')(edge)) },
  {
    id: 'egg-parent-assigned-male',
    severity: 'error',
    message: 'The egg parent was assigned male at birth; correct the role or the sex assigned at birth.',
    source: byDefinition,
    find: eachEdge((edge, { sexAssignedAtBirth }) => (has('egg')(edge) || has('gestational')(edge)) && sexAssignedAtBirth === 'male'),
  },
  { id: 'sperm-parent-assigned-female', severity: 'error', message: 'The sperm parent was assigned female at birth; correct the role or the sex assigned at birth.', source: byDefinition, find: eachEdge((edge, { sexAssignedAtBirth }) => has('sperm')(edge) && sexAssignedAtBirth === 'female') },
  {
    id: 'role-against-gender',
    severity: 'warning',
    message: 'A man is the egg parent or carries, or a woman is the sperm parent, and the sex assigned at birth is not stated; state it, or correct the role.',
    source: nomenclature('box 1 and figure 5'),
    find: eachEdge((edge, parent) => parent.sexAssignedAtBirth === 'unknown' && (((has('egg')(edge) || has('gestational')(edge)) && presumedSexAssignedAtBirth(parent) === 'male') || (has('sperm')(edge) && presumedSexAssignedAtBirth(parent) === 'female'))),
  },
  { id: 'donor-gives-nothing', severity: 'warning', message: 'A donor gives neither a gamete nor carries; say what they gave, or that they are no donor.', source: nomenclature('figure 5'), find: eachEdge((edge) => edge.isDonor && !isGenetic(edge) && !has('gestational')(edge)) },
  {
    id: 'adopted-without-parents',
    severity: 'warning',
    message: 'An adopted individual has no parents; add the adoptive or the birth parents, so that the line shows whether they were adopted in or out.',
    source: nomenclature('figure 3, adoption'),
    find: eachIndividual(({ id, isAdopted }, { structure }) => isAdopted && (structure.parentEdgesOf.get(id)?.length ?? 0) === 0),
  },
  {
    id: 'adoptive-parents-without-adoption',
    severity: 'warning',
    message: 'Somebody has an adoptive parent and is not marked as adopted; mark them, so that the brackets are drawn.',
    source: nomenclature('figure 3, adoption'),
    find: eachEdge((edge, _, child) => has('adoptive')(edge) && !child.isAdopted),
  },
  {
    id: 'twins-of-different-parents',
    severity: 'error',
    message: 'Twins have different parents by birth; give them the same parents, or part them.',
    source: byDefinition,
    find: ({ family }) => {
      const unlike = new Set(unlikeTwins(family));
      return family.twinGroups.map(({ members }) => members.map(({ individualId }) => individualId)).filter((ids) => ids.some((id) => unlike.has(id)));
    },
  },
  {
    id: 'twins-born-apart',
    severity: 'warning',
    message: 'Twins were born more than three months apart; correct a date of birth, or part them.',
    source: plausibility,
    find: ({ family, lifeOf }) => family.twinGroups.flatMap(({ members }) => {
      const births = members.flatMap(({ individualId }) => lifeOf.get(individualId)?.birth ?? []);
      const isApart = births.some((first) => births.some((second) => second.first - first.last > mostDaysBetweenTwins));
      return isApart ? [members.map(({ individualId }) => individualId)] : [];
    }),
  },
  {
    id: 'monozygotic-of-different-sex',
    severity: 'warning',
    message: 'Monozygotic twins have different sexes assigned at birth; check zygosity and sex. (A lost sex chromosome is the rare exception: then note the karyotypes.)',
    source: byDefinition,
    find: (facts) => facts.family.twinGroups.flatMap(({ members }) => unlikeInSex(facts, members)),
  },
  {
    id: 'zygosity-without-source',
    severity: 'advice',
    message: 'The zygosity of twins is stated, and not how it is known; say whether it was tested or reported.',
    source: nomenclature('figure 3, twins'),
    find: ({ family }) => family.twinGroups.filter(({ members, knownBy }) => knownBy === 'unknown' && members.some(({ zygote }) => zygote !== null)).map(({ members }) => members.map(({ individualId }) => individualId)),
  },
  {
    id: 'childless-with-children',
    severity: 'warning',
    message: 'A couple is marked as having no children and has a child of both; take the mark away.',
    source: nomenclature('figure 3, no children'),
    find: ({ family, edges }) => family.partnerships.filter(({ childlessness, partnerIds }) => childlessness?.kind === 'by-choice-or-unknown' && haveChild(edges, partnerIds)).map(({ partnerIds }) => partnerIds),
  },
  {
    id: 'consanguinity-without-degree',
    severity: 'warning',
    message: 'A couple is related by blood and the drawing does not show how; state the degree above the double line, or draw the common ancestor.',
    source: nomenclature('figure 3, consanguinity'),
    find: (facts) => facts.family.partnerships.filter(({ isConsanguineous, degree, partnerIds }) => isConsanguineous && degree === '' && !facts.areRelated(...partnerIds)).map(({ partnerIds }) => partnerIds),
  },
  {
    id: 'consanguinity-denied',
    severity: 'warning',
    message: 'Consanguinity is noted as denied and a couple is related by blood; ask again.',
    source: nomenclature('figure 3, consanguinity'),
    find: (facts) => facts.family.header.consanguinityAsked !== 'denied' ? [] : facts.structure.unions.filter(({ partnership, partnerIds }) => partnership?.isConsanguineous === true || facts.areRelated(...partnerIds)).map(({ partnerIds }) => partnerIds),
  },
];

function unlikeInSex({ structure }: LintFacts, members: LintFacts['family']['twinGroups'][number]['members']): readonly (readonly string[])[] {
  const zygotes = new Set(members.flatMap(({ zygote }) => zygote ?? []));
  return [...zygotes].flatMap((zygote) => {
    const ids = members.filter((member) => member.zygote === zygote).map(({ individualId }) => individualId);
    const sexes = new Set(ids.flatMap((id) => structure.individualOf.get(id) ?? []).map(presumedSexAssignedAtBirth).filter((sex) => sex === 'male' || sex === 'female'));
    return sexes.size > 1 ? [ids] : [];
  });
}

const haveChild = (edges: LintFacts['edges'], [first, second]: readonly [string, string]): boolean => edges.some((edge) => edge.parentId === first && isGenetic(edge) && edges.some((other) => other.parentId === second && other.childId === edge.childId && isGenetic(other)));
