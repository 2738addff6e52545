/** Networks that others trained and saved as NumPy arrays, as snapshots. */
@NullMarked
package org.crease.trainer.saved;

import org.jspecify.annotations.NullMarked;
