/*
 * Codewords: bits of values above zero, packed into words, and their hashes. A float is above zero when its bits, as an
 * integer, are between 1 and those of infinity; so numbers that a device would flush to zero count too. 256 items a group.
 */
#define ITEMS 256
#define BITS 64
#define INFINITE 0x7f800000
#define MULTIPLIER 0x9E3779B97F4A7C15

/* A group packs ITEMS units of an input; pieces of them an input. Inputs begin with first. */
KERNEL pack(
        GLOBAL const i32 *values, GLOBAL u64 *words, i32 units, i32 words_of_input, i32 pieces, i64 first) {
    SHARED i32 above[ITEMS];
    i64 group = GROUP + first;
    i64 input = group / pieces;
    i32 piece = (i32) (group % pieces);
    i32 unit = piece * ITEMS + ITEM;
    i32 value = unit < units ? values[input * units + unit] : 0;
    above[ITEM] = value > 0 && value <= INFINITE ? 1 : 0;
    BARRIER();
    i32 word = piece * (ITEMS / BITS) + ITEM;
    if (ITEM < ITEMS / BITS && word < words_of_input) {
        u64 packed = 0;
        for (int bit = 0; bit < BITS; bit++) {
            packed |= (u64) above[ITEM * BITS + bit] << bit;
        }
        words[input * words_of_input + word] = packed;
    }
}

/* Steele, Lea and Flood's SplitMix64 finaliser over a running state. */
HELPER u64 mix(u64 hash, u64 word) {
    u64 z = hash * MULTIPLIER + word + MULTIPLIER;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

/* The hashes behind the layer of an input an item. */
KERNEL hash(
        GLOBAL const u64 *words, GLOBAL const u64 *entering, GLOBAL u64 *hashes, GLOBAL u64 *locals, i32 inputs,
        i32 units, i32 words_of_input, i64 first) {
    i64 input = (GROUP + first) * ITEMS + ITEM;
    if (input < inputs) {
        u64 behind = mix(entering[input], (u64) units);
        u64 own = mix(0, (u64) units);
        for (i32 word = 0; word < words_of_input; word++) {
            u64 packed = words[input * words_of_input + word];
            behind = mix(behind, packed);
            own = mix(own, packed);
        }
        hashes[input] = behind;
        locals[input] = own;
    }
}
