import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Menu } from '#renderer/components/menu.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { genotypeStates, isCarried, type Finding, type GenotypeState, type PersonGenotype } from '#shared/casefile/finding.ts';
import type { Family } from '#shared/pedigree/family.ts';

interface FamilyGenotypesProps {
  readonly finding: Finding;
  readonly family: Family;
  readonly personLabel: (id: string) => string;
  readonly numberOf: (id: string) => string;
}

/** Every member of the family by number, with what a test found in them; pressing one changes it. */
export function FamilyGenotypes({ finding, family, personLabel, numberOf }: FamilyGenotypesProps) {
  const t = useWords('findings');
  const setGenotype = useCommand('finding.setGenotype');
  const set = (personId: string, present: PersonGenotype | undefined, state: GenotypeState | null): void =>
    setGenotype.mutate({ findingId: finding.id, personId, genotype: state === null ? null : { state, alleleShare: present?.alleleShare ?? null, tissue: present?.tissue ?? '' } });
  return (
    <section className="genotypes">
      <h3>{t('family.title')}</h3>
      <ul>
        {family.individuals.map(({ id, givenName }) => {
          const genotype = finding.genotypes.find(({ personId }) => personId === id);
          const state = genotype === undefined ? t('family.untested') : t(`state.${genotype.state}`);
          const look = genotype === undefined ? 'is-untested' : isCarried(genotype) ? 'is-carrier' : 'is-absent';
          const entries = [
            ...genotypeStates.map((choice) => ({ id: choice, label: t(`state.${choice}`), onChoose: () => set(id, genotype, choice) })),
            { id: 'untested', label: t('family.untested'), isDisabled: genotype === undefined, onChoose: () => set(id, genotype, null) },
          ];
          const trigger = (
            <Button className={`chip ${look}`}>
              <b className="num">{numberOf(id) || givenName || '?'}</b> {state}
            </Button>
          );
          return <li key={id}><Menu label={personLabel(id)} trigger={trigger} entries={entries} /></li>;
        })}
      </ul>
    </section>
  );
}
