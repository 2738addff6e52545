/*
 * CUDA C on a processor, as much of it as our kernels use: a kernel source becomes a shared library with one entry for each
 * kernel. Groups run one after another. The items of a group run one after another up to a barrier, each on a stack of its
 * own once it meets one; the order is reversed at every other barrier and group, so that a missing barrier shows.
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

struct Item {
    ucontext_t start;
    jmp_buf at;
    bool begun = false;
    unsigned index = 0;
    void *stack = mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    ~Item() { munmap(stack, STACK); }
};

static std::vector<std::unique_ptr<Item>> items;
static std::function<void()> kernel;
static jmp_buf scheduler;
static Item *running;
static bool waiting;
static unsigned begun, size;
static bool backwards;

static void leave() {
    if (!_setjmp(running->at)) _longjmp(scheduler, 1);
    threadIdx.x = running->index;
}

/* Runs items that no other has begun, group after group. */
static void work() {
    for (;;) {
        while (begun < size) {
            unsigned next = begun++;
            running->index = backwards ? size - 1 - next : next;
            threadIdx.x = running->index;
            kernel();
        }
        waiting = false;
        leave();
    }
}

/* Whether it waits at a barrier afterwards. */
static bool proceed(Item *item) {
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
    return waiting;
}

static int group() {
    std::vector<Item *> waiters;
    begun = 0;
    for (size_t i = 0; begun < size; i++) {
        if (i == items.size()) items.emplace_back(new Item);
        if (proceed(items[i].get())) waiters.push_back(items[i].get());
    }
    while (!waiters.empty()) {
        if (waiters.size() != size) return LAUNCH_FAILED;
        std::vector<Item *> again;
        for (auto item = waiters.rbegin(); item != waiters.rend(); item++) {
            if (proceed(*item)) again.push_back(*item);
        }
        waiters.swap(again);
    }
    return 0;
}

static int grid(unsigned groups, unsigned groupSize) {
    gridDim = {groups, 1, 1};
    blockDim = {groupSize, 1, 1};
    size = groupSize;
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

static inline void __syncthreads() {
    emulated::waiting = true;
    emulated::leave();
}

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
#define __CUDA_ARCH__ 900

/* What the items of a warp tell each other; in groups of one warp. The even calls have other places than the odd ones, so
   that one barrier is enough. */
static unsigned told[2][32];
static unsigned calls[32];

static inline unsigned *tell(unsigned value) {
    unsigned *values = told[calls[threadIdx.x]++ % 2];
    values[threadIdx.x] = value;
    __syncthreads();
    return values;
}

static inline unsigned __reduce_min_sync(unsigned, unsigned value) {
    unsigned *values = tell(value), least = value;
    for (int k = 0; k < 32; k++) least = values[k] < least ? values[k] : least;
    return least;
}

static inline int __any_sync(unsigned, int condition) {
    return __reduce_min_sync(0, condition ? 0 : 1) == 0;
}

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
