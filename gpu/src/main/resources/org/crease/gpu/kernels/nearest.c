/*
 * What is near each point of a cloud, without the matrix of all distances: a group has TILE points and goes through one
 * segment of the others tile by tile. There are as many groups as blocks of points, for each segment; first_block is that of
 * the first group.
 */
#define AXES 8
#include "pairs.h"

#define ITEMS (SIDE * SIDE)
#define NOBODY 0xffffffffu

#ifdef HAS_DOUBLE

/* Whether a pair of i comes before another of its own: by length, then higher, then lower end. */
HELPER int comes_before(u32 i, u32 length, u32 j, u32 than_length, u32 than_j) {
    u32 high = i > j ? i : j;
    u32 than_high = i > than_j ? i : than_j;
    return length < than_length
            || (length == than_length && (high < than_high || (high == than_high && j < than_j)));
}

/* Of each point the first pair with a point of another component: bits of its length, and that point, or NOBODY. */
KERNEL nearest_outside(
        GLOBAL const float *points, GLOBAL const double *factors, i32 size, i32 dimension, i32 form, i64 first_block,
        i32 blocks, i32 tiles_of_segment, GLOBAL const i32 *components, GLOBAL u32 *lengths, GLOBAL u32 *others) {
    SHARED double high[AXES * STRIDE];
    SHARED double low[AXES * STRIDE];
    SHARED u32 best[TILE * SIDE];
    SHARED u32 best_other[TILE * SIDE];
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    i64 segment = GROUP / blocks;
    i64 first_i = (first_block + GROUP % blocks) * TILE;
    i64 first = segment * tiles_of_segment * TILE;
    i64 last = first + (i64) tiles_of_segment * TILE < size ? first + (i64) tiles_of_segment * TILE : size;
    u32 mine[PER];
    u32 mine_other[PER];
    for (int p = 0; p < PER; p++) {
        mine[p] = NOBODY;
        mine_other[p] = NOBODY;
    }
    for (i64 first_j = first; first_j < last; first_j += TILE) {
        double totals[PER][PER];
        find_totals(points, factors, size, dimension, first_i, first_j, high, low, totals);
        for (int p = 0; p < PER; p++) {
            i64 i = first_i + y + SIDE * p;
            for (int q = 0; q < PER; q++) {
                i64 j = first_j + x + SIDE * q;
                if (i < size && j < size && components[i] != components[j]) {
                    u32 length = FLOAT_BITS(distance_of(totals[p][q], form, factors[i], factors[j]));
                    if (mine_other[p] == NOBODY
                            || comes_before((u32) i, length, (u32) j, mine[p], mine_other[p])) {
                        mine[p] = length;
                        mine_other[p] = (u32) j;
                    }
                }
            }
        }
    }
    for (int p = 0; p < PER; p++) {
        best[(y + SIDE * p) * SIDE + x] = mine[p];
        best_other[(y + SIDE * p) * SIDE + x] = mine_other[p];
    }
    BARRIER();
    i64 i = first_i + ITEM;
    if (ITEM < TILE && i < size) {
        u32 length = NOBODY;
        u32 other = NOBODY;
        for (int k = ITEM * SIDE; k < (ITEM + 1) * SIDE; k++) {
            if (best_other[k] != NOBODY
                    && (other == NOBODY || comes_before((u32) i, best[k], best_other[k], length, other))) {
                length = best[k];
                other = best_other[k];
            }
        }
        lengths[segment * size + i] = length;
        others[segment * size + i] = other;
    }
}

/*
 * Of each point the nearest others of each segment: bits of their lengths, ascending, equal ones by the points, and the
 * points; count places for each point of each segment, the rest of which are NOBODY.
 */
KERNEL nearest_neighbours(
        GLOBAL const float *points, GLOBAL const double *factors, i32 size, i32 dimension, i32 form, i64 first_block,
        i32 blocks, i32 tiles_of_segment, i32 count, GLOBAL u32 *lengths, GLOBAL u32 *others) {
    SHARED double high[AXES * STRIDE];
    SHARED double low[AXES * STRIDE];
    SHARED u32 tile[TILE * STRIDE];
    int x = ITEM % SIDE;
    int y = ITEM / SIDE;
    i64 segment = GROUP / blocks;
    i64 first_i = (first_block + GROUP % blocks) * TILE;
    i64 first = segment * tiles_of_segment * TILE;
    i64 last = first + (i64) tiles_of_segment * TILE < size ? first + (i64) tiles_of_segment * TILE : size;
    int searches = ITEM < TILE && first_i + ITEM < size;
    i64 list = (segment * size + first_i + ITEM) * count;
    u32 limit = NOBODY; /* the length of the last in the list, once that is full */
    if (searches) {
        for (int k = 0; k < count; k++) {
            lengths[list + k] = NOBODY;
            others[list + k] = NOBODY;
        }
    }
    for (i64 first_j = first; first_j < last; first_j += TILE) {
        double totals[PER][PER];
        find_totals(points, factors, size, dimension, first_i, first_j, high, low, totals);
        for (int p = 0; p < PER; p++) {
            i64 i = first_i + y + SIDE * p;
            for (int q = 0; q < PER; q++) {
                i64 j = first_j + x + SIDE * q;
                tile[(y + SIDE * p) * STRIDE + x + SIDE * q] = i < size && j < size && i != j
                        ? FLOAT_BITS(distance_of(totals[p][q], form, factors[i], factors[j]))
                        : NOBODY;
            }
        }
        BARRIER();
        for (int k = 0; searches && k < TILE; k++) {
            u32 length = tile[ITEM * STRIDE + k];
            if (length < limit) {
                int at = count - 1;
                while (at > 0 && lengths[list + at - 1] > length) {
                    lengths[list + at] = lengths[list + at - 1];
                    others[list + at] = others[list + at - 1];
                    at--;
                }
                lengths[list + at] = length;
                others[list + at] = (u32) (first_j + k);
                limit = lengths[list + count - 1];
            }
        }
        BARRIER();
    }
}

#endif
