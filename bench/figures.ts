/** The median of several rounds, and the least and the most of them. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** What a ratio is meant to be. */
export interface Goal {
  readonly is: ">=" | "<=" | "<"
  readonly value: number
}

/** Two things measured in the same rounds. The ratio is the figure: the rest says what it is of. */
export interface Row {
  readonly what: string
  readonly subject: string
  readonly against: string
  readonly unit: string
  /** Medians. */
  readonly values: readonly [subject: number, against: number]
  readonly ratio: Spread
  readonly rounds: number
  readonly goal?: Goal | undefined
  readonly met?: boolean | undefined
}

/** What is counted, not timed: it is the same in every run. */
export interface Size {
  readonly what: string
  readonly bytes: number
  readonly gzipped: number
  /** The part of `bytes` that comes from this project. */
  readonly ownShare: number
  /** What `gzipped` is meant to be. */
  readonly goal?: Goal | undefined
  readonly met?: boolean | undefined
}

export interface Section {
  readonly rows?: ReadonlyArray<Row>
  readonly sizes?: ReadonlyArray<Size>
  /** What a reader has to know to trust the figures. */
  readonly notes?: ReadonlyArray<string>
}

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

export const isMet = (value: number, { is, value: goal }: Goal): boolean =>
  is === ">=" ? value >= goal : is === "<=" ? value <= goal : value < goal

/** Compares what was measured in turn: a round with the round beside it, whatever the machine did meanwhile. */
export const compare = (
  about: Pick<Row, "against" | "goal" | "subject" | "unit" | "what">,
  subject: ReadonlyArray<number>,
  against: ReadonlyArray<number>,
): Row => {
  const ratios = subject.map((value, round) => value / (against[round] ?? NaN))
  const ratio = { max: Math.max(...ratios), median: median(ratios), min: Math.min(...ratios) }
  return {
    ...about,
    met: about.goal && isMet(ratio.median, about.goal),
    ratio,
    rounds: ratios.length,
    values: [median(subject), median(against)],
  }
}
