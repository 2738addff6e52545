/*
 * The lunes of a batch of edges: the points joined to both ends by earlier edges. A graph is rows of bits, 64 neighbours a
 * word; a point is its own neighbour. There are two, as the batch begins and as it ends, so that a pair that only the later
 * one has is looked up among the distances: it is joined at an edge if it comes before the edge.
 *
 * A group of 32 items, a warp where there are such, has an edge; item k has every 32nd word from the kth on.
 */
#define LANES 32
#define NONE 0xffffffffu
#define COVERS 4

/* The least of the items' values. */
HELPER u32 least_of(u32 value, SHARED_POINTER u32 *shared) {
#ifdef __OPENCL_VERSION__
    shared[ITEM] = value;
    BARRIER();
    for (int step = LANES / 2; step > 0; step /= 2) {
        if (ITEM < step) {
            shared[ITEM] = shared[ITEM + step] < shared[ITEM] ? shared[ITEM + step] : shared[ITEM];
        }
        BARRIER();
    }
    u32 least = shared[0];
    BARRIER();
    return least;
#elif __CUDA_ARCH__ >= 800
    return __reduce_min_sync(0xffffffffu, value);
#else
    for (int step = LANES / 2; step > 0; step /= 2) {
        u32 other = __shfl_xor_sync(0xffffffffu, value, step);
        value = other < value ? other : value;
    }
    return value;
#endif
}

/* Whether there is an item that says so. */
HELPER int is_any(int condition, SHARED_POINTER u32 *shared) {
#ifdef __OPENCL_VERSION__
    return least_of(condition ? 0 : NONE, shared) != NONE;
#else
    return __any_sync(0xffffffffu, condition);
#endif
}

HELPER u32 lowest_point(i32 word, u64 bits) {
    return (u32) word * 64 + (u32) TRAILING_ZEROS(bits);
}

HELPER i64 pair_index(u32 a, u32 b) {
    i64 high = a > b ? a : b;
    i64 low = a > b ? b : a;
    return high * (high - 1) / 2 + low;
}

/* Whether two points are joined before the pair of this index and length. */
HELPER int is_before(GLOBAL const float *lower, u32 a, u32 b, i64 edge, u32 length) {
    i64 pair = pair_index(a, b);
    u32 other = FLOAT_BITS(lower[pair]);
    return other < length || (other == length && pair < edge);
}

/* Gives each point itself for a neighbour. */
KERNEL begin_graph(GLOBAL u64 *rows, i32 size, i32 words) {
    i64 i = GROUP * LANES + ITEM;
    if (i < size) {
        rows[i * words + (i >> 6)] |= (u64) 1 << (i & 63);
    }
}

/* Joins the ends of edges; rows are of 32 bits a word here. Empties the queue for the batch to come. */
KERNEL join_edges(GLOBAL u32 *rows, GLOBAL const u32 *ends, i64 first, i32 count, i32 words, GLOBAL u32 *queue) {
    i64 k = GROUP * LANES + ITEM;
    if (k == 0) {
        queue[0] = 0;
    }
    if (k < count) {
        u32 i = ends[first + k] >> 16;
        u32 j = ends[first + k] & 0xffff;
        ATOMIC_OR(&rows[(i64) i * words * 2 + (j >> 5)], 1u << (j & 31));
        ATOMIC_OR(&rows[(i64) j * words * 2 + (i >> 5)], 1u << (i & 31));
    }
}

/*
 * Queues the edges whose lunes are not seen to be one piece at once. They mostly are for being near one point of the lune, or
 * near a few, each with a neighbour in it that is near an earlier one.
 */
KERNEL look_at_lunes(
        GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const float *lower, GLOBAL const u32 *ends, i64 first,
        i32 words, GLOBAL u32 *queue) {
    SHARED u32 shared[LANES];
    u32 i = ends[first + GROUP] >> 16;
    u32 j = ends[first + GROUP] & 0xffff;
    i64 edge = pair_index(i, j);
    u32 length = FLOAT_BITS(lower[edge]);
    GLOBAL const u64 *row_i = begin + (i64) i * words;
    GLOBAL const u64 *row_j = begin + (i64) j * words;
    GLOBAL const u64 *end_i = end + (i64) i * words;
    GLOBAL const u64 *end_j = end + (i64) j * words;
    u32 covers[COVERS];
    u32 next = NONE;
    for (int start = 0; start < words && next == NONE; start += LANES) {
        int w = start + ITEM;
        u64 both = w < words ? row_i[w] & row_j[w] : 0;
        next = least_of(both != 0 ? lowest_point(w, both) : NONE, shared);
    }
    int known = 0;
    int reached = next != NONE;
    while (next != NONE && reached && known < COVERS) {
        for (int c = known; c < COVERS; c++) {
            covers[c] = next;
        }
        known++;
        u32 mine = NONE;
        for (int w = ITEM; w < words && mine == NONE; w += LANES) {
            u64 far = end_i[w] & end_j[w];
            for (int c = 0; c < known; c++) {
                far &= ~begin[(i64) covers[c] * words + w];
            }
            while (far != 0 && mine == NONE) {
                u32 point = lowest_point(w, far);
                far &= far - 1;
                int is_far = point != i && point != j && is_before(lower, i, point, edge, length)
                        && is_before(lower, j, point, edge, length);
                for (int c = 0; is_far && c < known; c++) {
                    is_far = !is_before(lower, covers[c], point, edge, length);
                }
                mine = is_far ? point : NONE;
            }
        }
        next = least_of(mine, shared);
        if (next != NONE) {
            GLOBAL const u64 *row = begin + (i64) next * words;
            reached = 0;
            for (int start = 0; start < words && !reached; start += LANES) {
                int w = start + ITEM;
                u64 near = 0;
                if (w < words) {
                    for (int c = 0; c < known; c++) {
                        near |= begin[(i64) covers[c] * words + w];
                    }
                    near &= row_i[w] & row_j[w] & row[w];
                }
                reached = is_any(near != 0, shared);
            }
        }
    }
    if (ITEM == 0 && (known == 0 || next != NONE)) {
        queue[1 + ATOMIC_ADD(&queue[0], 1)] = (u32) (first + GROUP);
    }
}

/* Neighbours of a point at an edge, among some. */
HELPER u64 neighbours_among(
        u64 some, GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const float *lower, i32 words, u32 point, int w,
        i64 edge, u32 length) {
    i64 at = (i64) point * words + w;
    u64 near = some & end[at];
    u64 fresh = near & ~begin[at];
    while (fresh != 0) {
        u64 bit = fresh & (~fresh + 1);
        if (!is_before(lower, point, lowest_point(w, fresh), edge, length)) {
            near &= ~bit;
        }
        fresh &= ~bit;
    }
    return near;
}

/* The lowest point of a set from an item's words. */
HELPER u32 lowest_of(GLOBAL const u64 *set, int words) {
    for (int w = ITEM; w < words; w += LANES) {
        if (set[w] != 0) {
            return lowest_point(w, set[w]);
        }
    }
    return NONE;
}

/*
 * The pieces of the lunes of queued edges, told apart from the far side as LunePieces does. Each edge whose lune is not one
 * piece is written down, where there is room: its place, the number of pieces, the lowest point of each, ascending; found[0]
 * counts the ints that this takes. Each group has five sets of its own.
 */
KERNEL take_lunes_apart(
        GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const float *lower, GLOBAL const u32 *ends, i32 words,
        GLOBAL const u32 *queue, GLOBAL u64 *sets, GLOBAL u32 *found, i64 room) {
    SHARED u32 shared[LANES];
    SHARED u32 place[1];
    GLOBAL u64 *lune = sets + GROUP * 5 * words;
    GLOBAL u64 *unseen = lune + words;
    GLOBAL u64 *piece = unseen + words;
    GLOBAL u64 *frontier = piece + words;
    GLOBAL u64 *witnesses = frontier + words;
    i64 queued = queue[0];
    for (i64 at = GROUP; at < queued; at += GROUPS) {
        u32 number = queue[1 + at];
        u32 i = ends[number] >> 16;
        u32 j = ends[number] & 0xffff;
        i64 edge = pair_index(i, j);
        u32 length = FLOAT_BITS(lower[edge]);
        for (int w = ITEM; w < words; w += LANES) {
            u64 both = end[(i64) i * words + w] & end[(i64) j * words + w];
            both &= (int) (i >> 6) == w ? ~((u64) 1 << (i & 63)) : ~(u64) 0;
            both &= (int) (j >> 6) == w ? ~((u64) 1 << (j & 63)) : ~(u64) 0;
            both = neighbours_among(both, begin, end, lower, words, i, w, edge, length);
            lune[w] = neighbours_among(both, begin, end, lower, words, j, w, edge, length);
            witnesses[w] = 0;
        }
        u32 next = least_of(lowest_of(lune, words), shared);
        u32 pieces = 0;
        if (next != NONE) {
            pieces = 1;
            for (int w = ITEM; w < words; w += LANES) {
                unseen[w] = lune[w] & ~neighbours_among(lune[w], begin, end, lower, words, next, w, edge, length);
                witnesses[w] = (int) (next >> 6) == w ? (u64) 1 << (next & 63) : 0;
            }
            next = least_of(lowest_of(unseen, words), shared);
        }
        while (next != NONE) {
            int touched = 0;
            for (int w = ITEM; w < words; w += LANES) {
                u64 near = neighbours_among(lune[w], begin, end, lower, words, next, w, edge, length);
                touched |= (near & ~unseen[w]) != 0;
                unseen[w] &= ~near;
                piece[w] = near;
                frontier[w] = (int) (next >> 6) == w ? near & ~((u64) 1 << (next & 63)) : near;
            }
            touched = is_any(touched, shared);
            u32 from = touched ? NONE : least_of(lowest_of(frontier, words), shared);
            while (from != NONE) {
                touched = 0;
                for (int w = ITEM; w < words; w += LANES) {
                    u64 near = neighbours_among(lune[w], begin, end, lower, words, from, w, edge, length);
                    u64 grown = near & unseen[w];
                    touched |= (near & ~unseen[w] & ~piece[w]) != 0;
                    unseen[w] &= ~grown;
                    piece[w] |= grown;
                    frontier[w] |= grown;
                    frontier[w] &= (int) (from >> 6) == w ? ~((u64) 1 << (from & 63)) : ~(u64) 0;
                }
                touched = is_any(touched, shared);
                from = touched ? NONE : least_of(lowest_of(frontier, words), shared);
            }
            if (!touched) {
                pieces++;
                for (int w = ITEM; w < words; w += LANES) {
                    lune[w] &= ~piece[w];
                    witnesses[w] |= (int) (next >> 6) == w ? (u64) 1 << (next & 63) : 0;
                }
            }
            next = least_of(lowest_of(unseen, words), shared);
        }
        if (ITEM == 0 && pieces != 1) {
            place[0] = 1 + ATOMIC_ADD(&found[0], pieces + 2);
        }
        BARRIER();
        i64 to = place[0];
        if (pieces != 1 && to + pieces + 2 <= room) {
            if (ITEM == 0) {
                found[to] = number;
                found[to + 1] = pieces;
            }
            to += 2;
            for (int start = 0; start < words; start += LANES) {
                u64 mine = start + ITEM < words ? witnesses[start + ITEM] : 0;
                shared[ITEM] = (u32) POPULATION(mine);
                BARRIER();
                i64 mine_to = to;
                for (int k = 0; k < LANES; k++) {
                    mine_to += k < ITEM ? shared[k] : 0;
                    to += shared[k];
                }
                while (mine != 0) {
                    found[mine_to++] = lowest_point(start + ITEM, mine);
                    mine &= mine - 1;
                }
                BARRIER();
            }
        }
        BARRIER();
    }
}
