import { Button, Link } from '@fluentui/react-components';
import { DismissRegular, ErrorCircleRegular, InfoRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import { messageOf, type Problem } from '../api/problems';
import { problemHref } from '../pages/links';
import type { Field } from '../pages/model';
import { useHandel } from '../shell/context';

const NONE: Field[] = [];

interface Props {
  problems: Problem[];
  /** Of the page, whose captions the messages take. */
  fields?: Field[];
  /** Jumps to the field at fault; false when it is not on this page. */
  onJump?: (problem: Problem) => boolean;
  onClose: () => void;
}

/**
 * Everything to be mended, all at once, each with the way there (D11); or what there is to know
 * about something that was done.
 */
export function ProblemsPanel({ problems, fields = NONE, onJump, onClose }: Props) {
  const { pages, company, texts } = useHandel();
  const panel = useRef<HTMLElement>(null);
  const captions = useMemo(
    () => new Map(fields.map((field) => [field.name, field.caption])),
    [fields],
  );
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [problems]);
  if (problems.length === 0) return null;
  const isTold = problems.every((problem) => problem.isRemark);
  const Icon = isTold ? InfoRegular : ErrorCircleRegular;
  return (
    <section
      ref={panel}
      className={isTold ? 'problems remarks' : 'problems'}
      aria-label={isTold ? texts.remarks : texts.problems}
      role={isTold ? 'status' : 'alert'}
    >
      <header>
        <Icon aria-hidden fontSize={20} />
        <strong>
          {isTold ? texts.remarksCount(problems.length) : texts.problemsCount(problems.length)}
        </strong>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={texts.close}
          onClick={onClose}
        />
      </header>
      <ol>
        {problems.map((problem, at) => {
          const href = problem.link && problemHref(pages, company.id, problem.link);
          return (
            <li key={`${problem.code}-${at}`}>
              <span>{messageOf(problem, captions)}</span>
              {problem.target && onJump && (
                <Link as="button" onClick={() => onJump(problem)}>
                  {texts.goThere}
                </Link>
              )}
              {href && <Link href={href}>{texts.open}</Link>}
              {problem.reference && (
                <small>
                  {texts.reference} {problem.reference}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
