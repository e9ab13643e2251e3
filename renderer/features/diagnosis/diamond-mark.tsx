/** The mark of the disease compared with: hollow, so that it never passes for the bar of the selected one. */
export function DiamondMark() {
  return (
    <svg className="diamond" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="2.6" y="2.6" width="6.8" height="6.8" transform="rotate(45 6 6)" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.3" />
    </svg>
  );
}
