/** What jsdom lacks and a long table needs: a size for everything. */
export function giveLayout(): void {
  // jsdom lays nothing out and asks no media.
  Element.prototype.scrollTo = () => undefined;
  Object.defineProperties(HTMLElement.prototype, { clientHeight: { get: () => 600 }, clientWidth: { get: () => 800 } });
  window.matchMedia = (query) => ({ matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined, dispatchEvent: () => false });
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
