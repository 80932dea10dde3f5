import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { ChartData } from '../charts/ChartView';
import { type Problem, problemsOf } from '../api/problems';
import { isoOf } from '../i18n/dates';
import { formatKind } from '../i18n/values';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { hrefOf } from '../shell/route';
import { useChanges } from '../shell/useChanges';
import type { Cue, Page } from './model';
import { PageHead } from './PageHead';
import { fillFilter } from './rules';

const ChartView = lazy(() => import('../charts/ChartView'));

interface RoleCentre {
  cues: { id: string; value: number }[];
  charts: ChartData[];
}

const REFRESH_MS = 60_000;
const PRELOAD_MS = 500;

/** Where the day starts: what waits, in figures that lead there, and how the months went. */
export function RoleCentrePage({ page }: { page: Page }) {
  const { api, company, language, session, texts } = useHandel();
  const [figures, setFigures] = useState<RoleCentre | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const load = useCallback(() => {
    api.read<RoleCentre>('roleCentre').then(
      (read) => {
        setFigures(read);
        setProblems([]);
      },
      (error: unknown) => setProblems(problemsOf(error, language)),
    );
  }, [api, language]);
  useEffect(() => {
    load();
    const timer = setInterval(load, REFRESH_MS);
    return () => clearInterval(timer);
  }, [load]);
  useChanges('*', load);
  useEffect(() => {
    const timer = setTimeout(() => void import('./RecordPage'), PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: load }]);
  const groups = [...new Set(page.cues.map((cue) => cue.group))];
  return (
    <article className="page page-home">
      <PageHead caption={company.displayName} status={session.displayName} />
      <ProblemsPanel problems={problems} onClose={() => setProblems([])} />
      <div className="cue-groups">
        {groups.map((group) => (
          <section key={group} className="cue-group" aria-label={group}>
            <h2>{group}</h2>
            <ul>
              {page.cues
                .filter((cue) => cue.group === group)
                .map((cue) => (
                  <li key={cue.id}>
                    <CueTile cue={cue} value={valueOf(figures, cue)} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="charts">
        {page.charts.map((chart) => {
          const data = figures?.charts.find((one) => one.id === chart.id);
          const isEmpty = !data || data.series.every((one) => one.values.length === 0);
          return (
            <section key={chart.id} className="chart-box" aria-label={chart.caption}>
              <h2>{chart.caption}</h2>
              {isEmpty ? (
                <p className="chart quiet">{figures ? texts.noData : ''}</p>
              ) : (
                <Suspense fallback={<div className="chart" />}>
                  <ChartView chart={chart} data={data} />
                </Suspense>
              )}
            </section>
          );
        })}
      </div>
    </article>
  );
}

function valueOf(figures: RoleCentre | null, cue: Cue): number | null {
  return figures?.cues.find((one) => one.id === cue.id)?.value ?? null;
}

function CueTile({ cue, value }: { cue: Cue; value: number | null }) {
  const { company, language } = useHandel();
  const filter = cue.filter && fillFilter(cue.filter, { today: isoOf(new Date()) });
  const query = { ...(cue.view ? { view: cue.view } : {}), ...(filter ? { filter } : {}) };
  return (
    <a className="cue" href={hrefOf({ company: company.id, page: cue.page, query })}>
      <span className={cue.unit === 'count' ? 'cue-value' : 'cue-value cue-amount'}>
        {value === null ? '–' : formatKind('quantity', Math.round(value), language)}
      </span>
      <span className="cue-caption">{cue.caption}</span>
    </a>
  );
}
