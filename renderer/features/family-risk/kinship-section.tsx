import { useMemo, useState } from 'react';
import { Select } from '#renderer/components/select.tsx';
import { AboutPopover } from '#renderer/features/family-risk/about-popover.tsx';
import { shortChance } from '#renderer/features/family-risk/risk-words.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import { kinshipTable } from '#shared/inheritance/kinship.ts';
import { relationshipWords } from '#shared/inheritance/relationship.ts';
import { sharedGenome } from '#shared/inheritance/shared-genome.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** How a person is related to another: the proband, until somebody else is chosen. */
export function KinshipSection({ individual }: { readonly individual: Individual }) {
  const t = useWords('risk');
  const { family, numberOf } = useFamilyView();
  const others = family.individuals.filter(({ id }) => id !== individual.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ id }) => id === chosen) ?? others.find(({ isProband }) => isProband) ?? others[0];
  if (other === undefined) return null;
  return (
    <section aria-label={t('kin.title')}>
      <h3>
        {t('kin.title')}
        <span className="n"><AboutPopover title={t('kin.title')} text={t('kin.source')} /></span>
      </h3>
      <Select hidesLabel label={t('kin.choose')} value={other.id} choices={others.map(({ id, givenName }) => ({ value: id, label: `${numberOf(id)} ${givenName}`.trim() || id }))} onChange={setChosen} />
      <KinshipFigures first={individual} second={other} />
    </section>
  );
}

/** Relationship in words and kinship of two people, with what a child of theirs would be expected to have twice. */
export function KinshipFigures({ first, second }: { readonly first: Individual; readonly second: Individual }) {
  const t = useWords('risk');
  const { family } = useFamilyView();
  const tables = useMemo(() => {
    const genetic = geneticFamily(family);
    return genetic.ok ? { genetic: genetic.value, autosomal: kinshipTable(genetic.value, 'autosome'), ofX: kinshipTable(genetic.value, 'X') } : null;
  }, [family]);
  if (tables === null) return null;
  const { genetic, autosomal, ofX } = tables;
  const { kinship, sharedFraction, homozygousInChild } = sharedGenome(autosomal, first.id, second.id);
  const words = relationshipWords(genetic, first.id, second.id);
  const inbred = [first, second].filter(({ id }) => autosomal.inbreeding(id) > 0);
  const row = (label: string, value: string) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>;
  return (
    <dl className="kv num">
      {row(t('kin.relation', { first: individualName(first), second: individualName(second) }), words === '' ? t('kin.none') : words)}
      {row(t('kin.kinship'), shortChance(kinship))}
      {row(t('kin.kinshipX'), shortChance(ofX.between(first.id, second.id)))}
      {row(t('kin.shared'), shortChance(sharedFraction))}
      {kinship > 0 ? row(t('kin.child'), shortChance(homozygousInChild)) : null}
      {inbred.map((person) => row(t('kin.inbreeding', { name: individualName(person) }), shortChance(autosomal.inbreeding(person.id))))}
    </dl>
  );
}
