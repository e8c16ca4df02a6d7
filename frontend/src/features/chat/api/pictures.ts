import { api, data } from '@/lib/api/client';
import type { Shown } from '@/lib/pictures';

/** Gives pictures to the server that it does not have yet, and says their ids. */
export const uploadPictures = (conversationId: string, pictures: readonly Shown[]): Promise<string[]> =>
  Promise.all(
    pictures.map(async (picture) => {
      picture.id ??= (
        await data(
          api.POST('/v1/conversations/{conversationId}/images', {
            params: { path: { conversationId } },
            body: { data: picture.url!.slice(picture.url!.indexOf(',') + 1) },
          }),
        )
      ).id;
      return picture.id;
    }),
  );

/** A picture that a question showed, as an address for the page. */
export const getPicture = async (conversationId: string, imageId: string) => {
  const { mediaType, data: bytes } = await data(
    api.GET('/v1/conversations/{conversationId}/images/{imageId}', {
      params: { path: { conversationId, imageId } },
    }),
  );
  return `data:${mediaType};base64,${bytes}`;
};
