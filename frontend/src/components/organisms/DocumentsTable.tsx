import {
  Download,
  FileText,
  FolderInput,
  History,
  MoreHorizontal,
  RotateCw,
  Tag,
  Trash2,
} from 'lucide-react';
import { Link } from 'react-router';
import type { DocumentItem } from '@/lib/api/types';
import { dateText, sizeText } from '@/lib/format';
import { viewerPath } from '@/lib/openedAt';
import { shownName } from '@/lib/shownName';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { DocumentFacts } from '../molecules/DocumentFacts';
import { Menu, type MenuItem } from '../molecules/Menu';
import { StatusBadge } from '../molecules/StatusBadge';

export type DocumentAct = 'download' | 'retry' | 'versions' | 'describe' | 'move' | 'delete';

interface DocumentsTableProps {
  documents: DocumentItem[];
  editable: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  onAct: (act: DocumentAct, document: DocumentItem) => void;
  onTag: (tag: string) => void;
}

/** Bytes that never came cannot be read: such a file is added again. */
const mayReadAgain = ({ status, failure, meaningFailure }: DocumentItem) =>
  (status === 'FAILED' && failure?.code !== 'upload_expired') || !!meaningFailure;

const hidden = 'hidden px-3 py-3.5 align-top text-sm text-ink-2 tabular-nums whitespace-nowrap';
const box = 'mt-[3px] size-4.5 shrink-0 accent-accent';

/** A collection's documents, to be scanned: name, state, size, who and when; editors choose some to act on. */
export function DocumentsTable(props: DocumentsTableProps) {
  const { documents, editable, chosen, onChoose, onAct, onTag } = props;
  const all = documents.length > 0 && documents.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const actions = (document: DocumentItem): MenuItem[] => [
    { label: m.download(), icon: Download, onSelect: () => onAct('download', document) },
    { label: m.versions(), icon: History, onSelect: () => onAct('versions', document) },
    ...(editable
      ? [
          { label: m.properties(), icon: Tag, onSelect: () => onAct('describe', document) },
          { label: m.move(), icon: FolderInput, onSelect: () => onAct('move', document) },
          { label: m.delete_(), icon: Trash2, danger: true, onSelect: () => onAct('delete', document) },
        ]
      : []),
  ];
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table className="w-full text-left">
        <thead className="border-b border-line text-sm whitespace-nowrap text-ink-2">
          <tr>
            <th className="px-4 py-2.5 font-semibold">
              <span className="flex items-center gap-3">
                {editable && (
                  <input
                    type="checkbox"
                    className={box}
                    aria-label={m.choose_all()}
                    checked={all}
                    onChange={() => onChoose(new Set(all ? [] : documents.map(({ id }) => id)))}
                  />
                )}
                {m.document_name()}
              </span>
            </th>
            <th className="hidden px-3 py-2.5 font-semibold sm:table-cell">{m.document_status()}</th>
            <th className="hidden px-3 py-2.5 font-semibold lg:table-cell">{m.document_size()}</th>
            <th className="hidden px-3 py-2.5 font-semibold xl:table-cell">{m.document_by()}</th>
            <th className="hidden px-3 py-2.5 font-semibold lg:table-cell">{m.document_updated()}</th>
            <th className="w-12">
              <span className="sr-only">{m.actions()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id} className="border-b border-line last:border-b-0 hover:bg-paper">
              <td className="px-4 py-3 align-top">
                <div className="flex items-start gap-3">
                  {editable ? (
                    <input
                      type="checkbox"
                      className={box}
                      aria-label={m.choose({ name: document.name })}
                      checked={chosen.has(document.id)}
                      onChange={() => toggle(document.id)}
                    />
                  ) : (
                    <Icon of={FileText} className="mt-[3px] text-ink-2" />
                  )}
                  <div className="min-w-0">
                    <p className="font-semibold [overflow-wrap:anywhere]">
                      <Link to={viewerPath(document.id)} className="hover:text-accent hover:underline">
                        {shownName(document.name)}
                      </Link>
                    </p>
                    <DocumentFacts document={document} onTag={onTag} />
                    <div className="mt-1 sm:hidden">
                      <StatusBadge document={document} />
                    </div>
                    {editable && mayReadAgain(document) && (
                      <Button
                        className="mt-2"
                        icon={<Icon of={RotateCw} size={15} />}
                        onClick={() => onAct('retry', document)}
                      >
                        {m.read_again()}
                      </Button>
                    )}
                  </div>
                </div>
              </td>
              <td className="hidden px-3 py-3 align-top sm:table-cell">
                <StatusBadge document={document} />
              </td>
              <td className={`${hidden} lg:table-cell`}>{sizeText(document.size)}</td>
              <td className={`${hidden} xl:table-cell`}>{shownName(document.createdBy.name)}</td>
              <td className={`${hidden} lg:table-cell`}>{dateText(document.updatedAt)}</td>
              <td className="pr-2 text-right align-top">
                <Menu
                  label={m.document_menu({ name: document.name })}
                  icon={MoreHorizontal}
                  className="mt-2"
                  items={actions(document)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
