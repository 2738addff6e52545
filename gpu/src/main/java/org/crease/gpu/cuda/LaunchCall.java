package org.crease.gpu.cuda;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.memAddress;

import java.nio.ByteBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.libffi.FFICIF;
import org.lwjgl.system.libffi.LibFFI;

/** A call of {@code cuLaunchKernel}, whose eleven arguments no method of LWJGL's JNI takes: by libffi. */
final class LaunchCall {
    private static final FFICIF SIGNATURE = APIUtil.apiCreateCIF(
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_uint32,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_pointer);

    private final long address;

    LaunchCall(long address) {
        this.address = address;
    }

    /** In one dimension, without dynamic shared memory, on the context's own stream. */
    int call(long function, int groups, int groupSize, long arguments) {
        try (MemoryStack stack = stackPush()) {
            ByteBuffer result = stack.calloc(8, 8);
            long one = memAddress(stack.ints(1));
            long noBytes = memAddress(stack.ints(0));
            long none = memAddress(stack.pointers(0));
            PointerBuffer all = stack.mallocPointer(11)
                    .put(memAddress(stack.pointers(function)))
                    .put(memAddress(stack.ints(groups)))
                    .put(one)
                    .put(one)
                    .put(memAddress(stack.ints(groupSize)))
                    .put(one)
                    .put(one)
                    .put(noBytes)
                    .put(none)
                    .put(memAddress(stack.pointers(arguments)))
                    .put(none)
                    .flip();
            LibFFI.ffi_call(SIGNATURE, address, result, all);
            return result.getInt(0);
        }
    }
}
