import { useMemo } from 'react';
import { ConditionFills } from '#renderer/features/family/canvas/condition-fills.tsx';
import { MarkShape } from '#renderer/features/family/canvas/mark-shape.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { plainAge, plainName, plainPedigree } from '#shared/casefile/family-view/plain-pedigree.ts';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import type { Box, Mark } from '#shared/pedigree/drawing/figure.ts';
import { legendEntries } from '#shared/pedigree/drawing/legend.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

interface FamilyTreeProps {
  readonly family: Family;
  readonly people: OutputOf<'familyView.show'>['people'];
  readonly chosenId: string | null;
  readonly zoom: number;
  readonly onChoose: (personId: string) => void;
}

/** Round the symbol with its words: where a finger may land. */
const touch = { side: symbolSide / 2 + 16, below: symbolSide / 2 + 44 } as const;

/** The pedigree as the family sees it: names and ages, no numbers, each person a button. */
export function FamilyTree({ family, people, chosenId, zoom, onChoose }: FamilyTreeProps) {
  const t = useWords('familyView');
  const today = useToday();
  const figure = useMemo(() => plainPedigree(family, today), [family, today]);
  const { symbols } = figure.layout;
  const labelOf = useMemo(() => labelsOf(people, family, today, t('view.nobody')), [people, family, today, t]);
  const box = padded(figure.box);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return (
    <>
      <ConditionFills />
      <div className="fv-scroll">
        <svg style={{ width: `${String(zoom * 100)}%`, height: `${String(zoom * 100)}%` }} viewBox={`${String(box.left)} ${String(box.top)} ${String(width)} ${String(height)}`} role="group" aria-label={t('view.tree')}>
          {symbols.map(({ key, individualId, x, y }) => (individualId === chosenId ? <rect key={key} className="chosen" x={x - touch.side} y={y - touch.side} width={2 * touch.side} height={touch.side + touch.below} rx={10} /> : null))}
          {figure.marks.map((mark, index) => (
            <MarkShape key={index} mark={mark} />
          ))}
          {symbols.map(({ key, individualId, x, y }) => (
            <rect
              key={key}
              className="touch"
              x={x - touch.side}
              y={y - touch.side}
              width={2 * touch.side}
              height={touch.side + touch.below}
              rx={10}
              role="button"
              tabIndex={0}
              aria-label={labelOf.get(individualId)}
              aria-pressed={individualId === chosenId}
              onClick={() => onChoose(individualId)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(individualId);
              }}
            />
          ))}
        </svg>
      </div>
      <TreeKey family={family} />
    </>
  );
}

/** What the drawing shows of each: the name, the age, and what the person has. */
function labelsOf(people: FamilyTreeProps['people'], { individuals }: Family, today: string, nobody: string): ReadonlyMap<string, string> {
  const byId = new Map(individuals.map((individual) => [individual.id, individual]));
  return new Map(
    people.map(({ personId, name, facts }) => {
      const individual = byId.get(personId);
      const drawn = individual === undefined ? [] : [plainName(individual), plainAge(individual, today)];
      const has = facts.filter(({ fact, group }) => group === 'has' && fact.startsWith('condition:')).map(({ words }) => words);
      return [personId, [name === '' ? drawn[0] || nobody : name, ...drawn.slice(1), ...has].filter((part) => part !== '').join(', ')];
    }),
  );
}

function TreeKey({ family }: { readonly family: Family }) {
  const t = useWords('familyView');
  const entries = useMemo(() => legendEntries(family, drawingContext(family, { showsNumbers: false })), [family]);
  const plain = useMemo(() => plainWords(family), [family]);
  return (
    <ul className="fv-key" aria-label={t('view.key')}>
      {entries.map(({ swatch, text }) => {
        const meaning = plain.get(text);
        return (
          <li key={text}>
            <Swatch marks={swatch} />
            {meaning === undefined ? text : t(meaning.key, { name: meaning.name })}
          </li>
        );
      })}
      {family.individuals.some(({ vitalStatus }) => vitalStatus === 'deceased') ? (
        <li>
          <DeathSign />
          {t('view.key.died')}
        </li>
      ) : null}
    </ul>
  );
}

type Meaning = { readonly key: 'view.key.affected' | 'view.key.carrier' | 'view.key.presymptomatic' | 'view.key.uncertain'; readonly name: string };

/** The legend of clinicians, entry by entry, in the words of a family. */
function plainWords({ conditions }: Family): ReadonlyMap<string, Meaning> {
  return new Map(
    conditions.flatMap(({ name }): (readonly [string, Meaning])[] => [
      [name, { key: 'view.key.affected', name }],
      [`${name}: carrier`, { key: 'view.key.carrier', name }],
      [`${name}: presymptomatic, could show symptoms later`, { key: 'view.key.presymptomatic', name }],
      [`${name}: uncertain`, { key: 'view.key.uncertain', name }],
    ]),
  );
}

const half = symbolSide / 2 + 1;

function Swatch({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <svg width={30} height={30} viewBox={`${String(-half)} ${String(-half)} ${String(2 * half)} ${String(2 * half)}`} aria-hidden>
      {marks.map((mark, index) => (
        <MarkShape key={index} mark={mark} />
      ))}
    </svg>
  );
}

/** A stroke through the symbol. */
function DeathSign() {
  return (
    <svg className="death-sign" width={30} height={30} viewBox="0 0 30 30" aria-hidden>
      <rect x={6} y={6} width={18} height={18} />
      <path d="M2 28 28 2" />
    </svg>
  );
}

const rim = 28;
const padded = ({ left, top, right, bottom }: Box): Box => ({ left: left - rim, top: top - rim, right: right + rim, bottom: bottom + rim });
