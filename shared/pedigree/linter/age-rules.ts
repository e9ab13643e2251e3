import type { Individual } from '#shared/pedigree/individual.ts';
import { eachEdge, eachIndividual, has, isLivingPerson, isUnborn, type LintFacts } from '#shared/pedigree/linter/lint-facts.ts';
import { byDefinition, plausibility, type PedigreeRule } from '#shared/pedigree/linter/lint-rule.ts';
import { after, rangeOf } from '#shared/pedigree/linter/life-span.ts';
import { isOfBirth } from '#shared/pedigree/structure.ts';
import { daysPerYear, durationInDays } from '#shared/phenotype/duration.ts';

/** Parents who are fewer years older than this are looked at again. */
const leastYearsToParent = 12;
/** A pregnancy after the father’s death; gestation from conception is 38 weeks, with a month of margin. */
const longestPregnancyDays = 300;
/** Older than anybody documented (Calment, 122 years). */
const greatestAgeYears = 122;
/** A pregnancy ends within this after the day it was due. */
const overdueDays = 21;

const birthOf = ({ lifeOf }: LintFacts, { id }: Individual) => lifeOf.get(id)?.birth ?? null;
const deathOf = ({ lifeOf }: LintFacts, { id }: Individual) => lifeOf.get(id)?.death ?? null;

/** Ages, dates and their order. */
export const ageRules: readonly PedigreeRule[] = [
  {
    id: 'parent-younger-than-child',
    severity: 'error',
    message: 'A parent by birth was born after the child; correct a date, an age, or who is the parent.',
    source: byDefinition,
    find: eachEdge((edge, parent, child, facts) => {
      const [older, younger] = [birthOf(facts, parent), birthOf(facts, child)];
      return isOfBirth(edge) && older !== null && younger !== null && older.first >= younger.last;
    }),
  },
  {
    id: 'parent-hardly-older-than-child',
    severity: 'warning',
    message: `A parent by birth is less than ${String(leastYearsToParent)} years older than the child; check both ages.`,
    source: plausibility,
    find: eachEdge((edge, parent, child, facts) => isOfBirth(edge) && isHardlyOlder(facts, parent, child)),
  },
  {
    id: 'born-after-death-of-mother',
    severity: 'error',
    message: 'A child was born after the death of who carried it; correct a date, or who carried the pregnancy.',
    source: byDefinition,
    find: eachEdge((edge, parent, child, facts) => {
      const [death, birth] = [deathOf(facts, parent), birthOf(facts, child)];
      return has('gestational')(edge) && death !== null && birth !== null && birth.first > death.last;
    }),
  },
  {
    id: 'born-long-after-death-of-father',
    severity: 'warning',
    message: 'A child was born more than nine months after the death of the sperm parent; correct a date, or note that stored sperm was used.',
    source: byDefinition,
    find: eachEdge((edge, parent, child, facts) => {
      const [death, birth] = [deathOf(facts, parent), birthOf(facts, child)];
      return has('sperm')(edge) && !edge.isDonor && death !== null && birth !== null && birth.first > death.last + longestPregnancyDays;
    }),
  },
  {
    id: 'death-before-birth',
    severity: 'error',
    message: 'Somebody died before they were born; correct one of the dates.',
    source: byDefinition,
    find: eachIndividual(({ birthDate, deathDate }) => {
      const [birth, death] = [rangeOf(birthDate), rangeOf(deathDate)];
      return birth !== null && death !== null && death.last < birth.first;
    }),
  },
  {
    id: 'age-at-death-against-dates',
    severity: 'error',
    message: 'The age at death does not agree with the dates of birth and death; correct one of the three.',
    source: byDefinition,
    find: eachIndividual(({ birthDate, deathDate, ageAtDeath }) => {
      const [death, expected] = [rangeOf(deathDate), after(rangeOf(birthDate), ageAtDeath)];
      return death !== null && expected !== null && (death.last < expected.first || death.first > expected.last);
    }),
  },
  {
    id: 'age-against-birth-date',
    severity: 'warning',
    message: 'The age when last seen does not agree with the date of birth; correct one, or the day on which the age was told.',
    source: byDefinition,
    find: eachIndividual(({ birthDate, ageAtLastEncounter, ageRecordedOn }) => {
      const [told, expected] = [rangeOf(ageRecordedOn), after(rangeOf(birthDate), ageAtLastEncounter)];
      return told !== null && expected !== null && (told.last < expected.first || told.first > expected.last);
    }),
  },
  {
    id: 'older-when-seen-than-at-death',
    severity: 'error',
    message: 'The age when last seen is above the age at death; correct one of them.',
    source: byDefinition,
    find: eachIndividual(({ ageAtDeath, ageAtLastEncounter }) => isLonger(ageAtLastEncounter, ageAtDeath)),
  },
  {
    id: 'alive-with-death',
    severity: 'error',
    message: 'Somebody is alive and has a date, an age or a cause of death; mark them as deceased, or take these away.',
    source: byDefinition,
    find: eachIndividual((individual) => isLivingPerson(individual) && (individual.deathDate !== null || individual.ageAtDeath !== null || individual.causeOfDeath !== '')),
  },
  {
    id: 'date-in-the-future',
    severity: 'error',
    message: 'A date of birth or death lies in the future; correct it, or record a pregnancy with its due date.',
    source: byDefinition,
    find: eachIndividual(({ birthDate, deathDate }, { today }) => today !== null && [birthDate, deathDate].some((date) => (rangeOf(date)?.first ?? -Infinity) > today.last)),
  },
  {
    id: 'alive-beyond-all-ages',
    severity: 'warning',
    message: `Somebody is alive who was born more than ${String(greatestAgeYears)} years ago; mark them as deceased, or correct the date.`,
    source: plausibility,
    find: eachIndividual((individual, facts) => {
      const birth = birthOf(facts, individual);
      return isLivingPerson(individual) && birth !== null && facts.today !== null && facts.today.first - birth.last > greatestAgeYears * daysPerYear;
    }),
  },
  {
    id: 'pregnancy-overdue',
    severity: 'warning',
    message: 'A pregnancy is more than three weeks past its due date; record how it ended.',
    source: plausibility,
    find: eachIndividual(({ life }, { today }) => life.kind === 'pregnancy' && today !== null && (rangeOf(life.dueDate)?.last ?? Infinity) + overdueDays < today.first),
  },
  {
    id: 'unborn-with-birth-or-death',
    severity: 'error',
    message: 'A pregnancy or a loss has a date of birth, an age or facts of a death; record a person or a stillbirth, or take these away.',
    source: byDefinition,
    find: eachIndividual((individual) => isUnborn(individual) && individual.life.kind !== 'stillbirth' && (hasLived(individual) || (individual.life.kind === 'pregnancy' && individual.vitalStatus === 'deceased'))),
  },
  {
    id: 'unborn-with-partner-or-child',
    severity: 'error',
    message: 'A pregnancy, a stillbirth or a loss has a partner or a child; correct what it is, or join them to somebody else.',
    source: byDefinition,
    find: eachIndividual((individual, { family, structure }) => isUnborn(individual) && ((structure.childEdgesOf.get(individual.id)?.length ?? 0) > 0 || family.partnerships.some(({ partnerIds }) => partnerIds.includes(individual.id)))),
  },
  {
    id: 'birth-order-against-dates',
    severity: 'warning',
    message: 'The stated order of siblings does not agree with their dates of birth; correct one of them.',
    source: byDefinition,
    find: (facts) => facts.structure.sibships.flatMap(({ members }) => againstDates(facts, members.map(({ childId }) => childId))),
  },
];

const hasLived = ({ birthDate, deathDate, ageAtDeath, ageAtLastEncounter }: Individual): boolean => [birthDate, deathDate, ageAtDeath, ageAtLastEncounter].some((fact) => fact !== null);
const isLonger = (first: string | null, second: string | null): boolean => first !== null && second !== null && (durationInDays(first) ?? 0) > (durationInDays(second) ?? 0) + daysPerYear;

/** By dates; else by two ages that were told on the same day, or with no day, of people who are alive. */
function isHardlyOlder(facts: LintFacts, parent: Individual, child: Individual): boolean {
  const [older, younger] = [birthOf(facts, parent), birthOf(facts, child)];
  const least = leastYearsToParent * daysPerYear;
  if (older !== null && younger !== null) return older.first < younger.last && younger.last - older.first < least;
  const isToldTogether = isLivingPerson(parent) && isLivingPerson(child) && parent.ageRecordedOn === child.ageRecordedOn;
  if (!isToldTogether || parent.ageAtLastEncounter === null || child.ageAtLastEncounter === null || parent.birthDate !== null || child.birthDate !== null) return false;
  return (durationInDays(parent.ageAtLastEncounter) ?? Infinity) - (durationInDays(child.ageAtLastEncounter) ?? 0) < least - daysPerYear;
}

function againstDates(facts: LintFacts, siblingIds: readonly string[]): readonly (readonly string[])[] {
  const placed = siblingIds.flatMap((id) => {
    const [individual, birth] = [facts.structure.individualOf.get(id), facts.lifeOf.get(id)?.birth ?? null];
    return individual === undefined || individual.birthOrder === null || birth === null ? [] : [{ id, place: individual.birthOrder, birth }];
  });
  return placed.flatMap((first, index) => placed.slice(index + 1).filter((second) => (first.place < second.place && first.birth.first > second.birth.last) || (first.place > second.place && first.birth.last < second.birth.first)).map((second) => [first.id, second.id]));
}
