import type { BrowserWindowConstructorOptions } from 'electron';

/*
 * Stops: the page from having more rights than a web page. Sandboxed, its scripts apart from the preload script's, without Node,
 * without embedded views, without inspection once packaged. Electron's own choices are mostly these; they are written out so that a
 * change of them is seen.
 */
export function windowOptions(preloadFile: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Nostos',
    width: 1360,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}
