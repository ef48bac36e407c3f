import type { ComponentChildren } from 'preact';
import { Page } from './page.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The technical sentence, for who wants to report it. */
  readonly detail?: string;
  readonly children?: ComponentChildren;
}

/** A whole page with one thing to say and what to do about it. */
export function Message({ title, text, detail, children }: Props) {
  return (
    <Page narrow>
      <section class="message" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        {detail ? <p class="detail">{detail}</p> : null}
        <div class="actions">{children}</div>
      </section>
    </Page>
  );
}
