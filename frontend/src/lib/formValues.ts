import type { FilledInput, ToolInput } from './api/types';
import type { Shown } from './pictures';
import { wordsOf } from './toolText';

/** What is filled into a field: words, a text file's content, or a picture. */
export interface FormValue {
  value?: string;
  fileName?: string;
  picture?: Shown;
}

export type FormValues = Readonly<Record<string, FormValue>>;

/** A form as it was sent, to be filled again. */
export const valuesOf = (filled: readonly FilledInput[]): FormValues =>
  Object.fromEntries(
    filled.map(({ name, value, fileName, imageId }) => [
      name,
      imageId ? { picture: { id: imageId } } : { value, ...(fileName ? { fileName } : {}) },
    ]),
  );

/** What was filled in and belongs to the form as it is now. */
export const filledOf = (inputs: readonly ToolInput[], values: FormValues): FormValues =>
  Object.fromEntries(
    inputs.flatMap(({ name }) => {
      const value = values[name];
      return value && (value.picture ?? value.value?.trim()) ? [[name, value]] : [];
    }),
  );

/** A filled form as people read it, until the server has said it. */
export const readForm = (inputs: readonly ToolInput[], values: FormValues): string =>
  inputs
    .flatMap(({ name, label }) => {
      const filled = values[name];
      if (!filled) return [];
      const text = filled.fileName ?? (filled.picture ? '' : (filled.value?.trim() ?? ''));
      return [[wordsOf(label), text].filter(Boolean).join(text.includes('\n') ? ':\n' : ': ')];
    })
    .join('\n');
