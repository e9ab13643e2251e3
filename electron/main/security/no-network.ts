import type { CommandLine, Session } from 'electron';
import { isPageUrl } from '#electron/main/page-address.ts';

/*
 * Stops: anything leaving the machine through the browser engine: a tracking image in imported text, a script's request, the
 * engine's own services (spelling dictionaries, component updates, name look-ups). The one download that Nostos knows is made by the
 * backend, when the user has switched it on; this session never carries it.
 */
export function blockNetwork(session: Pick<Session, 'webRequest' | 'setSpellCheckerEnabled' | 'on'>): void {
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !staysHere(details.url) }));
  session.on('will-download', (event, item) => {
    if (!staysHere(item.getURL())) event.preventDefault();
  });
}

/** To be called before Electron is ready; afterwards the engine does not look at its switches again. */
export function switchNetworkOff(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-quic');
}

/** The page's own files, what the page itself made (a blob of its origin), and data inside an address. */
function staysHere(url: string): boolean {
  if (url.startsWith('blob:')) return isPageUrl(url.slice('blob:'.length));
  return url.startsWith('data:') || url.startsWith('devtools://') || isPageUrl(url);
}
