/** A problem document of the platform (RFC 9457); status 0 where the platform could not be reached. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  traceId?: string;
  commandId?: string;
  /** What is wrong, one by one, where the platform can say it. */
  errors?: PlacedError[];
}

export interface PlacedError {
  /** File, line and column, or a path into the document that was sent; may be empty. */
  place?: string;
  text: string;
}

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}
