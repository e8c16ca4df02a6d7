interface FieldNotesProps {
  /** By which the field says that they are about it. */
  id: string;
  help: string;
  errors: readonly string[];
}

/** What a field wants, and what is wrong with what stands in it. */
export function FieldNotes({ id, help, errors }: FieldNotesProps) {
  return (
    <div id={id} className="mt-1 text-sm">
      {errors.map((message) => (
        <p key={message} role="alert" className="text-danger">
          {message}
        </p>
      ))}
      <p className="text-ink-2 [overflow-wrap:anywhere]">{help}</p>
    </div>
  );
}
