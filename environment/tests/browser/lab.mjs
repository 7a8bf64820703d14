// Opens JupyterLab and saved pages in a headless browser, uses them as a reader does, and takes a
// picture of each. What does not come out as it should is thrown, with what was there instead.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [, , action, where, pictures, ...names] = process.argv;
const MINUTE = 60_000;

function check(condition, what, got) {
  if (!condition) throw new Error(`${what}; got: ${typeof got === 'string' ? got : JSON.stringify(got)}`);
}

async function until(what, found, minutes = 5) {
  const end = Date.now() + minutes * MINUTE;
  let last;
  while (Date.now() < end) {
    last = await found();
    if (last) return last;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error(`${what}: not after ${minutes} minutes`);
}

function picture(page, name, options = {}) {
  return page.screenshot({ path: join(pictures, `${name.replaceAll('/', '-')}.png`), ...options });
}

// What JupyterLab knows of the open notebook: the count of each code cell, and its outputs.
function state(page) {
  return page.evaluate(() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const cells = [...panel.content.model.cells].filter((cell) => cell.type === 'code');
    return cells.map((cell) => ({ count: cell.executionCount, state: cell.executionState, outputs: cell.outputs.toJSON() }));
  });
}

function refuseErrors(cells) {
  const error = cells.flatMap((cell) => cell.outputs).find((output) => output.output_type === 'error');
  check(!error, 'a cell ends with an error', [error?.ename, error?.evalue, ...(error?.traceback ?? []).slice(0, 12)]);
}

async function open(page, name) {
  const url = new URL(where);
  url.pathname = `/lab/tree/${name}.ipynb`;
  url.searchParams.set('reset', '');
  await page.goto(url.href);
  await until(`a kernel for ${name}`, () => page.evaluate(async (path) => {
    const panel = window.jupyterapp?.shell.currentWidget;
    const kernel = panel?.context?.path === path && panel.sessionContext?.session?.kernel;
    // Not its status: JupyterLab takes none from what a kernel says of itself, and the Java kernel is asked
    // for nothing else that it answers before the first cell.
    const answered = kernel && kernel.info.then(() => kernel.connectionStatus === 'connected');
    return Promise.race([answered, new Promise((done) => { setTimeout(done, 300, false); })]);
  }, `${name}.ipynb`));
  const pop = await page.locator('.Toastify__toast').allInnerTexts();
  check(!pop.length, 'something pops up', pop);
}

async function restartAndRunAll(page) {
  await page.locator('[data-jp-item-name="restart-and-run"]:visible').click();
  await page.locator('.jp-Dialog .jp-mod-accept').click();
}

async function finished(page, minutes) {
  return until('every cell run', async () => {
    const cells = await state(page);
    refuseErrors(cells);
    return cells.every((cell) => cell.count > 0 && cell.state !== 'running') && cells;
  }, minutes);
}

async function runNotebook(page, name) {
  await open(page, name);
  const began = Date.now();
  await restartAndRunAll(page);
  const cells = await finished(page);
  const last = JSON.stringify(cells.at(-1).outputs);
  check(/Java \d+/.test(last), 'the last cell shows no versions', last);
  await picture(page, name);
  console.log(`${name}: ${cells.length} cells, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

// What the widget with this picture shows: its words, and the pixels of its canvas.
async function shown(canvas) {
  const widget = canvas.locator('xpath=ancestor::*[.//*[@role="status"]][1]');
  return [await widget.locator('[role=status]').innerText(), await canvas.evaluate((element) => element.toDataURL())];
}

// The slider of a threshold, by keyboard: prediction, IoU and verdict follow without the kernel.
async function moveSlider(page) {
  const canvas = page.locator('canvas').first();
  await canvas.scrollIntoViewIfNeeded();
  await page.locator('input[type=range]').first().focus();
  const seen = [];
  await page.keyboard.press('Home');
  for (let i = 0; i <= 20; i++) {
    const [words, pixels] = await shown(canvas);
    const [, iou, verdict] = words.match(/IoU (\d\.\d+), (a success|no success) \(IoU of 0\.5 or more\)/) ?? [];
    check((Number(iou) >= 0.5) === (verdict === 'a success'), 'the verdict is not that of the IoU', words);
    seen.push({ iou, verdict, pixels });
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
    if (i === 14) await picture(page, 'interactive-slider');
  }
  for (const what of ['iou', 'verdict', 'pixels']) {
    const values = new Set(seen.map((each) => each[what]));
    check(values.size >= (what === 'verdict' ? 2 : 10), `the slider does not move: ${what}`, seen.map((each) => each.iou));
  }
}

// The iterations of a clip, by the keys of its slider.
async function walkIterations(page) {
  const canvas = page.locator('canvas').nth(1);
  await canvas.scrollIntoViewIfNeeded();
  const before = await shown(canvas);
  await page.locator('input[type=range]').nth(1).focus();
  await page.keyboard.press('Home');
  const first = await shown(canvas);
  await page.keyboard.press('End');
  const last = await shown(canvas);
  check(first[0] !== last[0] && first[1] !== last[1], 'the iterations are all alike', [before[0], first[0], last[0]]);
  await picture(page, 'interactive-iterations');
}

// A sound, chosen by the keyboard, moves the map.
async function chooseSound(page) {
  const canvas = page.locator('canvas').nth(2);
  await canvas.scrollIntoViewIfNeeded();
  const before = await shown(canvas);
  const button = page.getByRole('button', { name: 'high', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  check(await button.getAttribute('aria-pressed') === 'true', 'the sound is not chosen', await button.getAttribute('aria-pressed'));
  const after = await shown(canvas);
  check(/^high/.test(after[0]) && before[1] !== after[1], 'the map does not follow the sound', [before[0], after[0]]);
  await picture(page, 'interactive-sounds');
  // By the mouse it moves back, and what is chosen is heard.
  await page.getByRole('button', { name: 'low', exact: true }).click();
  const back = await shown(canvas);
  check(/^low/.test(back[0]) && back[1] === before[1], 'a click does not choose the sound', back[0]);
  const player = canvas.locator('xpath=ancestor::*[.//*[@role="status"]][1]').locator('audio');
  await until('the sound plays', () => player.evaluate((element) => element.currentTime > 0), 0.5);
}

// A dot of the map of sounds, by the mouse and by the slider.
async function chooseDot(page) {
  const canvas = page.locator('canvas').nth(3);
  await canvas.scrollIntoViewIfNeeded();
  const { width, height } = await canvas.boundingBox();
  await canvas.click({ position: { x: width - 5, y: 5 } });
  const right = await shown(canvas);
  await canvas.click({ position: { x: 5, y: height - 5 } });
  const left = await shown(canvas);
  check(/far/.test(right[0]) && /near/.test(left[0]) && right[1] !== left[1], 'a click chooses no dot', [right[0], left[0]]);
  await page.locator('input[type=range]').nth(2).focus();
  await page.keyboard.press('ArrowRight');
  const next = await shown(canvas);
  check(/far/.test(next[0]), 'the slider chooses no dot', next[0]);
  await picture(page, 'interactive-soundmap');
}

async function playVideo(page) {
  const video = page.locator('video').first();
  await video.scrollIntoViewIfNeeded();
  await video.evaluate((element) => { element.muted = true; return element.play(); });
  await until('the video plays', () => video.evaluate((element) => element.currentTime > 0.2), 0.5);
  await picture(page, 'interactive-video');
}

async function interruptAndGoOn(page) {
  const text = async () => JSON.stringify((await state(page)).map((cell) => cell.outputs));
  await until('training begins', async () => /epoch (?:[3-9]|\d{2,}) of/.test(await text()));
  await picture(page, 'interactive-training');
  await page.locator('[data-jp-item-name="interrupt"]:visible').click();
  await finished(page);
  const end = await text();
  const stopped = Number(end.match(/interrupted in epoch (\d+) after a whole batch/)?.[1]);
  const gone = Number(end.match(/went on to epoch (\d+)/)?.[1]);
  check(stopped >= 3, 'no word of the interrupt', end.slice(-2000));
  check(gone >= stopped, 'the next cell did not go on from where training was interrupted', [stopped, gone]);
}

async function interactive(page, name) {
  await open(page, name);
  await restartAndRunAll(page);
  await interruptAndGoOn(page);
  await moveSlider(page);
  await walkIterations(page);
  await chooseSound(page);
  await chooseDot(page);
  await playVideo(page);
  console.log(`${name}: slider moved, iterations walked, sound and dot chosen, video played, training interrupted and gone on with`);
}

// A saved page: nothing may be asked for from anywhere, and no script may fail.
async function showPage(context, name) {
  const page = await context.newPage();
  const trouble = [];
  page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || trouble.push(request.url()));
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  await page.goto(pathToFileURL(join(where, `${name}.html`)).href, { waitUntil: 'load' });
  check(!trouble.length, `the page ${name} asks or fails`, trouble);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(wide <= 0, `the page ${name} is wider than the window, by pixels`, wide);
  await until(`what can be moved on ${name} takes the place of its still picture`, async () => !(await page.locator('.still').count()), 0.5);
  await picture(page, `page-${name}`, { fullPage: true });
  const movable = await page.locator('div[id^="whence-"] script[type="application/json"]').count();
  const run = await page.locator('p.run').first().innerText();
  check(/^Executed in \w+ mode, passed,|^not executed/.test(run), `the page ${name} is of a run that failed`, run);
  await page.close();
  console.log(`page ${name}: ${run}`);
  return movable;
}

// The same pages where scripts are blocked: still pictures stand in for what can be moved.
async function showStill(browser, names) {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  let seen = 0;
  for (const name of names) {
    const first = !seen;
    await page.goto(pathToFileURL(join(where, `${name}.html`)).href, { waitUntil: 'load' });
    for (const still of await page.locator('.still img').all()) {
      const box = await still.boundingBox();
      check(box?.width > 100 && box?.height > 100, `a still picture on ${name} is not shown`, box);
      seen++;
    }
    if (first && seen) await picture(page, `still-${name}`);
  }
  await context.close();
  console.log(`${seen} still pictures where scripts are blocked`);
  return seen;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: action === 'pages' });
  if (action === 'pages') {
    let movable = 0;
    for (const name of names) movable += await showPage(context, name);
    const still = await showStill(browser, names);
    check(still === movable, 'still pictures are missing where scripts are blocked', [still, movable]);
  } else {
    const page = await context.newPage();
    const act = { notebooks: runNotebook, interactive }[action];
    for (const name of names) {
      try {
        await act(page, name);
      } catch (error) {
        await picture(page, `failed-${name}`);
        throw error;
      }
    }
  }
} finally {
  await browser.close();
}
