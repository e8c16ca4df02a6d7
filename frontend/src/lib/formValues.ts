import type { FilledInput, ToolInput } from './api/types';
import type { Shown } from './pictures';
import { wordsOf } from './toolText';

/** How far a document is that was chosen for a field. */
export type DocumentState =
  | { phase: 'uploading'; share: number }
  | { phase: 'reading' }
  | { phase: 'ready'; fileId: string; characters: number; pages?: number | undefined; left: string[] }
  | { phase: 'failed'; reason: string };

/** Sends a document and follows how it is read, until it is there, has failed or is taken back. */
export type TakeDocument = (file: File, tell: (state: DocumentState) => void) => TakenDocument;

export interface TakenDocument {
  retry: () => void;
  /** The page is left: nothing is sent or asked any more. */
  leave: () => void;
  /** The person does not want it there any more. */
  remove: () => void;
}

/** What is filled into a field: words, a file's text, a picture, or a document that the server reads. */
export interface FormValue {
  value?: string;
  fileName?: string;
  /** How many the whole document has, of which the value is the beginning. */
  characters?: number;
  /** It was sent like that before. */
  sent?: boolean;
  picture?: Shown;
  document?: DocumentState;
}

export type FormValues = Readonly<Record<string, FormValue>>;

/** A form as it was sent, to be filled again. */
export const valuesOf = (filled: readonly FilledInput[]): FormValues =>
  Object.fromEntries(
    filled.map(({ name, value, fileName, imageId, characters }) => [
      name,
      imageId
        ? { picture: { id: imageId } }
        : {
            value,
            ...(fileName ? { fileName, sent: true } : {}),
            ...(characters ? { characters } : {}),
          },
    ]),
  );

/** Whether a document was chosen that cannot be asked with, not yet or not at all. */
export const isUnread = ({ document }: FormValue): boolean => !!document && document.phase !== 'ready';

/** What was filled in and belongs to the form as it is now. */
export const filledOf = (inputs: readonly ToolInput[], values: FormValues): FormValues =>
  Object.fromEntries(
    inputs.flatMap(({ name }) => {
      const value = values[name];
      return value && (value.picture ?? value.document ?? value.value?.trim()) ? [[name, value]] : [];
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
