package org.crease.gpu.cuda;

/**
 * A card of NVIDIA's, as its driver describes it.
 *
 * @param index which of the driver's devices it is, from 0
 * @param memory bytes
 * @param units multiprocessors
 * @param cuda version of CUDA that the driver offers: "12.2"
 */
public record CudaCard(int index, String name, Capability capability, long memory, int units, String cuda) {}
