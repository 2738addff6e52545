package org.crease.gpu.cuda;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.memPutAddress;
import static org.lwjgl.system.MemoryUtil.memPutDouble;
import static org.lwjgl.system.MemoryUtil.memPutFloat;
import static org.lwjgl.system.MemoryUtil.memPutInt;
import static org.lwjgl.system.MemoryUtil.memPutLong;

import java.util.Arrays;
import java.util.List;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.lwjgl.system.MemoryStack;

/** A kernel of a module. The driver reads as many arguments as the kernel has, so their sizes are compared before. */
final class CudaFunction implements Function {
    private final CudaContext context;
    private final String name;
    private final long function;
    private final List<Integer> sizes;

    /**
     * Of a function of the library.
     *
     * @param sizes of its parameters in bytes
     */
    CudaFunction(CudaContext context, String name, long function, List<Integer> sizes) {
        this.context = context;
        this.name = name;
        this.function = function;
        this.sizes = sizes;
    }

    @Override
    public void launch(long groups, int groupSize, Argument... arguments) {
        if (groups < 1 || groups > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(groups + " groups of " + name + "; 1 to 2147483647 can be launched");
        }
        try (MemoryStack stack = stackPush()) {
            long values = stack.nmalloc(Long.BYTES, Long.BYTES * Math.max(1, arguments.length));
            int[] given = new int[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                long value = stack.nmalloc(Long.BYTES, Long.BYTES);
                memPutAddress(values + (long) i * Long.BYTES, value);
                given[i] = put(arguments[i], value);
            }
            check(given);
            context.library().launch(function, name, (int) groups, groupSize, values);
        }
    }

    private static int put(Argument argument, long at) {
        if (argument instanceof Argument.OfMemory of) {
            memPutLong(at, ((CudaMemory) of.memory()).address());
            return Long.BYTES;
        } else if (argument instanceof Argument.OfInt of) {
            memPutInt(at, of.value());
            return Integer.BYTES;
        } else if (argument instanceof Argument.OfLong of) {
            memPutLong(at, of.value());
            return Long.BYTES;
        } else if (argument instanceof Argument.OfFloat of) {
            memPutFloat(at, of.value());
            return Float.BYTES;
        }
        memPutDouble(at, ((Argument.OfDouble) argument).value());
        return Double.BYTES;
    }

    /** As the driver cannot. */
    private void check(int[] given) {
        List<Integer> found = Arrays.stream(given).boxed().toList();
        if (!found.equals(sizes)) {
            throw new DriverException(
                    Reason.FAILED, name + " has arguments of " + sizes + " bytes, and was given " + found);
        }
    }
}
