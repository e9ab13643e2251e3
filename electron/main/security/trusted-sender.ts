import type { WebFrameMain } from 'electron';
import { isPageUrl } from '#electron/main/page-address.ts';

/*
 * Stops: a request to the backend from anything but the page itself, such as a frame that got into it or a window that was led
 * elsewhere. A frame that is gone by the time its request arrives is null and not trusted either.
 */
export function isTrustedSender(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isPageUrl(frame.url);
}
