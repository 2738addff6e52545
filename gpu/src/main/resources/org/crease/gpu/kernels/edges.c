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

/* Of each point, the largest distance to those before it, and the largest that is finite; a group a point. */
KERNEL reach_rows(GLOBAL const float *lower, GLOBAL u32 *reach, GLOBAL u32 *finite) {
    SHARED u32 most[ITEMS];
    SHARED u32 most_finite[ITEMS];
    i64 row = GROUP * (GROUP - 1) / 2;
    u32 mine = 0;
    u32 mine_finite = 0;
    for (i64 j = ITEM; j < GROUP; j += ITEMS) {
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
        reach[GROUP] = most[0];
        finite[GROUP] = most_finite[0];
    }
}

/* The same with those after it, into what reach_rows has found; a group has 256 points and a band of rows. */
KERNEL reach_columns(GLOBAL const float *lower, GLOBAL u32 *reach, i32 size, i32 band) {
    i64 columns = ((i64) size + ITEMS - 1) / ITEMS;
    i64 j = GROUP % columns * ITEMS + ITEM;
    i64 from = GROUP / columns * band;
    i64 to = from + band < size ? from + band : size;
    u32 mine = 0;
    for (i64 i = from > j ? from : j + 1; i < to; i++) {
        u32 bits = FLOAT_BITS(lower[i * (i - 1) / 2 + j]);
        mine = bits > mine ? bits : mine;
    }
    if (mine > 0) {
        ATOMIC_MAX(&reach[j], mine);
    }
}

/* How many pairs of each block are within the cut, the bits of a finite float. */
KERNEL count_edges(GLOBAL const float *lower, i64 pairs, i32 cut, GLOBAL i32 *counts) {
    SHARED i32 sums[ITEMS];
    i64 first = GROUP * BLOCK + ITEM * PER;
    i32 count = 0;
    for (i64 k = first; k < first + PER && k < pairs; k++) {
        count += FLOAT_BITS(lower[k]) <= (u32) cut ? 1 : 0;
    }
    sum_before(count, sums);
    if (ITEM == ITEMS - 1) {
        counts[GROUP] = sums[ITEM];
    }
}

/* Collects them: bits of lengths, and ends, 16 bits each. */
KERNEL collect_edges(
        GLOBAL const float *lower, i64 pairs, i32 cut, GLOBAL const i32 *starts, GLOBAL u32 *keys, GLOBAL u32 *ends) {
    SHARED i32 sums[ITEMS];
    i64 first = GROUP * BLOCK + ITEM * PER;
    i32 count = 0;
    for (i64 k = first; k < first + PER && k < pairs; k++) {
        count += FLOAT_BITS(lower[k]) <= (u32) cut ? 1 : 0;
    }
    i64 to = (i64) starts[GROUP] + sum_before(count, sums);
    i64 i = (i64) ((sqrt(8.0f * (float) first + 1.0f) + 1.0f) * 0.5f);
    while (i * (i - 1) / 2 > first) {
        i--;
    }
    while ((i + 1) * i / 2 <= first) {
        i++;
    }
    i64 j = first - i * (i - 1) / 2;
    for (i64 k = first; k < first + PER && k < pairs; k++) {
        u32 key = FLOAT_BITS(lower[k]);
        if (key <= (u32) cut) {
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
