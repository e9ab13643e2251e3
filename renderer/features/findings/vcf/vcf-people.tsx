import { Select } from '#renderer/components/select.tsx';
import { peopleProblem } from '#renderer/features/findings/vcf/vcf-question.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { SampledPersonChoice } from '#shared/contract/vcf-procedures.ts';

interface VcfPeopleProps {
  readonly samples: readonly string[];
  readonly people: readonly SampledPersonChoice[];
  readonly personLabel: (id: string) => string;
  readonly onChange: (people: readonly SampledPersonChoice[]) => void;
}

/** Stands for "no sample" among the samples, none of which can hold a tab. */
const noSample = '\t';
const statuses = ['affected', 'unaffected', 'unknown'] as const;

/** Which sample is whose, and who is affected, for this search alone: guessed, shown, changeable. */
export function VcfPeople({ samples, people, personLabel, onChange }: VcfPeopleProps) {
  const t = useWords('vcfImport');
  const change = (personId: string, next: Partial<SampledPersonChoice>): void => onChange(people.map((person) => (person.personId === personId ? { ...person, ...next } : person)));
  const choices = [{ value: noSample, label: t('people.none') }, ...samples.map((sample) => ({ value: sample, label: sample }))];
  const problem = peopleProblem(people);
  return (
    <section className="vcf-people" aria-label={t('people.title')}>
      <h3 className="h3">{t('people.title')}</h3>
      <table>
        <thead>
          <tr><th scope="col">{t('people.person')}</th><th scope="col">{t('people.sample')}</th><th scope="col">{t('people.status')}</th></tr>
        </thead>
        <tbody>
          {people.map(({ personId, sample, status }) => {
            const person = personLabel(personId);
            return (
              <tr key={personId}>
                <th scope="row">{person}</th>
                <td><Select hidesLabel label={t('people.sampleOf', { person })} value={sample ?? noSample} choices={choices} onChange={(value) => change(personId, { sample: value === noSample ? null : value })} /></td>
                <td><Select hidesLabel label={t('people.statusOf', { person })} value={status} choices={statuses.map((value) => ({ value, label: t(`people.${value}`) }))} onChange={(value) => change(personId, { status: value })} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {problem === null ? null : <p className="late" role="alert">{problem.kind === 'twice' ? t('people.twice', { sample: problem.sample }) : t('people.nobody')}</p>}
    </section>
  );
}
