package org.crease.runlog.npy;

/** Turns elements in column-major (Fortran) order into row-major order. O(elements), one copy. */
final class Transposition {
    private Transposition() {}

    static Object toRowMajor(Object columnMajor, long[] shape) {
        int count = java.lang.reflect.Array.getLength(columnMajor);
        Object rowMajor =
                java.lang.reflect.Array.newInstance(columnMajor.getClass().getComponentType(), count);
        int[] index = new int[shape.length];
        for (int to = 0; to < count; to++) {
            int from = 0;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from = from * (int) shape[axis] + index[axis];
            }
            System.arraycopy(columnMajor, from, rowMajor, to, 1);
            advance(index, shape);
        }
        return rowMajor;
    }

    private static void advance(int[] index, long[] shape) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }
}
