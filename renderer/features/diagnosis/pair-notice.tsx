import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ExplainingPair } from '#shared/contract/advice-procedures.ts';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

/** Says quietly that two diseases together explain more, where they do by enough. */
export function PairNotice({ caseId, mode, use, onSelect }: { readonly caseId: string; readonly mode: ExcludedMode; readonly use: EvidenceUse; readonly onSelect: (diseaseId: string) => void }) {
  const t = useWords('diagnosis');
  const found = useQueryOf('advice.pair', { caseId, excludedMode: mode, ...use });
  const pair = found.data?.pair ?? null;
  if (pair === null) return null;
  return (
    <DialogTrigger>
      <AriaButton className="pair-notice">{t('pair.notice')}</AriaButton>
      <Popover className="popover diagnosis-popover pair" placement="top start" offset={6}>
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title" level={3}>{t('pair.title')}</Heading>
              <p>{t('pair.text')}</p>
              <p className="num">{t('pair.odds', { odds: oddsText(pair.log10Odds) })}</p>
              {[pair.first, pair.second].map((member) => (
                <Member
                  key={member.diseaseId}
                  member={member}
                  onSelect={() => {
                    close();
                    onSelect(member.diseaseId);
                  }}
                />
              ))}
              {pair.unexplained.length === 0 ? null : <p className="muted">{t('pair.unexplained', { terms: pair.unexplained.map(({ label }) => label).join(', ') })}</p>}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Beyond a thousand the findings of one patient, which hang together, no longer carry the figure. */
const largestOdds = 1_000;

function oddsText(log10Odds: number): string {
  const odds = 10 ** log10Odds;
  if (odds > largestOdds) return `> ${formatNumber(largestOdds)}`;
  return formatNumber(odds < 10 ? Math.round(odds * 10) / 10 : Math.round(odds));
}

function Member({ member, onSelect }: { readonly member: ExplainingPair['first']; readonly onSelect: () => void }) {
  const t = useWords('diagnosis');
  return (
    <section>
      <AriaButton className="link" onPress={onSelect}>{member.name}</AriaButton> <small className="num muted">{[...member.genes.slice(0, 2), member.diseaseId].join(', ')}</small>
      <p>{t('pair.explains', { terms: member.explained.map(({ label }) => label).join(', ') })}</p>
    </section>
  );
}
