/* Products, proofs and eigenvalues in double precision. */
#define REAL double
#define BREAKDOWN 1e-7
#ifdef FP_FAST_FMA
#define FAST_FMA
#endif

#include "rank.h"
#include "eigenvalues.h"
