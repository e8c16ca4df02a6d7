import { FileUp, FolderPlus, FolderUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { Icon } from '@/components/atoms/Icon';
import { Menu } from '@/components/molecules/Menu';
import { NameDialog } from '@/components/molecules/NameDialog';
import { useFolderChanges } from '@/features/library/hooks/useFolders';
import { chosenFiles, type FoundFile } from '@/lib/droppedFiles';
import { m } from '@/paraglide/messages';

interface UploadButtonsProps {
  collectionId: string;
  folderId: string | undefined;
  onFiles: (files: FoundFile[]) => void;
}

/** Files, a whole folder, or a new folder into the open one. */
export function UploadButtons({ collectionId, folderId, onFiles }: UploadButtonsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [naming, setNaming] = useState(false);
  const { create } = useFolderChanges(collectionId);
  const take = ({ target }: { target: HTMLInputElement }) => {
    onFiles(chosenFiles(target.files ?? []));
    target.value = '';
  };
  return (
    <>
      <Button look="primary" icon={<Icon of={FileUp} />} onClick={() => files.current!.click()}>
        {m.upload()}
      </Button>
      <Menu
        label={m.add_more()}
        icon={FolderPlus}
        items={[
          { label: m.folder_new(), icon: FolderPlus, onSelect: () => setNaming(true) },
          { label: m.upload_folder(), icon: FolderUp, onSelect: () => folder.current!.click() },
        ]}
      />
      <input ref={files} type="file" multiple className="hidden" aria-label={m.upload()} onChange={take} />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        className="hidden"
        aria-label={m.upload_folder()}
        onChange={take}
      />
      {naming && (
        <NameDialog
          title={m.folder_new()}
          label={m.folder_name()}
          verb={m.create()}
          maxLength={120}
          busy={create.isPending}
          onClose={() => setNaming(false)}
          onSubmit={(name) =>
            create.mutate(
              { name, ...(folderId ? { parentId: folderId } : {}) },
              { onSuccess: () => setNaming(false) },
            )
          }
        />
      )}
    </>
  );
}
