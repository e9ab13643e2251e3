import { Baby, GitFork, HeartHandshake, Merge, Users, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { JoinKind } from '#renderer/features/family/family-commands.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import type { JoinQuestion } from '#renderer/features/family/use-joining.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { useWords } from '#renderer/i18n/words.ts';

const kinds: readonly { readonly kind: JoinKind; readonly icon: LucideIcon }[] = [
  { kind: 'partners', icon: HeartHandshake },
  { kind: 'first-is-parent', icon: Users },
  { kind: 'second-is-parent', icon: Baby },
  { kind: 'monozygotic', icon: GitFork },
  { kind: 'dizygotic', icon: GitFork },
  { kind: 'same-person', icon: Merge },
];

/** What a line between two people is to mean. */
export function JoinMenu({ question, onChoose, onClose }: { readonly question: JoinQuestion; readonly onChoose: (kind: JoinKind) => void; readonly onClose: () => void }) {
  const t = useWords('family');
  const { individualOf, numberOf } = useFamilyView();
  const anchor = useRef<HTMLSpanElement>(null);
  const nameOf = (id: string): string => {
    const individual = individualOf(id);
    return `${individual === undefined ? '' : individualName(individual)} ${numberOf(id)}`.trim();
  };
  const names = { first: nameOf(question.firstId), second: nameOf(question.secondId) };
  const { at } = question;
  return (
    <>
      <span ref={anchor} className="join-anchor" style={at === null ? { left: '50%', top: '40%' } : { position: 'fixed', left: at.x, top: at.y }} />
      <Popover className="popover" aria-label={t('join.title', names)} triggerRef={anchor} isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} placement="bottom start">
        <p className="join-title">{t('join.title', names)}</p>
        <Menu
          aria-label={t('join.title', names)}
          autoFocus="first"
          onAction={(key) => {
            const chosen = kinds.find(({ kind }) => kind === key);
            if (chosen !== undefined) onChoose(chosen.kind);
          }}
        >
          {kinds.map(({ kind, icon: Icon }) => (
            <MenuItem key={kind} id={kind} textValue={t(`join.${kind}`, names)}>
              <Icon size={16} strokeWidth={1.6} aria-hidden />
              <span className="grow">{t(`join.${kind}`, names)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
