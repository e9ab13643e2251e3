import type { WebContents } from 'electron';
import { isPageUrl } from '#electron/main/page-address.ts';

/*
 * Stops: the window being led to another address, by a link, a dropped file or a script, where a stranger's page would stand in
 * the place of Nostos; and a second window or an embedded view, which would have other rights than this one.
 */
export function confineNavigation(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.on('will-navigate', (event) => {
    if (!isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    // What the page itself put into a frame, for the preview of a document; such a frame is sandboxed and has no address to go to.
    const isAllowed = event.isMainFrame ? isPageUrl(event.url) : event.url === 'about:srcdoc';
    if (!isAllowed) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
