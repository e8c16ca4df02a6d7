import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/atoms/Button';
import { IconButton } from '@/components/atoms/IconButton';
import { Skeleton } from '@/components/atoms/Skeleton';
import { ErrorState } from '@/components/molecules/ErrorState';
import { Answer } from '@/components/organisms/Answer';
import { Composer } from '@/components/organisms/Composer';
import { LiveAnswerView } from '@/components/organisms/LiveAnswerView';
import { Question } from '@/components/organisms/Question';
import type { useConversation } from '@/features/chat/hooks/useConversation';
import { useOlderAbove } from '@/hooks/useOlderAbove';
import { useStickToBottom } from '@/hooks/useStickToBottom';
import type { Citation, ToolInput } from '@/lib/api/types';
import { afterFirst } from '@/lib/afterFirst';
import { useDraft } from '@/lib/drafts';
import { valuesOf, type FormValues } from '@/lib/formValues';
import { takePictures, type Shown } from '@/lib/pictures';
import { toastError } from '@/lib/toasts';
import { m } from '@/paraglide/messages';

const ComposerModel = lazy(() => import('./ComposerModel'));
const ToolComposer = lazy(() => import('./ToolComposer'));
const LiveActions = lazy(() => import('./LiveActions'));
const AnswerModel = lazy(() => import('./AnswerModel'));
const FormNotes = lazy(() => import('./FormNotes'));
const FormAgain = lazy(() => import('./FormAgain'));
const AnswerFiles = lazy(() => import('./AnswerFiles'));
const KeepAnswer = lazy(() => import('./KeepAnswer'));
const QuestionPictures = lazy(() => import('./QuestionPictures'));
const BudgetNotice = lazy(() => afterFirst(() => import('./BudgetNotice')));

interface ThreadProps {
  conversation: ReturnType<typeof useConversation>;
  onOpenCitation: (citation: Citation) => void;
  /** Of a tool that is tried while it is made: its form. */
  trial?: { inputs: readonly ToolInput[] } | undefined;
}

/** An open conversation: its visible path, the answer on its way, and the next question. */
export default function Thread({ conversation, onOpenCitation, trial }: ThreadProps) {
  const { id, toolId, query, path, live, told, ask, regenerate, rate, showSibling, stop, tryAgain, dismiss } =
    conversation;
  const [text, setText] = useDraft(id ?? '');
  const [refill, setRefill] = useState<{ of: string; values: FormValues }>();
  const { viewport, content, atBottom, toBottom } = useStickToBottom();
  const above = useOlderAbove(viewport, content, query);
  const busy = live !== undefined && live.phase !== 'failed';
  // While an edited question is on its way, the branch it replaces is not shown below it.
  const cut = live?.asked
    ? path.findIndex(({ message }) => message.parentId === live.asked?.parentId && message.role === 'user')
    : -1;
  const shown = cut < 0 ? path : path.slice(0, cut);
  const lastAnswer = path.findLast(({ message }) => message.role === 'assistant');
  // a model is told no more of it
  const history = path.slice(-20).reduce((sum, { message }) => sum + message.text.length, 0);
  const liveView = live && (
    <LiveAnswerView
      {...live}
      problem={live.problem}
      notices={told[live.answerId ?? '']}
      extras={
        !!live.actions?.length && (
          <Suspense>
            <LiveActions conversationId={id ?? ''} answerId={live.answerId ?? ''} actions={live.actions} />
          </Suspense>
        )
      }
      onOpenCitation={onOpenCitation}
      onRetry={tryAgain}
      onDismiss={dismiss}
    />
  );
  const pictures = (shownPictures: readonly Shown[] | undefined) =>
    !!shownPictures?.length && (
      <Suspense>
        <QuestionPictures conversationId={id ?? ''} pictures={shownPictures} />
      </Suspense>
    );
  // a form that was refused is shown again with what is wrong in it
  const refused =
    live?.phase === 'failed' && live.asked?.form && live.problem?.problem.errors?.length ? live : undefined;
  const form = (
    values: FormValues,
    onClose: () => void,
    errors?: readonly { field: string; message: string }[],
  ) => (
    <Suspense>
      <FormAgain
        toolId={toolId ?? ''}
        inputs={trial?.inputs}
        values={values}
        errors={errors}
        busy={busy}
        onClose={onClose}
        onRun={(next, words) => {
          setRefill(undefined);
          dismiss();
          toBottom();
          ask(words, undefined, undefined, next);
        }}
      />
    </Suspense>
  );
  const liveIsPlaced = shown.some(({ message }) => message.id === live?.answerId);
  return (
    <>
      <div
        ref={viewport}
        className="min-h-0 flex-1 overflow-y-auto px-4"
        role="group"
        tabIndex={0}
        aria-label={m.messages()}
      >
        <div
          ref={content}
          role="log"
          aria-busy={busy}
          className="mx-auto w-full max-w-[720px] space-y-6 py-4"
        >
          {query.error && !query.data && (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          )}
          {query.isPending && !live && <Skeleton rows={6} className="h-5" />}
          {query.hasNextPage && (
            <div ref={above}>
              <Button
                look="quiet"
                className="w-full"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {m.messages_earlier()}
              </Button>
            </div>
          )}
          {shown.map((turn) =>
            turn.message.role === 'user' ? (
              refill?.of === turn.message.id ? (
                <div key={turn.message.id}>{form(refill.values, () => setRefill(undefined))}</div>
              ) : (
                <Question
                  key={turn.message.id}
                  turn={turn}
                  busy={busy}
                  onStep={(step) => showSibling(turn, step)}
                  onEdit={(edited) => ask(edited, turn.message.parentId, turn.message.images)}
                  onRefill={
                    turn.message.inputs &&
                    (() => setRefill({ of: turn.message.id, values: valuesOf(turn.message.inputs ?? []) }))
                  }
                  pictures={
                    <>
                      {pictures(turn.message.images)}
                      {turn.message.inputs?.some(({ characters }) => characters) && (
                        <Suspense>
                          <FormNotes inputs={turn.message.inputs} />
                        </Suspense>
                      )}
                    </>
                  }
                />
              )
            ) : turn.message.id === live?.answerId ? (
              <div key={turn.message.id}>{liveView}</div>
            ) : (
              <Answer
                key={turn.message.id}
                turn={turn}
                busy={busy}
                onOpenCitation={onOpenCitation}
                onStep={(step) => showSibling(turn, step)}
                onRegenerate={() => regenerate(turn.message.id)}
                notices={told[turn.message.id]}
                extras={
                  <Suspense>
                    {toolId && (
                      <KeepAnswer
                        toolId={toolId}
                        trial={!!trial}
                        question={
                          path.find(({ message }) => message.id === turn.message.parentId)?.message.text
                        }
                        citations={turn.message.citations}
                      />
                    )}
                    <AnswerFiles text={turn.message.text} whole={!!toolId} />
                    <AnswerModel
                      answer={turn.message}
                      busy={busy}
                      onRegenerate={toolId ? undefined : (model) => regenerate(turn.message.id, model)}
                    />
                  </Suspense>
                }
                onRate={(rating, comment) => void rate(turn.message.id, rating, comment).catch(toastError)}
              />
            ),
          )}
          {live?.asked && !refused && (
            <div>
              {pictures(live.asked.pictures)}
              <p className="ml-auto w-fit max-w-[85%] rounded-xl rounded-br-md bg-sunken px-4 py-2.5 whitespace-pre-wrap">
                {live.asked.text}
              </p>
            </div>
          )}
          {refused
            ? form(refused.asked?.form ?? {}, dismiss, refused.problem?.problem.errors)
            : live && !liveIsPlaced && liveView}
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-[752px] px-4 pb-4">
        {!atBottom && (
          <div className="absolute -top-11 left-1/2 -translate-x-1/2 rounded-full border border-line bg-surface shadow-float">
            <IconButton icon={ArrowDown} label={m.to_bottom()} onClick={toBottom} className="rounded-full" />
          </div>
        )}
        <Suspense>
          <BudgetNotice />
        </Suspense>
        <Composer
          text={text}
          onText={setText}
          onStop={busy ? stop : undefined}
          stopping={live?.phase === 'stopping' || live?.phase === 'opening'}
          notYet={!query.data}
          tools={
            <Suspense>
              {trial ? null : toolId ? (
                <ToolComposer toolId={toolId} place={id ?? ''} text={text} history={history} />
              ) : (
                <ComposerModel place={id ?? ''} text={text} history={history} />
              )}
            </Suspense>
          }
          onSend={(question) => {
            setText('');
            toBottom();
            ask(question, lastAnswer?.message.id, takePictures(id ?? ''));
          }}
        />
      </div>
    </>
  );
}
