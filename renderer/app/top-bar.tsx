import { useIsMutating } from '@tanstack/react-query';
import { Check, CircleAlert, MessageSquareText, Monitor, Moon, PenLine, Sun } from 'lucide-react';
import { ActionButton, ActionIconButton } from '#renderer/app/action-button.tsx';
import { frameActions } from '#renderer/app/actions.ts';
import type { UndoRedo } from '#renderer/app/undo.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Menu } from '#renderer/components/menu.tsx';
import { familyViewActions } from '#renderer/features/family-view/family-view-actions.ts';
import { formatNearDate } from '#renderer/i18n/format.ts';
import { personAgeAndKind, personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseTheme, useAppearance, type Theme } from '#renderer/state/appearance.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { savedMark, useDrafts } from '#renderer/state/drafts.ts';
import { usePlace, type Place } from '#renderer/state/place.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { localDay } from '#shared/base/local-day.ts';

/** Which case, whose record, whether it is saved, and the way back. */
export function TopBar({ undoRedo }: { readonly undoRedo: UndoRedo }) {
  const t = useWords('shell');
  const place = usePlace((journey) => journey.place);
  return (
    <header className="bar" aria-label={t('bar.label')}>
      {place.kind === 'case' ? <CaseCrumb caseId={place.caseId} /> : <PlaceCrumb place={place} />}
      {place.kind === 'case' ? <FamilyWords caseId={place.caseId} /> : null}
      <SavedMark />
      <ActionIconButton action={frameActions.undo} onPress={undoRedo.undo} isDisabled={undoRedo.undoLabel === null} label={undoRedo.undoLabel === null ? t('bar.nothingToUndo') : t('bar.undo', { what: undoRedo.undoLabel })} />
      <ActionIconButton action={frameActions.redo} onPress={undoRedo.redo} isDisabled={undoRedo.redoLabel === null} label={undoRedo.redoLabel === null ? t('bar.nothingToRedo') : t('bar.redo', { what: undoRedo.redoLabel })} />
      {place.kind === 'case' ? <ActionButton action={familyViewActions.enter} onPress={() => openOverlay('family-view')} /> : null}
      <ThemeMenu />
    </header>
  );
}

function CaseCrumb({ caseId }: { readonly caseId: string }) {
  const t = useWords('shell');
  const tField = useWords('field');
  const today = useToday();
  const shown = useQueryOf('case.show', { caseId }).data;
  const proband = shown?.people.find((person) => person.isProband);
  if (shown === undefined || proband === undefined) return <div className="crumb grow" />;
  const name = personName(proband, shown.case.reference);
  const since = formatNearDate(localDay(new Date(shown.case.statusSince)), today);
  const status = t('bar.statusSince', { status: tField(`status.${shown.case.status}`).toLowerCase(), date: since });
  return (
    <div className="crumb grow">
      <h1>{name}</h1>
      <span className="num">{[personAgeAndKind(proband, today), shown.case.reference, status].filter((part) => part !== '' && part !== name).join(' · ')}</span>
    </div>
  );
}

/** That the family said something which nobody has looked at yet. */
function FamilyWords({ caseId }: { readonly caseId: string }) {
  const t = useWords('familyView');
  const count = useQueryOf('suggestion.list', { caseId }).data?.filter(({ status }) => status === 'open').length ?? 0;
  return count === 0 ? null : (
    <Button variant="quiet" icon={MessageSquareText} onPress={() => openOverlay('family-words')}>
      {t('bar.words', { count })}
    </Button>
  );
}

function PlaceCrumb({ place }: { readonly place: Exclude<Place, { kind: 'case' }> }) {
  const t = useWords('familyGallery');
  const settings = useQueryOf('settings.read', {}).data;
  const title = place.kind === 'symbols' ? t('title') : { caseload: frameActions.caseload, history: frameActions.vaultHistory, knowledge: frameActions.knowledge, security: frameActions.security, settings: frameActions.settings }[place.kind].label();
  return (
    <div className="crumb grow">
      <h1>{title}</h1>
      <span>{[settings?.clinicianName, settings?.clinicName].filter((part) => part !== undefined && part !== '').join(', ')}</span>
    </div>
  );
}

function SavedMark() {
  const t = useWords('shell');
  const mark = useDrafts(({ byRecord }) => savedMark(byRecord));
  const isSaving = useIsMutating() > 0 || mark === 'saving';
  const isFailed = mark === 'failed';
  const Icon = isFailed ? CircleAlert : mark === 'unsaved' || isSaving ? PenLine : Check;
  return (
    <span className={`saved ${isFailed ? 'is-failed' : ''}`} role="status">
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      {isFailed ? t('bar.failed') : isSaving ? t('bar.saving') : mark === 'unsaved' ? t('bar.unsaved') : t('bar.saved')}
    </span>
  );
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const satisfies Readonly<Record<Theme, unknown>>;

export function ThemeMenu() {
  const t = useWords('shell');
  const theme = useAppearance((appearance) => appearance.theme);
  return (
    <Menu
      label={t('bar.theme')}
      trigger={<IconButton icon={themeIcons[theme]} label={t('bar.theme')} />}
      entries={(['system', 'light', 'dark'] as const).map((choice) => ({ id: choice, label: t(`theme.${choice}`), icon: themeIcons[choice], onChoose: () => chooseTheme(choice) }))}
    />
  );
}
