import type { ManagedModel, ModelProvider } from '@/lib/api/types';

export const vllm: ModelProvider = {
  id: 'vllm',
  kind: 'openai_compatible',
  name: '사내 vLLM',
  baseUrl: 'https://llm.example.com/v1',
  clearance: 'confidential',
  key: 'set',
  models: 2,
  added: true,
  editable: true,
};

export const qwen: ManagedModel = {
  id: 'qwen3-32b',
  provider: 'vllm',
  providerName: '사내 vLLM',
  vendorName: 'qwen3-32b',
  name: 'Qwen3 32B',
  contextTokens: 128_000,
  maxOutputTokens: 8_000,
  images: false,
  tools: true,
  jsonSchema: true,
  effort: 'level',
  sampling: true,
  price: { input: 1_000, cachedInput: 100, output: 4_000, currency: 'KRW' },
  masks: {},
  enabled: true,
  usable: true,
  added: true,
};
