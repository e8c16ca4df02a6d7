import assert from 'node:assert/strict';
import { complaints, launch, open, signIn, SITE, weigh } from './browser';
import { englishDocx, koreanPdf, LEAVE, PROBATION } from './fixtures';
import {
  composes,
  composesInForms,
  disbands,
  downloads,
  drops,
  groups,
  losesADownload,
  missesTheMark,
  shares,
} from './hands';
import { keepsConversations } from './history';
import { LOOKS, overflow, picture, violations, wear } from './inspect';
import { accessEnds, refusedOnce } from './renewal';
import { defines, forgets } from './glossary';
import { connects, foundAndGone, sourcesLook, website } from './crawling';
import {
  deletesCollection,
  deletesFolder,
  libraryLook,
  makesFolder,
  moves,
  replaces,
  rereadsAndDeletes,
  tags,
  uploadsFolder,
} from './keeping';
import { resumes } from './resuming';
import { searches } from './searching';
import { isRefused, opensPdf, opensText, wearsAll } from './viewing';
import { answered, ask, coversAPhone, makeCollection, openCitation, rates, ready, upload } from './steps';

const KB = 1000;
const NAME = `취업규칙 ${Date.now().toString(36)}`;
let passed = 0;
let failed = 0;

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const began = Date.now();
  try {
    await work();
    passed++;
    console.log(`ok    ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(
      `FAIL  ${name}\n      ${String(error instanceof Error ? error.message : error)
        .split('\n')
        .slice(0, 6)
        .join('\n      ')}`,
    );
  }
}

const browser = await launch();
const builder = await open(browser);
const employee = await open(browser);
let conversation = '';

await step('the welcome looks right in both languages and looks, also on a phone', async () => {
  const page = await open(browser);
  await page.goto(SITE);
  for (const look of LOOKS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, look);
    await picture(page, `welcome-${look.locale}-${look.theme}`);
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await overflow(page), 0);
  }
  await page.context().close();
});

await step('a builder signs in, within the budget of bytes', async () => {
  const weight = await weigh(builder);
  await signIn(builder, 'builder');
  const { scripts, styles } = weight();
  console.log(
    `      ${(scripts / KB).toFixed(1)} kB of scripts, ${(styles / KB).toFixed(1)} kB of styles until the composer`,
  );
  assert.ok(scripts > 50 * KB && scripts <= 130 * KB, `scripts: ${scripts}`);
  assert.ok(styles <= 12 * KB, `styles: ${styles}`);
});

await step('makes a collection that nobody else sees', () => makeCollection(builder, NAME));

await step('uploads a Korean PDF and an English Word file, and both become ready', async () => {
  await upload(builder, [
    { name: '취업규칙.pdf', mimeType: 'application/pdf', buffer: await koreanPdf(browser) },
    {
      name: 'Employee handbook.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: englishDocx(),
    },
  ]);
  await ready(builder, 2);
});

await step('asks in Korean, gets a streamed answer, and its citation opens the very passage', async () => {
  await ask(builder, '연차유급휴가는 언제까지 사용할 수 있나요?', NAME);
  await answered(builder);
  conversation = builder.url();
  const { words, place, quote } = await openCitation(builder);
  assert.match(words.replace(/\s+/g, ' '), /연차유급휴가는 발생일부터 1년 동안 사용할 수 있다/);
  assert.match(place, new RegExp(`${LEAVE.page}쪽`));
  assert.ok(quote.trim().length > 0, 'nothing is marked');
});

let original = '';
await step('the citation opens the original PDF at its page, the quote marked over the words', async () => {
  await opensPdf(builder, LEAVE.page, LEAVE.sentence);
  original = builder.url();
  await wearsAll(builder, 'pdf', '.pdf-words mark');
  await builder.goBack();
  await answered(builder);
});

await step('asks in English about the Word file', async () => {
  await ask(builder, 'How long is the probation period for new employees?');
  await answered(builder);
  const { words } = await openCitation(builder);
  assert.ok(words.replace(/\s+/g, ' ').includes(PROBATION.sentence), words);
});

await step('the citation of a Word file opens what was read of it, the quote marked', async () => {
  await opensText(builder, PROBATION.sentence);
  await wearsAll(builder, 'text', '[data-cited] mark');
});

await step('on a phone the source and the history keep the focus, and give it back', async () => {
  await builder.goto(conversation);
  await answered(builder);
  await coversAPhone(builder);
});

await step('answers again and edits a question: both become branches', async () => {
  await builder.goto(conversation);
  await answered(builder);
  await builder.getByRole('button', { name: '다시 답변' }).last().click();
  await builder.getByText('2 / 2').first().waitFor();
  await answered(builder);
  await builder.getByRole('button', { name: '질문 고치기' }).last().click();
  await builder.getByRole('textbox', { name: '질문 고치기' }).fill('출장 일비는 얼마인가요?');
  await builder.getByRole('button', { name: '다시 묻기' }).click();
  await builder.getByText('출장 일비는 얼마인가요?').waitFor();
  await answered(builder);
  await builder.getByRole('button', { name: '이전 버전' }).first().click();
  await builder.getByText('1 / 2').first().waitFor();
});

await step('says what was missing in an answer, changes its mind, and takes it back', async () => {
  await rates(builder, () => picture(builder, 'feedback'));
  await builder.reload();
  await answered(builder);
  assert.equal(await builder.locator('button[aria-pressed=true]').count(), 0);
});

await step('a refused token is renewed without a trace', () => refusedOnce(builder));

await step('when access ends for good, what was written stays through signing in again', () =>
  accessEnds(builder, async () => {
    await picture(builder, 'signed-out');
    assert.deepEqual(await violations(builder), []);
  }),
);

await step('an employee without a grant sees no collection and finds nothing', async () => {
  await signIn(employee, 'employee');
  await ask(employee, '연차유급휴가는 언제까지 사용할 수 있나요?');
  await answered(employee);
  assert.equal(await employee.locator('[data-citation]').count(), 0);
  assert.doesNotMatch(await employee.getByRole('log').innerText(), /발생일부터 1년/);
  await employee.goto(`${SITE}/library`);
  await employee.getByRole('button', { name: '새 모음' }).first().waitFor();
  await employee.waitForLoadState('networkidle');
  assert.equal(await employee.getByText(NAME).count(), 0);
  await isRefused(employee, original);
  await employee.goto(conversation);
  await employee.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
});

await step('shared with everyone, the employee sees it at once; taken back, no more', async () => {
  await builder.goto(`${SITE}/library`);
  await builder.getByRole('link', { name: NAME }).click();
  await builder.getByRole('button', { name: '공유', exact: true }).click();
  await builder.getByRole('list', { name: '공유할 대상' }).getByText('모든 구성원').click();
  await builder.getByRole('button', { name: '모든 구성원 공유 해제' }).waitFor();
  await employee.goto(`${SITE}/library`);
  await employee
    .getByRole('heading', { name: NAME })
    .or(employee.getByRole('link', { name: NAME }))
    .first()
    .waitFor();
  await builder.getByRole('button', { name: '모든 구성원 공유 해제' }).click();
  await builder.getByRole('button', { name: '모든 구성원 공유 해제' }).waitFor({ state: 'detached' });
  await employee.reload();
  await employee.getByRole('button', { name: '새 모음' }).first().waitFor();
  await employee.waitForLoadState('networkidle');
  assert.equal(await employee.getByText(NAME).count(), 0);
});

const admin = await open(browser);
await step('an administrator signs in and sees the people', async () => {
  await signIn(admin, 'admin');
  await admin.goto(`${SITE}/people`);
  await admin.getByText('builder@madang.example').waitFor();
});

await step('what the glossary says is the same is found under the other word', async () => {
  await defines(admin, '쉼표권', '연차유급휴가');
  // who searches keeps the glossary for some seconds
  await builder.waitForTimeout(6_000);
  await builder.goto(`${SITE}/search?q=${encodeURIComponent('쉼표권')}`);
  await builder
    .getByRole('button', { name: /취업규칙\.pdf/ })
    .first()
    .waitFor();
  await forgets(admin, '쉼표권');
});

await step('three files are dropped, one is cancelled on its way, one is downloaded again', async () => {
  await builder.goto(`${SITE}/library`);
  await builder.getByRole('link', { name: NAME }).click();
  await drops(builder, () => picture(builder, 'dropping'));
  assert.equal(await downloads(builder, 'parking.md'), '# Parking\n\nParking is free on weekends.');
  await losesADownload(builder, 'parking.md', () => picture(builder, 'download-lost'));
});

await step(
  'a collection that is given to a group is there for its people, as long as there is the group',
  async () => {
    const group = `인사팀 ${NAME.slice(-4)}`;
    await groups(admin, group, '김하늘', () => picture(admin, 'groups'));
    await shares(builder, group, () => picture(builder, 'sharing'));
    await employee.goto(`${SITE}/library`);
    await employee.getByRole('heading', { name: NAME }).waitFor();
    await employee.getByText('읽을 수 있어요').waitFor();
    await picture(employee, 'library-reader');
    await disbands(admin, group);
    await employee.reload();
    await employee.getByRole('button', { name: '새 모음' }).first().waitFor();
    await employee.waitForLoadState('networkidle');
    assert.equal(await employee.getByText(NAME).count(), 0);
  },
);

await step('Korean that is still being composed is sent once, whole', () => composes(builder));

await step('a form is sent by the Enter that ends a syllable, not by one that picks a candidate', () =>
  composesInForms(builder),
);

await step('a conversation is found by its words, renamed, and deleted for good', () =>
  keepsConversations(builder),
);

await step('a file that misses its mark opens nothing', () => missesTheMark(builder));

const OFFICE = `총무 자료 ${NAME.slice(-4)}`;
let office = '';
await step('a folder is made, a whole folder goes up without what is there already', async () => {
  await builder.setViewportSize({ width: 1280, height: 800 });
  await makeCollection(builder, OFFICE);
  office = builder.url();
  await makesFolder(builder, '보관');
  await uploadsFolder(builder, '안내');
});

await step(
  'an upload that a reload cut goes on where it stood, and what is there is not sent again',
  async () => {
    const folder = builder.url();
    await builder.goto(office);
    await resumes(builder);
    await builder.goto(folder);
  },
);

await step('a document moves to another folder, and a new version takes its place', async () => {
  await moves(builder, '방문.txt', '보관');
  await replaces(builder, '방문.txt');
});

await step('a tag narrows the search and the library', () => tags(builder, '방문.txt', '보관함'));

await step('what cannot be read says why; the library looks right everywhere', async () => {
  await builder.goto(office);
  await libraryLook(builder);
});

await step('what could not be read is read again on demand, and deleted', () =>
  rereadsAndDeletes(builder, '깨진 파일.docx'),
);

await step('a website is connected, its pages come by themselves, are found, and go with it', async () => {
  const site = await website();
  try {
    await builder.goto(office);
    await connects(builder, OFFICE, '총무 게시판', site.address);
    assert.ok(!site.asked.includes('/closed'), 'a page that robots may not read was asked for');
    await sourcesLook(builder);
    await foundAndGone(builder, '총무 게시판');
  } finally {
    site.close();
  }
});

await step('a folder goes with all that is in it, and so does a collection', async () => {
  await builder.goto(office);
  await deletesFolder(builder, '안내');
  await deletesCollection(builder, OFFICE);
});

const places = [
  { name: 'chat', page: builder, path: () => '/', settle: '[role=textbox], textarea' },
  { name: 'answer', page: builder, path: () => new URL(conversation).pathname, settle: '[data-citation]' },
  { name: 'library', page: builder, path: () => '/library', settle: 'table' },
  { name: 'people', page: admin, path: () => '/people', settle: 'h1' },
];
for (const { name, page, path, settle } of places)
  await step(`${name}: axe finds nothing and nothing overflows, in both languages and looks`, async () => {
    for (const look of LOOKS) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(SITE + path());
      await wear(page, look);
      await page.locator(settle).first().waitFor();
      if (name === 'answer') await openCitation(page);
      await picture(page, `${name}-${look.locale}-${look.theme}`);
      assert.deepEqual(await violations(page), [], `${name} ${look.locale} ${look.theme}`);
      await page.setViewportSize({ width: 360, height: 740 });
      await picture(page, `${name}-${look.locale}-${look.theme}-phone`);
      assert.equal(await overflow(page), 0, `${name} ${look.locale} ${look.theme} overflows`);
    }
  });

await step('the palette opens by keyboard and takes the person to the library', async () => {
  await builder.setViewportSize({ width: 1280, height: 800 });
  await builder.goto(`${SITE}/`);
  await wear(builder, { locale: 'ko', theme: 'light' });
  await builder.getByRole('textbox', { name: '질문' }).waitFor();
  await builder.keyboard.press('Control+k');
  await builder.getByRole('combobox').fill('자료실');
  await picture(builder, 'palette');
  assert.deepEqual(await violations(builder), []);
  await builder.keyboard.press('Enter');
  await builder.waitForURL('**/library/**');
});

await step('searches the documents from the palette, opens a passage, and looks into the order', () =>
  searches(builder, NAME),
);

await step('the search page looks right everywhere', async () => {
  for (const look of LOOKS) {
    await builder.setViewportSize({ width: 1280, height: 800 });
    await wear(builder, look);
    await builder.getByRole('switch').click();
    await builder.locator('ol table, section table').first().waitFor();
    await picture(builder, `search-${look.locale}-${look.theme}`);
    assert.deepEqual(await violations(builder), []);
    await builder.setViewportSize({ width: 360, height: 740 });
    await picture(builder, `search-${look.locale}-${look.theme}-phone`);
    assert.equal(await overflow(builder), 0);
  }
  await builder.setViewportSize({ width: 1280, height: 800 });
  await wear(builder, { locale: 'ko', theme: 'light' });
});

await step('signing out ends the session', async () => {
  await builder.getByRole('button', { name: /^설정/ }).click();
  await builder.getByRole('menuitem', { name: '로그아웃' }).click();
  await builder.getByRole('button', { name: /로그인/ }).waitFor();
  await builder.goto(conversation);
  await builder.getByRole('button', { name: /로그인/ }).waitFor();
});

await step('the browser complained about nothing', async () =>
  assert.deepEqual([...new Set(complaints)], []),
);

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
