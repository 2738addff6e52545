/* Products and proofs in single precision. */
#define REAL float
#define BREAKDOWN 1e-5f
#ifdef FP_FAST_FMAF
#define FAST_FMA
#endif

#include "rank.h"
