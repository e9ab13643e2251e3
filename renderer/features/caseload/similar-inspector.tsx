import type { ReactNode } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import type { CaseComparison, NamedTerm } from '#shared/contract/similar-procedures.ts';

/** This case and another side by side, as a matchmaker compares them; the other by its reference only. */
export function SimilarInspector({ caseId, otherId }: { readonly caseId: string; readonly otherId: string }) {
  const t = useWords('similar');
  const answer = useQueryOf('case.compare', { caseId, otherId });
  if (answer.data === undefined) return answer.error === null ? <Skeleton lines={6} /> : <ErrorState error={answer.error} isSmall />;
  const compared = answer.data;
  const reference = compared.there.reference || t('noReference');
  return (
    <>
      <div className="head">
        <h2 className="num">{reference}</h2>
        <p className="num">{t('inspector.alike', { share: formatProbability(compared.score) })}</p>
        <div className="acts">
          <Button variant="primary" shortcut="enter" onPress={() => openCase(otherId, 'overview')}>
            {t('inspector.open')}
          </Button>
        </div>
      </div>
      <div className="scroll similar-sides">
        <Part title={t('inspector.shared')} count={compared.shared.length}>
          {compared.shared.map((one) => (
            <SharedLine key={one.termId} shared={one} />
          ))}
        </Part>
        <Part title={t('inspector.contradicted')} count={compared.contradicted.length} isLeftOutIfEmpty>
          {compared.contradicted.map(({ observedIn, term, excluded }) => (
            <li key={`${observedIn} ${term.termId}`}>{t(`inspector.contradiction.${observedIn}`, { term: term.label, excluded: excluded.label })}</li>
          ))}
        </Part>
        <Part title={t('inspector.sharedExcluded')} count={compared.sharedExcluded.length} isLeftOutIfEmpty>
          <Terms terms={compared.sharedExcluded} />
        </Part>
        <Part title={t('inspector.onlyHere')} count={compared.onlyHere.length}>
          <Terms terms={compared.onlyHere} />
        </Part>
        <Part title={t('inspector.onlyThere', { reference })} count={compared.onlyThere.length}>
          <Terms terms={compared.onlyThere} />
        </Part>
        <Genes genes={compared.genes} />
      </div>
    </>
  );
}

function Part({ title, count, children, isLeftOutIfEmpty = false }: { readonly title: string; readonly count: number; readonly children: ReactNode; readonly isLeftOutIfEmpty?: boolean }) {
  const t = useWords('similar');
  if (count === 0 && isLeftOutIfEmpty) return null;
  return (
    <section>
      <h3>
        {title} <span className="n num">{count}</span>
      </h3>
      {count === 0 ? <p className="sub sm">{t('inspector.none')}</p> : <ul>{children}</ul>}
    </section>
  );
}

const Terms = ({ terms }: { readonly terms: readonly NamedTerm[] }) => terms.map(({ termId, label }) => <li key={termId}>{label}</li>);

/** A shared term with its part of the score; what each has of it where that is not the term itself. */
function SharedLine({ shared }: { readonly shared: CaseComparison['shared'][number] }) {
  const t = useWords('similar');
  const isItself = [...shared.here, ...shared.there].every(({ termId }) => termId === shared.termId);
  const named = (terms: readonly NamedTerm[]): string => terms.map(({ label }) => label).join(', ');
  return (
    <li className="shared-term">
      <span>{shared.label}</span>
      <b className="num">{formatProbability(shared.contribution)}</b>
      {isItself ? null : <small>{t('inspector.narrower', { here: named(shared.here), there: named(shared.there) })}</small>}
    </li>
  );
}

function Genes({ genes }: Pick<CaseComparison, 'genes'>) {
  const t = useWords('similar');
  const lines = [
    ...genes.shared.map((gene) => ({ gene, text: t('inspector.geneBoth', { gene }) })),
    ...genes.onlyHere.map((gene) => ({ gene, text: t('inspector.geneHere', { gene }) })),
    ...genes.onlyThere.map((gene) => ({ gene, text: t('inspector.geneThere', { gene }) })),
  ];
  return (
    <Part title={t('inspector.genes')} count={lines.length} isLeftOutIfEmpty>
      {lines.map(({ gene, text }) => (
        <li key={gene}>{text}</li>
      ))}
    </Part>
  );
}
