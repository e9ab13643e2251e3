import { FileUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useClient } from '#renderer/client/queries.tsx';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import type { Names } from '#renderer/features/family/dialogs/conflict-words.ts';
import { MatchList } from '#renderer/features/family/dialogs/match-list.tsx';
import { MergeChoicesList } from '#renderer/features/family/dialogs/merge-choices.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { createRowIds } from '#renderer/features/family/row-id.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import { formatNames, type FamiliesReading, type NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { largestFamilyFile, readFamilies } from '#shared/pedigree/formats/read-families.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { IndividualMatch } from '#shared/pedigree/merge/match-individuals.ts';
import { mergeFamilies } from '#shared/pedigree/merge/merge-families.ts';
import { proposeMerge } from '#shared/pedigree/merge/propose-merge.ts';

const mostProblems = 100;

type FileReading = { readonly kind: 'read'; readonly fileName: string; readonly reading: FamiliesReading } | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly Problem[] };

/** A family from a file into this case. It is read and looked through here; nothing is changed before that. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('family');
  const [file, setFile] = useState<FileReading | null>(null);
  const [place, setPlace] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setPlace(0);
    setFile(await readChosen(chosen, t('import.unreadable')));
  };
  const incoming = file?.kind === 'read' ? file.reading.families[place] : undefined;
  return (
    <Dialog className="family-dialog" title={t('import.title')} isOpen isWide onClose={onClose}>
      <p className="sub">{t('import.text')}</p>
      <div className="acts">
        <Button icon={FileUp} variant={file === null ? 'primary' : 'plain'} onPress={() => input.current?.click()}>{t('import.choose')}</Button>
        <input ref={input} type="file" hidden aria-label={t('import.choose')} onChange={(event) => void read(event.target.files?.[0])} />
      </div>
      {file?.kind === 'refused' ? (
        <div role="alert">
          <p className="late">{file.message}</p>
          <ProblemLines problems={file.problems} />
        </div>
      ) : null}
      {file?.kind === 'read' && file.reading.families.length > 1 ? <Select label={t('import.family')} value={String(place)} choices={file.reading.families.map(({ name }, index) => ({ value: String(index), label: name }))} onChange={(chosen) => setPlace(Number(chosen))} /> : null}
      {file?.kind === 'read' && incoming !== undefined ? (
        <>
          <p className="num">{t('import.summary', { format: formatNames[file.reading.format], count: incoming.family.individuals.length })}</p>
          {file.reading.problems.length === 0 ? null : (
            <section>
              <h3 className="h3">{t('import.problems')}</h3>
              <ProblemLines problems={file.reading.problems} />
            </section>
          )}
          <Review key={`${file.fileName} ${String(place)}`} fileName={file.fileName} incoming={incoming} onDone={onClose} />
        </>
      ) : null}
    </Dialog>
  );
}

function ProblemLines({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className="problems" tabIndex={0}>
      {problems.slice(0, mostProblems).map((problem, index) => (
        <li key={index}>{formatProblem(problem)}</li>
      ))}
    </ul>
  );
}

/** Who is whom, who is new, and what to keep where the two say different things. Whether that can be a family is seen before it is brought in. */
function Review({ fileName, incoming, onDone }: { readonly fileName: string; readonly incoming: NamedFamily; readonly onDone: () => void }) {
  const t = useWords('family');
  const client = useClient();
  const { caseId, family, revision } = useFamilyView();
  const [chosenMatches, setMatches] = useState<readonly IndividualMatch[] | null>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const proposal = useMemo(() => proposeMerge(family, incoming.family, chosenMatches ?? undefined), [family, incoming, chosenMatches]);
  const merged = useMemo(() => mergeFamilies(family, incoming.family, { matches: proposal.matches, takenFromIncoming: taken }, createRowIds()), [family, incoming, proposal, taken]);
  const names = useNames(incoming.family);
  const apply = async (): Promise<void> => {
    if (!merged.ok) return;
    try {
      await client.call('family.save', { caseId, family: merged.value.family, basedOnRevision: revision, label: t('import.label', { name: fileName }).slice(0, 200) });
      showToast({ tone: 'calm', text: t('import.done') });
      onDone();
    } catch (thrown) {
      setRefusal(asCallFailure(thrown).message);
    }
  };
  const problem = merged.ok ? refusal : merged.error.message;
  return (
    <>
      <p className="num">
        {t('import.matched', { count: proposal.matches.length - proposal.newIndividuals.length })}, {t('import.new', { count: proposal.newIndividuals.length })}
      </p>
      <MatchList incoming={incoming.family} matches={proposal.matches} onChange={(matches) => { setRefusal(null); setMatches(matches); }} />
      {proposal.conflicts.length === 0 ? null : <MergeChoicesList conflicts={proposal.conflicts} names={names} taken={taken} onChange={setTaken} />}
      {problem === null ? null : <p className="late" role="alert">{problem}</p>}
      <div className="acts">
        <Button variant="primary" isDisabled={!merged.ok} onPress={() => void apply()}>{t('import.apply')}</Button>
      </div>
    </>
  );
}

/** What people and conditions of either family are called. */
function useNames(incoming: Family): Names {
  const { family, individualOf, numberOf } = useFamilyView();
  return useMemo(() => {
    const others = new Map(incoming.individuals.map((individual) => [individual.id, individual]));
    const conditions = new Map([...incoming.conditions, ...family.conditions].map(({ id, name }) => [id, name]));
    return {
      ofPerson: (id) => {
        const individual = individualOf(id) ?? others.get(id);
        return individual === undefined ? '' : `${individualName(individual)} ${individualOf(id) === undefined ? '' : numberOf(id)}`.trim();
      },
      ofCondition: (id) => conditions.get(id) ?? '',
    };
  }, [incoming, family, individualOf, numberOf]);
}

async function readChosen(chosen: File, unreadable: string): Promise<FileReading> {
  // Read no further than what a family can be: a wrong file may be a film.
  const bytes = await chosen.slice(0, largestFamilyFile + 1).arrayBuffer().catch(() => null);
  if (bytes === null) return { kind: 'refused', message: unreadable, problems: [] };
  const reading = readFamilies({ fileName: chosen.name, content: new Uint8Array(bytes) });
  return reading.ok ? { kind: 'read', fileName: chosen.name, reading: reading.value } : { kind: 'refused', message: reading.error.message, problems: reading.error.problems ?? [] };
}
