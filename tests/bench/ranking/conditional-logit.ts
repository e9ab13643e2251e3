/** One choice: the features of each alternative, row after row, and which one was true. */
export interface Choice {
  readonly features: Float64Array;
  readonly alternatives: number;
  readonly chosen: number;
  readonly weight: number;
}

/**
 * Weights of a conditional logit: P(i) ∝ exp(weights · features_i).
 * Formula: minimises −Σ weight · ln P(chosen) + ridge/2 · Σ w² by Newton's method with step halving, features scaled to unit spread.
 * Source: D. McFadden 1974, Conditional logit analysis of qualitative choice behavior. `fixed` holds the weights that are not learned.
 */
export function learnConditionalLogit(choices: readonly Choice[], start: Float64Array, fixed: readonly boolean[], ridge: number): Float64Array {
  const size = start.length;
  const spread = spreadOf(choices, size);
  const scaled = choices.map((choice) => ({ ...choice, features: choice.features.map((value, i) => value / (spread[i % size] as number)) }));
  let weights = start.map((weight, k) => weight * (spread[k] as number));
  let current = evaluate(scaled, weights, fixed, ridge);
  for (let iteration = 0; iteration < 25; iteration += 1) {
    const direction = solve(current.hessian, current.gradient, size);
    let step = 1;
    let next = weights;
    let nextState = current;
    for (let halving = 0; halving < 10; halving += 1) {
      next = weights.map((weight, k) => weight - step * (direction[k] as number));
      nextState = evaluate(scaled, next, fixed, ridge);
      if (nextState.loss < current.loss) break;
      step /= 2;
    }
    if (!(current.loss - nextState.loss > 1e-3)) break;
    weights = next;
    current = nextState;
  }
  return weights.map((weight, k) => weight / (spread[k] as number));
}

interface State {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

function evaluate(choices: readonly Choice[], weights: Float64Array, fixed: readonly boolean[], ridge: number): State {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let loss = 0;
  for (const choice of choices) loss += addChoice(choice, weights, gradient, hessian);
  for (let k = 0; k < size; k += 1) {
    loss += (ridge / 2) * (weights[k] as number) ** 2;
    gradient[k] = (gradient[k] as number) + ridge * (weights[k] as number);
    hessian[k * size + k] = (hessian[k * size + k] as number) + ridge + 1e-6;
  }
  fixed.forEach((isFixed, k) => {
    if (!isFixed) return;
    gradient[k] = 0;
    for (let other = 0; other < size; other += 1) hessian[k * size + other] = hessian[other * size + k] = other === k ? 1 : 0;
  });
  return { loss, gradient, hessian };
}

function addChoice(choice: Choice, weights: Float64Array, gradient: Float64Array, hessian: Float64Array): number {
  const size = weights.length;
  const { features, alternatives, chosen, weight } = choice;
  const utilities = Float64Array.from({ length: alternatives }, (_, row) => weights.reduce((sum, w, k) => sum + w * (features[row * size + k] as number), 0));
  const best = utilities.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = utilities.reduce((sum, utility) => sum + Math.exp(utility - best), 0);
  const shares = utilities.map((utility) => Math.exp(utility - best) / total);
  const mean = new Float64Array(size);
  shares.forEach((share, row) => {
    for (let k = 0; k < size; k += 1) mean[k] = (mean[k] as number) + share * (features[row * size + k] as number);
  });
  for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] as number) + weight * ((mean[k] as number) - (features[chosen * size + k] as number));
  shares.forEach((share, row) => {
    if (share < 1e-4) return;
    for (let a = 0; a < size; a += 1) {
      const offset = weight * share * ((features[row * size + a] as number) - (mean[a] as number));
      for (let b = 0; b < size; b += 1) hessian[a * size + b] = (hessian[a * size + b] as number) + offset * ((features[row * size + b] as number) - (mean[b] as number));
    }
  });
  return -weight * ((utilities[chosen] as number) - best - Math.log(total));
}

/** Standard deviation of each feature over the alternatives of a choice; 1 for one that never varies. */
function spreadOf(choices: readonly Choice[], size: number): Float64Array {
  const squares = new Float64Array(size);
  let rows = 0;
  for (const { features, alternatives } of choices) {
    rows += alternatives;
    for (let k = 0; k < size; k += 1) {
      let mean = 0;
      for (let row = 0; row < alternatives; row += 1) mean += (features[row * size + k] as number) / alternatives;
      for (let row = 0; row < alternatives; row += 1) squares[k] = (squares[k] as number) + ((features[row * size + k] as number) - mean) ** 2;
    }
  }
  return squares.map((sum) => (sum > 0 ? Math.sqrt(sum / rows) : 1));
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, i) => [...matrix.slice(i * size, (i + 1) * size), right[i] as number]);
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column);
    rest.sort((a, b) => Math.abs(b[column] as number) - Math.abs(a[column] as number));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] as number[];
    for (let row = column + 1; row < size; row += 1) {
      const target = rows[row] as number[];
      const factor = (target[column] as number) / (pivot[column] as number);
      for (let k = column; k <= size; k += 1) target[k] = (target[k] as number) - factor * (pivot[k] as number);
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row] as number[];
    let value = line[size] as number;
    for (let k = row + 1; k < size; k += 1) value -= (line[k] as number) * (solution[k] as number);
    solution[row] = value / (line[row] as number);
  }
  return solution;
}
