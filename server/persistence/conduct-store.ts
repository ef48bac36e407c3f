/** Where reports of what people did are kept, for the operator. */
import type { ReportReason } from '../../shared/protocol/manners.ts';

export interface ConductReport {
  /** Unique; says nothing. */
  readonly id: string;
  /** The moment in the match's recording. */
  readonly tick: number;
  /** The generation on show, counted from 0. */
  readonly generation: number;
  /** Whose steward was reported, and whose steward reported it: nothing else is known of either. */
  readonly seat: number;
  readonly bySeat: number;
  readonly why: ReportReason;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ConductStore {
  /** Acknowledged only after this has resolved. */
  addConductReport(matchId: string, report: ConductReport): Promise<void>;
  /** Of all matches, the newest first. */
  conductReports(limit: number): Promise<(ConductReport & { readonly matchId: string })[]>;
}
