import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { ReliabilityDiagram } from '#renderer/features/diagnosis/reliability-diagram.tsx';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import { priorsAbout } from '#renderer/features/diagnosis/evidence-rows.ts';
import { formatLog10, formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Differential, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { shownEvidence } from '#shared/ranking/shown-evidence.ts';

/** What the probability is made of, by which release and method, and what it does not know. */
export function HowPopover({ explanation, differential, mode, use }: { readonly explanation: Explanation; readonly differential: Differential; readonly mode: ExcludedMode; readonly use: EvidenceUse }) {
  const t = useWords('diagnosis');
  const { rank, probability } = explanation;
  const shown = shownEvidence(explanation);
  const stated = statedIn(differential, use);
  return (
    <DialogTrigger>
      <Button className="link">{t('why.how')}</Button>
      <Popover className="popover diagnosis-popover how" placement="left" offset={6}>
        <Dialog>
          <Heading slot="title" level={3}>{t('how.title')}</Heading>
          {probability === null || rank === null ? null : (
            <p>
              {stated !== null ? null : rank === 1 ? t('how.first', { probability: formatProbability(probability) }) : t('how.below', { probability: formatProbability(probability), rank: formatNumber(rank) })} {t('how.p2', { none: formatProbability(differential.noneOfTheseProbability) })}
            </p>
          )}
          {stated === null ? null : <p>{t('how.stated', { what: t(`how.${stated}`), probability: probability === null ? '' : formatProbability(probability) })}</p>}
          <ReliabilityDiagram mode={mode} first={stated === null && rank === 1 ? probability : null} />
          <p>{t('how.p1', { score: formatLog10(shown.sum) })} {t('how.rounding')}</p>
          <p>{t('how.p3')}</p>
          <h4>{t('prior.disease')} <small>{t('prior.against')}</small></h4>
          <table className="num">
            <tbody>
              {priorsAbout(explanation, 'disease').map(({ label, value }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{formatLog10(value)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('prior.together')}</th>
                <td>{formatLog10(shown.ofSubject.disease)}</td>
              </tr>
            </tbody>
          </table>
          <p>{t('prior.text')}</p>
          <dl className="kv num">
            <dt>{t('how.release')}</dt>
            <dd>{differential.release}</dd>
            <dt>{t('how.algorithm')}</dt>
            <dd>{differential.algorithm}</dd>
            <dt>{t('how.excluded')}</dt>
            <dd>{t(`modeLong.${mode}`)}</dd>
          </dl>
          <p className="muted">{t('how.disclaimer')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What is stated of the patient and counts in this list: for the diseases that it raises, and so against all others. */
function statedIn({ genes }: Differential, { isWithGenes, isWithFamily }: EvidenceUse): 'gene' | 'inheritance' | 'both' | null {
  const hasGene = isWithGenes && genes.some(({ raisedCount }) => raisedCount > 0);
  if (hasGene && isWithFamily) return 'both';
  return hasGene ? 'gene' : isWithFamily ? 'inheritance' : null;
}
