/**
 * Log directories of TensorBoard event files, whoever wrote them: which runs they hold, and the scalars and histograms of a
 * run while it grows.
 */
@NullMarked
package org.crease.runlog.logdir;

import org.jspecify.annotations.NullMarked;
