import { createPortal } from 'react-dom';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { BayesTableView } from '#renderer/features/family-risk/bayes-section.tsx';
import { peopleAsDrawn } from '#renderer/features/family-risk/people-as-drawn.ts';
import { penetranceTableText } from '#renderer/features/family-risk/penetrance-text.ts';
import { writtenProbability } from '#renderer/features/family-risk/probability-field.tsx';
import { chanceWords, statementWords } from '#renderer/features/family-risk/risk-words.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { carrierFrequency } from '#shared/inheritance/carrier-frequency.ts';
import type { RiskModel } from '#shared/inheritance/risk-model.ts';
import type { PersonReport, RiskReport } from '#shared/inheritance/risk-report.ts';
import type { Condition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';

interface SheetProps {
  readonly condition: Condition;
  readonly report: Extract<RiskReport, { readonly kind: 'known' }>;
  readonly person: PersonReport | null;
  readonly personId: string;
  readonly model: RiskModel;
}

/** The reckoning on paper, as it will come out. */
export function RiskSheetDialog({ onClose, ...sheet }: SheetProps & { readonly onClose: () => void }) {
  const t = useWords('risk');
  return (
    <Dialog
      className="risk-dialog"
      title={t('sheet.title')}
      isOpen
      isWide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('sheet.close')}</Button>
          <Button variant="primary" onPress={() => window.print()}>{t('sheet.print')}</Button>
        </>
      }
    >
      <div role="group" aria-label={t('sheet.title')} tabIndex={0}>
        <RiskSheet {...sheet} />
      </div>
      {createPortal(<div className="printed-risk" aria-hidden><RiskSheet {...sheet} /></div>, document.body)}
    </Dialog>
  );
}

function RiskSheet({ condition, report, person, personId, model }: SheetProps) {
  const t = useWords('risk');
  const { family, layout, today, individualOf, numberOf } = useFamilyView();
  const individual = individualOf(personId);
  const risk = report.people.find(({ id }) => id === personId);
  const nameOf = (id: string): string => `${individualOf(id)?.givenName ?? ''} ${numberOf(id)}`.trim();
  const isMale = individual !== undefined && presumedSexAssignedAtBirth(individual) === 'male';
  return (
    <article className="risk-sheet">
      <h2>{t('sheet.heading', { condition: condition.name })}</h2>
      <p>{family.header.title}</p>
      {individual === undefined || risk === undefined || person === null ? null : (
        <>
          <p className="statement">{statementWords(individualName(individual), person.asked, report.mode, isMale, risk)}</p>
          <h3>{t('sheet.person', { name: nameOf(personId) })}</h3>
          <BayesTableView name={nameOf(personId)} table={person.table} mode={report.mode} nameOf={nameOf} />
        </>
      )}
      {report.pregnancies.map(({ partnerIds, child, son, daughter }) => (
        <p key={partnerIds.join('+')}>
          {t('child.of', { first: nameOf(partnerIds[0]), second: nameOf(partnerIds[1]) })}: {t('child.affected')} {chanceWords(child.affected)}; {t('child.son').toLowerCase()} {chanceWords(son.affected)}, {t('child.daughter').toLowerCase()} {chanceWords(daughter.affected)}
        </p>
      ))}
      <h3>{t('sheet.everybody')}</h3>
      <table className="everybody">
        <thead>
          <tr><th scope="col">{t('all.person')}</th><th scope="col">{t('all.carrier')}</th><th scope="col">{t('all.atRisk')}</th><th scope="col">{t('all.affected')}</th></tr>
        </thead>
        <tbody>
          {peopleAsDrawn(report.people, family, layout).map((one) => (
            <tr key={one.id}><th scope="row">{nameOf(one.id)}</th><td>{chanceWords(one.carrier)}</td><td>{chanceWords(one.atRiskGenotype)}</td><td>{chanceWords(one.affected)}</td></tr>
          ))}
        </tbody>
      </table>
      <h3>{t('sheet.assumptions')}</h3>
      <Assumptions report={report} model={model} />
      <p className="muted">{t('statement.source')} {t('table.source')}</p>
      <p className="muted">{t('sheet.made', { date: formatDate(today) })}</p>
    </article>
  );
}

function Assumptions({ report: { mode, parameters }, model }: Pick<SheetProps, 'report' | 'model'>) {
  const t = useWords('risk');
  const { penetrance, germlineMosaicism: mosaicism } = parameters;
  const rows: readonly (readonly [string, string])[] = [
    [t('mode.label'), t(`mode.${mode}`)],
    [t('model.alleleFrequency'), writtenProbability(parameters.alleleFrequency, 'number')],
    [t(`model.carrierFrequency.${mode}`), chanceWords(carrierFrequency(mode, parameters.alleleFrequency))],
    [t('model.penetrance'), penetrance.kind === 'constant' ? chanceWords(penetrance.probability) : model.penetrance?.kind === 'table' ? penetranceTableText(model.penetrance.points).replaceAll('\n', ', ') : ''],
    [t('model.phenocopies'), writtenProbability(parameters.phenocopyRate, 'number')],
    [t('model.mutation'), writtenProbability(parameters.mutationRate, 'number')],
    [t('model.mosaicism'), mosaicism === null || mosaicism === undefined ? t('sheet.mosaicNone') : `${writtenProbability(mosaicism.probability, 'number')}, ${t('model.mosaicShare').toLowerCase()} ${writtenProbability(mosaicism.transmittedShare, 'number')}`],
  ];
  return (
    <dl className="kv">
      {rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
