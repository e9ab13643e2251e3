import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { shortChance } from '#renderer/features/family-risk/risk-words.ts';
import type { RiskModelDraft } from '#renderer/features/family-risk/use-risk-model.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { PersonRisk } from '#shared/inheritance/family-risk.ts';
import type { PregnancyRisk } from '#shared/inheritance/risk-report.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

interface ChildProps {
  readonly individual: Individual;
  readonly pregnancies: readonly PregnancyRisk[];
  readonly nameOf: (individualId: string) => string;
  readonly draft: RiskModelDraft;
}

/** What a child of this person would be at risk of, with a partner who is drawn. */
export function ChildSection({ individual, pregnancies, nameOf, draft }: ChildProps) {
  const t = useWords('risk');
  const partners = usePossiblePartners(individual);
  const [chosen, setChosen] = useState<string | null>(null);
  const partnerId = partners.some(({ value }) => value === chosen) ? chosen : (partners[0]?.value ?? null);
  const asked = draft.values.pregnancies;
  const isAsked = (first: string, second: string): boolean => asked.some((couple) => couple.includes(first) && couple.includes(second));
  return (
    <section aria-label={t('child.title')}>
      <h3>{t('child.title')}</h3>
      {partners.length === 0 ? null : (
        <div className="child-line">
          <Select className="grow" label={t('child.partner')} value={partnerId} choices={partners} placeholder={t('child.choose')} onChange={setChosen} />
          <Button icon={Plus} isDisabled={partnerId === null || isAsked(individual.id, partnerId)} onPress={() => { if (partnerId !== null) draft.setNow('pregnancies', [...asked, [individual.id, partnerId]]); }}>{t('child.add')}</Button>
        </div>
      )}
      {pregnancies.map(({ partnerIds, child, son, daughter }) => (
        <div key={partnerIds.join('+')} className="child">
          <div className="child-head">
            <b>{t('child.of', { first: nameOf(partnerIds[0]), second: nameOf(partnerIds[1]) })}</b>
            <IconButton icon={X} label={t('child.remove')} onPress={() => draft.setNow('pregnancies', asked.filter((couple) => !partnerIds.every((id) => couple.includes(id))))} />
          </div>
          <table className="num">
            <thead>
              <tr><td aria-hidden /><th scope="col">{t('child.affected')}</th><th scope="col">{t('child.carrier')}</th></tr>
            </thead>
            <tbody>
              <ChildRow label={t('child.any')} risk={child} />
              <ChildRow label={t('child.son')} risk={son} />
              <ChildRow label={t('child.daughter')} risk={daughter} />
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function ChildRow({ label, risk }: { readonly label: string; readonly risk: PersonRisk }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{shortChance(risk.affected)}</td>
      <td>{shortChance(risk.carrier)}</td>
    </tr>
  );
}

/** Who could be the other parent: the partners first, then everybody else who is no child and gives the other gamete. */
function usePossiblePartners(individual: Individual): readonly { readonly value: string; readonly label: string }[] {
  const { family, structure, numberOf } = useFamilyView();
  const own = presumedSexAssignedAtBirth(individual);
  const partnerIds = (structure.unionsOf.get(individual.id) ?? []).flatMap(({ partnerIds: ids }) => ids);
  const isPossible = (other: Individual): boolean => {
    const sex = presumedSexAssignedAtBirth(other);
    return other.id !== individual.id && other.life.kind === 'person' && (sex !== own || (sex !== 'female' && sex !== 'male'));
  };
  return family.individuals
    .filter(isPossible)
    .toSorted((first, second) => Number(partnerIds.includes(second.id)) - Number(partnerIds.includes(first.id)))
    .map((other) => ({ value: other.id, label: `${numberOf(other.id)} ${other.givenName}`.trim() || other.id }));
}
