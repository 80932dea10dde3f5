import { Link } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatValue } from '../i18n/values';
import { useHandel } from '../shell/context';
import { hrefOf } from '../shell/route';
import { drillHref } from './links';
import type { FactBox, Row } from './model';
import { fillFilter } from './rules';

const SETTLE_MS = 150;

interface Props {
  boxes: FactBox[];
  header: Row;
  line: Row | null;
}

/** Facts beside the record: who the party is, what the item on this line is. */
export function FactPane({ boxes, header, line }: Props) {
  const { texts } = useHandel();
  if (boxes.length === 0) return null;
  return (
    <aside className="facts" aria-label={texts.facts}>
      {boxes.map((box) => (
        <Facts key={box.id} box={box} row={box.ofLine ? line : header} />
      ))}
    </aside>
  );
}

function Facts({ box, row }: { box: FactBox; row: Row | null }) {
  const { api, pages, company, language, texts } = useHandel();
  const [facts, setFacts] = useState<Row | null>(null);
  const filter = row && fillFilter(box.filter, row);
  useEffect(() => {
    if (!filter) {
      setFacts(null);
      return;
    }
    const asked = new AbortController();
    // A clerk who runs down the lines does not ask for every one of them.
    const timer = setTimeout(() => {
      api.list(box.source, { filter, top: 1 }, asked.signal).then(
        ({ rows }) => setFacts(rows[0] ?? null),
        () => asked.signal.aborted || setFacts(null),
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [api, box, filter]);
  const card = facts && box.card;
  return (
    <section className="fact-box">
      <h2>
        {card ? (
          <Link
            href={hrefOf({ company: company.id, page: card, record: String(facts.id), query: {} })}
          >
            {box.caption}
          </Link>
        ) : (
          box.caption
        )}
      </h2>
      {facts ? (
        <dl>
          {box.fields.map((field) => {
            const shown = formatValue(field, facts[field.name], language) || '–';
            const href = drillHref(pages, company.id, field.drillDown, facts);
            return (
              <div key={field.name}>
                <dt>{field.caption}</dt>
                <dd>{href ? <Link href={href}>{shown}</Link> : shown}</dd>
              </div>
            );
          })}
        </dl>
      ) : (
        <p className="quiet">{texts.noFacts}</p>
      )}
    </section>
  );
}
