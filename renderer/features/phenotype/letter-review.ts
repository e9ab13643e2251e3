import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';

type Mention = OutputOf<'term.extract'>[number];

/** One finding of a letter, wherever it stands in it, as it is about to be recorded or passed over. */
export interface LetterFinding {
  readonly key: string;
  readonly termId: string;
  readonly label: string;
  /** Whose the letter says it is: `patient`, or a relative in plain words. */
  readonly said: string;
  /** In order; offsets into the text. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly state: Extract<FeatureState, 'observed' | 'excluded'>;
  /** Whose record it goes to; null until somebody was chosen. */
  readonly personId: string | null;
  readonly isChecked: boolean;
}

export type RecordedFeature = Pick<Feature, 'personId' | 'termId' | 'state'>;

/** The patient's findings are checked but for those recorded already; a relative's wait until it is said whose record they go to. */
export function reviewOf(mentions: readonly Mention[], patientId: string, recorded: readonly RecordedFeature[]): readonly LetterFinding[] {
  const findings = new Map<string, LetterFinding>();
  for (const { id, label, person, excluded, start, end } of mentions) {
    const key = `${id} ${person} ${excluded ? 'excluded' : 'observed'}`;
    const earlier = findings.get(key);
    const personId = person === 'patient' ? patientId : null;
    const finding: LetterFinding = earlier ?? { key, termId: id, label, said: person, places: [], state: excluded ? 'excluded' : 'observed', personId, isChecked: false };
    findings.set(key, { ...finding, places: [...finding.places, { start, end }], isChecked: personId !== null && recordedAs(finding, recorded) === null });
  }
  return [...findings.values()];
}

/** How the term is recorded already for the person it would go to; null where it is not. */
export function recordedAs(finding: Pick<LetterFinding, 'termId' | 'personId'>, recorded: readonly RecordedFeature[]): FeatureState | null {
  return recorded.find(({ termId, personId }) => termId === finding.termId && personId === finding.personId)?.state ?? null;
}

export type ReviewChange = { readonly kind: 'check'; readonly isChecked: boolean } | { readonly kind: 'state'; readonly state: LetterFinding['state'] } | { readonly kind: 'person'; readonly personId: string | null };

/** Choosing a person checks the finding, and choosing nobody unchecks it. What is recorded already is never checked. */
export function changeFinding(findings: readonly LetterFinding[], key: string, change: ReviewChange, recorded: readonly RecordedFeature[]): readonly LetterFinding[] {
  return findings.map((finding) => {
    if (finding.key !== key) return finding;
    const changed = change.kind === 'state' ? { ...finding, state: change.state } : change.kind === 'person' ? { ...finding, personId: change.personId, isChecked: true } : { ...finding, isChecked: change.isChecked };
    return { ...changed, isChecked: changed.isChecked && canBeChecked(changed, recorded) };
  });
}

/** Takes or leaves every finding that can be recorded. */
export const checkAll = (findings: readonly LetterFinding[], isChecked: boolean, recorded: readonly RecordedFeature[]): readonly LetterFinding[] => findings.map((finding) => ({ ...finding, isChecked: isChecked && canBeChecked(finding, recorded) }));

export const canBeChecked = (finding: LetterFinding, recorded: readonly RecordedFeature[]): boolean => finding.personId !== null && recordedAs(finding, recorded) === null;

/** What goes to the records. A term that is checked twice for one person, observed and excluded, goes there once, as it stands first. */
export function featuresToAdd(findings: readonly LetterFinding[]): InputOf<'feature.addMany'>['features'] {
  const added = new Map<string, InputOf<'feature.addMany'>['features'][number]>();
  for (const { termId, personId, state, isChecked } of findings) {
    if (!isChecked || personId === null || added.has(`${personId} ${termId}`)) continue;
    added.set(`${personId} ${termId}`, { personId, termId, detail: { state, source: 'record' } });
  }
  return [...added.values()];
}

/** A piece of the text, with the finding that is named there; where two names overlap, the one that begins first. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly finding: LetterFinding | null;
}

/** The whole text in pieces: joined they are the text again, whatever the offsets. */
export function piecesOf(text: string, findings: readonly LetterFinding[]): readonly TextPiece[] {
  const places = findings.flatMap((finding) => finding.places.map((place) => ({ ...place, finding }))).sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end, finding } of places) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > at) pieces.push({ start: at, text: text.slice(at, from), finding: null });
    pieces.push({ start: from, text: text.slice(from, to), finding });
    at = to;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), finding: null });
  return pieces;
}
