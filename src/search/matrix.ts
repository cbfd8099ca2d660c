// Matrices for the latent space, row by row in typed arrays: narrow ones, whose columns are a few directions.

/** A square matrix times a narrow one, both row by row; four rows at once, so that each sum is fetched a quarter as often. */
export function times(square: Float64Array, narrow: Float64Array, width: number): Float64Array {
  const size = narrow.length / width;
  const product = new Float64Array(narrow.length);
  for (let i = 0; i < size; i += 1) {
    const row = i * size;
    const to = i * width;
    let j = 0;
    for (; j + 3 < size; j += 4) {
      const from = j * width;
      const [v, w, x, y] = [
        square[row + j] ?? 0,
        square[row + j + 1] ?? 0,
        square[row + j + 2] ?? 0,
        square[row + j + 3] ?? 0,
      ];
      for (let d = 0; d < width; d += 1) {
        const at = from + d;
        product[to + d] =
          (product[to + d] ?? 0) +
          v * (narrow[at] ?? 0) +
          w * (narrow[at + width] ?? 0) +
          x * (narrow[at + 2 * width] ?? 0) +
          y * (narrow[at + 3 * width] ?? 0);
      }
    }
    for (; j < size; j += 1) {
      const value = square[row + j] ?? 0;
      for (let d = 0; d < width; d += 1)
        product[to + d] = (product[to + d] ?? 0) + value * (narrow[j * width + d] ?? 0);
    }
  }
  return product;
}

/** The columns made orthogonal and of length 1, from the first on (Gram-Schmidt, modified). */
export function orthonormal(matrix: Float64Array, width: number): Float64Array {
  const columns = Array.from({ length: width }, (_, d) => columnOf(matrix, width, d));
  for (const [d, column] of columns.entries()) {
    for (const before of columns.slice(0, d)) subtract(column, before, dot(column, before));
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) / length;
  }
  const result = new Float64Array(matrix.length);
  for (const [d, column] of columns.entries()) for (const [i, value] of column.entries()) result[i * width + d] = value;
  return result;
}

/** Q L⁻ᵀ, where L is the Cholesky factor of Qᵀ P and P is the product matrix times Q. */
export function unmixed(q: Float64Array, p: Float64Array, width: number): Float64Array {
  const size = q.length / width;
  const columns = (matrix: Float64Array) => Array.from({ length: width }, (_, d) => columnOf(matrix, width, d));
  const left = columns(q);
  const right = columns(p);
  const lower = Array.from({ length: width }, () => new Float64Array(width));
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = dot(left[i] ?? NO_NUMBERS, right[j] ?? NO_NUMBERS);
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0);
      const row = lower[i] ?? NO_NUMBERS;
      // A direction in which the rows do not differ at all says nothing.
      row[j] = i === j ? Math.sqrt(Math.max(sum, TINY)) : sum / (lower[j]?.[j] ?? 1);
    }
  }
  const result = new Float64Array(q.length);
  for (let i = 0; i < size; i += 1) {
    for (let d = 0; d < width; d += 1) {
      let value = q[i * width + d] ?? 0;
      for (let k = 0; k < d; k += 1) value -= (lower[d]?.[k] ?? 0) * (result[i * width + k] ?? 0);
      result[i * width + d] = value / (lower[d]?.[d] ?? 1);
    }
  }
  return result;
}

const TINY = 1e-12;
const NO_NUMBERS = new Float64Array(0);

function columnOf(matrix: Float64Array, width: number, column: number): Float64Array {
  return Float64Array.from({ length: matrix.length / width }, (_, i) => matrix[i * width + column] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function subtract(from: Float64Array, what: Float64Array, by: number): void {
  for (let i = 0; i < from.length; i += 1) from[i] = (from[i] ?? 0) - by * (what[i] ?? 0);
}

/** The same numbers each time, so that the same folder gives the same index. */
export function randomMatrix(rows: number, columns: number): Float64Array {
  let state = 1;
  return Float64Array.from({ length: rows * columns }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}
