import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { Select } from '#renderer/components/select.tsx';
import type { RiskModelDraft } from '#renderer/features/family-risk/use-risk-model.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { inheritanceModes, type InheritanceMode } from '#shared/inheritance/mode.ts';
import type { ModeLikelihood } from '#shared/inheritance/mode-of-inheritance.ts';
import { modeReasonWords } from '#shared/inheritance/mode-reasons.ts';
import type { RiskBasis } from '#shared/inheritance/risk-report.ts';

/** The mode that is reckoned with: the likeliest in this family, or the one that was chosen, with what the family says about each. */
export function ModeSection({ basis, draft }: { readonly basis: RiskBasis; readonly draft: RiskModelDraft }) {
  const t = useWords('risk');
  const choice = (mode: InheritanceMode): string => {
    const found = basis.modes.find((entry) => entry.mode === mode);
    const name = t(`mode.${mode}`);
    if (found === undefined) return name;
    return found.possible ? t('mode.choice', { mode: name, probability: formatProbability(found.probability) }) : t('mode.choiceExcluded', { mode: name });
  };
  const best = bestOf(basis.modes);
  const choices = [{ value: 'best' as const, label: t('mode.best', { mode: t(`mode.${best}`) }) }, ...inheritanceModes.map((mode) => ({ value: mode, label: choice(mode) }))];
  return (
    <div className="mode-line">
      <Select className="grow" label={t('mode.label')} value={draft.values.mode ?? 'best'} choices={choices} onChange={(mode) => draft.setNow('mode', mode === 'best' ? null : mode)} />
      <DialogTrigger>
        <AriaButton className="link">{t('mode.why')}</AriaButton>
        <Popover className="popover risk-about is-modes" offset={4}>
          <Dialog>
            <Heading slot="title" level={3}>{t('mode.title')}</Heading>
            {basis.modes.every(({ reasons, logLikelihood }) => reasons.length === 0 && logLikelihood === 0) ? <p>{t('mode.nobody')}</p> : null}
            <ul className="modes">{basis.modes.toSorted((first, second) => second.probability - first.probability).map((entry) => <ModeEntry key={entry.mode} entry={entry} />)}</ul>
            <p>{t('mode.text')}</p>
            <p className="muted">{t('mode.source')}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

const bestOf = (modes: readonly ModeLikelihood[]): ModeLikelihood['mode'] => modes.toSorted((first, second) => second.probability - first.probability)[0]?.mode ?? 'AD';

/** More places than this are counted instead of named. */
const mostNamed = 6;

function ModeEntry({ entry }: { readonly entry: ModeLikelihood }) {
  const t = useWords('risk');
  const { numberOf, individualOf } = useFamilyView();
  const short = (id: string): string => numberOf(id) || (individualOf(id)?.givenName ?? '');
  return (
    <li>
      <div className="mode-head">
        <b>{t(`mode.${entry.mode}`)}</b>
        <span className="num">{entry.possible ? formatProbability(entry.probability) : t('mode.excluded')}</span>
      </div>
      <ProbabilityBar probability={entry.probability} />
      {entry.reasons.map(({ kind, weight, seenIn }) => (
        <p key={`${weight} ${kind}`} className={weight}>
          <span className="weight">{t(weight === 'for' ? 'mode.for' : 'mode.against')}</span> {modeReasonWords[kind]}{' '}
          <span className="muted num">({seenIn.slice(0, mostNamed).map((people) => people.map(short).join(', ')).join('; ')}{seenIn.length > mostNamed ? `; +${String(seenIn.length - mostNamed)}` : ''})</span>
        </p>
      ))}
    </li>
  );
}
