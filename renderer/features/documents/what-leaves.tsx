import { TriangleAlert } from 'lucide-react';
import { Tag } from '#renderer/components/tag.tsx';
import { formatInstantDay, formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ExportPreview } from '#shared/contract/export-procedures.ts';
import type { ExportRecord } from '#shared/casefile/export-record.ts';
import type { Removal } from '#shared/interchange/export-request.ts';

/** What stands against it, what the level took out and what the format cannot hold. */
export function WhatLeaves({ preview }: { readonly preview: ExportPreview }) {
  return (
    <>
      <MissingConsents blocks={preview.blocks} />
      <Warnings warnings={preview.warnings} />
      <Removals removals={preview.removals} />
      <Losses losses={preview.losses} />
    </>
  );
}

function MissingConsents({ blocks }: Pick<ExportPreview, 'blocks'>) {
  const t = useWords('documents');
  if (blocks.length === 0) return null;
  return (
    <section>
      <h3>
        {t('consent.title')} <span className="n num">{formatNumber(blocks.length)}</span>
      </h3>
      <p className="about">{t('consent.about')}</p>
      <ul className="plain-list">
        {blocks.map(({ personId, pedigreeNumber, name, purpose, why }) => (
          <li key={`${personId} ${purpose}`}>
            <b>{[pedigreeNumber, name].filter((part) => part !== '').join(' ')}</b>
            <small>{t(`consent.${why}`, { purpose: t(`purpose.${purpose}`) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Warnings({ warnings }: Pick<ExportPreview, 'warnings'>) {
  const t = useWords('documents');
  if (warnings.length === 0) return null;
  return (
    <section>
      <h3>{t('warnings.title')}</h3>
      <ul className="plain-list">
        {warnings.map(({ kind, message }) => (
          <li key={kind} className="warned">
            <TriangleAlert size={14} aria-hidden /> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By kind, as many as there are, with the first few in their places. */
function Removals({ removals }: Pick<ExportPreview, 'removals'>) {
  const t = useWords('documents');
  if (removals.length === 0) return null;
  const kinds = [...new Set(removals.map(({ kind }) => kind))];
  return (
    <section>
      <h3>
        {t('removed.title')} <span className="n num">{t('removed.places', { count: removals.length })}</span>
      </h3>
      {kinds.map((kind) => (
        <RemovedKind key={kind} kind={kind} removals={removals.filter((removal) => removal.kind === kind)} />
      ))}
    </section>
  );
}

function RemovedKind({ kind, removals }: { readonly kind: string; readonly removals: readonly Removal[] }) {
  const t = useWords('documents');
  return (
    <details className="removed-kind">
      <summary>
        <span className="num">{formatNumber(removals.length)}</span> {kind}
      </summary>
      <ul>
        {removals.map(({ where, before, after }, index) => (
          <li key={`${where} ${String(index)}`}>
            <small>{where}</small>
            <del>{before}</del> {after === '' ? <span className="muted">{t('removed.gone')}</span> : <ins>{after}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Losses({ losses }: Pick<ExportPreview, 'losses'>) {
  const t = useWords('documents');
  if (losses.length === 0) return null;
  return (
    <section>
      <h3>{t('losses.title')}</h3>
      <ul className="plain-list">
        {losses.map(({ kind, message }) => (
          <li key={`${kind} ${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

/** What left before: to whom what went, never the document itself. */
export function LeftBefore({ exports, today }: { readonly exports: readonly ExportRecord[]; readonly today: string }) {
  const t = useWords('documents');
  return (
    <section>
      <h3>
        {t('before.title')} <span className="n num">{formatNumber(exports.length)}</span>
      </h3>
      {exports.length === 0 ? (
        <p className="about">{t('before.none')}</p>
      ) : (
        <ul className="plain-list">
          {exports.map(({ id, createdAt, content, format, level, recipient, fileName, by }) => (
            <li key={id}>
              <b>{recipient === '' ? t('before.nobody') : recipient}</b> <Tag>{t(`level.${level}`)}</Tag>
              <small className="num">{[formatInstantDay(createdAt, today), content, t(`format.${format}`), by].filter((part) => part !== '').join(', ')}</small>
              <small>{fileName}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
