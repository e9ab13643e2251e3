import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { GateCard } from '#renderer/features/security/gate-card.tsx';
import { groupsOf, isSameGroup } from '#renderer/features/security/recovery-kit-state.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** Shows the recovery key once, prints it, and lets go on only who can type two of its groups. */
export function RecoveryKit({ recoveryKey, onDone }: { readonly recoveryKey: string; readonly onDone: () => void }) {
  const t = useWords('security');
  const groups = groupsOf(recoveryKey);
  const [asked] = useState(() => twoOf(groups.length));
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [isChecked, setChecked] = useState(false);
  const isRight = asked.map((position, index) => isSameGroup(typed[index] ?? '', groups[position] ?? ''));
  return (
    <GateCard title={t('kit.title')} text={t('kit.text')}>
      <PrintedKit groups={groups} />
      <div className="acts no-print">
        <Button icon={Printer} onPress={() => window.print()} autoFocus>
          {t('kit.print')}
        </Button>
      </div>
      <Form
        className="gate-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (isRight.every(Boolean)) onDone();
        }}
      >
        <p className="sub">{t('kit.confirm')}</p>
        <div className="formgrid">
          {asked.map((position, index) => (
            <TextField
              key={position}
              label={t('kit.group', { number: position + 1 })}
              value={typed[index] ?? ''}
              onChange={(text) => {
                setChecked(false);
                setTyped(index === 0 ? [text, typed[1]] : [typed[0], text]);
              }}
              problem={isChecked && isRight[index] !== true ? t('kit.wrong', { number: position + 1 }) : null}
              autoComplete="off"
              spellCheck="false"
            />
          ))}
        </div>
        <Button type="submit" variant="primary" className="tall" isDisabled={typed.some((text) => text.trim() === '')}>
          {t('kit.done')}
        </Button>
      </Form>
    </GateCard>
  );
}

function PrintedKit({ groups }: { readonly groups: readonly string[] }) {
  const t = useWords('security');
  const name = useQueryOf('settings.read', {}).data?.clinicianName ?? '';
  const today = useToday();
  return (
    <section className="kit" aria-label={t('kit.keyLabel')}>
      <h2 className="print-only">{t('kit.printTitle')}</h2>
      <p className="print-only">{t('kit.printed', { date: formatDate(today), name })}</p>
      <ol className="kit-groups">
        {groups.map((group, position) => (
          <li key={position}>
            <span className="muted num">{position + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      <p className="print-only">{t('kit.printHow')}</p>
      <p className="print-only">{t('kit.printKeep')}</p>
    </section>
  );
}

/** Two different positions, the smaller first. */
function twoOf(count: number): readonly [number, number] {
  const first = Math.floor(Math.random() * count);
  const second = (first + 1 + Math.floor(Math.random() * (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}
