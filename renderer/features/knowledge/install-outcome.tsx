import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { CallFailure } from '#renderer/client/call-failure.ts';
import type { JobState } from '#renderer/client/job-state.ts';
import { Button } from '#renderer/components/button.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { formatNumber, formatSeconds } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import type { CompileReport } from '#shared/contract/knowledge-procedures.ts';

/** Progress while a release is compiled, then the report, or why it failed. */
export function InstallOutcome({ state, onCancel, onClose }: { readonly state: JobState<CompileReport>; readonly onCancel: () => void; readonly onClose: () => void }) {
  const t = useWords('knowledge');
  const queryClient = useQueryClient();
  useEffect(() => {
    if (state.kind === 'done') void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'knowledge.list' || queryKey[0] === 'app.state' });
  }, [state.kind, queryClient]);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div className="outcome">
          <ProgressRow label={state.label} done={state.done} total={state.total} onCancel={onCancel} />
        </div>
      );
    case 'cancelled':
      return (
        <p className="outcome sub" role="status">
          {t('install.cancelled')}
        </p>
      );
    case 'failed':
      return (
        <div className="outcome" role="alert">
          <p className="late">{state.error.message}</p>
          <ul className="problems">
            {notSaid(state.error).map((problem) => (
              <li key={formatProblem(problem)}>{formatProblem(problem)}</li>
            ))}
          </ul>
        </div>
      );
    case 'done':
      return <Report report={state.value} onClose={onClose} />;
  }
}

/** The problems that the message does not tell already. */
const notSaid = ({ message, problems }: CallFailure): readonly Problem[] => problems.filter((problem) => !message.includes(problem.message));

const knownRoles = ['role.ontology-json', 'role.ontology-obo', 'role.annotations', 'role.genes-to-disease', 'role.genes-to-phenotype', 'role.gene-names', 'role.translation', 'role.orphanet'] as const;

function Report({ report, onClose }: { readonly report: CompileReport; readonly onClose: () => void }) {
  const t = useWords('knowledge');
  return (
    <div className="outcome report" role="status">
      <h3>{t('report.title', { name: report.release.name, seconds: formatSeconds(report.milliseconds) })}</h3>
      <table aria-label={t('report.files')}>
        <thead>
          <tr>
            <th scope="col">{t('report.file')}</th>
            <th scope="col">{t('report.role')}</th>
            <th scope="col" className="is-number">
              {t('report.rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.files.map((file) => (
            <tr key={file.name}>
              <th scope="row">{file.name}</th>
              <td>{t(knownRoles.find((role) => role === `role.${file.role}`) ?? 'role.other')}</td>
              <td className="is-number num">{formatNumber(file.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h4>{t('report.skippedTitle')}</h4>
      {report.skipped.length === 0 ? (
        <p className="sub">{t('report.skippedNone')}</p>
      ) : (
        <ul className="skipped">
          {report.skipped.map((skipped) => (
            <li key={skipped.reason}>
              <b className="num">{formatNumber(skipped.count)}</b>
              <span>
                {skipped.reason}
                {skipped.example === null ? null : <small className="muted"> {t('report.example', { example: skipped.example })}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="acts">
        <Button onPress={onClose}>{t('report.close')}</Button>
      </div>
    </div>
  );
}
