import { describe, expect, it } from 'vitest';
import { entriesOf, synonymsOf } from './glossaryText';

describe('a pasted glossary', () => {
  it('is read line by line, whatever divides', () => {
    expect(
      entriesOf('CPO = 개인정보 보호책임자, privacy officer\r\nDR\t재해복구\tdisaster recovery\n\nHR: 인사')
        .entries,
    ).toEqual([
      { term: 'CPO', synonyms: ['개인정보 보호책임자', 'privacy officer'] },
      { term: 'DR', synonyms: ['재해복구', 'disaster recovery'] },
      { term: 'HR', synonyms: ['인사'] },
    ]);
  });

  it('tells how many lines it could not read', () => {
    expect(entriesOf(`CPO\n= 책임자\nA = A\nB = ${'b'.repeat(101)}\nC = c`)).toEqual({
      entries: [{ term: 'C', synonyms: ['c'] }],
      unread: 4,
    });
  });

  it('takes each word once, and twenty at most', () => {
    expect(synonymsOf('인사, 인사 ,HR;')).toEqual(['인사', 'HR']);
    expect(synonymsOf(Array.from({ length: 30 }, (_, n) => `w${n}`).join())).toHaveLength(20);
  });
});
