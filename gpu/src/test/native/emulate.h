/*
 * CUDA C on a processor, as much of it as our kernels use: a kernel source becomes a shared library with one entry for each
 * kernel. Groups run one after another. The items of a group run one after another up to a barrier, each on a stack of its
 * own once it meets one; the order is reversed at every other barrier and group, so that a missing barrier shows. Warps
exchange values in the same way.
 */
#pragma once
#include <math.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#define __global__
#define __device__
#define __forceinline__ inline
#define __shared__ static
#define __launch_bounds__(...)

struct Place { unsigned x, y, z; };
static Place blockIdx, threadIdx, gridDim, blockDim;

namespace emulated {

const int LAUNCH_FAILED = 719;
const size_t STACK = 256 * 1024;
const unsigned LANES = 32;

enum Wait { NOWHERE, AT_BARRIER, IN_WARP };

/* A stack, on which one item after another runs. */
struct Item {
    ucontext_t start;
    jmp_buf at;
    bool begun = false;
    unsigned index = 0, exchanges = 0;
    Wait wait = NOWHERE;
    void *stack = mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    ~Item() { munmap(stack, STACK); }
};

static std::vector<std::unique_ptr<Item>> items;
static std::vector<Item *> waiting; /* by number of item */
static std::vector<uint64_t> exchanged[2]; /* by number of item, of every other exchange */
static std::function<void()> kernel;
static jmp_buf scheduler;
static Item *running;
static unsigned begun, size;
static bool backwards;

static void leave(Wait wait) {
    running->wait = wait;
    if (!_setjmp(running->at)) _longjmp(scheduler, 1);
    threadIdx.x = running->index;
}

/* Runs items that no other stack has begun, group after group. */
static void work() {
    for (;;) {
        while (begun < size) {
            unsigned next = begun++;
            running->index = backwards ? size - 1 - next : next;
            running->exchanges = 0;
            threadIdx.x = running->index;
            kernel();
        }
        leave(NOWHERE);
    }
}

/* Runs it until its item waits or there is none left to run. */
static void proceed(Item *item) {
    running = item;
    if (!_setjmp(scheduler)) {
        if (item->begun) _longjmp(item->at, 1);
        item->begun = true;
        getcontext(&item->start);
        item->start.uc_stack.ss_sp = item->stack;
        item->start.uc_stack.ss_size = STACK;
        makecontext(&item->start, work, 0);
        setcontext(&item->start);
    }
    if (running->wait != NOWHERE) waiting[running->index] = running;
}

static void proceed(unsigned from, unsigned to) {
    backwards = !backwards;
    for (unsigned k = 0; k < to - from; k++) {
        unsigned next = backwards ? to - 1 - k : from + k;
        Item *item = waiting[next];
        waiting[next] = nullptr;
        proceed(item);
    }
}

static unsigned count(unsigned from, unsigned to, Wait wait) {
    unsigned found = 0;
    for (unsigned k = from; k < to; k++) found += waiting[k] && waiting[k]->wait == wait;
    return found;
}

static int group() {
    waiting.assign(size, nullptr);
    begun = 0;
    for (size_t i = 0; begun < size; i++) {
        if (i == items.size()) items.emplace_back(new Item);
        proceed(items[i].get());
    }
    for (;;) {
        bool exchanges = false;
        for (unsigned from = 0; from < size; from += LANES) {
            unsigned to = from + LANES < size ? from + LANES : size, here = count(from, to, IN_WARP);
            if (here != 0 && here != to - from) return LAUNCH_FAILED;
            if (here != 0) proceed(from, to);
            exchanges |= here != 0;
        }
        if (exchanges) continue;
        unsigned here = count(0, size, AT_BARRIER);
        if (here == 0) return 0;
        if (here != size) return LAUNCH_FAILED;
        proceed(0, size);
    }
}

/* The values of all lanes of the warp; an item is at most one exchange ahead of another. */
template <class T> std::function<T(unsigned)> exchange(T value) {
    static_assert(sizeof(T) <= sizeof(uint64_t), "what lanes exchange has 8 bytes at the most");
    auto *values = &exchanged[running->exchanges++ % 2];
    unsigned first = running->index / LANES * LANES, own = running->index;
    memcpy(&(*values)[own], &value, sizeof value);
    leave(IN_WARP);
    return [=](unsigned lane) {
        T theirs;
        unsigned from = first + lane < size ? first + lane : own;
        memcpy(&theirs, &(*values)[from], sizeof theirs);
        return theirs;
    };
}

static inline unsigned lane() { return threadIdx.x % LANES; }

static int grid(unsigned groups, unsigned groupSize) {
    gridDim = {groups, 1, 1};
    blockDim = {groupSize, 1, 1};
    size = groupSize;
    for (auto &values : exchanged) values.assign(size, 0);
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

template <class... A, size_t... I>
int launch(void (*function)(A...), void **values, std::index_sequence<I...>, unsigned groups, unsigned groupSize) {
    kernel = [=] { function(*static_cast<typename std::decay<A>::type *>(values[I])...); };
    return grid(groups, groupSize);
}

template <class... A> int launch(void (*function)(A...), void **values, unsigned groups, unsigned groupSize) {
    return launch(function, values, std::index_sequence_for<A...>(), groups, groupSize);
}

}

#define EMULATED(name) \
    extern "C" int emulated_##name(void **values, unsigned groups, unsigned size) { \
        return emulated::launch(name, values, groups, size); \
    }

static inline void __syncthreads() { emulated::leave(emulated::AT_BARRIER); }
static inline void __syncwarp(unsigned = ~0u) { emulated::leave(emulated::IN_WARP); }

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
