import type { ReactNode } from 'react';

/**
 * The work in the middle and the inspector on its right. Every screen is one of these:
 * `<Workspace className="my-feature" inspector={<MyInspector />} inspectorLabel="Selected term">…</Workspace>`.
 * Below the class of the feature its own styles hold, and nowhere else.
 */
export function Workspace({ children, className = '', inspector, inspectorLabel }: { readonly children: ReactNode; readonly className?: string; readonly inspector?: ReactNode; readonly inspectorLabel?: string }) {
  const hasInspector = inspector !== undefined && inspector !== null;
  return (
    <div className={`workspace ${hasInspector ? 'with-side' : ''} ${className}`}>
      <main className="main">{children}</main>
      {hasInspector ? (
        <aside className="side" aria-label={inspectorLabel}>
          {inspector}
        </aside>
      ) : null}
    </div>
  );
}
