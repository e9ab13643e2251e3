import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { PedigreeFinding } from '#shared/pedigree/linter/lint-family.ts';

const icons = { error: CircleAlert, warning: TriangleAlert, advice: Info } as const satisfies Record<PedigreeFinding['severity'], typeof Info>;
const mostShown = 100;

/** What the rules of the nomenclature say against the drawing; a press selects who is meant. */
export function FindingsList({ findings }: { readonly findings: readonly PedigreeFinding[] }) {
  const t = useWords('family');
  const { numberOf, select } = useFamilyView();
  return (
    <ul className="rule-lines">
      {findings.slice(0, mostShown).map((finding) => {
        const Icon = icons[finding.severity];
        return (
          <li key={`${finding.rule} ${finding.people.join(' ')} ${finding.message}`}>
            <Button className={`rule-line ${finding.severity}`} onPress={() => select(finding.people)} isDisabled={finding.people.length === 0}>
              <Icon size={14} strokeWidth={1.6} aria-label={t(`severity.${finding.severity}`)} />
              <span>
                <b className="num">{finding.people.slice(0, 4).map(numberOf).join(', ')}</b> {finding.message}
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** What is wrong or doubtful stands out; advice does not. */
export const rulesClass = (findings: readonly PedigreeFinding[]): string => (findings.some(({ severity }) => severity !== 'advice') ? 'rules has-wrong' : 'rules');

export function PersonFindings({ individualId }: { readonly individualId: string }) {
  const t = useWords('family');
  const { findings } = useFamilyView();
  const own = findings.filter(({ people }) => people.includes(individualId));
  if (own.length === 0) return null;
  return (
    <section className={rulesClass(own)} aria-label={t('rules.title')}>
      <FindingsList findings={own} />
    </section>
  );
}
