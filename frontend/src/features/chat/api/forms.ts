import type { InputValue } from '@/lib/api/types';
import type { FormValues } from '@/lib/formValues';
import { uploadPictures } from './pictures';

/** A filled form as it is sent; its pictures are given to the server first. */
export const filledInputs = (conversationId: string, values: FormValues): Promise<InputValue[]> =>
  Promise.all(
    Object.entries(values).map(async ([name, { value, fileName, characters, picture, document }]) => {
      if (picture) {
        const [imageId] = await uploadPictures(conversationId, [picture]);
        return { name, imageId: imageId! };
      }
      if (document?.phase === 'ready') return { name, fileId: document.fileId };
      return {
        name,
        value: value ?? '',
        ...(fileName ? { fileName } : {}),
        ...(characters ? { characters } : {}),
      };
    }),
  );
