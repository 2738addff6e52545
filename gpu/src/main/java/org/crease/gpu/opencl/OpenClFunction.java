package org.crease.gpu.opencl;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/** A kernel of a program. */
final class OpenClFunction implements Function {
    private final String name;
    private final long kernel;
    private final long queue;

    OpenClFunction(String name, long kernel, long queue) {
        this.name = name;
        this.kernel = kernel;
        this.queue = queue;
    }

    @Override
    public void launch(long groups, int groupSize, Argument... arguments) {
        for (int k = 0; k < arguments.length; k++) {
            Answers.require(set(k, arguments[k]), "clSetKernelArg " + k + " of " + name);
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer items = stack.pointers(groups * groupSize);
            PointerBuffer ofGroup = stack.pointers(groupSize);
            Answers.require(
                    CL10.clEnqueueNDRangeKernel(queue, kernel, 1, null, items, ofGroup, null, null),
                    "clEnqueueNDRangeKernel of " + name);
        }
    }

    private int set(int position, Argument argument) {
        if (argument instanceof Argument.OfMemory of) {
            return CL10.clSetKernelArg1p(kernel, position, ((OpenClMemory) of.memory()).buffer());
        } else if (argument instanceof Argument.OfInt of) {
            return CL10.clSetKernelArg1i(kernel, position, of.value());
        } else if (argument instanceof Argument.OfLong of) {
            return CL10.clSetKernelArg1l(kernel, position, of.value());
        } else if (argument instanceof Argument.OfFloat of) {
            return CL10.clSetKernelArg1f(kernel, position, of.value());
        }
        return CL10.clSetKernelArg1d(kernel, position, ((Argument.OfDouble) argument).value());
    }

    void release() {
        CL10.clReleaseKernel(kernel);
    }
}
