/*
 * CUDA C on a processor, as much of it as our kernels use: a kernel source becomes a shared library with one entry for each
 * kernel. Groups run one after another. The items of a group run one after another up to a barrier, each on a stack of its
 * own once it meets one; the order is reversed at every other barrier and group, so that a missing barrier shows. Warps
 * exchange values in the same way.
 */
#pragma once
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#define __global__
#define __device__
#define __forceinline__ inline
#define __shared__ static
#define __launch_bounds__(...)

struct Three { unsigned x, y, z; };
static Three blockIdx, threadIdx, gridDim, blockDim;

namespace emulated {

const int LAUNCH_FAILED = 719;
const size_t STACK = 256 * 1024;
const unsigned LANES = 32;

enum Wait { NOWHERE, AT_BARRIER, IN_WARP };

#ifdef __x86_64__

/* Where a stack goes on: its pointer, with the registers that calls keep on top. */
typedef void *Place;

__attribute__((naked, noinline)) static void go(Place *, Place *) {
    asm("push %rbp\n push %rbx\n push %r12\n push %r13\n push %r14\n push %r15\n"
        "mov %rsp, (%rdi)\n mov (%rsi), %rsp\n"
        "pop %r15\n pop %r14\n pop %r13\n pop %r12\n pop %rbx\n pop %rbp\n ret\n");
}

static void begin(Place *place, void *stack, void (*function)()) {
    void **top = reinterpret_cast<void **>(static_cast<char *>(stack) + STACK) - 10;
    memset(top, 0, 10 * sizeof *top);
    top[6] = reinterpret_cast<void *>(function);
    *place = top;
}

#else

typedef ucontext_t Place;

static void go(Place *from, Place *to) { swapcontext(from, to); }

static void begin(Place *place, void *stack, void (*function)()) {
    getcontext(place);
    place->uc_stack.ss_sp = stack;
    place->uc_stack.ss_size = STACK;
    makecontext(place, function, 0);
}

#endif

static void work();

/* A stack, on which one item after another runs. */
struct Item {
    void *stack = mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    Place place;
    unsigned index = 0, exchanges = 0;
    Wait wait = NOWHERE;

    Item() { begin(&place, stack, work); }
    ~Item() { munmap(stack, STACK); }
};

static std::vector<std::unique_ptr<Item>> items;
static std::vector<Item *> waiting, line; /* by number of item; those to go on, first to last */
static std::vector<uint64_t> exchanged[2]; /* by number of item, of every other exchange */
static std::vector<unsigned> inWarp;
static unsigned atBarrier, next, begun, size;
static Place scheduler;
static Item *running;
static bool backwards;
static void (*call)(void *, void **);
static void *function;
static void **values;

/* Lets the next in line go on, and goes on itself when it is let. */
static void leave(Wait wait) {
    Item *self = running;
    self->wait = wait;
    if (wait != NOWHERE) waiting[self->index] = self;
    atBarrier += wait == AT_BARRIER;
    inWarp[self->index / LANES] += wait == IN_WARP;
    running = next < line.size() ? line[next++] : nullptr;
    go(&self->place, running ? &running->place : &scheduler);
    threadIdx.x = self->index;
}

/* Runs items that no other stack has begun, group after group. */
static void work() {
    for (;;) {
        while (begun < size) {
            unsigned number = begun++;
            running->index = backwards ? size - 1 - number : number;
            running->exchanges = 0;
            threadIdx.x = running->index;
            call(function, values);
        }
        leave(NOWHERE);
    }
}

static void start(Item *item) {
    running = item;
    go(&scheduler, &item->place);
}

/* Lets waiting items go on, until each waits again or has ended. */
static void proceed(unsigned from, unsigned to) {
    line.clear();
    for (unsigned k = from; k < to; k++) {
        line.push_back(waiting[k]);
        waiting[k] = nullptr;
    }
    backwards = !backwards;
    if (backwards) std::reverse(line.begin(), line.end());
    next = 1;
    start(line[0]);
    line.clear();
}

static int group() {
    waiting.assign(size, nullptr);
    inWarp.assign((size + LANES - 1) / LANES, 0);
    begun = atBarrier = next = 0;
    for (size_t i = 0; begun < size; i++) {
        if (i == items.size()) items.emplace_back(new Item);
        start(items[i].get());
    }
    for (;;) {
        bool exchanges = false;
        for (unsigned from = 0; from < size; from += LANES) {
            unsigned to = from + LANES < size ? from + LANES : size;
            while (unsigned here = inWarp[from / LANES]) {
                if (here != to - from) return LAUNCH_FAILED;
                inWarp[from / LANES] = 0;
                proceed(from, to);
                exchanges = true;
            }
        }
        if (exchanges) continue;
        if (atBarrier == 0) return 0;
        if (atBarrier != size) return LAUNCH_FAILED;
        atBarrier = 0;
        proceed(0, size);
    }
}

/* What the lanes of a warp gave. */
template <class T> struct Exchanged {
    const uint64_t *all;
    unsigned first, own;

    T operator()(unsigned lane) const {
        T theirs;
        memcpy(&theirs, &all[first + lane < size ? first + lane : own], sizeof theirs);
        return theirs;
    }
};

/* Gives a value to all lanes of the warp; an item is at most one exchange ahead of another. */
template <class T> Exchanged<T> exchange(T value) {
    static_assert(sizeof(T) <= sizeof(uint64_t), "what lanes exchange has 8 bytes at the most");
    unsigned own = running->index;
    uint64_t *all = exchanged[running->exchanges++ % 2].data();
    memcpy(&all[own], &value, sizeof value);
    leave(IN_WARP);
    return {all, own / LANES * LANES, own};
}

static inline unsigned lane() { return threadIdx.x % LANES; }

static int grid(unsigned groups, unsigned groupSize) {
    gridDim = {groups, 1, 1};
    blockDim = {groupSize, 1, 1};
    size = groupSize;
    for (auto &all : exchanged) all.assign(size, 0);
    for (unsigned g = 0; g < groups; g++) {
        blockIdx = {g, 0, 0};
        backwards = g % 2 == 1;
        int result = group();
        if (result != 0) {
            items.clear();
            return result;
        }
    }
    return 0;
}

template <class... A, size_t... I> void spread(void (*kernel)(A...), void **given, std::index_sequence<I...>) {
    kernel(*static_cast<typename std::decay<A>::type *>(given[I])...);
}

template <class... A> int launch(void (*kernel)(A...), void **given, unsigned groups, unsigned groupSize) {
    function = reinterpret_cast<void *>(kernel);
    values = given;
    call = [](void *called, void **with) {
        spread(reinterpret_cast<void (*)(A...)>(called), with, std::index_sequence_for<A...>());
    };
    return grid(groups, groupSize);
}

}

#define EMULATED(name) \
    extern "C" int emulated_##name(void **given, unsigned groups, unsigned groupSize) { \
        return emulated::launch(name, given, groups, groupSize); \
    }

static inline void __syncthreads() { emulated::leave(emulated::AT_BARRIER); }
static inline void __syncwarp(unsigned = ~0u) { emulated::leave(emulated::IN_WARP); }

#define __CUDA_ARCH__ 900

/* Of whole warps: the mask is not looked at. */
template <class T> T __shfl_sync(unsigned, T value, unsigned lane) { return emulated::exchange(value)(lane % 32); }
template <class T> T __shfl_xor_sync(unsigned, T value, unsigned with) {
    return emulated::exchange(value)(emulated::lane() ^ with);
}
template <class T> T __shfl_down_sync(unsigned, T value, unsigned by) {
    auto values = emulated::exchange(value);
    return emulated::lane() + by < 32 ? values(emulated::lane() + by) : value;
}
template <class T> T __shfl_up_sync(unsigned, T value, unsigned by) {
    auto values = emulated::exchange(value);
    return emulated::lane() >= by ? values(emulated::lane() - by) : value;
}
static inline unsigned __ballot_sync(unsigned, int predicate) {
    auto values = emulated::exchange(predicate);
    unsigned first = threadIdx.x / 32 * 32, bits = 0;
    for (unsigned k = 0; k < 32 && first + k < emulated::size; k++) bits |= (unsigned) (values(k) != 0) << k;
    return bits;
}
static inline unsigned __reduce_min_sync(unsigned, unsigned value) {
    auto values = emulated::exchange(value);
    unsigned first = threadIdx.x / 32 * 32, least = value;
    for (unsigned k = 0; k < 32 && first + k < emulated::size; k++) least = values(k) < least ? values(k) : least;
    return least;
}
static inline int __any_sync(unsigned mask, int predicate) { return __ballot_sync(mask, predicate) != 0; }
static inline int __all_sync(unsigned mask, int predicate) { return __ballot_sync(mask, !predicate) == 0; }

static inline unsigned __float_as_uint(float x) { unsigned bits; memcpy(&bits, &x, sizeof bits); return bits; }
static inline float __uint_as_float(unsigned bits) { float x; memcpy(&x, &bits, sizeof x); return x; }
static inline long long __double_as_longlong(double x) { long long bits; memcpy(&bits, &x, sizeof bits); return bits; }
static inline double __longlong_as_double(long long bits) { double x; memcpy(&x, &bits, sizeof x); return x; }
static inline int __ffs(int x) { return __builtin_ffs(x); }
static inline int __ffsll(long long x) { return __builtin_ffsll(x); }
static inline int __popc(unsigned x) { return __builtin_popcount(x); }
static inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
static inline int __clz(int x) { return x == 0 ? 32 : __builtin_clz(x); }
static inline int __clzll(long long x) { return x == 0 ? 64 : __builtin_clzll(x); }
static inline void __threadfence() {}
static inline void __threadfence_block() {}

template <class T, class U> T min(T a, U b) { return b < a ? b : a; }
template <class T, class U> T max(T a, U b) { return a < b ? b : a; }

template <class T, class U> T emulatedSwap(T *at, U value) { T old = *at; *at = (T) value; return old; }
template <class T, class U> T atomicAdd(T *at, U value) { return emulatedSwap(at, *at + value); }
template <class T, class U> T atomicSub(T *at, U value) { return emulatedSwap(at, *at - value); }
template <class T, class U> T atomicOr(T *at, U value) { return emulatedSwap(at, *at | value); }
template <class T, class U> T atomicAnd(T *at, U value) { return emulatedSwap(at, *at & value); }
template <class T, class U> T atomicXor(T *at, U value) { return emulatedSwap(at, *at ^ value); }
template <class T, class U> T atomicMin(T *at, U value) { return emulatedSwap(at, (T) value < *at ? (T) value : *at); }
template <class T, class U> T atomicMax(T *at, U value) { return emulatedSwap(at, *at < (T) value ? (T) value : *at); }
template <class T, class U> T atomicExch(T *at, U value) { return emulatedSwap(at, value); }
template <class T, class U, class V> T atomicCAS(T *at, U expected, V value) {
    return emulatedSwap(at, *at == (T) expected ? (T) value : *at);
}
