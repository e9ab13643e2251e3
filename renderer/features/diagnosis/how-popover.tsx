import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { ReliabilityDiagram } from '#renderer/features/diagnosis/reliability-diagram.tsx';
import { priorOf, priorsAbout } from '#renderer/features/diagnosis/evidence-rows.ts';
import { formatLog10, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Differential, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

/** What the probability is made of, by which release and method, and what it does not know. */
export function HowPopover({ explanation, differential, mode }: { readonly explanation: Explanation; readonly differential: Differential; readonly mode: ExcludedMode }) {
  const t = useWords('diagnosis');
  return (
    <DialogTrigger>
      <Button className="link">{t('why.how')}</Button>
      <Popover className="popover diagnosis-popover how" placement="top" offset={6}>
        <Dialog>
          <Heading slot="title" level={3}>{t('how.title')}</Heading>
          <p>{t('how.p1', { score: formatLog10(explanation.score) })}</p>
          {explanation.probability === null ? null : <p>{t('how.p2', { probability: formatProbability(explanation.probability) })}</p>}
          <ReliabilityDiagram mode={mode} />
          <p>{t('how.p3')}</p>
          <h4>{t('prior.label')} <small>{t('prior.against')}</small></h4>
          <table className="num">
            <tbody>
              {priorsAbout(explanation, 'disease').map(({ label, log10 }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{formatLog10(log10)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('prior.together')}</th>
                <td>{formatLog10(priorOf(explanation, 'disease'))}</td>
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
            <dd>{t(`modeText.${mode}`)}</dd>
          </dl>
          <p className="muted">{t('how.disclaimer')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
