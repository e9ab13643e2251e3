import { FolderOpen, TextSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useActiveActions, type ActiveAction } from '#renderer/app/action.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { SearchBox } from '#renderer/components/search-box.tsx';
import { FoundText } from '#renderer/features/caseload/found-text.tsx';
import { openHit } from '#renderer/features/caseload/search-parts.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { FoundCase, SearchHit } from '#shared/contract/search-procedures.ts';

type Found =
  | { readonly kind: 'case'; readonly summary: CaseSummary }
  | { readonly kind: 'action'; readonly entry: ActiveAction }
  /** A case that holds the words, though it is not called so. */
  | { readonly kind: 'text'; readonly found: FoundCase; readonly hit: SearchHit };

const mostCases = 8;
const mostTexts = 6;
/** What fewer letters begin is nearly everything. */
const leastLetters = 2;

/** Ctrl/Cmd K: every case and everything that can be done here, by its name, and every word of the vault. */
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
  const isSearched = text.trim().length >= leastLetters;
  const texts = useQueryOf('search.find', { text, limit: mostTexts }, { isEnabled: isSearched, keepsLast: true }).data;
  const found = useMemo(() => [...findAny(text, cases ?? [], active), ...(isSearched ? foundTexts(texts?.found ?? []) : [])], [text, cases, active, isSearched, texts]);
  return (
    <SearchBox<Found>
      isInline
      hasAutoFocus
      label={t('palette.title')}
      placeholder={t('palette.placeholder')}
      text={text}
      onTextChange={setText}
      items={found}
      keyOf={keyOf}
      onChoose={(item) => {
        closeOverlay();
        // The palette gives the focus back first, so that an action may take it.
        if (item.kind === 'case') openCase(item.summary.id);
        else if (item.kind === 'text') openHit(item.found.caseId, item.hit);
        else setTimeout(item.entry.run);
      }}
      foot={texts === undefined || texts.waitingCount === 0 || !isSearched ? null : <p className="palette-nothing num">{t('palette.waiting', { count: texts.waitingCount })}</p>}
      nothing={<p className="palette-nothing">{t('palette.nothing')}</p>}
      renderItem={(item) => (item.kind === 'case' ? <CaseLine summary={item.summary} /> : item.kind === 'text' ? <TextLine found={item.found} hit={item.hit} /> : <ActionLine entry={item.entry} />)}
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

/** The case, and the text in it in which the words stand. */
function TextLine({ found, hit }: { readonly found: FoundCase; readonly hit: SearchHit }) {
  const t = useWords('caseload');
  return (
    <div className="palette-line">
      <TextSearch size={16} strokeWidth={1.5} aria-hidden />
      <span className="palette-name">{found.probandName || found.reference}</span>
      <span className="muted trunc">
        {t(`part.${hit.part}`)}: <FoundText hit={hit} />
      </span>
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

const keyOf = (item: Found): string => (item.kind === 'case' ? item.summary.id : item.kind === 'text' ? `text-${item.found.caseId}` : item.entry.action.id);

/** The best text of each case; what a case is called the list of cases says already. */
function foundTexts(found: readonly FoundCase[]): readonly Found[] {
  return found.flatMap((one) => {
    const hit = one.hits.find(({ part }) => part !== 'proband');
    return hit === undefined ? [] : [{ kind: 'text' as const, found: one, hit }];
  });
}

/** Cases and actions in whose words every typed word begins or occurs; with nothing typed, all actions. */
export function findAny(text: string, cases: readonly CaseSummary[], active: readonly ActiveAction[]): readonly Found[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const matches = (words: string): boolean => wanted.every((word) => words.toLocaleLowerCase().includes(word));
  const foundCases = wanted.length === 0 ? [] : cases.filter((summary) => matches(`${caseName(summary)} ${summary.reference}`)).slice(0, mostCases);
  const foundActions = active.filter(({ action, isEnabled }) => isEnabled && action.isKeyOnly !== true && matches(action.label()));
  return [...foundCases.map((summary) => ({ kind: 'case' as const, summary })), ...foundActions.map((entry) => ({ kind: 'action' as const, entry }))];
}
