import '../../styles/check.css';
import { useEffect, useState } from 'preact/hooks';
import { fixed, number, t } from '../../i18n/i18n.ts';
import { CopyText } from '../check/copy-text.tsx';
import { PROBES } from '../check/probes.ts';
import { CHECKS, type CheckName, gradeOf, type Measured, NEEDS, verdictOf } from '../check/verdict.ts';
import { Page } from '../parts/page.tsx';
import { Sign } from '../parts/sign.tsx';
import { useTitle } from '../parts/use-title.ts';

/** Whether this network and this machine will do for a lesson: five things tried, one verdict, and what to do. */
export function Check() {
  const [measured, setMeasured] = useState<Partial<Measured>>({});
  const [turn, setTurn] = useState(0);
  useTitle(t('check.title'));
  useEffect(() => {
    let gone = false;
    setMeasured({});
    const run = async (): Promise<void> => {
      // One after the other: together they would measure each other.
      for (const name of CHECKS) {
        const value = await PROBES[name]();
        if (gone) return;
        setMeasured((before) => ({ ...before, [name]: value }));
      }
    };
    void run();
    return () => {
      gone = true;
    };
  }, [turn]);
  const whole = isWhole(measured) ? measured : null;
  const verdict = whole ? verdictOf(whole) : null;
  return (
    <Page narrow>
      <article class="check-page" data-state={verdict ?? 'running'}>
        <h1>{t('check.title')}</h1>
        <p class="lead">{t('check.lead')}</p>
        <p class={`check-verdict ${verdict ?? 'running'}`} role="status">
          <strong>{t(`check.verdict.${verdict ?? 'running'}`)}</strong> {t(`check.verdictText.${verdict ?? 'running'}`)}
        </p>
        <ul class="check-list">
          {CHECKS.map((name) => (
            <Line key={name} name={name} measured={measured} />
          ))}
        </ul>
        {whole ? (
          <>
            <CopyText text={reportText(whole)} />
            <p>
              <button type="button" class="button" onClick={() => setTurn(turn + 1)}>
                {t('check.again')}
              </button>
            </p>
          </>
        ) : null}
      </article>
    </Page>
  );
}

const isWhole = (measured: Partial<Measured>): measured is Measured => CHECKS.every((name) => name in measured);

function Line({ name, measured }: { readonly name: CheckName; readonly measured: Partial<Measured> }) {
  const known = name in measured;
  const grade = known ? gradeOf(name, withRest(measured)) : null;
  return (
    <li data-check={name} data-grade={grade ?? 'waiting'}>
      <span class="check-sign">{grade ? <Sign name={grade === 'bad' ? 'cross' : 'tick'} /> : null}</span>
      <div>
        <h2>{t(`check.${name}.name`)}</h2>
        <p>
          {grade ? <strong>{t(`check.grade.${grade}`)}</strong> : t('check.waiting')}{' '}
          {grade ? figureOf(name, withRest(measured)) : null}
        </p>
        {grade && grade !== 'good' ? <p>{t(`check.${name}.${grade}`)}</p> : null}
      </div>
    </li>
  );
}

const NOTHING: Measured = { live: null, webgl: null, simd: null, growth: null, download: null };
const withRest = (measured: Partial<Measured>): Measured => ({ ...NOTHING, ...measured });

/** What was measured, beside what a class needs. */
function figureOf(name: CheckName, { live, webgl, simd, growth, download }: Measured): string {
  switch (name) {
    case 'live':
      return live === null
        ? t('check.live.none')
        : t('check.live.figure', { ms: fixed(live, 0), most: NEEDS.live.good });
    case 'webgl':
      return t(`check.webgl.by.${webgl ?? 'none'}`);
    case 'simd':
      return t(simd ? 'check.simd.there' : 'check.simd.none');
    case 'growth':
      return growth === null
        ? t('check.growth.none')
        : t('check.growth.figure', { embryos: number(growth), needed: NEEDS.growth.good });
    case 'download':
      return download === null
        ? t('check.download.none')
        : t('check.download.figure', { speed: fixed(download, 1), needed: NEEDS.download.good });
  }
}

/** For who looks after the network: every line, in plain text. */
function reportText(measured: Measured): string {
  const lines = CHECKS.map((name) => {
    const grade = gradeOf(name, measured);
    const advice = grade === 'good' ? '' : ` ${t(`check.${name}.${grade}`)}`;
    return `${t(`check.${name}.name`)}: ${t(`check.grade.${grade}`)} ${figureOf(name, measured)}${advice}`;
  });
  return [
    t('check.textTitle', { address: location.origin, date: new Date().toISOString() }),
    t(`check.verdict.${verdictOf(measured)}`),
    ...lines,
    navigator.userAgent,
  ].join('\n');
}
