export const pageScheme = 'app';
export const pageHost = 'nostos';
/** The origin of the page. A scheme of our own, because file:// gives every file of the machine the same rights. */
export const pageAddress = `${pageScheme}://${pageHost}/`;

/** Whether the URL is one of the page's own. Compared part by part: `app://nostos.attacker.example/` begins alike. */
export function isPageUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${pageScheme}:` && parsed.host === pageHost && parsed.username === '' && parsed.password === '';
}
