/*
 * One source, two languages: what CUDA C and OpenCL C call differently. Groups and items are numbered in one dimension.
 * 32- and 64-bit numbers have one name in both. Products and sums are never contracted into one rounding, so that results
 * have the processor's bits; where one rounding is meant, fma() says so.
 */
#ifdef __OPENCL_VERSION__

#pragma OPENCL FP_CONTRACT OFF
#ifdef cl_khr_fp64
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#define HAS_DOUBLE
#endif

typedef int i32;
typedef uint u32;
typedef long i64;
typedef ulong u64;

#define KERNEL __kernel void
#define HELPER static inline
#define GLOBAL __global
#define SHARED __local
#define SHARED_POINTER __local
#define GROUP ((i64) get_group_id(0))
#define GROUPS ((i64) get_num_groups(0))
#define ITEM ((int) get_local_id(0))
#define BARRIER() barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)
#define FLOAT_BITS(x) as_uint(x)
#define BITS_FLOAT(x) as_float(x)
#define TRAILING_ZEROS(x) (63 - (int) clz((ulong) ((x) & (~(x) + 1))))
#define POPULATION(x) ((int) popcount(x))
#define ATOMIC_ADD(p, v) atomic_add(p, v)
#define ATOMIC_XOR(p, v) atomic_xor(p, v)
#define ATOMIC_MIN(p, v) atomic_min(p, v)
#define ATOMIC_MAX(p, v) atomic_max(p, v)
#define ATOMIC_PUT(p, old, v) atomic_cmpxchg(p, old, v)

#else

typedef int i32;
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;

#define HAS_DOUBLE
#define KERNEL extern "C" __global__ void
#define HELPER static __device__ __forceinline__
#define GLOBAL
#define SHARED __shared__
#define SHARED_POINTER
#define GROUP ((i64) blockIdx.x)
#define GROUPS ((i64) gridDim.x)
#define ITEM ((int) threadIdx.x)
#define BARRIER() __syncthreads()
#define FLOAT_BITS(x) __float_as_uint(x)
#define BITS_FLOAT(x) __uint_as_float(x)
#define TRAILING_ZEROS(x) (__ffsll((long long) (x)) - 1)
#define POPULATION(x) __popcll(x)
#define ATOMIC_ADD(p, v) atomicAdd(p, v)
#define ATOMIC_XOR(p, v) atomicXor(p, v)
#define ATOMIC_MIN(p, v) atomicMin(p, v)
#define ATOMIC_MAX(p, v) atomicMax(p, v)
#define ATOMIC_PUT(p, old, v) atomicCAS(p, old, v)

#endif
