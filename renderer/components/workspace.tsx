import type { ReactNode } from 'react';

/**
 * The work in the middle and the inspector on its right. Every screen is one of these:
 * `<Workspace inspector={<MyInspector />} inspectorLabel="Selected term">…</Workspace>`.
 */
export function Workspace({ children, inspector, inspectorLabel }: { readonly children: ReactNode; readonly inspector?: ReactNode; readonly inspectorLabel?: string }) {
  const hasInspector = inspector !== undefined && inspector !== null;
  return (
    <div className={`workspace ${hasInspector ? 'with-side' : ''}`}>
      <main className="main">{children}</main>
      {hasInspector ? (
        <aside className="side" aria-label={inspectorLabel}>
          {inspector}
        </aside>
      ) : null}
    </div>
  );
}
