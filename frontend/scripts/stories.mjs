// Runs every story as a test in a real browser. When the browser itself goes away (and no story failed), the stories
// run once more: a crash of Chromium says nothing about them. A second crash, or any failed story, fails.
import { spawn } from 'node:child_process';

const BROWSER_GONE = 'Browser connection was closed';
const STORY_FAILED = /Tests\s.*\bfailed\b/;

function runStories() {
  return new Promise((resolve) => {
    const run = spawn('npx', ['vitest', 'run', '--project', 'storybook', '--no-color'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let printed = '';
    for (const [from, to] of [
      [run.stdout, process.stdout],
      [run.stderr, process.stderr],
    ]) {
      from.on('data', (part) => {
        printed += part;
        to.write(part);
      });
    }
    run.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

let { code, printed } = await runStories();
if (code !== 0 && printed.includes(BROWSER_GONE) && !STORY_FAILED.test(printed)) {
  console.error('The browser went away; the stories run once more.');
  ({ code } = await runStories());
}
process.exit(code);
