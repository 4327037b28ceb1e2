import type { Covered } from './covering.ts';

/** How those of a group answer: all of them so, or one of them alone, which is still to come (`search`). */
interface Course {
  readonly all: number | 'search';
  /** Who has been asked since it was chosen: asked again, they choose anew. */
  readonly asked: readonly string[];
}

/** Chooses, in one run through a step, the answers of those that are covered. */
export class Covering {
  readonly #pick: (count: number) => number;
  readonly #courses = new Map<string, Course>();

  constructor(pick: (count: number) => number) {
    this.#pick = pick;
  }

  /** Which of so many options one of them answers. */
  choose({ group, member, lone, base }: Covered, options: number): number {
    const { all, asked } = this.#courseOf(group, member, options);
    const isLone = all === 'search' && this.#pick(2) === 1;
    this.#courses.set(group, { all: isLone ? base : all, asked: [...asked, member] });
    if (isLone) return lone;
    return all === 'search' ? base : all;
  }

  #courseOf(group: string, member: string, options: number): Course {
    const course = this.#courses.get(group);
    if (course && !course.asked.includes(member)) return course;
    this.#courses.delete(group);
    const all = this.#pick(options + 1);
    const begun: Course = { all: all === options ? 'search' : all, asked: [] };
    this.#courses.set(group, begun);
    return begun;
  }

  /** What is chosen beforehand, for whoever compares two runs. */
  standing(): string {
    return JSON.stringify([...this.#courses]);
  }
}
