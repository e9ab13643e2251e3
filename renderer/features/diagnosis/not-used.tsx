import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Button } from '#renderer/components/button.tsx';
import { notUsedByReason } from '#renderer/features/diagnosis/evidence-rows.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';

interface NotUsedProps {
  readonly caseId: string;
  readonly differential: Differential;
  readonly onUseAgain: (featureId: string) => void;
}

/** The terms that took no part, and why: nothing drops out of the ranking in silence. */
export function NotUsed({ caseId, differential, onUseAgain }: NotUsedProps) {
  const t = useWords('diagnosis');
  if (differential.notUsed.length === 0) return null;
  return (
    <DialogTrigger>
      <AriaButton className="link sm num">{t('tools.notUsed', { count: differential.notUsed.length })}</AriaButton>
      <Popover className="popover diagnosis-popover" placement="bottom end" offset={6}>
        <Dialog>
          <Heading slot="title" level={3}>{t('notUsed.title')}</Heading>
          {notUsedByReason(differential).map(({ reason, terms }) => (
            <section key={reason}>
              <h4>{t(`notUsed.${reason}`)}</h4>
              <ul>
                {terms.map((term) => (
                  <li key={term.featureId}>
                    <span className="grow">{term.label} <small className="num muted">{term.termId}</small></span>
                    {reason === 'ignored' ? <Button variant="quiet" onPress={() => onUseAgain(term.featureId)}>{t('notUsed.useAgain')}</Button> : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <Button onPress={() => openCase(caseId, 'phenotype')}>{t('notUsed.openPhenotype')}</Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
