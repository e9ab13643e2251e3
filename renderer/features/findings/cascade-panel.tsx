import { FileText, ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import '#renderer/features/findings/cascade-panel.css';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { chanceWords } from '#renderer/features/family-risk/risk-words.ts';
import { formatProbability } from '#renderer/i18n/format.ts';
import { sayRelation } from '#renderer/features/family/relation-words.ts';
import { structureOf } from '#renderer/features/family/structure-of.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { writeLetterTo } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { findingName, isCarried, type Finding } from '#shared/casefile/finding.ts';
import { cascadeTesting, type CascadeRelative, type CascadeTesting } from '#shared/casefile/relatives/cascade-testing.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';

export interface CascadePanelProps {
  readonly finding: Finding;
  /** The findings of the case, this one among them. */
  readonly findings: readonly Finding[];
  readonly family: Family;
  readonly personLabel: (id: string) => string;
  readonly numberOf: (id: string) => string;
}

/** Of a finding that causes the disease: which relatives could be tested for it, the likeliest carrier first. Nothing of any other finding. */
export function CascadePanel(props: CascadePanelProps) {
  const classification = props.finding.classifications.at(-1)?.classification;
  return classification === 'pathogenic' || classification === 'likely-pathogenic' ? <Cascade {...props} /> : null;
}

function Cascade({ finding, findings, family, personLabel, numberOf }: CascadePanelProps) {
  const t = useWords('findings');
  const today = useToday();
  const { id, gene, genotypes, location, inheritance } = finding;
  const hasSecondVariant = gene !== null && findings.some((other) => other.id !== id && other.gene?.symbol === gene.symbol && other.genotypes.some(isCarried));
  // Of the family and the genotypes alone: what is typed into the fields beside it reckons nothing anew.
  const testing = useMemo(() => cascadeTesting(family, { genotypes, location, inheritance }, hasSecondVariant, today), [family, genotypes, location, inheritance, hasSecondVariant, today]);
  const relations = useMemo(() => relationsToProband(family, structureOf(family), numberOf, sayRelation), [family, numberOf]);
  const nameOf = (personId: string): string => {
    const person = family.individuals.find((individual) => individual.id === personId);
    const isNamed = person !== undefined && `${person.givenName}${person.familyName}`.trim() !== '';
    return isNamed ? personLabel(personId) : numberOf(personId) || (relations.get(personId) ?? '');
  };
  return (
    <section className="cascade" aria-label={t('cascade.title')}>
      <h3>{t('cascade.title')}</h3>
      <Relatives testing={testing} finding={finding} nameOf={nameOf} relationOf={(personId) => relations.get(personId) ?? ''} />
    </section>
  );
}

interface RelativesProps {
  readonly testing: CascadeTesting;
  readonly finding: Finding;
  readonly nameOf: (personId: string) => string;
  readonly relationOf: (personId: string) => string;
}

/** As many as fit beside the fields of the finding; the others are one press away. */
const mostAtFirst = 6;

function Relatives({ testing, finding, nameOf, relationOf }: RelativesProps) {
  const t = useWords('findings');
  const [showsAll, setShowsAll] = useState(false);
  if (testing.kind === 'untold') return <p className="muted">{t(`cascade.${testing.reason}`)}</p>;
  const { mode, relatives, newIn } = testing;
  const isByGamete = newIn.some(({ known }) => known !== 'mosaic');
  const origin = (
    <>
      {newIn.map(({ personId, known }) => <p key={personId} className="origin">{t(`cascade.new.${known}`, { name: nameOf(personId) })}</p>)}
      {newIn.length === 0 ? null : <p className="muted">{t(isByGamete ? 'cascade.newText' : 'cascade.mosaicText')}</p>}
    </>
  );
  if (relatives.length === 0) return <>{origin}<p className="muted">{t('cascade.nobody')}</p></>;
  const shown = showsAll ? relatives : relatives.slice(0, mostAtFirst);
  return (
    <>
      {newIn.length === 0 ? <p className="muted">{t('cascade.text', { mode })}</p> : origin}
      <ul>
        {shown.map((relative) => <RelativeRow key={relative.personId} relative={relative} finding={finding} name={nameOf(relative.personId)} relation={relationOf(relative.personId)} />)}
      </ul>
      {shown.length === relatives.length ? null : <Button variant="quiet" onPress={() => setShowsAll(true)}>{t('cascade.more', { count: relatives.length - shown.length })}</Button>}
      {relatives.some(({ isMinor }) => isMinor) ? <p className="muted">{t('cascade.minors')}</p> : null}
    </>
  );
}

function RelativeRow({ relative: { personId, probability, isMinor, by }, finding, name, relation }: { readonly relative: CascadeRelative; readonly finding: Finding; readonly name: string; readonly relation: string }) {
  const t = useWords('findings');
  const add = useCommand('task.add');
  const tellDone = useDoneToast();
  const { caseId } = finding;
  const title = t('cascade.taskTitle', { variant: findingName(finding), name }).slice(0, mostOfTitle);
  const isAsked = (useQueryOf('task.list', { caseId }).data ?? []).some((task) => task.findingId === finding.id && task.title === title);
  const addTask = (): void => void add.mutateAsync({ caseId, detail: { title, findingId: finding.id } }).then(() => tellDone(t('cascade.taskMade', { title }), caseId), () => undefined);
  const openLetter = (): void => {
    writeLetterTo(caseId, personId);
    openCase(caseId, 'documents');
  };
  return (
    <li>
      <div className="who">
        <b>{name}</b> {isMinor ? <Tag tone="warn">{t('cascade.child')}</Tag> : null}
        <small>{relation === '' || relation === name ? '' : `${relation} · `}<span className="chance">{by === 'descent' ? chanceWords(probability) : formatProbability(probability)}</span>{by === 'descent' ? '' : `, ${t('cascade.byMosaicism')}`}</small>
      </div>
      {isAsked ? (
        <span className="muted">{t('cascade.asked')}</span>
      ) : (
        <Button icon={ListChecks} variant="quiet" aria-label={t('cascade.taskFor', { name })} isDisabled={add.isPending} onPress={addTask}>{t('cascade.task')}</Button>
      )}
      <Button icon={FileText} variant="quiet" aria-label={t('cascade.letterFor', { name })} onPress={openLetter}>{t('cascade.letter')}</Button>
    </li>
  );
}

/** What a task's title may hold. */
const mostOfTitle = 300;
