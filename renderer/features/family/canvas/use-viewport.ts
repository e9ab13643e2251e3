import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { useCallback, useEffect, useImperativeHandle, useRef, type RefObject } from 'react';
import type { SymbolNodeType } from '#renderer/features/family/canvas/symbol-node.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { symbolOf } from '#renderer/features/family/kin-walk.ts';
import type { Box } from '#shared/pedigree/drawing/figure.ts';
import { symbolSide, type PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

export interface ViewportControl {
  /** The whole family, and from then on again after every change. */
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly show: (individualId: string) => void;
}

type Flow = ReactFlowInstance<SymbolNodeType>;

/** Symbols stay as large as on paper at most by a quarter, and are not fitted smaller than one can read. */
const largestFit = 1.25;
const smallestFit = 0.5;
export const zoomStep = 1.25;
/** Two thousand people in one row fit into a window. */
export const smallestZoom = 0.005;
const margin = 36;
/** Below these, the text and then everything but the shapes is left out. */
const textZoom = 0.45;
const signZoom = 0.22;

/**
 * What part of the drawing is seen. At first the whole family is, also when it grows; once somebody moves the paper, it stays where it was put, the
 * selected person does not move on the screen when others are added, and whoever is selected by the keyboard comes into view.
 */
export function useViewport({ control, box, contentKey, canvasRef }: { readonly control: RefObject<ViewportControl | null>; readonly box: Box; readonly contentKey: object; readonly canvasRef: RefObject<HTMLDivElement | null> }) {
  const { layout, selectedIds } = useFamilyView();
  const flow = useRef<Flow | null>(null);
  const isFitting = useRef(true);
  const primary = selectedIds.at(-1);
  const last = useRef<{ readonly id: string; readonly x: number; readonly y: number } | null>(null);
  const latest = useRef({ box, layout, primary });
  useEffect(() => {
    latest.current = { box, layout, primary };
  });

  const move = useCallback((viewport: Viewport) => void flow.current?.setViewport(viewport, isMotionReduced() ? {} : { duration: 120 }), []);
  const fit = useCallback((): void => {
    const size = sizeOf(canvasRef.current);
    if (size === null) return;
    const fitted = fittedViewport(latest.current.box, size);
    if (fitted.zoom >= smallestFit) return move(fitted);
    // Too large to be read as a whole: begin at the selected person or the middle of the top.
    const { layout: shown, primary: id } = latest.current;
    const at = id === undefined ? null : symbolOf(shown, id);
    move(centredOn(at ?? { x: (latest.current.box.left + latest.current.box.right) / 2, y: latest.current.box.top + size.height / 2 }, size, 0.8));
  }, [canvasRef, move]);
  const show = useCallback((individualId: string): void => {
    const size = sizeOf(canvasRef.current);
    const viewport = flow.current?.getViewport();
    const at = symbolOf(latest.current.layout, individualId);
    if (size === null || viewport === undefined || at === null) return;
    const [x, y] = [at.x * viewport.zoom + viewport.x, at.y * viewport.zoom + viewport.y];
    const clearance = 70;
    if (x < clearance || y < clearance || x > size.width - clearance || y > size.height - clearance * 1.5) move(centredOn(at, size, viewport.zoom));
  }, [canvasRef, move]);

  useImperativeHandle(control, () => ({
    fit: () => {
      isFitting.current = true;
      const size = sizeOf(canvasRef.current);
      if (size !== null) move(fittedViewport(latest.current.box, size));
    },
    zoomBy: (factor) => {
      const size = sizeOf(canvasRef.current);
      const viewport = flow.current?.getViewport();
      if (size === null || viewport === undefined) return;
      isFitting.current = false;
      const zoom = Math.min(3, Math.max(smallestZoom, viewport.zoom * factor));
      const centre = { x: (size.width / 2 - viewport.x) / viewport.zoom, y: (size.height / 2 - viewport.y) / viewport.zoom };
      // At once: of keys that come quickly each would begin from where the paper was still gliding.
      void flow.current?.setViewport(centredOn(centre, size, zoom));
    },
    show,
  }), [canvasRef, move, show]);

  useEffect(() => {
    if (isFitting.current) fit();
    else keepInPlace(flow.current, last.current, layout);
    const at = primary === undefined ? null : symbolOf(layout, primary);
    last.current = at === null || primary === undefined ? null : { id: primary, x: at.x, y: at.y };
    if (!isFitting.current && primary !== undefined) show(primary);
    // What is selected matters only when the drawing changes or the selection moves.
  }, [contentKey, layout, primary, fit, show]);

  useRefitting(canvasRef, isFitting, fit);

  return {
    onInit: (instance: Flow) => {
      flow.current = instance;
      fit();
    },
    personAt: (place: { readonly x: number; readonly y: number }): string | null => (flow.current === null ? null : nearestTo(flow.current, latest.current.layout, place)),
    /** Only a person's own move has an event; a press that moves nothing is none. */
    onMove: (event: MouseEvent | TouchEvent | null, { zoom }: Viewport) => {
      if (event !== null) isFitting.current = false;
      showDetail(canvasRef.current, zoom);
    },
  };
}

/** When the window or the list beside the drawing changes its size. */
function useRefitting(canvasRef: RefObject<HTMLDivElement | null>, isFitting: RefObject<boolean>, fit: () => void): void {
  useEffect(() => {
    const element = canvasRef.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => isFitting.current && fit());
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvasRef, isFitting, fit]);
}

/** The style sheet leaves out what would not be seen from so far away, and keeps lines as wide there as one can see. */
function showDetail(element: HTMLElement | null, zoom: number): void {
  if (element === null) return;
  const detail = zoom < signZoom ? 'shapes' : zoom < textZoom ? 'signs' : 'full';
  if (element.dataset['detail'] !== detail) element.dataset['detail'] = detail;
  if (detail === 'shapes') element.style.setProperty('--screen-pixel', `${String(Math.round(100 / zoom) / 100)}px`);
}

/** So near to the middle of a symbol a press means it, on the screen. */
const reachOnScreen = 22;

/** Who stands nearest to a place on the screen, where anybody is within reach: seen from afar a symbol is smaller than a finger. */
function nearestTo(flow: Flow, layout: PedigreeLayout, place: { readonly x: number; readonly y: number }): string | null {
  const { x, y } = flow.screenToFlowPosition(place);
  let nearest: { readonly id: string; readonly distance: number } = { id: '', distance: Math.max(symbolSide / 2, reachOnScreen / flow.getZoom()) };
  for (const symbol of layout.symbols) {
    const distance = Math.hypot(symbol.x - x, symbol.y - y);
    if (distance < nearest.distance) nearest = { id: symbol.individualId, distance };
  }
  return nearest.id === '' ? null : nearest.id;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(element: HTMLElement | null): Size | null {
  if (element === null || element.clientWidth === 0) return null;
  return { width: element.clientWidth, height: element.clientHeight };
}

/** The bar of things to add lies over the lower edge. */
const barHeight = 52;

function fittedViewport(box: Box, size: Size): Viewport {
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const room = { width: size.width - 2 * margin, height: size.height - margin - barHeight };
  const zoom = Math.max(smallestZoom, Math.min(largestFit, room.width / width, room.height / height));
  return { x: size.width / 2 - ((box.left + box.right) / 2) * zoom, y: margin / 2 + (size.height - barHeight - margin / 2) / 2 - ((box.top + box.bottom) / 2) * zoom, zoom };
}

const centredOn = (at: { readonly x: number; readonly y: number }, size: Size, zoom: number): Viewport => ({ x: size.width / 2 - at.x * zoom, y: (size.height - barHeight) / 2 - at.y * zoom, zoom });

/** The paper moves by as much as the person that one was looking at has moved on it. */
function keepInPlace(flow: Flow | null, before: { readonly id: string; readonly x: number; readonly y: number } | null, layout: PedigreeLayout): void {
  if (flow === null || before === null) return;
  const now = symbolOf(layout, before.id);
  if (now === null || (now.x === before.x && now.y === before.y)) return;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x - (now.x - before.x) * zoom, y: y - (now.y - before.y) * zoom, zoom });
}

const isMotionReduced = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
