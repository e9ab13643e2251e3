import { Tag } from '#renderer/components/tag.tsx';
import { Button } from '#renderer/components/button.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { personAgeAndKind, personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { featureStates, type FeatureState } from '#shared/phenotype/feature.ts';

const countWords = { observed: 'summary.observed', excluded: 'summary.excluded', 'not-assessed': 'summary.notAssessed' } as const satisfies Readonly<Record<FeatureState, string>>;

/** What is known of the case, beside its facts. */
export function CaseGlance({ shown }: { readonly shown: OutputOf<'case.show'> }) {
  const t = useWords('overview');
  const tField = useWords('field');
  const today = useToday();
  const { case: record, people, features, candidates } = shown;
  const proband = people.find((person) => person.isProband);
  const name = proband === undefined ? tField('person.unnamed') : personName(proband, record.reference);
  return (
    <>
      <div className="head">
        <h2>{name}</h2>
        <p className="num">{[proband === undefined ? '' : personAgeAndKind(proband, today), record.reference].filter((part) => part !== '' && part !== name).join('. ')}</p>
        <div className="acts">
          <Button onPress={() => openCase(record.id, 'phenotype')}>{t('summary.openPhenotype')}</Button>
          <Button onPress={() => openCase(record.id, 'diagnosis')}>{t('summary.openDiagnosis')}</Button>
        </div>
      </div>
      <div className="scroll">
        <section>
          <h3>{t('summary.title')}</h3>
          <ul className="glance-states num">
            {featureStates.map((state) => (
              <li key={state}>
                <StateMark state={state} isDecorative /> {t(countWords[state], { count: features.filter((feature) => feature.state === state).length })}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('summary.decided')}</h3>
          {candidates.length === 0 ? (
            <p className="sub sm">{t('summary.noDecision')}</p>
          ) : (
            <ul className="glance-candidates">
              {candidates.map((candidate) => (
                <li key={candidate.id}>
                  <span>{candidate.diseaseName}</span>
                  <Tag tone={candidate.state === 'ruled-out' ? 'plain' : 'accent'}>{tField(`candidate.${candidate.state}`)}</Tag>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <dl className="kv num">
            <dt>{t('summary.created')}</dt>
            <dd>{formatInstant(record.createdAt)}</dd>
            <dt>{t('summary.changed')}</dt>
            <dd>{formatInstant(record.changedAt)}</dd>
          </dl>
        </section>
      </div>
    </>
  );
}
