let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in the type of the timeline, in pixels; about, where there is no canvas to measure with. */
export function textWidth(text: string): number {
  if (pen === undefined) {
    pen = navigator.userAgent.includes('jsdom') ? null : document.createElement('canvas').getContext('2d');
    if (pen !== null) pen.font = `500 12px ${getComputedStyle(document.body).fontFamily}`;
  }
  return pen?.measureText(text).width ?? text.length * 6.4;
}
