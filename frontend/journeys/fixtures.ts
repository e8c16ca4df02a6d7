import { strToU8, zipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

const FONT = new URL(
  '../node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2',
  import.meta.url,
);

/** The sentence that an answer must lead back to, and the page that it stands on. */
export const LEAVE = { sentence: '연차유급휴가는 발생일부터 1년 동안 사용할 수 있다.', page: 2 };
export const PROBATION = { sentence: 'The probation period for new employees is ninety days.' };

const RULES = [
  [
    '제1장 총칙',
    '이 규칙은 주식회사 마당의 직원이 지켜야 할 근로 조건과 복무에 관한 사항을 정한다. 모든 직원은 이 규칙을 성실히 지키고 서로의 인격을 존중한다.',
    '이 규칙에서 정하지 않은 사항은 근로기준법과 단체협약, 회사가 따로 정한 규정에 따른다. 규칙을 고칠 때에는 직원 과반수의 의견을 듣는다.',
    '직원은 맡은 업무를 성실히 수행하고 회사의 비밀을 밖에 알리지 않으며, 회사의 시설과 물품을 아껴 쓰고 허가 없이 밖으로 가지고 나가지 않는다.',
    '근로시간은 하루 8시간, 일주일 40시간으로 하며 휴게시간은 12시부터 13시까지로 한다. 부서의 사정에 따라 시작과 끝 시각을 한 시간 안에서 당기거나 늦출 수 있다.',
    '임금은 매월 초일부터 말일까지 계산하여 25일에 직원의 계좌로 지급한다. 지급일이 휴일이면 그 전날에 지급하고, 임금의 구성과 계산 방법을 적은 명세서를 함께 준다.',
    '직원은 정년에 이른 날이 속하는 달의 말일에 퇴직한다. 퇴직하려는 직원은 삼십일 전까지 사직서를 내고 업무를 넘겨준 뒤에 회사의 물품을 돌려준다.',
    '회사는 성별, 국적, 신앙 또는 사회적 신분을 이유로 근로 조건을 다르게 정하지 않는다. 채용은 공개 전형을 원칙으로 하고 서류와 면접으로 한다.',
  ],
  [
    '제4장 휴가',
    `1년간 80퍼센트 이상 출근한 직원에게 15일의 연차유급휴가를 준다. ${LEAVE.sentence} 사용하지 않은 연차유급휴가는 소멸한다.`,
    '3년 이상 계속 근로한 직원에게는 최초 1년을 초과하는 계속 근로 연수 2년마다 하루를 더하며, 모두 합한 휴가는 25일을 넘지 않는다.',
    '경조사 휴가는 본인 결혼 5일, 자녀 결혼 1일, 부모 사망 5일로 한다. 휴가를 쓰려는 직원은 사흘 전까지 팀장에게 알린다.',
  ],
  [
    '제5장 출장',
    '국내 출장의 일비는 하루 3만원으로 하고, 숙박비는 영수증에 따라 실비로 지급한다. 교통비는 일반석을 기준으로 한다.',
    '해외 출장은 본부장의 승인을 받아야 하며, 돌아온 날부터 이 주 안에 보고서와 정산서를 낸다.',
  ],
];

/** A Korean PDF of three pages, printed by the browser with a type that has Hangul wherever it runs. */
export async function koreanPdf(browser: Browser): Promise<Buffer> {
  const font = (await readFile(FONT)).toString('base64');
  const page = await browser.newPage();
  await page.setContent(
    `<style>@font-face{font-family:P;src:url(data:font/woff2;base64,${font})}body{font:16px/28px P}section{break-after:page}</style>
    ${RULES.map(([title, ...texts]) => `<section><h1>${title}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</section>`).join('')}`,
  );
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.pdf({ format: 'A4', outline: true, tagged: true });
  await page.close();
  return bytes;
}

const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** An English Word file: the three parts that a reader needs, zipped, and a picture of so many bytes that makes it large. */
export function englishDocx(picture = 0): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const body = [
    paragraph('Employee handbook', 'Heading1'),
    paragraph('This handbook describes how we work together at Madang.'),
    paragraph('Probation', 'Heading2'),
    paragraph(`${PROBATION.sentence} A review with the team lead takes place in the last week.`),
    paragraph('Remote work', 'Heading2'),
    paragraph('Employees may work from home two days a week after agreeing with their team.'),
  ].join('');
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
      ),
      ...(picture ? { 'word/media/picture.png': [randomBytes(picture), { level: 0 }] } : {}),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  );
}
