import { Lock } from 'lucide-react';
import { useState } from 'react';
import { Select } from '#renderer/components/select.tsx';
import { ProvenanceFields } from '#renderer/features/family/inspector/provenance-fields.tsx';
import { useIndividualDraft } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { unknownProvenance, type Individual } from '#shared/pedigree/individual.ts';

/** The facts whose source can be said, by the name under which it is kept. */
const facts = ['givenName', 'familyName', 'gender', 'sexAssignedAtBirth', 'karyotype', 'life', 'vitalStatus', 'birthDate', 'deathDate', 'ageAtDeath', 'causeOfDeath', 'isAdopted', 'evaluations', 'childlessness', 'ancestry', 'note'] as const satisfies readonly (keyof Individual)[];

/** Fact by fact: who said it, when, and whether it is kept from the family. */
export function SourcesPanel({ individual }: { readonly individual: Individual }) {
  const t = useWords('family');
  const draft = useIndividualDraft(individual);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { provenance } = draft.values;
  const shown = facts.filter((fact) => provenance[fact] !== undefined || opened.includes(fact));
  const open = facts.filter((fact) => !shown.includes(fact));
  return (
    <>
      <section>
        <p className="hint-line">{t('source.text')}</p>
        <Select label={t('source.add')} value={null} placeholder={t('source.choose')} choices={open.map((fact) => ({ value: fact, label: t(`fact.${fact}`) }))} onChange={(fact) => setOpened([...opened, fact])} />
      </section>
      {shown.map((fact) => {
        const said = provenance[fact] ?? unknownProvenance;
        return (
          <section key={fact} className="fields" aria-label={t(`fact.${fact}`)}>
            <h3 className="wide">
              {t(`fact.${fact}`)}
              {said.isPrivate ? <Lock size={12} aria-label={t('source.isPrivate')} /> : null}
            </h3>
            <ProvenanceFields value={said} onChange={(value) => draft.set('provenance', { ...provenance, [fact]: value })} onLeave={draft.saveNow} />
          </section>
        );
      })}
    </>
  );
}
