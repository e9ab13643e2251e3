import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { IconButton } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { CandidateStateChooser } from '#renderer/features/diagnosis/candidate-state.tsx';
import { diagnosisActions } from '#renderer/features/diagnosis/diagnosis-actions.ts';
import { DiamondMark } from '#renderer/features/diagnosis/diamond-mark.tsx';
import { Bar, EvidenceGrid, keyOfRow } from '#renderer/features/diagnosis/evidence-grid.tsx';
import { evidenceRows, leftOutFeatures, priorsAbout, weightsOf, type EvidenceRow } from '#renderer/features/diagnosis/evidence-rows.ts';
import { evidenceScale, type EvidenceScale } from '#renderer/features/diagnosis/evidence-scale.ts';
import { useEvidenceWords } from '#renderer/features/diagnosis/evidence-words.ts';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import { HowPopover } from '#renderer/features/diagnosis/how-popover.tsx';
import { copyText } from '#renderer/features/phenotype/copy-text.ts';
import { formatLog10, formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Candidate } from '#shared/casefile/case-record.ts';
import type { Differential, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { priorSubjects, type PriorSubject } from '#shared/ranking/ranking.ts';
import { shownEvidence } from '#shared/ranking/shown-evidence.ts';

interface EvidencePanelProps {
  readonly caseId: string;
  readonly explanation: Explanation;
  readonly differential: Differential;
  readonly mode: ExcludedMode;
  readonly use: EvidenceUse;
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
  const pointedPrior = priorSubjects.find((about) => priorKey(about) === pointedKey) ?? null;
  useAction(diagnosisActions.ignore, () => pointedFeature !== null && onSetIgnored(pointedFeature, !pointedFeature.isIgnored), pointedFeature !== null);

  return (
    <section className="why" aria-label={t('why.section', { name: explanation.name })}>
      <div className={`reasons ${compared === null ? '' : 'is-compared'}`}>
        <PanelHead explanation={explanation} />
        <CandidateStateChooser key={explanation.diseaseId} caseId={props.caseId} diseaseId={explanation.diseaseId} candidate={props.candidate} />
        {comparison === null ? null : <ComparedWith {...props} diseaseId={comparison.diseaseId} compared={compared} />}
        <div className="evh">
          <h3 className="h3">{t('why.terms')} <span className="n num">{formatNumber(rows.length)}</span></h3>
          <span className="ax" aria-hidden="true">
            <em style={{ right: `${String(100 - scale.zero)}%` }}>{t('why.against')}</em>
            <em style={{ left: `${String(scale.zero)}%` }}>{t('why.for')}</em>
          </span>
          <span className="v muted" aria-hidden="true">log<sub>10</sub> LR</span>
          {compared === null ? null : <span className="v" aria-hidden="true"><DiamondMark /></span>}
      </div>
      {rows.length === 0 ? <p className="sub no-terms">{t('why.noTerms')}</p> : null}
      <EvidenceGrid diseaseId={explanation.diseaseId} rows={rows} scale={scale} comparedName={compared?.name ?? null} pointedKey={pointedKey} onPoint={setPointedKey} onSetIgnored={onSetIgnored} />
      <Sum explanation={explanation} compared={compared} scale={scale} pointed={pointedPrior} onPoint={setPointedKey}>
        <HowPopover explanation={explanation} differential={differential} mode={props.mode} use={props.use} />
      </Sum>
      </div>
      {pointedPrior === null ? <Detail row={pointed} comparedName={compared?.name ?? null} /> : <PriorDetail explanation={explanation} about={pointedPrior} />}
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

/** The other disease, with its probability and place beside its name. None of these stands with both in the list. */
function ComparedWith({ differential, explanation, diseaseId, compared, onCompare }: EvidencePanelProps & { readonly diseaseId: string; readonly compared: Explanation | null }) {
  const t = useWords('diagnosis');
  const others = differential.candidates.filter((candidate) => candidate.diseaseId !== explanation.diseaseId);
  const choices = others.filter((candidate, index) => index < mostCompared || candidate.diseaseId === diseaseId).map((candidate) => ({ value: candidate.diseaseId, label: candidate.name }));
  return (
    <div className="cmp">
      <DiamondMark />
      <Select label={t('compare.with')} hidesLabel value={diseaseId} choices={choices} onChange={onCompare} />
      {compared === null || compared.rank === null || compared.probability === null ? null : <span className="num"><b>{formatProbability(compared.probability)}</b> {t('why.rank', { rank: formatNumber(compared.rank) })}</span>}
    </div>
  );
}

interface SumProps {
  readonly explanation: Explanation;
  readonly compared: Explanation | null;
  readonly scale: EvidenceScale;
  /** The line under the cursor or with the focus. */
  readonly pointed: PriorSubject | null;
  readonly onPoint: (key: string | null) => void;
  readonly children: ReactNode;
}

/** What the disease brings without any finding, a gene found and the family's inheritance, each in one line whose parts are told below, and the sum of everything. */
function Sum({ explanation, compared, scale, pointed, onPoint, children }: SumProps) {
  const t = useWords('diagnosis');
  const own = shownEvidence(explanation);
  const other = compared === null ? null : shownEvidence(compared);
  // What is stated of the patient has a line only where it counts.
  const isCounted = (about: PriorSubject): boolean => about === 'disease' || [explanation, compared].some((one) => one?.priors.some((prior) => prior.about === about) === true);
  return (
    <ul className="fin">
      {priorSubjects.filter(isCounted).map((about) => (
        <li key={about} className={pointed === about ? 'is-pointed' : ''} tabIndex={0} onMouseEnter={() => onPoint(priorKey(about))} onFocus={() => onPoint(priorKey(about))} onMouseLeave={() => onPoint(null)} onBlur={() => onPoint(null)}>
          <span className="w trunc">{t(`prior.${about}`)} {about === 'disease' ? <small>{t('prior.against')}</small> : null}</span>
          <Bar value={own.ofSubject[about]} other={other?.ofSubject[about] ?? null} scale={scale} />
          <span className="v num">{formatLog10(own.ofSubject[about])}</span>
          {other === null ? null : <span className="v num muted">{formatLog10(other.ofSubject[about])}</span>}
          <span className="vh">{priorsAbout(explanation, about).map(({ label, value }) => t('prior.part', { label, value: formatLog10(value) })).join('. ')}</span>
        </li>
      ))}
      <li className="sum">
        <span className="w">{t('why.sum')} {children}</span>
        <span className="v num">{formatLog10(own.sum)}</span>
        {other === null ? null : <span className="v num">{formatLog10(other.sum)}</span>}
      </li>
    </ul>
  );
}

/** Stands for the line of a subject among the keys of the rows. */
const priorKey = (about: PriorSubject): string => `prior ${about}`;

function PriorDetail({ explanation, about }: { readonly explanation: Explanation; readonly about: PriorSubject }) {
  const t = useWords('diagnosis');
  const parts = priorsAbout(explanation, about).map(({ label, value }) => t('prior.part', { label, value: formatLog10(value) })).join('; ');
  return (
    <p className="detail num" aria-hidden="true">
      <b>{t(`prior.${about}`)}</b> {parts === '' ? t('prior.none') : parts}. {about === 'disease' ? null : t(`prior.${about}Source`)}
    </p>
  );
}

/** More about the row under the cursor or with the focus, in a place of its own: nothing is covered while reading down the list. */
function Detail({ row, comparedName }: { readonly row: EvidenceRow | null; readonly comparedName: string | null }) {
  const t = useWords('diagnosis');
  const say = useEvidenceWords();
  const other = row?.kind === 'used' ? (row.other?.part ?? null) : null;
  return (
    <p className="detail num" aria-hidden="true">
      {row === null ? <span className="muted">{t('why.detailHint')}</span> : row.kind === 'ignored' ? <><b>{row.feature.label}</b> {t('why.ignored')}</> : row.kind === 'left-out' ? <><b>{row.feature.label}</b> {t(`leftOutLong.${row.reason}`)}</> : <><b>{row.part.label}</b> {row.part.termId}. {say.longMatch(row.part)} {say.references(row.part)}</>}
      {other === null || comparedName === null ? null : <> <b>{comparedName}</b> {say.longMatch(other)} {say.references(other)}</>}
    </p>
  );
}

/** `71 %` as its figure and its unit, so that the unit can be smaller. */
function splitUnit(text: string): readonly [string, string] {
  const cut = text.lastIndexOf(' ');
  return cut === -1 ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
}
