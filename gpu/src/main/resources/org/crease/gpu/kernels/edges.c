/*
 * The pairs of a triangle of distances in order of length, equal ones in the order of the triangle: those within a cut are
 * collected, then sorted by the bits of their lengths, four bits at a time, lowest first. Every step keeps the order of what
 * it does not tell apart.
 *
 * N. Satish, M. Harris, M. Garland, Designing efficient sorting algorithms for manycore GPUs, IPDPS 2009, section IV.
 */
#define ITEMS 256
#define PER 8
#define BLOCK (ITEMS * PER)
#define DIGIT_BITS 4
#define DIGITS 16
#define COPIES 16

#define INFINITE 0x7f800000u

typedef unsigned short u16;

/* Where the distances of a point to those before it start, counted from those of a band's first row. */
HELPER i64 row_start(i64 row, i32 first_row) {
    return row * (row - 1) / 2 - (i64) first_row * (first_row - 1) / 2;
}

/* The sum of the values of the items before this one; sums then has those up to and with each item. */
HELPER i32 sum_before(i32 value, SHARED_POINTER i32 *sums) {
    sums[ITEM] = value;
    BARRIER();
    for (int step = 1; step < ITEMS; step *= 2) {
        i32 before = ITEM >= step ? sums[ITEM - step] : 0;
        BARRIER();
        sums[ITEM] += before;
        BARRIER();
    }
    return sums[ITEM] - value;
}

/*
 * Of each point of a band of rows, the largest distance to those before it, and the largest that is finite; a group a point.
 */
KERNEL reach_rows(GLOBAL const float *lower, i32 first_row, GLOBAL u32 *reach, GLOBAL u32 *finite) {
    SHARED u32 most[ITEMS];
    SHARED u32 most_finite[ITEMS];
    i64 i = first_row + GROUP;
    i64 row = row_start(i, first_row);
    u32 mine = 0;
    u32 mine_finite = 0;
    for (i64 j = ITEM; j < i; j += ITEMS) {
        u32 bits = FLOAT_BITS(lower[row + j]);
        mine = bits > mine ? bits : mine;
        mine_finite = bits < INFINITE && bits > mine_finite ? bits : mine_finite;
    }
    most[ITEM] = mine;
    most_finite[ITEM] = mine_finite;
    BARRIER();
    for (int step = ITEMS / 2; step > 0; step /= 2) {
        if (ITEM < step) {
            most[ITEM] = most[ITEM + step] > most[ITEM] ? most[ITEM + step] : most[ITEM];
            most_finite[ITEM] =
                    most_finite[ITEM + step] > most_finite[ITEM] ? most_finite[ITEM + step] : most_finite[ITEM];
        }
        BARRIER();
    }
    if (ITEM == 0) {
        reach[i] = most[0];
        finite[i] = most_finite[0];
    }
}

/* The same with those after it in the band, into what reach_rows has found; a group has 256 points and a strip of rows. */
KERNEL reach_columns(GLOBAL const float *lower, i32 first_row, i32 end_row, GLOBAL u32 *reach, i32 strip) {
    i64 columns = ((i64) end_row + ITEMS - 1) / ITEMS;
    i64 j = GROUP % columns * ITEMS + ITEM;
    i64 from = first_row + GROUP / columns * strip;
    i64 to = from + strip < end_row ? from + strip : end_row;
    u32 mine = 0;
    for (i64 i = from > j ? from : j + 1; i < to; i++) {
        u32 bits = FLOAT_BITS(lower[row_start(i, first_row) + j]);
        mine = bits > mine ? bits : mine;
    }
    if (mine > 0) {
        ATOMIC_MAX(&reach[j], mine);
    }
}

/* A distance as a whole number below 2^16, so that an int holds the sum of those of a point. */
HELPER u32 step_of(float distance, float steps) {
    return (u32) fmin(65535.0f, distance * steps);
}

/* Of each point of a band of rows, the sum of the distances to those before it, in whole steps; a group a point. */
KERNEL sum_rows(GLOBAL const float *lower, i32 first_row, float steps, GLOBAL u32 *totals) {
    SHARED u32 sums[ITEMS];
    i64 i = first_row + GROUP;
    i64 row = row_start(i, first_row);
    sums[ITEM] = 0;
    for (i64 j = ITEM; j < i; j += ITEMS) {
        sums[ITEM] += step_of(lower[row + j], steps);
    }
    BARRIER();
    for (int step = ITEMS / 2; step > 0; step /= 2) {
        if (ITEM < step) {
            sums[ITEM] += sums[ITEM + step];
        }
        BARRIER();
    }
    if (ITEM == 0) {
        totals[i] = sums[0];
    }
}

/* The same with those after it in the band, added to what sum_rows has found; a group has 256 points and a strip of rows. */
KERNEL sum_columns(
        GLOBAL const float *lower, i32 first_row, i32 end_row, float steps, GLOBAL u32 *totals, i32 strip) {
    i64 columns = ((i64) end_row + ITEMS - 1) / ITEMS;
    i64 j = GROUP % columns * ITEMS + ITEM;
    i64 from = first_row + GROUP / columns * strip;
    i64 to = from + strip < end_row ? from + strip : end_row;
    u32 mine = 0;
    for (i64 i = from > j ? from : j + 1; i < to; i++) {
        mine += step_of(lower[row_start(i, first_row) + j], steps);
    }
    if (mine > 0) {
        ATOMIC_ADD(&totals[j], mine);
    }
}

HELPER int is_within(u32 bits, i32 least, i32 most) {
    return bits >= (u32) least && bits <= (u32) most;
}

/*
 * How many pairs of each block have lengths within bounds, the bits of finite floats. Pairs are counted in the triangle;
 * lower has those from the base on.
 */
KERNEL count_edges(
        GLOBAL const float *lower, i64 base, i64 first_pair, i64 end_pair, i32 least, i32 most, GLOBAL i32 *counts) {
    SHARED i32 sums[ITEMS];
    i64 first = first_pair + GROUP * BLOCK + ITEM * PER;
    i32 count = 0;
    for (i64 k = first; k < first + PER && k < end_pair; k++) {
        count += is_within(FLOAT_BITS(lower[k - base]), least, most) ? 1 : 0;
    }
    sum_before(count, sums);
    if (ITEM == ITEMS - 1) {
        counts[GROUP] = sums[ITEM];
    }
}

/* Collects them behind some that there are: bits of lengths, and ends, 16 bits each. */
KERNEL collect_edges(
        GLOBAL const float *lower, i64 base, i64 first_pair, i64 end_pair, i32 least, i32 most,
        GLOBAL const i32 *starts, i64 before, GLOBAL u32 *keys, GLOBAL u32 *ends) {
    SHARED i32 sums[ITEMS];
    i64 first = first_pair + GROUP * BLOCK + ITEM * PER;
    i32 count = 0;
    for (i64 k = first; k < first + PER && k < end_pair; k++) {
        count += is_within(FLOAT_BITS(lower[k - base]), least, most) ? 1 : 0;
    }
    i64 to = before + starts[GROUP] + sum_before(count, sums);
    i64 i = (i64) ((sqrt(8.0f * (float) first + 1.0f) + 1.0f) * 0.5f);
    while (i * (i - 1) / 2 > first) {
        i--;
    }
    while ((i + 1) * i / 2 <= first) {
        i++;
    }
    i64 j = first - i * (i - 1) / 2;
    for (i64 k = first; k < first + PER && k < end_pair; k++) {
        u32 key = FLOAT_BITS(lower[k - base]);
        if (is_within(key, least, most)) {
            keys[to] = key;
            ends[to] = (u32) i << 16 | (u32) j;
            to++;
        }
        j++;
        if (j == i) {
            i++;
            j = 0;
        }
    }
}

/* How many keys of each block have each digit: digit after digit, of all blocks each. */
KERNEL count_digits(GLOBAL const u32 *keys, i64 count, i32 shift, GLOBAL i32 *counts) {
    SHARED i32 found[COPIES * DIGITS];
    found[ITEM] = 0;
    BARRIER();
    for (int r = 0; r < PER; r++) {
        i64 k = GROUP * BLOCK + r * ITEMS + ITEM;
        if (k < count) {
            ATOMIC_ADD(&found[ITEM % COPIES * DIGITS + (keys[k] >> shift & (DIGITS - 1))], 1);
        }
    }
    BARRIER();
    if (ITEM < DIGITS) {
        i32 sum = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            sum += found[copy * DIGITS + ITEM];
        }
        counts[ITEM * GROUPS + GROUP] = sum;
    }
}

/* Moves the edges of each block to where those of its digits start. */
KERNEL move_by_digit(
        GLOBAL const u32 *keys, GLOBAL const u32 *ends, GLOBAL u32 *sorted_keys, GLOBAL u32 *sorted_ends, i64 count,
        i32 shift, GLOBAL const i32 *starts) {
    SHARED u16 places[DIGITS * ITEMS];
    SHARED i32 sums[ITEMS];
    SHARED u32 block_keys[BLOCK];
    SHARED u32 block_ends[BLOCK];
    SHARED i32 shifts[DIGITS];
    i64 block = GROUP * BLOCK;
    int size = count - block < BLOCK ? (int) (count - block) : BLOCK;
    for (int d = 0; d < DIGITS; d++) {
        places[d * ITEMS + ITEM] = 0;
    }
    for (int k = ITEM * PER; k < (ITEM + 1) * PER && k < size; k++) {
        places[(keys[block + k] >> shift & (DIGITS - 1)) * ITEMS + ITEM]++;
    }
    BARRIER();
    i32 mine = 0;
    for (int d = 0; d < DIGITS; d++) {
        mine += places[ITEM * DIGITS + d];
    }
    i32 at = sum_before(mine, sums);
    for (int d = 0; d < DIGITS; d++) {
        i32 here = places[ITEM * DIGITS + d];
        places[ITEM * DIGITS + d] = (u16) at;
        at += here;
    }
    BARRIER();
    if (ITEM < DIGITS) {
        shifts[ITEM] = starts[ITEM * GROUPS + GROUP] - places[ITEM * ITEMS];
    }
    BARRIER();
    for (int k = ITEM * PER; k < (ITEM + 1) * PER && k < size; k++) {
        u32 key = keys[block + k];
        int place = places[(key >> shift & (DIGITS - 1)) * ITEMS + ITEM]++;
        block_keys[place] = key;
        block_ends[place] = ends[block + k];
    }
    BARRIER();
    for (int k = ITEM; k < size; k += ITEMS) {
        u32 key = block_keys[k];
        i64 to = (i64) shifts[key >> shift & (DIGITS - 1)] + k;
        sorted_keys[to] = key;
        sorted_ends[to] = block_ends[k];
    }
}

/* Turns the numbers of each block into the sums of those before them in it, and gives the sum of each block. */
KERNEL sum_blocks(GLOBAL i32 *values, i64 count, GLOBAL i32 *totals) {
    SHARED i32 sums[ITEMS];
    i64 first = GROUP * BLOCK + ITEM * PER;
    i32 mine = 0;
    for (i64 k = first; k < first + PER && k < count; k++) {
        mine += values[k];
    }
    i32 sum = sum_before(mine, sums);
    for (i64 k = first; k < first + PER && k < count; k++) {
        i32 value = values[k];
        values[k] = sum;
        sum += value;
    }
    if (ITEM == ITEMS - 1) {
        totals[GROUP] = sums[ITEM];
    }
}

/* Adds to the numbers of each block the sum of all blocks before it. */
KERNEL add_to_blocks(GLOBAL i32 *values, i64 count, GLOBAL const i32 *totals) {
    for (int r = 0; r < PER; r++) {
        i64 k = GROUP * BLOCK + r * ITEMS + ITEM;
        if (k < count) {
            values[k] += totals[GROUP];
        }
    }
}
