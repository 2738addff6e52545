/*
 * All eigenvalues of Gram matrices: Householder's tridiagonalisation and bisection by Sturm's sequences. Of a region's
 * vectors the first two are reflectors in turn, then come w and p, the diagonal, and what is beside it.
 */

/*
 * Steps from to to of the tridiagonalisation. One sweep over the matrix both applies the rank-two update of the step before
 * and multiplies with the new reflector. The first step puts back what a factorisation has changed, from below the diagonal.
 */
KERNEL tridiagonalise(
        GLOBAL REAL *grams, i32 lda, i32 columns, GLOBAL const i32 *counts, GLOBAL const REAL *diagonals,
        GLOBAL REAL *vectors, i32 factored, i32 from, i32 to, GLOBAL const i32 *members, i64 first) {
    SHARED REAL scratch[ITEMS];
    i64 region = members[GROUP + first];
    i32 size = smaller(counts[region], columns);
    GLOBAL REAL *matrix = grams + region * lda * lda;
    GLOBAL REAL *own = vectors + region * VECTORS * lda;
    GLOBAL REAL *w = own + 2 * (i64) lda;
    GLOBAL REAL *p = own + 3 * (i64) lda;
    GLOBAL REAL *diagonal = own + 4 * (i64) lda;
    GLOBAL REAL *beside = own + 5 * (i64) lda;
    if (from == 0) {
        for (i32 j = ITEM; j < size; j += ITEMS) {
            own[j] = 0;
            own[(i64) lda + j] = 0;
            w[j] = 0;
            for (i32 i = 0; i < j && factored; i++) {
                matrix[(i64) i * lda + j] = matrix[(i64) j * lda + i];
            }
            if (factored) {
                matrix[(i64) j * lda + j] = diagonals[region * lda + j];
            }
        }
        BARRIER();
    }
    for (i32 k = from; k < to && k < size; k++) {
        GLOBAL const REAL *old = own + (i64) (k % 2) * lda;
        GLOBAL REAL *reflector = own + (i64) (1 - k % 2) * lda;
        GLOBAL REAL *row = matrix + (i64) k * lda;
        REAL squares = 0;
        for (i32 j = k + ITEM; j < size; j += ITEMS) {
            REAL element = row[j] - old[k] * w[j] - w[k] * old[j];
            reflector[j] = element;
            squares = squares + (j > k + 1 ? element * element : 0);
        }
        REAL rest = sum_of(scratch, squares);
        REAL head = k + 1 < size ? reflector[k + 1] : 0;
        REAL norm = sqrt(head * head + rest);
        REAL image = rest > 0 ? (head > 0 ? -norm : norm) : head;
        REAL scale = rest > 0 ? 2 / ((head - image) * (head - image) + rest) : 0;
        BARRIER();
        if (ITEM == 0) {
            diagonal[k] = reflector[k];
            beside[k] = image;
            if (k + 1 < size) {
                reflector[k + 1] = head - image;
            }
        }
        BARRIER();
        REAL mine = 0;
        for (i32 j = k + 1 + ITEM; j < size; j += ITEMS) {
            REAL old_j = old[j];
            REAL w_j = w[j];
            REAL sum = 0;
            for (i32 i = k + 1; i < size; i++) {
                REAL element = matrix[(i64) i * lda + j];
                element = TIMES_PLUS(-old[i], w_j, element);
                element = TIMES_PLUS(-w[i], old_j, element);
                matrix[(i64) i * lda + j] = element;
                sum = TIMES_PLUS(element, reflector[i], sum);
            }
            p[j] = scale * sum;
            mine = TIMES_PLUS(p[j], reflector[j], mine);
        }
        REAL twist = sum_of(scratch, mine) * scale / 2;
        for (i32 j = k + 1 + ITEM; j < size; j += ITEMS) {
            w[j] = p[j] - twist * reflector[j];
        }
        BARRIER();
    }
}

/* How many eigenvalues are below x. */
HELPER i32 below(REAL x, GLOBAL const REAL *diagonal, GLOBAL const REAL *beside, i32 size, REAL tiny) {
    REAL pivot = diagonal[0] - x;
    i32 count = pivot < 0 ? 1 : 0;
    for (i32 k = 1; k < size; k++) {
        if (pivot < tiny && pivot > -tiny) {
            pivot = pivot < 0 ? -tiny : tiny;
        }
        pivot = diagonal[k] - x - beside[k - 1] * beside[k - 1] / pivot;
        count += pivot < 0 ? 1 : 0;
    }
    return count;
}

/* The eigenvalues in ascending order, one an item; pieces groups a region. */
KERNEL bisect(
        GLOBAL const REAL *vectors, i32 lda, i32 columns, GLOBAL const i32 *counts, GLOBAL REAL *eigenvalues, i32 pieces,
        GLOBAL const i32 *members, i64 first) {
    i64 group = GROUP + first;
    i64 region = members[group / pieces];
    i32 size = smaller(counts[region], columns);
    i32 which = (i32) (group % pieces) * ITEMS + ITEM;
    GLOBAL const REAL *diagonal = vectors + (region * VECTORS + 4) * lda;
    GLOBAL const REAL *beside = diagonal + lda;
    REAL low = diagonal[0];
    REAL high = diagonal[0];
    REAL most = 0;
    for (i32 k = 0; k < size; k++) {
        REAL right = k + 1 < size ? fabs(beside[k]) : 0;
        REAL reach = right + (k > 0 ? fabs(beside[k - 1]) : 0);
        low = fmin(low, diagonal[k] - reach);
        high = fmax(high, diagonal[k] + reach);
        most = fmax(most, right);
    }
    REAL tiny = most * most * 1e-290 + 1e-300;
    if (which < size) {
        REAL middle = low + (high - low) / 2;
        for (int halving = 0; halving < HALVINGS && low < middle && middle < high; halving++) {
            if (below(middle, diagonal, beside, size, tiny) <= which) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        eigenvalues[region * lda + which] = middle;
    }
}
