import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { droppedFiles, type FoundFile } from '@/lib/droppedFiles';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Icon } from '../atoms/Icon';

interface DropZoneProps {
  target: string;
  onFiles: (files: FoundFile[]) => void;
}

/** Takes files and folders dropped anywhere on the page. */
export function DropZone({ target, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const handlers: Record<string, (event: DragEvent) => unknown> = {
      dragenter: () => setOver(++depth > 0),
      dragleave: () => setOver(--depth > 0),
      dragover: ({ dataTransfer }) => (dataTransfer!.dropEffect = 'copy'),
      drop: (event) => {
        depth = 0;
        setOver(false);
        if (event.dataTransfer)
          void droppedFiles(event.dataTransfer).then((files) => {
            if (files.length) take.current(files);
          });
      },
    };
    const listen = (event: Event) => {
      if (!carriesFiles(event as DragEvent)) return;
      event.preventDefault();
      handlers[event.type]!(event as DragEvent);
    };
    for (const type of Object.keys(handlers)) addEventListener(type, listen);
    return () => {
      for (const type of Object.keys(handlers)) removeEventListener(type, listen);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-30 grid animate-appear place-items-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/90">
      <p className="flex items-center gap-3 text-lg font-semibold text-accent">
        <Icon of={FileUp} size={24} />
        {m.drop_here({ name: shownName(target) })}
      </p>
    </div>
  );
}
