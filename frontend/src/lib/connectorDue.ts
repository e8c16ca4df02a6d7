import type { Connector } from './api/types';

/** Whether it begins as soon as somebody is free: it is new, or was told to. */
export const isDue = ({ state, finishedAt, nextAt }: Connector, now = Date.now()): boolean =>
  state === 'waiting' && !(finishedAt && nextAt && Date.parse(nextAt) > now);
