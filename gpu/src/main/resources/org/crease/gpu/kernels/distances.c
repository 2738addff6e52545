/*
 * Distances below the diagonal. A group has a square of TILE x TILE pairs, an item 4 x 4 of them; coordinates go through
 * shared memory, AXES at a time. Totals are summed first axis to last, as the processor does, so they have its bits.
 *
 * Tiles are numbered row after row below and on the diagonal: tile (r, c) has number r (r + 1) / 2 + c.
 */
#define AXES 16
#include "pairs.h"

HELPER i64 row_of_tile(i64 tile) {
    i64 row = (i64) ((sqrt(8.0f * (float) tile + 1.0f) - 1.0f) * 0.5f);
    while (row * (row + 1) / 2 > tile) {
        row--;
    }
    while ((row + 1) * (row + 2) / 2 <= tile) {
        row++;
    }
    return row;
}

#ifdef HAS_DOUBLE

/* Tiles from first_tile on; entries of the triangle from first_entry on are in lower. 256 items a group. */
KERNEL distances(
        GLOBAL const float *points, GLOBAL const double *factors, GLOBAL float *lower, i32 size, i32 dimension,
        i32 form, i64 first_tile, i64 first_entry) {
    SHARED double high[AXES * STRIDE];
    SHARED double low[AXES * STRIDE];
    i64 tile = first_tile + GROUP;
    i64 tile_row = row_of_tile(tile);
    i64 first_i = tile_row * TILE;
    i64 first_j = (tile - tile_row * (tile_row + 1) / 2) * TILE;
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    double totals[PER][PER];
    find_totals(points, factors, size, dimension, first_i, first_j, high, low, totals);
    for (int p = 0; p < PER; p++) {
        i64 i = first_i + y + SIDE * p;
        for (int q = 0; q < PER; q++) {
            i64 j = first_j + x + SIDE * q;
            if (i < size && j < i) {
                lower[i * (i - 1) / 2 + j - first_entry] = distance_of(totals[p][q], form, factors[i], factors[j]);
            }
        }
    }
}

#endif

/*
 * The same where there is no double precision: a number is the sum of two floats, the second below half a last digit of
 * the first. T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18, 1971.
 */
HELPER void two_sum(float a, float b, float *sum, float *rest) {
    float s = a + b;
    float t = s - a;
    *rest = (a - (s - t)) + (b - t);
    *sum = s;
}

/* (ah + al) + (bh + bl) */
HELPER void pair_add(float ah, float al, float bh, float bl, float *high, float *low) {
    float s, e;
    two_sum(ah, bh, &s, &e);
    e = e + (al + bl);
    two_sum(s, e, high, low);
}

/* (ah + al) (bh + bl) */
HELPER void pair_times(float ah, float al, float bh, float bl, float *high, float *low) {
    float p = ah * bh;
    float e = fma(ah, bh, -p);
    e = e + (ah * bl + al * bh);
    two_sum(p, e, high, low);
}

HELPER float paired_distance_of(float high, float low, i32 form, float factor, float other) {
    if (form == EUCLIDEAN) {
        if (high <= 0.0f) {
            return 0.0f;
        }
        float root = sqrt(high);
        return root + (fma(-root, root, high) + low) / (2.0f * root);
    }
    if (form == SQUARED_EUCLIDEAN) {
        return high + low;
    }
    if (factor == 0.0f || other == 0.0f) {
        return factor == other ? 0.0f : 1.0f;
    }
    return fmin(2.0f, (high + low) * 0.5f);
}

/* Factors come as two floats each, first and second parts one after the other for each point. */
KERNEL distances_compensated(
        GLOBAL const float *points, GLOBAL const float *factors, GLOBAL float *lower, i32 size, i32 dimension, i32 form,
        i64 first_tile, i64 first_entry) {
    SHARED float high[2][AXES][TILE + 1];
    SHARED float low[2][AXES][TILE + 1];
    i64 tile = first_tile + GROUP;
    i64 tile_row = row_of_tile(tile);
    i64 first_i = tile_row * TILE;
    i64 first_j = (tile - tile_row * (tile_row + 1) / 2) * TILE;
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    float totals[PER][PER];
    float rests[PER][PER];
    for (int p = 0; p < PER; p++) {
        for (int q = 0; q < PER; q++) {
            totals[p][q] = 0.0f;
            rests[p][q] = 0.0f;
        }
    }
    for (int axis = 0; axis < dimension; axis += AXES) {
        for (int k = ITEM; k < TILE * AXES; k += SIDE * SIDE) {
            int point = k / AXES;
            int c = k % AXES;
            int there = axis + c < dimension;
            i64 i = first_i + point;
            i64 j = first_j + point;
            float h = 0.0f;
            float l = 0.0f;
            if (there && i < size) {
                pair_times(factors[2 * i], factors[2 * i + 1], points[i * dimension + axis + c], 0.0f, &h, &l);
            }
            high[0][c][point] = h;
            high[1][c][point] = l;
            h = 0.0f;
            l = 0.0f;
            if (there && j < size) {
                pair_times(factors[2 * j], factors[2 * j + 1], points[j * dimension + axis + c], 0.0f, &h, &l);
            }
            low[0][c][point] = h;
            low[1][c][point] = l;
        }
        BARRIER();
        for (int c = 0; c < AXES; c++) {
            for (int p = 0; p < PER; p++) {
                float mine = high[0][c][y + SIDE * p];
                float my_rest = high[1][c][y + SIDE * p];
                for (int q = 0; q < PER; q++) {
                    float t, r, square, rest;
                    pair_add(mine, my_rest, -low[0][c][x + SIDE * q], -low[1][c][x + SIDE * q], &t, &r);
                    pair_times(t, r, t, r, &square, &rest);
                    pair_add(totals[p][q], rests[p][q], square, rest, &totals[p][q], &rests[p][q]);
                }
            }
        }
        BARRIER();
    }
    for (int p = 0; p < PER; p++) {
        i64 i = first_i + y + SIDE * p;
        for (int q = 0; q < PER; q++) {
            i64 j = first_j + x + SIDE * q;
            if (i < size && j < i) {
                lower[i * (i - 1) / 2 + j - first_entry] =
                        paired_distance_of(totals[p][q], rests[p][q], form, factors[2 * i], factors[2 * j]);
            }
        }
    }
}
