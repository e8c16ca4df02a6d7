import { createStore, useStore } from './store';

/** A picture beside a question: chosen here, or one that an earlier question showed. */
export interface Shown {
  /** Given by the server once it has it. */
  id?: string;
  name?: string;
  /** What stands for it on the page. */
  url?: string;
}

export const MOST_PICTURES = 4;

const NONE: readonly Shown[] = [];

/** What is chosen and not yet sent, by place; for as long as the page lives. */
const pictures = createStore<Readonly<Record<string, readonly Shown[]>>>({});

export const usePictures = (place: string): readonly Shown[] => useStore(pictures)[place] ?? NONE;

export const addPictures = (place: string, added: readonly Shown[]) =>
  pictures.set({
    ...pictures.get(),
    [place]: [...(pictures.get()[place] ?? NONE), ...added].slice(0, MOST_PICTURES),
  });

export const removePicture = (place: string, gone: Shown) =>
  pictures.set({
    ...pictures.get(),
    [place]: (pictures.get()[place] ?? NONE).filter((each) => each !== gone),
  });

/** Those that leave with a question. */
export function takePictures(place: string): readonly Shown[] {
  const { [place]: taken = NONE, ...rest } = pictures.get();
  pictures.set(rest);
  return taken;
}
