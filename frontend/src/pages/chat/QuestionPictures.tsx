import { usePicture } from '@/features/chat/hooks/usePicture';
import type { Shown } from '@/lib/pictures';
import { m } from '@/paraglide/messages';

interface PicturesProps {
  conversationId: string;
  pictures: readonly Shown[];
}

function Thumbnail({
  conversationId,
  picture,
  number,
}: {
  conversationId: string;
  picture: Shown;
  number: number;
}) {
  const url = usePicture(conversationId, picture);
  const shape = 'size-28 rounded-lg border border-line bg-sunken';
  return url ? (
    <img src={url} alt={m.picture_number({ number })} className={`${shape} object-cover`} />
  ) : (
    <span className={shape} />
  );
}

/** What a question shows, over its words. */
export default function QuestionPictures({ conversationId, pictures }: PicturesProps) {
  return (
    <ul className="mb-2 flex flex-wrap justify-end gap-2" aria-label={m.pictures()}>
      {pictures.map((picture, index) => (
        <li key={picture.id ?? index}>
          <Thumbnail conversationId={conversationId} picture={picture} number={index + 1} />
        </li>
      ))}
    </ul>
  );
}
