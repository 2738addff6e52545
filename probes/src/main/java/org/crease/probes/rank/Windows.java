package org.crease.probes.rank;

import org.crease.probes.snapshot.LayerMap.Window;

/** Which pixels lie under a window. */
final class Windows {
    private Windows() {}

    /**
     * For each place of the kernel, in row-major order, the pixel under it, or -1 outside the image.
     *
     * @param position output position, in row-major order
     */
    static int[] under(Window window, int position, int height, int width) {
        int top = position / window.output()[1] * window.stride()[0] - window.padding()[0];
        int left = position % window.output()[1] * window.stride()[1] - window.padding()[1];
        int[] pixels = new int[window.kernel()[0] * window.kernel()[1]];
        for (int i = 0; i < pixels.length; i++) {
            int y = top + i / window.kernel()[1];
            int x = left + i % window.kernel()[1];
            boolean inside = y >= 0 && y < height && x >= 0 && x < width;
            pixels[i] = inside ? y * width + x : -1;
        }
        return pixels;
    }
}
