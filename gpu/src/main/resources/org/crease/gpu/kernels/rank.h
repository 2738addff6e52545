/*
 * Products of masked matrices for many regions at once, their Gram matrices, and proofs that these are definite. REAL is the
 * precision. Each region has, for each link, the numbers of its live units, most of them at the most: n for an active unit,
 * -n - 1 for one with the slope of inactive ones. Matrices of a region begin at its number times a stride; Gram matrices
 * have rows of lda numbers and min(live units, columns) of them. Kernels work on the regions in the list members; groups are
 * numbered from first on. 256 items a group throughout.
 */
#define ITEMS 256
#define SIDE 16
#define PER 4
#define TILE 64
#define DEPTH 16
#define ROWS 16
#define PANEL 16
#define STEPS 6
#define HALVINGS 60
#define VECTORS (STEPS + 1)

/* One rounding or two: the bounds on errors allow both. */
#if defined(__OPENCL_VERSION__) && !defined(FAST_FMA)
#define TIMES_PLUS(a, b, c) ((a) * (b) + (c))
#else
#define TIMES_PLUS(a, b, c) fma(a, b, c)
#endif

HELPER i32 unit_of(i32 code) {
    return code < 0 ? -code - 1 : code;
}

HELPER i32 smaller(i32 a, i32 b) {
    return a < b ? a : b;
}

/* Adds the products of two tiles to an item's sums: rows y, y + SIDE, ..., columns x, x + SIDE, ... of a square. */
HELPER void add_products(
        SHARED_POINTER REAL (*left)[TILE + 1], SHARED_POINTER REAL (*right)[TILE + 1], REAL sums[PER][PER]) {
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    for (int deep = 0; deep < DEPTH; deep++) {
        REAL mine[PER];
        for (int p = 0; p < PER; p++) {
            mine[p] = left[deep][y + SIDE * p];
        }
        for (int q = 0; q < PER; q++) {
            REAL theirs = right[deep][x + SIDE * q];
            for (int p = 0; p < PER; p++) {
                sums[p][q] = TIMES_PLUS(mine[p], theirs, sums[p][q]);
            }
        }
    }
}

/* The rows of the first link; a group has ROWS of them, blocks of them are pieces a region. */
KERNEL gather(
        GLOBAL const float *weights, REAL inactive, i32 columns, GLOBAL const i32 *live, GLOBAL const i32 *counts,
        i32 most, GLOBAL REAL *rows, i64 stride, i32 pieces, GLOBAL const i32 *members, i64 first) {
    i64 group = GROUP + first;
    i64 region = members[group / pieces];
    i32 from = (i32) (group % pieces) * ROWS;
    i32 to = smaller(from + ROWS, counts[region]);
    for (i32 row = from; row < to; row++) {
        i32 code = live[region * most + row];
        REAL slope = code < 0 ? inactive : (REAL) 1;
        i64 source = (i64) unit_of(code) * columns;
        for (i32 c = ITEM; c < columns; c += ITEMS) {
            rows[region * stride + (i64) row * columns + c] = slope * (REAL) weights[source + c];
        }
    }
}

/* A square of the product of a link's live rows and columns with the rows before; tiles of them a region. */
KERNEL multiply(
        GLOBAL const float *weights, REAL inactive, i32 inputs, i32 columns, GLOBAL const i32 *live,
        GLOBAL const i32 *counts, i32 most, GLOBAL const i32 *live_before, GLOBAL const i32 *counts_before,
        i32 most_before, GLOBAL const REAL *before, GLOBAL REAL *rows, i64 stride, i32 tiles,
        GLOBAL const i32 *members, i64 first) {
    SHARED REAL left[DEPTH][TILE + 1];
    SHARED REAL right[DEPTH][TILE + 1];
    i64 group = GROUP + first;
    i64 region = members[group / tiles];
    i32 tile = (i32) (group % tiles);
    i32 across = (columns + TILE - 1) / TILE;
    i32 first_row = tile / across * TILE;
    i32 first_column = tile % across * TILE;
    i32 count = counts[region];
    i32 inner = counts_before[region];
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    REAL sums[PER][PER];
    for (int p = 0; p < PER; p++) {
        for (int q = 0; q < PER; q++) {
            sums[p][q] = 0;
        }
    }
    if (first_row >= count) {
        inner = 0;
    }
    for (i32 from = 0; from < inner; from += DEPTH) {
        for (int k = ITEM; k < TILE * DEPTH; k += ITEMS) {
            int row = k / DEPTH;
            int deep = k % DEPTH;
            REAL value = 0;
            if (first_row + row < count && from + deep < inner) {
                i64 unit = unit_of(live[region * most + first_row + row]);
                value = weights[unit * inputs + unit_of(live_before[region * most_before + from + deep])];
            }
            left[deep][row] = value;
        }
        for (int k = ITEM; k < TILE * DEPTH; k += ITEMS) {
            int deep = k / TILE;
            int column = k % TILE;
            int there = from + deep < inner && first_column + column < columns;
            right[deep][column] =
                    there ? before[region * stride + (i64) (from + deep) * columns + first_column + column] : 0;
        }
        BARRIER();
        add_products(left, right, sums);
        BARRIER();
    }
    for (int p = 0; p < PER; p++) {
        i32 row = first_row + y + SIDE * p;
        if (row < count) {
            REAL slope = live[region * most + row] < 0 ? inactive : (REAL) 1;
            for (int q = 0; q < PER; q++) {
                i32 column = first_column + x + SIDE * q;
                if (column < columns) {
                    rows[region * stride + (i64) row * columns + column] = slope * sums[p][q];
                }
            }
        }
    }
}

/* A square below or on the diagonal of the Gram matrix on the smaller side, and its mirror image. */
KERNEL gram(
        GLOBAL const REAL *rows, i64 stride, i32 columns, GLOBAL const i32 *counts, GLOBAL REAL *grams, i32 lda,
        i32 tiles, GLOBAL const i32 *members, i64 first) {
    SHARED REAL left[DEPTH][TILE + 1];
    SHARED REAL right[DEPTH][TILE + 1];
    i64 group = GROUP + first;
    i64 region = members[group / tiles];
    i32 tile = (i32) (group % tiles);
    i32 tile_row = 0;
    while ((tile_row + 1) * (tile_row + 2) / 2 <= tile) {
        tile_row++;
    }
    i32 first_i = tile_row * TILE;
    i32 first_j = (tile - tile_row * (tile_row + 1) / 2) * TILE;
    i32 count = counts[region];
    int wide = count <= columns;
    i32 size = smaller(count, columns);
    i32 terms = wide ? columns : count;
    i64 along = wide ? 1 : columns; /* from one term to the next */
    i64 beside = wide ? columns : 1;
    GLOBAL const REAL *matrix = rows + region * stride;
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    REAL sums[PER][PER];
    for (int p = 0; p < PER; p++) {
        for (int q = 0; q < PER; q++) {
            sums[p][q] = 0;
        }
    }
    if (first_i >= size) {
        terms = 0;
    }
    for (i32 from = 0; from < terms; from += DEPTH) {
        for (int k = ITEM; k < TILE * DEPTH; k += ITEMS) {
            int one = wide ? k / DEPTH : k % TILE;
            int deep = wide ? k % DEPTH : k / TILE;
            int there = from + deep < terms;
            i64 place = (from + deep) * along;
            left[deep][one] = there && first_i + one < size ? matrix[place + (first_i + one) * beside] : 0;
            right[deep][one] = there && first_j + one < size ? matrix[place + (first_j + one) * beside] : 0;
        }
        BARRIER();
        add_products(left, right, sums);
        BARRIER();
    }
    GLOBAL REAL *matrix_out = grams + region * lda * lda;
    for (int p = 0; p < PER; p++) {
        i32 i = first_i + y + SIDE * p;
        for (int q = 0; q < PER; q++) {
            i32 j = first_j + x + SIDE * q;
            if (i < size && j <= i) {
                matrix_out[(i64) i * lda + j] = sums[p][q];
                matrix_out[(i64) j * lda + i] = sums[p][q];
            }
        }
    }
}

/* The sum of what the items have. */
HELPER REAL sum_of(SHARED_POINTER REAL *scratch, REAL mine) {
    scratch[ITEM] = mine;
    BARRIER();
    for (int span = ITEMS / 2; span > 0; span /= 2) {
        if (ITEM < span) {
            scratch[ITEM] = scratch[ITEM] + scratch[ITEM + span];
        }
        BARRIER();
    }
    REAL sum = scratch[0];
    BARRIER();
    return sum;
}

HELPER REAL dot(SHARED_POINTER REAL *scratch, i64 size, GLOBAL const REAL *a, GLOBAL const REAL *b) {
    REAL mine = 0;
    for (i64 i = ITEM; i < size; i += ITEMS) {
        mine = TIMES_PLUS(a[i], b[i], mine);
    }
    return sum_of(scratch, mine);
}

/* The sum of the squares of a region's rows. A group has a region. */
KERNEL squares(
        GLOBAL const REAL *rows, i64 stride, i32 columns, GLOBAL const i32 *counts, GLOBAL REAL *sums,
        GLOBAL const i32 *members, i64 first) {
    SHARED REAL scratch[ITEMS];
    i64 region = members[GROUP + first];
    GLOBAL const REAL *matrix = rows + region * stride;
    REAL sum = dot(scratch, (i64) counts[region] * columns, matrix, matrix);
    if (ITEM == 0) {
        sums[region] = sum;
    }
}

/* The product of a symmetric matrix with a vector. */
HELPER void apply(GLOBAL const REAL *matrix, i32 lda, i32 size, GLOBAL const REAL *x, GLOBAL REAL *y) {
    for (i32 j = ITEM; j < size; j += ITEMS) {
        REAL sum = 0;
        for (i32 i = 0; i < size; i++) {
            sum = TIMES_PLUS(matrix[(i64) i * lda + j], x[i], sum);
        }
        y[j] = sum;
    }
    BARRIER();
}

/* Solves U'U y = y for the triangle U above the diagonal, PANEL unknowns at a time. */
HELPER void solve(
        GLOBAL const REAL *factor, i32 lda, i32 size, GLOBAL REAL *y, SHARED_POINTER REAL *scratch,
        SHARED_POINTER REAL *block, SHARED_POINTER REAL *solved) {
    int r = ITEM / PANEL;
    int c = ITEM % PANEL;
    for (i32 p = 0; p < size; p += PANEL) {
        i32 width = smaller(PANEL, size - p);
        block[ITEM] = r < width && c < width ? factor[(i64) (p + r) * lda + p + c] : 0;
        BARRIER();
        if (ITEM == 0) {
            for (int k = 0; k < width; k++) {
                REAL value = y[p + k];
                for (int m = 0; m < k; m++) {
                    value = value - block[m * PANEL + k] * solved[m];
                }
                solved[k] = value / block[k * PANEL + k];
                y[p + k] = solved[k];
            }
        }
        BARRIER();
        for (i32 i = p + width + ITEM; i < size; i += ITEMS) {
            REAL value = y[i];
            for (int k = 0; k < width; k++) {
                value = value - factor[(i64) (p + k) * lda + i] * solved[k];
            }
            y[i] = value;
        }
        BARRIER();
    }
    for (i32 p = (size - 1) / PANEL * PANEL; p >= 0; p -= PANEL) {
        i32 width = smaller(PANEL, size - p);
        REAL mine = 0;
        if (r < width) {
            for (i32 i = p + width + c; i < size; i += PANEL) {
                mine = mine + factor[(i64) (p + r) * lda + i] * y[i];
            }
        }
        scratch[ITEM] = mine;
        block[ITEM] = r < width && c < width ? factor[(i64) (p + r) * lda + p + c] : 0;
        BARRIER();
        if (ITEM < width) {
            REAL value = y[p + ITEM];
            for (int lane = 0; lane < PANEL; lane++) {
                value = value - scratch[ITEM * PANEL + lane];
            }
            solved[ITEM] = value;
        }
        BARRIER();
        if (ITEM == 0) {
            for (int k = width - 1; k >= 0; k--) {
                REAL value = solved[k];
                for (int m = k + 1; m < width; m++) {
                    value = value - block[k * PANEL + m] * solved[m];
                }
                solved[k] = value / block[k * PANEL + k];
                y[p + k] = solved[k];
            }
        }
        BARRIER();
    }
}

/* Whether x is above all eigenvalues of a tridiagonal matrix. */
HELPER int above(REAL x, SHARED_POINTER const REAL *diagonal, SHARED_POINTER const REAL *beside, int size) {
    REAL pivot = x - diagonal[0];
    for (int k = 1; k < size && pivot > 0; k++) {
        pivot = x - diagonal[k] - beside[k - 1] * beside[k - 1] / pivot;
    }
    return pivot > 0;
}

HELPER REAL largest_of(SHARED_POINTER const REAL *diagonal, SHARED_POINTER const REAL *beside, int size) {
    REAL low = 0;
    REAL high = 0;
    for (int k = 0; k < size; k++) {
        REAL reach = diagonal[k] + (k + 1 < size ? beside[k] : 0) + (k == 0 ? 0 : beside[k - 1]);
        low = low < diagonal[k] ? diagonal[k] : low;
        high = high < reach ? reach : high;
    }
    for (int halving = 0; halving < HALVINGS && low < high; halving++) {
        REAL middle = low + (high - low) / 2;
        if (above(middle, diagonal, beside, size)) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return low;
}

/*
 * The largest eigenvalue of Gram matrices, or of the inverses of their factored selves, by Lanczos' method from the vector
 * start with full reorthogonalisation; and the trace, for the matrices themselves. Vectors are VECTORS times lda a region.
 */
KERNEL lanczos(
        GLOBAL const REAL *grams, i32 lda, i32 columns, GLOBAL const i32 *counts, GLOBAL const REAL *start,
        GLOBAL REAL *vectors, i32 inverse, GLOBAL REAL *traces, GLOBAL REAL *largest, GLOBAL const i32 *members,
        i64 first) {
    SHARED REAL scratch[ITEMS];
    SHARED REAL block[PANEL * PANEL];
    SHARED REAL solved[PANEL];
    SHARED REAL diagonal[STEPS];
    SHARED REAL beside[STEPS];
    i64 region = members[GROUP + first];
    i32 size = smaller(counts[region], columns);
    GLOBAL const REAL *matrix = grams + region * lda * lda;
    GLOBAL REAL *basis = vectors + region * VECTORS * lda;
    if (!inverse) {
        REAL mine = 0;
        for (i32 i = ITEM; i < size; i += ITEMS) {
            mine = mine + matrix[(i64) i * lda + i];
        }
        REAL trace = sum_of(scratch, mine);
        if (ITEM == 0) {
            traces[region] = trace;
        }
    }
    REAL length = sqrt(dot(scratch, size, start, start));
    for (i32 i = ITEM; i < size; i += ITEMS) {
        basis[i] = start[i] / length;
    }
    BARRIER();
    int steps = smaller(size, STEPS);
    int done = 0;
    for (int k = 0; k < steps && done == 0; k++) {
        GLOBAL REAL *last = basis + (i64) k * lda;
        GLOBAL REAL *next = last + lda;
        for (i32 i = ITEM; i < size; i += ITEMS) {
            next[i] = last[i];
        }
        BARRIER();
        if (inverse) {
            solve(matrix, lda, size, next, scratch, block, solved);
        } else {
            apply(matrix, lda, size, last, next);
        }
        REAL middle = dot(scratch, size, next, last);
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j <= k; j++) {
                GLOBAL const REAL *direction = basis + (i64) j * lda;
                REAL projection = dot(scratch, size, next, direction);
                for (i32 i = ITEM; i < size; i += ITEMS) {
                    next[i] = next[i] - projection * direction[i];
                }
                BARRIER();
            }
        }
        REAL norm = sqrt(dot(scratch, size, next, next));
        if (ITEM == 0) {
            diagonal[k] = middle;
            beside[k] = norm;
        }
        if (k + 1 == steps || !(norm > BREAKDOWN * middle)) {
            done = k + 1;
        } else {
            for (i32 i = ITEM; i < size; i += ITEMS) {
                next[i] = next[i] / norm;
            }
        }
        BARRIER();
    }
    if (ITEM == 0) {
        largest[region] = largest_of(diagonal, beside, done);
    }
}

/*
 * Cholesky's factor U'U of Gram matrices less shifts, in the triangle above the diagonal: PANEL rows after PANEL rows from
 * row from to row to, each followed by the update of what is right of and below it. The triangle below stays, and diagonals
 * keeps the diagonal. positive says whether all pivots so far are above zero.
 */
KERNEL factor(
        GLOBAL REAL *grams, i32 lda, i32 columns, GLOBAL const i32 *counts, GLOBAL const REAL *shifts,
        GLOBAL REAL *diagonals, GLOBAL i32 *positive, i32 from, i32 to, GLOBAL const i32 *members, i64 first) {
    SHARED REAL block[PANEL][PANEL + 1];
    SHARED REAL left[PANEL][TILE + 1];
    SHARED REAL right[PANEL][TILE + 1];
    i64 region = members[GROUP + first];
    i32 size = smaller(counts[region], columns);
    GLOBAL REAL *matrix = grams + region * lda * lda;
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    int good = from == 0 ? 1 : positive[region];
    if (from == 0) {
        for (i32 i = ITEM; i < size; i += ITEMS) {
            REAL element = matrix[(i64) i * lda + i];
            diagonals[region * lda + i] = element;
            matrix[(i64) i * lda + i] = element - shifts[region];
        }
    }
    BARRIER();
    for (i32 p = from; p < size && p < to && good; p += PANEL) {
        i32 width = smaller(PANEL, size - p);
        if (y < width && x < width) {
            block[y][x] = y <= x ? matrix[(i64) (p + y) * lda + p + x] : 0;
        }
        BARRIER();
        for (int k = 0; k < width; k++) {
            REAL pivot = block[k][k];
            if (!(pivot > 0)) {
                good = 0;
                pivot = 1;
            }
            REAL root = sqrt(pivot);
            BARRIER();
            if (ITEM >= k && ITEM < width) {
                block[k][ITEM] = ITEM == k ? root : block[k][ITEM] / root;
            }
            BARRIER();
            if (y > k && x >= y && x < width) {
                block[y][x] = TIMES_PLUS(-block[k][y], block[k][x], block[y][x]);
            }
            BARRIER();
        }
        if (y <= x && x < width) {
            matrix[(i64) (p + y) * lda + p + x] = block[y][x];
        }
        for (i32 j = p + PANEL + ITEM; j < size; j += ITEMS) {
            REAL column[PANEL];
            for (int k = 0; k < PANEL; k++) {
                REAL value = matrix[(i64) (p + k) * lda + j];
                for (int m = 0; m < k; m++) {
                    value = TIMES_PLUS(-block[m][k], column[m], value);
                }
                column[k] = value / block[k][k];
                matrix[(i64) (p + k) * lda + j] = column[k];
            }
        }
        BARRIER();
        for (i32 row = p + PANEL; row < size; row += TILE) {
            for (i32 beside = row; beside < size; beside += TILE) {
                for (int e = ITEM; e < PANEL * TILE; e += ITEMS) {
                    int k = e / TILE;
                    int at = e % TILE;
                    left[k][at] = row + at < size ? matrix[(i64) (p + k) * lda + row + at] : 0;
                    right[k][at] = beside + at < size ? matrix[(i64) (p + k) * lda + beside + at] : 0;
                }
                BARRIER();
                REAL sums[PER][PER];
                for (int a = 0; a < PER; a++) {
                    for (int b = 0; b < PER; b++) {
                        i32 i = row + y + SIDE * a;
                        i32 j = beside + x + SIDE * b;
                        sums[a][b] = i <= j && j < size ? matrix[(i64) i * lda + j] : 0;
                    }
                }
                for (int k = 0; k < PANEL; k++) {
                    REAL mine[PER];
                    for (int a = 0; a < PER; a++) {
                        mine[a] = -left[k][y + SIDE * a];
                    }
                    for (int b = 0; b < PER; b++) {
                        REAL theirs = right[k][x + SIDE * b];
                        for (int a = 0; a < PER; a++) {
                            sums[a][b] = TIMES_PLUS(mine[a], theirs, sums[a][b]);
                        }
                    }
                }
                for (int a = 0; a < PER; a++) {
                    for (int b = 0; b < PER; b++) {
                        i32 i = row + y + SIDE * a;
                        i32 j = beside + x + SIDE * b;
                        if (i <= j && j < size) {
                            matrix[(i64) i * lda + j] = sums[a][b];
                        }
                    }
                }
                BARRIER();
            }
        }
    }
    if (ITEM == 0) {
        positive[region] = good;
    }
}
