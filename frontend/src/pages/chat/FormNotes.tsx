import type { FilledInput } from '@/lib/api/types';
import { numberText } from '@/lib/format';
import { m } from '@/paraglide/messages';

/** Which documents of a form were too long to be asked with whole. */
export default function FormNotes({ inputs }: { inputs: readonly FilledInput[] }) {
  return inputs.map(
    ({ name, fileName, value, characters }) =>
      characters && (
        <p key={name} className="mb-1 text-sm text-warn">
          {m.form_file_cut({
            name: fileName ?? '',
            read: numberText(value.length),
            whole: numberText(characters),
          })}
        </p>
      ),
  );
}
