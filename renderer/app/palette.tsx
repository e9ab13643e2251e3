import { FolderOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useActiveActions, type ActiveAction } from '#renderer/app/action.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

type Found = { readonly kind: 'case'; readonly summary: CaseSummary } | { readonly kind: 'action'; readonly entry: ActiveAction };

const mostCases = 8;

/** Ctrl/Cmd K: every case and everything that can be done here, by its name. */
export function Palette() {
  const isOpen = useOverlay(({ open }) => open === 'palette');
  const t = useWords('shell');
  return (
    <ModalOverlay className="scrim is-top" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : closeOverlay())} isDismissable>
      <Modal className="modal">
        <AriaDialog aria-label={t('palette.title')}>
          <PaletteBody />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody() {
  const t = useWords('shell');
  const [text, setText] = useState('');
  const cases = useQueryOf('case.list', {}).data;
  const active = useActiveActions((state) => state.active);
  const found = useMemo(() => findAny(text, cases ?? [], active), [text, cases, active]);
  return (
    <SearchBox<Found>
      isInline
      hasAutoFocus
      label={t('palette.title')}
      placeholder={t('palette.placeholder')}
      text={text}
      onTextChange={setText}
      items={found}
      keyOf={(item) => (item.kind === 'case' ? item.summary.id : item.entry.action.id)}
      onChoose={(item) => {
        closeOverlay();
        // The palette gives the focus back first, so that an action may take it.
        if (item.kind === 'case') openCase(item.summary.id);
        else setTimeout(item.entry.run);
      }}
      nothing={<p className="palette-nothing">{t('palette.nothing')}</p>}
      renderItem={(item) => (item.kind === 'case' ? <CaseLine summary={item.summary} /> : <ActionLine entry={item.entry} />)}
    />
  );
}

function CaseLine({ summary }: { readonly summary: CaseSummary }) {
  return (
    <div className="palette-line">
      <FolderOpen size={16} strokeWidth={1.5} aria-hidden />
      <span>{caseName(summary)}</span>
      <span className="muted">{summary.reference}</span>
    </div>
  );
}

function ActionLine({ entry }: { readonly entry: ActiveAction }) {
  const Icon = entry.action.icon;
  return (
    <div className="palette-line">
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span className="grow">{entry.action.label()}</span>
      {entry.action.shortcut === undefined ? null : <Kbd keys={entry.action.shortcut} />}
    </div>
  );
}

/** Cases and actions in whose words every typed word begins or occurs; with nothing typed, all actions. */
export function findAny(text: string, cases: readonly CaseSummary[], active: readonly ActiveAction[]): readonly Found[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const matches = (words: string): boolean => wanted.every((word) => words.toLocaleLowerCase().includes(word));
  const foundCases = wanted.length === 0 ? [] : cases.filter((summary) => matches(`${caseName(summary)} ${summary.reference}`)).slice(0, mostCases);
  const foundActions = active.filter(({ action, isEnabled }) => isEnabled && action.isKeyOnly !== true && matches(action.label()));
  return [...foundCases.map((summary) => ({ kind: 'case' as const, summary })), ...foundActions.map((entry) => ({ kind: 'action' as const, entry }))];
}
