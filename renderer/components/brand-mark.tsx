/** A sail over waves. */
export function BrandMark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d="M2.5 11.5c2.2 0 2.2 2 4.4 2s2.2-2 4.3-2 2.2 2 4.3 2" />
      <path d="M9 9.5V2.2l5 7.3z" />
    </svg>
  );
}
