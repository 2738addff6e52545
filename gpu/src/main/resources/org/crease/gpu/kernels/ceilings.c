/*
 * What a device can do at most, to hold other kernels against: how fast memory is copied, and how fast registers are added
 * and multiplied. Eight chains an item keep the units busy. 256 items a group.
 */
#define CHAINS 8
#define STEPS 512

KERNEL ceiling_copy(GLOBAL const float *from, GLOBAL float *to, i64 count) {
    for (i64 k = GROUP * 256 + ITEM; k < count; k += GROUPS * 256) {
        to[k] = from[k];
    }
}

/* 2 CHAINS STEPS operations an item, a product and a sum one after the other, as distances are summed. */
#ifdef HAS_DOUBLE
KERNEL ceiling_double(GLOBAL double *out, double factor, double summand) {
    double x[CHAINS];
    double sum = 0.0;
    for (int c = 0; c < CHAINS; c++) {
        x[c] = (double) (ITEM + c);
    }
    for (int step = 0; step < STEPS; step++) {
        for (int c = 0; c < CHAINS; c++) {
            x[c] = x[c] * factor;
            x[c] = x[c] + summand;
        }
    }
    for (int c = 0; c < CHAINS; c++) {
        sum += x[c];
    }
    out[GROUP * 256 + ITEM] = sum;
}
#endif

/* As many, each product and its sum in one instruction, as matrices are multiplied. */
KERNEL ceiling_float(GLOBAL float *out, float factor, float summand) {
    float x[CHAINS];
    float sum = 0.0f;
    for (int c = 0; c < CHAINS; c++) {
        x[c] = (float) (ITEM + c);
    }
    for (int step = 0; step < STEPS; step++) {
        for (int c = 0; c < CHAINS; c++) {
            x[c] = fma(x[c], factor, summand);
        }
    }
    for (int c = 0; c < CHAINS; c++) {
        sum += x[c];
    }
    out[GROUP * 256 + ITEM] = sum;
}
