import { Download, FileText, MoreHorizontal, RotateCw, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { DocumentItem } from '@/lib/api/types';
import { dateText, sizeText } from '@/lib/format';
import { viewerPath } from '@/lib/openedAt';
import { m } from '@/paraglide/messages';
import { Button } from '../atoms/Button';
import { Icon } from '../atoms/Icon';
import { Menu, type MenuItem } from '../molecules/Menu';
import { StatusBadge } from '../molecules/StatusBadge';

interface DocumentsTableProps {
  documents: DocumentItem[];
  editable: boolean;
  onDownload: (document: DocumentItem) => void;
  onRetry: (document: DocumentItem) => void;
  onDelete: (document: DocumentItem) => void;
}

const hidden = 'hidden px-3 py-3.5 align-top text-sm text-ink-2 tabular-nums whitespace-nowrap';

/** A collection's documents, to be scanned: name, state, size, who and when. */
export function DocumentsTable({ documents, editable, onDownload, onRetry, onDelete }: DocumentsTableProps) {
  const actions = (document: DocumentItem): MenuItem[] => [
    { label: m.download(), icon: Download, onSelect: () => onDownload(document) },
    ...(editable
      ? [{ label: m.delete_(), icon: Trash2, danger: true, onSelect: () => onDelete(document) }]
      : []),
  ];
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table className="w-full text-left">
        <thead className="border-b border-line text-sm whitespace-nowrap text-ink-2">
          <tr>
            <th className="px-4 py-2.5 font-semibold">{m.document_name()}</th>
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
                  <Icon of={FileText} className="mt-[3px] text-ink-2" />
                  <div className="min-w-0">
                    <p className="font-semibold [overflow-wrap:anywhere]">
                      <Link to={viewerPath(document.id)} className="hover:text-accent hover:underline">
                        {document.name}
                      </Link>
                    </p>
                    <div className="mt-1 sm:hidden">
                      <StatusBadge document={document} />
                    </div>
                    {(document.status === 'FAILED' || document.meaningFailure) && editable && (
                      <Button
                        className="mt-2"
                        icon={<Icon of={RotateCw} size={15} />}
                        onClick={() => onRetry(document)}
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
              <td className={`${hidden} xl:table-cell`}>{document.createdBy.name}</td>
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
