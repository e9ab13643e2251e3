import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { eventChannel, requestChannel } from '#electron/preload/channels.ts';

/*
 * Stops: a script in the page from reaching Node, Electron or a channel of its choice. The page gets one object with two
 * functions; the channel names are fixed here, and the event object of Electron, through which more could be reached, stays here.
 */
contextBridge.exposeInMainWorld('nostos', {
  invoke: (request: unknown): Promise<unknown> => ipcRenderer.invoke(requestChannel, request),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
});
