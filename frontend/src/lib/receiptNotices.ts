import { m } from '@/paraglide/messages';
import type { Receipt } from './api/types';

interface Notice {
  code: string;
  message: string;
}

/** What a reader should know of how an answer came; a receipt knows it better than what was told on the way. */
export function withReceipt(told: readonly Notice[], receipt: Receipt | undefined): readonly Notice[] {
  if (!receipt) return told;
  const masked = Object.values(receipt.masked).reduce((sum, count) => sum + count, 0);
  return [
    ...told.filter(({ code }) => code !== 'switched' && code !== 'masked'),
    ...(receipt.attempts.some(({ model }) => model !== receipt.model)
      ? [{ code: 'switched', message: m.notice_switched({ model: receipt.modelName }) }]
      : []),
    ...(masked ? [{ code: 'masked', message: m.notice_masked({ count: masked }) }] : []),
  ];
}
