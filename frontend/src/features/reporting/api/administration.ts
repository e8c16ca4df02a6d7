import { api, data } from '@/lib/api/client';
import type { PutBudget, PutReportChannel } from '@/lib/api/types';

const page = (cursor?: string) => ({ params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } } });

export const listBudgets = () => data(api.GET('/v1/admin/budgets'));

export const putBudget = (budgetId: string, body: PutBudget) =>
  data(api.PUT('/v1/admin/budgets/{budgetId}', { params: { path: { budgetId } }, body }));

export const deleteBudget = (budgetId: string) =>
  data(api.DELETE('/v1/admin/budgets/{budgetId}', { params: { path: { budgetId } } }));

export const listLeases = () => data(api.GET('/v1/admin/leases'));

export const releaseLease = (instanceId: string) =>
  data(api.DELETE('/v1/admin/leases/{instanceId}', { params: { path: { instanceId } } }));

export const listRates = () => data(api.GET('/v1/admin/exchange-rates'));

export const putRate = (currency: string, rate: number, source: string) =>
  data(
    api.PUT('/v1/admin/exchange-rates/{currency}', {
      params: { path: { currency } },
      body: { rate, source },
    }),
  );

export const listChannels = () => data(api.GET('/v1/admin/report-channels'));

export const putChannel = (channelId: string, body: PutReportChannel) =>
  data(api.PUT('/v1/admin/report-channels/{channelId}', { params: { path: { channelId } }, body }));

export const deleteChannel = (channelId: string) =>
  data(api.DELETE('/v1/admin/report-channels/{channelId}', { params: { path: { channelId } } }));

export const testChannel = (channelId: string) =>
  data(api.POST('/v1/admin/report-channels/{channelId}/test', { params: { path: { channelId } } }));

export const listDeliveries = (cursor?: string) => data(api.GET('/v1/admin/deliveries', page(cursor)));

export const retryDelivery = (deliveryId: string) =>
  data(api.POST('/v1/admin/deliveries/{deliveryId}/retry', { params: { path: { deliveryId } } }));

export const listReports = (cursor?: string) => data(api.GET('/v1/reports/scheduled', page(cursor)));

export const listAlerts = (cursor?: string) => data(api.GET('/v1/reports/alerts', page(cursor)));
