/** The guide for teachers: chapters of short points, in one language a file, as lessons are. */
export interface GuideChapter {
  readonly id: 'before' | 'during' | 'trouble' | 'after' | 'privacy';
  readonly title: string;
  readonly points: readonly GuidePoint[];
}

export interface GuidePoint {
  /** The point in a few words. */
  readonly lead: string;
  readonly text: string;
  /** A page of this game that belongs to it. */
  readonly link?: { readonly to: string; readonly text: string };
}

/** In that language, or in English. */
export async function loadGuide(_language = 'en'): Promise<readonly GuideChapter[]> {
  return (await import('./en/guide.ts')).guide;
}
