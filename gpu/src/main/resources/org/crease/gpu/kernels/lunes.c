/*
 * The lunes of a batch of edges: the points joined to both ends by earlier edges. A graph is rows of bits, 64 neighbours a
 * word; a point is its own neighbour. There are two, as the batch begins and as it ends; a pair that only the later one has is
 * looked up among the places of the batch's edges: it is joined at an edge if it comes before the edge.
 *
 * A group of 32 items, a warp where there are such, has an edge; item k has every 32nd word from the kth on.
 */
#define LANES 32
#define NONE 0xffffffffu
#define COVERS 8
#define CHUNKS 4

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

/* Where to look for a pair first in a table: the golden ratio's multiples lie apart. */
HELPER u32 slot_of(u32 pair, u32 last_slot) {
    u32 mixed = pair * 2654435769u;
    return (mixed ^ mixed >> 15) & last_slot;
}

/* The place of a pair's edge, if it is one of the batch's; otherwise NONE. */
HELPER u32 place_of(GLOBAL const u32 *table, u32 last_slot, u32 a, u32 b) {
    u32 pair = a > b ? a << 16 | b : b << 16 | a;
    u32 slot = slot_of(pair, last_slot);
    while (table[2 * slot] != pair && table[2 * slot] != 0) {
        slot = (slot + 1) & last_slot;
    }
    return table[2 * slot] == pair ? table[2 * slot + 1] : NONE;
}

HELPER int has_point(GLOBAL const u64 *row, u32 point) {
    return (int) (row[point >> 6] >> (point & 63) & 1);
}

/* Gives each point itself for a neighbour. */
KERNEL begin_graph(GLOBAL u64 *rows, i32 size, i32 words) {
    i64 i = GROUP * LANES + ITEM;
    if (i < size) {
        rows[i * words + (i >> 6)] |= (u64) 1 << (i & 63);
    }
}

/*
 * Joins the ends of edges, by number and by centrality, or parts them where they are joined; rows are of 32 bits a word here.
 * Empties the queue for the batch to come.
 */
KERNEL flip_edges(
        GLOBAL u32 *rows, GLOBAL u32 *central_rows, GLOBAL const i32 *places, GLOBAL const u32 *ends, i64 first,
        i32 count, i32 words, GLOBAL u32 *queue) {
    i64 k = GROUP * LANES + ITEM;
    if (k == 0) {
        queue[0] = 0;
    }
    if (k < count) {
        u32 i = ends[first + k] >> 16;
        u32 j = ends[first + k] & 0xffff;
        ATOMIC_XOR(&rows[(i64) i * words * 2 + (j >> 5)], 1u << (j & 31));
        ATOMIC_XOR(&rows[(i64) j * words * 2 + (i >> 5)], 1u << (i & 31));
        i = (u32) places[i];
        j = (u32) places[j];
        ATOMIC_XOR(&central_rows[(i64) i * words * 2 + (j >> 5)], 1u << (j & 31));
        ATOMIC_XOR(&central_rows[(i64) j * words * 2 + (i >> 5)], 1u << (i & 31));
    }
}

/*
 * Writes the places of a batch's edges into a table that is all zero, larger than the batch and a power of two long: in each
 * slot the ends, which are never zero, and the place.
 */
KERNEL note_places(GLOBAL u32 *table, u32 last_slot, GLOBAL const u32 *ends, i64 first, i32 count) {
    i64 k = GROUP * LANES + ITEM;
    if (k < count) {
        u32 pair = ends[first + k];
        u32 slot = slot_of(pair, last_slot);
        while (ATOMIC_PUT(&table[2 * slot], 0u, pair) != 0) {
            slot = (slot + 1) & last_slot;
        }
        table[2 * slot + 1] = (u32) (first + k);
    }
}

/*
 * Queues the edges whose lunes are not seen to be one piece at once. They mostly are for being near one point of the lune, or
 * near a few, each with a neighbour in it that is near an earlier one. The graphs have the points by centrality here, so that
 * the first of a lune are near most of it; places and names lead there and back.
 */
KERNEL look_at_lunes(
        GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const i32 *places, GLOBAL const i32 *names,
        GLOBAL const u32 *table, u32 last_slot, GLOBAL const u32 *ends, i64 first, i32 words, GLOBAL u32 *queue) {
    SHARED u32 shared[LANES];
    u32 place = (u32) (first + GROUP);
    u32 i = ends[place] >> 16;
    u32 j = ends[place] & 0xffff;
    GLOBAL const u64 *row_i = begin + (i64) places[i] * words;
    GLOBAL const u64 *row_j = begin + (i64) places[j] * words;
    GLOBAL const u64 *end_i = end + (i64) places[i] * words;
    GLOBAL const u64 *end_j = end + (i64) places[j] * words;
    u32 covers[COVERS];
    u32 next = NONE;
    for (int start = 0; start < words && next == NONE; start += LANES) {
        int w = start + ITEM;
        u64 both = w < words ? row_i[w] & row_j[w] : 0;
        next = least_of(both != 0 ? lowest_point(w, both) : NONE, shared);
    }
    int known = 0;
    int covered = 0; /* words that hold no far point */
    int reached = next != NONE;
    while (next != NONE && reached && known < COVERS) {
        covers[known] = next;
        known++;
        next = NONE;
        while (covered < words && next == NONE) {
            u32 mine = NONE;
            for (int chunk = 0; chunk < CHUNKS && mine == NONE; chunk++) {
                int w = covered + chunk * LANES + ITEM;
                u64 far = w < words ? end_i[w] & end_j[w] : 0;
                for (int c = 0; c < known && far != 0; c++) {
                    far &= ~begin[(i64) covers[c] * words + w];
                }
                while (far != 0 && mine == NONE) {
                    u32 point = lowest_point(w, far);
                    u32 name = (u32) names[point];
                    far &= far - 1;
                    int is_far = name != i && name != j
                            && (has_point(row_i, point) || place_of(table, last_slot, i, name) < place)
                            && (has_point(row_j, point) || place_of(table, last_slot, j, name) < place);
                    for (int c = 0; is_far && c < known; c++) {
                        is_far = place_of(table, last_slot, (u32) names[covers[c]], name) >= place;
                    }
                    mine = is_far ? point : NONE;
                }
            }
            next = least_of(mine, shared);
            covered = next == NONE ? covered + CHUNKS * LANES : (int) (next >> 6) / LANES * LANES;
        }
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
        queue[1 + ATOMIC_ADD(&queue[0], 1)] = place;
    }
}

/* Neighbours of a point at an edge, among some. */
HELPER u64 neighbours_among(
        u64 some, GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const u32 *table, u32 last_slot, i32 words,
        u32 point, int w, u32 place) {
    i64 at = (i64) point * words + w;
    u64 near = some & end[at];
    u64 fresh = near & ~begin[at];
    while (fresh != 0) {
        u64 bit = fresh & (~fresh + 1);
        if (place_of(table, last_slot, point, lowest_point(w, fresh)) >= place) {
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
        GLOBAL const u64 *begin, GLOBAL const u64 *end, GLOBAL const u32 *table, u32 last_slot, GLOBAL const u32 *ends,
        i32 words, GLOBAL const u32 *queue, GLOBAL u64 *sets, GLOBAL u32 *found, i64 room) {
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
        for (int w = ITEM; w < words; w += LANES) {
            u64 both = end[(i64) i * words + w] & end[(i64) j * words + w];
            both &= (int) (i >> 6) == w ? ~((u64) 1 << (i & 63)) : ~(u64) 0;
            both &= (int) (j >> 6) == w ? ~((u64) 1 << (j & 63)) : ~(u64) 0;
            both = neighbours_among(both, begin, end, table, last_slot, words, i, w, number);
            lune[w] = neighbours_among(both, begin, end, table, last_slot, words, j, w, number);
            witnesses[w] = 0;
        }
        u32 next = least_of(lowest_of(lune, words), shared);
        u32 pieces = 0;
        if (next != NONE) {
            pieces = 1;
            for (int w = ITEM; w < words; w += LANES) {
                unseen[w] = lune[w] & ~neighbours_among(lune[w], begin, end, table, last_slot, words, next, w, number);
                witnesses[w] = (int) (next >> 6) == w ? (u64) 1 << (next & 63) : 0;
            }
            next = least_of(lowest_of(unseen, words), shared);
        }
        while (next != NONE) {
            int touched = 0;
            for (int w = ITEM; w < words; w += LANES) {
                u64 near = neighbours_among(lune[w], begin, end, table, last_slot, words, next, w, number);
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
                    u64 near = neighbours_among(lune[w], begin, end, table, last_slot, words, from, w, number);
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
