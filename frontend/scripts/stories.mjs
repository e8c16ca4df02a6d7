// Runs every story as a test in a real browser, each third in a fresh one: Chromium was seen to drop its connection
// after half a hundred seconds of frames. When it goes away and no story failed, that third runs again, and the
// browser says why it went; a failed story, or a browser that is lost for the third time, fails.
import { spawn } from 'node:child_process';

const THIRDS = 3;
const ATTEMPTS = 3;
const BROWSER_GONE = 'Browser connection was closed';
const STORY_FAILED = /^\s*Tests\s.*\bfailed\b/m;

function run(third, attempt) {
  return new Promise((resolve) => {
    const args = ['vitest', 'run', '--project', 'storybook', `--shard=${third}/${THIRDS}`, '--no-color'];
    const vitest = spawn('npx', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...(attempt > 1 ? { DEBUG: 'pw:browser' } : {}) },
    });
    let printed = '';
    for (const [from, to] of [
      [vitest.stdout, process.stdout],
      [vitest.stderr, process.stderr],
    ]) {
      from.setEncoding('utf8').on('data', (part) => {
        printed += part;
        to.write(part);
      });
    }
    vitest.on('close', (code) => resolve({ passed: code === 0, printed }));
  });
}

// a third that fails hides nothing of the others
for (let third = 1; third <= THIRDS; third++) {
  for (let attempt = 1; ; attempt++) {
    const { passed, printed } = await run(third, attempt);
    if (passed) break;
    const lost = printed.includes(BROWSER_GONE) && !STORY_FAILED.test(printed);
    if (!lost || attempt === ATTEMPTS) {
      process.exitCode = 1;
      break;
    }
    console.error(`The browser went away; third ${third} runs again.`);
  }
}
