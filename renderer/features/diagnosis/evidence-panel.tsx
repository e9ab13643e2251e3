import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { IconButton } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { CandidateStateChooser } from '#renderer/features/diagnosis/candidate-state.tsx';
import { diagnosisActions } from '#renderer/features/diagnosis/diagnosis-actions.ts';
import { DiamondMark } from '#renderer/features/diagnosis/diamond-mark.tsx';
import { Bar, EvidenceGrid, keyOfRow } from '#renderer/features/diagnosis/evidence-grid.tsx';
import { evidenceRows, leftOutFeatures, priorOf, priorsAbout, weightsOf, type EvidenceRow } from '#renderer/features/diagnosis/evidence-rows.ts';
import { evidenceScale, type EvidenceScale } from '#renderer/features/diagnosis/evidence-scale.ts';
import { useEvidenceWords } from '#renderer/features/diagnosis/evidence-words.ts';
import { HowPopover } from '#renderer/features/diagnosis/how-popover.tsx';
import { copyText } from '#renderer/features/phenotype/copy-text.ts';
import { formatLog10, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Candidate } from '#shared/casefile/case-record.ts';
import type { Differential, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

interface EvidencePanelProps {
  readonly caseId: string;
  readonly explanation: Explanation;
  readonly differential: Differential;
  readonly mode: ExcludedMode;
  readonly candidate: Candidate | null;
  /** The proband's findings. */
  readonly features: readonly Feature[];
  readonly comparison: { readonly explanation: Explanation | null; readonly diseaseId: string } | null;
  readonly onCompare: (diseaseId: string) => void;
  readonly onSetIgnored: (feature: Feature, isIgnored: boolean) => void;
}

/** Candidates offered for the comparison; any other is chosen in the list with Shift. */
const mostCompared = 20;

/** Why this disease: every part of the sum that is shown, with its source. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { explanation, differential, comparison, features, onSetIgnored } = props;
  const t = useWords('diagnosis');
  const [pointedKey, setPointedKey] = useState<string | null>(null);
  const compared = comparison?.explanation ?? null;
  const rows = evidenceRows(explanation, features, compared, leftOutFeatures(features, differential, props.mode));
  const scale = evidenceScale(weightsOf(explanation, compared));
  const pointed = rows.find((row) => keyOfRow(row) === pointedKey) ?? null;
  const pointedFeature = pointed?.feature ?? null;
  const isPriorPointed = pointedKey === priorKey;
  useAction(diagnosisActions.ignore, () => pointedFeature !== null && onSetIgnored(pointedFeature, !pointedFeature.isIgnored), pointedFeature !== null);

  return (
    <section className="why" aria-label={t('why.section', { name: explanation.name })}>
      <div className="reasons">
        <PanelHead explanation={explanation} />
        <CandidateStateChooser key={explanation.diseaseId} caseId={props.caseId} diseaseId={explanation.diseaseId} candidate={props.candidate} />
        <div className="evh">
          <h3 className="h3">{t('why.terms')}</h3>
          {comparison === null ? null : <ComparedWith {...props} diseaseId={comparison.diseaseId} />}
          <span className="ax" aria-hidden="true">
            <em style={{ right: `${String(100 - scale.zero)}%` }}>{t('why.against')}</em>
            <em style={{ left: `${String(scale.zero)}%` }}>{t('why.for')}</em>
          </span>
          <span className="v muted" aria-hidden="true">log<sub>10</sub> LR</span>
      </div>
      {rows.length === 0 ? <p className="sub no-terms">{t('why.noTerms')}</p> : null}
      <EvidenceGrid diseaseId={explanation.diseaseId} rows={rows} scale={scale} comparedName={compared?.name ?? null} pointedKey={pointedKey} onPoint={setPointedKey} onSetIgnored={onSetIgnored} />
      <Sum explanation={explanation} compared={compared} scale={scale} isPointed={isPriorPointed} onPoint={setPointedKey}>
        <HowPopover explanation={explanation} differential={differential} mode={props.mode} />
      </Sum>
      </div>
      {isPriorPointed ? <PriorDetail explanation={explanation} /> : <Detail row={pointed} />}
    </section>
  );
}

function PanelHead({ explanation }: { readonly explanation: Explanation }) {
  const t = useWords('diagnosis');
  const { diseaseId, genes, inheritance, orphanet, rank, probability } = explanation;
  const [figure, unit] = probability === null ? [t('why.unranked'), ''] : splitUnit(formatProbability(probability));
  return (
    <header>
      <div className="grow">
        <h2>{explanation.name}</h2>
        <p className="idline num">
          {[genes.length === 0 ? t('why.noGene') : genes.join(', '), diseaseId].join(', ')}
          <IconButton icon={Copy} label={t('why.copyId', { id: diseaseId })} onPress={() => copyText(diseaseId)} />
          {inheritance.join(', ')}
        </p>
        {orphanet === undefined ? null : <p className="muted sm num">{[t('why.orphanet', { id: orphanet.id }), orphanet.prevalence ?? ''].filter((part) => part !== '').join(', ')}</p>}
      </div>
      <p className="big num">
        {figure}<span>{unit}</span>
        <small>{rank === null ? t('why.unranked') : t('why.rank', { rank })}</small>
      </p>
    </header>
  );
}

function ComparedWith({ differential, explanation, diseaseId, onCompare }: EvidencePanelProps & { readonly diseaseId: string }) {
  const t = useWords('diagnosis');
  const others = differential.candidates.filter((candidate) => candidate.diseaseId !== explanation.diseaseId);
  const choices = others.filter((candidate, index) => index < mostCompared || candidate.diseaseId === diseaseId).map((candidate) => ({ value: candidate.diseaseId, label: candidate.name }));
  return (
    <span className="cmp">
      <DiamondMark />
      <Select label={t('compare.with')} hidesLabel value={diseaseId} choices={choices} onChange={onCompare} />
    </span>
  );
}

interface SumProps {
  readonly explanation: Explanation;
  readonly compared: Explanation | null;
  readonly scale: EvidenceScale;
  readonly isPointed: boolean;
  readonly onPoint: (key: string | null) => void;
  readonly children: ReactNode;
}

/** What the disease brings without any finding, in one line whose parts are told below, and the sum of everything. */
function Sum({ explanation, compared, scale, isPointed, onPoint, children }: SumProps) {
  const t = useWords('diagnosis');
  const prior = priorOf(explanation, 'disease');
  const point = (): void => onPoint(priorKey);
  return (
    <ul className="fin">
      <li className={isPointed ? 'is-pointed' : ''} tabIndex={0} onMouseEnter={point} onFocus={point} onMouseLeave={() => onPoint(null)} onBlur={() => onPoint(null)}>
        <span className="w trunc">{t('prior.label')} <small>{t('prior.against')}</small></span>
        <Bar value={prior} other={compared === null ? null : priorOf(compared, 'disease')} scale={scale} />
        <span className="v num">{formatLog10(prior)}</span>
        <span className="vh">{priorsAbout(explanation, 'disease').map(({ label, log10 }) => t('prior.part', { label, value: formatLog10(log10) })).join('. ')}</span>
      </li>
      {(['gene', 'inheritance'] as const).map((about) => <Stated key={about} explanation={explanation} compared={compared} scale={scale} about={about} />)}
      <li className="sum">
        <span className="w">{t('why.sum')} {children}</span>
        <span className="v num">{formatLog10(explanation.score)}</span>
      </li>
    </ul>
  );
}

interface StatedProps extends Pick<SumProps, 'explanation' | 'compared' | 'scale'> {
  readonly about: 'gene' | 'inheritance';
}

/** What a gene found in the patient, or the family's mode of inheritance, does to this disease: apart from the phenotype, and only where it counts. */
function Stated({ explanation, compared, scale, about }: StatedProps) {
  const t = useWords('diagnosis');
  if ([explanation, ...(compared === null ? [] : [compared])].every((one) => priorsAbout(one, about).length === 0)) return null;
  const value = priorOf(explanation, about);
  return (
    <li title={priorsAbout(explanation, about).map(({ label }) => label).join('. ')}>
      <span className="w trunc">{t(`prior.${about}`)}</span>
      <Bar value={value} other={compared === null ? null : priorOf(compared, about)} scale={scale} />
      <span className="v num">{formatLog10(value)}</span>
    </li>
  );
}

/** Stands for the line of the priors among the keys of the rows. */
const priorKey = 'prior';

function PriorDetail({ explanation }: { readonly explanation: Explanation }) {
  const t = useWords('diagnosis');
  const parts = priorsAbout(explanation, 'disease').map(({ label, log10 }) => t('prior.part', { label, value: formatLog10(log10) })).join('; ');
  return (
    <p className="detail num" aria-hidden="true">
      <b>{t('prior.label')}</b> {parts === '' ? t('prior.none') : parts}.
    </p>
  );
}

/** More about the row under the cursor or with the focus, in a place of its own: nothing is covered while reading down the list. */
function Detail({ row }: { readonly row: EvidenceRow | null }) {
  const t = useWords('diagnosis');
  const say = useEvidenceWords();
  return (
    <p className="detail num" aria-hidden="true">
      {row === null ? <span className="muted">{t('why.detailHint')}</span> : row.kind === 'ignored' ? <><b>{row.feature.label}</b> {t('why.ignored')}</> : row.kind === 'left-out' ? <><b>{row.feature.label}</b> {t(`leftOutLong.${row.reason}`)}</> : <><b>{row.part.label}</b> {row.part.termId}. {say.longMatch(row.part)} {say.references(row.part)}</>}
    </p>
  );
}

/** `71 %` as its figure and its unit, so that the unit can be smaller. */
function splitUnit(text: string): readonly [string, string] {
  const cut = text.lastIndexOf(' ');
  return cut === -1 ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
}
