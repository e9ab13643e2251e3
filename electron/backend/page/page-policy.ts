/*
 * Stops: a script that slipped into the page (through an imported file, a term, a name) from running or from sending anything
 * away, and another page from framing this one to steal clicks. Every host sends the same headers with every answer.
 */

/** No inline script, no eval, nothing from or to another origin. Inline style is allowed: React Flow and react-aria position by it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // Documents carry their letters within them; the frame that shows one obeys this policy too.
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), payment=(), display-capture=()',
} as const satisfies Readonly<Record<string, string>>;
