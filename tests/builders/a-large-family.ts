import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';
import type { Family } from '#shared/pedigree/family.ts';

const childrenOfCouple = 3;

/** A family of so many people that descends from one couple: every child marries, some are affected, carriers, deceased or twins. For speed, not for medicine. */
export function aLargeFamily(people: number): Family {
  let builder: PedigreeBuilder = aPedigree().man('p1').woman('p2').couple('p1', 'p2').proband('p1');
  let count = 2;
  const couples: (readonly [string, string])[] = [['p1', 'p2']];
  for (let couple = couples.shift(); couple !== undefined && count < people; couple = couples.shift()) {
    for (let born = 0; born < childrenOfCouple && count < people; born += 1) {
      const child = `p${String((count += 1))}`;
      builder = (count % 2 === 0 ? builder.woman(child, { ageAtLastEncounter: `P${String(20 + (count % 60))}Y` }) : builder.man(child, { vitalStatus: count % 5 === 0 ? 'deceased' : 'alive', givenName: `Name ${String(count)}` })).childOf(child, ...couple);
      if (count % 7 === 0) builder = builder.affected('First condition', child);
      if (count % 11 === 0) builder = builder.state('carrier', 'Second condition', child);
      if (count >= people) break;
      const partner = `p${String((count += 1))}`;
      builder = (builder.build().individuals.at(-1)?.gender === 'man-boy' ? builder.woman(partner) : builder.man(partner)).couple(child, partner);
      couples.push([child, partner]);
    }
  }
  return builder.build();
}
