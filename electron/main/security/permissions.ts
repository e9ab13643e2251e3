import type { Session } from 'electron';

/*
 * Stops: the page from using camera, microphone, place, clipboard contents, devices and whatever Chromium adds next. Electron
 * grants what no handler refuses. Granted is only writing plain text to the clipboard, which a person asks for by a click on an id;
 * reading what other programs left there is not.
 */
const granted = 'clipboard-sanitized-write';

export function denyPermissions(session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'>): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
