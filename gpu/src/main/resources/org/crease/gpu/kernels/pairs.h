/*
 * The distances of TILE x TILE pairs of points: a group of 256 items has them, an item 4 x 4, those of rows y, y + SIDE, ...
 * and columns x, x + SIDE, ... where its number is SIDE y + x. Whoever includes this says how many AXES go through shared
 * memory at a time.
 */
#define TILE 64
#define SIDE 16
#define PER 4
#define STRIDE (TILE + 1)

#define EUCLIDEAN 0
#define SQUARED_EUCLIDEAN 1

#ifdef HAS_DOUBLE

HELPER float distance_of(double total, i32 form, double factor, double other) {
    if (form == EUCLIDEAN) {
        return (float) sqrt(total);
    }
    if (form == SQUARED_EUCLIDEAN) {
        return (float) total;
    }
    if (factor == 0.0 || other == 0.0) {
        return factor == other ? 0.0f : 1.0f;
    }
    return (float) fmin(2.0, total / 2.0);
}

/* The totals of an item's pairs; high and low have AXES x STRIDE numbers each. */
HELPER void find_totals(
        GLOBAL const float *points, GLOBAL const double *factors, i32 size, i32 dimension, i64 first_i, i64 first_j,
        SHARED_POINTER double *high, SHARED_POINTER double *low, double totals[PER][PER]) {
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    for (int p = 0; p < PER; p++) {
        for (int q = 0; q < PER; q++) {
            totals[p][q] = 0.0;
        }
    }
    for (int axis = 0; axis < dimension; axis += AXES) {
        for (int k = ITEM; k < TILE * AXES; k += SIDE * SIDE) {
            int point = k / AXES;
            int c = k % AXES;
            int there = axis + c < dimension;
            i64 i = first_i + point;
            i64 j = first_j + point;
            high[c * STRIDE + point] = there && i < size ? factors[i] * (double) points[i * dimension + axis + c] : 0.0;
            low[c * STRIDE + point] = there && j < size ? factors[j] * (double) points[j * dimension + axis + c] : 0.0;
        }
        BARRIER();
        for (int c = 0; c < AXES; c++) {
            double mine[PER];
            for (int p = 0; p < PER; p++) {
                mine[p] = high[c * STRIDE + y + SIDE * p];
            }
            for (int q = 0; q < PER; q++) {
                double theirs = low[c * STRIDE + x + SIDE * q];
                for (int p = 0; p < PER; p++) {
                    double t = mine[p] - theirs;
                    totals[p][q] = totals[p][q] + t * t;
                }
            }
        }
        BARRIER();
    }
}

#endif
