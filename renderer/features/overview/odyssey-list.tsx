import { Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { KindIcon } from '#renderer/features/overview/kind-icon.tsx';
import type { OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** The same steps as on the line, one below the other: for reading, and for whoever does not see the line. */
export function OdysseyList({ odyssey, selectedKey, onSelect }: { readonly odyssey: Odyssey; readonly selectedKey: string | null; readonly onSelect: (item: OdysseyItem) => void }) {
  const t = useWords('overview');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const row = box?.querySelector<HTMLElement>('[aria-current="true"]') ?? null;
    // Only within the list: the page stays where the person is.
    if (box !== null && row !== null) box.scrollTop = Math.min(Math.max(box.scrollTop, row.offsetTop + row.offsetHeight - box.clientHeight), row.offsetTop);
  }, [selectedKey]);
  const attached = (item: OdysseyItem): number => odyssey.documents.filter(({ eventId, testId, referralId }) => [eventId, testId, referralId].includes(item.source.id)).length;
  return (
    <section className="odyssey-list" aria-label={t('list.title')}>
      <h2>{t('list.title')} <span className="n num">{odyssey.items.length}</span></h2>
      {odyssey.items.length === 0 ? <p className="sub">{t('list.empty')}</p> : null}
      <ol ref={list}>
        {odyssey.items.map((item) => (
          <li key={item.key}>
            <button type="button" onClick={() => onSelect(item)} {...(item.key === selectedKey ? { 'aria-current': 'true' as const } : {})}>
              <KindIcon kind={item.kind} />
              <span className="when num">{item.whenText}</span>
              <span className="what">
                <span className="vh">{t(`kind.${item.kind}`)}: </span>
                {item.title}
                {item.note === '' ? null : <small>{item.note}</small>}
              </span>
              {item.isPrivate ? <small>{t('list.private')}</small> : null}
              {attached(item) === 0 ? null : <span className="clip num"><Paperclip size={12} aria-hidden /><span className="vh">{t('list.documents', { count: attached(item) })}</span><span aria-hidden>{attached(item)}</span></span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
