import type { Page } from 'playwright-core';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { grownFamily } from '#tests/bench/layout/grown-family.ts';
import { openInBrowser } from '#tests/e2e/browser.ts';
import { goTo } from '#tests/e2e/steps.ts';

interface Frames {
  readonly what: string;
  readonly symbolsInView: number;
  /** Frames a second, over the whole movement. */
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly longestMs: number;
}

const people = 500;
const seed = 7;

/** How smoothly a family of 500 moves on the canvas: frames as the page itself sees them, without a graphics card. Needs a current build. */
export const canvasBench: Bench = {
  name: 'canvas',
  run: async ({ quick }) => {
    const opened = await openInBrowser({ isDemo: true, viewport: { width: 1366, height: 768 } });
    try {
      await openFamily(opened.page);
      return report(await measureAll(opened.page, quick ? 15 : 60));
    } finally {
      await opened.close();
    }
  },
};

/** Puts the large family in the place of the first example's and shows it. */
async function openFamily(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  const [first] = (await ask(page, 'case.list', {})) as readonly { readonly id: string; readonly proband: { readonly givenName: string; readonly familyName: string } }[];
  if (first === undefined) throw new Error('the demonstration has no case');
  const { revision } = (await ask(page, 'family.show', { caseId: first.id })) as { readonly revision: number };
  await page.getByRole('grid').getByText(`${first.proband.givenName} ${first.proband.familyName}`.trim()).dblclick();
  const grown = grownFamily(people, seed);
  const family = { ...grown, individuals: grown.individuals.map((individual, index) => ({ ...individual, isProband: index === 0 })) };
  await ask(page, 'family.save', { caseId: first.id, family, basedOnRevision: revision, label: 'Bench' });
  await goTo(page, 'Family');
  await page.getByRole('radio', { name: `People ${String(family.individuals.length)}` }).waitFor({ timeout: 60_000 });
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 });
}

async function measureAll(page: Page, steps: number): Promise<readonly Frames[]> {
  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const pan = async (): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < steps; step += 1) await page.mouse.move(x + Math.sin(step / 6) * 200, y + Math.cos(step / 6) * 120);
    await page.mouse.up();
  };
  const zoom = async (): Promise<void> => {
    await page.mouse.move(x, y);
    for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
  };
  const near = [await frames(page, 'pan, as opened', pan), await frames(page, 'zoom, as opened', zoom)];
  await page.locator('.canvas').focus();
  await page.keyboard.press('0');
  await page.waitForFunction(hasComeToRest);
  return [...near, await frames(page, 'pan, whole family in view', pan), await frames(page, 'zoom, whole family in view', zoom)];
}

/** The paper glides to where it will lie: it is there when it stays in one place for ten frames. */
async function hasComeToRest(): Promise<boolean> {
  const place = (): string => getComputedStyle(document.querySelector('.react-flow__viewport') ?? document.body).transform;
  const before = place();
  for (let frame = 0; frame < 10; frame += 1) {
    await new Promise(requestAnimationFrame);
    if (place() !== before) return false;
  }
  return true;
}

/** The time between frames while something moves. */
async function frames(page: Page, what: string, move: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const measuring = { times: [] as number[], isOn: true };
    Object.assign(window, { nostosFrames: measuring });
    const tick = (now: number): void => {
      measuring.times.push(now);
      if (measuring.isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await move();
  const times = await page.evaluate(() => {
    const measuring = (window as unknown as { readonly nostosFrames: { times: number[]; isOn: boolean } }).nostosFrames;
    measuring.isOn = false;
    return measuring.times;
  });
  const between = times.slice(1).map((time, index) => time - (times[index] ?? time)).toSorted((one, other) => one - other);
  const at = (part: number): number => Math.round((between[Math.min(between.length - 1, Math.floor(between.length * part))] ?? 0) * 10) / 10;
  const total = between.reduce((sum, time) => sum + time, 0);
  return { what, symbolsInView: await page.locator('.react-flow__node').count(), perSecond: Math.round((between.length * 10_000) / total) / 10, medianMs: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
}

async function ask(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(async (request) => (await fetch('/api', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })).json() as Promise<{ readonly ok: boolean; readonly value: unknown }>, { procedure, input });
  if (!answer.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(answer)}`);
  return answer.value;
}

function report(measured: readonly Frames[]): BenchReport {
  const lines = measured.map(({ what, symbolsInView, perSecond, medianMs, p95Ms, longestMs }) => `${what.padEnd(28)} ${String(symbolsInView).padStart(4)} symbols  ${String(perSecond).padStart(5)} frames/s  median ${String(medianMs).padStart(5)} ms  p95 ${String(p95Ms).padStart(5)} ms  longest ${String(longestMs).padStart(6)} ms`);
  return { table: [`About ${String(people)} people on the canvas; at least 30 frames a second are asked for`, ...lines].join('\n'), json: { people, measured } };
}
