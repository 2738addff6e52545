/** NumPy's {@code .npy} and {@code .npz} files, and the strict zip reader under them. */
@NullMarked
package org.crease.runlog.npy;

import org.jspecify.annotations.NullMarked;
