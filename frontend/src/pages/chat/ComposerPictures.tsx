import { ImagePlus } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '@/components/atoms/IconButton';
import { PictureStrip } from '@/components/molecules/PictureStrip';
import { addPictures, MOST_PICTURES, removePicture, usePictures } from '@/lib/pictures';
import { PICTURE_TYPES, readPicture } from '@/lib/readPicture';
import { toast } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

interface ComposerPicturesProps {
  place: string;
  /** Whether whoever answers reads pictures. */
  taken: boolean;
}

/** Pictures for the next question: pasted, dropped on the composer or chosen. */
export function ComposerPictures({ place, taken }: ComposerPicturesProps) {
  const pictures = usePictures(place);
  const chooser = useRef<HTMLInputElement>(null);
  // where the composer leaves room for what is chosen
  const [strip, setStrip] = useState<Element>();
  useEffect(() => setStrip(chooser.current?.closest('[data-composer]')?.firstElementChild ?? undefined), []);
  const count = pictures.length;
  const add = useCallback(
    async (files: readonly File[]) => {
      if (!taken) return toast(m.pictures_refused(), m.pictures_not_taken());
      const read = await Promise.all(files.map(readPicture));
      if (read.includes(undefined)) toast(m.pictures_refused(), m.picture_unreadable());
      if (count + files.length > MOST_PICTURES)
        toast(m.pictures_refused(), m.pictures_most({ count: MOST_PICTURES }));
      addPictures(
        place,
        read.filter((each) => each !== undefined),
      );
    },
    [place, taken, count],
  );
  useEffect(() => {
    const composer = strip?.parentElement;
    if (!composer) return;
    const take = (event: Event, from: DataTransfer | null) => {
      const files = [...(from?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      void add(files);
    };
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const drop = (event: DragEvent) => take(event, event.dataTransfer);
    const over = (event: DragEvent) => event.preventDefault();
    composer.addEventListener('paste', paste);
    composer.addEventListener('drop', drop);
    composer.addEventListener('dragover', over);
    return () => {
      composer.removeEventListener('paste', paste);
      composer.removeEventListener('drop', drop);
      composer.removeEventListener('dragover', over);
    };
  }, [strip, add]);
  return (
    <>
      {(taken || count > 0) && (
        <IconButton
          icon={ImagePlus}
          label={m.picture_add()}
          disabled={count >= MOST_PICTURES}
          onClick={() => chooser.current?.click()}
        />
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={m.picture_add()}
        accept={PICTURE_TYPES.join(',')}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {strip &&
        count > 0 &&
        createPortal(
          <PictureStrip
            pictures={pictures}
            taken={taken}
            onRemove={(picture) => removePicture(place, picture)}
          />,
          strip,
        )}
    </>
  );
}
